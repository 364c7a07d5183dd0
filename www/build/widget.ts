//! Puts the widget's folder together: the frame's document, the parts of its app, the element's script, and the headers to send.

import { readdir, readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { bundle, inPlaceOfScript, provide, www } from './bundle.ts';
import { appDocument, pageDocument } from './documents.ts';
import { integrityOf } from './hash.ts';
import { widgetHeaders } from './policy.ts';
import { scoped } from './scoped.ts';
import { sealedApp } from './sealed.ts';
import { caddy, nginx, underscoreHeaders } from './serving.ts';

/** The plugins around the script of the widget's frame, which is this build's entry. */
export async function widget(): Promise<Plugin[]> {
  const { app, worker, parts, provided } = await sealedApp('src/embed/app.ts');
  const known = { ...provided, 'virtual:version': { default: await version() }, 'virtual:cards': { default: await cards() } };
  const element = await bundle('src/element/script-tag.ts', {}, 'es');
  // The style comes out of the same sources as the sealed app's.
  const inline = await bundle(
    'src/embed/inline.ts',
    { ...known, 'virtual:style': { default: await inlineStyle(app.style) }, 'virtual:worker-source': { default: worker } },
    'es',
  );
  const scripts = { 'mioboe-check.js': element.script, 'inline.js': inline.script };
  const integrity = Object.fromEntries(Object.entries(scripts).map(([name, script]) => [name, integrityOf(script)]));
  return [
    provide(known),
    inPlaceOfScript('mioboe:widget', async (shell) => {
      const frame = await pageDocument(shell, await appDocument(app), 'src/embed/frame.html');
      const sent = widgetHeaders(frame.policy);
      return [
        ...Object.values(parts),
        { url: 'frame.html', content: frame.html },
        ...Object.entries(scripts).map(([url, content]) => ({ url, content })),
        { url: 'integrity.json', content: `${JSON.stringify(integrity, null, 2)}\n` },
        { url: '_headers', content: underscoreHeaders(sent) },
        { url: 'server/nginx.conf', content: nginx(sent) },
        { url: 'server/Caddyfile', content: caddy(sent) },
      ];
    }),
  ];
}

/** The app's own style, made to stand in a shadow root. */
async function inlineStyle(style: string): Promise<string> {
  return scoped((await readFile(`${www}src/embed/inline.css`, 'utf8')) + style);
}

/** The ids of all statement formats. */
async function cards(): Promise<string[]> {
  const names = await readdir(`${www}../crates/ingest/profiles`);
  return names.flatMap((name) => (name.endsWith('.toml') ? [name.slice(0, -'.toml'.length)] : [])).sort();
}

/** One version for everything, and the workspace's is the one. */
export async function version(): Promise<string> {
  const manifest = await readFile(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  const [, found] = /^\[workspace\.package\]\nversion = "([^"]+)"/m.exec(manifest) ?? [];
  if (!found) throw new Error('Cargo.toml names no version');
  return found;
}
