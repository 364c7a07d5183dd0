//! The case in the order of days: charges, their orders and refunds, and what was done about them.

import type { ChargeReport, RefundReport, Report } from '../../engine/report';
import type { ContactMade, StepNote } from '../kept';
import { ordersById } from '../charges';

export type Entry =
  | { readonly day: string; readonly what: 'charge' | 'refund'; readonly charge: ChargeReport }
  | { readonly day: string; readonly what: 'ordered' | 'shipped'; readonly orderId: string; readonly items: readonly string[] }
  | { readonly day: string; readonly what: 'promised'; readonly refund: RefundReport }
  | { readonly day: string; readonly what: 'contact'; readonly whom: string; readonly answer: string }
  | { readonly day: string; readonly what: 'done'; readonly step: string; readonly note: string };

export function timeline(report: Report, asked: readonly ChargeReport[], steps: ReadonlyMap<string, StepNote>, contacts: readonly ContactMade[]): Entry[] {
  const orders = ordersById(report);
  const ids = new Set(asked.flatMap((charge) => charge.orders.map(({ orderId }) => orderId)));
  const money = report.charges.filter((charge) => asked.includes(charge) || charge.orders.some(({ orderId }) => ids.has(orderId)));
  const entries: Entry[] = [
    ...[...ids].flatMap((id) => {
      const order = orders.get(id);
      if (!order) return [];
      const of = { orderId: id, items: order.items };
      return [
        ...(order.ordered ? [{ day: order.ordered, what: 'ordered', ...of } as const] : []),
        ...[...new Set(order.shipped)].map((day) => ({ day, what: 'shipped', ...of }) as const),
      ];
    }),
    ...money.flatMap((charge) => (charge.date ? [{ day: charge.date, what: charge.amount.startsWith('-') ? 'refund' : 'charge', charge } as const] : [])),
    // Where the money came, its row on the statement says so.
    ...report.refunds.flatMap((refund) => (refund.state !== 'came' && ids.has(refund.orderId) ? [{ day: refund.date, what: 'promised', refund } as const] : [])),
    ...[...steps].flatMap(([step, { doneOn, note }]) => (doneOn ? [{ day: doneOn, what: 'done', step, note } as const] : [])),
    ...contacts.map((contact) => ({ what: 'contact', ...contact }) as const),
  ];
  // Sorting keeps the order above within a day: ordered, shipped, charged, done, told.
  return entries.sort((a, b) => (a.day < b.day ? -1 : b.day < a.day ? 1 : 0));
}
