//! The other two engines, driven as far as the same few things go: open, reload, and run a script in the page or in the app.
//!
//! Firefox speaks WebDriver BiDi, WebKitGTK only the classic WebDriver. Playwright drives neither as Debian ships them.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';

export interface Driven {
  /** Leaves when the page has loaded. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** What the expression gives, awaited, in the page or in the app's frame. */
  inPage(expression: string): Promise<unknown>;
  inApp(expression: string): Promise<unknown>;
  /** The same, so many frames deep; each time the document's first. */
  inFrame(depth: number, expression: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: 'Firefox' | 'WebKitGTK';
  /** What must be on the machine. */
  readonly needs: readonly string[];
  start(): Promise<Driven>;
}

const FIREFOX = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
/** WebKitGTK has no mode without a window. */
const XVFB = '/usr/bin/Xvfb';

export const ENGINES: readonly Engine[] = [
  { name: 'Firefox', needs: [FIREFOX], start: startFirefox },
  { name: 'WebKitGTK', needs: [WEBKIT_DRIVER, MINI_BROWSER, XVFB], start: startWebKit },
];

/** What of an engine is missing on this machine. */
export function missing({ needs }: Engine): string[] {
  return needs.filter((path) => !existsSync(path));
}

async function startFirefox(): Promise<Driven> {
  const browser: Browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    extraPrefsFirefox: { 'intl.accept_languages': 'ja', 'intl.locale.requested': 'ja' },
  });
  let page: Page = await browser.newPage();
  const inFrame = async (depth: number, expression: string): Promise<unknown> => {
    let frame: Frame = page.mainFrame();
    for (let left = depth; 0 < left; left -= 1) {
      const inner = await (await frame.waitForSelector('>>> iframe'))?.contentFrame();
      if (!inner) throw new Error('the document has no frame');
      frame = inner;
    }
    return frame.evaluate(expression);
  };
  return {
    async open(url) {
      // A page of its own each time: what hostile code did to the last one stays there.
      const last = page;
      page = await browser.newPage();
      await last.close().catch(() => undefined);
      await page.goto(url);
    },
    reload: async () => void (await page.reload()),
    inPage: (expression) => inFrame(0, expression),
    inApp: (expression) => inFrame(1, expression),
    inFrame,
    close: () => browser.close(),
  };
}

async function startWebKit(): Promise<Driven> {
  const { display, stop: stopDisplay } = await startDisplay();
  const port = await freePort();
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display, LANG: 'C.UTF-8' } });
  const session = await newSession(`http://127.0.0.1:${port}`);
  const run = (expression: string): Promise<unknown> =>
    session('POST', 'execute/async', {
      script: `const done = arguments[arguments.length - 1];
        (async () => (${expression}))().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      args: [],
    }).then((answer) => {
      const { value, error } = answer as { value?: unknown; error?: string };
      if (error !== undefined) throw new Error(error);
      return value;
    });
  const inFrame = async (depth: number, expression: string): Promise<unknown> => {
    await session('POST', 'frame', { id: null });
    for (let left = depth; 0 < left; left -= 1) await session('POST', 'frame', { id: await run(FIRST_FRAME) });
    return run(expression);
  };
  return {
    open: async (url) => void (await session('POST', 'url', { url })),
    reload: async () => void (await session('POST', 'refresh', {})),
    inPage: (expression) => inFrame(0, expression),
    inApp: (expression) => inFrame(1, expression),
    inFrame,
    async close() {
      await session('DELETE', '', undefined).catch(() => undefined);
      await ended(driver);
      await stopDisplay();
    },
  };
}

/** In the document or in a shadow root of it. By its number WebKit finds only the first kind. */
const FIRST_FRAME = `(() => {
  const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const frame = [document, ...shadows].map((root) => root.querySelector('iframe')).find(Boolean);
  if (!frame) throw new Error('the document has no frame');
  return frame;
})()`;

type Command = (method: 'POST' | 'DELETE', path: string, body: unknown) => Promise<unknown>;

async function newSession(driver: string): Promise<Command> {
  const send = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${driver}/session${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${path}: ${(value as { message?: string }).message ?? response.status}`);
    return value;
  };
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      timeouts: { script: 30_000, pageLoad: 60_000 },
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    },
  };
  // The driver takes a moment before it listens.
  for (let left = 100; ; left -= 1) {
    try {
      const { sessionId } = (await send('POST', '', { capabilities })) as { sessionId: string };
      return (method, path, body) => send(method, `/${sessionId}${path && `/${path}`}`, body);
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** A screen that nobody sees, under a number that the X server finds free itself. */
async function startDisplay(): Promise<{ display: string; stop: () => Promise<void> }> {
  const server = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('exit', () => reject(new Error('Xvfb ended')));
  });
  return { display: `:${number}`, stop: () => ended(server) };
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  child.kill();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
