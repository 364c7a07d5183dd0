//! What a site does that wants to read what a person put into its widget, in any engine.

import { readFileSync } from 'node:fs';

import { type Case, reportOf } from './cases';
import { examples, serveSite, type Site } from './embed';
import type { Serving } from './server';

/** The plain example, and before anything else of it a script that spies. */
export function hostileSite(widget: Serving = {}): Promise<Site> {
  const page = readFileSync(`${examples}plain/index.html`, 'utf8').replace('<head>', '<head><script src="./spy.js"></script>');
  return serveSite(`${examples}plain/`, () => new Map([['/index.html', page], ['/spy.js', SPY]]), widget);
}

/** Runs before anything else in the site's page, and writes down whatever passes through its hands. */
export const SPY = `
  window.caught = [];
  const note = (...things) => { for (const thing of things) { try { caught.push(typeof thing === 'string' ? thing : JSON.stringify(thing) ?? String(thing)); } catch {} } };
  const patch = (owner, name) => {
    const real = owner[name];
    if (typeof real !== 'function') return;
    owner[name] = function (...args) { note(...args); const given = Reflect.apply(real, this, args); if (typeof given === 'string') note(given); else if (given?.then) given.then(note, () => {}); return given; };
  };
  for (const [owner, names] of [
    [window, ['fetch', 'postMessage']],
    [MessagePort.prototype, ['postMessage']],
    [Worker.prototype, ['postMessage']],
    [Blob.prototype, ['text', 'arrayBuffer', 'slice', 'stream']],
    [FileReader.prototype, ['readAsText', 'readAsArrayBuffer']],
    [Node.prototype, ['appendChild', 'insertBefore']],
    [Element.prototype, ['append', 'setAttribute', 'setHTMLUnsafe']],
    [Array.prototype, ['join']],
    [String.prototype, ['replace']],
    [WebAssembly, ['compile', 'instantiate']],
    [TextDecoder.prototype, ['decode']],
  ]) for (const name of names) patch(owner, name);
  const realAttach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { const root = realAttach.call(this, { ...options, mode: 'open' }); (window.roots ??= []).push(root); return root; };
  const RealChannel = MessageChannel;
  window.MessageChannel = function () { const channel = new RealChannel(); for (const port of [channel.port1, channel.port2]) port.addEventListener('message', ({ data }) => note(data)); return channel; };
  const RealWorker = Worker;
  window.Worker = function (...args) { note(...args.map(String)); return new RealWorker(...args); };
  for (const name of ['message', 'drop', 'change', 'input', 'paste', 'keydown', 'click', 'load']) window.addEventListener(name, (event) => { note(event.data); try { note(event.dataTransfer?.files.length + ' files'); } catch {} }, true);
`;

/** Tries to walk into the frames from outside, with whatever the page can reach. */
export const WALK = `(() => {
  const got = [];
  const attempt = (name, look) => { try { const found = look(); if (found) got.push(name); } catch {} };
  const frame = window.roots?.[0]?.querySelector('iframe') ?? document.querySelector('mioboe-check').shadowRoot.querySelector('iframe');
  attempt('contentDocument', () => frame.contentDocument);
  attempt('document', () => frame.contentWindow.document);
  attempt('inner frame', () => frame.contentWindow[0].document);
  attempt('eval', () => frame.contentWindow.eval('1'));
  attempt('storage', () => frame.contentWindow.localStorage);
  attempt('location', () => frame.contentWindow.location.href);
  attempt('innerHTML', () => frame.innerHTML + frame.contentWindow.frames[0].document.body.innerText);
  attempt('getSVGDocument', () => frame.getSVGDocument());
  return [frame !== null, got];
})()`;

/** With the right words, from the page itself: to the element as if they were its frame's, and to the frame by other channels and versions. What it answers. */
export const FORGE = `(async () => {
  const summary = { explained: 1, ask: 0, flagged: 0, notCovered: 0 };
  window.postMessage({ type: 'mioboe:widget', version: 1 }, '*');
  window.postMessage({ type: 'summary', summary }, '*');
  window.dispatchEvent(new MessageEvent('message', { data: { type: 'mioboe:widget', version: 1 }, origin: 'https://evil.example' }));
  const frame = document.querySelector('mioboe-check').shadowRoot.querySelector('iframe').contentWindow;
  const got = [];
  for (const word of [{ type: 'mioboe:element', version: 1 }, { type: 'mioboe:element', version: 2 }, { type: 'mioboe:welcome', hash: '' }]) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => got.push(data);
    frame.postMessage(word, '*', [port2]);
    port1.postMessage({ type: 'config', config: { lang: 'en' } });
    port1.postMessage({ id: 1, name: 'part', args: ['engine'] });
  }
  await new Promise((done) => setTimeout(done, 1000));
  return JSON.stringify(got);
})()`;

/** In place of the widget's frame: it speaks another version, and says what it was given a channel for. */
const IMPOSTOR = `<!doctype html><script>
  addEventListener('message', ({ ports }) => { if (ports[0]) ports[0].postMessage({ type: 'summary', summary: { explained: 9 } }); });
  parent.postMessage({ type: 'mioboe:widget', version: 2 }, '*');
  parent.postMessage('mioboe:widget', '*');
</script>`;

/** The page with that impostor, from a server that lets it run. */
export function siteWithImpostor(): Promise<Site> {
  return hostileSite({ headers: { 'Access-Control-Allow-Origin': '*' }, instead: new Map([['/frame.html', IMPOSTOR]]) });
}

/** A page that lets a person's files come into its own realm. */
export const OWN_REALM = `<!doctype html><meta charset="utf-8"><title>Own realm</title><script>${SPY}</script><input type="file" multiple><output></output><script>
  document.querySelector('input').addEventListener('change', async ({ target }) => {
    for (const file of target.files) document.querySelector('output').append(await file.text());
  });</script>`;

/** Of the person's rows: what no site may know. */
export function secretsOf(household: Case): string[] {
  const { charges, orders } = reportOf(household);
  const words = [
    ...charges.filter(({ verdict }) => verdict !== 'other').flatMap(({ merchant, amount }) => [merchant, amount]),
    ...orders.flatMap(({ orderId, items }) => [orderId, ...items]),
    ...household.files.map((file) => file.split('/').at(-1) ?? ''),
  ];
  // Short ones could stand anywhere by chance.
  return [...new Set(words)].filter((word) => 3 < word.length);
}
