//! Every view of the app, one after the other, for whoever has to look at all of them.

import { App } from './app';
import { calmHousehold, caseOf, mailOf, unknownTable } from './cases';
import { expect } from './fixtures';

const household = caseOf('typical-01-rakuten');

/** A view of the open case, by the address that leads to it. */
const WITH_CASE = [
  ['results', '/'],
  ['pictures', '/pictures'],
  ['steps', '/steps'],
  ['prepare', '/prepare//'],
  ['pack', '/pack'],
  ['files', '/files'],
  ['settings', '/settings'],
  ['help', '/help'],
  ['texts', '/texts'],
  ['catalogue', '/rules'],
  ['rule', '/rules/no-order'],
  ['step', '/steps/contact-amazon'],
] as const;

type Look = (view: string) => Promise<void>;

/** As a link inside the page leads there. */
export async function to(app: App, hash: string): Promise<void> {
  await app.page.evaluate((address) => {
    location.hash = address;
  }, hash);
  await settled(app);
}

/** Two frames after the last word of the host nothing moves any more. */
export async function settled(app: App): Promise<void> {
  await app.inside.evaluate(async () => {
    await document.fonts.ready;
    for (let frames = 0; frames < 3; frames += 1) await new Promise((next) => requestAnimationFrame(next));
  });
}

/** Stands the page at its first screen, whatever was open. */
async function anew(app: App, url: string): Promise<void> {
  await app.page.goto('about:blank');
  await App.open(app.page, url);
  await settled(app);
}

/** What is there before any file, and what a household with all kinds of charges leads to. */
export async function everyViewOfACase(app: App, look: Look): Promise<void> {
  await settled(app);
  await look('first');
  await app.choose(household.files);
  await app.answered();
  for (const [view, hash] of WITH_CASE) {
    await to(app, hash);
    await expect(app.frame.locator('main h1').first()).toBeVisible();
    await look(view);
  }
  await to(app, '/');
  await app.part('charge-row').first().click();
  await expect(app.part('charge-detail')).toBeVisible();
  await app.part('answer-notMine').click();
  await expect(app.part('misuse')).toBeVisible();
  await app.part('hush').click();
  await settled(app);
  await look('charge');
  await app.part('close-detail').click();
  await app.page.keyboard.press('?');
  await expect(app.part('keys')).toBeVisible();
  await look('keys');
  await app.page.keyboard.press('Escape');
}

/** What only some files lead to, and what leads on without any. */
export async function everyOtherView(app: App, url: string, look: Look): Promise<void> {
  await app.part('file-input').setInputFiles(calmHousehold());
  await expect(app.part('all-clear')).toBeVisible();
  await settled(app);
  await look('all-clear');

  await anew(app, url);
  await app.choose(household.files.filter((file) => file.endsWith('.csv')).slice(0, 1));
  await app.answered();
  await settled(app);
  await look('statements-alone');

  await anew(app, url);
  await app.choose([mailOf('dangerous-ja')]);
  await expect(app.part('mail-card')).toBeVisible({ timeout: 30_000 });
  await settled(app);
  await look('mails');
  await app.part('open-mail').click();
  await expect(app.part('mail-reasons')).toBeVisible();
  await settled(app);
  await look('mail');

  await anew(app, url);
  await app.part('file-input').setInputFiles(unknownTable());
  await expect(app.part('mapper')).toBeVisible({ timeout: 30_000 });
  await settled(app);
  await look('mapper');

  await anew(app, url);
  await app.part('file-input').setInputFiles({ name: 'notes.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2, 3]) });
  await expect(app.part('empty')).toBeVisible({ timeout: 30_000 });
  await settled(app);
  await look('unreadable');

  await anew(app, url);
  await app.part('one-amount').fill('600');
  await app.part('one-text').fill('AMAZON.CO.JP');
  await app.part('one-check').click();
  await expect(app.part('one-answer')).toBeVisible({ timeout: 30_000 });
  await settled(app);
  await look('one-charge');

  await anew(app, url);
  await app.part('notice-text').fill('AMAZON.CO.JP 3,980円');
  await app.part('notice-check').click();
  await expect(app.part('confirm-rows')).toBeVisible({ timeout: 30_000 });
  await settled(app);
  await look('rows-to-confirm');

  await anew(app, url);
  await app.part('paste').click();
  await expect(app.part('paste-box')).toBeVisible();
  await look('paste-box');
}
