//! Asks for the password of a PDF. It goes to the reader of this one file and is kept nowhere.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from './screen';

@customElement('mioboe-password-box')
export class PasswordBox extends Screen {
  protected override render(): TemplateResult | typeof nothing {
    const asked = this.store.passwordAsked;
    if (!asked) return nothing;
    return html`<dialog class="paste-box" aria-labelledby="password-title" aria-describedby="password-why" data-testid="password-box" @close=${() => this.#leave()}>
      <div class="paste-parts">
        <h2 id="password-title">${this.say('password-title')}</h2>
        <p class="password-file"><bdi>${asked.file}</bdi></p>
        <p id="password-why" class="quiet">${this.say('password-why')}</p>
        <label class="field"><span>${this.say('password-label')}</span>
          <input type="password" data-testid="password" autocomplete="off" aria-describedby="password-wrong" @keydown=${this.#onKey} />
        </label>
        <p id="password-wrong" role="alert" data-testid="password-wrong">${asked.again ? this.say('password-wrong') : ''}</p>
        <div class="actions">
          <button class="button" data-look="primary" data-testid="password-open" @click=${() => this.#open()}>${this.say('password-open')}</button>
          <button class="button" data-testid="password-skip" @click=${() => this.#dialog?.close()}>${this.say('password-skip')}</button>
        </div>
      </div>
    </dialog>`;
  }

  protected override updated(): void {
    if (this.#dialog && !this.#dialog.open) this.#dialog.showModal();
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) this.#open();
  };

  #open(): void {
    const field = this.querySelector('input');
    const password = field?.value;
    if (!field || !password) return field?.focus();
    field.value = '';
    this.store.givePassword(password);
  }

  /** However the box was closed. */
  #leave(): void {
    this.store.givePassword(null);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-password-box': PasswordBox;
  }
}
