//! How a step is done: numbered clicks, and the addresses and numbers to type.

import { html, nothing, type TemplateResult } from 'lit';
import type { ChargeReport } from '../engine/report';
import { contactsFor } from './case/contacts';
import { copyable } from './copyable';
import { linesOf } from './guides';
import type { Store } from './store';

export function howTo({ words, region, report }: Store, step: string, charges: readonly ChargeReport[]): TemplateResult {
  const lines = linesOf(words.attribute(`step-${step}`, 'how', { region }));
  const formats = charges.flatMap(({ source }) => report?.sources.find(({ id }) => id === source)?.format ?? []);
  const contacts = contactsFor(step, region, formats);
  return html`<ol>${lines.map((line) => html`<li>${line}</li>`)}</ol>
    ${contacts.length
      ? html`<ul class="contacts" role="list" data-testid="contacts-${step}">
            ${contacts.map(
              ({ id, value, date }) => html`<li>
                <b>${words.say(`contact-${id}`)}</b>
                ${value ? copyable(words, value) : nothing}
                <span class="quiet">${words.attribute(`contact-${id}`, 'about')} ${value ? words.say('contact-as-of', { day: words.day(date) }) : nothing}</span>
              </li>`,
            )}
          </ul>`
      : nothing}`;
}
