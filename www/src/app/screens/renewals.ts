//! Plans that are going to be charged again: when, and how much.

import type { RenewalReport, Report } from '../engine/report';
import { monthAfter, sameDayIn } from './pictures/days';

/** From the day of the report on, soonest first. */
export function renewalsOf({ renewals, today, coverage }: Report): (RenewalReport & { readonly next: string })[] {
  return renewals
    .flatMap((renewal) => {
      const next = comingDay(renewal, today, coverage.statements?.to ?? '');
      return next ? [{ ...renewal, next }] : [];
    })
    .sort((a, b) => (a.next < b.next ? -1 : 1));
}

/** A day that has passed since the statements end may well have been charged: then the one after it comes. One that they have and that was not charged was the last. */
function comingDay({ next, cadence }: RenewalReport, today: string, statementsEnd: string): string | null {
  if (!next || today <= next) return next;
  const step = cadence === 'month' ? 1 : cadence === 'year' ? 12 : 0;
  if (!step || next <= statementsEnd) return null;
  let month = next.slice(0, 7);
  while (sameDayIn(month, next) < today) month = monthAfter(month, step);
  return sameDayIn(month, next);
}
