//! What makes the page an app: its manifest in both languages, that Chromium would install it, and all of it stored.

import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { chromium } from '@playwright/test';

import { App } from './app';
import { caseOf, countsOf, reportOf } from './cases';
import { expect, test } from './fixtures';
import { chromiumOptions } from './playwright.config';
import { dist } from './server';

const household = caseOf('clean-01-smbc-vpass');

const LANGS = { ja: { locale: 'ja-JP', name: 'Mioboe 身に覚え' }, en: { locale: 'en-GB', name: 'Mioboe' } } as const;

interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly lang: string;
  readonly icons: readonly { readonly src: string; readonly purpose?: string }[];
  readonly screenshots: readonly { readonly src: string; readonly form_factor: string; readonly sizes: string }[];
  readonly file_handlers: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}

for (const [lang, { locale, name }] of Object.entries(LANGS)) {
  test.describe(lang, () => {
    test.use({ locale });

    test('the manifest is complete, in the reader\'s language, and Chromium finds nothing wrong with it', async ({ page, server }) => {
      const app = await App.open(page, server.url);
      await app.storedOffline();
      const session = await page.context().newCDPSession(page);
      const { data = '', errors } = await session.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      const manifest = JSON.parse(data) as Manifest;
      expect(manifest).toMatchObject({ id: './', name, lang });
      for (const { src } of [...manifest.icons, ...manifest.screenshots]) expect(existsSync(dist + src), src).toBe(true);
      expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
      for (const { src, sizes } of manifest.screenshots) {
        const png = readFileSync(dist + src);
        expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
      }
      expect(new Set(manifest.screenshots.map((one) => one.form_factor))).toEqual(new Set(['wide', 'narrow']));
      const opens = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat());
      expect(opens.sort()).toEqual(['.csv', '.eml', '.ofx', '.pdf', '.qfx', '.xlsx', '.zip']);
      expect(manifest).not.toHaveProperty('share_target');
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      // Playwright's windows are private ones, in which nothing can be installed. That is all there is to object to.
      expect(installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== 'in-incognito')).toEqual([]);
    });
  });
}

test('everything that the page can ever ask for is stored', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.storedOffline();
  // And it says so.
  await expect(app.part('offline-line')).toContainText('通信がなくても');
  const stored = await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname.slice(1));
  });
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(dist.length).replace(/^\//, ''));
  // The widget is another site's; pictures are for the browser's question; the rest is for servers and for the browser itself.
  const asked = files.filter((file) => !/^(widget\/|screenshots\/|server\/|_headers$|sw\.js$)/.test(file));
  expect(stored.sort()).toEqual(asked.map((file) => (file === 'index.html' ? '' : file)).sort());
});

test('the button to install asks the browser\'s own question, and goes when it is answered', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  // A private window never offers it, so the offer is made here; what the page does with it is its own.
  await page.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => Object.assign(window, { wasAsked: true }),
      userChoice: Promise.resolve({ outcome: 'accepted' }),
    });
    window.dispatchEvent(offer);
  });
  await app.part('tab-settings').first().click();
  await app.part('install').click();
  await expect.poll(() => page.evaluate(() => 'wasAsked' in window)).toBe(true);
  await expect(app.part('install')).toBeHidden();
});

test('installed for real it opens the files that the system hands to it, and adds more of them to the open case', async ({ server }, info) => {
  // A private window can install nothing: this is one with a profile.
  const context = await chromium.launchPersistentContext(info.outputPath('profile'), {
    ...chromiumOptions,
    headless: false,
    args: [...chromiumOptions.args, '--headless=new', '--enable-devtools-pwa-handler'],
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await (await App.open(page, server.url)).storedOffline();
    const session = await context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('Chromium gives no session of its own');
    const manifestId = server.url;
    await session.send('PWA.install', { manifestId, installUrlOrBundleUrl: server.url });
    const { fileHandlers } = await session.send('PWA.getOsAppState', { manifestId });
    expect(fileHandlers.flatMap(({ accepts }) => accepts.flatMap(({ fileExtensions }) => fileExtensions)).sort()).toEqual(['.csv', '.eml', '.ofx', '.pdf', '.qfx', '.xlsx', '.zip']);
    // The system starts it without a network, as it may on a train.
    await server.close();
    const [first = '', ...others] = household.files;
    await session.send('PWA.launchFilesInApp', { manifestId, files: [first] });
    /** Whichever window the system gave the files to. */
    const opened = async (): Promise<App | null> => {
      for (const window of context.pages()) {
        const app = new App(window);
        if (await app.part('answer').isVisible().catch(() => false)) return app;
      }
      return null;
    };
    await expect.poll(async () => (await opened()) !== null, { timeout: 20_000 }).toBe(true);
    await session.send('PWA.launchFilesInApp', { manifestId, files: others });
    await expect.poll(async () => (await opened())?.counts(), { timeout: 20_000 }).toEqual(countsOf(reportOf(household)));
    await session.send('PWA.uninstall', { manifestId });
  } finally {
    await context.close();
  }
});
