//! Says once, beside what would be lost, that it would be, and keeps it at a press.

import { html, nothing, type TemplateResult } from 'lit';
import type { Store } from './store';

export function keepLine(store: Store, what: 'results' | 'answers' | 'steps'): TemplateResult | typeof nothing {
  const { words } = store;
  if (store.keeping || !store.isUnkept) return nothing;
  return html`<div class="keep-line" data-testid="keep-line">
    <p>${words.say(`keep-line-${what}`)}</p>
    <label class="choice-line"><input type="checkbox" data-testid="keep-line-case" .checked=${store.keepingCase} @change=${(event: Event) => store.keepCase((event.target as HTMLInputElement).checked)} /><span>${words.say('keep-case')}</span></label>
    <button class="button" data-testid="keep-now" @click=${() => store.keepFromHere()}>${words.say('keep')}</button>
  </div>`;
}
