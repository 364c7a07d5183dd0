//! The answer in a sentence.

import type { Report } from '../engine/report';
import type { Words } from '../words';
import type { Counts } from './charges';

/** Gaps that leave days open; the others leave a card, a service or an account open. */
const OF_DAYS = ['orders-end-early', 'orders-start-late'];

/** The one thing to know. */
export function headline(words: Words, counts: Counts): string {
  if (counts.flagged) return words.say('headline-flagged', { count: counts.flagged });
  // "Just" would be wrong where others cannot be judged yet.
  if (counts.ask && counts.notCovered) return words.say('headline-ask-and-open', { count: counts.ask, open: counts.notCovered });
  if (counts.ask) return words.say('headline-ask', { count: counts.ask });
  if (counts.notCovered && !counts.explained) return words.say('headline-not-covered', { count: counts.notCovered });
  if (counts.notCovered) return words.say('headline-partly-covered', { count: counts.notCovered });
  return words.say(counts.explained ? 'headline-clear' : 'headline-no-amazon');
}

/** All of it: how many charges, and what became of them. */
export function sentence(words: Words, report: Report, counts: Counts, flaggedSums: readonly string[]): string {
  const total = counts.explained + counts.ask + counts.flagged + counts.notCovered;
  if (!total) return words.say('answer-none', { count: counts.other });
  const parts = [
    counts.explained ? words.say('answer-explained', { count: counts.explained }) : '',
    counts.ask ? words.say('answer-ask', { count: counts.ask }) : '',
    counts.flagged ? words.say('answer-flagged', { count: counts.flagged, sums: flaggedSums.length ? words.say('answer-sums', { sums: words.list(flaggedSums) }) : '' }) : '',
    counts.notCovered ? notCovered(words, report, counts.notCovered) : '',
  ].filter(Boolean);
  return words.say('answer', { total, parts: parts.join(words.say('answer-joint')) });
}

/** Why nothing can be said of some: most often the order file is older than the last charges. */
function notCovered(words: Words, report: Report, count: number): string {
  const { orders, gaps } = report.coverage;
  const open = (kind: string): number => gaps.filter((gap) => gap.kind === kind && !gap.account).reduce((sum, gap) => sum + gap.charges, 0);
  const [main] = OF_DAYS.filter((kind) => open(kind)).sort((a, b) => open(b) - open(a));
  if (!orders) return words.say('answer-not-covered-no-orders', { count });
  if (main === 'orders-end-early') return words.say('answer-not-covered-end', { count, day: words.shortDay(orders.to) });
  if (main === 'orders-start-late') return words.say('answer-not-covered-start', { count, day: words.shortDay(orders.from) });
  return words.say('answer-not-covered', { count });
}
