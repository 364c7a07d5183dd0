//! The list: what needs the person first comes first, and searching minds neither width nor kana.

import { describe, expect, it } from 'vitest';
import type { ChargeReport, Report } from '../../src/app/engine/report';
import { type Answer, chargeNames, hidden } from '../../src/app/screens/answers';
import { countsOf, type Filter, grouped, groupOf, NO_FILTER } from '../../src/app/screens/charges';
import { sampleReport } from '../../src/app/screens/dev/sample';
import { fold } from '../../src/app/screens/fold';

const nobodyAnswered = () => undefined;
const isNew = ({ id }: ChargeReport) => id === '0:2';

function shown(filter: Partial<Filter>, report: Report = sampleReport('whole', 0)): string[] {
  return grouped(report, { ...NO_FILTER, ...filter }, nobodyAnswered, isNew).flatMap(({ charges }) => charges.map(({ id }) => id));
}

describe('groups', () => {
  it('come in the order in which the person is needed', () => {
    const groups = grouped(sampleReport('whole', 0), { ...NO_FILTER, others: 'shown' }, nobodyAnswered, isNew).map(({ group }) => group);
    expect(groups).toEqual(['flagged', 'ask', 'notCovered', 'explained', 'other']);
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

  it('every charge is counted once', () => {
    const { charges } = sampleReport('whole', 100);
    const counts = countsOf(charges, nobodyAnswered);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(charges.length);
  });
});

describe('the filter', () => {
  it('hides other merchants until they are asked for', () => {
    expect(shown({})).not.toContain('0:3');
    expect(shown({ others: 'shown' })).toContain('0:3');
  });
  it('keeps one verdict', () => expect(shown({ tile: 'flagged' })).toEqual(['0:6', '0:8']));
  it('keeps one month', () => expect(shown({ month: '2026-09' })).toEqual(['0:14', '0:15']));
  it('keeps one card', () => expect(shown({ card: '1111' })).toEqual(['0:7']));
  it('keeps what is new since the last time', () => expect(shown({ since: 'new' })).toEqual(['0:2']));
  it('finds an item of the order', () => expect(shown({ text: 'けとる' })).toEqual(['0:15']));
  it('finds an amount as it is printed', () => expect(shown({ text: '29,800' })).toEqual(['0:6']));
  it('finds a merchant in full width', () => expect(shown({ text: 'amazon.co.jp', month: '2026-09' })).toEqual(['0:14', '0:15']));
  it('sorts by size without floats', () => expect(shown({ tile: 'explained', ordering: 'largest' })).toEqual(['0:15', '0:9', '0:14', '0:4', '0:13']));
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
  it('outlive new line numbers', () => {
    const [charge] = sampleReport('whole', 0).charges;
    if (!charge) throw new Error('the sample has charges');
    const moved = { ...charge, id: '3:99', source: 3, line: 99 };
    expect([...chargeNames([moved]).values()]).toEqual([...chargeNames([charge]).values()]);
  });
  it('tell twins apart', () => {
    const [charge] = sampleReport('whole', 0).charges;
    const names = [...chargeNames([{ ...charge } as ChargeReport, { ...charge } as ChargeReport]).values()];
    expect(new Set(names).size).toBe(2);
  });
  it('are hidden by salt', async () => {
    expect(await hidden('2026-09-03|3980', 'salt')).toMatch(/^[0-9a-f]{64}$/);
    expect(await hidden('2026-09-03|3980', 'salt')).not.toBe(await hidden('2026-09-03|3980', 'other salt'));
  });
});
