//! What is not kept is not lost unasked, what is kept is there again, and what is forgotten is gone in every tab.

import { readFileSync, writeFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { App } from './app';
import { caseOf } from './cases';
import { expect, test } from './fixtures';
import { singleFile } from './server';

const household = caseOf('typical-01-rakuten');

/** Tries to reload, and answers "stay" if the browser asks. */
async function reloadAsks(page: Page): Promise<boolean> {
  let asked = false;
  const stay = page.waitForEvent('dialog', { timeout: 3000 }).then(async (dialog) => {
    asked = dialog.type() === 'beforeunload';
    await dialog.dismiss();
  });
  const gone = page.waitForEvent('load', { timeout: 3000 });
  await page.evaluate(() => void setTimeout(() => location.reload()));
  await Promise.any([stay, gone]).catch(() => undefined);
  await Promise.allSettled(asked ? [stay] : [gone]);
  return asked;
}

/** Somebody has used the page: without that no browser asks. */
async function openCase(page: Page, url: string): Promise<App> {
  const app = await App.open(page, url);
  await app.part('lang-ja').click();
  await app.choose(household.files);
  await app.answered();
  await expect(app.part('keep-line')).toBeVisible();
  return app;
}

test('an example and an empty page are left without a question', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('lang-ja').click();
  expect(await reloadAsks(page)).toBe(false);
  await app.ready();
  await app.part('example').click();
  await app.answered();
  await app.part('charge-row').first().click();
  await app.part('answer-me').click();
  await expect(app.part('keep-line')).toHaveCount(0);
  expect(await reloadAsks(page)).toBe(false);
});

test('a result that is kept nowhere is not left unasked; one press keeps it, and it is there again', async ({ page, server }) => {
  const app = await openCase(page, server.url);
  const counts = await app.counts();
  expect(await reloadAsks(page)).toBe(true);
  expect(await app.counts()).toEqual(counts);
  await app.part('keep-now').click();
  await expect(app.part('toast')).toContainText('残しました');
  await expect(app.part('keep-line')).toHaveCount(0);
  await app.part('charge-row').first().click();
  await app.part('answer-me').click();
  await expect.poll(async () => (await app.counts()).flagged).toBe(counts.flagged - 1);
  await page.waitForTimeout(500);
  expect(await reloadAsks(page)).toBe(false);
  await expect(app.part('answer-me')).toHaveAttribute('aria-pressed', 'true');
});

test('keeping is taken back with everything it kept', async ({ page, server }) => {
  const app = await openCase(page, server.url);
  await app.part('keep-now').click();
  await app.part('undo').click();
  await expect(app.part('keep-line')).toBeVisible();
  await expect.poll(() => page.evaluate(() => indexedDB.databases().then((all) => all.length))).toBe(0);
  expect(await reloadAsks(page)).toBe(true);
});

test('a redacted file is for somebody else: the page asks, and offers to keep, as before', async ({ page, server }) => {
  const app = await openCase(page, server.url);
  await app.part('to-pack').first().click();
  await Promise.all([page.waitForEvent('download'), app.part('export-case').click()]);
  await app.part('tab-results').click();
  await expect(app.part('keep-line')).toBeVisible();
  expect(await reloadAsks(page)).toBe(true);
});

test('a case saved as a file may be left, until something more is said', async ({ page, server }) => {
  const app = await openCase(page, server.url);
  await app.part('to-pack').first().click();
  await app.part('redaction').click();
  const [saved] = await Promise.all([page.waitForEvent('download'), app.part('export-case').click()]);
  const buffer = readFileSync(await saved.path());
  expect(await reloadAsks(page)).toBe(false);
  await page.goto(server.url);
  await page.reload();
  await app.ready();
  await app.part('lang-ja').click();
  await app.part('file-input').setInputFiles([{ name: 'case.json', mimeType: 'application/json', buffer }]);
  await app.answered();
  await app.part('charge-row').first().click();
  expect(await reloadAsks(page)).toBe(false);
  await app.ready();
  await app.part('file-input').setInputFiles([{ name: 'case.json', mimeType: 'application/json', buffer }]);
  await app.answered();
  await app.part('charge-row').first().click();
  await app.part('answer-family').click();
  expect(await reloadAsks(page)).toBe(true);
});

test('after starting again nothing is asked, unless that is taken back', async ({ page, server }) => {
  const app = await openCase(page, server.url);
  await app.part('tab-files').click();
  await app.part('start-again').click();
  await app.ready();
  await app.part('undo').click();
  await app.answered();
  expect(await reloadAsks(page)).toBe(true);
  await app.part('tab-files').click();
  await app.part('start-again').click();
  await app.ready();
  expect(await reloadAsks(page)).toBe(false);
});

test('a letter that was changed is not lost unasked, although the case is kept', async ({ page, server }) => {
  const app = await openCase(page, server.url);
  await app.part('keep-now').click();
  await app.part('charge-row').first().click();
  await app.part('prepare-charge').click();
  await app.part('letter-text').fill('私の言葉');
  expect(await reloadAsks(page)).toBe(true);
  await app.part('refill-letter').click();
  await expect(app.part('refill-letter')).toHaveCount(0);
  expect(await reloadAsks(page)).toBe(false);
});

test('the single file asks as well, and says that it can keep nothing', async ({ page }) => {
  const app = await openCase(page, singleFile);
  await app.part('keep-now').click();
  await expect(app.part('toast')).toContainText('ファイルとして保存');
  expect(await reloadAsks(page)).toBe(true);
});

test('where the contents are left out, marks and answers alone are kept', async ({ page, server }) => {
  const app = await openCase(page, server.url);
  await app.part('charge-row').first().click();
  await app.part('answer-me').click();
  await app.part('close-detail').click();
  await app.part('tab-settings').click();
  await app.part('keep').check();
  await expect(app.part('keep-case')).toBeChecked();
  await app.part('keep-case').uncheck();
  await expect(app.part('kept-state')).toContainText('印だけ');
  const kept = await page.evaluate(async () => {
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
  expect(kept).toContain('"me"');
  expect(kept).not.toMatch(/AMAZON|44,?699|enavi/);
});

test('a result too long to be kept is said to be so, and is not left unasked', async ({ page, server }) => {
  const rows = Array.from({ length: 5001 }, (_, at) => `2026/0${1 + (at % 9)}/1${at % 10},AMAZON.CO.JP,${500 + at}`);
  const app = await App.open(page, server.url);
  await app.part('lang-ja').click();
  await app.part('file-input').setInputFiles([{ name: 'meisai.csv', mimeType: 'text/csv', buffer: Buffer.from(['利用日,利用店名,利用金額', ...rows].join('\r\n')) }]);
  await app.answered();
  await app.part('keep-now').click();
  await expect(app.part('toast')).toContainText('5,000件を超える', { timeout: 20_000 });
  expect(await reloadAsks(page)).toBe(true);
});

test('everything forgotten in one tab is kept by no other', async ({ context, page, server }) => {
  const app = await openCase(page, server.url);
  await app.part('keep-now').click();
  await expect(app.part('toast')).toBeVisible();
  const other = await context.newPage();
  const second = new App(other);
  await other.goto(server.url);
  await second.answered();
  await second.part('tab-settings').click();
  await second.part('forget').click();
  await second.part('forget-confirm').click();
  await expect(second.part('forgotten')).toContainText('0件');
  // What is open here stays open, and what is said of it goes nowhere.
  await app.part('charge-row').first().click();
  await app.part('answer-me').click();
  await expect(app.part('keep-line').first()).toBeVisible();
  await page.waitForTimeout(500);
  expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length])).toEqual([0, 0, 0]);
});

test('what was kept and stopped the last start is asked about outside the frame, and can be saved, left or forgotten', async ({ page, server }) => {
  const app = await openCase(page, server.url);
  await app.part('keep-now').click();
  await expect(app.part('keep-line')).toHaveCount(0);
  // The start that was stopped has left its mark.
  const stopped = (): Promise<void> => page.evaluate(() => localStorage.setItem('mioboe:opening', '1'));
  await stopped();
  await page.reload();
  const bar = page.locator('.recovery');
  await expect(bar).toBeVisible();
  await app.ready();
  const saved = page.waitForEvent('download');
  await bar.locator('[data-recovery=save]').click();
  expect(readFileSync((await (await saved).path()) ?? '', 'utf8')).toContain('"mioboeCase"');
  await bar.locator('[data-recovery=without]').click();
  await expect(bar).toHaveCount(0);
  await app.ready();

  // Without it nothing was changed: the next start has it again.
  await page.reload();
  await app.answered();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await stopped();
  await page.reload();
  await bar.locator('[data-recovery=forget]').click();
  await expect(bar).toHaveCount(0);
  await page.reload();
  await app.ready();
  await expect(app.part('answer')).toHaveCount(0);
});

test('to open somebody else\'s case replaces nothing that is kept', async ({ page, server }, info) => {
  const app = await openCase(page, server.url);
  await app.part('to-pack').first().click();
  const saved = page.waitForEvent('download');
  await app.part('export-case').click();
  const file = info.outputPath('theirs.json');
  await (await saved).saveAs(file);
  const theirs = JSON.parse(readFileSync(file, 'utf8')) as { report: { charges: unknown[] } };
  theirs.report.charges.length = 1;
  writeFileSync(file, JSON.stringify(theirs));

  await app.part('tab-results').click();
  await app.part('keep-now').click();
  await expect(app.part('keep-line')).toHaveCount(0);
  const counts = await app.counts();
  await app.drop([file]);
  await expect(app.part('toast')).toContainText('そのまま');
  await page.reload();
  await app.answered();
  expect(await app.counts()).toEqual(counts);
});
