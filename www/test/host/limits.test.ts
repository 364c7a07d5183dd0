//! What a host takes of an app that is not itself any more.

import { expect, test } from 'vitest';
import { CarefulHeights, STEP } from '../../src/embed/careful-heights';
import { summaryOf } from '../../src/embed/news';
import { Consent, isHash, Rate, titleOf } from '../../src/host/limits';
import { hashOf, type View, viewOf } from '../../src/app/screens/view';

test('addresses are names of views and ids, and nothing that tells a story', () => {
  const views: View[] = [{ name: 'results' }, { name: 'steps' }, { name: 'charge', id: '12:3456' }, { name: 'rule', id: 'no-order' }, { name: 'prepare', letter: 'card-dispute', charge: '0:8' }, { name: 'prepare', letter: null, charge: null }];
  for (const view of views) {
    expect(isHash(hashOf(view)), hashOf(view)).toBe(true);
    expect(viewOf(hashOf(view))).toEqual(view);
  }
  for (const bad of ['x'.repeat(2000), `/charge/${'a'.repeat(65)}`, '/a/b/c/d', '/charge/a b', '/charge/%20', '/charge/マイ', 'javascript:1', 7, null, ['/steps']]) expect(isHash(bad), String(bad)).toBe(false);
});

test('a title is one short line of signs that are seen', () => {
  expect(titleOf('a\nb\u202e')).toBe('a b[U+202E]');
  expect(titleOf('x'.repeat(500))).toHaveLength(120);
});

test('what comes too often is left out', () => {
  let now = 0;
  const rate = new Rate(2, 1000, () => now);
  expect([rate.allows(), rate.allows(), rate.allows()]).toEqual([true, true, false]);
  now = 1001;
  expect(rate.allows()).toBe(true);
});

test('nothing is kept before the person has pressed something, and again after everything was forgotten', () => {
  let active = false;
  const consent = new Consent(() => active);
  expect(() => consent.demand()).toThrow();
  active = true;
  consent.demand();
  active = false;
  consent.demand();
  consent.withdraw();
  expect(() => consent.demand()).toThrow();
  consent.found();
  consent.demand();
});

test('counts are whole, small, and four', () => {
  const told = summaryOf({ explained: 3.5, ask: -1, flagged: Number.MAX_SAFE_INTEGER, notCovered: 7, more: 'text' } as never);
  expect(told).toEqual({ explained: 0, ask: 0, flagged: 99_999, notCovered: 7 });
});

/** As the app's height follows its width, with a longer or a shorter name in it. */
const heightAt = (width: number, letters: number): number => 900 + Math.ceil((letters * 16) / width) * 24;

/** All that a site hears which tries the widths one after the other. */
function sweep(letters: number, isActive: boolean, ms: number): (number | null)[] {
  const heights = new CarefulHeights();
  heights.next(700, 1000, true, 0);
  heights.fill();
  heights.next(heightAt(1000, letters), 1000, true, 10);
  return Array.from({ length: 41 }, (_, at) => heights.next(heightAt(1000 - at * 17, letters), 1000 - at * 17, isActive, 1000 + at * ms));
}

test('a site that sweeps the width hears nothing of the texts inside', () => {
  for (const [short, long] of [[20, 60], [10, 200], [40, 41]] as const) {
    expect(sweep(long, false, 50)).toEqual(sweep(short, false, 50));
    expect(sweep(long, false, 50).every((told) => told === null)).toBe(true);
    // Even while the person uses it, no more than one height in ten seconds.
    expect(sweep(long, true, 50).filter((told) => told !== null).length).toBeLessThanOrEqual(1);
  }
});

test('heights are told in coarse steps that hold what is in it, and not without end', () => {
  const heights = new CarefulHeights();
  const told = Array.from({ length: 200 }, (_, at) => heights.next(100 + at * 7, 800, true, at)).filter((height) => height !== null);
  expect(told.every((height) => height % STEP === 0)).toBe(true);
  expect(told.length).toBeLessThanOrEqual(12);
  expect(new CarefulHeights().next(STEP + 1, 800, true, 0)).toBe(2 * STEP);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, -1, '9', null]) expect(heights.next(bad, 800, true, 99_999)).toBeNull();
});
