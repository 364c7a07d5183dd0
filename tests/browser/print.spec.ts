//! What comes out of the printer: whole rows on numbered A4 pages, nothing cut off, nothing over another, nothing personal unless asked for.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, TestInfo } from '@playwright/test';

import { App } from './app';
import { caseOf, storyOf } from './cases';
import { expect, test } from './fixtures';
import { paperOf, type Piece, type Sheet, sheetsOf } from './paper';

/** The margin of `print.css` in points, less what the typefaces stand over. */
const MARGIN = 18 * (72 / 25.4) - 1;

const CASES = { household: caseOf('typical-01-rakuten').files, takeover: storyOf('account-takeover'), twice: storyOf('double-charge') } as const;
/** The last digits of the household's card. */
const CARD = '0916';

const LOCALES = { ja: 'ja-JP', en: 'en-GB' } as const;

/** Signs that share their drawing with another, so that a PDF may name either: of these radicals Unicode gives no plain form. */
const TWINS: Readonly<Record<string, string>> = { '⻑': '長', '⺠': '民', '⻄': '西', '⻘': '青', '⻝': '食', '⻩': '黄', '⺟': '母', '⻣': '骨', '⻆': '角', '‧': '・', '·': '・' };

/** Spaces stand differently on paper. */
function solid(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b]+/g, '').replace(/[⺀-⻿‧·]/g, (sign) => TWINS[sign] ?? sign);
}

function textOf({ pieces }: Sheet): string {
  return solid(pieces.map(({ text }) => text).join(''));
}

/** Below the lower margin there is the number and nothing else. */
function isNumber({ bottom }: Piece): boolean {
  return bottom < MARGIN;
}

/** Not on one line: there brackets may reach into the space of their neighbours. */
function areOverEachOther(one: Piece, other: Piece): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom + one.size, other.bottom + other.size) - Math.max(one.bottom, other.bottom);
  return 0.5 < Math.abs(one.bottom - other.bottom) && 2 < wide && 0.4 * Math.min(one.size, other.size) < high;
}

async function print(app: App, browser: Browser, view: string, info: TestInfo): Promise<Sheet[]> {
  const { pdf, colours } = await paperOf(app, browser, 'dark');
  writeFileSync(join(info.outputDir, '..', `${info.title.replace(/\W+/g, '-')}-${view}.pdf`), pdf);
  expect(colours, 'a dark screen prints as a light one').toBe((await paperOf(app, browser, 'light')).colours);
  const sheets = await sheetsOf(pdf, browser);
  const headings = (await app.inside.locator(':is(h1, h2, h3):visible').allInnerTexts()).map(solid);
  for (const [at, sheet] of sheets.entries()) {
    const where = `${view}, page ${at + 1}`;
    expect([Math.round(sheet.width), Math.round(sheet.height)], where).toEqual([595, 842]);
    const words = sheet.pieces.filter((piece) => !isNumber(piece));
    expect(solid(sheet.pieces.filter(isNumber).map(({ text }) => text).join('')), where).toBe(`${at + 1}/${sheets.length}`);
    expect(words.length, `${where} is not empty`).toBeGreaterThan(0);
    expect(words.filter(({ left, right, bottom, size }) => left < MARGIN || sheet.width - MARGIN < right || sheet.height - MARGIN < bottom + size / 2), `${where}: outside the margins`).toEqual([]);
    const over = words.flatMap((one, nth) => words.slice(nth + 1).filter((other) => areOverEachOther(one, other)).map((other) => `${one.text} | ${other.text}`));
    expect(over, `${where}: over each other`).toEqual([]);
    const [last] = [...words].sort((a, b) => a.bottom - b.bottom);
    expect(headings, `${where} does not end with a heading`).not.toContain(solid(last?.text ?? ''));
  }
  return sheets;
}

for (const lang of ['ja', 'en'] as const) {
  for (const [name, files] of Object.entries(CASES)) {
    test.describe(lang, () => {
      test.use({ locale: LOCALES[lang], colorScheme: 'dark' });

      test(`${name} on paper in ${lang}`, async ({ page, server, browser }, info) => {
        test.setTimeout(240_000);
        const app = await App.open(page, server.url);
        await app.part(`lang-${lang}`).click();
        await app.choose(files);
        await app.answered();
        const first = await print(app, browser, 'results', info);

        await app.part('to-pictures').click();
        await expect(app.part('pictures')).toBeVisible();
        await print(app, browser, 'pictures', info);

        await app.part('tab-steps').click();
        const plan = solid((await print(app, browser, 'steps', info)).map(textOf).join(''));
        expect(plan).not.toContain(solid(await app.part('keep-line').innerText()));
        // Paper cannot be unfolded.
        for (const line of await app.frame.locator('[data-testid^="how-"] li').evaluateAll((lines) => lines.map(({ textContent }) => textContent ?? ''))) {
          expect(plan).toContain(solid(line));
        }

        // It may wait under its heading.
        for (const heading of await app.frame.locator('[data-testid="later-steps"] > summary').all()) await heading.click();
        await app.part('prepare-contact-amazon').first().click();
        const letter = solid(await app.part('letter-text').inputValue());
        expect((await print(app, browser, 'letter', info)).map(textOf).join('').replaceAll(/\d+\/\d+/g, '')).toContain(letter.replaceAll(/\d+\/\d+/g, ''));

        await app.part('to-pack').click();
        const asked = await print(app, browser, 'pack', info);
        expect(asked.map(textOf).join(''), 'printed from the result it is the same sheet').toBe(first.map(textOf).join(''));
        await app.part('scope-amazon').click();
        const rows = (await app.frame.locator('.pack tbody').allInnerTexts()).map(solid);
        expect(rows.length).toBeGreaterThan(0);
        const sheets = (await print(app, browser, 'pack-all', info)).map(textOf);
        for (const row of rows) expect(sheets.filter((text) => text.includes(row)).length, `${row} stands whole on a page`).toBeGreaterThan(0);
        const all = sheets.join('');
        // A column of nothing but dots would say nothing; the file's own name is personal everywhere.
        const columns = app.frame.locator('.pack thead th');
        await expect(columns).toHaveCount(3);
        expect(all).not.toContain(CARD);
        expect(all).not.toMatch(/enavi/);
        await app.part('redaction').uncheck();
        // The stories' statements name no card.
        await expect(columns).toHaveCount(name === 'household' ? 4 : 3);
        const open = (await print(app, browser, 'pack-open', info)).map(textOf).join('');
        expect(open).not.toContain('••••');
        expect(open.includes(CARD)).toBe(name === 'household');
      });
    });
  }
}
