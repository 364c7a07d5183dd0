//! Tables whose columns the person names: what is asked of which file, and how a row would be read.

import type { CellReport, Columns, SourceReport, TableGiven, TableReport } from '../engine/report';

/** What a column can be, in the order in which they are offered. */
export const ROLES = ['date', 'merchant', 'amount', 'out', 'back', 'currency', 'card', 'holder', 'memo'] as const;
export type Role = (typeof ROLES)[number];

export const DATE_ORDERS = ['ymd', 'mdy', 'dmy'] as const;
export const DECIMAL_MARKS = ['point', 'comma'] as const;
export const PAID_SIGNS = ['plus', 'minus'] as const;

/** `columns` is the whole mapper; the others are one question each. */
export type Question = 'columns' | 'dates' | 'sums' | 'sign' | 'currency';

const QUESTIONS: Readonly<Record<string, Question>> = {
  'unknown-columns': 'columns',
  'ambiguous-dates': 'dates',
  'ambiguous-amounts': 'sums',
  'ambiguous-sign': 'sign',
  'bad-currency': 'currency',
};

/** What only the person can say of this file; `null` where nothing is open. */
export function questionOf({ table, problems }: SourceReport): Question | null {
  if (!table) return null;
  const open = problems.find(({ code, line }) => line === null && code in QUESTIONS);
  return (open && QUESTIONS[open.code]) ?? null;
}

/** The problem that the question stands for. */
export function isAsked(code: string, line: number | null): boolean {
  return line === null && code in QUESTIONS;
}

export function roleOf(columns: Columns, at: number): Role | '' {
  return ROLES.find((role) => columns[role] === at) ?? '';
}

/** A role is one column's; one column of sums excludes two. */
export function withRole(columns: Columns, at: number, role: Role | ''): Columns {
  const changed = { ...columns };
  for (const each of ROLES) if (changed[each] === at) changed[each] = null;
  if (role) changed[role] = at;
  if (role === 'amount') changed.out = changed.back = null;
  if (role === 'out' || role === 'back') changed.amount = null;
  return changed;
}

/** What is needed and not named yet. */
export function missing(columns: Columns): ('date' | 'merchant' | 'amount')[] {
  const hasSum = columns.amount !== null || columns.out !== null || columns.back !== null;
  return [...(['date', 'merchant'] as const).filter((role) => columns[role] === null), ...(hasSum ? [] : (['amount'] as const))];
}

/** A row as it would be read. `sum` is a decimal; the direction is not in it. */
export interface Sample {
  readonly day: string | null;
  readonly merchant: string;
  readonly sum: string | null;
  readonly currency: string;
  readonly direction: 'out' | 'back';
}

type Ways = Pick<TableGiven, 'dateOrder' | 'decimalMark' | 'paidSign' | 'currency'>;

/** Reads nothing itself: picks from what the engine read of each cell. */
export function sampleOf(table: TableReport, columns: Columns, said: Ways, row: readonly CellReport[]): Sample {
  const cell = (at: number | null) => (at === null ? undefined : row[at]);
  const order = DATE_ORDERS.find((each) => each === (said.dateOrder ?? table.dateOrder));
  const mark = DECIMAL_MARKS.find((each) => each === (said.decimalMark ?? table.decimalMark)) ?? 'point';
  const sign = said.paidSign ?? table.paidSign ?? 'plus';
  const date = cell(columns.date);
  const sumOf = (at: number | null) => cell(at)?.[mark] ?? null;
  const signed = sumOf(columns.amount);
  const out = sumOf(columns.out);
  const sum = columns.amount === null ? (isNothing(out) ? sumOf(columns.back) : out) : signed;
  const isMinus = sum?.startsWith('-') ?? false;
  const isBack = columns.amount === null ? isNothing(out) && columns.back !== null : isMinus === (sign === 'plus');
  return {
    day: (order ? date?.[order] : (date?.ymd ?? date?.mdy ?? date?.dmy)) ?? null,
    merchant: cell(columns.merchant)?.text ?? '',
    sum: sum?.replace(/^-/, '') ?? null,
    currency: cell(columns.currency)?.text || said.currency || table.currency || '',
    direction: isBack ? 'back' : 'out',
  };
}

function isNothing(sum: string | null): boolean {
  return sum === null || !/[1-9]/.test(sum);
}

/** What the person has said so far. */
export function draftOf(table: TableReport, given: TableGiven | undefined): TableGiven {
  return given ?? { fingerprint: table.fingerprint, columns: null, dateOrder: null, decimalMark: null, paidSign: null, currency: null };
}
