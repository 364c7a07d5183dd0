//! `npm run build`: the page's script is the entry, `build/seal.ts` does the rest. `npm run build:single` makes the one file.

import { defineConfig, type UserConfig } from 'vite';

import { output, script } from './build/bundle.ts';
import { seal } from './build/seal.ts';
import { single } from './build/single.ts';

export default defineConfig(async ({ mode }): Promise<UserConfig> => {
  const alone = mode === 'single-file';
  return {
    base: './',
    plugins: [alone ? await single() : await seal()],
    publicDir: alone ? false : 'public',
    build: {
      ...output,
      outDir: alone ? '../dist-single' : '../dist',
      emptyOutDir: true,
      rolldownOptions: { input: alone ? 'src/single/main.ts' : 'src/page/main.ts', output: script },
    },
  };
});
