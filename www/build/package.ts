//! Puts what is published as `mioboe` together around its scripts. The widget's folder was built before.

import { execFileSync } from 'node:child_process';
import { copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { www } from './bundle.ts';

const root = `${www}../`;
const home = `${www}package/`;
const dist = `${home}dist/`;
const widget = `${root}dist/widget/`;
/** npm takes licences from the package's own folder only. */
const LICENCES = ['LICENSE', 'LICENSE-APACHE', 'LICENSE-MIT'];

/** After the scripts were written: types, the manifest of the element, the engines, the widget's folder. */
export function packaged(): Plugin {
  return {
    name: 'mioboe:package',
    // The engines are the widget's own, so that none is in the package twice. Vite would make copies of them under other names.
    transform: {
      order: 'pre',
      async handler(code, id) {
        if (!/\/package\/src\/index(\.node)?\.ts$/.test(id)) return null;
        const names = await readdir(`${widget}assets/`);
        return code.replaceAll(/new URL\('\.\/([a-z-]+)\.wasm'/g, (_, build: string) => `new URL(/* @vite-ignore */ './widget/assets/${oneOf(names, build)}'`);
      },
    },
    async closeBundle() {
      run('typescript/bin/tsc', '-p', `${home}tsconfig.json`);
      await withEndings(`${dist}types/`);
      run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'custom-elements.config.mjs', '--quiet');
      await manifest();
      for (const schema of ['report.schema.json', 'case.schema.json']) await copyFile(`${root}${schema}`, `${dist}${schema}`);
      await cp(widget, `${dist}widget/`, { recursive: true });
      for (const licence of LICENCES) await copyFile(`${root}${licence}`, `${home}${licence}`);
    },
  };
}

/** The file of a build, whose name ends with a hash. */
function oneOf(names: readonly string[], build: string): string {
  const [name, ...others] = names.filter((one) => new RegExp(`^${build}-[0-9a-f]+\\.wasm$`).test(one));
  if (!name || 0 < others.length) throw new Error(`dist/widget/assets has ${name ? 'more than one' : 'no'} ${build}: build the widget first`);
  return name;
}

function run(tool: string, ...args: readonly string[]): void {
  execFileSync(process.execPath, [`${www}node_modules/${tool}`, ...args], { cwd: www, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Node's way of looking for types wants the ending of every file that is named. */
async function withEndings(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/(from |import\(|import )(["'])(\.{1,2}\/[^"']+?)(?:\.ts)?\2/g, '$1$2$3.js$2'));
  }
}

/** The manifest names sources; who reads it has the built files. */
async function manifest(): Promise<void> {
  const file = `${dist}custom-elements.json`;
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replaceAll('src/element/element.ts', 'dist/element.js'));
}
