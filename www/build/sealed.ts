//! The sealed app and the files that come after it: the same for every document that holds it.

import { readdir, readFile } from 'node:fs/promises';

import type { PartName } from '../src/host/protocol.ts';

import { bundle, type File, type Provided, www } from './bundle.ts';
import { integrityOf, shortHash } from './hash.ts';
import { bundleParts, type Parts } from './parts.ts';

const ENGINES = 'src/app/engine/pkg';

export interface SealedApp {
  readonly app: Parts;
  /** The script of the engine's worker. */
  readonly worker: string;
  /** What comes after the document. */
  readonly parts: Readonly<Record<PartName, File>>;
  /** What the script of the host around the app imports. */
  readonly provided: Provided;
}

/** `entry` starts the app. */
export async function sealedApp(entry: string): Promise<SealedApp> {
  const worker = await bundle('src/app/engine/worker.ts');
  const app = await bundleParts(entry, 'src/app/screens/later.ts', {
    'virtual:worker-source': { default: worker.script },
  });
  const parts: Readonly<Record<PartName, File>> = {
    engine: hashed('engine', 'wasm', await readEngine('mioboe_wasm')),
    'full-engine': hashed('full-engine', 'wasm', await readEngine('mioboe_wasm_full')),
    pdf: hashed('pdf', 'js', await bundlePdfReader()),
    screens: hashed('screens', 'js', app.later),
  };
  return {
    app,
    worker: worker.script,
    parts,
    provided: { 'virtual:parts': { default: mapped(parts, ({ url, content }) => ({ url, integrity: integrityOf(content) })) } },
  };
}

/** How fonts of Japanese PDFs that are not in the file name their letters. UTF-8 and UTF-32 are for no PDF. */
const CMAPS = /^(78|83|90|Add|Adobe-Japan1|EUC|Ext|Hankaku|Hiragana|Katakana|NWP|RKSJ|Roman|UniJIS|WP|H\.|V\.)(?!.*UTF(8|32)).*\.bcmap$/;

/** pdf.js, with what it would fetch. */
async function bundlePdfReader(): Promise<string> {
  const folder = `${www}node_modules/pdfjs-dist/cmaps/`;
  const names = (await readdir(folder)).filter((name) => CMAPS.test(name)).sort();
  const cmaps = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name.replace('.bcmap', ''), (await readFile(folder + name)).toString('base64')] as const)),
  );
  return (await bundle('src/app/pdf/worker.ts', { 'virtual:cmaps': { default: cmaps } })).script;
}

/** Its name holds a hash of what is in it. */
function hashed(name: string, kind: string, content: File['content']): File {
  return { url: `assets/${name}-${shortHash(content)}.${kind}`, content };
}

function mapped<Name extends string, From, To>(from: Readonly<Record<Name, From>>, change: (value: From) => To): Record<Name, To> {
  return Object.fromEntries(Object.entries<From>(from).map(([name, value]) => [name, change(value)])) as Record<Name, To>;
}

function readEngine(name: string): Promise<Uint8Array> {
  const path = `${ENGINES}/${name}_bg.wasm`;
  return readFile(`${www}${path}`).catch(() => {
    throw new Error(`www/${path} is missing: \`cargo xtask build\` makes it`);
  });
}
