//! A box to paste into, for phones and wherever the clipboard may not be read.

import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from './screen';

@customElement('mioboe-paste-box')
export class PasteBox extends Screen {
  protected override render(): TemplateResult {
    return html`<dialog class="paste-box" aria-labelledby="paste-title" data-testid="paste-box" @close=${() => this.store.setPasting(false)}>
      <div class="paste-parts">
        <h2 id="paste-title">${this.say('paste')}</h2>
        <p class="quiet">${this.say('paste-here')}</p>
        <textarea rows="8" data-testid="paste-text" aria-labelledby="paste-title" spellcheck="false" autocomplete="off"></textarea>
        <div class="actions">
          <button class="button" data-look="primary" data-testid="paste-check" @click=${() => this.#take()}>${this.say('paste-check')}</button>
          <button class="button" @click=${() => this.#dialog.close()}>${this.say('cancel')}</button>
        </div>
      </div>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.#dialog.showModal();
  }

  #take(): void {
    const { store } = this;
    const text = this.querySelector('textarea')?.value.trim();
    this.#dialog.close();
    if (text) void store.add([new File([text], store.words.say('pasted-name'), { type: 'text/plain' })]);
    else store.say(store.words.say('paste-empty'));
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-paste-box': PasteBox;
  }
}
