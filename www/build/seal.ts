//! Puts the page together: app, worker and page become one document; the engine lies beside it; the service worker knows them all.

import { readdir, readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { bundle, oneOf, provide, www } from './bundle.ts';
import { appDocument, pageDocument } from './documents.ts';
import { integrityOf, shortHash } from './hash.ts';
import { headers } from './policy.ts';
import { caddy, nginx, underscoreHeaders } from './serving.ts';

const ENGINE = 'src/app/engine/pkg/mioboe_wasm_bg.wasm';

interface File {
  readonly url: string;
  readonly content: string | Uint8Array;
}

/** The plugins around the page's own script, which is this build's entry. */
export async function seal(): Promise<Plugin[]> {
  const engine = await readEngine();
  const { url, integrity } = { url: engine.url, integrity: integrityOf(engine.content) };
  return [
    provide({ 'virtual:engine-file': { url, integrity } }),
    {
      name: 'mioboe:seal',
      // After Vite has put the styles beside the script.
      enforce: 'post',
      async generateBundle(_options, files) {
        const page = oneOf(Object.values(files));
        for (const name of Object.keys(files)) delete files[name];
        for (const { url: fileName, content: source } of await finish(page, engine)) {
          this.emitFile({ type: 'asset', fileName, source });
        }
      },
    },
  ];
}

async function finish(page: Parameters<typeof pageDocument>[0], engine: File): Promise<File[]> {
  const worker = await bundle('src/app/engine/worker.ts');
  const app = await bundle('src/app/main.ts', { 'virtual:worker-source': { default: worker.script } });
  const { html, policy } = await pageDocument(page, await appDocument(app));

  const stored = [{ url: './', content: html }, engine, ...(await publicFiles())].map((file) => ({
    url: file.url,
    integrity: integrityOf(file.content),
  }));
  const version = shortHash(JSON.stringify(stored));
  const serviceWorker = await bundle('src/page/service-worker/main.ts', {
    'virtual:precache': { files: stored, version },
  });

  const sent = headers(policy);
  return [
    engine,
    { url: 'index.html', content: html },
    { url: 'sw.js', content: serviceWorker.script },
    { url: '_headers', content: underscoreHeaders(sent) },
    { url: 'server/nginx.conf', content: nginx(sent) },
    { url: 'server/Caddyfile', content: caddy(sent) },
  ];
}

async function readEngine(): Promise<File> {
  const content = await readFile(`${www}${ENGINE}`).catch(() => {
    throw new Error(`www/${ENGINE} is missing: \`cargo xtask build\` makes it`);
  });
  return { url: `assets/engine-${shortHash(content)}.wasm`, content };
}

/** Vite copies these as they are. */
async function publicFiles(): Promise<File[]> {
  const entries = await readdir(`${www}public`, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
  return Promise.all(
    paths.sort().map(async (path) => ({ url: path.slice(`${www}public/`.length), content: await readFile(path) })),
  );
}
