//! What was kept is read as if somebody else had written it.

import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/app/screens/handover';
import { type KeptCase, readKept } from '../../src/app/screens/kept';
import { linesOf } from '../../src/app/screens/guides';
import { regionOf } from '../../src/app/screens/region';
import { viewOf } from '../../src/app/screens/view';

const whole = { version: 1, lang: 'ja', theme: 'dark', region: 'jp', salt: 'ab', answers: { x: 'me' }, orders: { x: 'ab'.repeat(32) }, steps: { 'monthly-check': { done: true, note: '', doneOn: '2026-11-22' } }, seen: ['cd'], household: [{ name: '見本 花子', cards: ['1111'] }], contacts: [{ day: '2026-11-23', whom: 'Amazon', answer: '受付 7' }], case: '{}', tables: [] };

describe('readKept', () => {
  it('gives back what was kept', () => expect(readKept(whole)).toEqual(whole));
  it.each([null, 'text', [], {}, { ...whole, version: 2 }, { ...whole, salt: 7 }])('takes nothing from %j', (found) => {
    expect(readKept(found)).toBeNull();
  });
  it('takes an earlier shape for what it is', () => {
    const { orders: _orders, seen: _seen, household: _household, contacts: _contacts, case: _case, tables: _tables, ...earlier } = { ...whole, steps: { 'monthly-check': { done: true, note: 'n' } } };
    expect(readKept(earlier)).toEqual({ ...whole, steps: { 'monthly-check': { done: true, note: 'n', doneOn: null } }, orders: {}, seen: [], household: [], contacts: [], case: null, tables: [] });
  });
  it('never takes more than the last four digits of a card', () => {
    expect(readKept({ ...whole, household: [{ name: 'a', cards: ['4111111111111111', '1111'] }] })?.household).toEqual([{ name: 'a', cards: ['1111'] }]);
  });
  it('leaves out what it does not understand', () => {
    const kept = readKept({ ...whole, lang: 'xx', answers: { x: 'perhaps', y: 'family' }, orders: { x: '250-1234567-1234567' }, steps: { a: 1 } });
    expect(kept).toEqual({ ...whole, lang: null, answers: { y: 'family' }, orders: {}, steps: {} });
  });
});

describe('answers that come from the version before', () => {
  it('are hidden where that one had them under what the charge says, as the engine hides them', async () => {
    const name = '2026-09-10|1980|JPY|4980|AMAZON.CO.JP|1';
    const hidden = '33703f60092e88fa6922f8e70cd0c27a67b8c99f8e8a8ee308ca1bf51fe18680';
    const said = { ...whole, salt: '00ff', answers: { [name]: 'family', [hidden.replace('3', '4')]: 'me' } } as unknown as KeptCase;
    expect(await answersOf(said)).toEqual([{ charge: hidden, answer: 'family', order: null }, { charge: hidden.replace('3', '4'), answer: 'me', order: null }]);
  });
});

describe('regionOf', () => {
  const cases: [timeZone: string, lang: 'ja' | 'en', region: string][] = [
    ['Asia/Tokyo', 'en', 'jp'],
    ['America/New_York', 'en', 'us'],
    ['Europe/London', 'en', 'uk'],
    ['Europe/Berlin', 'en', 'de'],
    ['Europe/Vienna', 'en', 'at'],
    // Japanese read abroad follows the clock too.
    ['Europe/Berlin', 'ja', 'de'],
    ['Asia/Bangkok', 'ja', 'jp'],
    // No law of another is claimed where nobody knows the place, on either side of a border.
    ['Asia/Bangkok', 'en', 'elsewhere'],
    ['Europe/Kyiv', 'en', 'elsewhere'],
    ['America/Bogota', 'en', 'elsewhere'],
    ['UTC', 'en', 'elsewhere'],
    ['America/Indiana/Knox', 'en', 'us'],
    ['America/Toronto', 'en', 'ca'],
    ['America/Sao_Paulo', 'en', 'br'],
    ['Australia/Sydney', 'en', 'au'],
    ['Asia/Calcutta', 'en', 'in'],
    ['Asia/Singapore', 'en', 'sg'],
  ];
  it.each(cases)('%s and %s is %s', (timeZone, lang, region) => expect(regionOf(timeZone, lang)).toBe(region));
});

describe('viewOf', () => {
  const cases: [hash: string, view: object][] = [
    ['', { name: 'results' }],
    ['/steps', { name: 'steps' }],
    ['/charge/0:17', { name: 'charge', id: '0:17' }],
    ['/charge/', { name: 'results' }],
    ['/pack', { name: 'pack' }],
    ['/rules', { name: 'rules' }],
    ['/rules/no-order', { name: 'rule', id: 'no-order' }],
    ['/steps/check-family', { name: 'step', id: 'check-family' }],
    ['/prepare/letter-issuer-phone/0:17', { name: 'prepare', letter: 'letter-issuer-phone', charge: '0:17' }],
    ['/prepare//', { name: 'prepare', letter: null, charge: null }],
    ['/nothing', { name: 'results' }],
  ];
  it.each(cases)('%s is %j', (hash, view) => expect(viewOf(hash)).toEqual(view));
});

describe('linesOf', () => {
  it('leaves the numbers to the list', () => expect(linesOf('1. Open it.\n 2. Press it.\n')).toEqual(['Open it.', 'Press it.']));
  it('gives no lines for no text', () => expect(linesOf(null)).toEqual([]));
});
