//! Runs hostile code inside the sealed app and inside its worker, and says what a stranger heard of it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { type Channel, DOCUMENT, NAVIGATION, WORKER } from './channels';
import { type Listener, listen } from './listener';
import { dist, type Serving } from './server';

/** How long a leak may take. In the page without a policy all of them take less. */
const PATIENCE_MS = 5000;

/** What each way is begun with; it is left alone after that. */
const BEGUN_MS = 200;

/** A place in which hostile code runs. */
export interface World {
  attempt(name: string, channel: Channel, url: string): Promise<unknown>;
  /** Whether an earlier attempt has left it as it was. */
  isStillThere(): Promise<boolean>;
}

export interface Worlds {
  /** The app's document, as new each time. */
  document(): Promise<World>;
  worker(): Promise<World>;
}

/** What was heard on each channel on which anything was. */
export type Leaks = ReadonlyMap<string, readonly string[]>;

export const ALL: readonly string[] = [
  ...Object.keys(WORKER).map((name) => `worker ${name}`),
  ...[DOCUMENT, NAVIGATION].flatMap((channels) => Object.keys(channels).map((name) => `document ${name}`)),
];

export type Seal = 'sealed' | 'unsealed';

export async function allLeaks(worlds: Worlds, seal: Seal): Promise<Leaks> {
  const begin = async (realm: string, world: World, channels: Readonly<Record<string, Channel>>): Promise<Try[]> => {
    const tries: Try[] = [];
    // One after the other: together they get in each other's way, and one that was only crowded out proves nothing.
    for (const [name, channel] of Object.entries(channels)) {
      const listener = await listen();
      tries.push({ name: `${realm} ${name}`, listener });
      // A page that has been left answers no more, and that is as good as an attempt.
      await world.attempt(name, channel, `http://127.0.0.1:${listener.port}/secret`).catch(() => undefined);
    }
    return tries;
  };
  const inWorker = await begin('worker', await worlds.worker(), WORKER);
  let world = await worlds.document();
  const inDocument = await begin('document', world, DOCUMENT);
  await waitFor([...inWorker, ...inDocument]);
  const leaving: Try[] = [];
  for (const [name, channel] of Object.entries(NAVIGATION)) {
    // Out of a sealed document nothing leads, so it serves for the next way too.
    if (seal === 'unsealed' || !(await world.isStillThere())) world = await worlds.document();
    const begun = await begin('document', world, { [name]: channel });
    await waitFor(begun, PATIENCE_MS / 5);
    leaving.push(...begun);
  }
  await waitFor(leaving);
  const tries = [...inWorker, ...inDocument, ...leaving];
  const leaks = new Map(tries.map(({ name, listener }) => [name, listener.heard()] as const).filter(([, heard]) => 0 < heard.length));
  for (const { listener } of tries) listener.close();
  return leaks;
}

interface Try {
  readonly name: string;
  readonly listener: Listener;
}

/** Until something was heard on each, or patience ends. */
async function waitFor(tries: readonly Try[], patience = PATIENCE_MS): Promise<void> {
  const until = Date.now() + patience;
  while (Date.now() < until && tries.some(({ listener }) => listener.heard().length === 0)) {
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Requests only: what else was heard is a bare connection or a datagram. */
export function requestsAmong(leaks: Leaks): string[] {
  return [...leaks].filter(([, heard]) => heard.some((words) => words.includes('HTTP'))).map(([name]) => name);
}

/** A document that came in place of the one that was tried does not have it. */
const MARK = 'mioboeTried';

/** The attempt as an expression. A channel that throws has been refused, which is what the policy is for. */
export function attemptOf(channel: Channel, url: string): string {
  return `(async () => {
    globalThis.${MARK} = true;
    const begun = new Promise((done) => setTimeout(done, ${BEGUN_MS}));
    try { await Promise.race([(${channel.toString()})(${JSON.stringify(url)}), begun]); } catch {}
    return 'tried';
  })()`;
}

/** A world that takes expressions. */
export function worldOf(evaluate: (expression: string) => Promise<unknown>): World {
  return {
    attempt: (_name, channel, url) => evaluate(attemptOf(channel, url)),
    isStillThere: () => evaluate(`globalThis.${MARK} === true`).then((mark) => mark === true, () => false),
  };
}

/** The page without any policy and without the seal: here everything must leak, or the rest proves nothing. */
export function unsealed(text: string): string {
  return text
    .replace(/<meta http-equiv="Content-Security-Policy".*? \/>/, '')
    .replace(/<meta http-equiv=&quot;Content-Security-Policy&quot;.*? \/>/, '')
    .replace(/ sandbox="[^"]*"/, '');
}

/** In an engine's worker nothing can be run from outside. So the app is built with an ear for it, and the policy allows that text. */
export function withHostileWorker(): Required<Pick<Serving, 'fill'>> {
  const html = readFileSync(`${dist}index.html`, 'utf8');
  const start = html.indexOf('<script>', html.indexOf('srcdoc="')) + '<script>'.length;
  const script = html.slice(start, html.indexOf('</script>', start));
  const hostile = asAttribute(EAR) + script;
  const [was, is] = [script, hostile].map((text) => createHash('sha256').update(asText(text)).digest('base64'));
  return { fill: (text) => text.replaceAll(was ?? '', is ?? '').replace(script, () => hostile) };
}

const IN_WORKER = `
  const channels = {${Object.entries(WORKER).map(([name, channel]) => `${JSON.stringify(name)}: ${channel.toString()}`)}};
  self.addEventListener('message', (event) => {
    const channel = channels[event.data.hostile];
    if (!channel) return;
    event.stopImmediatePropagation();
    (async () => channel(event.data.url))().catch(() => undefined);
  });
`;

/** The engine's worker is the only one whose text stands in a blob. */
const EAR = `{
  const PlainBlob = Blob, PlainWorker = Worker;
  Blob = class extends PlainBlob {
    constructor(parts, options) { super(options?.type === 'text/javascript' ? [${JSON.stringify(IN_WORKER)}, ...parts] : parts, options); }
  };
  Worker = class extends PlainWorker {
    constructor(...args) { super(...args); globalThis.hostileWorker ??= this; }
  };
}`;

/** The engine's worker of a page that was built with `withHostileWorker`; `evaluate` runs in the app's document. */
export function workerWorldOf(evaluate: (expression: string) => Promise<unknown>): World {
  return {
    isStillThere: async () => true,
    attempt: (name, _channel, url) =>
      evaluate(`hostileWorker.postMessage(${JSON.stringify({ hostile: name, url })}), new Promise((done) => setTimeout(done, ${BEGUN_MS}))`),
  };
}

function asAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

function asText(attribute: string): string {
  return attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
