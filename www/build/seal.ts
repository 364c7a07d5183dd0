//! Puts the page together: app, worker and page become one document; the engine lies beside it; the service worker knows them all.

import { readdir, readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import type { PartName } from '../src/host/protocol.ts';

import { bundle, oneOf, provide, www } from './bundle.ts';
import { appDocument, type Document, pageDocument } from './documents.ts';
import { integrityOf, shortHash } from './hash.ts';
import { bundleParts } from './parts.ts';
import { headers } from './policy.ts';
import { caddy, nginx, underscoreHeaders } from './serving.ts';

const ENGINE = 'src/app/engine/pkg/mioboe_wasm_bg.wasm';

interface File {
  readonly url: string;
  readonly content: string | Uint8Array;
}

/** The plugins around the page's own script, which is this build's entry. */
export async function seal(): Promise<Plugin[]> {
  const worker = await bundle('src/app/engine/worker.ts');
  const app = await bundleParts('src/app/main.ts', 'src/app/screens/later.ts', {
    'virtual:worker-source': { default: worker.script },
  });
  const parts: Readonly<Record<PartName, File>> = {
    engine: hashed('engine', 'wasm', await readEngine()),
    screens: hashed('screens', 'js', app.later),
  };
  return [
    provide({ 'virtual:parts': { default: mapped(parts, ({ url, content }) => ({ url, integrity: integrityOf(content) })) } }),
    {
      name: 'mioboe:seal',
      // After Vite has put the styles beside the script.
      enforce: 'post',
      async generateBundle(_options, files) {
        const page = oneOf(Object.values(files));
        for (const name of Object.keys(files)) delete files[name];
        const document = await pageDocument(page, await appDocument(app));
        for (const { url: fileName, content: source } of await finish(document, Object.values(parts))) {
          this.emitFile({ type: 'asset', fileName, source });
        }
      },
    },
  ];
}

async function finish({ html, policy }: Document, parts: readonly File[]): Promise<File[]> {
  const stored = [{ url: './', content: html }, ...parts, ...(await publicFiles())].map((file) => ({
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
    { url: 'index.html', content: html },
    { url: 'sw.js', content: serviceWorker.script },
    { url: '_headers', content: underscoreHeaders(sent) },
    { url: 'server/nginx.conf', content: nginx(sent) },
    { url: 'server/Caddyfile', content: caddy(sent) },
  ];
}

/** Its name holds a hash of what is in it. */
function hashed(name: string, kind: string, content: File['content']): File {
  return { url: `assets/${name}-${shortHash(content)}.${kind}`, content };
}

function mapped<Name extends string, From, To>(from: Readonly<Record<Name, From>>, change: (value: From) => To): Record<Name, To> {
  return Object.fromEntries(Object.entries<From>(from).map(([name, value]) => [name, change(value)])) as Record<Name, To>;
}

function readEngine(): Promise<Uint8Array> {
  return readFile(`${www}${ENGINE}`).catch(() => {
    throw new Error(`www/${ENGINE} is missing: \`cargo xtask build\` makes it`);
  });
}

/** Vite copies these as they are. */
async function publicFiles(): Promise<File[]> {
  const entries = await readdir(`${www}public`, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
  return Promise.all(
    paths.sort().map(async (path) => ({ url: path.slice(`${www}public/`.length), content: await readFile(path) })),
  );
}
