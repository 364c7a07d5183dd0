//! The widget in Firefox and WebKitGTK: files given to it are answered there, and the site around it gets nothing by any of its ways.

import { caseOf, countsOf, reportOf } from './cases';
import { appIn } from './driven-app';
import { type Driven, ENGINES, missing } from './engines';
import { expect, test } from './fixtures';
import { FORGE, hostileSite, OWN_REALM, secretsOf, siteWithImpostor, WALK } from './hostile';
import { serve, type StaticServer } from './server';
import { STEP } from '../../www/src/embed/careful-heights';
import { MOST } from '../../www/src/element/heights';

const household = caseOf('typical-01-rakuten');

/** What the page heard, a line a thing. */
async function heardBy(browser: Driven): Promise<string[]> {
  const text = String(await browser.inPage(`document.querySelector('#heard').textContent`));
  return text.split('\n').filter(Boolean);
}

const isResize = (line: string): boolean => line.startsWith('resize');

async function caughtBy(browser: Driven): Promise<string> {
  return String(await browser.inPage(`caught.join('\\n')`));
}

for (const engine of ENGINES) {
  test.describe(engine.name, () => {
    const lacking = missing(engine);
    test.skip(0 < lacking.length, `not run: ${engine.name} is not on this machine (${lacking.join(', ')})`);

    test('the widget answers, and a hostile site around it gets counts and no rows', async () => {
      test.setTimeout(180_000);
      const { site, close } = await hostileSite();
      const browser = await engine.start();
      try {
        await browser.open(site.url);
        const app = appIn(browser, 2);
        await app.ready();
        await app.drop(household.files);
        const counts = countsOf(reportOf(household));
        await expect.poll(() => app.verdicts(), { timeout: 30_000 }).toEqual(counts);
        const { explained, ask, flagged, notCovered } = counts;
        await expect.poll(() => heardBy(browser)).toContain(`summary ${JSON.stringify({ explained, ask, flagged, notCovered })}`);
        await app.run(`document.querySelector('[data-testid=charge-row]').click()`);
        await expect.poll(() => app.run(`document.querySelector('[data-testid=charge-detail]') !== null`)).toBe(true);

        // It is as high as what is in it, and rests.
        const resizes = async (): Promise<number> => (await heardBy(browser)).filter(isResize).length;
        await expect.poll(async () => {
          const before = await resizes();
          await new Promise((done) => setTimeout(done, 1500));
          return (await resizes()) - before;
        }, { timeout: 20_000 }).toBe(0);
        expect(await resizes()).toBeLessThan(20);
        const inside = Number(await app.run(`document.querySelector('mioboe-app').getBoundingClientRect().height`));
        const outside = Number(await browser.inPage(`document.querySelector('mioboe-check').getBoundingClientRect().height`));
        // A frame never becomes taller than this; what is longer scrolls inside.
        const beyond = outside - Math.min(inside, MOST);
        expect(beyond).toBeGreaterThan(-2);
        expect(beyond).toBeLessThan(STEP + 2);

        expect(JSON.parse(String(await browser.inPage(`JSON.stringify(${WALK})`)))).toEqual([true, []]);
        const before = (await heardBy(browser)).filter((line) => !isResize(line));
        expect(await browser.inPage(FORGE)).toBe('[]');
        expect(await app.run('document.documentElement.lang')).toBe('ja');
        expect((await heardBy(browser)).filter((line) => !isResize(line))).toEqual(before);

        // Heights are round numbers, and so are some sums.
        const caught = (await caughtBy(browser)).replace(/"height":\d+/g, '');
        expect(caught).toContain('summary');
        for (const secret of secretsOf(household)) expect(caught, secret).not.toContain(secret);
      } finally {
        await browser.close();
        await close();
      }
    });

    test('the same site catches the rows in its own realm, and gives a frame of another version no channel', async () => {
      test.setTimeout(180_000);
      const own: StaticServer = await serve({ headers: 'bare', instead: new Map([['/index.html', OWN_REALM]]) });
      const impostor = await siteWithImpostor();
      const browser = await engine.start();
      try {
        await browser.open(own.url);
        const page = appIn(browser, 0);
        await page.give('input', household.files.filter((file) => !file.endsWith('.zip')));
        // The statement is in an encoding of its own, but digits are digits.
        const numbers = secretsOf(household).filter((secret) => /^\d+$/.test(secret));
        await expect.poll(async () => {
          const caught = await caughtBy(browser);
          return numbers.filter((secret) => caught.includes(secret)).length;
        }).toBeGreaterThan(5);

        await browser.open(impostor.site.url);
        await expect.poll(() => browser.inPage(`caught.includes('mioboe:widget')`), { timeout: 30_000 }).toBe(true);
        await new Promise((done) => setTimeout(done, 1000));
        expect(await heardBy(browser)).toEqual([]);
      } finally {
        await browser.close();
        await impostor.close();
        await own.close();
      }
    });
  });
}
