//! Questions that only the person can answer: bills of one service at once, which order a charge was; and what a filter hides.

import { devices } from '@playwright/test';

import { App } from './app';
import { violationsIn } from './axe';
import { householdWithQuestions } from './cases';
import { expect, test } from './fixtures';

const { defaultBrowserType: _, ...phone } = devices['iPhone 13'];

/** The charges' days are of the weeks before. */
const NOW = new Date('2026-11-22T03:00:00Z');

async function opened(app: App): Promise<void> {
  await app.part('file-input').setInputFiles(householdWithQuestions());
  await app.answered();
}

test.describe('on a phone, in Japanese', () => {
  test.use({ ...phone, locale: 'ja-JP' });

  test('four bills of one service are one question: one answer for all, which can be taken back, and one letter', async ({ page, server, complaints }) => {
    await page.clock.setFixedTime(NOW);
    const app = await App.open(page, server.url);
    await app.storedOffline();
    await server.close();
    await opened(app);
    const question = app.part('question');
    await expect(question).toHaveCount(1);
    await expect(question).toContainText('4件');
    await expect(question).toContainText('¥5,095');
    await expect(question.locator('summary')).toContainText('AMAZON WEB SERVICES');
    // Closed it is one row: the rows of its charges are there and not seen.
    await expect(question.getByTestId('charge-row')).toHaveCount(4);
    await expect(question.getByTestId('charge-row').first()).toBeHidden();
    const before = await app.counts();

    await question.locator('summary').tap();
    await expect(question.getByTestId('charge-row').first()).toBeVisible();
    expect(await violationsIn(app.inside)).toEqual([]);
    await app.part('question-me').tap();
    await expect.poll(async () => (await app.counts()).ask).toBe(before.ask - 4);
    await expect(question).toHaveCount(0);
    await app.part('undo').tap();
    await expect.poll(async () => app.counts()).toEqual(before);
    await expect(question).toHaveCount(1);

    await question.locator('summary').tap();
    await app.part('question-notMine').tap();
    await expect.poll(async () => (await app.counts()).flagged).toBe(before.flagged + 4);
    await expect(question).toHaveAttribute('data-group', 'notMine');
    await question.locator('summary').tap();
    await app.part('question-prepare').tap();
    const letters = app.part('letter-charge');
    await expect(app.frame.locator('[data-testid="letter-charge"]:checked')).toHaveCount(4);
    expect(await letters.count()).toBeGreaterThanOrEqual(4);
    await page.goBack();
    if ((await question.getAttribute('open')) === null) await question.locator('summary').tap();
    await app.part('question-undo').tap();
    await expect.poll(async () => app.counts()).toEqual(before);
    expect(complaints).toEqual([]);
  });

  test('the search offers what the filter hides', async ({ page, server }) => {
    await page.clock.setFixedTime(NOW);
    const app = await App.open(page, server.url);
    await opened(app);
    await app.part('search').fill('見本書店');
    await expect(app.part('charge-row')).toHaveCount(0);
    await app.part('show-hidden').tap();
    await expect(app.part('charge-row')).toHaveCount(1);
    await expect(app.part('charge-row')).toContainText('見本書店');
    await expect(app.part('show-hidden')).toHaveCount(0);
  });
});

test.describe('on a desk, in English', () => {
  test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });

  test('"it was this order" explains the charge, can be taken back, and is there again after a reload', async ({ page, server, complaints }) => {
    await page.clock.setFixedTime(NOW);
    const app = await App.open(page, server.url);
    await opened(app);
    const before = await app.counts();
    const row = app.part('charge-row').filter({ hasText: '3,980' });
    await row.click();
    const nearest = app.part('nearest');
    await expect(nearest.locator('.candidates > li')).toHaveCount(2);
    // The nearest in sum and day comes first.
    await expect(nearest.locator('.candidates > li').first()).toContainText('見本の延長コード');
    expect(await violationsIn(app.inside)).toEqual([]);
    await app.part('it-was-this').first().click();
    await expect(app.part('linked')).toContainText('The order you said it is', { timeout: 20_000 });
    await expect(app.part('linked')).toContainText('見本の延長コード');
    await expect(app.part('charge-detail')).toHaveAttribute('data-verdict', 'settled');
    await expect(nearest).toHaveCount(0);
    await expect.poll(async () => (await app.counts()).flagged).toBe(before.flagged - 1);

    await app.part('undo-last').click();
    await expect(nearest).toBeVisible({ timeout: 20_000 });
    await expect.poll(async () => app.counts()).toEqual(before);
    await app.part('it-was-this').nth(1).click();
    await expect(app.part('linked')).toContainText('見本の机', { timeout: 20_000 });

    await app.part('keep-now').first().click();
    await expect(app.part('keep-line')).toHaveCount(0);
    await page.waitForTimeout(500);
    await page.reload();
    await expect(app.part('linked')).toContainText('The order you said it is', { timeout: 30_000 });
    await expect(app.part('linked')).toContainText('見本の机');
    // Without the files nothing can be looked for anew: it is a question.
    const { ask } = await app.counts();
    await app.part('not-that-order').click();
    await expect.poll(async () => (await app.counts()).ask).toBe(ask + 1);
    await expect(app.part('linked')).not.toContainText('The order you said it is');
    await app.part('it-was-this').click();
    await expect.poll(async () => (await app.counts()).ask).toBe(ask);
    expect(complaints).toEqual([]);
  });

  test('the keys go through the list as it stands, into a question that is closed too', async ({ page, server }) => {
    await page.clock.setFixedTime(NOW);
    const app = await App.open(page, server.url);
    await opened(app);
    const question = app.part('question');
    await app.frame.locator('body').press('j');
    const ids = await app.part('charge-row').evaluateAll((rows) => rows.map((one) => one.getAttribute('data-charge-id')));
    for (const id of ids) {
      await expect(app.frame.locator(`[data-charge-id="${id ?? ''}"]`)).toBeFocused();
      await page.keyboard.press('j');
    }
    await expect(question).toHaveAttribute('open');
  });
});
