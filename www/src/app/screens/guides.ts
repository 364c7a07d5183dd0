//! How to get the files, in a few steps each. Addresses are text to copy: the app opens nothing.

import { html, type TemplateResult } from 'lit';
import { copyable } from './copyable';
import type { Store } from './store';

export function getOrders(store: Store, state: 'open' | 'closed' = 'closed'): TemplateResult {
  const { words, place } = store;
  const address = words.find('site-data-request', place);
  return guide(store, 'guide-orders', state, address ? copyable(words, address) : undefined);
}

export function getStatements(store: Store, state: 'open' | 'closed' = 'closed'): TemplateResult {
  return guide(store, 'guide-statements', state);
}

/** A message whose value is the heading, `.how` the steps one per line and `.note` what else to know. */
function guide({ words }: Store, id: string, state: 'open' | 'closed', address?: TemplateResult): TemplateResult {
  return html`<details class="guide" ?open=${state === 'open'}>
    <summary>${words.say(id)}</summary>
    <ol>${linesOf(words.attribute(id, 'how')).map((line) => html`<li>${line}</li>`)}</ol>
    ${address}
    <p class="quiet">${words.attribute(id, 'note')}</p>
  </details>`;
}

/** The lines of a message, without the numbers a list brings itself. */
export function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*\d+\.\s*/, '').trim())
    .filter(Boolean);
}
