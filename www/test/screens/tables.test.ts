//! What is asked of a table, and how its rows would be read.

import { describe, expect, it } from 'vitest';
import type { CellReport, Columns, SourceReport, TableReport } from '../../src/app/engine/report';
import { readKept } from '../../src/app/screens/kept';
import { draftOf, missing, type Question, questionOf, type Role, roleOf, sampleOf, withRole } from '../../src/app/screens/tables';

const NO_COLUMNS: Columns = { date: null, merchant: null, amount: null, out: null, back: null, currency: null, card: null, holder: null, memo: null };

function cell(text: string, more: Partial<CellReport> = {}): CellReport {
  return { text, ymd: null, mdy: null, dmy: null, point: null, comma: null, ...more };
}

const DAY = cell('03/09/2026', { mdy: '2026-03-09', dmy: '2026-09-03' });
const SHOP = cell('AMAZON.CO.JP');
const SUM = cell('-1,234', { point: '-1234', comma: '-1.234' });
const EMPTY = cell('');

const columns: Columns = { ...NO_COLUMNS, date: 0, merchant: 1, amount: 2 };
const table: TableReport = { fingerprint: '0'.repeat(32), heading: ['a', 'b', 'c'], columns, dateOrder: 'dmy', decimalMark: 'point', paidSign: 'minus', currency: 'JPY', rows: [[DAY, SHOP, SUM]] };

function source(code: string, line: number | null, shown: TableReport | null): SourceReport {
  return { id: 0, name: 'a.csv', kind: 'unreadable', format: null, encoding: null, rows: 0, used: 0, skipped: {}, from: null, to: null, problems: [{ line, code, field: null, text: null }], rowsToConfirm: [], table: shown, why: [], addsUp: null };
}

describe('questionOf', () => {
  const cases: [code: string, line: number | null, shown: TableReport | null, question: Question | null][] = [
    ['unknown-columns', null, table, 'columns'],
    ['ambiguous-dates', null, table, 'dates'],
    ['ambiguous-amounts', null, table, 'sums'],
    ['ambiguous-sign', null, table, 'sign'],
    ['bad-currency', null, table, 'currency'],
    // One row's own trouble is no question about the table.
    ['bad-currency', 7, table, null],
    ['bad-date', null, table, null],
    ['ambiguous-dates', null, null, null],
  ];
  it.each(cases)('%s in line %j', (code, line, shown, question) => expect(questionOf(source(code, line, shown))).toBe(question));
});

describe('withRole', () => {
  const cases: [at: number, role: Role | '', changed: Partial<Columns>][] = [
    [3, 'memo', { memo: 3 }],
    [1, 'amount', { merchant: null, amount: 1 }],
    [3, 'out', { out: 3, amount: null }],
    [2, '', { amount: null }],
    [0, 'merchant', { date: null, merchant: 0 }],
  ];
  it.each(cases)('column %i as %j', (at, role, changed) => expect(withRole(columns, at, role)).toEqual({ ...columns, ...changed }));
  it('one column for both ways replaces two', () => {
    expect(withRole({ ...NO_COLUMNS, out: 1, back: 2 }, 3, 'amount')).toEqual({ ...NO_COLUMNS, amount: 3 });
  });
  it('is what roleOf tells', () => expect([0, 1, 2, 3].map((at) => roleOf(columns, at))).toEqual(['date', 'merchant', 'amount', '']));
});

describe('missing', () => {
  it('nothing, once day, shop and sum are named', () => expect(missing(columns)).toEqual([]));
  it('everything in the beginning', () => expect(missing(NO_COLUMNS)).toEqual(['date', 'merchant', 'amount']));
  it('a column for money out will do', () => expect(missing({ ...columns, amount: null, out: 2 })).toEqual([]));
});

describe('sampleOf', () => {
  const none = draftOf(table, undefined);
  it('reads as the rows say', () => {
    expect(sampleOf(table, columns, none, [DAY, SHOP, SUM])).toEqual({ day: '2026-09-03', merchant: 'AMAZON.CO.JP', sum: '1234', currency: 'JPY', direction: 'out' });
  });
  it('reads as the person says', () => {
    const said = { ...none, dateOrder: 'mdy', decimalMark: 'comma', paidSign: 'plus', currency: 'EUR' };
    expect(sampleOf(table, columns, said, [DAY, SHOP, SUM])).toEqual({ day: '2026-03-09', merchant: 'AMAZON.CO.JP', sum: '1.234', currency: 'EUR', direction: 'back' });
  });
  it('tells money back by its column', () => {
    const two = { ...columns, amount: null, out: 2, back: 3 };
    const positive = cell('5', { point: '5', comma: '5' });
    expect(sampleOf(table, two, none, [DAY, SHOP, EMPTY, positive]).direction).toBe('back');
    expect(sampleOf(table, two, none, [DAY, SHOP, positive, EMPTY]).direction).toBe('out');
  });
  it('does not invent what is not there', () => {
    expect(sampleOf(table, NO_COLUMNS, none, [DAY])).toMatchObject({ day: null, merchant: '', sum: null });
  });
});

describe('what was said of tables', () => {
  const given = { ...draftOf(table, undefined), columns, dateOrder: 'dmy' };
  const kept = (tables: unknown) => readKept({ version: 1, salt: 'ab', tables })?.tables;
  it('is kept as it was said', () => expect(kept([given])).toEqual([given]));
  it.each([null, 'x', { ...given, fingerprint: 'the words of a heading' }, { columns }])('%j is left out', (broken) => expect(kept([broken])).toEqual([]));
  it('unknown words and numbers of another program do nothing', () => {
    expect(kept([{ ...given, dateOrder: 'backwards', currency: '<b>', columns: { ...columns, date: -1, memo: 1.5 } }])).toEqual([{ ...given, dateOrder: null, columns: { ...columns, date: null } }]);
  });
});
