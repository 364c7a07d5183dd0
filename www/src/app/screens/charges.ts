//! The list of charges as the person wants it: what needs them first, filtered and sorted. Makes no verdict and no sum.

import type { ChargeReport, Group, OrderRef, OrderReport, Report, Sum, Together } from '../engine/report';
import { fold } from './fold';

/** Where a charge stands for the person, most urgent first. */
export const GROUPS = ['notMine', 'flagged', 'ask', 'notCovered', 'explained', 'settled', 'other'] as const satisfies readonly Group[];
export type { Group };

/** What the four tiles count and filter by. */
export const TILES = ['flagged', 'ask', 'notCovered', 'explained'] as const;
export type Tile = (typeof TILES)[number];

export const ORDERINGS = ['newest', 'oldest', 'largest'] as const;
export type Ordering = (typeof ORDERINGS)[number];

export interface Filter {
  readonly tile: Tile | null;
  readonly text: string;
  /** `2026-09`, or empty for all. */
  readonly month: string;
  /** Last digits, or empty for all. */
  readonly card: string;
  /** Its id, or empty for all. */
  readonly service: string;
  readonly others: 'hidden' | 'shown';
  /** `new`: only what was not there the last time. */
  readonly since: 'ever' | 'new';
  readonly ordering: Ordering;
}

export const NO_FILTER: Filter = { tile: null, text: '', month: '', card: '', service: '', others: 'hidden', since: 'ever', ordering: 'newest' };

export interface ChargeGroup {
  readonly group: Group;
  readonly charges: readonly ChargeReport[];
}

/** The tile a group is counted under; `null` for other merchants. */
export function tileOf(group: Group): Tile | null {
  if (group === 'notMine') return 'flagged';
  if (group === 'settled') return 'explained';
  return group === 'other' ? null : group;
}

/** Groups side by side that one tile counts together. */
export function byTile(groups: readonly ChargeGroup[]): ChargeGroup[][] {
  const tiles: ChargeGroup[][] = [];
  for (const one of groups) {
    const before = tiles.at(-1);
    if (before?.[0] && tileOf(before[0].group) === tileOf(one.group)) before.push(one);
    else tiles.push([one]);
  }
  return tiles;
}

/** Charges that are one question, as far as they are listed. */
export interface Question {
  readonly charges: readonly ChargeReport[];
  /** Of all of them; none where the filter leaves some out. */
  readonly sums: readonly Sum[];
}

/** What of a list is asked about together, and what is left of it. A question of which one charge is listed is no list of its own. */
export function apart(charges: readonly ChargeReport[], together: readonly Together[]): { readonly questions: readonly Question[]; readonly others: readonly ChargeReport[] } {
  if (!together.length) return { questions: [], others: charges };
  const questionOf = new Map(together.flatMap((one) => one.charges.map((id) => [id, one] as const)));
  const listed = new Map<Together, ChargeReport[]>();
  for (const charge of charges) {
    const one = questionOf.get(charge.id);
    if (one) listed.set(one, [...(listed.get(one) ?? []), charge]);
  }
  const questions = [...listed].flatMap(([one, some]) => (1 < some.length ? [{ charges: some, sums: some.length === one.charges.length ? one.sums : [] }] : []));
  if (!questions.length) return { questions, others: charges };
  const asked = new Set(questions.flatMap((question) => question.charges));
  return { questions, others: charges.filter((charge) => !asked.has(charge)) };
}

/** By day; what has none comes last. */
export function byDay({ date: a }: ChargeReport, { date: b }: ChargeReport): number {
  return a === b ? 0 : (a ?? '9999') < (b ?? '9999') ? -1 : 1;
}

export function ordersById(report: Report): ReadonlyMap<string, OrderReport> {
  return new Map(report.orders.map((order) => [order.orderId, order]));
}

/** What of an order a charge is for: some of its articles, or all. */
export function itemsOf({ part }: OrderRef, order: OrderReport | undefined): readonly string[] {
  if (!order) return [];
  return part.length ? part.flatMap((at) => order.items[at] ?? []) : order.items;
}

export function passes(charge: ChargeReport, group: Group, filter: Filter): boolean {
  const tile = tileOf(group);
  if (filter.tile ? tile !== filter.tile : tile === null && filter.others === 'hidden') return false;
  if (filter.month && charge.date?.slice(0, 7) !== filter.month) return false;
  if (filter.service && charge.service !== filter.service) return false;
  return !filter.card || charge.card === filter.card;
}

const searchTexts = new WeakMap<ChargeReport, string>();

/** Everything a person may look for in a charge, folded. Kept, because each key press asks for all of them. */
export function searchText(charge: ChargeReport, orders: ReadonlyMap<string, OrderReport>): string {
  const known = searchTexts.get(charge);
  if (known !== undefined) return known;
  const ofOrders = charge.orders.flatMap(({ orderId }) => [orderId, ...(orders.get(orderId)?.items ?? [])]);
  const text = [charge.merchant, charge.memo, charge.amount, charge.date, charge.card, charge.holder, ...ofOrders]
    .map((part) => fold(part ?? ''))
    .join('\n');
  searchTexts.set(charge, text);
  return text;
}

/** What charges are sorted by, and how: charges with the same key stay in the order of their file. */
export function comparisonOf(ordering: Ordering): { keyOf: (charge: ChargeReport) => string; compare: (a: string, b: string) => number } {
  if (ordering === 'largest') return { keyOf: ({ amount }) => amount, compare: (a, b) => bySize(b, a) };
  if (ordering === 'oldest') return { keyOf: dayOf, compare: compareText };
  return { keyOf: dayOf, compare: (a, b) => compareText(b, a) };
}

/** Empty where the file gives none. */
export function dayOf({ date }: ChargeReport): string {
  return date ?? '';
}

/** Compares two plain decimals as text, so that no sum ever passes through a float. */
function bySize(a: string, b: string): number {
  const negative = (text: string) => text.startsWith('-');
  if (negative(a) !== negative(b)) return negative(a) ? -1 : 1;
  const sign = negative(a) ? -1 : 1;
  const [wholeA = '', partA = ''] = a.replace('-', '').split('.');
  const [wholeB = '', partB = ''] = b.replace('-', '').split('.');
  return sign * (wholeA.length - wholeB.length || compareText(wholeA, wholeB) || compareText(partA, partB));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : b < a ? 1 : 0;
}
