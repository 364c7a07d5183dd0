//! The list: what needs the person first comes first, and searching minds neither width nor kana.

import { describe, expect, it } from 'vitest';
import type { Case, ChargeReport, HeadlineCode, OpenBecause, Report } from '../../src/app/engine/report';
import { type Answer, indexOf } from '../../src/app/screens/answers';
import { apart, byTile, type ChargeGroup, type Filter, type Group, NO_FILTER, TILES, tileOf } from '../../src/app/screens/charges';
import { inBrief } from '../../src/app/screens/charge-words';
import { sampleReport } from '../../src/app/screens/dev/sample';
import { fold } from '../../src/app/screens/fold';
import { type Asking, choicesOf, listed } from '../../src/app/screens/listing';
import { inSlices } from '../../src/app/screens/slices';
import { headline, sentence } from '../../src/app/screens/answer-words';
import { wordsIn } from '../../src/app/words';
import { advise } from '../adviser';

const NAMES: Readonly<Record<string, string>> = { 'amazon-pay': 'Amazon Pay' };

async function asking(report: Report, answers: Readonly<Record<string, Answer>> = {}): Promise<Asking & { readonly advised: Case }> {
  const advised = await advise(report, { answers: Object.entries(answers).map(([charge, answer]) => ({ charge, answer })) });
  const { orders } = await inSlices(indexOf(report));
  return { advised, report, orders, groups: advised.groups, isNew: new Set(['0:2']), nameOf: (service) => NAMES[service] ?? '' };
}

async function groupsOf(filter: Partial<Filter>, report: Report = sampleReport('whole', 0)): Promise<ChargeGroup[]> {
  return [...(await inSlices(listed(await asking(report), { ...NO_FILTER, ...filter }))).groups];
}

async function shown(filter: Partial<Filter>): Promise<string[]> {
  return (await groupsOf(filter)).flatMap(({ charges }) => charges.map(({ id }) => id));
}

describe('what is searched for', () => {
  const hiddenOf = async (filter: Partial<Filter>): Promise<number> => (await inSlices(listed(await asking(sampleReport('whole', 0)), { ...NO_FILTER, ...filter }))).hidden;

  it('is counted in rows that the filter leaves out, and offered', async () => {
    // Another shop, which is not listed as a rule.
    expect(await shown({ text: '架空書店' })).toEqual([]);
    expect(await hiddenOf({ text: '架空書店' })).toBe(1);
    expect(await shown({ text: '架空書店', others: 'shown' })).toHaveLength(1);
    expect(await hiddenOf({ text: '架空書店', others: 'shown' })).toBe(0);
    // Some of them are listed.
    const all = (await shown({ text: '見本' })).length;
    const some = (await shown({ text: '見本', tile: 'ask' })).length;
    expect(some).toBeLessThan(all);
    expect(await hiddenOf({ text: '見本', tile: 'ask' })).toBe(all - some + (await hiddenOf({ text: '見本' })));
  });

  it('is nothing where nothing is searched for', async () => expect(await hiddenOf({ tile: 'flagged' })).toBe(0));
});

describe('charges that are one question', () => {
  const charges = sampleReport('whole', 0).charges.slice(0, 6);
  const ids = charges.map(({ id }) => id);
  const together = [{ charges: [ids[1] ?? '', ids[3] ?? '', ids[4] ?? ''], sums: [{ currency: 'JPY', amount: '33010' }] }];

  it('stand apart, in the order of the list, with their sum', () => {
    expect(apart(charges, together)).toEqual({ questions: [{ charges: [charges[1], charges[3], charges[4]], sums: together[0]?.sums }], others: [charges[0], charges[2], charges[5]] });
  });
  it('have no sum where the filter leaves some out, and are no question where one is left', () => {
    expect(apart(charges.slice(0, 4), together)).toEqual({ questions: [{ charges: [charges[1], charges[3]], sums: [] }], others: [charges[0], charges[2]] });
    expect(apart(charges.slice(0, 2), together)).toEqual({ questions: [], others: charges.slice(0, 2) });
  });
  it('leave the very same list where there are none, so that no row is drawn anew', () => expect(apart(charges, []).others).toBe(charges));
});

describe('groups', () => {
  it('come in the order in which the person is needed', async () => {
    expect((await groupsOf({ others: 'shown' })).map(({ group }) => group)).toEqual(['flagged', 'ask', 'notCovered', 'explained', 'other']);
  });

  const rests: [verdict: string, cause: string | null, group: Group, isAtRest: boolean, brief: string][] = [
    ['flagged', 'no-order', 'settled', true, 'Amazon'],
    ['flagged', 'no-order', 'notMine', false, 'no order'],
    ['flagged', 'no-order', 'flagged', false, 'no order'],
    ['notCovered', null, 'settled', true, 'Amazon'],
    ['flagged', 'charged-twice', 'flagged', false, 'twice'],
    ['ask', 'cancelled-but-charged', 'settled', false, 'cancel'],
  ];
  it.each(rests)('%s/%s that stands under %s, at rest: %s, is called %s', (verdict, cause, group, isAtRest, brief) => {
    const charge = { verdict, cause, service: 'amazon-retail', amount: '1', currency: 'JPY', merchant: 'AMAZON.CO.JP', date: null, findings: [], orders: [] } as unknown as ChargeReport;
    const said = inBrief(wordsIn('en'), charge, group, isAtRest, new Map());
    expect(said.toLowerCase()).toContain(brief.toLowerCase());
    if (isAtRest) expect(said.toLowerCase()).not.toContain('no order');
  });
  it('not covered is not called harmless once the person says that it is not theirs', () => {
    for (const [lang, harmless] of [['ja', '怪しいという意味ではありません'], ['en', 'does not mean anything is wrong']] as const) {
      for (const id of ['not-covered-span', 'not-covered-no-orders']) {
        const said = (answer: string) => wordsIn(lang).say(id, { span: 'SPAN', answer });
        expect(said('none')).toContain(harmless);
        expect(said('notMine')).not.toContain(harmless);
        expect(said('notMine')).not.toMatch(/ {2}|\s$/);
      }
    }
  });

  it('the choices are the cards and services that there are', async () => {
    expect(await inSlices(choicesOf(sampleReport('whole', 0)))).toEqual({ cards: ['0000', '1111'], services: ['amazon-pay', 'amazon-prime', 'amazon-retail'] });
  });

  const said: [what: string, answers: Record<string, Answer>][] = [
    ['nothing was answered', {}],
    ['one is the family\'s', { '0:6': 'family' }],
    ['one is not theirs', { '0:15': 'notMine' }],
    ['another shop\'s is not theirs', { '0:3': 'notMine' }],
    ['what is owed is their own purchase', { '0:8': 'me' }],
    ['many were answered', { '0:6': 'me', '0:12': 'notMine', '0:15': 'notMine', '0:10': 'notMine', '0:7': 'family' }],
  ];
  it.each(said)('when %s, counts and sums are those of the charges listed under each tile', async (_, answers) => {
    const whole = sampleReport('whole', 0);
    const sumOf = (charges: readonly ChargeReport[]): string => String(charges.reduce((sum, { amount }) => sum + Number(amount), 0));
    const sumOfVerdict = (wanted: string) => sumOf(whole.charges.filter(({ verdict }) => verdict === wanted));
    const report = { ...whole, totals: { JPY: { charged: '0', explained: sumOfVerdict('explained'), ask: sumOfVerdict('ask'), flagged: sumOfVerdict('flagged'), notCovered: sumOfVerdict('notCovered'), other: sumOfVerdict('other') } } };
    const { advised, ...asked } = await asking(report, answers);
    const tiles = byTile((await inSlices(listed(asked, { ...NO_FILTER, others: 'shown' }))).groups);
    for (const tile of [...TILES, 'other'] as const) {
      const listed = tiles.filter(([first]) => first && (tileOf(first.group) ?? 'other') === tile);
      expect(listed.length, tile).toBeLessThanOrEqual(1);
      const charges = (listed[0] ?? []).flatMap((group) => group.charges);
      expect(charges.length, tile).toBe(advised.counts[tile]);
      expect(advised.sums['JPY']?.[tile], tile).toBe(sumOf(charges));
    }
  });

  it('a long list is whole and sorted', async () => {
    const [explained] = (await groupsOf({ tile: 'explained' }, sampleReport('whole', 5000))).filter(({ group }) => group === 'explained');
    const days = explained?.charges.map(({ date }) => date ?? '') ?? [];
    expect(days.length).toBeGreaterThan(5000);
    expect(days).toEqual([...days].sort().reverse());
  });
});

describe('the headline', () => {
  const cases: [code: HeadlineCode, count: number, open: number, said: string][] = [
    ['flagged', 1, 2, 'One charge needs a closer look'],
    ['ask', 1, 0, 'Just one charge for you to confirm'],
    // What cannot be judged is never passed over as if it were fine.
    ['ask-and-open', 1, 9, 'One charge for you to confirm, 9 that cannot be judged yet'],
    ['ask-and-open', 7, 4, '7 charges for you to confirm, 4 that cannot be judged yet'],
    ['not-covered', 4, 4, 'With your order data, 4 charges can be checked'],
    ['partly-covered', 4, 4, 'Everything your files cover is explained'],
    ['clear', 9, 0, 'Every charge is explained'],
    ['no-amazon', 0, 0, 'No Amazon charges found'],
  ];
  it.each(cases)('%s with %i and %i open: %s', (code, count, open, said) => {
    expect(headline(wordsIn('en'), { code, count, open, because: null, day: null })).toBe(said);
  });
  const because: [because: OpenBecause, said: RegExp][] = [
    ['no-orders', /order data/],
    ['end', /Nov 2/],
    ['start', /Nov 2/],
    ['else', /\b4\b|four/i],
  ];
  it.each(because)('of what is open says why: %s', (because, said) => {
    const why = { code: 'not-covered', count: 4, open: 4, because, day: because === 'end' || because === 'start' ? '2026-11-02' : null } as const;
    const text = sentence(wordsIn('en'), { flagged: 0, ask: 0, notCovered: 4, explained: 1, other: 0 }, why, []);
    expect(text).toMatch(said);
    expect(text).not.toMatch(/[{}]|answer-/);
  });
});

describe('the filter', () => {
  it('hides other merchants until they are asked for', async () => {
    expect(await shown({})).not.toContain('0:3');
    expect(await shown({ others: 'shown' })).toContain('0:3');
  });
  it('keeps one verdict', async () => expect(await shown({ tile: 'flagged' })).toEqual(['0:6', '0:8']));
  it('keeps one month', async () => expect(await shown({ month: '2026-09' })).toEqual(['0:14', '0:15']));
  it('keeps one card', async () => expect(await shown({ card: '1111' })).toEqual(['0:7']));
  it('keeps one service', async () => expect(await shown({ service: 'amazon-pay' })).toEqual(['0:12']));
  it('keeps what is new since the last time', async () => expect(await shown({ since: 'new' })).toEqual(['0:2']));
  it('finds an item of the order', async () => expect(await shown({ text: 'けとる' })).toEqual(['0:15']));
  it('finds an amount as it is printed', async () => expect(await shown({ text: '29,800' })).toEqual(['0:6']));
  it('finds a service by the name it has on the screen', async () => expect(await shown({ text: 'ａｍａｚｏｎ　ｐａｙ' })).toEqual(['0:12']));
  it('finds a merchant in full width', async () => expect(await shown({ text: 'amazon.co.jp', month: '2026-09' })).toEqual(['0:14', '0:15']));
  it('sorts by size without floats', async () => expect(await shown({ tile: 'explained', ordering: 'largest' })).toEqual(['0:15', '0:9', '0:14', '0:4', '0:13']));
});

describe('fold', () => {
  const same: [string, string][] = [
    ['ＡＭＡＺＯＮ．ＣＯ．ＪＰ', 'amazon.co.jp'],
    ['ｱﾏｿﾞﾝ', 'あまぞん'],
    ['業務ス－パ－', '業務スーパー'],
    ['１，２００', '1200'],
    ['見本　商店', '見本商店'],
  ];
  it.each(same)('%s is found by %s', (text, typed) => expect(fold(text)).toBe(fold(typed)));
  it('different things stay different', () => expect(fold('はは')).not.toBe(fold('ぱぱ')));
});

