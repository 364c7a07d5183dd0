//! A site that wants to read what the person put into its widget: it changes its own browser before the widget comes, and gets nothing.

import { caseOf } from './cases';
import { Widget } from './embed';
import { expect, test } from './fixtures';
import { FORGE, hostileSite, OWN_REALM, secretsOf, siteWithImpostor, WALK } from './hostile';
import { serve } from './server';

const household = caseOf('typical-01-rakuten');

test('in the widget it catches none of the rows, by any of its ways', async ({ page }) => {
  const site = await hostileSite();
  await page.goto(site.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(household.files);
  await widget.part('charge-row').first().click();
  await expect(widget.part('charge-detail')).toBeVisible();
  const [hasFrame, got] = (await page.evaluate(WALK)) as [boolean, string[]];
  expect(hasFrame).toBe(true);
  expect(got).toEqual([]);
  // Heights are round numbers, and so are some sums.
  const caught = ((await page.evaluate('window.caught')) as string[]).join('\n').replace(/"height":\d+/g, '');
  // It does hear something: what every site hears.
  expect(caught).toContain('summary');
  for (const secret of secretsOf(household)) expect(caught, secret).not.toContain(secret);
  await site.close();
});

test('the same site catches them all where the rows come into its own realm', async ({ page }) => {
  const site = await serve({ headers: 'bare', instead: new Map([['/index.html', OWN_REALM]]) });
  await page.goto(site.url);
  await page.locator('input').setInputFiles(household.files.filter((file) => !file.endsWith('.zip')));
  await expect(page.locator('output')).not.toBeEmpty();
  const caught = ((await page.evaluate('window.caught')) as string[]).join('\n');
  // The statement is in an encoding of its own, but digits are digits.
  expect(secretsOf(household).filter((secret) => /^\d+$/.test(secret) && caught.includes(secret)).length).toBeGreaterThan(5);
  await site.close();
});

test('words that are not from the frame, or not of this version, are not heard', async ({ page }) => {
  const site = await hostileSite();
  await page.goto(site.site.url);
  const widget = new Widget(page);
  await widget.ready();
  const heard = page.locator('#heard');
  await expect(heard).toContainText('ready');
  const before = await heard.innerText();
  expect(await page.evaluate(FORGE)).toBe('[]');
  await expect(widget.app.locator('html')).toHaveAttribute('lang', 'ja');
  expect((await heard.innerText()).replace(/resize.*\n?/g, '')).toBe(before.replace(/resize.*\n?/g, ''));
  await site.close();
});

test('a frame that speaks another version gets no channel', async ({ page }) => {
  const site = await siteWithImpostor();
  await page.goto(site.site.url);
  await expect.poll(() => page.evaluate(`caught.includes('mioboe:widget')`)).toBe(true);
  await page.waitForTimeout(1000);
  await expect(page.locator('#heard')).toBeEmpty();
  await site.close();
});
