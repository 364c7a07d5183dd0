//! What the results show of the charges: choices, and the list as the person wants it. Made in slices; a report may have many thousands.

import type { ChargeReport, OrderReport, Report } from '../engine/report';
import { type ChargeGroup, comparisonOf, dayOf, type Filter, GROUPS, type Group, passes, searchText } from './charges';
import { fold } from './fold';
import { forEachRow } from './slices';

/** What the list can be narrowed to. */
export interface Choices {
  readonly cards: readonly string[];
  readonly services: readonly string[];
}

export const NO_CHOICES: Choices = { cards: [], services: [] };

export interface Asking {
  readonly report: Report;
  readonly orders: ReadonlyMap<string, OrderReport>;
  /** Where each charge of the report stands, in its order. */
  readonly groups: readonly Group[];
  /** Ids. */
  readonly isNew: ReadonlySet<string>;
  /** What a service is called on the screen: people look for what they read. */
  readonly nameOf: (service: string) => string;
}

export function* choicesOf(report: Report): Generator<void, Choices> {
  const cards = new Set<string>();
  const services = new Set<string>();
  yield* forEachRow(report.charges, ({ card, service }) => {
    if (card) cards.add(card);
    if (service !== 'other') services.add(service);
  });
  return { cards: [...cards].sort(), services: [...services].sort() };
}

/** The list as it is wanted. */
export interface Listing {
  /** Those that have charges left after the filter, most urgent first. */
  readonly groups: readonly ChargeGroup[];
  /** How many more charges have what is searched for, and are left out by the rest of the filter. */
  readonly hidden: number;
}

export const NO_LISTING: Listing = { groups: [], hidden: 0 };

export function* listed({ report, orders, groups: standing, isNew, nameOf }: Asking, filter: Filter): Generator<void, Listing> {
  const wanted = fold(filter.text);
  const named = new Map<string, boolean>();
  const isNamed = (service: string): boolean => {
    const known = named.get(service) ?? fold(nameOf(service)).includes(wanted);
    named.set(service, known);
    return known;
  };
  let hidden = 0;
  const byGroup = new Map<Group, Map<string, ChargeReport[]>>();
  const { keyOf, compare } = comparisonOf(filter.ordering);
  yield* forEachRow(report.charges, (charge, at) => {
    const group = standing[at] ?? 'other';
    const isShown = passes(charge, group, filter) && (filter.since === 'ever' || isNew.has(charge.id));
    if (!isShown && !wanted) return;
    if (wanted && !searchText(charge, orders).includes(wanted) && !isNamed(charge.service)) return;
    if (!isShown) {
      hidden += 1;
      return;
    }
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
  return { groups, hidden };
}
