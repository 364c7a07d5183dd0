//! One charge, on a phone, without a file and without a network: from what is on its screen to what it can be, and to the proof.

import { devices, type Page } from '@playwright/test';

import { App } from './app';
import { mailOf } from './cases';
import { expect, test } from './fixtures';

const { defaultBrowserType: _, ...phone } = devices['iPhone 13'];

/** The charges' days are of this month. */
const NOW = new Date('2026-11-30T03:00:00Z');

const WORDS = {
  ja: {
    locale: 'ja-JP',
    plan: 'プライム',
    family: '家族',
    proven: '何の請求かが分かりました',
    notice: 'カード利用のお知らせ\n\nご利用日時：2026/11/03 18:21\nご利用先：AMAZON.CO.JP\nご利用金額：600円\n\nお心当たりのない場合は、アプリからカードを止めてください。\n',
    noticed: ['600', 'AMAZON.CO.JP', '11月3日'],
    genuine: 'genuine-like-ja',
    false: 'dangerous-ja',
  },
  en: {
    locale: 'en-GB',
    plan: 'Prime',
    family: 'family',
    proven: 'It is clear what this is for',
    notice: 'You made a $14.99 transaction\nAccount: Mihon Freedom (...1234)\nDate: Nov 3, 2026\nMerchant: AMAZON PRIME\nAmount: $14.99\n',
    noticed: ['14.99', 'AMAZON PRIME', 'November 3'],
    genuine: 'genuine-issuer-en',
    false: 'dangerous-en',
  },
} as const;

/** Amazon's Transactions page, as copied. */
const TRANSACTIONS = ['取引', '完了済み', '2026年11月3日', 'Visa ****1234', '-¥3,980', '注文番号: 250-1234567-1234567', 'Amazon.co.jp', ''].join('\n');

async function cold(page: Page, url: string): Promise<App> {
  await page.clock.setFixedTime(NOW);
  return App.open(page, url);
}

/** Types a charge and asks: how many taps it took beside typing. */
async function ask(app: App, { sum, text = '', day = '', paid = '' }: { sum: string; text?: string; day?: string; paid?: string }): Promise<number> {
  let taps = 1;
  await app.part('one-amount').fill(sum);
  if (text) await app.part('one-text').fill(text);
  if (day) {
    await app.part('one-day-other').check({ force: true });
    await app.part('one-date').fill(day);
    taps += 1;
  }
  if (paid) {
    await app.part('one-paid').selectOption(paid);
    taps += 1;
  }
  await app.part('one-check').tap();
  await expect(app.part('one-answer')).toBeVisible({ timeout: 20_000 });
  return taps;
}

for (const [lang, words] of Object.entries(WORDS)) {
  test.describe(lang, () => {
    test.use({ ...phone, locale: words.locale });

    test('600 yen of a plain name say which plan it can be, and the family comes first', async ({ page, server, complaints }) => {
      const app = await cold(page, server.url);
      await server.close();
      const taps = await ask(app, { sum: '600', text: 'AMAZON.CO.JP' });
      expect(taps).toBeLessThanOrEqual(3);
      await expect(app.part('one-finding').first()).toContainText(words.plan);
      const steps = app.part('one-sure').locator('.one-steps > li');
      await expect(steps.first()).toContainText(words.family);
      const order = await steps.evaluateAll((items) => items.map((item) => item.getAttribute('data-step')));
      expect(order).toEqual(['check-family', 'check-subscriptions', 'check-transactions', 'check-order-history', 'check-digital-orders', 'check-cancellations']);
      await expect(app.part('one-answer')).not.toContainText(/one-|\{|undefined/);
      expect(await app.inside.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      expect(complaints).toEqual([]);
    });

    test('a typed charge is proven by the page of transactions that is pasted', async ({ page, server, complaints }) => {
      const app = await cold(page, server.url);
      await ask(app, { sum: '3,980', text: 'AMAZON.CO.JP', day: '2026-11-03' });
      await app.part('one-paste').tap();
      await app.part('paste-text').fill(TRANSACTIONS);
      await app.part('paste-check').tap();
      await expect(app.part('one-known')).toContainText(words.proven, { timeout: 20_000 });
      await expect(app.part('one-known')).toContainText('250-1234567-1234567');
      expect(complaints).toEqual([]);
    });

    test('a notice of the card company, pasted, is answered as what was typed', async ({ page, server, complaints }) => {
      const app = await cold(page, server.url);
      await server.close();
      await app.part('notice-text').fill(words.notice);
      await app.part('notice-check').tap();
      await expect(app.part('one-answer')).toBeVisible({ timeout: 20_000 });
      for (const said of words.noticed) await expect(app.part('one-charge')).toContainText(said);
      await expect(app.part('one-possible')).toContainText(words.plan);
      await expect(app.part('one-sure').locator('.one-steps > li').first()).toContainText(words.family);
      await expect(app.part('one-answer')).not.toContainText(/one-|\{|undefined/);
      await expect(app.part('one-step-pause-card')).toBeVisible();
      // What a file says is not corrected as if it had been typed.
      await expect(app.part('one-edit')).toHaveCount(0);
      expect(complaints).toEqual([]);
    });

    test('what is not sure in a pasted text is asked in a table, and answered once it is confirmed', async ({ page, server, complaints }) => {
      const app = await cold(page, server.url);
      await server.close();
      await app.part('notice-text').fill('AMAZON.CO.JP 3,980円');
      await app.part('notice-check').tap();
      const row = app.part('row-to-confirm');
      await expect(row).toHaveCount(1, { timeout: 20_000 });
      await expect(row).toContainText('AMAZON.CO.JP 3,980円');
      await expect(app.part('row-merchant')).toHaveValue('AMAZON.CO.JP');
      await expect(app.part('row-amount')).toHaveValue('3980');
      await expect(app.part('row-date')).toHaveValue('');
      await app.part('row-amount').fill('');
      await app.part('rows-confirm').tap();
      await expect(app.part('row-amount')).toBeFocused();
      await app.part('row-amount').fill('3,880');
      await app.part('row-date').fill('2026-11-03');
      await app.part('rows-confirm').tap();
      await expect(app.part('one-charge')).toContainText('3,880');
      await expect(app.part('one-charge')).toContainText(words.noticed[2]);
      await expect(row).toHaveCount(0);
      // Taken back, it is asked again; left out, it is no charge.
      await app.part('undo').tap();
      await expect(row).toHaveCount(1);
      await app.part('row-leave').tap();
      await expect(row).toHaveCount(0);
      await expect(app.part('one-charge')).toHaveCount(0);
      expect(complaints).toEqual([]);
    });

    test('a mail that is genuine, and one that is not, are told apart, and neither is called safe', async ({ page, server, complaints }) => {
      const app = await cold(page, server.url);
      await app.storedOffline();
      await server.close();
      await app.choose([mailOf(words.genuine)]);
      await expect(app.part('mail-card')).toHaveAttribute('data-verdict', 'genuine-looking', { timeout: 30_000 });
      await app.part('tab-files').tap();
      await app.choose([mailOf(words.false)]);
      await app.part('tab-results').tap();
      await expect(app.frame.locator('[data-testid="mail-card"][data-verdict="dangerous"]')).toHaveCount(1);
      await expect(app.part('mail-card')).toHaveCount(2);
      await app.frame.locator('[data-verdict="dangerous"] [data-testid="open-mail"]').tap();
      await expect(app.part('mail')).toHaveAttribute('data-verdict', 'dangerous');
      await expect(app.part('mail-reasons')).toBeVisible();
      expect(await app.part('mail').locator('a').count()).toBe(0);
      await expect(app.part('mail')).not.toContainText(/安全です|is safe/);
      expect(await app.inside.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      expect(complaints).toEqual([]);
    });

    test('what came with the phone bill is asked of the phone company', async ({ page, server }) => {
      const app = await cold(page, server.url);
      await server.close();
      await ask(app, { sum: '980', paid: 'phone-bill' });
      await expect(app.part('one-step-pause-carrier-billing')).toBeVisible();
      await app.part('one-not-mine').locator('summary').first().tap();
      await expect(app.part('one-step-contact-phone-company')).toBeVisible();
      await expect(app.part('one-step-contact-card-issuer')).toHaveCount(0);
      await expect(app.part('one-step-pause-card')).toHaveCount(0);
    });

    test('what is not mine leads to a letter with the one charge in it', async ({ page, server }) => {
      const app = await cold(page, server.url);
      await server.close();
      await ask(app, { sum: '3980', text: 'AMAZON.CO.JP', day: '2026-11-03' });
      await expect(app.part('one-step-pause-card')).toBeVisible();
      await app.part('answer-notMine').tap();
      for (const step of ['change-password', 'review-devices', 'enable-two-step', 'prepare-evidence', 'contact-amazon', 'escalate', 'contact-card-issuer', 'ask-payment-hold', 'keep-debit-funded', 'report-police', 'consumer-hotline']) {
        await expect(app.part(`one-step-${step}`), step).toBeVisible();
      }
      await app.part('prepare-charge').tap();
      await expect(app.part('letter-text')).toHaveValue(/3,980/);
      await expect(app.part('letter-text')).toHaveValue(/AMAZON\.CO\.JP/);
    });

    test('a sum that is none is asked for again, and a charge can be corrected and taken away', async ({ page, server }) => {
      const app = await cold(page, server.url);
      await app.part('one-check').tap();
      await expect(app.part('one-amount')).toHaveAttribute('aria-invalid', 'true');
      await ask(app, { sum: '600', text: 'AMAZON.CO.JP' });
      await app.part('one-edit').tap();
      await app.part('one-amount').fill('３，９８０円');
      await app.part('one-check').tap();
      await expect(app.part('one-charge')).toContainText('3,980');
      await app.part('one-more').tap();
      await app.part('one-amount').fill('980');
      await app.part('one-check').tap();
      await expect(app.part('one-charge')).toHaveCount(2);
      await app.part('one-remove').first().tap();
      await expect(app.part('one-charge')).toHaveCount(1);
      await expect(app.part('one-charge')).toContainText('980');
    });
  });
}
