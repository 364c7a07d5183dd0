//! What a text on a statement means: typed or chosen from the usual ones, on a phone and on a desk, without a network.

import { devices } from '@playwright/test';

import { App } from './app';
import { violationsIn } from './axe';
import { caseOf } from './cases';
import { expect, test } from './fixtures';
import { to } from './walk';

const { defaultBrowserType: _, ...phone } = devices['iPhone 13'];

async function isNoWiderThanTheWindow(app: App): Promise<boolean> {
  return app.inside.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

test.describe('on a phone, in Japanese, from a cold page', () => {
  test.use({ ...phone, locale: 'ja-JP' });

  test('each text is told for what it is, and the charge that was being typed waits', async ({ page, server, complaints }) => {
    const app = await App.open(page, server.url);
    await app.inside.waitForFunction(() => customElements.get('mioboe-texts') !== undefined);
    await server.close();
    await app.part('one-amount').fill('1,234');
    await app.part('one-text').fill('AMAZON MKTPL*AB1CD2EF3');
    await app.part('one-text-means').tap();
    const answer = app.part('text-answer');
    await expect(answer).toHaveAttribute('data-says', 'marketplace');
    await expect(answer).toContainText('注文履歴');
    await expect(answer).toContainText('日本');

    const texts: [text: string, kind: string, said: string][] = [
      ['アマゾンダウンロード', 'known', 'デジタル注文'],
      ['ｱﾏｿﾞﾝﾌﾟﾗｲﾑｶｲﾋ', 'known', 'プライム'],
      ['PAYPAL *AMAZON', 'known', 'Amazonでの買い物'],
      ['AMAZON WEB SERVICES', 'known', 'Amazonの注文データには載りません'],
      ['AMAZON ORCHID', 'unknown', '名前だけでは'],
      ['AMAZ0N PRIME', 'imitation', 'カード会社に'],
      ['アマゾンカフェ', 'other', 'ほかのお店'],
      ['見本珈琲', 'other', 'ほかのお店'],
    ];
    for (const [text, kind, said] of texts) {
      await app.part('text-asked').fill(text);
      await expect(answer.locator('h2')).toHaveText(text);
      await expect(answer, text).toHaveAttribute('data-kind', kind);
      await expect(answer, text).toContainText(said);
      await expect(answer).not.toContainText(/text-|meaning-|\{|undefined/);
      expect(await isNoWiderThanTheWindow(app), text).toBe(true);
    }
    expect(await violationsIn(app.inside)).toEqual([]);

    // Without typing, from the list.
    await app.part('text-asked').fill('');
    await expect(answer).toHaveCount(0);
    const usual = app.part('texts-usual').getByTestId('usual-text');
    expect(await usual.count()).toBeGreaterThan(8);
    await usual.filter({ hasText: 'オーディブル' }).first().tap();
    await expect(answer).toHaveAttribute('data-says', 'audible');

    // Back in the form, with that text, and what was typed before.
    await app.part('text-check').tap();
    await expect(app.part('one-text')).toHaveValue('オーディブル');
    await expect(app.part('one-amount')).toHaveValue('1,234');
    await app.part('one-check').tap();
    await expect(app.part('one-charge')).toContainText('オーディブル', { timeout: 20_000 });
    expect(complaints).toEqual([]);
  });

  test('words are found in texts and in what they mean', async ({ page, server }) => {
    const app = await App.open(page, server.url);
    await app.part('one-text-means').tap();
    await app.part('text-asked').fill('電子');
    await expect(app.part('texts-usual')).toBeVisible();
    await app.part('text-asked').fill('kindle');
    const found = app.part('texts-found').getByTestId('usual-text');
    await expect(found.filter({ hasText: 'Kindle' }).first()).toBeVisible();
    await expect(found.filter({ hasText: 'AMAZON MARKETPLACE' })).toHaveCount(0);
    await app.part('text-asked').fill('プライム');
    await expect(found.filter({ hasText: 'AMAZONプライム会費' })).toBeVisible();
  });
});

test.describe('on a desk, in English, with a case', () => {
  test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });

  test('a charge’s own text and the help lead there, and back to the charges of that text', async ({ page, server, complaints }) => {
    const app = await App.open(page, server.url);
    await app.choose(caseOf('typical-01-rakuten').files);
    await app.answered();
    await server.close();
    await app.part('charge-row').first().click();
    const merchant = await app.part('charge-detail').locator('.merchant').innerText();
    await app.part('text-means').click();
    const answer = app.part('text-answer');
    await expect(answer.locator('h2')).toHaveText(merchant);
    await expect(app.part('tab-help')).toHaveAttribute('aria-current', 'page');
    // The address, which a browser remembers, does not tell it.
    expect(new URL(page.url()).hash).toBe('#/texts');
    await app.part('text-list').click();
    await expect(app.part('search')).toHaveValue(merchant);
    await expect(app.part('charge-row').first()).toContainText(merchant);
    await page.goBack();
    await expect(answer).toBeVisible();

    await to(app, '/help');
    await app.part('to-texts').click();
    await expect(app.part('text-asked')).toHaveValue('');
    await app.part('texts-elsewhere').locator('summary').click();
    const text = app.part('texts-elsewhere').getByTestId('usual-text').first();
    const name = await text.locator('b').innerText();
    await text.press('Enter');
    await expect(answer.locator('h2')).toHaveText(name);
    await expect(app.part('text-asked')).toBeFocused();
    await expect(answer).not.toContainText(/text-|meaning-|\{|undefined/);
    expect(await violationsIn(app.inside)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
