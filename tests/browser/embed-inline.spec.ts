//! The widget as a part of a page: it says the same to the site as in its frame, keeps to its own box, and says who can read along.

import { violationsIn } from './axe';
import { caseOf, countsOf, reportOf } from './cases';
import { appIn } from './driven-app';
import { examples, keptIn, serveSite, type Site, Widget } from './embed';
import { ENGINES, missing } from './engines';
import { expect, test as base } from './fixtures';
import { dist, serve } from './server';

const household = caseOf('clean-01-smbc-vpass');
const other = caseOf('typical-01-rakuten');

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const site = await serveSite(`${examples}inline/`);
    await use(site);
    await site.close();
  },
});

function inlineOn(page: Widget['page'], selector?: string): Widget {
  return new Widget(page, selector, 'inline');
}

/** A page without any policy, with these elements in it. */
async function pageOf(elements: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const widget = await serve({ folder: `${dist}widget/` });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title><script type="module" src="${widget.url}mioboe-check.js"></script><main><h1>A page</h1>${elements}</main></html>`;
  const site = await serve({ headers: 'bare', instead: new Map([['/index.html', html]]) });
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await widget.close();
    },
  };
}

test('a file given to it is answered in the page itself, under a strict policy, and the site hears what it hears of a frame', async ({ page, site, complaints }) => {
  await page.goto(site.site.url);
  const widget = inlineOn(page);
  await widget.ready();
  expect(page.frames()).toHaveLength(1);
  await widget.choose(household.files);
  const { flagged, ask, notCovered, explained } = countsOf(reportOf(household));
  const heard = page.locator('#heard');
  await expect(heard).toContainText(`summary ${JSON.stringify({ explained, ask, flagged, notCovered })}`);
  await expect(heard).toContainText('ready {"version":"0.1.0","refused":[]}');
  await expect(heard).toContainText('resize {"height":');
  expect(complaints).toEqual([]);
});

test('on its face it says that the page can read along, in every view, and promises nothing that would not be true', async ({ page, site }) => {
  await page.goto(site.site.url);
  const widget = inlineOn(page);
  await widget.ready();
  const notice = widget.part('inline-notice');
  await expect(notice).toContainText(site.site.url.slice(0, -1));
  await expect(notice).toContainText('このページを作ったところも読むことができます');
  await expect(widget.app.getByText('この端末から出ません').filter({ visible: true })).toHaveCount(0);
  await widget.choose(other.files);
  for (const view of ['results', 'steps', 'files', 'settings', 'help']) {
    await widget.part(`tab-${view}`).click();
    await expect(notice).toBeVisible();
    await expect(widget.app.locator('.privacy-line')).toBeHidden();
  }
  await expect(widget.part('seal')).toContainText('ページのプログラムは、入れた内容を読むことも、送ることもできます');
  await expect(widget.part('seal')).not.toContainText('通信できない枠');
  await widget.element.evaluate((element) => element.setAttribute('lang', 'en'));
  await expect(notice).toContainText('Whoever made the page can read what you put in here');
  // And it is so.
  await widget.part('tab-results').click();
  const [charge] = reportOf(other).charges.filter(({ verdict }) => verdict === 'flagged');
  expect(await page.evaluate(() => document.querySelector('mioboe-check')?.shadowRoot?.textContent)).toContain(charge?.merchant);
});

test('only what the person looked at and sent is an event, as with a frame', async ({ page, site }) => {
  await page.goto(site.site.url);
  const widget = inlineOn(page);
  await widget.ready();
  await widget.choose(other.files);
  const heard = page.locator('#heard');
  await expect(widget.part('share')).toContainText(site.site.url.slice(0, -1));
  await widget.part('share-open').click();
  await widget.part('share-merchant').uncheck();
  await expect(widget.part('share-preview')).not.toContainText('AMAZON');
  await expect(heard).not.toContainText('shared');
  await widget.part('share-send').click();
  await expect(heard).toContainText('shared');
  const text = (await heard.innerText()).split('\n').find((line) => line.startsWith('shared ')) ?? '';
  const shared = JSON.parse(text.slice('shared '.length)) as { charges: Record<string, string>[] };
  expect(shared.charges.length).toBeGreaterThan(0);
  for (const charge of shared.charges) expect(Object.keys(charge).sort()).toEqual(['amount', 'currency', 'day', 'verdict']);
});

test('two of them know nothing of each other, and nothing is stored before the person says so', async ({ page }) => {
  const site = await pageOf('<mioboe-check mode="inline" id="hers" lang="en" compact></mioboe-check><mioboe-check mode="inline" id="his" lang="ja" compact></mioboe-check>');
  await page.goto(site.url);
  const [hers, his] = [inlineOn(page, '#hers'), inlineOn(page, '#his')];
  await hers.ready();
  await hers.choose(household.files);
  await his.element.scrollIntoViewIfNeeded();
  await his.ready();
  await expect(his.part('answer')).toBeHidden();
  await expect(hers.root).toHaveAttribute('lang', 'en');
  await expect(his.root).toHaveAttribute('lang', 'ja');
  await his.choose(other.files);
  const [first, second] = [countsOf(reportOf(household)), countsOf(reportOf(other))];
  await expect(hers.part('count-explained')).toHaveText(String(first.explained));
  await expect(his.part('count-explained')).toHaveText(String(second.explained));
  const stored = (): Promise<unknown> => page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length, document.cookie]);
  expect(await stored()).toEqual([0, 0, 0, '']);
  for (const widget of [hers, his]) {
    await widget.part('tab-settings').click();
    await widget.part('keep').check();
  }
  await expect.poll(() => keptIn(page)).toEqual(['case:hers', 'case:his']);
  await site.close();
});

test('neither the page\'s style comes in, nor does any of ours go out', async ({ page, site }) => {
  const own = (): Promise<unknown> =>
    page.evaluate(() => {
      const styleOf = (selector: string): string[] => {
        const { color, fontSize, fontFamily, letterSpacing, backgroundColor, marginTop } = getComputedStyle(document.querySelector(selector) as Element);
        return [color, fontSize, fontFamily, letterSpacing, backgroundColor, marginTop];
      };
      const { lang, title } = { lang: document.documentElement.lang, title: document.title };
      return [lang, title, document.documentElement.getAttributeNames(), document.adoptedStyleSheets.length, document.head.children.length, ...['html', 'body', 'h1', 'p', '#before'].map(styleOf)];
    });
  await page.goto(site.site.url);
  const before = await own();
  const widget = inlineOn(page);
  await widget.ready();
  await widget.choose(household.files);
  expect(await own()).toEqual(before);

  // Beside it the same app in a frame, as wide as the box: they look the same.
  const plain = await serveSite(`${examples}plain/`);
  const inBox = await looks(widget);
  const { width } = (await widget.element.boundingBox()) ?? { width: 0 };
  const css = `mioboe-check { width: ${width}px; --mioboe-accent: #1d5b3f; --mioboe-round: 6px }`;
  await page.route(`${plain.site.url}host.css`, (route) => route.fulfill({ contentType: 'text/css', body: css }));
  await page.goto(plain.site.url);
  const framed = new Widget(page);
  await framed.ready();
  await framed.choose(household.files);
  expect(await looks(framed)).toEqual(inBox);
  await plain.close();
});

/** How a person sees some of what every result has. */
function looks(widget: Widget): Promise<unknown[]> {
  return Promise.all(
    ['.brand-name', '[data-testid="tab-results"]', '.answer h1', '.answer .lead', '[data-testid="tile-explained"]', '.tile-count b', '[data-testid="search"]', '.charge-row', '.tile-name'].map((selector) =>
      widget.app.locator(selector).first().evaluate((element, name) => {
        const { fontSize, fontFamily, fontStyle, fontWeight, lineHeight, letterSpacing, textTransform, color, backgroundColor, paddingTop, paddingLeft, boxSizing, display } = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        return [name, fontSize, fontFamily, fontStyle, fontWeight, lineHeight, letterSpacing, textTransform, color, backgroundColor, paddingTop, paddingLeft, boxSizing, display, Math.round(width), Math.round(height)];
      }, selector),
    ),
  );
}

test('attributes change it while it is used, and its keys are only its own', async ({ page, site }) => {
  await page.goto(site.site.url);
  const widget = inlineOn(page);
  await widget.ready();
  await expect(widget.root).toHaveAttribute('lang', 'ja');
  await widget.element.evaluate((element) => {
    element.setAttribute('lang', 'en-GB');
    element.setAttribute('region', 'uk');
    element.setAttribute('theme', 'dark');
    element.setAttribute('compact', '');
  });
  await expect(widget.root).toHaveAttribute('lang', 'en');
  await expect(widget.root).toHaveAttribute('data-theme', 'dark');
  await expect(widget.app.locator('.guides')).toBeHidden();
  await expect(widget.part('region')).toHaveValue('uk');
  expect(await widget.root.evaluate((root) => root.style.getPropertyValue('--accent'))).toMatch(/^light-dark\(rgb\(29 91 63\), #[0-9a-f]{6}\)$/);

  await widget.choose(other.files);
  await page.locator('#before').focus();
  await page.keyboard.press('?');
  await expect(widget.part('keys')).toBeHidden();
  await widget.part('charge-row').first().focus();
  await page.keyboard.press('?');
  await expect(widget.part('keys')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(widget.part('charge-row').nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(widget.part('charge-detail')).toBeVisible();
  // What is typed into a field of it is no key.
  await page.keyboard.press('Escape');
  await widget.part('search').fill('');
  await widget.part('search').press('?');
  await expect(widget.part('keys')).toBeHidden();
});

test('a file dropped on it is its own, and one dropped beside it is not', async ({ page, site }) => {
  await page.goto(site.site.url);
  const widget = inlineOn(page);
  await widget.ready();
  const drag = (selector: string, ...types: string[]): Promise<void> =>
    page.locator(selector).first().evaluate((target, names) => {
      const data = new DataTransfer();
      data.items.add(new File(['利用日,利用店名,利用金額\n2026/10/01,AMAZON.CO.JP,1200\n'], 'made-up.csv'));
      for (const name of names) target.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
    }, types);
  await drag('#before', 'dragenter', 'dragover', 'drop');
  await page.waitForTimeout(500);
  await expect(widget.part('drop-area')).toBeVisible();
  await drag('[data-testid="drop-area"]', 'dragenter', 'dragover');
  await expect(widget.app.locator('mioboe-app')).toContainClass('is-dragged-over');
  await drag('[data-testid="drop-area"]', 'drop');
  await expect(widget.app.locator('mioboe-app')).not.toContainClass('is-dragged-over');
  await expect(widget.part('answer')).toBeVisible({ timeout: 20_000 });
});

test('a PDF and a workbook are read too, under the same policy', async ({ page, site, complaints }) => {
  await page.goto(site.site.url);
  const widget = inlineOn(page);
  await widget.ready();
  await widget.part('file-input').setInputFiles(['pdf', 'xlsx'].map((ending) => `${__dirname}/../fixtures/documents/invented-card-ja.${ending}`));
  await widget.part('tab-files').click({ timeout: 20_000 });
  await expect(widget.app.getByText('6行のうち6行')).toBeVisible();
  await expect(widget.app.getByText('5行のうち4行')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('of a long list only the rows in sight are made, and in a box that scrolls by itself all of them', async ({ page }) => {
  const rows = Array.from({ length: 400 }, (_, nth) => `2026/${String((nth % 9) + 1).padStart(2, '0')}/${String((nth % 28) + 1).padStart(2, '0')},AMAZON.CO.JP,${1000 + nth}`);
  const file = { name: 'meisai.csv', mimeType: 'text/csv', buffer: Buffer.from(['ご利用日,ご利用店名,ご利用金額', ...rows].join('\n')) };
  for (const box of ['', 'height: 600px; overflow: auto']) {
    const site = await pageOf(`<div id="box" tabindex="0" style="${box}"><mioboe-check mode="inline" lang="ja"></mioboe-check></div>`);
    await page.goto(site.url);
    const widget = inlineOn(page);
    await widget.ready();
    await widget.part('file-input').setInputFiles(file);
    await expect(widget.part('answer')).toBeVisible({ timeout: 20_000 });
    const made = await widget.part('charge-row').count();
    if (box) expect(made).toBe(400);
    else expect(made).toBeLessThan(80);
    // Wherever one is, there are rows.
    await page.evaluate((inBox) => (inBox ? document.querySelector('#box') : window)?.scrollTo(0, 12_000), box !== '');
    await expect.poll(() => widget.part('charge-row').evaluateAll((all) => all.filter((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight).length)).toBeGreaterThan(5);
    await site.close();
  }
});

test('what it prints is its own, without the page', async ({ page, site }) => {
  // Runs in the frame that is made for the paper too: nothing is printed, what would be is looked at.
  await page.addInitScript(() => {
    window.print = () => {
      const { top } = window as unknown as { top: { printed: unknown[] } };
      const visible = (selector: string): boolean => document.querySelector(selector)?.checkVisibility() ?? false;
      top.printed = [self === self.top, visible('[data-testid="step"]'), document.body.innerText.includes('わたしの家計'), document.adoptedStyleSheets.length];
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await page.goto(site.site.url);
  const widget = inlineOn(page);
  await widget.ready();
  await widget.choose(other.files);
  await widget.part('tab-steps').click();
  await widget.part('print-steps').click();
  await expect.poll(() => page.evaluate('window.printed')).toEqual([false, true, false, 1]);
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('any other mode is the frame, and a change of mode changes it there and then', async ({ page }) => {
  const site = await pageOf('<mioboe-check mode="open" lang="en"></mioboe-check>');
  await page.goto(site.url);
  const framed = new Widget(page);
  await framed.ready();
  await framed.element.evaluate((element) => element.setAttribute('mode', 'inline'));
  const widget = inlineOn(page);
  await widget.ready();
  await expect(widget.part('inline-notice')).toBeVisible();
  await expect(page.locator('mioboe-check iframe')).toHaveCount(0);
  await widget.element.evaluate((element) => element.removeAttribute('mode'));
  await framed.ready();
  await expect(widget.part('inline-notice')).toHaveCount(0);
  await site.close();
});

test('it asks for nothing until it is seen, and without its script the words of the page are shown', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const site = await pageOf(`${'<p>A line of the page.</p>'.repeat(200)}<mioboe-check mode="inline" lang="en"><p>Words of the page</p></mioboe-check>`);
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual(['/', '/mioboe-check.js']);
  await page.route('**/inline.js', (route) => route.abort());
  await page.locator('mioboe-check').scrollIntoViewIfNeeded();
  await expect(page.getByText('Words of the page')).toBeVisible();
  await site.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const lang of ['ja', 'en'] as const) {
    test.describe(`${lang}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('axe finds nothing in the page with it, at any width', async ({ page }) => {
        test.setTimeout(120_000);
        const site = await pageOf(`<mioboe-check mode="inline" lang="${lang}"></mioboe-check>`);
        await page.goto(site.url);
        const widget = inlineOn(page);
        await widget.ready();
        const look = async (view: string): Promise<void> => {
          for (const width of [360, 1280]) {
            await page.setViewportSize({ width, height: 900 });
            expect(await violationsIn(page), `${view} at ${width}`).toEqual([]);
          }
        };
        await look('first');
        await widget.choose(other.files);
        await look('results');
        for (const view of ['steps', 'files', 'settings', 'help']) {
          await widget.part(`tab-${view}`).click();
          await look(view);
        }
        await widget.part('tab-results').click();
        await widget.part('charge-row').first().click();
        await expect(widget.part('charge-detail')).toBeVisible();
        await look('charge');
        await site.close();
      });
    });
  }
}

for (const engine of ENGINES) {
  test.describe(engine.name, () => {
    const lacking = missing(engine);
    test.skip(0 < lacking.length, `not run: ${engine.name} is not on this machine (${lacking.join(', ')})`);

    test('it answers as a part of the page there too, under the same strict policy', async ({ site }) => {
      test.setTimeout(180_000);
      const browser = await engine.start();
      try {
        await browser.open(site.site.url);
        const root = `document.querySelector('mioboe-check').shadowRoot`;
        const app = appIn(browser, 0, root);
        await app.ready();
        // The box's letters are the person's, not the page's.
        expect(await browser.inPage(`getComputedStyle(${root}.querySelector('.mioboe-root')).fontSize`)).toBe('16px');
        expect(await browser.inPage(`${root}.querySelector('[data-testid=inline-notice]').innerText.includes(location.origin)`)).toBe(true);
        await app.drop(household.files);
        const counts = countsOf(reportOf(household));
        await expect.poll(() => app.verdicts(), { timeout: 30_000 }).toEqual(counts);
        const { explained, ask, flagged, notCovered } = counts;
        expect(await browser.inPage(`document.querySelector('#heard').textContent`)).toContain(`summary ${JSON.stringify({ explained, ask, flagged, notCovered })}`);
      } finally {
        await browser.close();
      }
    });
  });
}
