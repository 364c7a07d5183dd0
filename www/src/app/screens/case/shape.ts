//! Reads unknown values into known shapes. Whatever does not fit is an error; nothing that was not asked for comes through.

export type Read<T> = (value: unknown) => T;

export class Misfit extends Error {}

export const text: Read<string> = (value) => (typeof value === 'string' ? value : misfit());

export const whole: Read<number> = (value) => (Number.isSafeInteger(value) ? (value as number) : misfit());

export const yesOrNo: Read<boolean> = (value) => (typeof value === 'boolean' ? value : misfit());

/** A plain decimal. */
export const decimal: Read<string> = (value) => matching(value, /^-?\d{1,30}(\.\d{1,12})?$/);

/** `2026-11-22`. */
export const day: Read<string> = (value) => matching(value, /^\d{4}-\d{2}-\d{2}$/);

/** An id of ours: no space, no sign that an address or a message name could trip over. */
export const id: Read<string> = (value) => matching(value, /^[\w:.-]{1,100}$/);

export function orNull<T>(read: Read<T>): Read<T | null> {
  return (value) => (value === null || value === undefined ? null : read(value));
}

export function oneOf<T extends string>(known: readonly T[]): Read<T> {
  return (value) => known.find((one) => one === value) ?? misfit();
}

export function list<T>(read: Read<T>): Read<T[]> {
  return (value) => (Array.isArray(value) ? value.map((each) => read(each)) : misfit());
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
