//! Which steps a finding asks for. The table is the playbook's own; here it is only looked up and explained.

import table from '../../../../../crates/playbook/data/advice.toml?raw';
import { sectionsOf, textsOf } from './tables';

export const TIMES = ['now', 'today', 'this-week', 'monthly'] as const;
export type Time = (typeof TIMES)[number];

export interface Advised {
  readonly step: string;
  readonly when: Time;
}

interface Advice {
  /** Every step, in the order in which steps of one time are named. */
  readonly order: readonly string[];
  readonly byRule: ReadonlyMap<string, readonly Advised[]>;
  /** By what a charge was paid with: steps that take the place of others. */
  readonly instead: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

let read: Advice | null = null;

function advice(): Advice {
  read ??= readAdvice(table);
  return read;
}

export function readAdvice(text: string): Advice {
  const byRule = new Map<string, Advised[]>();
  const instead = new Map<string, Readonly<Record<string, unknown>>>();
  let order: string[] = [];
  for (const { heading, values } of sectionsOf(text)) {
    if (heading === '') order = textsOf(values['order']);
    const paidBy = /^instead\.([\w-]+)/.exec(heading)?.[1];
    if (paidBy) instead.set(paidBy, values);
    // `rule.x.beside-unexplained` adds to `rule.x`.
    const rule = /^rule\.([\w-]+)/.exec(heading)?.[1];
    if (!rule) continue;
    const advised = TIMES.flatMap((when) => textsOf(values[when]).map((step) => ({ step, when })));
    const known = byRule.get(rule) ?? [];
    byRule.set(rule, [...known, ...advised.filter(({ step }) => !known.some((other) => other.step === step))]);
  }
  return { order, byRule, instead };
}

export function allSteps(): readonly string[] {
  return advice().order;
}

export function allRules(): string[] {
  return [...advice().byRule.keys()];
}

/** Soonest first; within one time in the plan's own order. */
export function advisedFor(rule: string): Advised[] {
  return inOrder(advice().byRule.get(rule) ?? []);
}

/** What is done in place of a step where it was paid so. */
export function asPaid(step: string, paidBy: string | null): readonly string[] {
  const other = paidBy === null ? undefined : advice().instead.get(paidBy)?.[step];
  return other === undefined ? [step] : textsOf(other);
}

/** The findings that may ask for a step. */
export function rulesAsking(step: string): string[] {
  return allRules().filter((rule) => advisedFor(rule).some((advised) => advised.step === step));
}

export function inOrder<T extends { readonly step: string; readonly when: string }>(steps: readonly T[]): T[] {
  const time = ({ when }: T) => TIMES.findIndex((known) => known === when);
  const place = ({ step }: T) => advice().order.indexOf(step);
  return [...steps].sort((a, b) => time(a) - time(b) || place(a) - place(b));
}
