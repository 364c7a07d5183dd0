//! The judged mails in short: one card each, with the verdict and what weighs most.

import { html, nothing, type TemplateResult } from 'lit';
import type { MailReasonReport, MailReport } from '../engine/report';
import type { Words } from '../words';
import { icon, type IconName } from './icons';
import type { Store } from './store';

/** Reasons on the card; the others are one press away. */
const FIRST_REASONS = 2;

/** Each verdict and weight has a drawing and a colour that charges have already. */
const LOOKS: Readonly<Record<string, IconName>> = {
  dangerous: 'notMine',
  doubtful: 'ask',
  'genuine-looking': 'explained',
  danger: 'notMine',
  doubt: 'ask',
  note: 'notCovered',
  for: 'explained',
};

export function mailIcon(verdictOrWeight: string) {
  return icon(LOOKS[verdictOrWeight] ?? 'ask');
}

/** What speaks against the mail is said before what speaks for it; neither without its place in the sentence. */
export function reasonText(words: Words, { code, args }: MailReasonReport): string {
  return words.say(`mail-${code}`, args);
}

/** What the person sees of a mail in their mail program: its subject, or its sender. */
export function mailName(words: Words, { subject, fromName, fromAddress }: MailReport): string {
  return subject || fromName || fromAddress || words.say('mail-without-subject');
}

export function mailCards(store: Store): TemplateResult | typeof nothing {
  const mails = store.report?.mails ?? [];
  if (!mails.length) return nothing;
  const { words } = store;
  return html`<section class="mail-cards" aria-label=${words.say('mails-title')} data-testid="mail-cards">
    <h2>${words.say('mails-title')}</h2>
    <ul role="list">
      ${mails.map(
        (mail) => html`<li class="mail-card" data-verdict=${mail.verdict} data-testid="mail-card">
          <p class="mail-verdict">${mailIcon(mail.verdict)}<b>${words.say(`mail-${mail.verdict}`)}</b></p>
          <p class="mail-subject"><bdi>${mailName(words, mail)}</bdi></p>
          <ul>${mail.reasons.slice(0, FIRST_REASONS).map((reason) => html`<li>${reasonText(words, reason)}</li>`)}</ul>
          <button class="button" data-testid="open-mail" @click=${() => store.go({ name: 'mail', id: mail.id })}>${words.say('mail-open')}${icon('next')}</button>
        </li>`,
      )}
    </ul>
  </section>`;
}
