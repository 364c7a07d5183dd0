//! One mail: the verdict, every reason, where its links lead, and what to do. Nothing of the mail itself is shown but plain text.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { MailLinkReport, MailReport } from '../engine/report';
import { plainText } from '../plain-text';
import { icon } from './icons';
import { mailIcon, reasonText } from './mail-cards';
import { Screen } from './screen';
import { howTo } from './step-how';

/** What to do with any such mail. */
const STEP = 'beware-phishing';

/** More links are one press away. */
const FIRST_LINKS = 8;

@customElement('mioboe-mail')
export class MailView extends Screen {
  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { view, words, report } = store;
    const mail = view.name === 'mail' ? report?.mails.find(({ id }) => id === view.id) : undefined;
    if (!mail) return html`<section class="page"><p>${this.say('mail-gone')}</p><button class="link-button" @click=${() => store.go({ name: 'files' })}>${icon('back')}${this.say('tab-files')}</button></section>`;
    return html`<section class="page mail" data-testid="mail" data-verdict=${mail.verdict}>
      <button class="link-button back-link" @click=${() => store.go({ name: 'results' })}>${icon('back')}${this.say('tab-results')}</button>
      <div class="mail-answer" data-verdict=${mail.verdict}>
        <h1>${mailIcon(mail.verdict)}<span>${words.say(`mail-${mail.verdict}`)}</span></h1>
        <p>${words.attribute(`mail-${mail.verdict}`, 'about')}</p>
      </div>
      ${this.#entered(mail)}
      <section class="panel">
        <h2>${this.say('mail-reasons')}</h2>
        <ul class="mail-reasons" role="list" data-testid="mail-reasons">
          ${mail.reasons.map((reason) => html`<li data-weight=${reason.weight}>${mailIcon(reason.weight)}<span><span class="visually-hidden">${this.say(`weight-${reason.weight}`)}: </span>${reasonText(words, reason)}</span></li>`)}
        </ul>
      </section>
      <section class="panel">
        <h2>${this.say('mail-headings')}</h2>
        ${this.#headings(mail)}
      </section>
      ${mail.links.length ? this.#links(mail.links) : nothing}
      <section class="panel">
        <h2>${words.say(`step-${STEP}`, store.place)}</h2>
        <div>${howTo(store, STEP, null)}</div>
      </section>
    </section>`;
  }

  /** What was entered counts, whatever the mail looks like. */
  #entered(mail: MailReport): TemplateResult {
    const { store } = this;
    return mail.entered
      ? html`<div class="callout" data-kind="urgent" data-testid="mail-entered-note">
          <h2>${this.say('mail-entered-title')}</h2>
          <p>${this.say('mail-entered-text')}</p>
          <div class="actions">
            <button class="button" data-look="primary" data-testid="mail-steps" @click=${() => store.go({ name: 'steps' })}>${icon('steps')}${this.say('mail-steps')}</button>
            <button class="link-button" data-testid="mail-not-entered" @click=${() => store.setEntered(mail.id, 'no')}>${this.say('mail-not-entered')}</button>
          </div>
        </div>`
      : html`<div class="callout">
          <h2>${this.say('mail-ask-entered')}</h2>
          <p>${this.say('mail-ask-entered-text')}</p>
          <div class="actions"><button class="button" data-testid="mail-entered" @click=${() => store.setEntered(mail.id, 'yes', { name: 'steps' })}>${this.say('mail-entered')}</button></div>
        </div>`;
  }

  #headings(mail: MailReport): TemplateResult {
    const { words } = this.store;
    const rows: [string, string | null][] = [
      ['mail-subject', mail.subject],
      ['mail-from', [mail.fromName, mail.fromAddress && `<${mail.fromAddress}>`].filter(Boolean).join(' ')],
      ['mail-reply-to', mail.replyTo],
      ['mail-date', mail.date && words.day(mail.date)],
      ['mail-attachments', mail.attachments.join(', ')],
      ['mail-orders', mail.orders.join(', ')],
    ];
    return html`<dl class="facts">
      ${rows.flatMap(([label, value]) => (value ? html`<div><dt>${this.say(label)}</dt><dd><bdi>${plainText(value)}</bdi></dd></div>` : []))}
    </dl>`;
  }

  #links(links: readonly MailLinkReport[]): TemplateResult {
    const worst = links.toSorted((a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight));
    const rest = worst.slice(FIRST_LINKS);
    return html`<section class="panel">
      <h2>${this.say('mail-links', { count: links.length })}</h2>
      <p class="quiet">${this.say('mail-links-text')}</p>
      <ul class="mail-links" role="list" data-testid="mail-links">${worst.slice(0, FIRST_LINKS).map((link) => this.#link(link))}</ul>
      ${rest.length ? html`<details><summary>${this.say('mail-more-links', { count: rest.length })}</summary><ul class="mail-links" role="list">${rest.map((link) => this.#link(link))}</ul></details>` : nothing}
    </section>`;
  }

  #link({ text, target, weight }: MailLinkReport): TemplateResult {
    return html`<li data-weight=${weight}>
      ${mailIcon(weight)}
      <span>
        ${text ? html`<span class="quiet">${this.say('mail-link-shown', { text })}</span>` : nothing}
        <code>${plainText(target)}</code>
      </span>
    </li>`;
  }
}

/** What is worst comes first. */
const WEIGHTS = ['danger', 'doubt', 'note', 'for'];

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-mail': MailView;
  }
}
