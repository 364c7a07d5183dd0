//! What a person does with an answer: pictures, keys, many answers at once, taking things back, and coming back another time.

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
