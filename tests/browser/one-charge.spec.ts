//! One charge, on a phone, without a file and without a network: from what is on its screen to what it can be, and to the proof.

import { devices, type Page } from '@playwright/test';

import { App } from './app';
import { expect, test } from './fixtures';

const { defaultBrowserType: _, ...phone } = devices['iPhone 13'];

/** The charges' days are of this month. */
const NOW = new Date('2026-11-30T03:00:00Z');

const WORDS = {
  ja: { locale: 'ja-JP', plan: 'プライム', family: '家族', proven: '何の請求かが分かりました' },
  en: { locale: 'en-GB', plan: 'Prime', family: 'family', proven: 'It is clear what this is for' },
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
