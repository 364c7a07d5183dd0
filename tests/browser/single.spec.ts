//! The whole product as one file, from the disk: the same engine, no request, nothing kept.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { App } from './app';
import { caseOf, countsOf, reportOf } from './cases';
import { expect, test } from './fixtures';
import { singleFile } from './server';

const household = caseOf('clean-01-smbc-vpass');

test('opened from the disk it reads dropped files as the page does', async ({ page, complaints }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const app = await App.open(page, singleFile);
  await app.drop(household.files);
  await app.answered();
  expect(await app.counts()).toEqual(countsOf(reportOf(household)));
  await expect(app.part('requests-count')).toHaveText('0');
  expect(asked.filter((url) => !/^(blob|data|about):/.test(url))).toEqual([singleFile]);
  expect(complaints).toEqual([]);
});

test('it keeps nothing on the device, and a case file keeps the case', async ({ page }) => {
  const app = await App.open(page, singleFile);
  await app.choose(household.files);
  await app.answered();
  const counts = await app.counts();
  await app.part('tab-settings').click();
  await app.part('keep').check();
  expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length])).toEqual([0, 0, 0]);
  await app.part('tab-steps').click();
  await app.part('to-pack').first().click();
  const [saved] = await Promise.all([page.waitForEvent('download'), app.part('export-case').click()]);
  const path = await saved.path();
  await page.reload();
  await app.ready();
  await app.part('file-input').setInputFiles([{ name: 'case.json', mimeType: 'application/json', buffer: readFileSync(path) }]);
  await app.answered();
  expect(await app.counts()).toEqual(counts);
});

test('its policy knows no address', () => {
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(fileURLToPath(singleFile), 'utf8')) ?? [];
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toMatch(/'self'|https?:|\*|unsafe-inline|'unsafe-eval'/);
});
