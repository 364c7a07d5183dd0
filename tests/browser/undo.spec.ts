//! Whatever a person does to the case can be taken back. Answers, ticks, removed files and starting again have their tests beside what they belong to.

import { App } from './app';
import { calmHousehold, caseOf, mailOf, unknownTable } from './cases';
import { expect, test } from './fixtures';

const household = caseOf('typical-01-rakuten');

async function openCase(app: App): Promise<void> {
  await app.choose(household.files);
  await app.answered();
}

test('files that were added', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await openCase(app);
  const before = await app.counts();
  await app.part('tab-files').click();
  await app.part('add-file-input').setInputFiles(calmHousehold());
  await expect(app.part('toast')).toContainText('新しい請求3件');
  await app.part('tab-results').click();
  await expect.poll(() => app.counts()).not.toEqual(before);
  // What was said of it went with the view; the way back did not.
  await expect(app.part('toast')).toHaveCount(0);
  await app.part('undo-last').click();
  await expect.poll(() => app.counts()).toEqual(before);
  await expect(app.part('undo-last')).toHaveCount(0);
});

for (const [width, height] of [[390, 844], [1280, 900]] as const) {
  test(`what is said of an answer covers nothing that comes next, ${width} px wide`, async ({ page, server }) => {
    await page.setViewportSize({ width, height });
    const app = await App.open(page, server.url);
    await openCase(app);
    await app.part('charge-row').first().click();
    await app.part('answer-notMine').click();
    await expect(app.part('misuse')).toBeVisible();
    const toast = await app.part('toast').boundingBox();
    if (!toast) throw new Error('nothing is said of the answer');
    const next = app.frame.locator('.answers button, .misuse :is(summary, button), [data-testid="prepare-charge"], [data-testid="close-detail"], .tabs button');
    for (const one of await next.all()) {
      const box = await one.boundingBox();
      if (!box) continue;
      const isApart = box.y + box.height <= toast.y || toast.y + toast.height <= box.y || box.x + box.width <= toast.x || toast.x + toast.width <= box.x;
      expect(isApart, await one.innerText()).toBe(true);
    }
    await app.part('close-detail').click();
    await expect(app.part('toast')).toHaveCount(0);
    await app.part('undo-last').click();
    await expect(app.frame.locator('[data-group="notMine"]')).toHaveCount(0);
  });
}

test('a member of the household, added and removed', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('tab-settings').click();
  const members = app.frame.locator('.members li');
  await app.part('member-name').fill('見本 花子');
  await app.part('member-cards').fill('1111');
  await app.part('member-add').click();
  await expect(members).toHaveCount(1);
  await app.part('undo').click();
  await expect(members).toHaveCount(0);
  await app.part('member-name').fill('見本 花子');
  await app.part('member-cards').fill('1111');
  await app.part('member-add').click();
  await members.getByRole('button').click();
  await expect(members).toHaveCount(0);
  await app.part('undo').click();
  await expect(members).toHaveCount(1);
});

test('a contact, written down and removed', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await openCase(app);
  await app.part('tab-steps').click();
  await app.part('contact-whom').fill('Amazon');
  await app.part('contact-add').click();
  await expect(app.part('contact')).toHaveCount(1);
  await app.part('undo').click();
  await expect(app.part('contact')).toHaveCount(0);
  await app.part('contact-whom').fill('Amazon');
  await app.part('contact-add').click();
  await app.part('contact').getByRole('button').click();
  await expect(app.part('contact')).toHaveCount(0);
  await app.part('undo').click();
  await expect(app.part('contact')).toHaveCount(1);
});

test('a letter put back as it was filled in', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await openCase(app);
  await app.part('charge-row').first().click();
  await app.part('prepare-charge').click();
  await app.part('letter-text').fill('私の言葉');
  await app.part('refill-letter').click();
  await expect(app.part('letter-text')).not.toHaveValue('私の言葉');
  await app.part('undo').click();
  await expect(app.part('letter-text')).toHaveValue('私の言葉');
});

test('what the columns of a table were said to be', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.part('file-input').setInputFiles(unknownTable());
  await expect(app.part('mapper')).toBeVisible({ timeout: 30_000 });
  for (const at of [0, 1, 2, 3]) await app.part(`role-${at}`).selectOption('');
  await app.part('role-0').selectOption('date');
  await app.part('role-1').selectOption('merchant');
  await app.part('role-2').selectOption('amount');
  await app.part('mapper-use').click();
  await app.answered();
  await app.part('undo').click();
  await expect(app.part('mapper')).toBeVisible();
  await expect(app.part('answer')).toHaveCount(0);
});

test('that something was entered after a mail', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await app.choose([mailOf('dangerous-ja')]);
  await app.part('open-mail').click();
  await app.part('mail-entered').click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#/steps');
  await app.part('undo').click();
  await page.goBack();
  await expect(app.part('mail-entered')).toBeVisible();
});

test('one after the other, with the key', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await openCase(app);
  const before = await app.counts();
  await app.part('charge-row').first().click();
  await app.part('answer-me').click();
  await app.part('answer-notMine').click();
  await app.part('answer-family').click();
  await app.part('close-detail').click();
  const settled = async (): Promise<number> => (await app.counts()).flagged;
  await expect.poll(settled).toBe(before.flagged - 1);
  await page.keyboard.press('z');
  await expect.poll(settled).toBe(before.flagged);
  await page.keyboard.press('z');
  await expect.poll(settled).toBe(before.flagged - 1);
  await page.keyboard.press('z');
  await expect.poll(() => app.counts()).toEqual(before);
});
