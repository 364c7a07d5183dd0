//! Questions people have, words explained, and the keys.

import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { groupAbout, groupName } from './charge-words';
import { GROUPS } from './charges';
import { getOrders, getStatements } from './guides';
import { icon } from './icons';
import { keyList } from './keys';
import { Screen } from './screen';

const QUESTIONS = ['faq-safe', 'faq-files', 'faq-not-covered', 'faq-other-name', 'faq-flagged', 'faq-phone', 'faq-mail'] as const;

@customElement('mioboe-help')
export class Help extends Screen {
  protected override render(): TemplateResult {
    const { words } = this.store;
    return html`<section class="page" data-testid="help">
      <h1>${this.say('tab-help')}</h1>
      <section class="panel guides">
        <h2>${this.say('guides-title')}</h2>
        ${getStatements(this.store)} ${getOrders(this.store)}
      </section>
      <section class="panel">
        <h2>${this.say('glossary-title')}</h2>
        <dl class="glossary">
          ${GROUPS.map((group) => html`<div><dt data-verdict=${group}>${icon(group)}${groupName(words, group)}</dt><dd>${groupAbout(words, group)}</dd></div>`)}
        </dl>
      </section>
      <section class="panel guides">
        <h2>${this.say('faq-title')}</h2>
        ${QUESTIONS.map((id) => html`<details class="guide"><summary>${this.say(id)}</summary><p>${words.attribute(id, 'answer')}</p></details>`)}
      </section>
      <section class="panel">
        <h2>${this.say('catalogue-title')}</h2>
        <p>${this.say('catalogue-lead')}</p>
        <button class="button" data-testid="to-catalogue" @click=${() => this.store.go({ name: 'rules' })}>${this.say('catalogue-title')}${icon('next')}</button>
      </section>
      <section class="panel">
        <h2>${this.say('keys-title')}</h2>
        ${keyList(this.store.words)}
      </section>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-help': Help;
  }
}
