//! Puts the page together: app, worker and page become one document; the engine lies beside it; the service worker knows them all.

import { readdir, readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { bundle, type File, inPlaceOfScript, provide, www } from './bundle.ts';
import { appDocument, type Document, pageDocument } from './documents.ts';
import { integrityOf, shortHash } from './hash.ts';
import { manifests } from './manifest.ts';
import { headers } from './policy.ts';
import { sealedApp } from './sealed.ts';
import { caddy, nginx, underscoreHeaders } from './serving.ts';

/** The plugins around the page's own script, which is this build's entry. */
export async function seal(): Promise<Plugin[]> {
  const { app, parts, provided } = await sealedApp('src/app/main.ts');
  return [
    provide(provided),
    inPlaceOfScript('mioboe:seal', async (page) => finish(await pageDocument(page, await appDocument(app)), Object.values(parts))),
  ];
}

async function finish({ html, policy }: Document, parts: readonly File[]): Promise<File[]> {
  const { manifests: named, pictures } = await manifests();
  const stored = [{ url: './', content: html }, ...parts, ...named, ...(await publicFiles())].map((file) => ({
    url: file.url,
    integrity: integrityOf(file.content),
  }));
  const version = shortHash(JSON.stringify(stored));
  const serviceWorker = await bundle('src/page/service-worker/main.ts', {
    'virtual:precache': { files: stored, version },
  });

  const sent = headers(policy);
  return [
    ...parts,
    ...named,
    ...pictures,
    { url: 'index.html', content: html },
    { url: 'sw.js', content: serviceWorker.script },
    { url: '_headers', content: underscoreHeaders(sent) },
    { url: 'server/nginx.conf', content: nginx(sent) },
    { url: 'server/Caddyfile', content: caddy(sent) },
  ];
}

/** Vite copies these as they are. */
async function publicFiles(): Promise<File[]> {
  const entries = await readdir(`${www}public`, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
  return Promise.all(
    paths.sort().map(async (path) => ({ url: path.slice(`${www}public/`.length), content: await readFile(path) })),
  );
}
