//! The app in an engine that Playwright does not drive: in the frame of a page, in the inner frame of a widget, or in a page itself.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { VERDICTS } from './cases';
import type { Driven } from './engines';
import { expect } from './fixtures';

export interface DrivenApp {
  run(expression: string): Promise<unknown>;
  /** The app is there; its first screen waits for files. */
  ready(): Promise<void>;
  /** A drop as the app's own document gets it. */
  drop(paths: readonly string[]): Promise<void>;
  /** Chosen with the document's own file field. */
  give(field: string, paths: readonly string[]): Promise<void>;
  verdicts(): Promise<unknown>;
}

/** `depth`: how many frames deep it is; `root`: an expression for the document or shadow root that it stands in. */
export function appIn(browser: Driven, depth: number, root = 'document'): DrivenApp {
  const run = (expression: string): Promise<unknown> => browser.inFrame(depth, expression);
  const withFiles = async (paths: readonly string[], then: string): Promise<void> => {
    const files = paths.map((path) => ({ name: basename(path), content: readFileSync(path).toString('base64') }));
    await run(`(() => {
      const data = new DataTransfer();
      for (const { name, content } of ${JSON.stringify(files)}) {
        data.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
      }
      ${then}
    })()`);
  };
  return {
    run,
    ready: () => expect.poll(() => run(`${root}.querySelector('[data-testid=drop-area]') !== null`).catch(String), { timeout: 30_000 }).toBe(true),
    drop: (paths) => withFiles(paths, `${root}.querySelector('mioboe-app').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`),
    give: (field, paths) => withFiles(paths, `{
      const field = ${root}.querySelector(${JSON.stringify(field)});
      field.files = data.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }`),
    async verdicts() {
      const read = `JSON.stringify(Object.fromEntries(${JSON.stringify(VERDICTS)}.map((verdict) =>
        [verdict, Number(${root}.querySelector('[data-testid=count-' + verdict + ']')?.innerText ?? NaN)])))`;
      return JSON.parse(String(await run(read)));
    },
  };
}
