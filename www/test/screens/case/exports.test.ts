//! What leaves the page as a file: tables that run nothing, calendars that fold, cases that load again, nothing personal.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendar, type Reminder } from '../../../src/app/screens/case/calendar';
import { type CaseFile, readCase, writeCase } from '../../../src/app/screens/case/case-file';
import { csv } from '../../../src/app/screens/case/csv';
import { HIDDEN, redacted } from '../../../src/app/screens/case/redact';
import { findingArgs } from '../../../src/app/screens/charge-words';
import { sampleReport } from '../../../src/app/screens/dev/sample';
import { tableOf } from '../../../src/app/screens/pack-content';
import { LANGS } from '../../../src/app/languages';
import { wordsIn } from '../../../src/app/words';
import '../../../src/app/screens/words';

describe('csv', () => {
  const cases: [cell: string, written: string][] = [
    ['3980', '3980'],
    ['-1980', '-1980'],
    ['-12.50', '-12.50'],
    ['AMAZON.CO.JP', '"AMAZON.CO.JP"'],
    ['say "yes"', '"say ""yes"""'],
    ['a,b', '"a,b"'],
    ['=1+1', `"'=1+1"`],
    ['+81', `"'+81"`],
    ['-1-1', `"'-1-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t'=1"`],
    ['\0=1', `"'\0=1"`],
    ['  =1', `"'  =1"`],
    ['\u00a0=1', `"'\u00a0=1"`],
    ['＝1+1', `"'＝1+1"`],
    ['－1', `"'－1"`],
    ['＠x', `"'＠x"`],
    ['first\n=second', `"first\n'=second"`],
    ['first\r=second', `"first\n'=second"`],
    ['\r\n=second', `"'\n'=second"`],
    ['1e3', '"1e3"'],
    ['', '""'],
  ];
  it.each(cases)('%j is written as %j', (cell, written) => expect(csv([[cell]])).toBe(`\ufeff${written}\r\n`));
  it('of the pack says nothing in two columns', () => {
    const report = sampleReport('whole', 0);
    const answers = new Map([['0:8', 'notMine' as const]]);
    for (const lang of LANGS) {
      const words = wordsIn(lang);
      const [heading = [], ...rows] = tableOf({ scope: 'asked', report, charges: report.charges, answers, groupOf: () => 'flagged', timeline: [] }, words);
      const column = (name: string) => heading.indexOf(words.say(`csv-${name}`));
      const row = rows[report.charges.findIndex(({ id }) => id === '0:8')] ?? [];
      for (const name of ['orders', 'answer', 'place']) expect(row[column(name)], name).toBeTruthy();
      const twice = report.findings.find(({ rule }) => rule === 'charged-twice');
      expect(row[column('why')]).toContain(twice && words.say('finding-charged-twice', findingArgs(words, twice)));
      for (const each of rows) expect(each[column('why')]).not.toContain(each[column('place')]);
      expect(row[column('why')]).not.toContain(words.say('pack-not-mine'));
      expect(row[column('why')]).not.toContain(words.say('pack-orders', { orders: row[column('orders')] ?? '' }));
    }
  });
  it('ends every row the way the standard says', () => expect(csv([['a', '1'], ['b', '2']])).toBe('\ufeff"a",1\r\n"b",2\r\n'));
});

describe('calendar', () => {
  const made = new Date('2026-11-22T12:00:00.123Z');
  const reminder: Reminder = { id: 'contact-card-issuer-2026-11-24', day: '2026-11-24', summary: 'Call; then, write', about: 'One\nTwo\\Three', repeats: 'never' };
  const lines = (reminders: readonly Reminder[]) => calendar(reminders, made).split('\r\n');

  it('names the day, and escapes what has a meaning', () => {
    expect(lines([reminder])).toEqual(
      expect.arrayContaining(['DTSTAMP:20261122T120000Z', 'DTSTART;VALUE=DATE:20261124', 'SUMMARY:Call\\; then\\, write', 'DESCRIPTION:One\\nTwo\\\\Three']),
    );
  });
  it('lets nothing begin a line of its own', () => {
    const text = calendar([{ ...reminder, summary: 'a\r\nEND:VCALENDAR\u0007' }], made);
    expect(text.match(/^END:VCALENDAR/gm)).toHaveLength(1);
    expect(text).not.toContain('\u0007');
  });
  it('folds at 75 bytes, between characters', () => {
    const summary = '身に覚えのない請求を確かめる🔍'.repeat(12);
    const text = calendar([{ ...reminder, summary }], made);
    const sizes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`);
  });
  // A time without a zone, as calendars take whole days.
  const alarms: [name: string, day: string, now: string, repeats: Reminder['repeats'], trigger: string | undefined][] = [
    ['later', '2026-11-24', '2026-11-22T21:00', 'never', '-PT15H'],
    ['tomorrow, early today', '2026-11-24', '2026-11-23T08:59', 'never', '-PT15H'],
    ['tomorrow, after nine', '2026-11-24', '2026-11-23T09:00', 'never', 'PT9H'],
    ['today, early', '2026-11-24', '2026-11-24T08:59', 'never', 'PT9H'],
    ['today, after nine', '2026-11-24', '2026-11-24T09:00', 'never', undefined],
    ['long ago', '2026-11-24', '2026-12-01T07:00', 'never', undefined],
    ['every month', '2026-12-22', '2026-11-22T21:00', 'monthly', 'PT9H'],
  ];
  it.each(alarms)('rings when it still can: %s', (_name, day, now, repeats, trigger) => {
    const text = calendar([{ ...reminder, day, repeats }], new Date(now));
    expect(/^TRIGGER:(.*)\r$/m.exec(text)?.[1]).toBe(trigger);
    expect(text.match(/VALARM/g)?.length ?? 0).toBe(trigger ? 2 : 0);
    expect(text.match(/^(BEGIN|END):VEVENT/gm)).toHaveLength(2);
  });
  it.each(LANGS)('names Mioboe and no screen in %s, since a calendar has none', (lang) => {
    const how = wordsIn(lang).attribute('step-monthly-check', 'how', { region: 'jp' });
    expect(how).toContain('Mioboe');
    expect(how).not.toMatch(/この画面|\bhere\b/);
  });
  it('repeats what comes every month', () => expect(lines([{ ...reminder, repeats: 'monthly' }])).toContain('RRULE:FREQ=MONTHLY'));
});

describe('case file', () => {
  const file: CaseFile = { redacted: false, report: sampleReport('whole', 0), answers: { '0:6': 'notMine', '0:7': 'me' }, orders: { '0:7': '250-1234567-1234567' }, steps: { 'contact-amazon': { done: true, note: 'ref 7', doneOn: '2026-11-23' } }, contacts: [{ day: '2026-11-24', whom: '見本カード', answer: '受付 7' }], typed: [{ date: '2026-11-03', amount: '3980', currency: null, merchant: 'AMAZON', paidBy: 'debit', card: null }], settled: ['a.txt\n3\nx'], holding: '{"mioboeHolding":1}' };
  const withoutRefunds: CaseFile = { ...file, report: { ...file.report, refunds: [] } };
  /** The written case, with something else in one place. */
  const changed = (change: (found: Record<string, any>) => void): string => {
    const found = JSON.parse(writeCase(file));
    change(found);
    return JSON.stringify(found);
  };

  it('loads again as it was', () => expect(readCase(writeCase(file))).toEqual({ kind: 'case', file }));
  it('of version 1, which knew no contacts, is brought up to date', () => {
    const opened = readCase(readFileSync(new URL('case-1.json', import.meta.url), 'utf8'));
    expect(opened).toEqual({ kind: 'case', file: { ...withoutRefunds, answers: { '0:6': 'notMine' }, orders: {}, contacts: [], typed: [], settled: [], holding: null } });
  });
  it('of before refunds were told is read without them', () => {
    const { refunds: _refunds, ...report } = file.report;
    const charges = report.charges.map((charge) => ({ ...charge, orders: charge.orders.map(({ part: _part, ...order }) => order) }));
    expect(readCase(JSON.stringify({ mioboeCase: 2, ...file, report: { ...report, charges } }))).toEqual({ kind: 'case', file: { ...withoutRefunds, typed: [], settled: [], holding: null } });
  });
  it('of a newer version is told apart', () => expect(readCase(changed((found) => (found['mioboeCase'] = 4)))).toEqual({ kind: 'newer' }));

  const others: string[] = ['', 'null', '[]', '{}', '{"report": {}}', 'Date,Amount\n', '{'];
  it.each(others)('%j is none of ours', (content) => expect(readCase(content)).toEqual({ kind: 'other' }));

  const broken: [string, string][] = [
    ['cut off', writeCase(file).slice(0, 400)],
    ['without a report', changed((found) => delete found['report'])],
    ['of no version', changed((found) => (found['mioboeCase'] = 'x'))],
    ['with a sum that is none', changed((found) => (found['report'].charges[0].amount = '1e9'))],
    ['with a sum that is a number', changed((found) => (found['report'].charges[0].amount = 1))],
    ['with a day that is none', changed((found) => (found['report'].today = '<b>'))],
    ['with an id that leads elsewhere', changed((found) => (found['report'].charges[0].id = '0:1/../settings'))],
    ['with a list that is none', changed((found) => (found['report'].orders = {}))],
    ['with an answer nobody gave', changed((found) => (found['answers'] = { '0:6': 'perhaps' }))],
    ['with deep nesting', `{"mioboeCase":1,"report":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ];
  it.each(broken)('%s is refused whole', (_name, content) => expect(readCase(content)).toEqual({ kind: 'broken' }));

  it('lets nothing through that was not asked for', () => {
    const opened = readCase(changed((found) => (found['report'].charges[0].onclick = 'x')));
    expect(opened).toEqual({ kind: 'case', file });
  });
  it('cannot reach what all objects share', () => {
    const content = writeCase(file).replace('"answers": {', '"answers": {"__proto__": "me",');
    const opened = readCase(content);
    expect(opened.kind === 'case' && Object.getPrototypeOf(opened.file.answers)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['me']).toBeUndefined();
  });
});

describe('redaction', () => {
  const sample = sampleReport('whole', 0);
  const [first, ...rest] = sample.charges;
  if (!first) throw new Error('the sample has charges');
  const report = { ...sample, charges: [{ ...first, memo: '見本 太郎 様 4111 1111 1111 1111', merchant: 'AMAZON 250-0000001-0000001' }, ...rest] };
  const text = JSON.stringify(redacted(report, ['見本 太郎', 'a']));

  it.each(['見本 花子', '見本 太郎', '4111', '"0000"', '"1111"', 'enavi', 'Visa 0000'])('leaves no %s', (personal) => expect(text).not.toContain(personal));
  it.each(['250-0000001-0000001', '29800', '2026-10-27', '見本の電気ケトル'])('keeps %s', (evidence) => expect(text).toContain(evidence));
  it('keeps that a card is a family card, and not whose', () => {
    const withHolder = (holder: string) => redacted({ ...report, charges: [{ ...first, holder }] }, []).charges[0]?.holder;
    expect(withHolder('家族')).toBe('家族');
    expect(withHolder('見本 太郎')).toBe(HIDDEN);
  });
  it('changes no sum, day, verdict or order number', () => {
    const kept = ({ id, amount, date, verdict, orders }: (typeof report.charges)[number]) => ({ id, amount, date, verdict, orders });
    expect(redacted(report, []).charges.map(kept)).toEqual(report.charges.map(kept));
  });
  it('shows that something was there', () => expect(redacted(report, []).charges[0]?.card).toBe(HIDDEN));
});
