//! Every view holds together on the narrowest phone, at 200 % zoom, on a desktop and on a wide screen; without motion; in forced colours.

import { App } from './app';
import { expect, test } from './fixtures';
import { layoutFaults } from './layout';
import { everyOtherView, everyViewOfACase, settled } from './walk';

/** The narrowest there is, a phone, a desktop at 200 %, a desktop, a wide screen. */
const WIDTHS = [320, 390, 640, 1280, 1920] as const;

for (const lang of ['ja', 'en'] as const) {
  test.describe(lang, () => {
    test.use({ locale: lang === 'ja' ? 'ja-JP' : 'en-GB' });

    const look = (app: App) => async (view: string): Promise<void> => {
      for (const width of WIDTHS) {
        await app.page.setViewportSize({ width, height: width < 1000 ? 780 : 900 });
        await settled(app);
        expect.soft(await app.inside.evaluate(layoutFaults), `${view} at ${width}`).toEqual([]);
      }
    };

    test('no view of a case breaks at any width', async ({ page, server }) => {
      test.setTimeout(240_000);
      const app = await App.open(page, server.url);
      await everyViewOfACase(app, look(app));
    });

    test('no other view breaks at any width', async ({ page, server }) => {
      test.setTimeout(240_000);
      const app = await App.open(page, server.url);
      await everyOtherView(app, server.url, look(app));
    });
  });
}
