//! Who is listened to, and who gets a channel: each check here is one that a hostile page or a hostile app would like to be missing.

import { beforeEach, expect, test, vi } from 'vitest';
import { firstHello } from '../../src/embed/first-hello';
import { KNOCK, WELCOME } from '../../src/host/protocol';

/** A window as far as messages go. */
class Pane extends EventTarget {
  parent: unknown = null;
  readonly heard: { data: unknown; ports: readonly MessagePort[] }[] = [];

  postMessage(data: unknown, _target: string, ports: readonly MessagePort[] = []): void {
    this.heard.push({ data, ports });
  }

  /** Hears a message from `source`. */
  hear(source: unknown, data: unknown, ports: readonly MessagePort[] = [], origin = 'https://site.example'): void {
    this.dispatchEvent(Object.assign(new Event('message'), { source, data, ports, origin }));
  }

  /** Something in it has loaded. */
  load(target: unknown): void {
    const event = new Event('load');
    Object.defineProperty(event, 'target', { value: target });
    this.dispatchEvent(event);
  }
}

const here = new Pane();
const port = (): MessagePort => new MessageChannel().port1;

beforeEach(() => {
  vi.unstubAllGlobals();
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('navigator', { languages: ['ja'], language: 'ja' });
});

async function stage(): Promise<{ pane: Pane; app: Pane; tell: (name: 'dragging', value: boolean) => void }> {
  const pane = new Pane();
  const app = new Pane();
  vi.stubGlobal('window', pane);
  const { welcome } = await import('../../src/host/welcome');
  const tell = welcome(() => app as unknown as Window, {} as never, () => '/steps');
  return { pane, app, tell };
}

test('a knock from anybody but the frame gets no channel', async () => {
  const { pane, app } = await stage();
  for (const source of [null, pane, new Pane(), here]) pane.hear(source, KNOCK);
  expect(app.heard).toEqual([]);
  pane.hear(app, KNOCK);
  expect(app.heard.map(({ data }) => (data as { type: string }).type)).toEqual([WELCOME]);
  expect(app.heard[0]?.ports).toHaveLength(1);
});

test('any other word of the frame gets no channel', async () => {
  const { pane, app } = await stage();
  for (const word of ['', WELCOME, { type: KNOCK }, [KNOCK], null]) pane.hear(app, word);
  expect(app.heard).toEqual([]);
});

test('a second knock gets a channel only when a new document has loaded in the frame', async () => {
  const { pane, app } = await stage();
  pane.hear(app, KNOCK);
  pane.hear(app, KNOCK);
  pane.hear(app, KNOCK);
  expect(app.heard).toHaveLength(1);
  // Something else has loaded.
  pane.load({ contentWindow: new Pane() });
  expect(app.heard).toHaveLength(1);
  pane.load({ contentWindow: app });
  expect(app.heard).toHaveLength(2);
  pane.load({ contentWindow: app });
  expect(app.heard).toHaveLength(2);
});

test('the app takes a channel from the page that frames it, and from nobody else', async () => {
  const pane = new Pane();
  const parent = new Pane();
  pane.parent = parent;
  vi.stubGlobal('window', pane);
  const { knock } = await import('../../src/host/knock');
  let taken: unknown = null;
  void knock().then((found) => (taken = found));
  expect(parent.heard.map(({ data }) => data)).toEqual([KNOCK]);
  const welcome = { type: WELCOME, hash: '', languages: ['ja'] };
  for (const source of [null, pane, new Pane()]) pane.hear(source, welcome, [port()]);
  pane.hear(parent, { ...welcome, type: 'other' }, [port()]);
  pane.hear(parent, welcome);
  await Promise.resolve();
  expect(taken).toBeNull();
  pane.hear(parent, welcome, [port()]);
  await Promise.resolve();
  expect(taken).not.toBeNull();
});

test('the widget takes its site from whoever frames it, once, and from nobody else', () => {
  const pane = new Pane();
  pane.parent = new Pane();
  const taken: string[] = [];
  firstHello(pane as unknown as Window, (_, site) => taken.push(site));
  const hello = { type: 'mioboe:element', version: 1 };
  for (const source of [null, pane, new Pane()]) pane.hear(source, hello, [port()], 'https://evil.example');
  pane.hear(pane.parent, { ...hello, version: 2 }, [port()]);
  pane.hear(pane.parent, hello, []);
  expect(taken).toEqual([]);
  pane.hear(pane.parent, hello, [port()]);
  pane.hear(pane.parent, hello, [port()], 'https://late.example');
  expect(taken).toEqual(['https://site.example']);
});
