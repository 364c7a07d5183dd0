//! The examples that need a bundler, and those in the package's README, as pages of their own.

import { mkdir, readFile, writeFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { www } from './bundle.ts';

export const examples = `${www}../examples/`;

/** Packages are looked for where the front end has its own; the examples have none. */
export function packagesOf(folder: string): Plugin {
  return {
    name: 'mioboe:packages',
    enforce: 'pre',
    resolveId(id, importer) {
      return /^[a-z]/.test(id) && importer && !importer.includes('/node_modules/') ? this.resolve(id, `${folder}index.html`, { skipSelf: true }) : null;
    },
  };
}

/** Writes the README's examples for pages into `folder`, and gives the pages that hold them. */
export async function readmePages(folder: string): Promise<string[]> {
  const blocks = codeBlocks(await readFile(`${www}package/README.md`, 'utf8'));
  await mkdir(folder, { recursive: true });
  const files: Readonly<Record<string, string>> = {
    'page.js': blocks.get('page.js') ?? '',
    'worker.js': blocks.get('worker.js') ?? '',
    'start-worker.js': `const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
const [input, shown] = [document.querySelector('input'), document.querySelector('output')];
worker.onmessage = ({ data }) => (shown.value = data.failure ?? String(data.report.charges.length));
input.addEventListener('change', () => worker.postMessage([...input.files]));`,
    'page.html': pageWith('page.js'),
    'worker.html': pageWith('start-worker.js'),
  };
  for (const [name, text] of Object.entries(files)) {
    if (text === '') throw new Error(`README.md has no example ${name}`);
    await writeFile(`${folder}${name}`, text);
  }
  return ['page.html', 'worker.html'].map((name) => `${folder}${name}`);
}

/** Blocks of JavaScript by the file name their first line begins with. */
export function codeBlocks(markdown: string): ReadonlyMap<string, string> {
  return new Map([...markdown.matchAll(/```js\n(\/\/ ([\w.-]+)[^\n]*\n[^]*?)```/g)].map(([, code = '', name = '']) => [name, code] as const));
}

function pageWith(script: string): string {
  return `<!doctype html><meta charset="utf-8"><title>${script}</title><input type="file" multiple><output></output><script type="module" src="./${script}"></script>`;
}
