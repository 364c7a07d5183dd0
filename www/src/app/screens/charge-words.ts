//! What is said of a charge, a finding or a source. Composes sentences, never a verdict or a sum.

import type { ChargeReport, FindingReport, OrderReport, RenewalReport, Report, SourceReport } from '../engine/report';
import type { Args, Words } from '../words';
import { type Group, itemsOf } from './charges';

const SUMS = new Set(['amount', 'oldAmount', 'newAmount']);
const DAYS = new Set(['date', 'until', 'from', 'to']);
const COUNTS = new Set(['count', 'days', 'together']);

/** What the sentences of the report may ask for. What is absent is said as `none`. */
const ASKED = [
  'address', 'amount', 'card', 'count', 'date', 'days', 'device', 'file', 'from', 'holder', 'item', 'merchant',
  'newAmount', 'oldAmount', 'orderId', 'plan', 'plans', 'seller', 'service', 'subject', 'to', 'together', 'until',
];
const NOTHING_KNOWN: Args = Object.fromEntries(ASKED.map((name) => [name, 'none']));

/** The finding's values as its sentences want them: sums, days and services in words, counts as numbers. `say`: how a day is written. */
export function findingArgs(words: Words, finding: FindingReport, say: (day: string) => string = (day) => words.day(day)): Args {
  const currency = finding.args['currency'] ?? '';
  const said = Object.entries(finding.args).map(([name, value]) => {
    if (SUMS.has(name)) return [name, words.money(value, currency)] as const;
    if (DAYS.has(name)) return [name, say(value)] as const;
    if (COUNTS.has(name) && /^\d+$/.test(value)) return [name, Number(value)] as const;
    if (name === 'merchant') return [name, inSentence(value)] as const;
    if (name === 'service') return [name, serviceName(words, value)] as const;
    if (name === 'holder' && !isName(value)) return [name, 'none'] as const;
    if (name === 'plans') return [name, words.either(value.split(',').map((plan) => planName(words, { name: plan, service: '' })))] as const;
    if (name === 'plan') return [name, planName(words, { name: value, service: finding.args['service'] ?? '' })] as const;
    return [name, value] as const;
  });
  return { ...NOTHING_KNOWN, ...Object.fromEntries(said) };
}

/** In a few words, what the charge is: the things bought where an order explains it, else why it stands where it does. `isAtRest`: the person's word has ended the matter. */
export function inBrief(words: Words, charge: ChargeReport, group: Group, isAtRest: boolean, orders: ReadonlyMap<string, OrderReport>): string {
  const items = charge.orders.flatMap((ref) => itemsOf(ref, orders.get(ref.orderId)));
  const [first] = items;
  if ((group === 'explained' || group === 'settled') && first) {
    return 1 < items.length ? words.say('item-and-more', { item: first, more: items.length - 1 }) : first;
  }
  if (group === 'other') return '';
  // What the person has confirmed is no longer called by what the files lack.
  const label = (isAtRest ? null : causeLabel(words, charge)) ?? words.find(`service-${charge.service}`) ?? groupName(words, group);
  return first ? words.say('cause-of-item', { cause: label, item: first }) : label;
}

/** The person's own word makes two groups of its own; the others are the report's verdicts. */
export function groupName(words: Words, group: Group): string {
  return isOwnWord(group) ? words.say(`group-${group}`) : words.say(`verdict-${group}`);
}

export function groupAbout(words: Words, group: Group): string {
  if (isOwnWord(group)) return words.say(`group-${group}-about`);
  return words.attribute(`verdict-${group}`, 'about') ?? '';
}

/** The name in one or two words. */
export function groupLabel(words: Words, group: Group): string {
  return words.attribute(isOwnWord(group) ? `group-${group}` : `verdict-${group}`, 'short') ?? groupName(words, group);
}

/** What the person said, not what the files say. */
export function isOwnWord(group: Group): boolean {
  return group === 'notMine' || group === 'settled';
}

/** The cause in two or three words. */
export function causeLabel(words: Words, charge: ChargeReport): string | null {
  if (!charge.cause) return null;
  const id = `cause-${charge.cause}`;
  return words.attribute(id, 'short') ?? words.find(id, chargeArgs(words, charge)) ?? charge.cause;
}

/** The cause in a sentence. */
export function causeSentence(words: Words, charge: ChargeReport): string | null {
  return charge.cause ? words.say(`cause-${charge.cause}`, chargeArgs(words, charge)) : null;
}

/** The finding that is the verdict's own reason; it says the same as the cause, with this charge's values. */
export function mainFinding(report: Report, charge: ChargeReport): FindingReport | undefined {
  return findingsOf(report, charge.findings).find(({ rule }) => rule === charge.cause);
}

/** The digits of its card that the statement shows. */
export function cardOf(words: Words, { card, cardFirst }: ChargeReport): string {
  if (!card) return '';
  return words.say(cardFirst ? 'card-beginning' : 'card-ending', { card });
}

export function chargeArgs(words: Words, charge: ChargeReport): Args {
  const args: Record<string, string | number> = {
    ...NOTHING_KNOWN,
    amount: words.money(charge.amount, charge.currency),
    merchant: inSentence(charge.merchant),
    service: serviceName(words, charge.service),
  };
  if (charge.date) args['date'] = words.day(charge.date);
  if (charge.card && !charge.cardFirst) args['card'] = charge.card;
  if (charge.holder && isName(charge.holder)) args['holder'] = charge.holder;
  const [order] = charge.orders;
  if (order) args['orderId'] = order.orderId;
  return args;
}

/** Letters of full width, and kana of half width. Other letters that look alike stay as they are: they may be a trick. */
const ODD_WIDTHS = /[\u3000\uff01-\uff5e\uff61-\uff9f]+/g;

/** A name as a sentence can have it, where letters of full width would break anywhere. The row of the file stands beside it as it is. */
export function inSentence(merchant: string): string {
  return merchant.replace(ODD_WIDTHS, (letters) => letters.normalize('NFKC'));
}

/** Some statements mark a family card with a sign or a number alone, which names nobody. */
export function isName(holder: string): boolean {
  return /\p{L}/u.test(holder);
}

/** Plans are named by their own id, by their service, or by the words of the statement. */
export function planName(words: Words, { name, service }: Pick<RenewalReport, 'name' | 'service'>): string {
  const known = words.find(`plan-${name}`) ?? words.find(`service-${name}`);
  if (known) return known;
  // Prime is Prime, however the file spells it and whatever the statement calls it; channels of Prime Video have names of their own.
  if (service === 'amazon-prime' || PRIME_IN_FILES.test(name)) return serviceName(words, 'amazon-prime');
  return name || serviceName(words, service);
}

const PRIME_IN_FILES = /^(amazon )?prime membership/i;

export function serviceName(words: Words, service: string): string {
  return words.find(`service-${service}`) ?? service;
}

export function findingsOf(report: Report, at: readonly number[]): FindingReport[] {
  return at.flatMap((index) => report.findings[index] ?? []);
}

/** `202610.csv line 17`. */
export function placeOf(words: Words, source: SourceReport | undefined, lines: readonly number[]): string {
  const name = source?.name ?? '';
  if (!lines.length) return name;
  return words.say('place-lines', { file: name, lines: lines.map((line) => words.count(line)).join(', '), count: lines.length });
}

export function formatName(words: Words, source: SourceReport): string {
  const format = source.format && words.find(`format-${source.format}`);
  return format || words.find(`kind-${source.kind}`) || source.format || source.kind;
}

/** Why a charge was judged as it was, a sentence each. */
export function reasonsOf(report: Report, charge: ChargeReport, words: Words): string[] {
  const cause = mainFinding(report, charge) ? null : causeSentence(words, charge);
  return [...(cause ? [cause] : []), ...findingsOf(report, charge.findings).map((finding) => words.say(`finding-${finding.rule}`, findingArgs(words, finding)))];
}

/** The kind of statement beside the file, because the file's own name may be left out. */
export function whereOf(report: Report, charge: ChargeReport, words: Words): string {
  const source = report.sources.find(({ id }) => id === charge.source);
  return source ? `${formatName(words, source)} ${placeOf(words, source, [charge.line])}` : '';
}
