//! A site that wants to read what the person put into its widget: it changes its own browser before the widget comes, and gets nothing.

import { caseOf, reportOf } from './cases';
import { examples, serveSite, Widget } from './embed';
import { expect, test } from './fixtures';

const household = caseOf('typical-01-rakuten');

/** Runs before anything else in the site's page, and writes down whatever passes through its hands. */
const SPY = `
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
const WALK = `(() => {
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

test('in the widget it catches none of the rows, by any of its ways', async ({ page }) => {
  const site = await serveSite(`${examples}plain/`);
  await page.addInitScript(`if (window === top) { ${SPY} }`);
  await page.goto(site.site.url);
  const widget = new Widget(page);
  await widget.ready();
  await widget.choose(household.files);
  await widget.part('charge-row').first().click();
  await expect(widget.part('charge-detail')).toBeVisible();
  const [hasFrame, got] = (await page.evaluate(WALK)) as [boolean, string[]];
  expect(hasFrame).toBe(true);
  expect(got).toEqual([]);
  const caught = ((await page.evaluate('window.caught')) as string[]).join('\n');
  // It does hear something: what every site hears.
  expect(caught).toContain('summary');
  for (const secret of secrets()) expect(caught, secret).not.toContain(secret);
  await site.close();
});

test('the same site catches them all where the rows come into its own realm', async ({ page }) => {
  const html = `<!doctype html><meta charset="utf-8"><title>Own realm</title><script>${SPY}</script><input type="file" multiple><output></output><script>
    document.querySelector('input').addEventListener('change', async ({ target }) => {
      for (const file of target.files) document.querySelector('output').append(await file.text());
    });</script>`;
  const site = await serveSite(`${examples}two-widgets/`, () => new Map([['/index.html', html]]));
  await page.route(site.site.url, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(site.site.url);
  await page.locator('input').setInputFiles(household.files.filter((file) => !file.endsWith('.zip')));
  await expect(page.locator('output')).not.toBeEmpty();
  const caught = ((await page.evaluate('window.caught')) as string[]).join('\n');
  // The statement is in an encoding of its own, but digits are digits.
  expect(secrets().filter((secret) => /^\d+$/.test(secret) && caught.includes(secret)).length).toBeGreaterThan(5);
  await site.close();
});

test('words that are not from the frame, or not of this version, are not heard', async ({ page }) => {
  const site = await serveSite(`${examples}plain/`);
  await page.goto(site.site.url);
  const widget = new Widget(page);
  await widget.ready();
  const heard = page.locator('#heard');
  await expect(heard).toContainText('ready');
  const before = await heard.innerText();
  // From the page itself and from a frame of its own, with the right words.
  await page.evaluate(() => {
    window.postMessage({ type: 'mioboe:widget', version: 1 }, '*');
    window.postMessage({ type: 'summary', summary: { explained: 1, ask: 0, flagged: 0, notCovered: 0 } }, '*');
    window.dispatchEvent(new MessageEvent('message', { data: { type: 'mioboe:widget', version: 1 }, origin: 'https://evil.example' }));
  });
  // To the frame: a second channel, another version, no port.
  const answers = await page.evaluate(async () => {
    const frame = document.querySelector('mioboe-check')?.shadowRoot?.querySelector('iframe')?.contentWindow;
    const got: unknown[] = [];
    for (const word of [{ type: 'mioboe:element', version: 1 }, { type: 'mioboe:element', version: 2 }, { type: 'mioboe:welcome', hash: '' }]) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => got.push(data);
      frame?.postMessage(word, '*', [port2]);
      port1.postMessage({ type: 'config', config: { lang: 'en' } });
      port1.postMessage({ id: 1, name: 'part', args: ['engine'] });
    }
    await new Promise((done) => setTimeout(done, 1000));
    return got;
  });
  expect(answers).toEqual([]);
  await expect(widget.app.locator('html')).toHaveAttribute('lang', 'ja');
  expect((await heard.innerText()).replace(/resize.*\n?/g, '')).toBe(before.replace(/resize.*\n?/g, ''));
  await site.close();
});

test('a frame that speaks another version gets no channel', async ({ page }) => {
  const site = await serveSite(`${examples}plain/`);
  const impostor = `<!doctype html><script>
    addEventListener('message', ({ ports }) => { if (ports[0]) ports[0].postMessage({ type: 'summary', summary: { explained: 9 } }); });
    parent.postMessage({ type: 'mioboe:widget', version: 2 }, '*');
    parent.postMessage('mioboe:widget', '*');
  </script>`;
  await page.route(`${site.widget.url}frame.html`, (route) => route.fulfill({ contentType: 'text/html', body: impostor }));
  await page.goto(site.site.url);
  await page.waitForTimeout(1500);
  await expect(page.locator('#heard')).toBeEmpty();
  await site.close();
});

/** Of the person's rows: what no site may know. */
function secrets(): string[] {
  const { charges, orders } = reportOf(household);
  const words = [
    ...charges.filter(({ verdict }) => verdict !== 'other').flatMap(({ merchant, amount }) => [merchant, amount]),
    ...orders.flatMap(({ orderId, items }) => [orderId, ...items]),
    ...household.files.map((file) => file.split('/').at(-1) ?? ''),
  ];
  // Short ones could stand anywhere by chance.
  return [...new Set(words)].filter((word) => 3 < word.length);
}
