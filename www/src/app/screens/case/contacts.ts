//! Whom to turn to: addresses and numbers to type, each with the day it was last seen to be right.

import table from '../../../../../crates/playbook/data/contacts.toml?raw';
import { sectionsOf, textOf } from './tables';

export interface Contact {
  /** Its words are `contact-<id>` and `contact-<id>.about`. */
  readonly id: string;
  readonly region: string;
  readonly step: string;
  /** Only for cards whose statement formats begin like this. */
  readonly issuer: string;
  /** Empty where only the person can find it: on the back of the card. */
  readonly value: string;
  readonly date: string;
}

let read: Contact[] | null = null;

/** All of a region. */
export function contactsIn(region: string): Contact[] {
  read ??= sectionsOf(table).flatMap(({ heading, values }) =>
    heading === 'contact'
      ? [{ id: textOf(values['id']), region: textOf(values['region']), step: textOf(values['step']), issuer: textOf(values['issuer']), value: textOf(values['value']), date: textOf(values['date']) }]
      : [],
  );
  return read.filter((contact) => contact.region === region);
}

/** What any holder may look for in their own issuer's app. */
const OF_ANY_ISSUER = 'pause-card';

/** `formats`: of the statements in question. Of a typed charge nobody knows the issuer. */
export function contactsFor(step: string, region: string, formats: readonly string[]): Contact[] {
  return contactsIn(region).filter((contact) => contact.step === step && (!contact.issuer || formats.some((format) => format.startsWith(contact.issuer) || (format === 'typed' && step === OF_ANY_ISSUER))));
}
