//! What rows have in common is kept once, and no row says anything else than before.

import { expect, test } from 'vitest';

import { Thrift } from '../src/app/engine/thrifty';

const row = (line: number) => ({
  id: `0:${line}`,
  merchant: ['AMAZON', '.CO.JP'].join(''),
  memo: null,
  confidence: '1.00',
  orders: line % 2 ? [{ orderId: `250-${line}`, source: 1, lines: [line] }] : [],
  alternatives: [[{ orderId: '250-9', source: null, lines: [] }]],
  evidence: ['amount-exact', 'day-fits'],
});

test('rows stay as they were', () => {
  const thrift = new Thrift();
  for (let line = 0; line < 50; line += 1) expect(thrift.share(row(line))).toEqual(row(line));
});

test('lists of the same words are one list, and empty lists are one', () => {
  const thrift = new Thrift();
  const [first, second] = [thrift.share(row(2)), thrift.share(row(4))];
  expect(second.evidence).toBe(first.evidence);
  expect(second.orders).toBe(first.orders);
});

test('lists of different words stay apart', () => {
  const thrift = new Thrift();
  expect(thrift.share({ evidence: ['a', 'b'] }).evidence).toEqual(['a', 'b']);
  expect(thrift.share({ evidence: ['a'] }).evidence).toEqual(['a']);
});
