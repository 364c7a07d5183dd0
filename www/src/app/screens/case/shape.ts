//! Reads unknown values into known shapes. Whatever does not fit is an error; nothing that was not asked for comes through.

import { oneLine } from '../../plain-text';

export type Read<T> = (value: unknown) => T;

export class Misfit extends Error {}

export const text: Read<string> = (value) => (typeof value === 'string' ? value : misfit());

/** What stood in somebody's file: shown as the engine shows it, whoever wrote this. */
export const line: Read<string> = (value) => oneLine(text(value));

export const whole: Read<number> = (value) => (Number.isSafeInteger(value) ? (value as number) : misfit());

export const yesOrNo: Read<boolean> = (value) => (typeof value === 'boolean' ? value : misfit());

/** A plain decimal. */
export const decimal: Read<string> = (value) => matching(value, /^-?\d{1,30}(\.\d{1,12})?$/);

/** `2026-11-22`, a day of the calendar in the years that the engine believes. */
export const day: Read<string> = (value) => (typeof value === 'string' && isDay(value) ? value : misfit());

/** The engine's own days begin in 1990 and end with 2099; what follows from one may lie some years beyond. */
const FIRST_DAY = '1980-01-01';
const LAST_DAY = '2199-12-31';

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < FIRST_DAY || LAST_DAY < value) return false;
  const date = new Date(`${value}T00:00:00Z`);
  // February the 30th would be read as a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** An id of ours: no space, no sign that an address or a message name could trip over. */
export const id: Read<string> = (value) => matching(value, /^[\w:.-]{1,100}$/);

export function orNull<T>(read: Read<T>): Read<T | null> {
  return (value) => (value === null || value === undefined ? null : read(value));
}

export function oneOf<T extends string>(known: readonly T[]): Read<T> {
  return (value) => known.find((one) => one === value) ?? misfit();
}

/** More than any household's years have, in any list. */
const MOST = 200_000;

export function list<T>(read: Read<T>): Read<T[]> {
  return (value) => (Array.isArray(value) && value.length <= MOST ? value.map((each) => read(each)) : misfit());
}

/** Names of the person's or of another program: kept as data, never as a name of ours. */
export function entries<T>(read: Read<T>): Read<Record<string, T>> {
  return (value) => Object.fromEntries(Object.entries(record(value)).map(([name, each]) => [name, read(each)]));
}

export function shape<T>(reads: { readonly [K in keyof T]-?: Read<T[K]> }): Read<T> {
  const names = Object.keys(reads) as (keyof T & string)[];
  return (value) => {
    const found = record(value);
    return Object.fromEntries(names.map((name) => [name, reads[name](Object.hasOwn(found, name) ? found[name] : undefined)])) as T;
  };
}

function matching(value: unknown, pattern: RegExp): string {
  return typeof value === 'string' && pattern.test(value) ? value : misfit();
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : misfit();
}

function misfit(): never {
  throw new Misfit();
}
