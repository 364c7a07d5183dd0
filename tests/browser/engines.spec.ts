//! The same few things in Firefox and WebKitGTK: open, drop, read the verdicts, and again with the server gone.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { caseOf, countsOf, reportOf, VERDICTS } from './cases';
import { type Driven, ENGINES, missing } from './engines';
import { expect, test } from './fixtures';
import { singleFile } from './server';

const household = caseOf('clean-01-smbc-vpass');

/** The app is there; its first screen waits for files. */
async function ready(browser: Driven): Promise<void> {
  await expect.poll(() => browser.inApp(`document.querySelector('[data-testid=drop-area]') !== null`).catch(String), { timeout: 30_000 }).toBe(true);
}

/** A drop as the app's own document gets it. */
async function drop(browser: Driven, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({ name: basename(path), content: readFileSync(path).toString('base64') }));
  await browser.inApp(`(() => {
    const data = new DataTransfer();
    for (const { name, content } of ${JSON.stringify(files)}) {
      data.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);
}

async function verdicts(browser: Driven): Promise<unknown> {
  const read = `JSON.stringify(Object.fromEntries(${JSON.stringify(VERDICTS)}.map((verdict) =>
    [verdict, Number(document.querySelector('[data-testid=count-' + verdict + ']')?.innerText ?? NaN)])))`;
  return JSON.parse(String(await browser.inApp(read)));
}

for (const engine of ENGINES) {
  test.describe(engine.name, () => {
    const lacking = missing(engine);
    test.skip(0 < lacking.length, `not run: ${engine.name} is not on this machine (${lacking.join(', ')})`);

    test('opens, reads dropped files, and does it again with the server gone', async ({ server }) => {
      test.setTimeout(180_000);
      const browser = await engine.start();
      try {
        const expected = countsOf(reportOf(household));
        await browser.open(server.url);
        await ready(browser);
        await drop(browser, household.files);
        await expect.poll(() => verdicts(browser), { timeout: 30_000 }).toEqual(expected);
        await expect.poll(() => browser.inPage('navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)'), { timeout: 30_000 }).toBe(true);
        await server.close();
        await browser.reload();
        await ready(browser);
        await drop(browser, household.files);
        await expect.poll(() => verdicts(browser), { timeout: 30_000 }).toEqual(expected);
      } finally {
        await browser.close();
      }
    });

    test('opens the single file from the disk and reads dropped files', async () => {
      test.setTimeout(180_000);
      const browser = await engine.start();
      try {
        await browser.open(singleFile);
        await ready(browser);
        await drop(browser, household.files);
        await expect.poll(() => verdicts(browser), { timeout: 30_000 }).toEqual(countsOf(reportOf(household)));
      } finally {
        await browser.close();
      }
    });
  });
}
