//! The main views look as they did when somebody last looked at them: in both languages and themes, at three widths.
//!
//! The pictures are a fifth as large as the views, so that the edges of letters make no difference; a line that breaks elsewhere
//! or a gap does (a fourth more of one token changes five to nine pixels in a hundred). A shade as dark as the one before does not: axe
//! looks at contrasts. Where letters have other widths than on the machine that made them, lines break elsewhere for no fault
//! of ours: there nothing is compared, and the run says so. `npm run looks` makes them anew.

import { App } from './app';
import { calmHousehold, caseOf } from './cases';
import { expect, test } from './fixtures';
import { settled, to } from './walk';

const household = caseOf('typical-01-rakuten');

const LANGS = { ja: 'ja-JP', en: 'en-GB' } as const;
const WIDTHS = { phone: { width: 390, height: 844 }, tablet: { width: 820, height: 1100 }, desktop: { width: 1440, height: 900 } } as const;

/** Views of a case by their addresses. */
const VIEWS = { results: '/', pictures: '/pictures', steps: '/steps', prepare: '/prepare//', pack: '/pack', files: '/files', settings: '/settings', help: '/help' } as const;

/** As wide as these letters are, in sixteenths of a pixel, with the typefaces that `cargo xtask test` installs on Debian. */
const PROBE = { text: 'そのAmazonの請求、身に覚えがありますか？ Do you recognise it? ¥1,280', width: 8593 } as const;

async function letterWidth(app: App): Promise<number> {
  return app.inside.evaluate((text) => {
    const line = document.body.appendChild(document.createElement('span'));
    line.style.cssText = 'position: absolute; font-size: 16px; white-space: pre';
    line.textContent = text;
    const { width } = line.getBoundingClientRect();
    line.remove();
    return Math.round(width * 16);
  }, PROBE.text);
}

for (const [lang, locale] of Object.entries(LANGS)) {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test.describe(`${lang}, ${width}, ${colorScheme}`, () => {
        test.use({ locale, viewport, colorScheme, deviceScaleFactor: 0.2 });

        test('looks', async ({ page, server }) => {
          test.setTimeout(120_000);
          // Days until a deadline are counted from today.
          await page.clock.setFixedTime(new Date('2026-11-24T03:00:00Z'));
          const app = await App.open(page, server.url);
          // A busy browser may have told the frame its language too late.
          await app.part(`lang-${lang}`).click();
          const wide = await letterWidth(app);
          test.skip(wide !== PROBE.width, `not compared: letters are ${wide / 16} px wide here and were ${PROBE.width / 16} px`);
          const look = async (view: string): Promise<void> => {
            await settled(app);
            await expect.soft(page).toHaveScreenshot(`${view}-${lang}-${width}-${colorScheme}.png`, { animations: 'disabled', scale: 'device', threshold: 0.1, maxDiffPixelRatio: 0.005 });
          };
          await expect(app.part('offline-line')).toBeVisible({ timeout: 20_000 });
          await look('first');
          await app.choose(household.files);
          await app.answered();
          for (const [view, hash] of Object.entries(VIEWS)) {
            await to(app, hash);
            await expect(app.frame.locator('main h1').first()).toBeVisible();
            await look(view);
          }
          await to(app, '/');
          await app.part('charge-row').first().click();
          await expect(app.part('charge-detail')).toBeVisible();
          await look('charge');
          await page.goto('about:blank');
          await App.open(page, server.url);
          await app.part(`lang-${lang}`).click();
          await app.part('file-input').setInputFiles(calmHousehold());
          await expect(app.part('all-clear')).toBeVisible();
          await look('all-clear');
          await page.goto('about:blank');
          await App.open(page, server.url);
          await app.part(`lang-${lang}`).click();
          await app.part('one-amount').fill('600');
          await app.part('one-text').fill('AMAZON.CO.JP');
          await app.part('one-check').click();
          await expect(app.part('one-answer')).toBeVisible();
          await look('one-charge');
        });
      });
    }
  }
}
