//! The two documents: the sealed app, and the page that holds it as an attribute.

import { readFile } from 'node:fs/promises';

import { FluentBundle, FluentResource } from '@fluent/bundle';

import { type Bundle, www } from './bundle.ts';
import { HOME } from '../src/app/roles.ts';
import { LANGUAGES } from './languages.ts';
import type { Parts } from './parts.ts';
import { appPolicy, pagePolicy, singlePolicy } from './policy.ts';

export interface Document {
  readonly html: string;
  /** What may run in it: texts exactly as the browser will see and hash them. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly policy: string;
}

/** The later part is not in it, but may run in it. */
export async function appDocument({ first, later, style }: Parts): Promise<Document> {
  const scripts = [asInlineScript(first)];
  const styles = [style].filter(Boolean);
  const allowed = [...scripts, later];
  const app = await document('src/app/app.html', scripts, styles, appPolicy({ scripts: allowed, styles }));
  return { ...app, scripts: allowed };
}

/** The document of a host, with the app in it. `template` is a path under `www/`. */
export async function pageDocument(page: Bundle, app: Document, template = 'index.html'): Promise<Document> {
  const scripts = [asInlineScript(page.script)];
  const styles = [page.style].filter(Boolean);
  // The frame inherits the page's policy, so the page must allow what is in the frame.
  const policy = pagePolicy({ scripts: [...scripts, ...app.scripts], styles: [...styles, ...app.styles] });
  return document(template, scripts, styles, policy, { app: asAttribute(app.html), icon: await icon(), coming: firstScreens() });
}

/** The page as one file: `parts` are blocks of data in it, by name. */
export async function singleDocument(page: Bundle, app: Document, parts: Readonly<Record<string, string>>): Promise<Document> {
  const scripts = [asInlineScript(page.script)];
  const styles = [page.style].filter(Boolean);
  const policy = singlePolicy({ scripts: [...scripts, ...app.scripts], styles: [...styles, ...app.styles] });
  const blocks = Object.entries(parts).map(([name, data]) => `<script type="text/plain" id="part-${name}">${data}</script>`);
  return document('single.html', scripts, styles, policy, { app: asAttribute(app.html), icon: await icon(), parts: blocks.join('') });
}

/** The words of the first screen as plain HTML, one block a language: they are there before the app is. */
function firstScreens(): string {
  return LANGUAGES.map(({ lang, first }) => {
    const words = new FluentBundle(lang, { useIsolating: false });
    words.addResource(new FluentResource(first));
    const say = (id: string): string => asText(words.formatPattern(words.getMessage(id)?.value ?? id));
    return `<div class="coming" lang="${lang}" aria-hidden="true"><p class="coming-brand">${say('brand')}</p><p class="coming-title">${say('first-title')}</p><p>${say('first-lead')}</p><div class="coming-card"><p>${say('drop-title')}</p><p>${say('drop-hint')}</p></div></div>`;
  }).join('');
}

function asText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Written into the page: browsers fetch an icon late, and the page is to send nothing once it is there. */
async function icon(): Promise<string> {
  return `data:image/svg+xml,${encodeURIComponent(await readFile(`${www}public/icons/icon.svg`, 'utf8'))}`;
}

/** In every language, each marked as its own. */
function inEvery(said: 'needsScript' | 'widgetNeedsScript'): string {
  return LANGUAGES.map((language) => `<span lang="${language.lang}">${asText(language[said])}</span>`).join('<br />');
}

/** What all documents that hold the app have in common. The app has no origin of its own in them, wherever they lie: no storage, no network, no address. */
const SHARED: Readonly<Record<string, string>> = {
  home: HOME,
  description: asText(LANGUAGES[0]?.description ?? '').replaceAll('"', '&quot;'),
  alternates: LANGUAGES.map(({ lang }) => `<link rel="alternate" hreflang="${lang}" href="./?lang=${lang}" />`).join(''),
  noscript: `<noscript>${inEvery('needsScript')}</noscript>`,
  widgetnoscript: `<noscript>${inEvery('widgetNeedsScript')}</noscript>`,
  head: '<meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="%policy%" /><meta name="referrer" content="no-referrer" /><meta name="color-scheme" content="light dark" />',
  frame: '<iframe title="Mioboe" sandbox="allow-scripts allow-downloads allow-modals" allow="clipboard-write *" srcdoc="%app%"></iframe>',
};

async function document(
  template: string,
  scripts: readonly string[],
  styles: readonly string[],
  policy: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Document> {
  const parts: Readonly<Record<string, string>> = {
    policy,
    styles: styles.map((style) => `<style>${style}</style>`).join(''),
    scripts: scripts.map((script) => `<script>${script}</script>`).join(''),
    ...more,
  };
  const fill = (text: string, from: Readonly<Record<string, string>>): string => text.replace(/%([a-z]+)%/g, (whole, name: string) => from[name] ?? whole);
  const html = fill(fill(await readFile(`${www}${template}`, 'utf8'), SHARED), parts);
  return { html, scripts, styles, policy };
}

/** Inside a script element these three would end it or change how it is read; the escape means the same to JavaScript. */
function asInlineScript(script: string): string {
  return script.replace(/<(?=!--|\/?script)/gi, '\\x3C');
}

function asAttribute(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
