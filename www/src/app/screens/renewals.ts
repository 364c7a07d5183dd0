//! What is said of plans that are going to be charged again, and of those of which the files do not say.

import type { ComingRenewal, RenewalReport, UnseenRenewal } from '../engine/report';
import type { Words } from '../words';
import type { Store } from './store';

/** A plan of the report, with what the case says of it. */
export type Coming = RenewalReport & Pick<ComingRenewal, 'next' | 'days'>;
export type Unseen = RenewalReport & Pick<UnseenRenewal, 'files' | 'until'>;

/** Soonest first. */
export function comingOf({ report, advised }: Pick<Store, 'report' | 'advised'>): Coming[] {
  return (advised?.renewals ?? []).flatMap(({ renewal, next, days }) => {
    const plan = report?.renewals[renewal];
    return plan ? [{ ...plan, next, days }] : [];
  });
}

export function unseenOf({ report, advised }: Pick<Store, 'report' | 'advised'>): Unseen[] {
  return (advised?.unseenRenewals ?? []).flatMap(({ renewal, files, until }) => {
    const plan = report?.renewals[renewal];
    return plan ? [{ ...plan, files, until }] : [];
  });
}

/** Why its next day is not known. */
export function unseenWords(words: Words, { last, files, until }: Unseen, today: string): string {
  return words.say('renewal-unseen', { last: words.nearDay(last, today), files, until: words.nearDay(until, today) });
}
