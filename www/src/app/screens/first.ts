//! The first screen: one sentence, the promise, one place to drop anything.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { chooseWith, fileInput, pasteFromClipboard } from './choose-files';
import { getOrders, getStatements } from './guides';
import { icon } from './icons';
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
      <div class="drop-card">
        <button class="drop-area" data-testid="drop-area" @click=${() => chooseWith(this, 'file-input')}>
          <span class="drop-picture" aria-hidden="true">${icon('card')}<i></i>${icon('explained')}<i></i>${icon('box')}</span>
          <span class="drop-title">${this.say('drop-title')}</span>
          <span class="drop-hint">${this.say('drop-hint')}</span>
          <span class="button" data-look="primary">${this.say('choose-files')}</span>
        </button>
        <div class="drop-more">
          <button class="link-button" data-testid="example" @click=${() => store.showExample()}>${this.say('try-example')}</button>
          <button class="link-button" @click=${() => chooseWith(this, 'folder-input')}>${this.say('choose-folder')}</button>
          <button class="link-button" data-testid="paste" @click=${() => pasteFromClipboard(store)}>${this.say('paste')}</button>
          <button class="link-button" data-testid="open-case" @click=${() => chooseWith(this, 'file-input')}>${this.say('open-case')}</button>
        </div>
        ${fileInput(store, 'file-input', 'files')} ${fileInput(store, 'folder-input', 'folder')}
      </div>
      ${privacyLine(store)}
      <div class="guides">
        <h2>${this.say('guides-title')}</h2>
        ${getStatements(store)} ${getOrders(store)}
      </div>
      ${regionChoice(store)}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-first': First;
  }
}
