//! A language is a folder: one that is added is offered and spoken by page, widget and manifest, and no other file is changed for it.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { App } from './app';
import { caseOf } from './cases';
import { Widget } from './embed';
import { expect, test } from './fixtures';
import { serve, type StaticServer } from './server';

const root = join(__dirname, '../../');
/** What page and widget are built from. */
const SOURCES = ['Cargo.toml', 'crates/ingest/profiles', 'crates/playbook/data', 'crates/playbook/locales', 'docs/screenshots'];

const household = caseOf('typical-01-rakuten');

let copy = '';
let dist = '';
let server: StaticServer;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  copy = mkdtempSync(join(tmpdir(), 'mioboe-'));
  for (const path of SOURCES) cpSync(join(root, path), join(copy, path), { recursive: true });
  cpSync(join(root, 'www'), join(copy, 'www'), { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  symlinkSync(join(root, 'www/node_modules'), join(copy, 'www/node_modules'));
  addLanguage('xx');
  for (const config of ['vite.config.ts', 'vite.widget.config.ts']) run('vite/bin/vite.js', 'build', '--config', config);
  dist = join(copy, 'dist/');
  server = await serve({ folder: dist });
});

test.afterAll(async () => {
  await server.close();
  rmSync(copy, { recursive: true, force: true });
});

test('the page offers it, and speaks it without a load', async ({ page, complaints }) => {
  const app = await App.open(page, server.url);
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await expect(app.part('lang-xx')).toHaveText('xx: English');
  await app.part('lang-xx').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'xx');
  await expect(page).toHaveTitle(/^xx: /);
  await expect(app.frame.locator('h1')).toHaveText(/^xx: /);
  await app.choose(household.files);
  await app.answered();
  await expect(app.part('answer')).toContainText('xx: ');
  await app.part('tab-steps').click();
  await expect(app.frame.locator('mioboe-app')).toContainText('xx: ');
  expect(loads).toEqual([]);
  expect(complaints).toEqual([]);
});

test('who reads it gets it at once, and so does what the system installs', async ({ page }) => {
  const app = await App.open(page, `${server.url}?lang=xx-YY`);
  await expect(app.part('lang-xx')).toHaveAttribute('aria-pressed', 'true');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  expect(address).toBe('./manifest.xx.webmanifest');
  const manifest = (await (await page.request.get(`${server.url}${address}`)).json()) as Record<string, unknown>;
  expect(manifest).toMatchObject({ lang: 'xx', name: 'xx: Mioboe', description: expect.stringMatching(/^xx: /) });
  expect(await page.locator('link[rel=alternate]').evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).hreflang))).toEqual(['ja', 'en', 'xx', 'x-default']);
  // Written in the document for the moment before the app, and for who has no scripts.
  const document = readFileSync(`${dist}index.html`, 'utf8');
  expect(document).toMatch(/<div class="coming" lang="xx"[^>]*><p class="coming-brand">xx: /);
  expect(document).toMatch(/<noscript>.*<span lang="xx">xx: /);
  // Without a connection too, and never an old one.
  expect(readFileSync(`${dist}sw.js`, 'utf8')).toContain('manifest.xx.webmanifest');
  expect(readFileSync(`${dist}_headers`, 'utf8')).toContain('\n/manifest.xx.webmanifest\n');
});

for (const mode of ['isolated', 'inline'] as const) {
  test(`the widget speaks it, and the site's own words in it are taken (${mode})`, async ({ page }) => {
    const operator = { name: { en: 'Sample Bank', xx: 'xx: Bank' }, contacts: [{ name: { ja: '窓口', xx: 'xx: Desk' }, phone: '0120-000-000' }] };
    const frame = await serve({ folder: `${dist}widget/` });
    const html = `<!doctype html><html lang="xx"><meta charset="utf-8"><title>Site</title><link rel="icon" href="data:,"><script type="module" src="${frame.url}mioboe-check.js"></script><mioboe-check mode="${mode}"><script type="application/json">${JSON.stringify(operator)}</script></mioboe-check>`;
    const site = await serve({ headers: 'bare', instead: new Map([['/index.html', html]]) });
    await page.goto(site.url);
    const widget = new Widget(page, 'mioboe-check', mode);
    await widget.ready();
    await expect(widget.root).toHaveAttribute('lang', 'xx');
    if (mode === 'isolated') await expect(widget.element.locator('iframe')).toHaveAttribute('title', /^xx: /);
    await expect(widget.app.locator('h1').first()).toHaveText(/^xx: /);
    await expect(widget.part('from-site')).toContainText('xx: Bank');
    await expect(widget.part('site-contacts')).toContainText('xx: Desk');
    // A site that does not know the language is still understood.
    await widget.element.evaluate((element) => element.setAttribute('lang', 'ja'));
    await expect(widget.part('site-contacts')).toContainText('窓口');
    await expect(widget.part('from-site')).toContainText('Sample Bank');
    await site.close();
    await frame.close();
  });
}

test('the tests of catalogues hold for it, and name a message that it lacks', () => {
  const tests = ['test/languages.test.ts', 'test/screens/words.test.ts', 'test/embed/words.test.ts'];
  run('vitest/vitest.mjs', 'run', ...tests);
  change('xx/page/first.ftl', (text) => text.replace(/^drop-title = .*\n/m, ''));
  let said = '';
  try {
    run('vitest/vitest.mjs', 'run', 'test/languages.test.ts');
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: unknown; readonly stderr?: unknown };
    said = `${stdout}${stderr}`;
  }
  expect(said).toContain('xx: drop-title is missing');
});

/** English, with the tag before every value that stands on one line. */
function addLanguage(tag: string): void {
  cpSync(localesOf('en'), localesOf(tag), { recursive: true });
  const catalogues = readdirSync(localesOf(tag), { recursive: true }).map(String).filter((name) => name.endsWith('.ftl'));
  for (const name of catalogues) change(`${tag}/${name}`, (text) => text.replace(/^([a-z][\w-]*) = (?=.)/gm, `$1 = ${tag}: `));
  change(`${tag}/language.json`, (text) => {
    const language = JSON.parse(text) as { name: string; page: Record<string, string>; element: Record<string, string> };
    const marked = (words: Record<string, string>) => Object.fromEntries(Object.entries(words).map(([name, said]) => [name, `${tag}: ${said}`]));
    return JSON.stringify({ ...language, name: `${tag}: ${language.name}`, page: marked(language.page), element: marked(language.element) });
  });
}

function localesOf(path: string): string {
  return join(copy, 'crates/playbook/locales', path);
}

function change(path: string, how: (text: string) => string): void {
  const before = readFileSync(localesOf(path), 'utf8');
  const after = how(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  mkdirSync(join(localesOf(path), '..'), { recursive: true });
  writeFileSync(localesOf(path), after);
}

/** A tool of Node's packages, in the copy. */
function run(tool: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [`node_modules/${tool}`, ...args], { cwd: join(copy, 'www'), stdio: 'pipe', env: { ...process.env, NO_COLOR: '1' } });
}
