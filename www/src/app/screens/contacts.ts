//! Whom to turn to in the person's region, each with its source and the day it was looked up.

import { html, nothing, type TemplateResult } from 'lit';
import { CONTACTS } from '../engine/report';
import { copyable } from './copyable';
import { isHere } from './region';
import type { Store } from './store';

export function contactList({ words, region }: Store): TemplateResult {
  return html`<ul class="contacts" role="list" data-testid="contacts">
    ${CONTACTS.filter((contact) => isHere(contact, region)).map(
      ({ id, value, date }) => html`<li>
        <h3>${words.say(`contact-${id}`)}</h3>
        ${value ? copyable(words, value) : nothing}
        <p>${words.attribute(`contact-${id}`, 'about')}</p>
        <p class="quiet">${words.say('contact-source', { source: words.attribute(`contact-${id}`, 'source') ?? '', day: words.day(date) })}</p>
      </li>`,
    )}
  </ul>`;
}
