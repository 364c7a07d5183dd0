//! Questions people have, words explained, and the keys.

import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { groupAbout, groupName } from './charge-words';
import { GROUPS } from './charges';
import { contactList } from './contacts';
import { getOrders, getStatements, linesOf } from './guides';
import { icon } from './icons';
import { issuerList } from './issuers';
import { keyList } from './keys';
import { regionChoice } from './region-choice';
import { Screen } from './screen';

const QUESTIONS = ['faq-safe', 'faq-files', 'faq-not-covered', 'faq-other-name', 'faq-flagged', 'faq-phone', 'faq-mail'] as const;
const TERMS = ['term-statement', 'term-order-data', 'term-charge-day', 'term-coverage', 'term-amazon-pay', 'term-family-card'] as const;

@customElement('mioboe-help')
export class Help extends Screen {
  protected override render(): TemplateResult {
    const { words } = this.store;
    return html`<section class="page" data-testid="help">
      <h1>${this.say('tab-help')}</h1>
      <section class="panel guides">
        <h2>${this.say('guides-title')}</h2>
        ${getStatements(this.store)} ${issuerList(this.store)} ${getOrders(this.store)}
        ${regionChoice(this.store)}
      </section>
      <section class="panel">
        <h2>${this.say('glossary-title')}</h2>
        <dl class="glossary">
          ${GROUPS.map((group) => html`<div><dt data-verdict=${group}>${icon(group)}${groupName(words, group)}</dt><dd>${groupAbout(words, group)}</dd></div>`)}
        </dl>
      </section>
      <section class="panel guides">
        <h2>${this.say('terms-title')}</h2>
        <dl class="glossary">${TERMS.map((id) => html`<div><dt>${this.say(id)}</dt><dd>${words.attribute(id, 'about')}</dd></div>`)}</dl>
      </section>
      <section class="panel guides">
        <h2>${this.say('whom-title')}</h2>
        <p>${this.say('whom-about')}</p>
        ${contactList(this.store)}
      </section>
      <section class="panel" data-testid="seal">
        <h2>${this.say('seal-title')}</h2>
        <p>${this.say('seal-text')}</p>
        <h3>${this.say('seal-verify')}</h3>
        <ul class="ways">${linesOf(words.attribute('seal-verify', 'how')).map((line) => html`<li>${line}</li>`)}</ul>
        <p class="quiet">${this.say('seal-limits')}</p>
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
      <section class="panel">
        <h2>${this.say('about-title')}</h2>
        <p>${this.say('about-text')}</p>
        <p>${this.say('not-affiliated')} ${this.say('no-advice')}</p>
      </section>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-help': Help;
  }
}
