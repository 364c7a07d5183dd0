//! A site with the widget in it, on another port than the widget: two origins.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Frame, type FrameLocator, type Locator, type Page } from '@playwright/test';

import { dist, serve, type Serving, type StaticServer } from './server';

export const examples = join(__dirname, '../../examples/');

export interface Site {
  readonly site: StaticServer;
  readonly widget: StaticServer;
  close(): Promise<void>;
}

/** The widget's own server, and one for `folder`, in which `https://widget.example` stands for the first. `serving`, `ofSite`: how each differs. */
export async function serveSite(
  folder: string,
  more: (widget: string) => ReadonlyMap<string, string> = () => new Map(),
  serving: Serving = {},
  ofSite: Serving = {},
): Promise<Site> {
  const widget = await serve({ folder: `${dist}widget/`, ...serving });
  const { 'mioboe-check.js': integrity = '' } = JSON.parse(readFileSync(`${dist}widget/integrity.json`, 'utf8')) as Record<string, string>;
  const origin = widget.url.slice(0, -1);
  const fill = (text: string): string => text.replaceAll('https://widget.example', origin).replaceAll('%integrity%', integrity);
  const site = await serve({ ...ofSite, folder, fill, instead: more(origin) });
  return {
    site,
    widget,
    close: async () => {
      await site.close();
      await widget.close();
    },
  };
}

/** The names under which cases are kept where the widget stores them: its shell's frame, or the page it is a part of. */
export function keptIn(place: Frame | Page): Promise<unknown> {
  return place.evaluate(async () => {
    const open = indexedDB.open('mioboe');
    const database = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const keys = database.transaction('kept').objectStore('kept').getAllKeys();
    const found = await new Promise((resolve) => (keys.onsuccess = () => resolve(keys.result)));
    database.close();
    return found;
  });
}

/** The lines that the guide gives for a page. */
function linesForPage(): string {
  const [, lines] = /```html\n([^]*?)\n```/.exec(readFileSync(join(__dirname, '../../docs/embedding.md'), 'utf8')) ?? [];
  if (!lines?.includes('sha256-…')) throw new Error('docs/embedding.md has no lines for a page');
  return lines.replace('sha256-…', '%integrity%');
}

/** A page with the widget far below the fold, as the guide says, or the same page without it. */
export function below(widget: 'with' | 'without' = 'with', serving: Serving = {}): Promise<Site> {
  const words = '<p>Words of the page, a line of them.</p>'.repeat(200);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Below</title><link rel="icon" href="data:,"><h1>A page</h1>${words}${widget === 'with' ? linesForPage() : ''}`;
  return serveSite(`${examples}plain/`, () => new Map([['/index.html', html]]), serving, { headers: 'bare' });
}

/** One widget of a page, as a person uses it. */
export class Widget {
  readonly element: Locator;
  readonly app: FrameLocator | Locator;
  /** Where language and looks stand. */
  readonly root: Locator;

  constructor(
    readonly page: Page,
    selector = 'mioboe-check',
    mode: 'isolated' | 'inline' = 'isolated',
  ) {
    this.element = page.locator(selector);
    this.app = mode === 'inline' ? this.element : page.frameLocator(`${selector} >> iframe`).frameLocator('iframe');
    this.root = this.app.locator(mode === 'inline' ? '.mioboe-root' : 'html');
  }

  part(testid: string): Locator {
    return this.app.getByTestId(testid);
  }

  async ready(): Promise<void> {
    await expect(this.part('drop-area')).toBeVisible({ timeout: 20_000 });
  }

  async choose(files: readonly string[]): Promise<void> {
    await this.part('file-input').setInputFiles([...files]);
    await expect(this.part('answer')).toBeVisible({ timeout: 20_000 });
  }

  async height(): Promise<number> {
    return (await this.element.boundingBox())?.height ?? 0;
  }
}
