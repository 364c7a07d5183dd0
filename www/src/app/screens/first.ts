//! The first screen: one sentence, the promise, and two ways in: one charge, or files.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { chooseWith, fileInput } from './choose-files';
import { getOrders, getStatements } from './guides';
import { icon } from './icons';
import './one-charge-form';
import { privacyLine } from './privacy-line';
import { regionChoice } from './region-choice';
import { Screen } from './screen';

@customElement('mioboe-first')
export class First extends Screen {
  protected override render(): TemplateResult {
    const { store } = this;
    return html`<section class="first">
      ${store.view.name === 'results' ? nothing : html`<p class="notice" role="status" data-testid="case-gone">${this.say('case-gone')}</p>`}
      <div class="first-words">
        <h1>${this.say('first-title')}</h1>
        <p class="lead">${this.say('first-lead')}</p>
      </div>
      <nav class="first-ways" aria-label=${this.say('first-ways')}>
        <button class="button" data-look="primary" @click=${() => this.#to('way-one')}>${icon('card')}<span>${this.say('way-one')}</span></button>
        <button class="button" @click=${() => this.#to('way-files')}>${icon('files')}<span>${this.say('way-files')}</span></button>
      </nav>
      <div class="two-ways">
        <div class="drop-card way-one" data-testid="way-one" tabindex="-1">
          <h2>${icon('card')}${this.say('way-one')}</h2>
          <div class="one-paste">
            <label for="notice-text">${this.say('notice-text')}</label>
            <textarea id="notice-text" rows="3" data-testid="notice-text" spellcheck="false" autocomplete="off" placeholder=${this.say('notice-example')}></textarea>
            <button class="button" data-testid="notice-check" @click=${() => this.#checkText()}>${this.say('paste-check')}</button>
          </div>
          <p class="one-or"><span>${this.say('one-or')}</span></p>
          <mioboe-one-charge-form .store=${store}></mioboe-one-charge-form>
        </div>
        <div class="drop-card way-files" data-testid="way-files" tabindex="-1">
          <h2>${icon('files')}${this.say('way-files')}</h2>
          <button class="drop-area" data-testid="drop-area" @click=${() => chooseWith(this, 'file-input')}>
            <span class="drop-picture" aria-hidden="true">${icon('card')}<i></i>${icon('explained')}<i></i>${icon('box')}</span>
            <span class="drop-title">${this.say('drop-title')}</span>
            <span class="drop-hint">${this.say('drop-hint')}</span>
            <span class="button" data-look="primary">${this.say('choose-files')}</span>
          </button>
          <div class="drop-more">
            <button class="link-button" data-testid="example" @click=${() => store.showExample()}>${this.say('try-example')}</button>
            <button class="link-button" @click=${() => chooseWith(this, 'folder-input')}>${this.say('choose-folder')}</button>
            <button class="link-button" data-testid="paste" @click=${() => store.setPasting(true)}>${this.say('paste')}</button>
            <button class="link-button" data-testid="open-case" @click=${() => chooseWith(this, 'file-input')}>${this.say('open-case')}</button>
          </div>
          ${fileInput(store, 'file-input', 'files')} ${fileInput(store, 'folder-input', 'folder')}
        </div>
      </div>
      ${privacyLine(store)}
      <div class="guides">
        <h2>${this.say('guides-title')}</h2>
        ${getStatements(store)} ${getOrders(store)}
      </div>
      ${regionChoice(store)}
    </section>`;
  }

  #to(way: string): void {
    const card = this.querySelector<HTMLElement>(`[data-testid="${way}"]`);
    card?.scrollIntoView();
    card?.focus({ preventScroll: true });
  }

  /** No form: the sealed frame may send none, not even to itself. */
  #checkText(): void {
    const { store } = this;
    const box = this.querySelector<HTMLTextAreaElement>('#notice-text');
    const text = box?.value.trim();
    if (text) void store.add([new File([text], store.words.say('pasted-name'), { type: 'text/plain' })]);
    else box?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-first': First;
  }
}
