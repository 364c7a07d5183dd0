//! Nothing leaves, and nothing is needed: what the page asks for, what it is sent with, and that it works alone.

import { readdirSync, readFileSync } from 'node:fs';

import { App } from './app';
import { caseOf, countsOf, reportOf } from './cases';
import { expect, test } from './fixtures';
import { dist, serve, type StaticServer } from './server';

const household = caseOf('clean-01-smbc-vpass');
const parts = readdirSync(`${dist}assets`).map((name) => `/assets/${name}`);
/** What every visit needs. The others come when a file needs them. */
const early = parts.filter((path) => /\/(engine|screens)-/.test(path));
const engine = parts.filter((path) => path.startsWith('/assets/engine-'));

/** All that a first visit may ask for, each as often as it is listed: once for the page, once for the copy that works offline. */
const FIRST_VISIT = [
  ...['/', ...early],
  '/sw.js',
  ...['/', ...parts, '/icons/icon-192.png', '/icons/icon-512.png', '/icons/icon.svg', '/icons/maskable-512.png', '/manifest.webmanifest', '/manifest.en.webmanifest'],
].sort();

test('a first visit asks for the files of the page and for nothing else', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.storedOffline();
  expect(server.requests().sort()).toEqual(FIRST_VISIT);
});

test('after the page is there, nothing is asked for, and the page says so', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.storedOffline();
  server.forget();
  await app.drop(household.files);
  await app.answered();
  await app.part('charge-row').first().click();
  await expect(app.part('charge-detail')).toBeVisible();
  for (const view of ['steps', 'files', 'settings', 'help', 'results']) await app.part(`tab-${view}`).click();
  expect(server.requests()).toEqual([]);
  await expect(app.part('requests-count')).toHaveText('0');
});

async function worksAlone(app: App, server: StaticServer): Promise<void> {
  await app.storedOffline();
  await server.close();
  await app.page.reload();
  await app.ready();
  await app.drop(household.files);
  await app.answered();
  expect(await app.counts()).toEqual(countsOf(reportOf(household)));
}

test('with the server gone the page reloads and analyses', async ({ page, server }) => {
  await worksAlone(await App.open(page, server.url), server);
});

test('it does so from below any path', async ({ page }) => {
  const server = await serve({ at: '/some/where/' });
  await worksAlone(await App.open(page, server.url), server);
});

test('it does so where the server sends no headers', async ({ page }) => {
  const server = await serve({ headers: 'bare' });
  await worksAlone(await App.open(page, server.url), server);
});

test('the offline copy keeps its policy', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.storedOffline();
  await server.close();
  const response = await page.reload();
  expect(response?.fromServiceWorker()).toBe(true);
  expect(response?.headers()).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'connection-allowlist': '(response-origin)',
  });
});

test('every file is sent with the policy', async ({ request, server }) => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(dist.length).replace(/^\//, ''));
  expect(files).toContain('sw.js');
  for (const file of files) {
    const headers = (await request.get(server.url + file)).headers();
    expect(headers, file).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; .*frame-src 'none'; .*require-trusted-types-for 'script'; .*frame-ancestors 'none'$/),
      'connection-allowlist': '(response-origin)',
      'integrity-policy': 'blocked-destinations=(script)',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'credentialless',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
  }
});

test('no policy allows a script by anything but its hash', () => {
  const scripts = /script-src ([^;]*)/.exec(readFileSync(`${dist}_headers`, 'utf8'))?.[1] ?? '';
  expect(scripts.split(' ').every((source) => /^'(sha256-.+|wasm-unsafe-eval)'$/.test(source))).toBe(true);
});

test('the app has no storage and no origin', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  const found = await app.inside.evaluate(async () => {
    const refused = (use: () => unknown): string => {
      try {
        use();
        return 'allowed';
      } catch (error) {
        return (error as DOMException).name;
      }
    };
    return [self.origin, refused(() => localStorage), refused(() => indexedDB.open('x')), refused(() => document.cookie), refused(() => window.parent.document)];
  });
  expect(found).toEqual(['null', 'SecurityError', 'SecurityError', 'SecurityError', 'SecurityError']);
});

test('an engine that is not the one of this page is refused', async ({ page }) => {
  const other = new Map(engine.map((path) => [path, 'another engine']));
  const server = await serve({ instead: other });
  const app = await App.open(page, server.url);
  await app.choose(household.files);
  await expect(app.part('failure')).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.active ?? null))).toBeNull();
  await server.close();
});

test('a new version waits for the person and then takes over', async ({ page }) => {
  const script = readFileSync(`${dist}sw.js`, 'utf8');
  const instead = new Map<string, string>();
  const server = await serve({ instead });
  const app = await App.open(page, server.url);
  await app.storedOffline();
  const version = /version=`?"?'?([0-9a-f]{12})|[`"']([0-9a-f]{12})[`"']/.exec(script)?.slice(1).find(Boolean) ?? '';
  instead.set('/sw.js', script.replace(version, '0123456789ab'));
  await page.reload();
  await app.ready();
  await expect(app.part('update')).toBeVisible();
  const caches = (): Promise<string[]> => page.evaluate(() => window.caches.keys());
  expect(await caches()).toHaveLength(2);
  await Promise.all([page.waitForEvent('load'), app.part('update').getByRole('button').click()]);
  await app.ready();
  await expect.poll(async () => (await caches()).join()).toMatch(/0123456789ab$/);
  await expect(app.part('update')).toBeHidden();
  await server.close();
});

test('nothing is stored before the person says so, and nothing is left after "forget"', async ({ page, server }) => {
  const stored = (): Promise<unknown> =>
    page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length, document.cookie]);
  const app = await App.open(page, server.url);
  await app.choose(household.files);
  await app.answered();
  expect(await stored()).toEqual([0, 0, 0, '']);
  await app.part('tab-settings').click();
  await app.part('keep').check();
  await expect.poll(stored).toEqual([1, 0, 0, '']);
  // What the browser answered when it was asked to keep it stands there, whichever it is.
  const stays = await page.evaluate(() => navigator.storage.persisted());
  await expect(app.part('kept-state')).toContainText(stays ? '自動では消さない' : '消すことがあります');
  await app.part('forget').click();
  await app.part('forget-confirm').click();
  await expect(app.part('forgotten')).toBeVisible();
  expect(await stored()).toEqual([0, 0, 0, '']);
});
