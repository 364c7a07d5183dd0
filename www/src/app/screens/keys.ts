//! The keys, in a box over whatever is shown.

import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Words } from '../words';
import { icon } from './icons';
import { Screen } from './screen';

const KEYS = [
  ['J ↓', 'key-j'],
  ['K ↑', 'key-k'],
  ['N', 'key-n'],
  ['Enter', 'key-enter'],
  ['Esc', 'key-esc'],
  ['/', 'key-slash'],
  ['Z', 'key-z'],
  ['?', 'key-question'],
] as const;

export function keyList(words: Words): TemplateResult {
  return html`<dl class="keys">
    ${KEYS.map(([keys, id]) => html`<div><dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${words.say(id)}</dd></div>`)}
  </dl>`;
}

@customElement('mioboe-keys')
export class Keys extends Screen {
  protected override render(): TemplateResult {
    return html`<dialog class="keys-box" aria-labelledby="keys-heading" data-testid="keys" @close=${() => this.store.setShowingKeys(false)}>
      <div class="keys-head">
        <h2 id="keys-heading">${this.say('keys-title')}</h2>
        <button class="icon-button" aria-label=${this.say('close')} @click=${() => this.renderRoot.querySelector('dialog')?.close()}>${icon('close')}</button>
      </div>
      ${keyList(this.store.words)}
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-keys': Keys;
  }
}
