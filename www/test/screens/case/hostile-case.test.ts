//! Case files that somebody wrote to stop the page: they are refused, or they are shown, and neither takes long.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Adviser } from '../../../src/app/engine/engine';
import { calendar } from '../../../src/app/screens/case/calendar';
import { readCase } from '../../../src/app/screens/case/case-file';
import { writeLetter } from '../../../src/app/screens/case/write-letter';
import { NO_DETAILS } from '../../../src/app/screens/case/details';
import { readKept } from '../../../src/app/screens/kept';
import { fullEngine } from '../../adviser';

const whole = readFileSync(new URL('case-1.json', import.meta.url), 'utf8');

/** Days, numbers and texts at which programs break. */
const EDGES: readonly unknown[] = [
  '9999-99-99', '9999-12-31', '0000-01-01', '2026-02-30', '1990-01-01', '2099-12-31', '', ' ', '\u202e', 'a\nb', '__proto__', 'constructor', '-0', '1e9', '9'.repeat(400), '0'.repeat(40),
  0, -1, 1.5, 2 ** 53, -(2 ** 53), 1e308, null, true, [], {}, [[]], [null], { toString: 1 },
];

class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2654435761) >>> 0 || 1;
  }

  below(end: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state = (this.#state ^ (this.#state << 5)) >>> 0;
    return this.#state % end;
  }
}

/** Every place in it, and how to put something else there. */
function places(value: unknown, into: ((change: (old: unknown) => unknown) => void)[] = []): typeof into {
  if (typeof value !== 'object' || value === null) return into;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    into.push((change) => {
      const changed = change(holder[key]);
      if (changed === undefined) delete holder[key];
      else holder[key] = changed;
    });
    places(holder[key], into);
  }
  return into;
}

async function isShown(text: string): Promise<boolean> {
  const opened = readCase(text);
  if (opened.kind !== 'case') return false;
  const { report, answers, steps, contacts } = opened.file;
  const said = {
    region: 'jp',
    answers: Object.entries(answers).map(([charge, answer]) => ({ charge, answer })),
    steps: Object.entries(steps).map(([step, note]) => ({ step, ...note })),
    contacts: [...contacts],
    salt: 'aa',
    looked: true,
  };
  // The engine takes it, or says that it cannot: then what was open stays open.
  let adviser: Adviser;
  try {
    adviser = await (await fullEngine()).adviserOf(report);
  } catch {
    return false;
  }
  try {
    const { matter, reminders, today } = await adviser.advise(said).catch(() => adviser.advise({ region: 'jp', today: '2026-11-22' }));
    for (const letter of matter.letters) writeLetter(letter, 'ja', { report, matter, today, details: NO_DETAILS, region: 'jp' });
    calendar(reminders.map(({ id, day, step }) => ({ id, day, summary: step, about: step, repeats: 'monthly' })), new Date(0));
  } finally {
    adviser.close();
  }
  expect(JSON.stringify(report.charges)).not.toMatch(/[\u202e\u2028]|\\n/);
  return true;
}

test('a case as it was written is shown', async () => expect(await isShown(whole)).toBe(true));

test('hundreds of cases with something wrong in them are refused or shown, each at once', async () => {
  let shown = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const dice = new Dice(seed);
    const damaged: unknown = JSON.parse(whole);
    for (let times = 1 + dice.below(3); times; times -= 1) {
      const all = places(damaged);
      const edge = EDGES[dice.below(EDGES.length)];
      all[dice.below(all.length)]?.((old) => [edge, edge, undefined, Array.isArray(old) ? [...old, ...old] : edge][dice.below(4)]);
    }
    const began = performance.now();
    if (await isShown(JSON.stringify(damaged))) shown += 1;
    readKept(damaged);
    expect(performance.now() - began, `seed ${seed}`).toBeLessThan(1000);
  }
  // Both kinds have to be among them.
  expect(shown).toBeGreaterThan(20);
  expect(shown).toBeLessThan(390);
}, 60_000);

test.each(['9999-99-99', '9999-12-31', '2026-13-01', '0001-01-01'])('a case of the day %s is refused before anything counts up to it', (today) => {
  const damaged = JSON.parse(whole) as { report: { today: string } };
  damaged.report.today = today;
  expect(readCase(JSON.stringify(damaged)).kind).toBe('broken');
});
