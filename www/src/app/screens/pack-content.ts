//! What goes into the pack: the charges someone else is asked about, or all of Amazon's, with or without what is personal.

import type { Case, ChargeReport, Group, Report, TimelineEntry } from '../engine/report';
import { plainText } from '../plain-text';
import type { Words } from '../words';
import type { Answer } from './answers';
import type { Reminder } from './case/calendar';
import type { CaseFile } from './case/case-file';
import { redacted } from './case/redact';
import { groupLabel, reasonsOf, whereOf } from './charge-words';
import { byDay, itemsOf, ordersById } from './charges';
import { linesOf } from './guides';
import type { Store } from './store';

export const SCOPES = ['asked', 'amazon'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Pack {
  readonly scope: Scope;
  readonly report: Report;
  /** By day; what has none comes last. */
  readonly charges: readonly ChargeReport[];
  /** By the charge's id, which leaving things out does not change. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly groupOf: (charge: ChargeReport) => Group;
  /** It speaks of the report by ids. */
  readonly timeline: readonly TimelineEntry[];
}

export function packOf(store: Pick<Store, 'redaction' | 'names' | 'groupOf'>, report: Report, advised: Case, scope: Scope): Pack {
  const asked = new Set(advised.asked);
  const shown = store.redaction === 'on' ? redacted(report, store.names) : report;
  const inAsked = shown.charges.filter(({ id }) => asked.has(id));
  const charges = (scope === 'asked' ? inAsked : shown.charges.filter((charge) => charge.verdict !== 'other' || asked.has(charge.id))).sort(byDay);
  const answers = new Map(advised.answered.map(({ charge, answer }) => [charge, answer] as const));
  return { scope, report: shown, charges, answers, groupOf: store.groupOf, timeline: advised.timeline };
}

/** A row for each charge, under headings in the person's language. */
export function tableOf(pack: Pack, words: Words): string[][] {
  const orders = ordersById(pack.report);
  const headings = ['day', 'merchant', 'sum', 'currency', 'card', 'verdict', 'why', 'orders', 'items', 'answer', 'place'];
  return [
    headings.map((name) => words.say(`csv-${name}`)),
    ...pack.charges.map((charge) => {
      const answer = pack.answers.get(charge.id);
      return [
        charge.date ?? '',
        plainText(charge.merchant),
        charge.amount,
        charge.currency,
        charge.card ?? '',
        groupLabel(words, pack.groupOf(charge)),
        // Orders, answer and place have columns of their own.
        reasonsOf(pack.report, charge, words).join('\n'),
        charge.orders.map(({ orderId }) => orderId).join('\n'),
        plainText(charge.orders.flatMap((ref) => itemsOf(ref, orders.get(ref.orderId))).join('\n')),
        answer ? words.say(`badge-${answer}`) : '',
        whereOf(pack.report, charge, words),
      ];
    }),
  ];
}

/** The whole case: another day it may be wanted with charges that nobody asks about today. */
export function caseFileOf(store: Store, pack: Pack, holding: string | null): CaseFile {
  const said = { report: pack.report, answers: Object.fromEntries(pack.answers), orders: store.ordersNamed(pack.answers.keys()), steps: Object.fromEntries(store.steps), contacts: store.contacts };
  // Whoever else gets it adds nothing to it, and what the report was made of has all names and digits.
  if (store.redaction === 'on') return { ...said, redacted: true, typed: [], settled: [], holding: null };
  return { ...said, redacted: false, typed: store.typed, settled: store.settled, holding };
}

/** Steps that have a day and are still open, and the monthly check. */
export function remindersOf({ words, place, advised }: Store): Reminder[] {
  return (advised?.reminders ?? []).map(({ id, day, step, clock, monthly }) => {
    const name = words.say(`step-${step}`, place);
    return {
      id,
      day,
      summary: monthly ? words.say('reminder-monthly') : clock ? words.say('reminder-clock', { step: name, clock }) : name,
      about: linesOf(words.attribute(`step-${step}`, 'how', place)).join('\n'),
      repeats: monthly ? 'monthly' : 'never',
    };
  });
}
