//! Plans that are going to be charged again: when, and how much; and those of which the files do not say.

import type { RenewalReport, Report } from '../engine/report';
import type { Words } from '../words';
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

/** A plan that may go on and whose next day nobody can know. */
export interface Unseen {
  readonly renewal: RenewalReport;
  /** Which files end before the charge that would have told, and when. */
  readonly files: 'orders' | 'statements';
  readonly until: string;
}

/** Plans without a next day only because the files end too early. One that they would show and do not has ended. */
export function unseenRenewals(report: Report, nameOf: (renewal: RenewalReport) => string): Unseen[] {
  const { today, coverage } = report;
  const known = new Set(renewalsOf(report).map(nameOf));
  return report.renewals.flatMap((renewal) => {
    const expected = periodsAfter(renewal, 1);
    const after = periodsAfter(renewal, 2);
    // One that ended by Amazon's own word has no next day even before its second period.
    if (renewal.next || !expected || !after || today <= after || known.has(nameOf(renewal))) return [];
    const ends = (['orders', 'statements'] as const).flatMap((files) => (coverage[files] ? [{ files, until: coverage[files].to }] : []));
    const [first] = ends.sort((a, b) => (a.until < b.until ? -1 : 1));
    return first && first.until < expected ? [{ renewal, ...first }] : [];
  });
}

/** Why its next day is not known. */
export function unseenWords(words: Words, { renewal, files, until }: Unseen, today: string): string {
  return words.say('renewal-unseen', { last: words.nearDay(renewal.last, today), files, until: words.nearDay(until, today) });
}

function periodsAfter({ last, cadence }: RenewalReport, periods: number): string | null {
  const step = stepOf(cadence);
  return step ? sameDayIn(monthAfter(last.slice(0, 7), periods * step), last) : null;
}

function stepOf(cadence: string): number {
  return cadence === 'month' ? 1 : cadence === 'year' ? 12 : 0;
}

/** Longer ago, a plan's next day is not worth counting to. */
const MOST_PERIODS = 240;

/** A day that has passed since the statements end may well have been charged: then the one after it comes. One that they have and that was not charged was the last. */
function comingDay({ next, cadence }: RenewalReport, today: string, statementsEnd: string): string | null {
  if (!next || today <= next) return next;
  const step = stepOf(cadence);
  if (!step || next <= statementsEnd) return null;
  let month = next.slice(0, 7);
  for (let passed = 0; passed < MOST_PERIODS && sameDayIn(month, next) < today; passed += 1) month = monthAfter(month, step);
  return today <= sameDayIn(month, next) ? sameDayIn(month, next) : null;
}
