//! The main job: files in, answer on the page.

import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import type { AppHost } from '../../www/src/app/host';
import { App } from './app';
import { caseOf, countsOf, reportOf } from './cases';
import { expect, test } from './fixtures';

/** The app's element with what it was handed. */
type Seated = HTMLElement & { readonly host: AppHost };

const clean = caseOf('clean-01-smbc-vpass');
const typical = caseOf('typical-01-rakuten');

for (const household of [clean, typical]) {
  const name = household.folder.split('/').at(-1);

  test(`${name}: chosen files get the engine's verdicts`, async ({ page, server, complaints }) => {
    const app = await App.open(page, server.url);
    await app.choose(household.files);
    await app.answered();
    expect(await app.counts()).toEqual(countsOf(reportOf(household)));
    expect(complaints).toEqual([]);
  });

  test(`${name}: dropped files get the same`, async ({ page, server }) => {
    const app = await App.open(page, server.url);
    await app.drop(household.files);
    await app.answered();
    expect(await app.counts()).toEqual(countsOf(reportOf(household)));
  });
}

test('a dropped folder is its files', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.drop([clean.folder]);
  await app.answered();
  expect(await app.counts()).toEqual(countsOf(reportOf(clean)));
});

test('a chosen folder is its files', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('folder-input').setInputFiles(clean.folder);
  await app.answered();
  expect(await app.counts()).toEqual(countsOf(reportOf(clean)));
});

test('a drag that leaves again gives the page back', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...clean.files], dragOperationsMask: 1 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', x: 200, y: 200, data });
  await expect(app.frame.locator('mioboe-app')).toContainClass('is-dragged-over');
  await session.send('Input.dispatchDragEvent', { type: 'dragCancel', x: 200, y: 200, data });
  await page.mouse.move(220, 220);
  await expect(app.frame.locator('mioboe-app')).not.toContainClass('is-dragged-over');
  await app.part('example').click();
  await app.answered();
});

test('files dropped after an answer are added to it', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  const [first, ...rest] = clean.files;
  await app.drop(first ? [first] : []);
  await app.answered();
  await app.drop(rest);
  await expect.poll(() => app.counts()).toEqual(countsOf(reportOf(clean)));
});

test('pasted text of a statement is read', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.inside.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Date,Merchant,Amount\n2026-10-03,AMAZON.CO.JP,3980\n2026-10-05,GREENGROCER,540\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await app.answered();
  expect(await app.counts()).toEqual({ flagged: 0, ask: 0, notCovered: 1, explained: 0 });
});

test('the example shows an answer without any file', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('example').click();
  await app.answered();
  expect((await app.counts()).explained).toBeGreaterThan(0);
});

test('a charge opens into its evidence, and back returns to the list', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(clean.files);
  await app.answered();
  await app.part('charge-row').first().click();
  await expect(app.part('charge-detail')).toBeVisible();
  expect(new URL(page.url()).hash).not.toBe('');
  await page.goBack();
  await expect(app.part('charge-detail')).toBeHidden();
});

test('the language changes without a reload, and the page says so', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(clean.files);
  await app.answered();
  const counts = await app.counts();
  await app.part('lang-en').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(app.frame.locator('html')).toHaveAttribute('lang', 'en');
  expect(await app.counts()).toEqual(counts);
  await app.part('lang-ja').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
});

/** Makes the engine of the next analysis behave badly; the worker after it is a good one again. */
async function spoil(page: Page, onmessage: () => void): Promise<void> {
  await expect.poll(() => page.workers().length).toBe(1);
  await page.workers()[0]?.evaluate(`self.onmessage = ${onmessage.toString()}`);
}

test('an analysis that takes too long is cancelled at once, and the next one works', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await spoil(page, () => undefined);
  await app.choose(clean.files);
  await app.part('cancel').click();
  await expect(app.part('progress')).toBeHidden();
  await expect.poll(() => page.workers().length).toBe(0);
  await app.choose(clean.files);
  await app.answered();
  expect(await app.counts()).toEqual(countsOf(reportOf(clean)));
});

test('a crash of the engine is got over, loses nothing, and the next analysis works', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await spoil(page, () => {
    throw new Error('crash');
  });
  const [first, ...rest] = clean.files;
  await app.choose(first ? [first] : []);
  // The engine that crashed is another by now, and has read the file.
  await app.answered();
  await app.choose(rest);
  await expect.poll(() => app.counts()).toEqual(countsOf(reportOf(clean)));
  await expect(app.part('failure')).toBeHidden();
});

test('a file that is no statement is told, not guessed', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('file-input').setInputFiles([{ name: 'noise.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 3]) }]);
  await expect(app.part('empty')).toBeVisible();
});

test('files opened by the system reach the app', async ({ page, server }) => {
  const text = readFileSync(clean.files[0] ?? '');
  await page.addInitScript((bytes) => {
    const file = new File([new Uint8Array(bytes)], 'opened.csv');
    Object.defineProperty(window, 'launchQueue', {
      value: { setConsumer: (consume: (launch: unknown) => void) => consume({ files: [{ getFile: async () => file }] }) },
    });
  }, [...text]);
  await page.goto(server.url);
  const app = new App(page);
  await app.answered();
});

test('the app can save a file and copy a text', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    app.inside.evaluate(() => document.querySelector<Seated>('mioboe-app')?.host.download('case.json', new Blob(['{}']))),
  ]);
  expect(download.suggestedFilename()).toBe('case.json');
  expect(readFileSync(await download.path(), 'utf8')).toBe('{}');
  await app.part('drop-area').focus();
  expect(await app.inside.evaluate(() => navigator.clipboard.writeText('copied').then(() => 'copied', String))).toBe('copied');
});

test('the app prints', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  const printed = app.inside.evaluate(() => new Promise((resolve) => window.addEventListener('beforeprint', () => resolve('printed'))));
  await app.inside.evaluate(() => document.querySelector<Seated>('mioboe-app')?.host.print());
  expect(await printed).toBe('printed');
});
