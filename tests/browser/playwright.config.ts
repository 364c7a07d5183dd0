//! Browser tests over the built `dist/`, in Debian's Chromium.

import { existsSync } from 'node:fs';

import { defineConfig } from '@playwright/test';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Without any of these Playwright takes the one it installed itself. */
const executablePath = process.env['CHROMIUM'] ?? INSTALLED.find((path) => existsSync(path));

export const chromiumOptions = {
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // What the sealed frame takes where Playwright's own word about the language reaches it late.
    '--lang=ja-JP',
    '--accept-lang=ja-JP',
    // The last such switch wins: this drops Playwright's own list, which switches protections of the browser off.
    '--disable-features=Translate',
  ],
};

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: 'results',
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  // On a busy machine Chromium now and then starts the sealed frame before Playwright has told it locale and clock: about
  // one test in thirty, and nothing of ours can make it wait. A test that is wrong fails all four times.
  retries: 3,
  reporter: [['list']],
  use: { browserName: 'chromium', launchOptions: chromiumOptions, locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1280, height: 900 } },
});
