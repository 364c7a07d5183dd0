//! The promise and its proof: what was sent since the page was loaded, counted.

import { html, type TemplateResult } from 'lit';
import { icon } from './icons';
import type { Store } from './store';

export function privacyLine(store: Store): TemplateResult {
  const { words, requests } = store;
  return html`<p class="privacy-line">
    ${icon('shield')}
    <span>${words.say('privacy-promise')}</span>
    <span class="privacy-count">
      ${words.say('privacy-count')}
      <b data-testid="requests-count">${requests === null ? '–' : words.count(requests)}</b>
    </span>
  </p>`;
}
