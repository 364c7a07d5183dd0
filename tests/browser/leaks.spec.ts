//! Hostile code inside the sealed app and inside its worker reaches nobody; in the same page without its policy it does.

import { readFileSync } from 'node:fs';

import type { BrowserContext } from '@playwright/test';

import { App } from './app';
import { type Channel, DOCUMENT, NAVIGATION, WORKER } from './channels';
import { expect, test } from './fixtures';
import { type Listener, listen } from './listener';
import { dist, serve } from './server';

/** How long a leak may take. In the page without a policy all of them take less. */
const PATIENCE_MS = 5000;

interface World {
  evaluate(script: string): Promise<unknown>;
}

/** What was heard on each channel on which anything was. */
type Leaks = ReadonlyMap<string, readonly string[]>;

async function leaking(world: () => Promise<World>, channels: Readonly<Record<string, Channel>>): Promise<Leaks> {
  const run = await world();
  const listeners: { readonly name: string; readonly listener: Listener }[] = [];
  // One after the other: together they get in each other's way, and one that was only crowded out proves nothing.
  for (const [name, channel] of Object.entries(channels)) {
    const listener = await listen();
    listeners.push({ name, listener });
    expect(await run.evaluate(attempt(channel, `http://127.0.0.1:${listener.port}/secret`)).catch(() => 'left'), name).toMatch(/^(tried|left)$/);
  }
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && listeners.some(({ listener }) => listener.heard().length === 0)) {
    await new Promise((done) => setTimeout(done, 100));
  }
  for (const { listener } of listeners) listener.close();
  return new Map(listeners.map(({ name, listener }) => [name, listener.heard()] as const).filter(([, heard]) => 0 < heard.length));
}

/** A channel that throws has been refused, which is what the policy is for; one that never ends has been begun. */
function attempt(channel: Channel, url: string): string {
  return `(async () => {
    const begun = new Promise((done) => setTimeout(done, 200));
    try { await Promise.race([(${channel.toString()})(${JSON.stringify(url)}), begun]); } catch {}
    return 'tried';
  })()`;
}

async function allLeaks(context: BrowserContext, url: string): Promise<Leaks> {
  const fresh = async (): Promise<App> => App.open(await context.newPage(), url);
  const document = async (): Promise<World> => (await fresh()).inside;
  const worker = async (): Promise<World> => {
    const { page } = await fresh();
    await expect.poll(() => page.workers().length).toBe(1);
    const [engine] = page.workers();
    if (!engine) throw new Error('the engine has no worker');
    return engine;
  };
  const inWorker = await leaking(worker, WORKER);
  const inDocument = await leaking(document, DOCUMENT);
  const leaving = await Promise.all(Object.entries(NAVIGATION).map(([name, channel]) => leaking(document, { [name]: channel })));
  const named = (realm: string, leaks: Leaks): [string, readonly string[]][] =>
    [...leaks].map(([name, heard]) => [`${realm} ${name}`, heard]);
  return new Map([...named('worker', inWorker), ...[inDocument, ...leaving].flatMap((leaks) => named('document', leaks))]);
}

const ALL = [
  ...Object.keys(WORKER).map((name) => `worker ${name}`),
  ...[DOCUMENT, NAVIGATION].flatMap((channels) => Object.keys(channels).map((name) => `document ${name}`)),
];

test.describe.configure({ mode: 'parallel' });

test('without its policy the page leaks on every channel', async ({ context }) => {
  test.setTimeout(180_000);
  const unsealed = readFileSync(`${dist}index.html`, 'utf8')
    .replace(/<meta http-equiv="Content-Security-Policy".*? \/>/, '')
    .replace(/<meta http-equiv=&quot;Content-Security-Policy&quot;.*? \/>/, '')
    .replace(/ sandbox="[^"]*"/, '');
  const server = await serve({ headers: 'bare', instead: new Map([['/index.html', unsealed]]) });
  expect([...(await allLeaks(context, server.url)).keys()].sort()).toEqual([...ALL].sort());
  await server.close();
});

test(`with it, on none of ${ALL.length}`, async ({ context, server }) => {
  test.setTimeout(180_000);
  expect(await allLeaks(context, server.url)).toEqual(new Map());
});

test('where the server sends no headers, no request leaves either', async ({ context }) => {
  test.setTimeout(180_000);
  const server = await serve({ headers: 'bare' });
  const found = await allLeaks(context, server.url);
  // Only the header stops a browser from opening a bare connection ahead of a refused navigation, and WebRTC.
  const requests = [...found].filter(([, heard]) => heard.some((words) => words.includes('HTTP')));
  expect(requests).toEqual([]);
  await server.close();
});
