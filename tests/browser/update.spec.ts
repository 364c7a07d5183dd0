//! A new version is put on the server while a case is open: the person is told, and the case is there after the change.

import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

import type { Dialog, Page } from '@playwright/test';

import { App } from './app';
import { caseOf, countsOf, reportOf } from './cases';
import { expect, test } from './fixtures';
import { dist, serve, type StaticServer } from './server';

const household = caseOf('typical-01-rakuten');

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/** The next version: its page says so, and its service worker knows the new page. */
function nextVersion(): ReadonlyMap<string, string> {
  const page = readFileSync(`${dist}index.html`, 'utf8');
  const next = page.replace('<html lang="ja">', '<html lang="ja" data-version="next">');
  const worker = readFileSync(`${dist}sw.js`, 'utf8');
  const version = /[`"']([0-9a-f]{12})[`"']/.exec(worker)?.[1] ?? '';
  return new Map([
    ['/index.html', next],
    ['/sw.js', worker.replace(version, '0123456789ab').replace(hash(page), hash(next))],
  ]);
}

async function withServer(use: (server: StaticServer, deploy: () => void) => Promise<void>): Promise<void> {
  const instead = new Map<string, string>();
  const server = await serve({ instead });
  await use(server, () => {
    for (const [path, content] of nextVersion()) instead.set(path, content);
  });
  await server.close();
}

async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.update()));
}

async function change(app: App): Promise<void> {
  await expect(app.part('update')).toBeVisible({ timeout: 20_000 });
  await expect(app.page.locator('html')).not.toHaveAttribute('data-version', 'next');
  const asked: string[] = [];
  const note = (dialog: Dialog): void => {
    asked.push(dialog.type());
    void dialog.accept();
  };
  app.page.on('dialog', note);
  await Promise.all([app.page.waitForEvent('load'), app.part('update').getByRole('button').click()]);
  app.page.off('dialog', note);
  // What is open goes along, so nobody is asked whether to leave it.
  expect(asked).toEqual([]);
  await expect(app.page.locator('html')).toHaveAttribute('data-version', 'next');
}

test('files, answers and what was typed survive the change', async ({ page }) => {
  await withServer(async (server, deploy) => {
    const app = await App.open(page, server.url);
    await app.storedOffline();
    await app.choose(household.files);
    await app.answered();
    await app.part('tile-explained').click();
    await app.part('charge-row').first().click();
    await app.part('answer-notMine').click();
    const counts = await app.counts();
    // The answer is among them.
    expect(counts).not.toEqual(countsOf(reportOf(household)));
    await app.part('prepare-charge').click();
    await app.part('detail-name').fill('見本 花子');
    deploy();
    await lookForUpdate(page);
    await change(app);
    // The same view, with the same letter in it.
    await expect(app.part('detail-name')).toHaveValue('見本 花子');
    await expect(app.part('letter-text')).toHaveValue(/見本 花子/);
    await app.part('tab-results').click();
    await app.answered();
    expect(await app.counts()).toEqual(counts);
    // It went through memory only.
    expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length])).toEqual([0, 0, 0]);
    // And only once: an ordinary reload begins anew.
    await page.reload();
    await expect(app.part('drop-area')).toBeVisible();
  });
});

test('a case opened from its file survives the change', async ({ page }) => {
  await withServer(async (server, deploy) => {
    const app = await App.open(page, server.url);
    await app.storedOffline();
    await app.part('example').click();
    await app.answered();
    await app.part('to-pack').first().click();
    const [saved] = await Promise.all([page.waitForEvent('download'), app.part('export-case').click()]);
    const buffer = readFileSync(await saved.path());
    await page.goto(server.url);
    await page.reload();
    await app.ready();
    await app.part('file-input').setInputFiles([{ name: 'case.json', mimeType: 'application/json', buffer }]);
    await app.answered();
    const counts = await app.counts();
    deploy();
    await lookForUpdate(page);
    await change(app);
    await app.answered();
    expect(await app.counts()).toEqual(counts);
    await expect(app.part('case-notice')).toBeVisible();
  });
});

test('where nobody can hold the case, the page stays as it is', async ({ page }) => {
  await withServer(async (server, deploy) => {
    const app = await App.open(page, server.url);
    await app.storedOffline();
    await app.choose(household.files);
    await app.answered();
    deploy();
    await lookForUpdate(page);
    await expect(app.part('update')).toBeVisible({ timeout: 20_000 });
    // A service worker that hears nothing.
    await page.evaluate(() => {
      ServiceWorker.prototype.postMessage = () => undefined;
    });
    await app.part('update').getByRole('button').click();
    await expect(app.part('toast')).toBeVisible({ timeout: 15_000 });
    expect(await app.counts()).toEqual(countsOf(reportOf(household)));
  });
});
