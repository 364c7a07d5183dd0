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

test('in colours of the system\'s choosing everything chosen stands out, and every ground that says something has a line', async ({ page, server }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ forcedColors: 'active' });
  const app = await App.open(page, server.url);
  await everyViewOfACase(app, async (view) => {
    const faults = await app.inside.evaluate(() => {
      const isShown = (element: Element) => element.checkVisibility();
      const ground = (element: Element) => getComputedStyle(element).backgroundColor;
      const paper = ground(document.documentElement);
      const chosen = [...document.querySelectorAll('[aria-pressed="true"], [aria-current]')].filter(isShown).filter((element) => element.matches('button') && [paper, 'rgba(0, 0, 0, 0)'].includes(ground(element)));
      const boxes = [...document.querySelectorAll('.notice, .callout, .keep-line, .toast, .misuse, .panel, .tile, .clocks')].filter(isShown).filter((element) => getComputedStyle(element).borderTopStyle === 'none');
      // A shape in the colour of the paper is no shape.
      const shapes = [...document.querySelectorAll('.bar, .dot:not([data-hollow="true"])')].filter(isShown).filter((element) => getComputedStyle(element).fill === paper);
      return [...chosen, ...boxes, ...shapes].map((element) => element.outerHTML.slice(0, 120));
    });
    expect.soft(faults, view).toEqual([]);
  });
});

test('where motion is not wanted nothing moves', async ({ page, server }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const app = await App.open(page, server.url);
  await everyViewOfACase(app, async (view) => {
    const moving = await app.inside.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect.soft(moving, view).toEqual([]);
    expect.soft(await app.inside.evaluate(() => document.getAnimations().length), view).toBe(0);
  });
});

test('with lines, words and letters further apart nothing is cut', async ({ page, server }) => {
  test.setTimeout(120_000);
  const app = await App.open(page, server.url);
  await app.inside.evaluate(() => {
    const sheet = new CSSStyleSheet();
    // As far as WCAG 1.4.12 has it.
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet];
  });
  await everyViewOfACase(app, async (view) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await settled(app);
      expect.soft(await app.inside.evaluate(layoutFaults), `${view} at ${width}`).toEqual([]);
    }
  });
});
