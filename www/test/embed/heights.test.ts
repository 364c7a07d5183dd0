import { expect, test } from 'vitest';

import { Heights, MOST } from '../../src/element/heights';

test('a height stays between what can be used and what a page can bear', () => {
  const heights = new Heights(MOST, () => 0);
  expect(heights.next(3)).toBe(120);
  expect(heights.next(700.2)).toBe(701);
  expect(heights.next(1e9)).toBe(5000);
});

test('what is no height changes nothing, and neither does the same height again', () => {
  const heights = new Heights(MOST, () => 0);
  expect(heights.next(500)).toBe(500);
  for (const wanted of [500, Number.NaN, Number.POSITIVE_INFINITY, '700', null, undefined, {}]) expect(heights.next(wanted)).toBeNull();
});

test('a frame that grows with its own height is stopped, and may change again a second later', () => {
  let now = 0;
  const heights = new Heights(MOST, () => now);
  let height = 200;
  let changes = 0;
  for (let frame = 0; frame < 200; frame += 1) {
    const next = heights.next(height + 1);
    if (next === null) continue;
    height = next;
    changes += 1;
  }
  expect(changes).toBe(20);
  now = 1001;
  expect(heights.next(height + 1)).toBe(height + 1);
});
