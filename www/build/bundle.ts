//! Bundles one entry into one script, in memory.

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { parse } from 'smol-toml';
import { build, type Plugin, type Rolldown } from 'vite';

export const www = fileURLToPath(new URL('..', import.meta.url));

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** `provided` are the modules that only the build can write, by name. */
export async function bundle(entry: string, provided: Provided = {}, format: 'iife' | 'es' = 'iife'): Promise<Bundle> {
  const result = (await build({
    root: www,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: plugins(provided),
    build: {
      ...output,
      write: false,
      // A module keeps what it exports; a script has nobody to give it to.
      rolldownOptions: { input: `${www}${entry}`, preserveEntrySignatures: format === 'es' ? 'strict' : false, output: { ...script, format } },
    },
  })) as Rolldown.RolldownOutput;
  return oneOf(result.output);
}

/** What every script of ours is put through. */
export function plugins(provided: Provided): Plugin[] {
  return [provide(provided), issuersInBrief(), engineWithoutAddress(), pdfReaderAlone(), wordsWithoutNotes()];
}

/** Classic scripts: they run where they stand, and a worker made from text needs one. */
export const script = { format: 'iife', codeSplitting: false } as const;

/** What every build of ours has in common. */
export const output = {
  target: 'es2022',
  modulePreload: false,
  reportCompressedSize: false,
  cssCodeSplit: false,
} as const;

export function oneOf(files: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Bundle {
  const chunks = files.filter((file) => file.type === 'chunk');
  const [chunk] = chunks;
  if (!chunk || 1 < chunks.length) throw new Error(`one script expected, got ${chunks.length}`);
  const assets = files.filter((file) => file.type === 'asset');
  const styles = assets.filter(({ fileName }) => fileName.endsWith('.css'));
  if (styles.length < assets.length) {
    throw new Error(`nothing may be left outside the script: ${assets.map(({ fileName }) => fileName).join(', ')}`);
  }
  return { script: chunk.code.trim(), style: styles.map(({ source }) => String(source)).join('\n').trim() };
}

/** Takes what Vite made of a build's entry, and leaves other files in its place. */
export function inPlaceOfScript(name: string, files: (entry: Bundle) => Promise<readonly File[]>): Plugin {
  return {
    name,
    // After Vite has put the styles beside the script.
    enforce: 'post',
    async generateBundle(_options, made) {
      const entry = oneOf(Object.values(made));
      for (const file of Object.keys(made)) delete made[file];
      for (const { url: fileName, content: source } of await files(entry)) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

export interface File {
  readonly url: string;
  readonly content: string | Uint8Array;
}

export type Provided = Readonly<Record<`virtual:${string}`, Readonly<Record<string, unknown>>>>;

/** Modules made of plain values. */
export function provide(provided: Provided): Plugin {
  return {
    name: 'mioboe:provide',
    resolveId: (id) => (id in provided ? `\0${id}` : null),
    load: (id) => {
      const values = provided[id.slice(1) as keyof Provided];
      if (!id.startsWith('\0virtual:') || !values) return null;
      return Object.entries(values)
        .map(([name, value]) => (name === 'default' ? `export default ${JSON.stringify(value)};` : `export const ${name} = ${JSON.stringify(value)};`))
        .join('\n');
    },
  };
}

/** The engine is given its bytes. Left in, the address the bindings could load it from would become a second copy. */
function engineWithoutAddress(): Plugin {
  return {
    name: 'mioboe:engine-without-address',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('/engine/pkg/') ? code.replace(/new URL\([^()]*,\s*import\.meta\.url\)/g, 'undefined') : null,
  };
}

/** pdf.js is one script with both its halves, and has no address that anything could be loaded from. */
function pdfReaderAlone(): Plugin {
  return {
    name: 'mioboe:pdf-reader-alone',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('/pdfjs-dist/') ? code.replaceAll('import.meta.url', 'undefined').replace(/\bimport\((?!")/g, 'Promise.reject(') : null,
  };
}

/** Catalogues are written for translators; the page needs neither their notes nor the empty lines between messages. Those in a letter stay. */
function wordsWithoutNotes(): Plugin {
  return {
    name: 'mioboe:words-without-notes',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith('.ftl?raw')) return null;
      const words = await readFile(id.slice(0, -'?raw'.length), 'utf8');
      return `export default ${JSON.stringify(words.replace(/^#.*\n/gm, '').replace(/\n{2,}(?! )/g, '\n'))};`;
    },
  };
}

const ISSUERS = 'virtual:issuers';

/** Of each statement dialect only who issues it and where the person finds the file: the rest is the engine's. */
export function issuersInBrief(): Plugin {
  return {
    name: 'mioboe:issuers',
    resolveId: (id) => (id === ISSUERS ? `\0${ISSUERS}` : null),
    async load(id) {
      if (id !== `\0${ISSUERS}`) return null;
      const folder = `${www}../crates/ingest/profiles/`;
      const names = (await readdir(folder)).filter((name) => name.endsWith('.toml')).sort();
      const issuers = await Promise.all(
        names.map(async (name) => {
          const { id: profile, region, download } = parse(await readFile(folder + name, 'utf8'));
          return { id: profile, region, download };
        }),
      );
      return `export default ${JSON.stringify(issuers)};`;
    },
  };
}
