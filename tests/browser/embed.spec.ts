//! The widget in another site: what it asks for, what the site hears, and how it fits in.

import type { Page } from '@playwright/test';

import { caseOf, countsOf, reportOf } from './cases';
import { below, examples, keptIn, serveSite, type Site, Widget } from './embed';
import { expect, test as base } from './fixtures';
import { dist, serve } from './server';
import { STEP } from '../../www/src/embed/careful-heights';
import { MOST } from '../../www/src/element/heights';
import { TOKENS } from '../../www/src/element/tokens';

/** What `npm run build:examples` made. */
const built = `${__dirname}/../../www/node_modules/.mioboe/examples/`;

const household = caseOf('clean-01-smbc-vpass');

const test = base.extend<{ plain: Site }>({
  plain: async ({}, use) => {
    const site = await serveSite(`${examples}plain/`);
    await use(site);
    await site.close();
  },
});

test('a file given to the widget is answered there, and the site hears four counts', async ({ page, plain, complaints }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(household.files);
  const { flagged, ask, notCovered, explained } = countsOf(reportOf(household));
  await expect(page.locator('#heard')).toContainText(`summary ${JSON.stringify({ explained, ask, flagged, notCovered })}`);
  await expect(page.locator('#heard')).toContainText('ready {"version":"0.1.0","refused":[]}');
  expect(complaints).toEqual([]);
});

/** Scrolls to where the widget begins so many windows further down. */
function scrollTo(page: Page, windowsAway: number): Promise<void> {
  return page.locator('mioboe-check').evaluate((element, away) => window.scrollBy(0, element.getBoundingClientRect().top - away * window.innerHeight), windowsAway);
}

test('nothing is asked for until the widget is near, and no frame until it is seen', async ({ page }) => {
  const site = await below();
  await page.goto(site.site.url);
  await page.waitForLoadState('networkidle');
  expect(site.site.requests()).toEqual(['/']);
  await scrollTo(page, 2.5);
  await page.waitForTimeout(500);
  expect(site.widget.requests()).toEqual([]);
  await scrollTo(page, 1.5);
  await expect(page.locator('mioboe-check').getByRole('button')).toBeAttached();
  await page.waitForLoadState('networkidle');
  expect(site.widget.requests()).toEqual(['/mioboe-check.js']);
  await page.locator('mioboe-check').scrollIntoViewIfNeeded();
  await new Widget(page).ready();
  expect(site.widget.requests()).toContain('/frame.html');
  await site.close();
});

test('or until it is used', async ({ page }) => {
  const site = await below();
  await page.goto(site.site.url);
  await scrollTo(page, 1.5);
  await page.evaluate(() => customElements.whenDefined('mioboe-check'));
  expect(site.widget.requests()).toEqual(['/mioboe-check.js']);
  await page.locator('mioboe-check').evaluate((element) => (element as HTMLElement & { load(): void }).load());
  await expect.poll(() => site.widget.requests()).toContain('/frame.html');
  await site.close();
});

test('what a page sets before the script has come is taken on with it', async ({ page }) => {
  const site = await below();
  await page.goto(site.site.url);
  const check = page.locator('mioboe-check');
  await check.evaluate((element) => Object.assign(element, { config: { name: 'みほん銀行', contacts: [{ name: 'カードデスク', phone: '00-0000-0000' }] }, theme: 'dark', compact: true }));
  await check.scrollIntoViewIfNeeded();
  const widget = new Widget(page);
  await widget.ready();
  await expect(check).toHaveAttribute('compact', '');
  await expect(widget.root).toHaveAttribute('data-theme', 'dark');
  await expect(widget.part('from-site')).toContainText('みほん銀行');
  await site.close();
});

test('the site stores nothing, and neither does the widget before the person says so', async ({ page, context, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(household.files);
  expect(await context.cookies()).toEqual([]);
  const stored = async (): Promise<unknown[]> =>
    Promise.all(page.frames().slice(0, 2).map((frame) => frame.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length])));
  expect(await stored()).toEqual([[0, 0, 0], [0, 0, 0]]);
  await widget.part('tab-settings').click();
  await widget.part('keep').check();
  await expect.poll(stored).toEqual([[0, 0, 0], [1, 0, 0]]);
});

test('it takes on the height of what is in it and then rests', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  const resizes = (): Promise<number> => page.locator('#heard').evaluate((heard) => heard.textContent?.match(/resize/g)?.length ?? 0);
  const settled = async (): Promise<void> => {
    let last = -1;
    await expect.poll(async () => [last, (last = await resizes())].every((count, _, both) => count === both[0]), { intervals: [700] }).toBe(true);
  };
  await settled();
  const first = await widget.height();
  await widget.part('tab-help').click();
  await expect.poll(() => widget.height()).toBeGreaterThan(first);
  await settled();
  const before = await resizes();
  await page.waitForTimeout(1500);
  expect(await resizes()).toBe(before);
  expect(before).toBeLessThan(20);
  const inside = await widget.app.locator('mioboe-app').evaluate((app) => app.getBoundingClientRect().height);
  // A frame never becomes taller than this; what is longer scrolls inside. Shorter ones are as high as the step above.
  const beyond = (await widget.height()) - Math.min(inside, MOST);
  expect(beyond).toBeGreaterThan(-2);
  expect(beyond).toBeLessThan(STEP + 2);
});

test('a site that tries all widths hears no height for it once there is a result', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(caseOf('typical-01-rakuten').files);
  const heard = (): Promise<string> => page.locator('#heard').innerText();
  // The press that gave the files is over, and so is what comes of the result.
  await page.waitForTimeout(6000);
  const before = await heard();
  for (let at = 0; at < 41; at += 1) {
    await page.locator('mioboe-check').evaluate((element, width) => ((element as HTMLElement).style.width = `${width}px`), 900 - at * 14);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(500);
  expect(await heard()).toBe(before);
});

test('a new view is seen from its top, however far down the page the person was', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(caseOf('typical-01-rakuten').files);
  await widget.part('tab-help').click();
  await widget.part('to-catalogue').scrollIntoViewIfNeeded();
  const top = async (): Promise<number> => (await widget.element.boundingBox())?.y ?? 0;
  expect(await top()).toBeLessThan(-500);
  await widget.part('to-catalogue').click();
  await expect(widget.part('catalogue')).toBeVisible();
  await expect.poll(top).toBeGreaterThan(-1);
});

test('keys and focus go into the frame and out of it again', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await page.locator('#before').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('mioboe-check')).toBeFocused();
  const inside = (): Promise<boolean> => widget.app.locator('mioboe-app').evaluate((app) => app.matches(':focus-within') && document.hasFocus());
  await expect.poll(inside).toBe(true);
  let presses = 0;
  while ((await inside()) && presses < 60) {
    await page.keyboard.press('Tab');
    presses += 1;
  }
  await expect(page.locator('#after')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  expect(await inside()).toBe(true);
});

test('attributes change it while it is used', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  const root = widget.app.locator('html');
  await expect(root).toHaveAttribute('lang', 'ja');
  await expect(widget.part('region')).toHaveValue('jp');
  await widget.element.evaluate((element) => {
    element.setAttribute('lang', 'en-GB');
    element.setAttribute('region', 'uk');
    element.setAttribute('theme', 'dark');
    element.setAttribute('compact', '');
  });
  await expect(root).toHaveAttribute('lang', 'en');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-compact', '');
  await expect(widget.app.locator('.guides')).toBeHidden();
  await expect(widget.part('region')).toHaveValue('uk');
});

test('a colour in which text cannot be read is refused, and the site is told', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  const accent = (): Promise<string> => widget.app.locator('html').evaluate((root) => root.style.getPropertyValue('--accent'));
  expect(await accent()).toBe('light-dark(rgb(122 46 93), rgb(240 166 210))');
  await page.goto('about:blank');
  await page.route(`${plain.site.url}host.css`, (route) => route.fulfill({ contentType: 'text/css', body: 'mioboe-check { --mioboe-accent: #ffee99; --mioboe-paper: url(https://evil.example/x); --mioboe-round: 900px; }' }));
  await page.goto(plain.site.url);
  await widget.ready();
  await expect(page.locator('#heard')).toContainText('"refused":["colors.accent","colors.paper","colors.round"]');
  expect(await accent()).toBe('');
});

/** The plain page with another style sheet. */
async function dressed(page: Page, plain: Site, css: string): Promise<void> {
  await page.route(`${plain.site.url}host.css`, (route) => route.fulfill({ contentType: 'text/css', body: css }));
  await page.goto(plain.site.url);
}

test('every property for its looks arrives', async ({ page, plain }) => {
  const given = { accent: '#7a2e5d', 'accent-dark': '#f0a6d2', paper: '#fdf6ec', 'paper-dark': '#120b10', card: '#fffaf2', 'card-dark': '#1d1418', round: '6px' };
  expect(Object.keys(given)).toEqual([...TOKENS]);
  await dressed(page, plain, `mioboe-check { ${Object.entries(given).map(([token, value]) => `--mioboe-${token}: ${value}`).join('; ')} }`);
  await new Widget(page).ready();
  const own = await new Widget(page).root.evaluate((root) => ['--accent', '--paper', '--card', '--round', '--round-l'].map((name) => root.style.getPropertyValue(name)));
  expect(own).toEqual(['light-dark(rgb(122 46 93), rgb(240 166 210))', 'light-dark(rgb(253 246 236), rgb(18 11 16))', 'light-dark(rgb(255 250 242), rgb(29 20 24))', '6px', '6px']);
});

for (const [colorScheme, background] of [['light', 'rgb(122, 46, 93)'], ['dark', 'rgb(160, 190, 245)']] as const) {
  test(`a colour that is given for light alone leaves the dark one as it was: ${colorScheme}`, async ({ browser, plain }) => {
    const page = await browser.newPage({ colorScheme });
    await dressed(page, plain, 'mioboe-check { --mioboe-accent: #7a2e5d }');
    const widget = new Widget(page);
    await widget.ready();
    await expect(widget.app.locator('.drop-area .button')).toHaveCSS('background-color', background);
    await page.close();
  });
}

test('the page dresses its parts: the button before, the frame, and the words in its place', async ({ page, plain }) => {
  await page.route(/frame\.html/, (route) => route.abort());
  await dressed(
    page,
    plain,
    `mioboe-check { margin-top: 300vh; --mioboe-height: 20rem } mioboe-check::part(placeholder) { outline: 3px solid rgb(1, 2, 3) }
     mioboe-check::part(frame) { max-height: 300px } mioboe-check::part(fallback) { color: rgb(4, 5, 6) }`,
  );
  const button = page.locator('mioboe-check').getByRole('button');
  await expect(button).toHaveCSS('outline-color', 'rgb(1, 2, 3)');
  await expect(button).toHaveCSS('min-height', '320px');
  await button.press('Enter');
  const frame = page.locator('mioboe-check iframe');
  await expect(frame).toHaveCSS('max-height', '300px');
  expect((await frame.boundingBox())?.height).toBe(300);
  // The page's own words are in the way of ours, and stand in a part of their own.
  await page.locator('mioboe-check').evaluate((element) => {
    element.replaceChildren();
    element.setAttribute('src', '');
  });
  await expect(page.locator('mioboe-check [part="fallback"]')).toHaveCSS('color', 'rgb(4, 5, 6)');
});

test('the steps of the topic that the site deals with come first', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(caseOf('typical-01-rakuten').files);
  await widget.part('tab-steps').click();
  const steps = (): Promise<string[]> => widget.app.locator('[data-testid="step"]').evaluateAll((items) => items.map((item) => item.getAttribute('data-step') ?? ''));
  const before = await steps();
  expect(before).toContain('turn-on-alerts');
  await widget.element.evaluate((element) => element.setAttribute('steps', 'card'));
  await expect.poll(steps).not.toEqual(before);
  const after = await steps();
  expect([...after].sort()).toEqual([...before].sort());
  expect(after.indexOf('turn-on-alerts')).toBeLessThan(before.indexOf('turn-on-alerts'));
});

test('the page on theming changes the widget while it is looked at, and says how', async ({ page, complaints }) => {
  const site = await serveSite(`${examples}theming/`);
  await page.goto(site.site.url);
  const widget = new Widget(page);
  await widget.element.scrollIntoViewIfNeeded();
  await widget.ready();
  const token = (name: string): Promise<string> => widget.app.locator('html').evaluate((root, own) => root.style.getPropertyValue(own), name);
  expect(await token('--accent')).toBe('');
  await page.locator('[name=accent]').fill('#7a2e5d');
  await page.locator('[name=round]').fill('4');
  await expect.poll(() => token('--accent')).toContain('light-dark(rgb(122 46 93)');
  await expect.poll(() => token('--round')).toBe('4px');
  await expect(page.locator('#css')).toHaveText('mioboe-check {\n  --mioboe-accent: #7a2e5d;\n  --mioboe-round: 4px;\n}');
  // Text in it could not be read: the widget keeps its own.
  await page.locator('[name=accent]').fill('#ffee99');
  await expect.poll(() => token('--accent')).toBe('');
  await page.locator('[name=theme]').selectOption('dark');
  await expect(widget.app.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('[name=lang]').selectOption('ja');
  await expect(widget.app.locator('html')).toHaveAttribute('lang', 'ja');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect.poll(() => token('--round')).toBe('');
  await expect(widget.app.locator('html')).toHaveAttribute('lang', 'en');
  expect(complaints).toEqual(['mioboe-check: not taken: colors.accent']);
  await site.close();
});

test("a site's own words are shown as its own, and as words", async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  const panel = widget.part('from-site');
  await expect(panel).toContainText('みほん消費生活センターからのご案内');
  await expect(panel).toContainText(plain.site.url.slice(0, -1));
  await expect(widget.part('site-statement')).toContainText('楽天カード');
  await widget.element.evaluate((element) => {
    (element as HTMLElement & { config: unknown }).config = {
      name: '<img src=x onerror=alert(1)>',
      steps: [{ title: '<b>bold</b>' }],
      contacts: [{ name: 'Desk', phone: 'javascript:alert(1)' }],
      hide: ['contact-card-issuer'],
    };
  });
  await expect(panel).toContainText('<img src=x onerror=alert(1)>');
  await expect(panel).toContainText('<b>bold</b>');
  await expect(panel).not.toContainText('javascript:');
  expect(await panel.locator('img').count()).toBe(0);
});

test("a site's card comes before the others, and with the way to its statements", async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.element.evaluate((element) => {
    (element as HTMLElement & { config: unknown }).config = { name: 'みほん銀行', card: 'smbc-vpass' };
  });
  const statement = widget.part('site-statement');
  await expect(statement).toContainText('三井住友カード');
  await expect(statement.locator('li')).toHaveCount(1);
  await widget.part('tab-help').click();
  const issuers = widget.part('issuers');
  await expect(issuers).toHaveAttribute('open', '');
  const first = issuers.locator('dl > div').first();
  await expect(first).toHaveAttribute('aria-current', 'true');
  await expect(first).toContainText('三井住友カード');
  await expect(first.locator('dd')).toHaveText(await statement.locator('li').innerText());
});

test('what is not taken of a configuration is said in the console, and of a card which there are', async ({ page, plain, complaints }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  const give = (config: unknown): Promise<void> => widget.element.evaluate((element, given) => void ((element as HTMLElement & { config: unknown }).config = given), config);
  await give({ name: 'みほん銀行', card: 'rakutn', hide: ['*'] });
  await expect.poll(() => complaints).toHaveLength(1);
  const [warning = ''] = complaints;
  expect(warning).toMatch(/^mioboe-check: not taken: operator\.hide, operator\.card; cards that it knows: .*\brakuten\b.*\bsmbc-vpass\b/);
  await expect(widget.part('site-statement')).toBeHidden();
  // Once it is right, nothing more is said.
  await give({ name: 'みほん銀行', card: 'rakuten' });
  await expect(widget.part('site-statement')).toContainText('楽天カード');
  expect(complaints).toHaveLength(1);
});

test('what is promised of the page of its own is not promised here', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.part('tab-help').click();
  const help = widget.part('help');
  await expect(help).toContainText('閉じる前に、ブラウザーが尋ねることはありません');
  await expect(help).not.toContainText('消える前に、ブラウザーが閉じてよいかを尋ねます');
});

test('no word of a site takes a step for safety away', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(caseOf('typical-01-rakuten').files);
  await widget.part('tab-steps').click();
  const steps = async (): Promise<string[]> => {
    const all = await widget.app.locator('[data-testid="step"]').evaluateAll((items) => items.map((item) => item.getAttribute('data-step') ?? ''));
    return all.sort();
  };
  const now = (): Promise<string[]> => widget.app.locator('section[data-when="now"] [data-testid="step"]').evaluateAll((items) => items.map((item) => item.getAttribute('data-step') ?? ''));
  const whole = await steps();
  const urgent = await now();
  expect(urgent.length).toBeGreaterThan(0);
  await widget.element.evaluate((element) => {
    element.setAttribute('steps', 'subscriptions');
    (element as HTMLElement & { config: unknown }).config = { name: 'Site', steps: [], hide: ['*'], nextSteps: [] };
  });
  await expect(widget.part('from-site')).toBeHidden();
  expect(await steps()).toEqual(whole);
  expect(await now()).toEqual(urgent);
});

test('only what the person looked at and sent reaches the site', async ({ page, plain }) => {
  await page.goto(plain.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(caseOf('typical-01-rakuten').files);
  const heard = page.locator('#heard');
  await expect(widget.part('share')).toContainText(plain.site.url.slice(0, -1));
  await widget.part('share-open').click();
  await widget.part('share-merchant').uncheck();
  const preview = widget.part('share-preview');
  await expect(preview).not.toContainText('AMAZON');
  await expect(heard).not.toContainText('shared');
  const rows = await preview.locator('tbody tr').count();
  await widget.part('share-send').click();
  await expect(heard).toContainText('shared');
  const text = (await heard.innerText()).split('\n').find((line) => line.startsWith('shared ')) ?? '';
  const shared = JSON.parse(text.slice('shared '.length)) as { charges: Record<string, string>[] };
  expect(shared.charges).toHaveLength(rows);
  for (const charge of shared.charges) expect(Object.keys(charge).sort()).toEqual(['amount', 'currency', 'day', 'verdict']);
  await expect(widget.part('share-sent')).toBeVisible();
});

test('two widgets of a page know nothing of each other', async ({ page }) => {
  const site = await serveSite(`${examples}two-widgets/`);
  await page.goto(site.site.url);
  const hers = new Widget(page, '#hers');
  const his = new Widget(page, '#his');
  await hers.ready();
  await hers.choose(household.files);
  await his.element.scrollIntoViewIfNeeded();
  await his.ready();
  await expect(his.part('answer')).toBeHidden();
  for (const widget of [hers, his]) {
    await widget.part('tab-settings').click();
    await widget.part('keep').check();
  }
  const shell = page.frames().find((frame) => frame.url().endsWith('frame.html'));
  await expect.poll(() => shell && keptIn(shell)).toEqual(['case:hers', 'case:his']);
  await site.close();
});

test('on the own origin of a site the frame has none, and works', async ({ page, complaints }) => {
  const html = '<!doctype html><meta charset="utf-8"><title>Own</title><link rel="icon" href="data:,"><script type="module" src="./mioboe-check.js"></script><mioboe-check lang="ja"></mioboe-check>';
  const site = await serve({ folder: `${dist}widget/`, headers: { 'Access-Control-Allow-Origin': '*' }, instead: new Map([['/index.html', html]]) });
  await page.goto(site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(household.files);
  const origins = await Promise.all(page.frames().map((frame) => frame.evaluate(() => self.origin)));
  expect(origins).toEqual([site.url.slice(0, -1), 'null', 'null']);
  await widget.part('tab-settings').click();
  await widget.part('keep').check();
  await expect(widget.part('keep')).toBeChecked();
  expect(complaints).toEqual([]);
  await site.close();
});

test('an element script of another hash is not run', async ({ page }) => {
  const site = await serveSite(`${examples}plain/`, () => new Map([['/index.html', '<!doctype html><script type="module" src="https://widget.example/mioboe-check.js" integrity="sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" crossorigin></script><mioboe-check>words</mioboe-check>']]));
  await page.goto(site.site.url);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => customElements.get('mioboe-check') === undefined)).toBe(true);
  await expect(page.locator('mioboe-check')).toHaveText('words');
  await site.close();
});

test('without scripts, and when the frame does not answer, the words of the page are shown', async ({ browser, plain }) => {
  const plainWorld = await browser.newContext({ javaScriptEnabled: false });
  const silent = await plainWorld.newPage();
  await silent.goto(plain.site.url);
  await expect(silent.locator('mioboe-check')).toContainText('JavaScriptを有効にしてください');
  await plainWorld.close();

  const page = await browser.newPage();
  await page.clock.install();
  await page.goto(plain.site.url);
  await page.locator('mioboe-check').evaluate((element, url) => element.setAttribute('src', `${url}nothing.html`), plain.widget.url);
  await page.clock.fastForward(30_000);
  await expect(page.getByText('JavaScriptを有効にしてください')).toBeVisible();
  await page.close();
});

for (const framework of ['react', 'vue']) {
  test(`a page made with ${framework} sets properties and hears events`, async ({ page }) => {
    const widget = await serve({ folder: `${dist}widget/` });
    const site = await serve({ folder: built, headers: 'bare', fill: (text) => text.replaceAll('https://widget.example', widget.url.slice(0, -1)) });
    await page.goto(`${site.url}${framework}/index.html`);
    const check = new Widget(page);
    await check.ready();
    await expect(check.part('from-site')).toContainText('みほん銀行');
    await page.getByRole('button', { name: 'ja', exact: true }).click();
    await expect(check.app.locator('html')).toHaveAttribute('lang', 'en');
    await check.choose(household.files);
    const { explained } = countsOf(reportOf(household));
    await expect(page.locator('output')).toContainText(`"explained":${explained}`);
    await site.close();
    await widget.close();
  });
}

for (const example of ['page', 'worker']) {
  test(`the README's example in a ${example} counts the charges of the files`, async ({ page }) => {
    const site = await serve({ folder: built, headers: 'bare' });
    await page.goto(`${site.url}readme/${example}.html`);
    await page.locator('input').setInputFiles([...household.files]);
    await expect(page.locator('output')).toHaveText(new RegExp(`(^|of )${reportOf(household).charges.length}$`), { timeout: 20_000 });
    await site.close();
  });
}
