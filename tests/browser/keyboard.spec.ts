//! The keyboard is enough: Tab reaches everything once and in order, where it is can be seen, and the focus comes back from where it was sent.

import { App } from './app';
import { caseOf } from './cases';
import { expect, test } from './fixtures';
import { everyOtherView, everyViewOfACase, settled } from './walk';

const household = caseOf('typical-01-rakuten');

/** What a walk by Tab came to, by number in the document; `faults` in words. */
interface Walk {
  readonly reachable: number;
  readonly reached: number;
  readonly faults: readonly string[];
}

/** Puts numbers on everything that Tab should reach, in the order of the document. A box that is open has the keys to itself. */
function numberAll(): number {
  for (const element of document.querySelectorAll<HTMLElement>('[data-tab-at]')) delete element.dataset['tabAt'];
  const root = document.querySelector('dialog[open]') ?? document.querySelector('mioboe-app');
  const all = [...(root?.querySelectorAll<HTMLElement>('button, summary, select, input, textarea, [tabindex]') ?? [])].filter(
    // Of choices that exclude each other one is a stop; arrows go to the others.
    (element) => 0 <= element.tabIndex && !element.closest('[inert]') && !element.matches(':disabled, [type="radio"]:not(:checked)') && element.checkVisibility({ visibilityProperty: true }),
  );
  for (const [at, element] of all.entries()) element.dataset['tabAt'] = String(at);
  return all.length;
}

/** The number of what has the focus, and what is wrong with how it is shown. */
function where(): { at: number; fault: string | null } {
  const element = document.activeElement as HTMLElement | null;
  const at = Number(element?.dataset['tabAt'] ?? -1);
  if (!element || at < 0) return { at: -1, fault: null };
  const name = `<${element.localName}> "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}" in ${element.closest('[data-testid]')?.getAttribute('data-testid') ?? ''}`;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  // Parts of a picture have a line of their own around them.
  const hit = element.querySelector('.hit');
  const hasRing = hit ? getComputedStyle(hit).stroke !== 'none' : outlineStyle !== 'none' && 2 <= Number.parseFloat(outlineWidth);
  if (!hasRing) return { at, fault: `no ring around ${name}` };
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  // Of something taller than the window any part will do.
  const y = Math.max(box.top, 0) / 2 + Math.min(box.bottom, window.innerHeight) / 2;
  if (box.bottom <= 0 || window.innerHeight <= box.top) return { at, fault: `out of sight: ${name}` };
  const top = document.elementFromPoint(x, y);
  if (top && (element.contains(top) || top.contains(element) || (element.closest('label') ?? element.closest('svg'))?.contains(top))) return { at, fault: null };
  return { at, fault: `${name} is hidden under ${top ? `<${top.localName} class="${top.className}">` : 'nothing'}` };
}

async function walk(app: App): Promise<Walk> {
  const reachable = await app.inside.evaluate(numberAll);
  await app.inside.evaluate(() => {
    window.scrollTo(0, 0);
    (document.querySelector<HTMLElement>('dialog[open] [data-tab-at="0"]') ?? document.querySelector<HTMLElement>('[data-tab-at="0"]'))?.focus();
  });
  const faults: string[] = [];
  let last = 0;
  // A field for a day has three parts, each with a stop of its own.
  for (let presses = 0; presses < reachable * 3; presses += 1) {
    await app.page.keyboard.press('Tab');
    const { at, fault } = await app.inside.evaluate(where);
    if (at === -1 || at === 0) break;
    if (fault) faults.push(fault);
    if (at === last) continue;
    if (at !== last + 1) faults.push(`from stop ${last} to ${at}`);
    last = at;
  }
  return { reachable, reached: last + 1, faults };
}

for (const width of [390, 1280] as const) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } });

    const look = (app: App) => async (view: string): Promise<void> => {
      const { reachable, reached, faults } = await walk(app);
      expect.soft(faults, view).toEqual([]);
      expect.soft(reached, `${view}: what Tab reaches`).toBe(reachable);
    };

    test('Tab goes through every view of a case', async ({ page, server }) => {
      test.setTimeout(240_000);
      const app = await App.open(page, server.url);
      await everyViewOfACase(app, look(app));
    });

    test('Tab goes through every other view', async ({ page, server }) => {
      test.setTimeout(240_000);
      const app = await App.open(page, server.url);
      await everyOtherView(app, server.url, look(app));
    });

    test('the focus comes back from every box and from every charge', async ({ page, server }) => {
      const app = await App.open(page, server.url);
      const focused = () => app.inside.evaluate(() => document.activeElement?.getAttribute('data-charge-id') ?? document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.id ?? '');
      await app.part('paste').focus();
      await page.keyboard.press('Enter');
      await expect(app.part('paste-box')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect.poll(focused).toBe('paste');

      await app.choose(household.files);
      await app.answered();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      const second = (await app.part('charge-row').nth(1).getAttribute('data-charge-id')) ?? '';
      await expect.poll(focused).toBe(second);
      await page.keyboard.press('k');
      await page.keyboard.press('j');
      await page.keyboard.press('?');
      await expect(app.part('keys')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect.poll(focused).toBe(second);
      await page.keyboard.press('Enter');
      await expect(app.part('charge-detail')).toBeVisible();
      await page.keyboard.press('j');
      const third = (await app.part('charge-row').nth(2).getAttribute('data-charge-id')) ?? '';
      await expect.poll(() => decodeURIComponent(new URL(page.url()).hash)).toBe(`#/charge/${third}`);
      await page.keyboard.press('Escape');
      await expect(app.part('charge-detail')).toBeHidden();
      await expect.poll(focused).toBe(third);
      await page.keyboard.press('/');
      await expect.poll(focused).toBe('search');
      await app.part('search').pressSequentially('かれんだー');
      await expect(app.part('charge-row').filter({ hasText: 'Amazon Pay' })).toHaveCount(0);
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await expect.poll(focused).toBe((await app.part('charge-row').first().getAttribute('data-charge-id')) ?? '');
    });

    test('the first stop leads past the heading', async ({ page, server }) => {
      const app = await App.open(page, server.url);
      await app.inside.evaluate(() => window.focus());
      await settled(app);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await expect(app.frame.locator('main :is(button, textarea, input):visible').first()).toBeFocused();
    });
  });
}
