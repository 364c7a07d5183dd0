//! The same few things in Firefox and WebKitGTK: open, drop, read the verdicts, and again with the server gone.

import { caseOf, countsOf, reportOf } from './cases';
import { appIn } from './driven-app';
import { ENGINES, missing } from './engines';
import { expect, test } from './fixtures';
import { singleFile } from './server';

const household = caseOf('clean-01-smbc-vpass');

for (const engine of ENGINES) {
  test.describe(engine.name, () => {
    const lacking = missing(engine);
    test.skip(0 < lacking.length, `not run: ${engine.name} is not on this machine (${lacking.join(', ')})`);

    test('opens, reads dropped files, and does it again with the server gone', async ({ server }) => {
      test.setTimeout(180_000);
      const browser = await engine.start();
      const app = appIn(browser, 1);
      try {
        const expected = countsOf(reportOf(household));
        await browser.open(server.url);
        await app.ready();
        await app.drop(household.files);
        await expect.poll(() => app.verdicts(), { timeout: 30_000 }).toEqual(expected);
        await expect.poll(() => browser.inPage('navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)'), { timeout: 30_000 }).toBe(true);
        await server.close();
        await browser.reload();
        await app.ready();
        await app.drop(household.files);
        await expect.poll(() => app.verdicts(), { timeout: 30_000 }).toEqual(expected);
      } finally {
        await browser.close();
      }
    });

    test('opens the single file from the disk and reads dropped files', async () => {
      test.setTimeout(180_000);
      const browser = await engine.start();
      const app = appIn(browser, 1);
      try {
        await browser.open(singleFile);
        await app.ready();
        await app.drop(household.files);
        await expect.poll(() => app.verdicts(), { timeout: 30_000 }).toEqual(countsOf(reportOf(household)));
      } finally {
        await browser.close();
      }
    });
  });
}
