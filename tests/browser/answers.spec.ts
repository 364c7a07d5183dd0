//! What an answer changes on the screen, and where the person is afterwards.

import { App } from './app';
import { caseOf, storyOf } from './cases';
import { expect, test } from './fixtures';

const household = caseOf('typical-03-epos');

async function opened(app: App, files: readonly string[]): Promise<void> {
  await app.choose(files);
  await app.answered();
}

for (const answer of ['me', 'family'] as const) {
  test(`"${answer}" ends the alarm: the finding is folded, nothing is to be prepared, and the list has another title`, async ({ page, server }) => {
    const app = await App.open(page, server.url);
    await opened(app, storyOf('unknown-charge'));
    const row = app.frame.locator('.charge-row[data-group="flagged"]').first();
    const id = await row.getAttribute('data-charge-id');
    const title = await row.locator('.row-brief').innerText();
    await row.click();
    const finding = app.part('charge-detail').locator('.finding[data-level="flag"]');
    await expect(finding.first()).toBeVisible();
    await expect(app.part('prepare-charge')).toBeVisible();
    await app.part(`answer-${answer}`).click();
    await expect(app.part('settled-findings')).toBeVisible();
    await expect(finding.first()).toBeHidden();
    await expect(app.part('prepare-charge')).toHaveCount(0);
    await expect(app.frame.locator(`[data-charge-id="${id ?? ''}"] .row-brief`)).not.toHaveText(title);
    // It can still be read.
    await app.part('settled-findings').locator('summary').click();
    await expect(finding.first()).toBeVisible();
  });
}

test('what is owed for the own purchase stays to be asked for', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  await opened(app, storyOf('double-charge'));
  await app.frame.locator('.charge-row[data-group="flagged"]').first().click();
  await app.part('answer-me').click();
  await expect(app.part('answer-me')).toHaveAttribute('aria-pressed', 'true');
  await expect(app.part('charge-detail').locator('.finding[data-level="flag"]').first()).toBeVisible();
  await expect(app.part('prepare-charge')).toBeVisible();
  await expect(app.part('settled-findings')).toHaveCount(0);
});

for (const back of ['the button', 'the browser'] as const) {
  test(`after an answer on a phone, back by ${back} leads to where the row was`, async ({ page, server }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const app = await App.open(page, server.url);
    await opened(app, household.files);
    const flagged = app.frame.locator('.charge-row[data-group="flagged"]');
    const before = await flagged.count();
    expect(before).toBeGreaterThan(2);
    const first = flagged.nth(1);
    const next = await flagged.nth(2).getAttribute('data-charge-id');
    const id = (await first.getAttribute('data-charge-id')) ?? '';
    await first.click();
    await app.part('answer-me').click();
    await expect(flagged).toHaveCount(before - 1);
    if (back === 'the button') await app.part('close-detail').click();
    else await page.goBack();
    await expect(app.part('charge-detail')).toHaveCount(0);
    const after = app.frame.locator(`[data-charge-id="${next ?? ''}"]`);
    await expect(after).toBeInViewport();
    if (back === 'the button') await expect(after).toBeFocused();
    // The answered one stands far below by now.
    await expect(app.frame.locator(`[data-charge-id="${id}"]`)).not.toBeInViewport();
  });
}

test('a charge that was only looked at has the focus again', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = await App.open(page, server.url);
  await opened(app, household.files);
  const row = app.part('charge-row').nth(3);
  await row.click();
  await app.part('close-detail').click();
  await expect(row).toBeFocused();
});

test('after everything was forgotten the first screen is a press away, 390 px wide', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const app = await App.open(page, server.url);
  await opened(app, household.files);
  await app.part('tab-settings').click();
  await app.part('forget').click();
  await app.part('forget-confirm').click();
  await expect(app.part('forgotten')).toBeVisible();
  await expect(app.part('to-first')).toBeInViewport();
  await app.part('to-first').click();
  await app.ready();
});

test('the call to an American issuer tells a stand-in from the day of the law', async ({ page, server }) => {
  // Sixty days after the charge of October 27 have passed.
  await page.clock.setFixedTime(new Date('2027-01-20T03:00:00Z'));
  const app = await App.open(page, server.url);
  await app.part('lang-en').click();
  await app.part('tab-settings').click();
  await app.part('region').selectOption('us');
  await app.part('tab-results').click();
  await opened(app, storyOf('unknown-charge'));
  await app.frame.locator('.charge-row[data-group="flagged"]').first().click();
  await app.part('answer-notMine').click();
  await app.part('tab-steps').click();
  const call = app.frame.locator('[data-step="contact-card-issuer"]');
  await expect(call.locator('.due')).toContainText('Write today all the same');
  await expect(call.locator('.due')).toContainText('may have run out or not');
  await expect(call.locator('.due')).not.toContainText('2027');
  await expect(call.getByTestId('clock-statement')).toContainText('which has passed');
  await call.getByTestId('notice-came').fill('2026-12-10');
  await call.getByTestId('notice-came').blur();
  await expect(call.locator('.due')).toContainText('Your letter should arrive by');
  await expect(call.locator('.due')).toContainText('February 8, 2027');
});
