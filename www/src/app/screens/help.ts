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

const QUESTIONS = ['faq-safe', 'faq-keep', 'faq-files', 'faq-not-covered', 'faq-other-name', 'faq-flagged', 'faq-undo', 'faq-phone', 'faq-mail'] as const;
/** The parts of this page that have a line at its top, by their headings. */
const PARTS = ['guides-title', 'glossary-title', 'terms-title', 'whom-title', 'seal-title', 'faq-title', 'texts-title', 'catalogue-title'] as const;
const TERMS = ['term-statement', 'term-order-data', 'term-charge-day', 'term-coverage', 'term-amazon-pay', 'term-family-card'] as const;

@customElement('mioboe-help')
export class Help extends Screen {
  protected override render(): TemplateResult {
    const { words } = this.store;
    return html`<section class="page" data-testid="help">
      <h1>${this.say('tab-help')}</h1>
      <nav class="help-parts" aria-label=${this.say('help-parts')}>
        ${PARTS.map((id) => html`<button class="chip" data-testid="to-${id}" @click=${() => this.#goTo(id)}>${this.say(id)}</button>`)}
      </nav>
      <section class="panel guides">
        <h2 id="guides-title" tabindex="-1">${this.say('guides-title')}</h2>
        ${getStatements(this.store)} ${issuerList(this.store)} ${getOrders(this.store)}
        ${regionChoice(this.store)}
      </section>
      <section class="panel">
        <h2 id="glossary-title" tabindex="-1">${this.say('glossary-title')}</h2>
        <dl class="glossary">
          ${GROUPS.map((group) => html`<div><dt data-verdict=${group}>${icon(group)}${groupName(words, group)}</dt><dd>${groupAbout(words, group)}</dd></div>`)}
        </dl>
      </section>
      <section class="panel guides">
        <h2 id="terms-title" tabindex="-1">${this.say('terms-title')}</h2>
        <dl class="glossary">${TERMS.map((id) => html`<div><dt>${this.say(id)}</dt><dd>${words.attribute(id, 'about')}</dd></div>`)}</dl>
      </section>
      <section class="panel guides">
        <h2 id="whom-title" tabindex="-1">${this.say('whom-title')}</h2>
        <p>${this.say('whom-about')}</p>
        ${contactList(this.store)}
      </section>
      <section class="panel" data-testid="seal">
        <h2 id="seal-title" tabindex="-1">${this.say('seal-title')}</h2>
        <p>${this.say('seal-text')}</p>
        <h3>${this.say('seal-verify')}</h3>
        <ul class="ways">${linesOf(words.attribute('seal-verify', 'how')).map((line) => html`<li>${line}</li>`)}</ul>
        <p class="quiet">${this.say('seal-limits')}</p>
      </section>
      <section class="panel guides">
        <h2 id="faq-title" tabindex="-1">${this.say('faq-title')}</h2>
        ${QUESTIONS.map((id) => html`<details class="guide"><summary>${this.say(id)}</summary><p>${words.attribute(id, 'answer')}</p></details>`)}
      </section>
      <section class="panel">
        <h2 id="texts-title" tabindex="-1">${this.say('texts-title')}</h2>
        <p>${this.say('texts-lead')}</p>
        <button class="button" data-testid="to-texts" @click=${() => this.store.askMeaning('')}>${this.say('texts-title')}${icon('next')}</button>
      </section>
      <section class="panel">
        <h2 id="catalogue-title" tabindex="-1">${this.say('catalogue-title')}</h2>
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

  /** No link: the sealed frame has no address that could be changed. */
  #goTo(part: string): void {
    const heading = this.querySelector<HTMLElement>(`#${part}`);
    heading?.focus({ preventScroll: true });
    heading?.closest('section')?.scrollIntoView();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-help': Help;
  }
}
