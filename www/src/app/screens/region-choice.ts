//! Whose contacts and deadlines apply.

import { html, type TemplateResult } from 'lit';
import { usageOf } from '../words';
import { ELSEWHERE, REGIONS, regionName } from './region';
import type { Store } from './store';

export function regionChoice(store: Store): TemplateResult {
  const { lang, words } = store;
  const named = REGIONS.map((region) => ({ region, name: regionName(lang, region, words.say('region-elsewhere')) }));
  // Most who read the language live here, and nobody lives between the others.
  const place = (region: string) => (region === ELSEWHERE ? 2 : region === usageOf(lang).region ? 0 : 1);
  named.sort((a, b) => place(a.region) - place(b.region) || a.name.localeCompare(b.name, lang));
  return html`<label class="region-choice">
    <span>${words.say('region')}</span>
    <select data-testid="region" @change=${(event: Event) => store.setRegion((event.target as HTMLSelectElement).value)}>
      ${named.map(({ region, name }) => html`<option value=${region} ?selected=${store.region === region}>${name}</option>`)}
    </select>
  </label>`;
}
