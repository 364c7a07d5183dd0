//! What was answered goes from report to report, onto the device and back, and can be taken back in any of them.

import { describe, expect, it, vi } from 'vitest';
import type { NamedBlob } from '../../src/app/engine/engine';
import type { Request } from '../../src/app/engine/report';
import { Advice, type Around } from '../../src/app/screens/advice';
import { NO_FILTER } from '../../src/app/screens/charges';
import { fullEngine } from '../adviser';

const row = (day: string, sum: number) => `${day},AMAZON.CO.JP,${sum}`;
const file = (name: string, ...rows: string[]): NamedBlob => ({ name, content: new Blob([['Date,Merchant,Amount', ...rows].join('\n')]) });
const earlier = file('a.csv', row('2026-09-03', 100), row('2026-09-04', 200));
const later = file('b.csv', row('2026-10-03', 3980), row('2026-10-05', 540));

const analyse = async (...files: NamedBlob[]) => (await fullEngine()).analyze(files, { today: '2026-11-22', utcOffset: '+09:00', region: 'jp' });

function advice(keeping = false): { advice: Advice; failed: () => void } {
  const failed = vi.fn();
  const around = (): Around => ({ said: { region: 'jp', looked: keeping }, keeping, compares: true, filter: NO_FILTER, nameOf: (service) => service });
  return { advice: new Advice(around, () => undefined, failed), failed };
}

/** The groups by sum, since ids are another report's in another report. */
const standing = (of: Advice) => Object.fromEntries((of.report?.charges ?? []).map(({ id, amount }) => [amount, of.groupOf(id)]));

const chargeOf = (of: Advice, sum: string) => {
  const found = of.report?.charges.find(({ amount }) => amount === sum);
  if (!found) throw new Error(`no charge of ${sum}`);
  return found;
};

describe('an answer', () => {
  it('outlives new files, and is taken back where it stands then', async () => {
    const { advice: of, failed } = advice();
    await of.show(await analyse(later));
    const before = chargeOf(of, '3980').id;
    const takeBack = of.answer([chargeOf(of, '3980')], 'notMine');
    await vi.waitFor(() => expect(standing(of)).toEqual({ 3980: 'notMine', 540: 'notCovered' }));
    await of.show(await analyse(earlier, later));
    expect(chargeOf(of, '3980').id).not.toBe(before);
    expect(standing(of)).toEqual({ 100: 'notCovered', 200: 'notCovered', 3980: 'notMine', 540: 'notCovered' });
    takeBack();
    await vi.waitFor(() => expect(standing(of)['3980']).toBe('notCovered'));
    // And it stays so in the next.
    await of.show(await analyse(later));
    expect(standing(of)).toEqual({ 3980: 'notCovered', 540: 'notCovered' });
    expect(failed).not.toHaveBeenCalled();
  });

  it('is kept by names that tell nothing, and comes back with them on another day', async () => {
    const { advice: of } = advice(true);
    await of.show(await analyse(later));
    of.answer([chargeOf(of, '540')], 'family');
    const kept = await of.remembered();
    expect(Object.values(kept.answers)).toEqual(['family']);
    expect(kept.seen).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toMatch(/AMAZON|3980|2026/);

    const { advice: again } = advice(true);
    again.takeUp(kept);
    await again.show(await analyse(earlier, later));
    expect(standing(again)).toMatchObject({ 540: 'settled', 3980: 'notCovered' });
    // What was there the last time is not new.
    expect(again.newCount).toBe(2);
    expect([again.isNew(chargeOf(again, '100').id), again.isNew(chargeOf(again, '540').id)]).toEqual([true, false]);
  });

  it('that names an order goes with it to later analyses and onto the device, and is taken back with it', async () => {
    const rows = ['Website,Order ID,Order Date,Currency,Total Owed,Order Status,Product Name,Quantity,Ship Date', ...[['503-0000001-0000001', '2026-08-01', '77'], ['503-1111111-1111111', '2026-10-01', '3500'], ['503-0000003-0000003', '2026-11-20', '88']].map(([id, day, sum]) => `Amazon.co.jp,${id},${day}T03:00:00Z,JPY,${sum},Closed,Mihon book,1,${day}T09:00:00Z`)];
    const exported: NamedBlob = { name: 'Retail.OrderHistory.1.csv', content: new Blob([`${rows.join('\n')}\n`]) };
    const again = async (told: Pick<Request, 'answers' | 'salt'>) => (await fullEngine()).analyze([later, exported], { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', ...told });

    const { advice: of } = advice(true);
    await of.show(await again({}));
    expect(await of.named()).toEqual({});
    const charge = chargeOf(of, '3980');
    expect([charge.verdict, charge.candidates.map(({ orderId }) => orderId)]).toEqual(['flagged', ['503-1111111-1111111']]);
    const takeBack = of.answer([charge], 'me', '503-1111111-1111111');
    expect(of.orderNamed(charge)).toBe('503-1111111-1111111');
    await of.show(await again(await of.named()));
    const named = chargeOf(of, '3980');
    expect([named.verdict, named.orders[0]?.orderId, of.orderNamed(named)]).toEqual(['explained', '503-1111111-1111111', '503-1111111-1111111']);

    // As "family's" it is the same order still, and another day knows both.
    of.answer([named], 'family');
    const kept = await of.remembered();
    expect(Object.values(kept.orders)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const { advice: next } = advice(true);
    next.takeUp(kept);
    await next.show(await again(await next.named()));
    expect(next.orderNamed(chargeOf(next, '3980'))).toBe('503-1111111-1111111');
    expect(standing(next)['3980']).toBe('settled');

    // Whoever says that it is not theirs names no order.
    of.answer([named], 'notMine');
    expect(of.orderNamed(named)).toBeNull();
    expect(await of.named()).toEqual({});
    takeBack();
    await of.show(await again(await of.named()));
    expect([chargeOf(of, '3980').verdict, of.orderNamed(chargeOf(of, '3980'))]).toEqual(['flagged', null]);
  });

  it('given while another report is made ready is not lost', async () => {
    const { advice: of } = advice();
    await of.show(await analyse(later));
    const next = of.show(await analyse(earlier, later));
    of.answer([chargeOf(of, '540')], 'me');
    await next;
    await vi.waitFor(() => expect(standing(of)['540']).toBe('settled'));
  });

  it('is forgotten with everything else', async () => {
    const { advice: of } = advice(true);
    await of.show(await analyse(later));
    of.answer([chargeOf(of, '540')], 'me');
    of.forget();
    expect(await of.remembered()).toMatchObject({ answers: {}, seen: [] });
    await of.show(await analyse(later));
    expect(standing(of)['540']).toBe('notCovered');
  });
});

it('letters are about what was asked for, and about nothing until that is known', async () => {
  const { advice: of } = advice();
  await of.show(await analyse(later));
  of.setMatter({ about: [chargeOf(of, '540').id] });
  expect(of.matter).toBeNull();
  await vi.waitFor(() => expect(of.matter?.charges).toEqual([chargeOf(of, '540').id]));
  of.setMatter({ dispute: 'cancelled' });
  await vi.waitFor(() => expect(of.matter?.dispute).toBe('cancelled'));
});
