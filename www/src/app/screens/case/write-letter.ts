//! Fills a letter from what the case says it is about. What is not known stays a clear blank.

import type { ChargeReport, Deed, LetterReport, Matter, OrderReport, Report } from '../../engine/report';
import { type Lang, LANGS } from '../../languages';
import { type Words, wordsIn } from '../../words';
import { findingArgs, findingsOf } from '../charge-words';
import { homeOf } from '../region';
import { lettersIn } from '../words';
import type { Details } from './details';

/** What a letter is filled from. */
export interface Filling {
  readonly report: Report;
  readonly matter: Matter;
  readonly today: string;
  readonly details: Details;
  readonly region: string;
}

export interface Written {
  readonly subject: string | null;
  readonly text: string;
}

/** What stands for something unknown where the letter itself says what belongs there. */
const NONE = 'none';

/** The language of its text: the page's, where it has none of its own. */
export function langOf({ writtenIn }: LetterReport, pageLang: Lang): Lang {
  return LANGS.find((lang) => lang === writtenIn) ?? pageLang;
}

export function writeLetter(letter: LetterReport, pageLang: Lang, filling: Filling): Written {
  const lang = langOf(letter, pageLang);
  const letters = lettersIn(lang);
  const blank = letters.say('letter-blank');
  const args: Record<string, string> = {};
  for (const name of letter.variables) args[name] = (VARIABLES[name]?.(filling, wordsIn(lang, homeOf(filling.region).law)) ?? '') || blank;
  return { subject: letters.attribute(letter.id, 'subject', args), text: letters.say(letter.id, args) };
}

const VARIABLES: Readonly<Record<string, (filling: Filling, words: Words) => string>> = {
  name: ({ details }) => details.name.trim() || NONE,
  contact: ({ details }) => details.contact.trim() || NONE,
  issuer: ({ details, matter }, words) => details.issuer.trim() || issuerName(matter, words) || NONE,
  noticed: ({ details }, words) => (details.noticed ? words.date(details.noticed) : ''),
  today: ({ today }, words) => words.date(today),
  dispute: ({ matter }) => matter.dispute,
  charges: ({ report, matter }, words) =>
    [
      ...named(report, matter.charges).map((charge) => chargeLine('letter-charge', charge, words)),
      // Not part of what is disputed, and what shows that it is one too many.
      ...named(report, matter.twins).map((charge) => chargeLine('letter-twin', charge, words)),
    ].join('\n'),
  amount: ({ matter }, words) => words.list(matter.sums.map(({ amount, currency }) => words.money(amount, currency))),
  card: ({ matter }, words) => words.list(matter.cards),
  seller: ({ matter }) => matter.seller ?? '',
  orders: ({ report, matter: { orders, charges, traced, dispute } }, words) => {
    const found = orders.flatMap((id) => report.orders.find(({ orderId }) => orderId === id) ?? []);
    return found.length ? found.map((order) => orderLine(order, words)).join('\n') : charges.length ? words.say('letter-no-order', { traced, dispute }) : '';
  },
  details: ({ report, matter }, words) => findingLines(report, matter.details, words) || NONE,
  traced: ({ matter }) => matter.traced,
  paid: ({ matter }) => matter.paid ?? NONE,
  records: ({ matter }, words) => matter.records.map((deed) => recordLine(deed, words)).join('\n'),
  contacted: ({ matter: { contacted } }, words) => (contacted ? words.date(contacted) : NONE),
  family: ({ matter }) => (matter.familyAsked ? 'asked' : 'not-asked'),
  account: ({ report, matter }, words) => findingLines(report, matter.signs, words) || NONE,
  signs: ({ report, matter }, words) => findingLines(report, matter.signs, words),
};

function named({ charges }: Report, ids: readonly string[]): ChargeReport[] {
  const wanted = new Set(ids);
  const byId = new Map(charges.flatMap((charge) => (wanted.has(charge.id) ? [[charge.id, charge] as const] : [])));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function findingLines(report: Report, at: readonly number[], words: Words): string {
  return findingsOf(report, at)
    .map((finding) => words.say('letter-line', { text: words.say(`finding-${finding.rule}`, findingArgs(words, finding, (day) => words.date(day))) }))
    .join('\n');
}

function chargeLine(id: string, { date, amount, currency, merchant }: ChargeReport, words: Words): string {
  return words.say(id, { day: date ? words.date(date) : words.say('no-day'), amount: words.money(amount, currency), merchant });
}

function orderLine({ orderId, ordered, items }: OrderReport, words: Words): string {
  const about = [ordered ? words.date(ordered) : '', items.join(words.say('because-joint'))].filter(Boolean).join(words.say('because-joint'));
  return about ? words.say('letter-order', { order: orderId, about }) : words.say('letter-line', { text: orderId });
}

/** A contact with its answer, or a ticked step with its note. */
function recordLine({ day, step, whom, answer }: Deed, words: Words): string {
  const said = step === null ? words.say('record-contact', { whom: whom ?? '' }) : (words.attribute(`step-${step}`, 'done') ?? step);
  return words.say('letter-line', { text: [day ? words.date(day) : '', said, answer].filter(Boolean).join(words.say('record-joint')) });
}

/** Whose statement it is; behind the format's name stands which of the issuer's tables it is. */
export function issuerName({ issuer }: Matter, words: Words): string {
  return (issuer && words.find(`format-${issuer}`)?.replace(/\s*[（(].*$/, '')) ?? '';
}
