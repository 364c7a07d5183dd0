//! A hundred thousand charges: how long the page's own thread is busy at a stretch. Ten thousand: how the list scrolls. And how long it takes
//! from an answer to the new screen. Figures are printed, not asserted: machines differ.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { App } from './app';
import { expect, test } from './fixtures';


let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mioboe-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** Every charge has its order; amounts repeat as they do in a household. */
function files(rows: number): string[] {
  const statement = ['Date,Merchant,Amount,Card'];
  const orders = ['Order ID,Order Date,Currency,Product Name,Ship Date,Shipment Status,Order Status,Total Amount,Website,Payment Method Type'];
  for (let at = 0; at < rows; at += 1) {
    const day = new Date(Date.UTC(2016, 0, 1) + Math.floor((at * 3900) / rows) * 86_400_000).toISOString().slice(0, 10);
    const sum = 300 + ((at * 7919) % 9700);
    statement.push(`${day},AMAZON.CO.JP,${sum},1111`);
    orders.push(`250-${String(at).padStart(7, '0')}-0000000,${day}T03:00:00Z,JPY,見本の品 ${at},${day}T05:00:00Z,Shipped,Closed,${sum},Amazon.co.jp,Visa - 1111`);
  }
  return [['statement.csv', statement], ['Order History.csv', orders]].map(([name, lines]) => {
    const path = join(folder, String(name));
    writeFileSync(path, (lines as string[]).join('\r\n'));
    return path;
  });
}

/** Opens the page with that many charges, and remembers every task over 50 ms from then on. */
async function open(page: Page, url: string, rows: number): Promise<{ app: App; busy: (when: string) => Promise<void> }> {
  const app = await App.open(page, url);
  await app.inside.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { busy: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
  const busy = async (when: string): Promise<void> => {
    const tasks = await app.inside.evaluate(() => (window as unknown as { busy: number[] }).busy.splice(0));
    console.log(`${rows} charges, ${when}: tasks over 50 ms: ${tasks.length}, longest ${Math.max(0, ...tasks).toFixed(0)} ms`);
  };
  const start = Date.now();
  await app.choose(files(rows));
  await expect(app.part('answer')).toBeVisible({ timeout: 240_000 });
  await busy(`answer after ${Date.now() - start} ms`);
  const counts = await app.counts();
  expect(Object.values(counts).reduce((all, count) => all + count)).toBe(rows);
  expect(await app.part('charge-row').count()).toBeLessThan(500);
  return { app, busy };
}

test('the page answers while 100,000 charges are analysed, searched and sorted', async ({ page, server }) => {
  test.setTimeout(400_000);
  const { app, busy } = await open(page, server.url, 100_000);
  const first = app.part('charge-row').first();
  await app.part('search').fill('けんひん');
  await expect(app.part('charges')).toBeHidden({ timeout: 60_000 });
  await app.part('search').fill('見本ノ品 99999');
  await expect(app.part('charge-row')).toHaveCount(1, { timeout: 60_000 });
  await busy('searching');
  await app.part('search').fill('');
  await app.part('sort').selectOption('largest');
  await expect(first).toContainText('9,999', { timeout: 60_000 });
  await busy('sorting');
});

test('10,000 charges scroll', async ({ page, server }) => {
  test.setTimeout(300_000);
  const { app, busy } = await open(page, server.url, 10_000);
  const frames = await app.inside.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          times.push(now - last);
          last = now;
          window.scrollBy(0, 400);
          if (times.length < 120) requestAnimationFrame(step);
          else resolve(times.slice(2));
        };
        requestAnimationFrame(step);
      }),
  );
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  await busy(`scrolling 400 px a frame, median frame ${at(0.5)} ms, 95 % ${at(0.95)} ms`);
  await expect(app.part('charge-row').first()).toBeVisible();
  expect(await app.part('charge-row').count()).toBeLessThan(500);
});

for (const rows of [500, 100_000]) {
  test(`an answer among ${rows} charges is on the screen`, async ({ page, server }) => {
    test.setTimeout(400_000);
    const { app } = await open(page, server.url, rows);
    await app.part('charge-row').first().click();
    await expect(app.part('answer-notMine')).toBeVisible();
    const times = await app.inside.evaluate(async () => {
      const counted = (): string => document.querySelector('[data-testid="count-flagged"]')?.textContent ?? '';
      // The same button gives the answer and takes it back.
      const pressed = (): Promise<number> =>
        new Promise((resolve) => {
          const before = counted();
          const start = performance.now();
          const watch = new MutationObserver(() => {
            if (counted() === before) return;
            watch.disconnect();
            resolve(performance.now() - start);
          });
          watch.observe(document.body, { subtree: true, childList: true, characterData: true });
          document.querySelector<HTMLElement>('[data-testid="answer-notMine"]')?.click();
        });
      const all: number[] = [];
      for (let times = 0; times < 11; times += 1) {
        all.push(await pressed());
        await new Promise((rest) => setTimeout(rest, 300));
      }
      return all;
    });
    const [first = 0, ...others] = times;
    const median = others.sort((a, b) => a - b)[Math.floor(others.length / 2)] ?? 0;
    console.log(`${rows} charges, from an answer to the new screen: first ${first.toFixed(0)} ms, then ${median.toFixed(0)} ms`);
    expect(await app.part('count-flagged').innerText()).toBe('1');
  });
}
