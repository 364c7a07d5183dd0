//! Puts what is published as `mioboe` together around its scripts. The widget's folder was built before.

import { execFileSync } from 'node:child_process';
import { copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { www } from './bundle.ts';

const root = `${www}../`;
const home = `${www}package/`;
const dist = `${home}dist/`;
const engines = `${www}src/app/engine/pkg/`;
/** npm takes licences from the package's own folder only. */
const LICENCES = ['LICENSE', 'LICENSE-APACHE', 'LICENSE-MIT'];

/** After the scripts were written: types, the manifest of the element, the engines, the widget's folder. */
export function packaged(): Plugin {
  return {
    name: 'mioboe:package',
    // Vite would make copies of the modules under other names; they lie beside the scripts under their own.
    transform: {
      order: 'pre',
      handler: (code, id) => (/\/package\/src\/index(\.node)?\.ts$/.test(id) ? code.replaceAll("new URL('./", "new URL(/* @vite-ignore */ './") : null),
    },
    async closeBundle() {
      run('typescript/bin/tsc', '-p', `${home}tsconfig.json`);
      await withEndings(`${dist}types/`);
      run('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--config', 'custom-elements.config.mjs', '--quiet');
      await manifest();
      await copyFile(`${engines}mioboe_wasm_bg.wasm`, `${dist}engine.wasm`);
      await copyFile(`${engines}mioboe_wasm_full_bg.wasm`, `${dist}full-engine.wasm`);
      await copyFile(`${root}report.schema.json`, `${dist}report.schema.json`);
      await cp(`${root}dist/widget/`, `${dist}widget/`, { recursive: true });
      for (const licence of LICENCES) await copyFile(`${root}${licence}`, `${home}${licence}`);
    },
  };
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
