//! What the results show of the charges: counts, choices, and the list as the person wants it. Made in slices; a report may have many thousands.

import type { ChargeReport, OrderReport, Report } from '../engine/report';
import {
  type AnswerOf, type ChargeGroup, comparisonOf, type Counts, dayOf, type Filter, GROUPS, type Group, groupOf, type IsNew, passes, searchText, type Sums, tileOf,
} from './charges';
import { fold } from './fold';
import { forEachRow } from './slices';
import { negated, sumOf } from './sums';

/** What the whole report has, whatever is filtered. */
export interface Overview {
  readonly counts: Counts;
  /** Newest first. */
  readonly months: readonly string[];
  readonly cards: readonly string[];
  readonly services: readonly string[];
  /** By month, how many charges are counted under each tile. */
  readonly byMonth: ReadonlyMap<string, Counts>;
  /** By currency, what is charged under each tile. */
  readonly sums: ReadonlyMap<string, Sums>;
}

export interface Asking {
  readonly report: Report;
  readonly orders: ReadonlyMap<string, OrderReport>;
  readonly answerOf: AnswerOf;
  readonly isNew: IsNew;
  /** What a service is called on the screen: people look for what they read. */
  readonly nameOf: (service: string) => string;
}

/** A charge that an answer counts under another tile, or under the same after all. */
interface Moved {
  readonly charge: ChargeReport;
  readonly from: keyof Sums;
  readonly to: keyof Sums;
}

type Tally = { -readonly [Key in keyof Counts]: number };

export function* overview({ report, answerOf }: Asking): Generator<void, Overview> {
  const counts = noCounts();
  const byMonth = new Map<string, Tally>();
  const cards = new Set<string>();
  const services = new Set<string>();
  const moved: Moved[] = [];
  yield* forEachRow(report.charges, (charge) => {
    const answer = answerOf(charge);
    const tile = tileOf(groupOf(charge, answer)) ?? 'other';
    if (answer) moved.push({ charge, from: tileOf(groupOf(charge, undefined)) ?? 'other', to: tile });
    counts[tile] += 1;
    if (charge.card) cards.add(charge.card);
    if (charge.service !== 'other') services.add(charge.service);
    if (!charge.date) return;
    const month = charge.date.slice(0, 7);
    const ofMonth = byMonth.get(month) ?? noCounts();
    ofMonth[tile] += 1;
    byMonth.set(month, ofMonth);
  });
  return { counts, months: [...byMonth.keys()].sort().reverse(), cards: [...cards].sort(), services: [...services].sort(), byMonth, sums: sumsOf(report, moved) };
}

/** The report's own sums, with what was answered where the answers put it. */
function sumsOf({ totals }: Report, moved: readonly Moved[]): ReadonlyMap<string, Sums> {
  return new Map(
    Object.entries(totals).map(([currency, total]) => {
      const ofCurrency = moved.filter(({ charge, from, to }) => charge.currency === currency && from !== to);
      const sum = (tile: keyof Sums): string =>
        sumOf([
          total[tile],
          ...ofCurrency.flatMap(({ charge, from, to }) => (to === tile ? [charge.amount] : from === tile ? [negated(charge.amount)] : [])),
        ]);
      return [currency, { flagged: sum('flagged'), ask: sum('ask'), notCovered: sum('notCovered'), explained: sum('explained'), other: sum('other') }] as const;
    }),
  );
}

/** Groups that have charges left after the filter, most urgent first. */
export function* grouped({ report, orders, answerOf, isNew, nameOf }: Asking, filter: Filter): Generator<void, ChargeGroup[]> {
  const wanted = fold(filter.text);
  const named = new Map<string, boolean>();
  const isNamed = (service: string): boolean => {
    const known = named.get(service) ?? fold(nameOf(service)).includes(wanted);
    named.set(service, known);
    return known;
  };
  const byGroup = new Map<Group, Map<string, ChargeReport[]>>();
  const { keyOf, compare } = comparisonOf(filter.ordering);
  yield* forEachRow(report.charges, (charge) => {
    const group = groupOf(charge, answerOf(charge));
    if (!passes(charge, group, filter) || (filter.since === 'new' && !isNew(charge))) return;
    if (wanted && !searchText(charge, orders).includes(wanted) && !isNamed(charge.service)) return;
    // Sorting keys that many charges share is much less work than sorting charges.
    const byKey = byGroup.get(group) ?? new Map<string, ChargeReport[]>();
    byGroup.set(group, byKey);
    const key = keyOf(charge);
    const alike = byKey.get(key);
    if (alike) alike.push(charge);
    else byKey.set(key, [charge]);
  });
  const groups: ChargeGroup[] = [];
  for (const group of GROUPS) {
    const byKey = byGroup.get(group);
    if (!byKey) continue;
    const charges: ChargeReport[] = [];
    for (const key of [...byKey.keys()].sort(compare)) {
      const alike = byKey.get(key) ?? [];
      if (filter.ordering === 'largest') alike.sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(b) < dayOf(a) ? -1 : 0));
      yield* forEachRow(alike, (charge) => void charges.push(charge));
      yield;
    }
    groups.push({ group, charges });
  }
  return groups;
}

function noCounts(): Tally {
  return { flagged: 0, ask: 0, notCovered: 0, explained: 0, other: 0 };
}
