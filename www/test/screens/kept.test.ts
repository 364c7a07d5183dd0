//! What was kept is read as if somebody else had written it.

import { describe, expect, it } from 'vitest';
import type { ChargeReport } from '../../src/app/engine/report';
import { type Answer, indexOf } from '../../src/app/screens/answers';
import { sampleReport } from '../../src/app/screens/dev/sample';
import { HiddenNames } from '../../src/app/screens/hidden-names';
import { type KeptCase, readKept } from '../../src/app/screens/kept';
import { inSlices } from '../../src/app/screens/slices';
import { linesOf } from '../../src/app/screens/guides';
import { regionOf } from '../../src/app/screens/region';
import { viewOf } from '../../src/app/screens/view';

const whole = { version: 1, lang: 'ja', theme: 'dark', region: 'jp', salt: 'ab', answers: { x: 'me' }, steps: { 'monthly-check': { done: true, note: '', doneOn: '2026-11-22' } }, seen: ['cd'], household: [{ name: '見本 花子', cards: ['1111'] }], contacts: [{ day: '2026-11-23', whom: 'Amazon', answer: '受付 7' }], case: '{}', tables: [] };

describe('readKept', () => {
  it('gives back what was kept', () => expect(readKept(whole)).toEqual(whole));
  it.each([null, 'text', [], {}, { ...whole, version: 2 }, { ...whole, salt: 7 }])('takes nothing from %j', (found) => {
    expect(readKept(found)).toBeNull();
  });
  it('takes an earlier shape for what it is', () => {
    const { seen: _seen, household: _household, contacts: _contacts, case: _case, tables: _tables, ...earlier } = { ...whole, steps: { 'monthly-check': { done: true, note: 'n' } } };
    expect(readKept(earlier)).toEqual({ ...whole, steps: { 'monthly-check': { done: true, note: 'n', doneOn: null } }, seen: [], household: [], contacts: [], case: null, tables: [] });
  });
  it('never takes more than the last four digits of a card', () => {
    expect(readKept({ ...whole, household: [{ name: 'a', cards: ['4111111111111111', '1111'] }] })?.household).toEqual([{ name: 'a', cards: ['1111'] }]);
  });
  it('leaves out what it does not understand', () => {
    const kept = readKept({ ...whole, lang: 'xx', answers: { x: 'perhaps', y: 'family' }, steps: { a: 1 } });
    expect(kept).toEqual({ ...whole, lang: null, answers: { y: 'family' }, steps: {} });
  });
});

describe('hidden names', () => {
  const report = sampleReport('whole', 0);
  const other = report.charges.filter(({ verdict }) => verdict === 'other');

  it('bring back what was answered and seen, and tell nothing of it', async () => {
    const index = await inSlices(indexOf(report));
    const name = index.names.get(report.charges[0] as ChargeReport) ?? '';
    const first = new HiddenNames();
    expect(first.hasSeen).toBe(false);
    await first.make(index);
    const kept = await first.toKeep(index, new Map([[name, 'family' as const]]), 'yes');
    for (const { merchant, amount } of report.charges) {
      expect(JSON.stringify(kept)).not.toContain(merchant);
      expect(Object.keys(kept.answers).join()).not.toContain(`|${amount}|`);
    }
    expect(kept.seen).toHaveLength(report.charges.length - other.length);

    // Another day, with one charge more.
    const later = { ...report, charges: [...report.charges, { ...(report.charges[0] as ChargeReport), id: '9:1', amount: '77' }] };
    const laterIndex = await inSlices(indexOf(later));
    const again = new HiddenNames();
    again.takeUp({ ...whole, ...kept } as KeptCase);
    await again.make(laterIndex);
    expect([...again.unseen(laterIndex)].map(({ id }) => id)).toEqual(['9:1']);
    const answers = new Map<string, Answer>();
    again.reveal(answers);
    expect([...answers]).toEqual([[name, 'family']]);
  });

  it('of an example add nothing to what was seen', async () => {
    const index = await inSlices(indexOf(report));
    const names = new HiddenNames();
    await names.make(index);
    expect((await names.toKeep(index, new Map(), 'no')).seen).toEqual([]);
  });

  it('forget all, the salt too', async () => {
    const index = await inSlices(indexOf(report));
    const names = new HiddenNames();
    names.takeUp({ ...whole, seen: ['cd'] } as KeptCase);
    names.forget();
    expect(names.hasSeen).toBe(false);
    expect(names.salt).toBe('');
    expect((await names.toKeep(index, new Map(), 'yes')).answers).toEqual({});
  });
});

describe('regionOf', () => {
  const cases: [timeZone: string, lang: 'ja' | 'en', region: string][] = [
    ['Asia/Tokyo', 'en', 'jp'],
    ['America/New_York', 'en', 'us'],
    ['Europe/London', 'en', 'uk'],
    ['Europe/Berlin', 'en', 'eu'],
    // Japanese read abroad follows the clock too.
    ['Europe/Berlin', 'ja', 'eu'],
    ['Asia/Bangkok', 'ja', 'jp'],
    ['Asia/Bangkok', 'en', 'us'],
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
