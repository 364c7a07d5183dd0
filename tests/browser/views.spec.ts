//! What a person does with an answer: pictures, keys, many answers at once, taking things back, and coming back another time.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { App } from './app';
import { caseOf } from './cases';
import { expect, test } from './fixtures';

const household = caseOf('typical-01-rakuten');

test.describe('with the example', () => {
  let app: App;
  test.beforeEach(async ({ page, server }) => {
    app = await App.open(page, server.url);
    await app.part('example').click();
    await app.answered();
  });

  test('a month of the picture leads to its charges, by keys alone', async ({ page }) => {
    await app.part('to-pictures').press('Enter');
    await expect(app.part('pictures')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('#/pictures');
    await expect(app.part('missing-span').first()).toBeVisible();
    const bar = app.part('month-bar').last();
    const month = (await bar.getAttribute('data-month')) ?? '';
    await bar.press('Enter');
    await expect(app.part('filter-month')).toHaveValue(month);
    await page.goBack();
    await app.part('tie-charge').first().press('Enter');
    await expect(app.part('charge-detail')).toBeVisible();
  });

  test('a chosen month is readable whole, in bold and with its arrow', async () => {
    await app.part('lang-en').click();
    const filter = app.part('filter-month');
    await filter.selectOption('2026-09');
    await expect(filter).toHaveAttribute('data-chosen', 'true');
    const { room, text } = await filter.evaluate((select: HTMLSelectElement) => {
      const words = document.body.appendChild(document.createElement('span'));
      const { fontFamily, fontSize, fontWeight, paddingInlineStart, paddingInlineEnd } = getComputedStyle(select);
      Object.assign(words.style, { position: 'absolute', whiteSpace: 'pre', fontFamily, fontSize, fontWeight });
      words.textContent = 'September 2026';
      const text = words.getBoundingClientRect().width;
      words.remove();
      // Chromium's arrow and its margins.
      return { text, room: select.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd) - 20 };
    });
    expect(room).toBeGreaterThanOrEqual(Math.floor(text));
  });

  test('the picture has a table that says the same', async () => {
    const counts = await app.counts();
    await app.part('to-pictures').click();
    await app.part('pictures').locator('.as-table summary').first().click();
    const sums = await app.part('months-table').locator('tbody tr td:last-child').allInnerTexts();
    expect(sums.reduce((all, sum) => all + Number(sum), 0)).toBe(Object.values(counts).reduce((all, count) => all + count));
  });

  test('one answer for many charges, and all of it taken back', async ({ page }) => {
    const before = await app.counts();
    await app.part('bulk-ask').locator('summary').click();
    await app.part('bulk-ask-me').click();
    await expect.poll(() => app.counts()).toEqual({ ...before, ask: 0, explained: before.explained + before.ask });
    await app.part('undo').click();
    await expect.poll(() => app.counts()).toEqual(before);
    await app.part('charge-row').first().click();
    await app.part('answer-me').click();
    await expect.poll(async () => (await app.counts()).flagged).toBe(before.flagged - 1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
    await expect.poll(() => app.counts()).toEqual(before);
  });

  test('keys walk the list', async ({ page }) => {
    await page.keyboard.press('n');
    await expect(app.part('charge-detail')).toHaveAttribute('data-verdict', 'flagged');
    const first = new URL(page.url()).hash;
    await page.keyboard.press('n');
    await expect.poll(() => new URL(page.url()).hash).not.toBe(first);
    await page.keyboard.press('Escape');
    await expect(app.part('charge-detail')).toBeHidden();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(app.part('charge-detail')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(app.part('keys')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.part('keys')).toHaveCount(0);
    await page.keyboard.press('/');
    await page.keyboard.type('ｹﾄﾙ');
    await expect(app.part('charge-row')).toHaveCount(1);
  });

  test('a tick can be taken back', async () => {
    await app.part('tab-steps').click();
    const tick = app.part('next-steps').getByRole('checkbox').first();
    await tick.check();
    await app.part('undo').click();
    await expect(tick).not.toBeChecked();
  });
});

test('the list is searched as people type, filtered and sorted', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(household.files);
  await app.answered();
  const rows = app.part('charge-row');
  const texts = () => rows.allInnerTexts();
  const all = await rows.count();

  // Half and full width, capitals, hiragana for katakana, and the sum as it is printed.
  const searches = [['ａｍａｚｏｎ　ｐａｙ', 'Amazon Pay'], ['かれんだー', 'カレンダー'], ['ｲﾔﾎﾝ', 'イヤホン'], ['44,699', '¥44,699'], ['44699', '¥44,699']] as const;
  for (const [typed, found] of searches) {
    await app.part('search').fill(typed);
    await expect.poll(async () => (await texts()).length, { message: typed }).toBeLessThan(all);
    const shown = await texts();
    expect(shown.length, typed).toBeGreaterThan(0);
    // What an order has besides is found too.
    expect(shown.join().normalize('NFKC'), typed).toContain(found.normalize('NFKC'));
  }
  await app.part('search').fill('これはどこにもない');
  await expect(app.part('charges')).toHaveCount(0);
  await app.part('clear-filter').click();
  await expect(rows).toHaveCount(all);

  const month = app.part('filter-month');
  await month.selectOption('2026-07');
  await expect.poll(async () => (await texts()).every((text) => text.includes('7月'))).toBe(true);
  await app.part('tile-explained').click();
  await expect.poll(() => rows.evaluateAll((found) => found.every((row) => row.getAttribute('data-group') === 'explained'))).toBe(true);
  await app.part('clear-filter').click();
  await expect(rows).toHaveCount(all);
  await app.part('filter-service').selectOption('amazon-prime');
  await expect.poll(async () => (await texts()).every((text) => text.includes('Prime'))).toBe(true);
  await app.part('clear-filter').click();
  await app.part('toggle-others').click();
  await expect.poll(() => rows.count()).toBeGreaterThan(all);
  await app.part('toggle-others').click();

  const sums = () => rows.and(app.frame.locator('[data-group="explained"]')).locator('.row-sum').allInnerTexts().then((found) => found.map((sum) => Number(sum.replace('−', '-').replace(/[^\d-]/g, ''))));
  await app.part('sort').selectOption('largest');
  await expect.poll(async () => (await sums())[0]).toBe(Math.max(...(await sums())));
  const largest = await sums();
  expect(largest).toEqual([...largest].sort((a, b) => b - a));
  const days = () => rows.and(app.frame.locator('[data-group="explained"]')).evaluateAll((found) => found.map((row) => row.querySelector('.row-day')?.textContent ?? ''));
  await app.part('sort').selectOption('newest');
  await expect.poll(async () => (await sums()).join()).not.toBe(largest.join());
  const newest = await days();
  await app.part('sort').selectOption('oldest');
  await expect.poll(days).not.toEqual(newest);
  const monthOf = (day: string) => Number(/^(\d+)月/.exec(day)?.[1]);
  const oldest = (await days()).map(monthOf);
  expect(oldest).toEqual([...oldest].sort((a, b) => a - b));
});

test('the page says where it stands in each language, and the address decides', async ({ page, server }) => {
  await App.open(page, server.url);
  const alternates = await page.locator('link[rel=alternate]').evaluateAll((links) => links.map((link) => [(link as HTMLLinkElement).hreflang, (link as HTMLLinkElement).href] as const));
  const languages = readdirSync(join(__dirname, '../../crates/playbook/locales'));
  expect(alternates.map(([lang]) => lang).sort()).toEqual([...languages, 'x-default'].sort());
  for (const [lang, address] of alternates) {
    const app = await App.open(page, address);
    await expect(page.locator('html')).toHaveAttribute('lang', lang === 'x-default' ? 'ja' : lang);
    await expect(app.part(`lang-${lang === 'x-default' ? 'ja' : lang}`)).toHaveAttribute('aria-pressed', 'true');
    // What the system installs is called in the same language.
    expect(await page.locator('link[rel=manifest]').getAttribute('href')).toBe(['ja', 'x-default'].includes(lang) ? './manifest.webmanifest' : `./manifest.${lang}.webmanifest`);
  }
});

test('another language changes the words and nothing else', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(household.files);
  await app.answered();
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await app.part('search').fill('amazon');
  await app.part('charge-row').nth(5).click();
  await app.inside.evaluate(() => window.scrollTo(0, 240));
  const address = page.url();
  const place = () => app.inside.evaluate(() => window.scrollY);
  // Clicked where it stands, out of the window: what is under test must not be what brings it into sight.
  await app.part('lang-en').evaluate((button: HTMLElement) => {
    button.focus({ preventScroll: true });
    button.click();
  });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(app.part('charge-detail')).toContainText('This was me');
  await expect(app.part('search')).toHaveValue('amazon');
  expect(page.url()).toBe(address);
  // Words of another length move the list by a few lines, not to its top.
  expect(Math.abs((await place()) - 240)).toBeLessThan(120);
  await expect(app.part('lang-en')).toBeFocused();
  await app.part('charge-row').first().click();
  await app.part('prepare-charge').click();
  await app.part('detail-name').fill('Mihon Hanako');
  await app.part('lang-ja').click();
  await expect(app.part('detail-name')).toHaveValue('Mihon Hanako');
  await expect(app.part('letter-text')).toHaveValue(/Mihon Hanako[\s\S]*年/);
  expect(loads).toEqual([]);
});

test('a file that was removed comes back with its charges', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(household.files);
  await app.answered();
  const before = await app.counts();
  await app.part('tab-files').click();
  await app.part('remove-file').first().click();
  await app.part('undo').click();
  await app.part('tab-results').click();
  await expect.poll(() => app.counts()).toEqual(before);
});

test('after a reload a result that was not kept is said to be gone', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(household.files);
  await app.answered();
  await app.part('tab-steps').click();
  await page.reload();
  await expect(app.part('case-gone')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/steps');
});

test('a result that was kept is there after a reload, at the same place, until everything is forgotten', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose(household.files);
  await app.answered();
  const before = await app.counts();
  await app.part('tab-settings').click();
  await app.part('keep').check();
  await app.part('tab-results').click();
  await app.part('charge-row').first().click();
  await app.part('answer-me').click();
  await expect.poll(async () => (await app.counts()).flagged).toBe(before.flagged - 1);
  // Saved a moment after the answer.
  await page.waitForTimeout(1000);
  await page.reload();
  await expect(app.part('charge-detail')).toBeVisible();
  await expect(app.part('answer-me')).toHaveAttribute('aria-pressed', 'true');
  await app.part('close-detail').click();
  expect((await app.counts()).flagged).toBe(before.flagged - 1);
  await app.part('tab-settings').click();
  await app.part('forget').click();
  await app.part('forget-confirm').click();
  await expect(app.part('forgotten')).toContainText('0');
  expect(await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length, sessionStorage.length])).toEqual([0, 0, 0]);
  await page.reload();
  await app.part('tab-results').click();
  await app.ready();
});

test('help has the files of each issuer and whom to contact, for the region', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('tab-help').click();
  await app.part('issuers').locator('summary').click();
  await expect(app.part('issuers')).toContainText('楽天e-NAVI → ご利用明細 → CSV');
  await expect(app.part('contacts')).toContainText('188');
  await app.part('help').getByTestId('region').selectOption('uk');
  await expect(app.part('contacts')).not.toContainText('188');
  await expect(app.part('issuers')).toContainText('Monzo');
});
