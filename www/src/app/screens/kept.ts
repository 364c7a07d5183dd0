//! What stays on the device when the person asked for it. No merchant, no sum, no file, unless the person asked for the result to stay as well.

import type { Columns, Member, TableGiven } from '../engine/report';
import { LANGS, type Lang } from '../languages';
import { ANSWERS, type Answer } from './answers';
import { isDay } from './case/shape';
import { DATE_ORDERS, DECIMAL_MARKS, PAID_SIGNS, ROLES } from './tables';
import { REGIONS, type Region } from './region';
import { THEMES, type Theme } from './theme';

export interface KeptCase {
  readonly version: 1;
  readonly lang: Lang | null;
  readonly theme: Theme | null;
  readonly region: Region | null;
  readonly salt: string;
  /** By the hidden name of the charge. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** By the hidden name of the charge that of the order which the person said it is. */
  readonly orders: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, StepNote>>;
  readonly contacts: readonly ContactMade[];
  /** Hidden names of the charges that were looked at, so that the next time shows what is new. */
  readonly seen: readonly string[];
  readonly household: readonly Member[];
  /** The open result as a case file, for a person who asked for that too; empty while none is open. */
  readonly case: string | null;
  /** What columns mean, by a fingerprint of the heading. */
  readonly tables: readonly TableGiven[];
}

export interface StepNote {
  readonly done: boolean;
  readonly note: string;
  /** The day of the tick. */
  readonly doneOn: string | null;
}

/** A call made or a message sent about the case, and what came back. */
export interface ContactMade {
  readonly day: string;
  readonly whom: string;
  readonly answer: string;
}

export const NO_NOTE: StepNote = { done: false, note: '', doneOn: null };

/** Enough for many years of one household; beyond it the oldest are let go. */
export const MOST_SEEN = 20_000;

/** A household has few issuers; beyond this number the oldest are let go. */
export const MOST_TABLES = 50;

/** Reads what an older version or another program may have left there. What is not understood is left out. */
export function readKept(found: unknown): KeptCase | null {
  if (!isRecord(found) || found['version'] !== 1 || typeof found['salt'] !== 'string') return null;
  return {
    version: 1,
    lang: oneOf(LANGS, found['lang']),
    theme: oneOf(THEMES, found['theme']),
    region: oneOf(REGIONS, found['region']),
    salt: found['salt'],
    answers: entriesThat(found['answers'], (value) => oneOf(ANSWERS, value)),
    orders: entriesThat(found['orders'], (value) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : null)),
    steps: entriesThat(found['steps'], stepNote),
    contacts: listThat(found['contacts'], contactMade),
    seen: listThat(found['seen'], (value) => (typeof value === 'string' ? value : null)).slice(-MOST_SEEN),
    household: listThat(found['household'], member),
    case: typeof found['case'] === 'string' ? found['case'] : null,
    tables: listThat(found['tables'], table).slice(-MOST_TABLES),
  };
}

function stepNote(value: unknown): StepNote | null {
  if (!isRecord(value) || typeof value['note'] !== 'string') return null;
  const doneOn = value['doneOn'];
  return { done: value['done'] === true, note: value['note'], doneOn: typeof doneOn === 'string' && isDay(doneOn) ? doneOn : null };
}

function contactMade(value: unknown): ContactMade | null {
  if (!isRecord(value)) return null;
  const { day, whom, answer } = value;
  return typeof day === 'string' && isDay(day) && typeof whom === 'string' && typeof answer === 'string' ? { day, whom, answer } : null;
}

function member(value: unknown): Member | null {
  if (!isRecord(value) || typeof value['name'] !== 'string') return null;
  return { name: value['name'], cards: listThat(value['cards'], (card) => (typeof card === 'string' && /^\d{4}$/.test(card) ? card : null)) };
}

function table(value: unknown): TableGiven | null {
  if (!isRecord(value) || typeof value['fingerprint'] !== 'string' || !/^[0-9a-f]{32}$/.test(value['fingerprint'])) return null;
  const currency = value['currency'];
  return {
    fingerprint: value['fingerprint'],
    columns: isRecord(value['columns']) ? columns(value['columns']) : null,
    dateOrder: oneOf(DATE_ORDERS, value['dateOrder']),
    decimalMark: oneOf(DECIMAL_MARKS, value['decimalMark']),
    paidSign: oneOf(PAID_SIGNS, value['paidSign']),
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : null,
  };
}

function columns(value: Record<string, unknown>): Columns {
  const numbers = ROLES.map((role) => {
    const number = value[role];
    return [role, typeof number === 'number' && Number.isInteger(number) && 0 <= number && number < 1000 ? number : null] as const;
  });
  return Object.fromEntries(numbers) as unknown as Columns;
}

function listThat<V>(found: unknown, read: (value: unknown) => V | null): V[] {
  return Array.isArray(found) ? found.flatMap((value) => read(value) ?? []) : [];
}

function entriesThat<V>(found: unknown, read: (value: unknown) => V | null): Record<string, V> {
  if (!isRecord(found)) return {};
  const entries = Object.entries(found).flatMap(([key, value]) => {
    const known = read(value);
    return known === null ? [] : [[key, known] as const];
  });
  return Object.fromEntries(entries);
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | null {
  return known.find((one) => one === value) ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
