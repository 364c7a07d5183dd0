//! `npm run build`: the page's script is the entry, `build/seal.ts` does the rest.

import { defineConfig } from 'vite';

import { output, script } from './build/bundle.ts';
import { seal } from './build/seal.ts';

export default defineConfig(async () => ({
  base: './',
  plugins: [await seal()],
  build: {
    ...output,
    outDir: '../dist',
    emptyOutDir: true,
    rolldownOptions: { input: 'src/page/main.ts', output: script },
  },
}));
