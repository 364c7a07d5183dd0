//! `npm run build:examples`: the hosts written with React and Vue, and the README's pages, in `dist/examples/`.

import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vite';

import { examples, packagesOf, readmePages } from './build/examples.ts';

const www = fileURLToPath(new URL('./', import.meta.url));

export default defineConfig(async () => ({
  root: examples,
  base: './',
  publicDir: false as const,
  plugins: [packagesOf(www)],
  worker: { format: 'es' as const, plugins: () => [packagesOf(www)] },
  build: {
    outDir: `${www}node_modules/.mioboe/examples`,
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: [`${examples}react/index.html`, `${examples}vue/index.html`, ...(await readmePages(`${examples}readme/`))],
    },
  },
}));
