//! What the person can say of a charge, and where charges and orders of a report are found.

import type { AnswerCode, ChargeReport, OrderReport, Report } from '../engine/report';
import { forEachRow } from './slices';

export const ANSWERS = ['me', 'family', 'notMine'] as const satisfies readonly AnswerCode[];
export type Answer = AnswerCode;

/** What is looked up in a report again and again. */
export interface CaseIndex {
  /** By the charge's id, its place in the report. */
  readonly places: ReadonlyMap<string, number>;
  readonly orders: ReadonlyMap<string, OrderReport>;
}

export const NO_INDEX: CaseIndex = { places: new Map(), orders: new Map() };

export function* indexOf(report: Report): Generator<void, CaseIndex> {
  const places = new Map<string, number>();
  const orders = new Map<string, OrderReport>();
  yield* forEachRow(report.charges, ({ id }, at) => {
    places.set(id, at);
  });
  yield* forEachRow(report.orders, (order) => {
    orders.set(order.orderId, order);
  });
  return { places, orders };
}

/** The order that the person said it is, where the analysis was told. */
export function orderNamedIn({ evidence, orders }: ChargeReport): string | null {
  return evidence.includes('order-named') ? (orders[0]?.orderId ?? null) : null;
}

/** For names under which charges are remembered and that tell nothing. */
export function newSalt(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
