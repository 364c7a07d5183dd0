//! Puts the widget's folder together: the frame's document, the parts of its app, the element's script, and the headers to send.

import { readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { bundle, inPlaceOfScript, provide } from './bundle.ts';
import { appDocument, pageDocument } from './documents.ts';
import { integrityOf } from './hash.ts';
import { widgetHeaders } from './policy.ts';
import { sealedApp } from './sealed.ts';
import { caddy, nginx, underscoreHeaders } from './serving.ts';

/** The plugins around the script of the widget's frame, which is this build's entry. */
export async function widget(): Promise<Plugin[]> {
  const { app, parts, provided } = await sealedApp('src/embed/app.ts');
  const element = await bundle('src/element/script-tag.ts', {}, 'es');
  return [
    provide({ ...provided, 'virtual:version': { default: await version() } }),
    inPlaceOfScript('mioboe:widget', async (shell) => {
      const frame = await pageDocument(shell, await appDocument(app), 'src/embed/frame.html');
      const sent = widgetHeaders(frame.policy);
      return [
        ...Object.values(parts),
        { url: 'frame.html', content: frame.html },
        { url: 'mioboe-check.js', content: element.script },
        { url: 'integrity.json', content: `${JSON.stringify({ 'mioboe-check.js': integrityOf(element.script) }, null, 2)}\n` },
        { url: '_headers', content: underscoreHeaders(sent) },
        { url: 'server/nginx.conf', content: nginx(sent) },
        { url: 'server/Caddyfile', content: caddy(sent) },
      ];
    }),
  ];
}

/** One version for everything, and the workspace's is the one. */
export async function version(): Promise<string> {
  const manifest = await readFile(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  const [, found] = /^\[workspace\.package\]\nversion = "([^"]+)"/m.exec(manifest) ?? [];
  if (!found) throw new Error('Cargo.toml names no version');
  return found;
}
