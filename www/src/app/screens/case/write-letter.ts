//! Fills a letter from the charges it is about. What is not known stays a clear blank.

import type { ChargeReport, OrderReport, Report } from '../../engine/report';
import type { Lang } from '../../languages';
import { type Words, wordsIn } from '../../words';
import { findingArgs } from '../charge-words';
import { byDay, ordersById } from '../charges';
import type { ContactMade, StepNote } from '../kept';
import { sumOf } from '../sums';
import { lettersIn } from '../words';
import type { Details } from './details';
import { type Letter, letterTable, UNAUTHORISED } from './letters';

/** What a letter is about. */
export interface Matter {
  readonly report: Report;
  readonly charges: readonly ChargeReport[];
  readonly dispute: string;
  readonly details: Details;
  readonly steps: ReadonlyMap<string, StepNote>;
  readonly contacts: readonly ContactMade[];
  readonly region: string;
}

export interface Written {
  readonly subject: string | null;
  readonly text: string;
}

/** Findings that tell what happened to the account. */
const SIGNS = ['new-device', 'new-sign-in', 'new-address', 'card-added'];

/** Tells of a charge as well, so it speaks only where none of the others does. */
const SIGN_WITH_CHARGE = 'new-device-spend';

/** Whom a contact was with, as people write it. */
const AMAZON = /amazon|アマゾン/i;

const CHARGED_TWICE = 'charged-twice';

/** What stands for something unknown where the letter itself says what belongs there. */
const NONE = 'none';

/** What the order data say of a charge: there is an order, there is none, there never is one, it is nobody's that is known, or they do not speak of that day. */
type Traced = 'order' | 'none' | 'amazon-pay' | 'other-shop' | 'look-alike' | 'uncovered';

/** A digit run that may be the last four of a card, and nothing longer. */
const LAST_FOUR = /(\d{4})$/;

export function writeLetter(letter: Letter, pageLang: Lang, matter: Matter): Written {
  const lang = letter.writtenIn ?? pageLang;
  const letters = lettersIn(lang);
  const blank = letters.say('letter-blank');
  const args: Record<string, string> = {};
  for (const name of letter.variables) args[name] = (VARIABLES[name]?.(matter, wordsIn(lang, matter.region)) ?? '') || blank;
  return { subject: letters.attribute(letter.id, 'subject', args), text: letters.say(letter.id, args) };
}

/** What Amazon is asked, and asked again. */
const TO_AMAZON = ['contact-amazon', 'escalate'];

/** The letters that serve here: those of the region, to a seller only where there is one, to Amazon only about its own charges. */
export function lettersFor(letters: readonly Letter[], { charges, report, region }: Matter): Letter[] {
  const named = letters.some(({ regions }) => regions.includes(region)) ? region : 'elsewhere';
  const seller = sellerOf(report, charges);
  const amazons = !charges.length || charges.some(({ service }) => service !== 'other');
  return letters.filter(({ regions, variables, step }) => (!regions.length || regions.includes(named)) && (seller || !variables.includes('seller')) && (amazons || !TO_AMAZON.includes(step)));
}

const VARIABLES: Readonly<Record<string, (matter: Matter, words: Words) => string>> = {
  name: ({ details }) => details.name.trim() || NONE,
  contact: ({ details }) => details.contact.trim() || NONE,
  issuer: ({ details, report, charges }, words) => details.issuer.trim() || issuerOf(report, charges, words) || NONE,
  noticed: ({ details }, words) => (details.noticed ? words.date(details.noticed) : ''),
  today: ({ report }, words) => words.date(report.today),
  dispute: ({ dispute }) => dispute,
  charges: (matter, words) =>
    [
      ...[...matter.charges].sort(byDay).map((charge) => chargeLine('letter-charge', charge, words)),
      // Not part of what is disputed, and what shows that it is one too many.
      ...twinsOf(matter).map((charge) => chargeLine('letter-twin', charge, words)),
    ].join('\n'),
  amount: ({ charges }, words) => words.list(totals(charges, words)),
  card: ({ charges }, words) => words.list([...new Set(charges.flatMap(({ card, cardFirst }) => (cardFirst ? [] : LAST_FOUR.exec(card ?? '')?.[1] ?? [])))]),
  seller: ({ report, charges }) => sellerOf(report, charges),
  orders: ({ report, charges, dispute }, words) => {
    const orders = ordersOf(report, charges);
    return orders.length ? orders.map((order) => orderLine(order, words)).join('\n') : charges.length ? words.say('letter-no-order', { traced: tracedOf(report, charges), dispute }) : '';
  },
  details: (matter, words) => detailLines(matter, words).join('\n') || NONE,
  traced: ({ report, charges }) => tracedOf(report, charges),
  records: (matter, words) => recordLines(matter, words).join('\n'),
  contacted: ({ steps, contacts }, words) => {
    const day = contacts.find(({ whom }) => AMAZON.test(whom))?.day ?? steps.get('contact-amazon')?.doneOn;
    return day ? words.date(day) : NONE;
  },
  family: ({ steps }) => (steps.get('check-family')?.done ? 'asked' : 'not-asked'),
  account: ({ report }, words) => signs(report, words) || NONE,
  signs: ({ report }, words) => signs(report, words),
};

/** Of charges of which different things are true nothing more can be said. */
function tracedOf(report: Report, charges: readonly ChargeReport[]): Traced | 'some' {
  const [first, ...others] = new Set(charges.map((charge) => traced(report, charge)));
  return first && !others.length ? first : 'some';
}

function traced({ coverage }: Report, { orders, service, verdict, date }: ChargeReport): Traced {
  if (orders.length) return 'order';
  if (service === 'amazon-pay') return 'amazon-pay';
  if (service === 'other') return 'other-shop';
  if (service === 'look-alike') return 'look-alike';
  const span = coverage.orders;
  const covered = verdict !== 'notCovered' && span && date && span.from <= date && date <= span.to;
  return covered ? 'none' : 'uncovered';
}

/** What the findings that made it this dispute say: sums, days and orders. */
function detailLines({ report, charges, dispute }: Matter, words: Words): string[] {
  if (dispute === UNAUTHORISED) return [];
  const { disputes } = letterTable();
  const own = report.findings.filter((finding) => disputes.get(finding.rule) === dispute && charges.some(({ id }) => finding.charges.includes(id)));
  return own.map((finding) => words.say('letter-line', { text: words.say(`finding-${finding.rule}`, findingArgs(words, finding, (day) => words.date(day))) }));
}

function signs(report: Report, words: Words): string {
  const found = report.findings.filter(({ rule }) => SIGNS.includes(rule));
  const told = found.length ? found : report.findings.filter(({ rule }) => rule === SIGN_WITH_CHARGE);
  return told.map((finding) => words.say('letter-line', { text: words.say(`finding-${finding.rule}`, findingArgs(words, finding, (day) => words.date(day))) })).join('\n');
}

function chargeLine(id: string, { date, amount, currency, merchant }: ChargeReport, words: Words): string {
  return words.say(id, { day: date ? words.date(date) : words.say('no-day'), amount: words.money(amount, currency), merchant });
}

/** Of a charge made twice, the other one. */
function twinsOf({ report, charges, dispute }: Matter): ChargeReport[] {
  if (dispute !== CHARGED_TWICE) return [];
  const disputes = letterTable().disputes;
  return report.charges.filter((twin) =>
    !charges.includes(twin) &&
    charges.some((charge) =>
      charge.amount === twin.amount &&
      charge.currency === twin.currency &&
      (charge.orders.some(({ orderId }) => twin.orders.some((other) => other.orderId === orderId)) ||
        report.findings.some((finding) => disputes.get(finding.rule) === CHARGED_TWICE && finding.charges.includes(charge.id) && finding.charges.includes(twin.id)))));
}

function orderLine({ orderId, ordered, items }: OrderReport, words: Words): string {
  const about = [ordered ? words.date(ordered) : '', items.join(words.say('because-joint'))].filter(Boolean).join(words.say('because-joint'));
  return about ? words.say('letter-order', { order: orderId, about }) : words.say('letter-line', { text: orderId });
}

/** What was done so far, by day: each contact with its answer, and each ticked step with its note. */
function recordLines({ steps, contacts }: Matter, words: Words): string[] {
  const told = contacts.map(({ day, whom, answer }) => ({ day, said: words.say('record-contact', { whom }), answer }));
  const done = [...steps].flatMap(([step, { done, doneOn, note }]) => (done ? [{ day: doneOn ?? '', said: words.attribute(`step-${step}`, 'done') ?? step, answer: note }] : []));
  return [...told, ...done]
    .sort((a, b) => (a.day < b.day ? -1 : b.day < a.day ? 1 : 0))
    .map(({ day, said, answer }) => words.say('letter-line', { text: [day ? words.date(day) : '', said, answer].filter(Boolean).join(words.say('record-joint')) }));
}

function totals(charges: readonly ChargeReport[], words: Words): string[] {
  const currencies = [...new Set(charges.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const amounts = charges.filter((charge) => charge.currency === currency).map(({ amount }) => amount);
    return words.money(sumOf(amounts), currency);
  });
}

function ordersOf(report: Report, charges: readonly ChargeReport[]): OrderReport[] {
  const orders = ordersById(report);
  const ids = new Set(charges.flatMap((charge) => charge.orders.map(({ orderId }) => orderId)));
  return [...ids].flatMap((id) => orders.get(id) ?? []);
}

/** Formats that many issuers' statements may have. */
const NO_ISSUERS = ['moneyforward', 'table', 'zaim'];

/** Whose statement it is, where the file's form tells and all charges are on one. */
export function issuerOf(report: Report, charges: readonly ChargeReport[], words: Words): string {
  const formats = new Set(charges.map((charge) => report.sources.find(({ id }) => id === charge.source)?.format));
  const [format, ...others] = [...formats];
  if (!format || others.length || NO_ISSUERS.includes(format)) return '';
  // Behind the name stands which of the issuer's tables it is.
  return words.find(`format-${format}`)?.replace(/\s*[（(].*$/, '') ?? '';
}

/** The first seller that is not Amazon itself. */
function sellerOf(report: Report, charges: readonly ChargeReport[]): string {
  return ordersOf(report, charges).find(({ seller }) => seller && !/^amazon/i.test(seller))?.seller ?? '';
}
