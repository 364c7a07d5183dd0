import { expect, test } from 'vitest';

import { sharedOf, summaryOf } from '../../src/embed/news';
import { isHello, isKnock, type Shared, type Summary } from '../../src/embed/wire';

test('a summary is four counts, whatever was put into it', () => {
  const smuggled = { explained: 3, ask: 'AMZN 9,999' as unknown as number, flagged: -1, notCovered: 0.5, merchant: 'SECRET' } as Summary;
  expect(summaryOf(smuggled)).toEqual({ explained: 3, ask: 0, flagged: 0, notCovered: 0 });
});

test('what is shared has the fields that can be shared and no others', () => {
  const shared = { made: '2026-11-22', charges: [{ verdict: 'flagged', day: '2026-10-01', holder: 'SECRET' }], household: 'SECRET' } as unknown as Shared;
  expect(sharedOf(shared)).toEqual({ made: '2026-11-22', charges: [{ verdict: 'flagged', day: '2026-10-01' }] });
});

test('a first word of another version is no first word', () => {
  expect(isKnock({ type: 'mioboe:widget', version: 1 })).toBe(true);
  expect(isHello({ type: 'mioboe:element', version: 1 })).toBe(true);
  for (const other of [null, 'mioboe:widget', {}, { type: 'mioboe:widget' }, { type: 'mioboe:widget', version: 2 }, { type: 'mioboe:widget', version: '1' }]) {
    expect(isKnock(other)).toBe(false);
    expect(isHello(other)).toBe(false);
  }
});
