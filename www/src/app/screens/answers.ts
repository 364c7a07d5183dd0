//! What the person said of a charge, and the name under which that is remembered.

import type { ChargeReport, OrderReport, Report } from '../engine/report';
import { forEachRow } from './slices';

export const ANSWERS = ['me', 'family', 'notMine'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What is looked up in a report again and again. */
export interface CaseIndex {
  readonly byId: ReadonlyMap<string, ChargeReport>;
  /** Each charge by what it says, so that an answer outlives new files and new line numbers. */
  readonly names: ReadonlyMap<ChargeReport, string>;
  readonly orders: ReadonlyMap<string, OrderReport>;
}

export const NO_INDEX: CaseIndex = { byId: new Map(), names: new Map(), orders: new Map() };

export function* indexOf(report: Report): Generator<void, CaseIndex> {
  const byId = new Map<string, ChargeReport>();
  const names = new Map<ChargeReport, string>();
  const orders = new Map<string, OrderReport>();
  const seen = new Map<string, number>();
  yield* forEachRow(report.charges, (charge) => {
    const says = [charge.date, charge.amount, charge.currency, charge.card, charge.merchant.normalize('NFKC')].join('|');
    // Real twins are told apart by their order alone.
    const nth = (seen.get(says) ?? 0) + 1;
    seen.set(says, nth);
    byId.set(charge.id, charge);
    names.set(charge, `${says}|${nth}`);
  });
  yield* forEachRow(report.orders, (order) => {
    orders.set(order.orderId, order);
  });
  return { byId, names, orders };
}

/** SHA-256 of the salted name: what is kept must not tell what was bought. */
export async function hidden(name: string, salt: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}|${name}`));
  return hex(new Uint8Array(digest));
}

export function newSalt(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
