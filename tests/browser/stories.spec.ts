//! A person acts: from a charge that nothing explains to the letter, the pack and the case opened again, without a network.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Download } from '@playwright/test';

import { App } from './app';
import { caseOf, storyOf } from './cases';
import { expect, test } from './fixtures';
import { paperOf, sheetsOf } from './paper';

const household = caseOf('typical-01-rakuten');

const WORDS = {
  ja: { locale: 'ja-JP', issuer: '楽天カード', blank: '＿＿＿' },
  en: { locale: 'en-GB', issuer: 'Rakuten', blank: '＿＿＿' },
} as const;

function contentOf(saved: Download): Promise<string> {
  return saved.path().then((path) => readFileSync(path, 'utf8'));
}

for (const [lang, words] of Object.entries(WORDS)) {
  test.describe(lang, () => {
    test.use({ locale: words.locale });

    test('from an unknown charge to the letter, the pack and back, with the server gone', async ({ page, server, complaints }) => {
      const app = await App.open(page, server.url);
      // A case that is opened again is read by the full engine, which is in the browser's copy of the page.
      await app.storedOffline();
      await server.close();
      const save = async (kind: string): Promise<string> => {
        const [saved] = await Promise.all([page.waitForEvent('download'), app.part(`export-${kind}`).click()]);
        return contentOf(saved);
      };
      await app.choose(household.files);
      await app.answered();
      const counts = await app.counts();

      await app.part('tile-explained').click();
      const row = app.part('charge-row').first();
      const sum = (await row.locator('.row-sum').innerText()).replace(/[^\d,.]/g, '');
      await row.click();
      await app.part('answer-notMine').click();
      await app.part('prepare-charge').click();

      const sheet = app.part('letter-text');
      await expect(sheet).toHaveValue(new RegExp(sum.replace('.', '\\.')));
      await expect(sheet).toHaveValue(new RegExp(words.blank));
      await app.part('detail-name').fill('見本 花子');
      await expect(sheet).toHaveValue(/見本 花子/);
      await expect(sheet).not.toHaveValue(/[{}]|undefined/);
      await app.part('letter-letter-issuer-letter').or(app.part('letter-letter-us-fcba')).click();
      await expect(sheet).toHaveValue(new RegExp(words.issuer));
      await sheet.fill('my own words');
      await app.part('refill-letter').click();
      await expect(sheet).toHaveValue(/見本 花子/);
      await app.part('copy-letter').click();
      await expect(app.part('copied')).not.toBeEmpty();

      await app.part('to-pack').click();
      // All digits are left out, and with them their column.
      await expect(app.part('pack').locator('thead th')).toHaveCount(3);
      await expect(app.part('pack')).not.toContainText('0916');
      const table = await save('csv');
      expect(table.startsWith('\ufeff"')).toBe(true);
      expect(table).toContain('••••');
      expect(table).not.toContain('0916');
      expect(await save('calendar')).toContain('RRULE:FREQ=MONTHLY\r\n');
      await app.part('redaction').click();
      await expect(app.part('pack')).toContainText('0916');
      const written = await save('case');

      await app.part('tab-files').click();
      await app.part('start-again').click();
      await app.ready();
      await app.part('file-input').setInputFiles({ name: 'mioboe.json', mimeType: 'application/json', buffer: Buffer.from(written) });
      await expect(app.part('case-notice')).toBeVisible();
      // The answer came back with the case.
      expect(await app.counts()).toEqual({ ...counts, explained: counts.explained - 1, flagged: counts.flagged + 1 });
      expect(complaints).toEqual([]);
    });
  });
}

interface Story {
  readonly name: keyof (typeof SAID)['ja'];
  readonly sum: string;
  readonly dispute: string;
  readonly first: string;
  readonly rule: string;
  readonly clocks: readonly [string, string];
}

/** What has happened in each household, what it is called, and what the person is told first: `tests/advise.rs` holds the case to the same. */
const STORIES = JSON.parse(readFileSync(join(__dirname, '../fixtures/stories/told.json'), 'utf8')) as readonly Story[];

/** What the letter to Amazon says of each, in the person's language. */
const SAID = {
  ja: { 'unknown-charge': '身に覚えのない請求です', 'double-charge': 'もう1件の請求：2026年10月19日', 'cancelled-but-charged': 'キャンセルになっています', 'account-takeover': '端末「架空タブレット」が新しく登録されています' },
  en: { 'unknown-charge': 'recognise this', 'double-charge': 'the other one: October 19, 2026', 'cancelled-but-charged': 'it was cancelled', 'account-takeover': 'The device “架空タブレット” was newly registered' },
} as const;

const longDay = { ja: new Intl.DateTimeFormat('ja', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }), en: new Intl.DateTimeFormat('en', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' }) };

for (const lang of ['ja', 'en'] as const) {
  for (const story of STORIES) {
    test.describe(`${lang}, ${story.name}`, () => {
      test.use({ locale: WORDS[lang].locale });

      test(`${story.name} in ${lang}, from drop to finished pack, with the server gone`, async ({ page, server, browser, complaints }) => {
        test.setTimeout(240_000);
        // What is new in the account is new for ninety days only, and the files do not grow older with us.
        await page.clock.setFixedTime(new Date('2026-11-24T03:00:00Z'));
        const app = await App.open(page, server.url);
        await app.part(`lang-${lang}`).click();
        await app.part('tab-settings').click();
        await app.part('region').selectOption('jp');
        await app.part('tab-results').click();
        await server.close();
        await page.context().setOffline(true);
        const save = async (kind: string): Promise<string> => {
          const [saved] = await Promise.all([page.waitForEvent('download'), app.part(`export-${kind}`).click()]);
          return contentOf(saved);
        };
        await app.drop(storyOf(story.name));
        await app.answered();

        // The charge, and what the finding means.
        await app.part('charge-row').filter({ hasText: story.sum }).first().click();
        await app.part(`about-${story.rule}`).first().click();
        await expect(app.part('catalogue')).toHaveAttribute('data-rule', story.rule);
        await app.part(`step-${story.first}`).click();
        await expect(app.part('catalogue')).toHaveAttribute('data-step', story.first);

        // The plan: the first step, both clocks, a tick and a contact.
        await app.part('tab-steps').click();
        await expect(app.part('step').first()).toHaveAttribute('data-step', story.first);
        const later = app.frame.locator('[data-testid="later-steps"] > summary');
        for (const heading of await later.all()) await heading.click();
        const call = app.frame.locator('[data-step="contact-card-issuer"]');
        // Named by the step where it is about fewer than the plan.
        const own = call.getByTestId('step-charges');
        const about = (await own.count()) ? own : app.part('plan-charges');
        await expect(about).toContainText(story.sum);
        for (const [at, from] of ['charge', 'statement'].entries()) {
          await expect(call.getByTestId(`clock-${from}`)).toContainText(longDay[lang].format(new Date(story.clocks[at] ?? '')));
        }
        // Of several charges the day is the first one's, and says so.
        if (1 < (await about.getByRole('button').count())) await expect(call.getByTestId('clock-charge')).toContainText(story.sum);
        else await expect(call.getByTestId('clock-charge')).not.toContainText(story.sum);
        await call.getByTestId('notice-came').fill('2026-11-10');
        await call.getByTestId('notice-came').blur();
        await expect(call.getByTestId('clock-statement')).toContainText(longDay[lang].format(new Date('2027-01-09')));
        await app.frame.locator('[data-step="contact-amazon"]').getByTestId('step-done').check();
        await app.part('record-contact-amazon').click();
        await app.part('contact-answer').fill('R-123');
        await app.part('contact-add').click();
        await expect(app.part('contact')).toContainText('R-123');

        // The letters, with nothing left open but what only the person knows.
        await app.part('prepare-contact-amazon').click();
        await expect(app.part('dispute')).toHaveValue(story.dispute);
        await app.part('detail-name').fill('見本 花子');
        await app.part('detail-contact').fill('hanako@example.jp');
        const sheet = app.part('letter-text');
        await expect(sheet).toHaveValue(new RegExp(story.sum));
        expect(await sheet.inputValue()).toContain(SAID[lang][story.name]);
        for (const letter of await app.frame.locator('[data-testid^="letter-letter-"]').all()) {
          await letter.click();
          await expect(sheet).not.toHaveValue(/[{}]|undefined|\bnone\b|＿＿＿.*＿＿＿.*＿＿＿/);
          await expect(sheet).toHaveValue(/見本 花子/);
          // Its parts stand apart, also in the built page.
          await expect(sheet).toHaveValue(/\S\n\n\S/);
        }
        await app.part('letter-letter-issuer-letter').click();
        await expect(sheet).toHaveValue(/R-123/);
        await expect(sheet).toHaveValue(new RegExp(WORDS[lang].issuer));

        // The pack: redacted as it is shown, with the days of the case in it.
        await app.part('to-pack').click();
        await expect(app.part('redaction')).toBeChecked();
        await expect(app.part('pack')).toContainText(story.sum);
        await expect(app.part('timeline')).toContainText('R-123');
        await expect(app.part('pack')).not.toContainText('enavi202611');
        expect(await save('csv')).toContain(story.sum.replace(',', ''));
        const reminders = await save('calendar');
        expect(reminders).toContain(`DTSTART;VALUE=DATE:${story.clocks[0].replaceAll('-', '')}`);
        expect(reminders).toContain('DTSTART;VALUE=DATE:20270109');
        expect(reminders).toContain('RRULE:FREQ=MONTHLY');
        expect(JSON.parse(await save('case'))).toMatchObject({ mioboeCase: 3, redacted: true, contacts: [{ day: '2026-11-24', answer: 'R-123' }] });
        await app.inside.evaluate(() => (window.print = () => void (document.body.dataset['printed'] = 'yes')));
        await app.part('export-print').click();
        expect(await app.inside.evaluate(() => document.body.dataset['printed'])).toBe('yes');
        const printed = (await sheetsOf((await paperOf(app, browser, 'light')).pdf, browser)).flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
        expect(printed).toContain(story.sum);
        expect(printed).toContain('R-123');
        expect(await app.inside.locator('input[type="password"]').count()).toBe(0);
        expect(complaints).toEqual([]);
      });
    });
  }
}

test('a charge made twice is disputed as that, beside the one that is right', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('lang-ja').click();
  await app.part('example').click();
  await app.answered();
  await app.part('charge-row').filter({ hasText: '2,780' }).first().click();
  await app.part('prepare-charge').click();
  await expect(app.part('dispute')).toHaveValue('charged-twice');
  await expect(app.part('letter-text')).toHaveValue(/10月21日.*2,780[\s\S]*もう1件の請求：2026年10月20日/);
  await app.part('dispute').selectOption('wrong-amount');
  await expect(app.part('letter-text')).not.toHaveValue(/もう1件の請求/);
});

test('a damaged case file is said to be one', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('file-input').setInputFiles({ name: 'mioboe.json', mimeType: 'application/json', buffer: Buffer.from('{"mioboeCase":1,"report":{}}') });
  await expect(app.part('failure')).toBeVisible();
  await app.ready();
});

test('what was seen is remembered, and the next time shows what is new', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  const [earlier = '', ...others] = household.files;
  await app.part('tab-settings').click();
  await app.part('keep').click();
  // The result itself goes with the page.
  await app.part('keep-case').uncheck();
  await app.part('tab-results').click();
  await app.choose([earlier]);
  await app.answered();
  await expect(app.part('toggle-new')).toHaveCount(0);
  await expect(app.part('answer')).toBeVisible();
  await page.reload();
  await app.ready();
  await app.choose([earlier, ...others.filter((file) => file.endsWith('.csv'))]);
  await app.answered();
  const all = await app.part('charge-row').count();
  await app.part('toggle-new').click();
  expect(await app.part('charge-row').count()).toBeLessThan(all);
  expect(await app.part('charge-row').count()).toBeGreaterThan(0);
});

/** The household that looks again a month later. */
const MONTHLY = storyOf('monthly-check');
const MONTHLY_SAID = {
  ja: { late: '11月3日(火)までに明細に載るはず', waiting: '11月30日(月)ごろまで', since: '10月28日(水)の請求から', next: '11月28日(土)', place: 'Refund Details.csv の2行目' },
  en: { late: 'by Tue, Nov 3', waiting: 'by about Mon, Nov 30', since: 'Since the charge of Wed, Oct 28', next: 'Sat, Nov 28', place: 'Refund Details.csv, line 2' },
} as const;

for (const lang of ['ja', 'en'] as const) {
  test.describe(`${lang}, month by month`, () => {
    test.use({ locale: WORDS[lang].locale });

    test.beforeEach(async ({ page }) => page.clock.setFixedTime(new Date('2026-11-24T03:00:00Z')));

    test(`the monthly check in ${lang} says what is new, what has not come back, which price changed and what renews`, async ({ page, server }) => {
      const app = await App.open(page, server.url);
      await app.part(`lang-${lang}`).click();
      await app.part('tab-settings').click();
      await app.part('region').selectOption('jp');
      await app.part('keep').click();
      await app.part('keep-case').uncheck();
      await app.part('tab-results').click();
      await app.choose(MONTHLY.filter((file) => !file.endsWith('enavi202612.csv')));
      await app.answered();
      await expect(app.part('monthly-new')).toHaveCount(0);
      // Its day has passed, and the statement of that day is not there yet: nobody can say that it is late.
      await expect(app.part('refunds-to-come').locator('li').first()).toHaveAttribute('data-state', 'unseen');
      await page.reload();
      await app.ready();
      await app.choose(MONTHLY);
      await app.answered();

      const said = MONTHLY_SAID[lang];
      const coming = app.part('refunds-to-come').locator('li');
      await expect(coming).toHaveCount(2);
      await expect(coming.nth(0)).toContainText('2,480');
      await expect(coming.nth(0)).toContainText(said.late);
      await expect(coming.nth(1)).toContainText('5,600');
      await expect(coming.nth(1)).toContainText(said.waiting);
      await expect(app.part('price-changes').locator('li')).toHaveCount(1);
      await expect(app.part('price-changes')).toContainText('¥490 → ¥590');
      await expect(app.part('price-changes')).toContainText(said.since);
      await expect(app.part('renewals').locator('li').first()).toContainText(said.next);
      await expect(app.part('renewals').locator('li').first()).toContainText('590');

      await app.part('monthly-new').click();
      await expect(app.part('toggle-new')).toHaveAttribute('aria-pressed', 'true');
      await expect(app.part('charge-row')).toHaveCount(3);
      await app.part('toggle-new').click();

      // Down to the line of the person's own file, and to the articles of the parcel.
      await coming.nth(0).getByRole('button').click();
      await expect(app.part('refund-records')).toContainText(said.place);
      await app.part('close-detail').click();
      await app.part('charge-row').filter({ hasText: '1,650' }).click();
      await expect(app.part('other-items')).toContainText('見本ノート A5 5冊');
      await app.part('close-detail').click();

      await app.part('tab-steps').click();
      for (const heading of await app.frame.locator('[data-testid="later-steps"] > summary').all()) await heading.click();
      await expect(app.frame.locator('[data-step="monthly-check"]').getByTestId('refunds-to-come')).toBeVisible();
    });

    test(`all clear in ${lang} is a screen of its own, with what is still to come`, async ({ page, server }) => {
      const app = await App.open(page, server.url);
      await app.part(`lang-${lang}`).click();
      const without = (file: string, what: RegExp) => ({ name: basename(file), mimeType: 'text/csv', buffer: Buffer.from(readFileSync(file, 'utf8').split('\n').filter((line) => !what.test(line)).join('\n')) });
      await app.part('file-input').setInputFiles(MONTHLY.map((file) => without(file, /DOWNLOADS|^2026-10-20.*0000103/)));
      await app.answered();
      await expect(app.part('all-clear')).toBeVisible();
      await expect(app.part('all-clear').getByTestId('refunds-to-come')).toContainText('5,600');
      await expect(app.part('all-clear').getByTestId('renewals')).toContainText('600');
      await expect(app.part('price-changes')).toHaveCount(0);
      await expect(app.part('monthly')).toHaveCount(1);
    });
  });
}

test('who holds a card is said in the settings, and never with a whole number', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('tab-settings').click();
  await app.part('member-name').fill('見本 花子');
  await app.part('member-cards').fill('4111111111111111');
  await app.part('member-add').click();
  await expect(app.part('member-cards')).toHaveValue('');
  await expect(app.frame.locator('.members li')).toHaveCount(0);
  await app.part('member-cards').fill('1111');
  await app.part('member-cards').press('Enter');
  await expect(app.frame.locator('.members li')).toHaveCount(1);
});

test('text can be put into a box where the clipboard may not be read', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('paste').click();
  await app.part('paste-text').fill('利用日,利用店名,利用金額\n2026/10/13,AMAZON.CO.JP,3980\n');
  await app.part('paste-check').click();
  await app.answered();
  await expect(app.part('paste-box')).toHaveCount(0);
  await expect(app.part('charge-row')).toHaveCount(1);
});
