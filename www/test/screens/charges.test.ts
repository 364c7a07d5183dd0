//! The list: what needs the person first comes first, and searching minds neither width nor kana.

import { describe, expect, it } from 'vitest';
import type { ChargeReport, Report } from '../../src/app/engine/report';
import { type Answer, hidden, indexOf } from '../../src/app/screens/answers';
import { byTile, type ChargeGroup, type Filter, groupOf, isLaidToRest, NO_FILTER, TILES, tileOf } from '../../src/app/screens/charges';
import { inBrief } from '../../src/app/screens/charge-words';
import { sampleReport } from '../../src/app/screens/dev/sample';
import { fold } from '../../src/app/screens/fold';
import { type Asking, grouped, overview } from '../../src/app/screens/listing';
import { inSlices } from '../../src/app/screens/slices';
import { headline } from '../../src/app/screens/answer-words';
import { wordsIn } from '../../src/app/words';
import { sumOf } from '../../src/app/screens/sums';

const nobodyAnswered = () => undefined;
const NAMES: Readonly<Record<string, string>> = { 'amazon-pay': 'Amazon Pay' };
const isNew = ({ id }: ChargeReport) => id === '0:2';

async function asking(report: Report): Promise<Asking> {
  return { report, orders: (await inSlices(indexOf(report))).orders, answerOf: nobodyAnswered, isNew, nameOf: (service) => NAMES[service] ?? '' };
}

async function groupsOf(filter: Partial<Filter>, report: Report = sampleReport('whole', 0)): Promise<ChargeGroup[]> {
  return inSlices(grouped(await asking(report), { ...NO_FILTER, ...filter }));
}

async function shown(filter: Partial<Filter>): Promise<string[]> {
  return (await groupsOf(filter)).flatMap(({ charges }) => charges.map(({ id }) => id));
}

async function namesOf(...charges: ChargeReport[]): Promise<string[]> {
  return [...(await inSlices(indexOf({ ...sampleReport('orders', 0), charges }))).names.values()];
}

describe('groups', () => {
  it('come in the order in which the person is needed', async () => {
    expect((await groupsOf({ others: 'shown' })).map(({ group }) => group)).toEqual(['flagged', 'ask', 'notCovered', 'explained', 'other']);
  });

  const cases: [verdict: string, answer: Answer | undefined, group: string][] = [
    ['flagged', undefined, 'flagged'],
    ['flagged', 'me', 'settled'],
    ['ask', 'family', 'settled'],
    ['explained', 'notMine', 'notMine'],
    ['a verdict of a later version', undefined, 'other'],
  ];
  it.each(cases)('%s answered with %s stands under %s', (verdict, answer, group) => {
    expect(groupOf({ verdict } as ChargeReport, answer)).toBe(group);
  });

  const rests: [verdict: string, cause: string | null, answer: Answer | undefined, isAtRest: boolean, brief: string][] = [
    ['flagged', 'no-order', 'me', true, 'Amazon'],
    ['flagged', 'no-order', 'family', true, 'Amazon'],
    ['flagged', 'no-order', 'notMine', false, 'no order'],
    ['flagged', 'no-order', undefined, false, 'no order'],
    ['notCovered', null, 'me', true, 'Amazon'],
    ['explained', null, 'me', false, 'Amazon'],
    ['flagged', 'charged-twice', 'me', false, 'twice'],
    ['flagged', 'refund-missing', 'family', false, 'refund'],
    ['ask', 'cancelled-but-charged', 'me', false, 'cancel'],
  ];
  it.each(rests)('%s/%s answered with %s is at rest: %s, and called %s', (verdict, cause, answer, isAtRest, brief) => {
    const charge = { verdict, cause, service: 'amazon-retail', amount: '1', currency: 'JPY', merchant: 'AMAZON.CO.JP', date: null, findings: [], orders: [] } as unknown as ChargeReport;
    expect(isLaidToRest(sampleReport('whole', 0), charge, answer)).toBe(isAtRest);
    const said = inBrief(wordsIn('en'), charge, groupOf(charge, answer), new Map());
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

  const owed: [verdict: string, cause: string, group: string][] = [
    ['flagged', 'charged-twice', 'flagged'],
    ['flagged', 'cancelled-but-charged', 'flagged'],
    ['flagged', 'charged-after-cancelling', 'flagged'],
    ['flagged', 'refund-missing', 'flagged'],
    ['flagged', 'no-order', 'settled'],
    // Amazon still has time to let go of it.
    ['ask', 'cancelled-but-charged', 'settled'],
  ];
  it.each(owed)('of the own purchase %s/%s stands under %s: money that is owed stays owed', (verdict, cause, group) => {
    for (const answer of ['me', 'family'] as const) expect(groupOf({ verdict, cause } as ChargeReport, answer)).toBe(group);
  });

  it('every charge is counted once, in all and in its month', async () => {
    const report = sampleReport('whole', 5000);
    const { counts, byMonth } = await inSlices(overview(await asking(report)));
    const sum = (parts: object) => Object.values(parts).reduce((all: number, count: number) => all + count, 0);
    expect(sum(counts)).toBe(report.charges.length);
    expect([...byMonth.values()].reduce((all, month) => all + sum(month), 0)).toBe(report.charges.length);
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
    const sumOfVerdict = (verdict: string) => sumOf(whole.charges.filter((charge) => charge.verdict === verdict).map(({ amount }) => amount));
    const report = { ...whole, totals: { JPY: { charged: '0', explained: sumOfVerdict('explained'), ask: sumOfVerdict('ask'), flagged: sumOfVerdict('flagged'), notCovered: sumOfVerdict('notCovered'), other: sumOfVerdict('other') } } };
    const asked = { ...(await asking(report)), answerOf: ({ id }: ChargeReport) => answers[id] };
    const { counts, sums } = await inSlices(overview(asked));
    const tiles = byTile(await inSlices(grouped(asked, { ...NO_FILTER, others: 'shown' })));
    for (const tile of [...TILES, 'other'] as const) {
      const listed = tiles.filter(([first]) => first && (tileOf(first.group) ?? 'other') === tile);
      expect(listed.length, tile).toBeLessThanOrEqual(1);
      const charges = (listed[0] ?? []).flatMap((group) => group.charges);
      expect(charges.length, tile).toBe(counts[tile]);
      expect(sums.get('JPY')?.[tile], tile).toBe(sumOf(charges.map(({ amount }) => amount)));
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
  const cases: [flagged: number, ask: number, notCovered: number, explained: number, said: string][] = [
    [1, 3, 2, 9, 'One charge needs a closer look'],
    [0, 1, 0, 9, 'Just one charge for you to confirm'],
    // What cannot be judged is never passed over as if it were fine.
    [0, 1, 9, 0, 'One charge for you to confirm, 9 that cannot be judged yet'],
    [0, 7, 4, 32, '7 charges for you to confirm, 4 that cannot be judged yet'],
    [0, 0, 4, 0, 'With your order data, 4 charges can be checked'],
    [0, 0, 4, 9, 'Everything your files cover is explained'],
    [0, 0, 0, 9, 'Every charge is explained'],
    [0, 0, 0, 0, 'No Amazon charges found'],
  ];
  it.each(cases)('with %i to look into, %i to confirm, %i not covered, %i explained: %s', (flagged, ask, notCovered, explained, said) => {
    expect(headline(wordsIn('en'), { flagged, ask, notCovered, explained, other: 5 })).toBe(said);
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

describe('names of charges', () => {
  it('outlive new line numbers', async () => {
    const [charge] = sampleReport('whole', 0).charges;
    if (!charge) throw new Error('the sample has charges');
    const moved = { ...charge, id: '3:99', source: 3, line: 99 };
    expect(await namesOf(moved)).toEqual(await namesOf(charge));
  });
  it('tell twins apart', async () => {
    const [charge] = sampleReport('whole', 0).charges;
    const names = await namesOf({ ...charge } as ChargeReport, { ...charge } as ChargeReport);
    expect(new Set(names).size).toBe(2);
  });
  it('are hidden by salt', async () => {
    expect(await hidden('2026-09-03|3980', 'salt')).toMatch(/^[0-9a-f]{64}$/);
    expect(await hidden('2026-09-03|3980', 'salt')).not.toBe(await hidden('2026-09-03|3980', 'other salt'));
  });
});
