//! A module that traps, one that wants all memory, one that never ends: none takes with it what the page holds.

import { writeFileSync } from 'node:fs';

import { App } from './app';
import { caseOf, countsOf, reportOf } from './cases';
import { expect, test } from './fixtures';

const household = caseOf('clean-01-smbc-vpass');

/** A module with one function, `f`, of this body; written out, since no tool for the text form is at hand. */
function moduleOf(body: readonly number[], memory: readonly number[] = []): number[] {
  const type = [1, 4, 1, 0x60, 0, 0];
  const uses = [3, 2, 1, 0];
  const names = [7, 5, 1, 1, 0x66, 0, 0];
  const code = [0, ...body, 0x0b];
  return [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...type, ...uses, ...memory, ...names, 10, code.length + 2, 1, code.length, ...code];
}

const TRAPS = moduleOf([0x00]);
/** loop { br 0 } */
const LOOPS = moduleOf([0x03, 0x40, 0x0c, 0, 0x0b]);
/** loop { if memory.grow(4096) == -1 { unreachable } br 0 } */
const ALLOCATES = moduleOf([0x03, 0x40, 0x41, 0x80, 0x20, 0x40, 0, 0x41, 0x7f, 0x46, 0x04, 0x40, 0, 0x0b, 0x0c, 0, 0x0b], [5, 3, 1, 0, 1]);

/** In the worker that waits for the next analysis; the one after it is a good one again. */
async function spoil({ page }: App, module: readonly number[]): Promise<void> {
  await expect.poll(() => page.workers().length).toBe(1);
  await page.workers()[0]?.evaluate((bytes) => {
    self.onmessage = () => {
      (new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports['f'] as () => void)();
    };
  }, module);
}

for (const [what, module] of Object.entries({ 'that traps': TRAPS, 'that wants all memory': ALLOCATES })) {
  test(`a module ${what} takes no file with it: it is tried again, and so is the next`, async ({ page, server }) => {
    const app = await App.open(page, server.url);
    await spoil(app, module);
    await app.choose(household.files);
    await app.answered();
    expect(await app.counts()).toEqual(countsOf(reportOf(household)));
  });
}

/** From now on every worker ends at a file of this name, as the engine would at one that breaks it. */
async function poison(app: App): Promise<void> {
  await app.inside.evaluate(() => {
    const real = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { type?: string; files?: { name: string }[] }) {
      if (message.type !== 'analyze' || !message.files?.some(({ name }) => name.startsWith('poison'))) return real.call(this, message);
      setTimeout(() => this.onerror?.(Object.assign(new Event('error'), { message: 'unreachable' }) as ErrorEvent));
    };
  });
}

for (const where of ['on the first screen', 'beside an open result'] as const) {
  test(`a file that ends the engine is named and set aside, ${where}, and the others are answered`, async ({ page, server }, info) => {
    const bad = info.outputPath('poison.csv');
    writeFileSync(bad, 'a,b\n1,2\n');
    const app = await App.open(page, server.url);
    await poison(app);
    const [first = '', ...rest] = household.files;
    if (where === 'on the first screen') await app.choose([bad, first]);
    else {
      await app.choose([first]);
      await app.answered();
      await app.choose([bad]);
    }
    await app.answered();
    await expect(app.part('failure')).toHaveCount(0);
    // The next drop works, with the file still among the others.
    await app.choose(rest);
    await expect.poll(() => app.counts()).toEqual(countsOf(reportOf(household)));
    await app.part('tab-files').click();
    await expect(app.frame.locator('mioboe-app')).toContainText('poison.csv');
    await expect(app.frame.locator('mioboe-app')).toContainText('読み取りが終わらなかったので、外しました');
  });
}

/** The worker of the next analysis, which the open result has none of, is busy for ever. */
async function busy({ inside, page }: App, start: () => Promise<void>): Promise<void> {
  await inside.evaluate(() => {
    const real = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { type?: string }) {
      if (message.type === 'analyze') Worker.prototype.postMessage = real;
      else real.call(this, message);
    };
  });
  const before = page.workers();
  await start();
  await expect.poll(() => page.workers().length).toBe(before.length + 1);
  const fresh = page.workers().find((worker) => !before.includes(worker));
  await fresh?.evaluate((bytes) => {
    const run = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports['f'] as () => void;
    setTimeout(run);
  }, LOOPS);
}

test('a module that never ends is cancelled, and the open result is still there and can be answered', async ({ page, server }) => {
  const app = await App.open(page, server.url);
  const [first = '', ...rest] = household.files;
  await app.choose([first]);
  await app.answered();
  const counts = await app.counts();
  await busy(app, () => app.drop(rest));
  await app.part('cancel').click();
  await expect(app.part('progress')).toBeHidden();
  expect(await app.counts()).toEqual(counts);
  await expect.poll(() => page.workers().length).toBe(1);
  await app.part('charge-row').first().click();
  await app.part('answer-notMine').click();
  await expect.poll(async () => (await app.counts()).flagged).not.toBe(counts.flagged);
});
