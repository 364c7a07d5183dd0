//! Whose contacts and deadlines apply.

import { html, type TemplateResult } from 'lit';
import { type Region, REGIONS } from './region';
import type { Store } from './store';

export function regionChoice(store: Store): TemplateResult {
  const { words } = store;
  return html`<label class="region-choice">
    <span>${words.say('region')}</span>
    <select data-testid="region" @change=${(event: Event) => store.setRegion((event.target as HTMLSelectElement).value as Region)}>
      ${REGIONS.map(
        (region) => html`<option value=${region} ?selected=${store.region === region}>${words.say(`region-${region}`)}</option>`,
      )}
    </select>
  </label>`;
}
