//! How a step is done: numbered clicks, and the addresses and numbers to type.

import { html, nothing, type TemplateResult } from 'lit';
import { CONTACTS, type PlanStep } from '../engine/report';
import { copyable } from './copyable';
import { linesOf } from './guides';
import { isHere } from './region';
import type { Store } from './store';

/** `planned`: the step of the plan, which knows whose cards are concerned; without it the contacts are those for everybody. */
export function howTo({ words, region, place, advised }: Store, step: string, planned: PlanStep | null): TemplateResult {
  const lines = linesOf(words.attribute(`step-${step}`, 'how', place));
  const contacts = planned
    ? (advised?.contacts.filter(({ id }) => planned.contacts.includes(id)) ?? [])
    : CONTACTS.filter((contact) => isHere(contact, region) && contact.step === step && !contact.issuer);
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
