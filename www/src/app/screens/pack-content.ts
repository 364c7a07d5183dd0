//! What goes into the pack: the charges someone else is asked about, or all of Amazon's, with or without what is personal.

import type { ChargeReport, Report } from '../engine/report';
import { plainText } from '../plain-text';
import type { Words } from '../words';
import { ANSWERS, type Answer } from './answers';
import { askedAbout } from './case/asked';
import { aMonthLater, type Reminder } from './case/calendar';
import type { CaseFile } from './case/case-file';
import { redacted } from './case/redact';
import { type Entry, timeline } from './case/timeline';
import { groupLabel } from './charge-words';
import { byDay, groupOf, itemsOf, ordersById } from './charges';
import { linesOf } from './guides';
import { planOf } from './plan';
import { reasonsOf, whereOf } from './sheet';
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
  readonly timeline: readonly Entry[];
}

export function packOf(store: Store, report: Report, scope: Scope): Pack {
  const asked = new Set(askedAbout(report, store.answerOf).map(({ id }) => id));
  const shown = store.redaction === 'on' ? redacted(report, store.names) : report;
  const inAsked = shown.charges.filter(({ id }) => asked.has(id));
  const charges = (scope === 'asked' ? inAsked : shown.charges.filter((charge) => charge.verdict !== 'other' || asked.has(charge.id))).sort(byDay);
  return { scope, report: shown, charges, answers: answersOf(store, report), timeline: timeline(shown, inAsked, store.steps, store.contacts) };
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
        groupLabel(words, groupOf(charge, answer)),
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
export function caseFileOf(store: Store, pack: Pack): CaseFile {
  return { redacted: store.redaction === 'on', report: pack.report, answers: Object.fromEntries(pack.answers), steps: Object.fromEntries(store.steps), contacts: store.contacts };
}

/** Steps that have a day and are still open, and the monthly check. */
export function remindersOf(store: Store, report: Report): Reminder[] {
  const { words, region } = store;
  const about = (step: string) => linesOf(words.attribute(`step-${step}`, 'how', { region })).join('\n');
  const due = planOf(store)
    .filter(({ step }) => !store.stepNote(step).done)
    .flatMap(({ step, due: day, clocks }) => {
      const summary = words.say(`step-${step}`, { region });
      const ahead = clocks.filter((clock) => report.today <= clock.day);
      const days = ahead.length ? ahead.map((clock) => ({ day: clock.day, id: clock.id, summary: words.say('reminder-clock', { step: summary, clock: clock.exact ? clock.from : 'earliest' }) })) : day ? [{ day, id: step, summary }] : [];
      return days.map((one) => ({ ...one, id: `${one.id}-${one.day}`, about: about(step), repeats: 'never' }) as const);
    });
  return [
    ...due,
    { id: 'monthly-check', day: aMonthLater(report.today), summary: words.say('reminder-monthly'), about: about('monthly-check'), repeats: 'monthly' },
  ];
}

function answersOf(store: Store, report: Report): Map<string, Answer> {
  return new Map(
    report.charges.flatMap((charge) => {
      const answer = ANSWERS.find((one) => one === store.answerOf(charge));
      return answer ? [[charge.id, answer] as const] : [];
    }),
  );
}
