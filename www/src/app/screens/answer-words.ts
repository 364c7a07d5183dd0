//! The answer in a sentence.

import type { Counts, Headline } from '../engine/report';
import type { Words } from '../words';

/** The one thing to know. */
export function headline(words: Words, { code, count, open }: Headline): string {
  return words.say(`headline-${code}`, { count, open });
}

/** All of it: how many charges, and what became of them. */
export function sentence(words: Words, counts: Counts, why: Headline, flaggedSums: readonly string[]): string {
  const total = counts.explained + counts.ask + counts.flagged + counts.notCovered;
  if (!total) return words.say('answer-none', { count: counts.other });
  const parts = [
    counts.explained ? words.say('answer-explained', { count: counts.explained }) : '',
    counts.ask ? words.say('answer-ask', { count: counts.ask }) : '',
    counts.flagged ? words.say('answer-flagged', { count: counts.flagged, sums: flaggedSums.length ? words.say('answer-sums', { sums: words.list(flaggedSums) }) : '' }) : '',
    counts.notCovered ? notCovered(words, why) : '',
  ].filter(Boolean);
  return words.say('answer', { total, parts: parts.join(words.say('answer-joint')) });
}

/** Why nothing can be said of some. */
function notCovered(words: Words, { open, because, day }: Headline): string {
  const id = because === null || because === 'else' ? 'answer-not-covered' : `answer-not-covered-${because}`;
  return words.say(id, { count: open, day: day ? words.shortDay(day) : '' });
}
