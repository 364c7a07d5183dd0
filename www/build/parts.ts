//! The app's script in two parts that share their modules: one stands in the document, the other comes a moment later.
//!
//! A sealed document runs only scripts whose text it knows by hash, and ES modules would have to name each other's addresses.
//! So the parts are written as CommonJS chunks, each a function under its name in one table.

import { build, type Rolldown } from 'vite';

import { plugins, output, type Provided, www } from './bundle.ts';

export interface Parts {
  /** Runs in the document. */
  readonly first: string;
  /** Runs once the first has, whenever that is. */
  readonly later: string;
  readonly style: string;
}

/** `first` and `later` are entries, as paths under `www/`. */
export async function bundleParts(first: string, later: string, provided: Provided = {}): Promise<Parts> {
  const result = (await build({
    root: www,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: plugins(provided),
    build: {
      ...output,
      write: false,
      rolldownOptions: {
        input: { first: `${www}${first}`, later: `${www}${later}` },
        preserveEntrySignatures: 'allow-extension',
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = new Map(result.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  const ofFirst = withImports('first.js', chunks);
  const ofLater = [...withImports('later.js', chunks)].filter((name) => !ofFirst.has(name));
  const text = (names: Iterable<string>): string => [...names].map((name) => asFunction(name, chunks.get(name)?.code ?? '')).join('');
  const style = result.output.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : []));
  return {
    first: `${TABLE}${text(ofFirst)}mioboe.run("first.js");`,
    later: `${text(ofLater)}mioboe.run("later.js");`,
    style: style.join('\n').trim(),
  };
}

/** Chunks by name; `run` gives what a chunk exports and runs it when it has not run yet. */
const TABLE =
  'var mioboe={chunks:{},made:{},run(name){name=name.replace("./","");if(!this.made[name]){const exports=this.made[name]={};' +
  'this.chunks[name](exports,(other)=>this.run(other))}return this.made[name]}};';

function asFunction(name: string, code: string): string {
  return `mioboe.chunks[${JSON.stringify(name)}]=function(exports,require){${code.trim()}\n};`;
}

/** The chunk and all it needs to run. */
function withImports(name: string, chunks: ReadonlyMap<string, Rolldown.OutputChunk>, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  const chunk = chunks.get(name);
  if (!chunk) throw new Error(`there is no chunk ${name}`);
  seen.add(name);
  for (const other of chunk.imports) withImports(other, chunks, seen);
  return seen;
}
