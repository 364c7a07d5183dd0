//! The days by which somebody should hear of a charge, one for each clock that may run.

import table from '../../../../../crates/playbook/data/deadlines.toml?raw';
import type { ChargeReport } from '../../engine/report';
import { sectionsOf, textOf } from './tables';

interface Deadline {
  readonly id: string;
  readonly region: string;
  readonly days: number;
  readonly months: number;
  readonly starts: string;
}

export interface Clock {
  /** The deadline's name; its words are `deadline-<id>`. */
  readonly id: string;
  /** `2026-12-26`, which may have passed. */
  readonly day: string;
  readonly from: 'charge' | 'statement';
  /** Whether it truly counts from that day: one of a statement without the day of its notice counts from the charge. */
  readonly exact: boolean;
  /** The charge whose day comes first; the others have until later. */
  readonly charge: ChargeReport;
}

/** The person's own clocks, by what starts them. */
const STARTS: Readonly<Record<string, Clock['from']>> = { charge: 'charge', 'statement-notice': 'statement', 'statement-sent': 'statement' };

let read: Deadline[] | null = null;

function deadlinesOf(region: string): Deadline[] {
  read ??= sectionsOf(table).flatMap(({ heading, values }) =>
    heading === 'deadline'
      ? [{ id: textOf(values['id']), region: textOf(values['region']), days: Number(values['days'] ?? 0), months: Number(values['months'] ?? 0), starts: textOf(values['starts']) }]
      : [],
  );
  return read.filter((deadline) => deadline.region === region);
}

/**
 * For each clock the earliest day among the charges. `noticed` is the day the statement's notice came, if the person said so.
 * Without it the clock counts from the charge: a file does not tell which statement had the charge, and a day too late is worse.
 */
export function clocksOf(region: string, charges: readonly ChargeReport[], noticed: string): Clock[] {
  const days = charges.flatMap((charge) => (charge.date ? [{ from: { charge: charge.date, statement: noticed || charge.date }, charge }] : []));
  return deadlinesOf(region).flatMap(({ id, days: inDays, months, starts }) => {
    const from = STARTS[starts];
    if (!from || !days.length) return [];
    const first = days.reduce((a, b) => (b.from[from] < a.from[from] ? b : a));
    return [{ id, day: later(first.from[from], inDays, months), from, exact: from === 'charge' || noticed !== '', charge: first.charge }];
  });
}

/** How its day is spoken of. What may end later has not passed for certain. */
export function sayingOf({ day, exact }: Clock, today: string): 'due' | 'clock-passed' | 'clock-earliest' | 'clock-earliest-passed' {
  if (!exact) return day < today ? 'clock-earliest-passed' : 'clock-earliest';
  return day < today ? 'clock-passed' : 'due';
}

/** How the clock that ends first stands. `early`: its day is a stand-in, counted from the charge, and the true one is later. */
export function standingOf(clocks: readonly Clock[], today: string): 'due' | 'passed' | 'early' | 'early-passed' {
  const [first] = [...clocks].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (!first) return 'due';
  const hasPassed = first.day < today;
  if (!first.exact) return hasPassed ? 'early-passed' : 'early';
  return hasPassed ? 'passed' : 'due';
}

/** The deadlines that the issuer has to keep: what to expect. */
export function issuersOwn(region: string): string[] {
  return deadlinesOf(region).flatMap(({ id, starts }) => (STARTS[starts] ? [] : [id]));
}

/** A day some days or months later; a month without that day ends the count on its last. */
export function later(day: string, days: number, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const found = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth) + days));
  return found.toISOString().slice(0, 10);
}
