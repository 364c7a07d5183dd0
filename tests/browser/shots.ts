//! Walks through the app in both languages, two widths and two themes, and takes a picture of each view.

import { join } from 'node:path';

import { App } from './app';
import { caseOf } from './cases';
import { expect, test } from './fixtures';

const folder = join(__dirname, '../../docs/screenshots');
const household = caseOf('typical-01-rakuten');

const LANGS = { ja: 'ja-JP', en: 'en-GB' } as const;
const WIDTHS = { phone: { width: 360, height: 780 }, desktop: { width: 1440, height: 900 } } as const;

for (const lang of ['ja', 'en'] as const) {
  for (const width of ['phone', 'desktop'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test.describe(`${lang}, ${width}, ${colorScheme}`, () => {
        test.use({ locale: LANGS[lang], viewport: WIDTHS[width], colorScheme, deviceScaleFactor: width === 'phone' ? 2 : 1 });

        test('pictures', async ({ page, server }) => {
          const take = async (view: string): Promise<void> => {
            // What the mouse was on last would look as if it were chosen.
            await page.mouse.move(0, 0);
            await page.screenshot({ path: join(folder, `${view}-${lang}-${width}-${colorScheme}.png`), animations: 'disabled' });
          };
          // Rows change their ground softly; a picture would have it half done.
          await page.emulateMedia({ reducedMotion: 'reduce' });
          const app = await App.open(page, server.url);
          // A busy browser may have told the frame its language too late.
          await app.part(`lang-${lang}`).click();
          await take('first');
          await app.choose(household.files);
          await app.answered();
          await take('results');
          await app.part('charge-row').first().click();
          await expect(app.part('charge-detail')).toBeVisible();
          await take('charge');
          await page.goBack();
          await expect(app.part('charge-detail')).toBeHidden();
          await app.part('tab-steps').click();
          await expect(app.part('next-steps')).toBeVisible();
          await take('steps');
        });
      });
    }
  }
}
