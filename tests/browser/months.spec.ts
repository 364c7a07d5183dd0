//! A case that lives: each month is added to what was kept, nothing that was said is lost, and nothing is replaced unasked.

import { readFileSync } from 'node:fs';

import type { BrowserContext, Page } from '@playwright/test';

import { App } from './app';
import { caseOf, type Counts, storyOf } from './cases';
import { expect, test } from './fixtures';

const household = caseOf('typical-01-rakuten');
const fileOf = (part: string): string => {
  const file = household.files.find((one) => one.includes(part));
  if (!file) throw new Error(`no file is called ${part}`);
  return file;
};
const first = ['202606', '202607', '202608', 'Your Orders'].map(fileOf);
const months = ['202609', '202610', '202611'].map(fileOf);

/** Closes the page as a person does, and opens it another day. */
async function another(context: BrowserContext, page: Page, url: string): Promise<App> {
  await expect.poll(() => kept(page)).toContain('mioboeHolding');
  await page.close();
  const next = await context.newPage();
  await next.goto(url);
  const app = new App(next);
  await app.answered();
  return app;
}

/** All that is on the device. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).length) return '';
    const request = indexedDB.open('mioboe');
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const all = database.transaction('kept').objectStore('kept').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    database.close();
    return JSON.stringify(all.result);
  });
}

const sum = (counts: Counts): number => counts.flagged + counts.ask + counts.notCovered + counts.explained;

/** Disputes the first charge that an order explains. */
async function dispute(app: App): Promise<void> {
  await app.part('tile-explained').click();
  await app.part('charge-row').first().click();
  await app.part('answer-notMine').click();
  await expect(app.part('answer-notMine')).toHaveAttribute('aria-pressed', 'true');
  await app.part('close-detail').click();
  await app.part('tile-explained').click();
}

const PLACES = [
  { name: 'phone, ja', locale: 'ja-JP', viewport: { width: 390, height: 844 }, added: /2026年\d+月の分を加えました：新しい請求\d+件/ },
  { name: 'desktop, en', locale: 'en-GB', viewport: { width: 1280, height: 800 }, added: /\w+ 2026 added: \d+ new charges/ },
] as const;

for (const { name, locale, viewport, added } of PLACES) {
  test.describe(name, () => {
    test.use({ locale, viewport });

    test('three months with closing in between: the dispute and its days stay, and all is as if given at once', async ({ page, context, server, complaints }) => {
      test.setTimeout(180_000);
      let app = await App.open(page, server.url);
      await app.choose(household.files);
      await app.answered();
      const atOnce = await app.counts();
      await app.part('tab-files').click();
      await app.part('start-again').click();
      await app.ready();

      await app.choose(first);
      await app.answered();
      await dispute(app);
      await app.part('tab-steps').click();
      await expect(app.part('clocks')).toBeVisible();
      await app.part('tab-results').click();
      await app.part('keep-now').click();
      await expect(app.part('keep-line')).toHaveCount(0);
      let before = await app.counts();
      for (const [at, month] of months.entries()) {
        app = await another(context, app.page, server.url);
        expect(await app.counts()).toEqual(before);
        await expect(app.part('add-month')).toBeVisible();
        if (at === 1) await app.drop([month]);
        else await app.part('month-file-input').setInputFiles([month]);
        await expect(app.part('toast')).toContainText(added);
        const now = await app.counts();
        expect(sum(now)).toBeGreaterThan(sum(before));
        // The former case comes back whole, and the month again after it.
        await app.part('undo').click();
        await expect.poll(() => app.counts()).toEqual(before);
        await app.part('month-file-input').setInputFiles([month]);
        await expect.poll(() => app.counts()).toEqual(now);
        // Given twice it is there once.
        await app.part('tab-files').click();
        await app.part('add-file-input').setInputFiles([{ name: 'again.csv', mimeType: 'text/csv', buffer: readFileSync(month) }]);
        await expect(app.part('toast')).toBeVisible();
        await app.part('tab-results').click();
        await expect.poll(() => app.counts()).toEqual(now);
        await app.part('tab-steps').click();
        await expect(app.part('clocks')).toBeVisible();
        await app.part('tab-results').click();
        before = now;
      }
      app = await another(context, app.page, server.url);
      // The one that was disputed was explained.
      expect(await app.counts()).toEqual({ ...atOnce, flagged: atOnce.flagged + 1, explained: atOnce.explained - 1 });
      await app.part('tab-steps').click();
      await expect(app.part('clocks')).toBeVisible();
      expect(complaints).toEqual([]);
    });

    test('a case kept before anything was held asks, and loses nothing by either answer', async ({ page, context, server }) => {
      let app = await App.open(page, server.url);
      await app.choose(first);
      await app.answered();
      await dispute(app);
      const before = await app.counts();
      await app.part('keep-now').click();
      await expect.poll(() => kept(page)).toContain('mioboeHolding');
      const makeOld = (): Promise<void> =>
        app.page.evaluate(async () => {
          const request = indexedDB.open('mioboe');
          const database = await new Promise<IDBDatabase>((resolve) => {
            request.onsuccess = () => resolve(request.result);
          });
          const store = database.transaction('kept', 'readwrite').objectStore('kept');
          const found = store.get('case');
          await new Promise((resolve) => {
            found.onsuccess = resolve;
          });
          const { holding: _holding, typed: _typed, settled: _settled, ...old } = JSON.parse(found.result.case);
          const put = store.put({ ...found.result, case: JSON.stringify({ ...old, mioboeCase: 2 }) }, 'case');
          await new Promise((resolve) => {
            put.onsuccess = resolve;
          });
          database.close();
        });
      await page.waitForTimeout(500);
      await makeOld();
      await page.close();
      app = new App(await context.newPage());
      await app.page.goto(server.url);
      await app.answered();
      expect(await app.counts()).toEqual(before);

      // Left: all is as it was.
      await app.part('month-file-input').setInputFiles([fileOf('202609')]);
      await expect(app.part('adding-box')).toBeVisible();
      await app.part('adding-cancel').click();
      await expect(app.part('adding-box')).toHaveCount(0);
      expect(await app.counts()).toEqual(before);

      // A case of its own: what is kept stays.
      await app.part('month-file-input').setInputFiles([fileOf('202609')]);
      await app.part('adding-anew').click();
      await expect(app.part('keep-line')).toBeVisible();
      expect(sum(await app.counts())).toBeLessThan(sum(before));
      await app.page.reload();
      await app.answered();
      expect(await app.counts()).toEqual(before);

      // Added: the charges of before stay as they were judged.
      await app.part('month-file-input').setInputFiles([fileOf('202609')]);
      await app.part('adding-here').click();
      await expect(app.part('toast')).toContainText(added);
      const now = await app.counts();
      expect(sum(now)).toBeGreaterThan(sum(before));
      expect(now.explained).toBeGreaterThanOrEqual(before.explained);
      expect(now.flagged).toBeGreaterThanOrEqual(before.flagged);
      app = await another(context, app.page, server.url);
      expect(await app.counts()).toEqual(now);
    });
  });
}

test('a statement of cards that the case does not know asks where it belongs', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(first);
  await app.answered();
  await app.part('keep-now').click();
  await expect.poll(() => kept(page)).toContain('mioboeHolding');
  const before = await app.counts();
  await page.reload();
  await app.answered();
  // The name of the file has the last digits of the card.
  const theirs = { name: 'enavi202609(4321).csv', mimeType: 'text/csv', buffer: readFileSync(fileOf('202609')) };
  await app.part('month-file-input').setInputFiles(theirs);
  await expect(app.part('adding-box')).toBeVisible();
  await app.part('adding-anew').click();
  await expect(app.part('toast')).toBeVisible();
  await app.part('undo').click();
  await expect.poll(() => app.counts()).toEqual(before);
  await app.part('month-file-input').setInputFiles(theirs);
  await app.part('adding-here').click();
  await expect.poll(async () => sum(await app.counts())).toBeGreaterThan(sum(before));
});

test('a charge typed on a kept case is added to it', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(storyOf('unknown-charge'));
  await app.answered();
  await app.part('keep-now').click();
  await expect.poll(() => kept(page)).toContain('mioboeHolding');
  const before = await app.counts();
  await page.reload();
  await app.answered();
  await app.inside.evaluate(() => {
    const { store } = document.querySelector('mioboe-app') as unknown as { store: { giveCharge: (given: object) => Promise<void> } };
    return store.giveCharge({ date: '2026-11-03', amount: '7777', currency: 'JPY', merchant: 'AMAZON.CO.JP', paidBy: null, card: null });
  });
  await expect.poll(async () => sum(await app.counts())).toBe(sum(before) + 1);
});
