//! Files that need more than the first load: they are read all the same, and with the server gone too.

import { openSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';

import { App } from './app';
import { mailOf, unknownTable } from './cases';
import { expect, test } from './fixtures';

const document = (name: string): string => join(__dirname, '../fixtures/documents', name);

/** What stands in the files view of a source. */
async function charges(app: App): Promise<number> {
  return app.part('charge-row').count();
}

for (const name of ['invented-card-ja.xlsx', 'invented-card-ja.pdf']) {
  test(`${name} is read although the server is gone since the page was there`, async ({ page, server, complaints }) => {
    const app = await App.open(page, server.url);
    await app.storedOffline();
    await server.close();
    await app.choose([document(name)]);
    await app.answered();
    await expect.poll(() => charges(app)).toBeGreaterThan(0);
    await app.part('tab-files').click();
    await expect(app.frame.locator('mioboe-sources')).not.toContainText('読み取れません');
    await expect(app.part('requests-count')).toHaveText('0');
    expect(complaints).toEqual([]);
  });
}

test('a table of a hundred megabytes is read in pieces', async ({ page, server, complaints }, info) => {
  test.setTimeout(120_000);
  const path = info.outputPath('table.csv');
  const file = openSync(path, 'w');
  writeSync(file, '日付,店名,金額,画像\n');
  const rows = `2026/09/01,見本書店,900,${'x'.repeat(100_000)}\n`.repeat(100);
  for (let part = 0; part < 10; part++) writeSync(file, rows);
  closeSync(file);
  const app = await App.open(page, server.url);
  await app.choose([path]);
  await expect(app.part('tab-files')).toBeVisible({ timeout: 90_000 });
  await app.part('tab-files').click();
  await expect(app.part('source')).toContainText('1,000行のうち1,000行');
  expect(complaints).toEqual([]);
});

test('charges of a PDF are named by page and line', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.drop([document('invented-card-en.pdf')]);
  // In Japan a table of cents is no table of yen, and which dollars "$" means is for the person to say.
  await expect(app.part('mapper')).toHaveAttribute('data-question', 'currency');
  await app.part('mapper-use').click();
  await app.answered();
  await expect(app.part('charge-row').first()).toContainText('$');
  await app.part('charge-row').first().click();
  await expect(app.part('charge-detail')).toBeVisible();
  expect(decodeURIComponent(new URL(page.url()).hash)).toMatch(/^#\/charge\/0:1:\d+$/);
});

test('a PDF with a password asks for it, says when it is wrong, and is read with the right one', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose([document('invented-card-ja-locked.pdf')]);
  await expect(app.part('password-box')).toBeVisible();
  await app.part('password').fill('1234');
  await app.part('password-open').click();
  await expect(app.part('password-wrong')).not.toBeEmpty();
  await app.part('password').fill('0401');
  await app.part('password').press('Enter');
  await app.answered();
  await expect(app.part('password-box')).toBeHidden();
  // Analysed again with another file, it is not asked for again.
  await app.drop([document('invented-card-ja.xlsx')]);
  await expect(app.part('progress')).toBeHidden();
  await expect(app.part('password-box')).toBeHidden();
});

test('a PDF whose password is not known is left out, and the page says what to do', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose([document('invented-card-ja-locked.pdf')]);
  await app.part('password-skip').click();
  await expect(app.part('empty')).toBeVisible({ timeout: 20_000 });
});

test('a PDF of pictures is told from one that is read', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose([document('invented-scan.pdf')]);
  await expect(app.part('empty')).toBeVisible({ timeout: 20_000 });
  await expect(app.frame.locator('main')).toContainText('ページの画像だけのPDF');
});

test('the reader of a PDF is gone once it has read', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose([document('invented-card-ja.pdf')]);
  await app.answered();
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(1);
});

test('a dropped mail is judged, and nothing in it can be opened', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.drop([mailOf('dangerous-ja')]);
  await expect(app.part('mail-card')).toHaveAttribute('data-verdict', 'dangerous', { timeout: 30_000 });
  await app.part('open-mail').click();
  await expect(app.part('mail')).toHaveAttribute('data-verdict', 'dangerous');
  expect(await app.part('mail-reasons').locator('li').count()).toBeGreaterThan(1);
  await expect(app.part('mail-links')).toContainText('hxxp');
  expect(await app.part('mail').locator('a').count()).toBe(0);
  // Who entered something there is led to the steps that cannot wait.
  await app.part('mail-entered').click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/steps');
  await page.goBack();
  await expect(app.part('mail-entered-note')).toBeVisible();
  await app.part('mail-not-entered').click();
  await expect(app.part('mail-entered')).toBeVisible();
});

test('a mail that looks genuine is not called safe', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose([mailOf('genuine-like-ja')]);
  await expect(app.part('mail-card')).toHaveAttribute('data-verdict', 'genuine-looking', { timeout: 30_000 });
  await app.part('open-mail').click();
  await expect(app.part('mail')).not.toContainText('安全です');
});

test('a table that nobody knows is read once the person has said what its columns are', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('file-input').setInputFiles(unknownTable());
  await expect(app.part('mapper')).toHaveAttribute('data-question', 'columns', { timeout: 30_000 });
  for (const at of [0, 1, 2, 3]) await app.part(`role-${at}`).selectOption('');
  await app.part('role-0').selectOption('date');
  await app.part('mapper-use').click();
  await expect(app.frame.locator('.mapper-lacking')).not.toBeEmpty();
  await app.part('role-1').selectOption('merchant');
  await app.part('role-2').selectOption('amount');
  await expect(app.part('mapper-samples')).toContainText('2026年9月1日');
  await expect(app.part('mapper-samples')).toContainText('¥1,200');
  await app.part('mapper-use').click();
  await app.part('tab-results').click();
  await app.answered();
  await expect.poll(() => charges(app)).toBe(2);
  // It may still be said otherwise.
  await app.part('tab-files').click();
  await expect(app.part('source')).toHaveAttribute('data-kind', 'statement');
});
