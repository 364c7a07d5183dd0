//! Every view can be used by everybody: axe finds nothing, and the keyboard is enough.

import { App } from './app';
import { violationsIn } from './axe';
import { caseOf, mailOf, unknownTable } from './cases';
import { expect, test } from './fixtures';

const household = caseOf('typical-01-rakuten');

/** A phone, a tablet and a desktop. */
const VIEWPORTS = [
  { width: 360, height: 780 },
  { width: 820, height: 1100 },
  { width: 1440, height: 900 },
] as const;

/** Has axe look at what is shown, at each width. */
function lookerAt(app: App): (view: string) => Promise<void> {
  return async (view) => {
    for (const viewport of VIEWPORTS) {
      await app.page.setViewportSize(viewport);
      expect(await violationsIn(app.inside), `${view} at ${viewport.width}`).toEqual([]);
    }
  };
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const lang of ['ja', 'en'] as const) {
    test.describe(`${lang}, ${colorScheme}`, () => {
      test.use({ colorScheme, locale: lang === 'ja' ? 'ja-JP' : 'en-GB' });

      test('axe finds nothing in any view at any width', async ({ page, server }) => {
        test.setTimeout(180_000);
        const app = await App.open(page, server.url);
        const look = lookerAt(app);
        await look('first');
        await app.part('example').click();
        await app.answered();
        await look('results');
        await app.part('to-pictures').click();
        await expect(app.part('month-bar').first()).toBeVisible();
        await look('pictures');
        await app.part('tab-results').click();
        await app.part('charge-row').first().click();
        await expect(app.part('charge-detail')).toBeVisible();
        await look('charge');
        await page.keyboard.press('?');
        await expect(app.part('keys')).toBeVisible();
        await look('keys');
        await page.keyboard.press('Escape');
        await app.part('prepare-charge').click();
        await look('prepare');
        await app.part('to-pack').click();
        await look('pack');
        for (const view of ['steps', 'files', 'settings', 'help']) {
          await app.part(`tab-${view}`).click();
          await look(view);
        }
        await app.part('to-catalogue').click();
        await look('catalogue');
      });

      test('axe finds nothing where a mail is judged and where a table is asked about', async ({ page, server }) => {
        test.setTimeout(180_000);
        const app = await App.open(page, server.url);
        const look = lookerAt(app);
        await app.choose([mailOf('dangerous-ja')]);
        await expect(app.part('mail-card')).toBeVisible({ timeout: 30_000 });
        await look('mails');
        await app.part('open-mail').click();
        await expect(app.part('mail-reasons')).toBeVisible();
        await look('mail');
        await app.part('tab-files').click();
        await app.part('add-file-input').setInputFiles(unknownTable());
        await expect(app.part('mapper')).toHaveAttribute('data-question', 'columns', { timeout: 30_000 });
        await look('mapper');
      });
    });
  }
}

test('the page around the app has a language, a title and a named frame', async ({ page, server }) => {
  await App.open(page, server.url);
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page).toHaveTitle(/Mioboe|身に覚え/);
  await expect(page.locator('iframe')).toHaveAttribute('title', /.+/);
});

test('the app fills the window', async ({ page, server }) => {
  await App.open(page, server.url);
  expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize() });
});

test('keys alone lead from the first screen to a charge and back', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('example').focus();
  await page.keyboard.press('Enter');
  await app.answered();
  const row = app.part('charge-row').first();
  for (let presses = 0; presses < 60 && !(await row.evaluate((element) => element.contains(document.activeElement))); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(app.part('charge-detail')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.part('charge-detail')).toBeHidden();
});

test('at 320 pixels nothing is wider than the window', async ({ page, server }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const app = await App.open(page, server.url);
  await app.choose(household.files);
  await app.answered();
  expect(await app.inside.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
