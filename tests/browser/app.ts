//! The app as a person uses it: through its frame, with files, keys and words.

import { type FrameLocator, expect, type Frame, type Locator, type Page } from '@playwright/test';

import { type Counts, VERDICTS } from './cases';

export class App {
  readonly frame: FrameLocator;

  constructor(readonly page: Page) {
    this.frame = page.frameLocator('iframe');
  }

  /** Opens the page and waits until it can be used. */
  static async open(page: Page, url: string): Promise<App> {
    await page.goto(url);
    const app = new App(page);
    await app.ready();
    for (let times = 0; times < 3 && !(await app.#isToldWhereItIs()); times += 1) {
      await page.reload();
      await app.ready();
    }
    return app;
  }

  /** On a busy machine Chromium now and then starts the sealed frame before Playwright has told it language, place and clock. */
  async #isToldWhereItIs(): Promise<boolean> {
    const told = () => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone, new Date().toDateString()].join();
    // By now it may have been told; what counts is what the app began with.
    const region = await this.inside.evaluate(() => (document.querySelector('mioboe-app') as unknown as { readonly store: { readonly region: string } }).store.region);
    const page = await this.page.evaluate(told);
    return page === (await this.inside.evaluate(told)) && (!page.includes('Asia/Tokyo') || region === 'jp');
  }

  async ready(): Promise<void> {
    await expect(this.part('drop-area')).toBeVisible();
  }

  part(testid: string): Locator {
    return this.frame.getByTestId(testid);
  }

  /** The frame's own world, for what no person does. */
  get inside(): Frame {
    const frame = this.page.frames().find((one) => one.parentFrame() === this.page.mainFrame());
    if (!frame) throw new Error('the page has no frame');
    return frame;
  }

  /** With the button for files of the screen that is open. */
  async choose(files: readonly string[]): Promise<void> {
    await this.part('file-input').or(this.part('add-file-input')).setInputFiles([...files]);
  }

  /** A drop as the browser gets it from the system, folders included. */
  async drop(paths: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    const send = (type: 'dragEnter' | 'dragOver' | 'drop') => session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
    await send('dragEnter');
    await expect(this.frame.locator('mioboe-app')).toContainClass('is-dragged-over');
    // From here on the page itself is under the hand. A browser tells it that a drag has come in; the debugging protocol leaves that to us.
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await this.page.waitForTimeout(150);
      await send(type);
    }
    await session.detach();
    await expect(this.frame.locator('mioboe-app')).not.toContainClass('is-dragged-over');
  }

  async answered(): Promise<void> {
    await expect(this.part('answer')).toBeVisible({ timeout: 20_000 });
  }

  async counts(): Promise<Counts> {
    const counts: Counts = { flagged: 0, ask: 0, notCovered: 0, explained: 0 };
    for (const verdict of VERDICTS) counts[verdict] = Number((await this.part(`count-${verdict}`).innerText()).replaceAll(',', ''));
    return counts;
  }

  /** The browser's own copy of the page is complete. */
  async storedOffline(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  }
}
