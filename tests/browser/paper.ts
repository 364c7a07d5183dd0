//! The app's paper: what its frame prints, as a PDF and as text by page.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser } from '@playwright/test';

import type { App } from './app';

const PDFJS = join(__dirname, '../../www/node_modules/pdfjs-dist/build');

/** Any address will do: all that stands there comes from the folder above. */
const READER = 'http://pdf.invalid/';

/** One piece of text where it stands, in points from the lower left corner of its page. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

export interface Paper {
  readonly pdf: Buffer;
  /** The colour of the words and what is behind them, as the styles for paper say. */
  readonly colours: string;
}

/**
 * What the frame prints for a person whose system is dark or light. Chromium makes a PDF of a whole page and not of a frame,
 * so the frame's document, as it stands between the announcement of a print and its end, is laid out on a page of its own.
 */
export async function paperOf(app: App, browser: Browser, colorScheme: 'dark' | 'light'): Promise<Paper> {
  const standing = await app.inside.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const html = `<!doctype html>${document.documentElement.outerHTML}`;
    window.dispatchEvent(new Event('afterprint'));
    return html;
  });
  const page = await browser.newPage({ javaScriptEnabled: false, colorScheme });
  try {
    await page.setContent(standing);
    await page.emulateMedia({ media: 'print', colorScheme });
    const colours = await page.evaluate(() => [document.documentElement, document.body].map((one) => `${getComputedStyle(one).color} on ${getComputedStyle(one).backgroundColor}`).join());
    return { pdf: await page.pdf({ preferCSSPageSize: true, printBackground: true }), colours };
  } finally {
    await page.close();
  }
}

/** The text of every page of a PDF, read by the reader that the app has, in the browser it is for. */
export async function sheetsOf(pdf: Buffer, browser: Browser): Promise<Sheet[]> {
  const page = await browser.newPage();
  try {
    await page.route(`${READER}**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      return name ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(PDFJS, name)) }) : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    });
    await page.goto(READER);
    return await page.evaluate(
      async ({ reader, content }) => {
        const pdfjs = (await import(`${reader}pdf.min.mjs`)) as typeof import('pdfjs-dist');
        pdfjs.GlobalWorkerOptions.workerSrc = `${reader}pdf.worker.min.mjs`;
        const bytes = Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0));
        const document = await pdfjs.getDocument({ data: bytes, verbosity: 0 }).promise;
        const sheets: Sheet[] = [];
        for (let number = 1; number <= document.numPages; number += 1) {
          const sheet = await document.getPage(number);
          const [, , width = 0, height = 0] = sheet.view;
          const { items } = await sheet.getTextContent();
          const pieces = items.flatMap((item) => {
            if (!('str' in item) || !item.str.trim()) return [];
            const [, , , , left = 0, bottom = 0] = item.transform as number[];
            return [{ text: item.str, left, right: left + item.width, bottom, size: item.height }];
          });
          sheets.push({ width, height, pieces });
        }
        return sheets;
      },
      { reader: READER, content: pdf.toString('base64') },
    );
  } finally {
    await page.close();
  }
}
