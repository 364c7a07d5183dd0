//! `npm run build:widget`: the script of the widget's frame is the entry, `build/widget.ts` does the rest.

import { defineConfig } from 'vite';

import { output, script } from './build/bundle.ts';
import { widget } from './build/widget.ts';

export default defineConfig(async () => ({
  base: './',
  publicDir: false as const,
  plugins: [await widget()],
  build: {
    ...output,
    outDir: '../dist/widget',
    emptyOutDir: true,
    rolldownOptions: { input: 'src/embed/shell.ts', output: script },
  },
}));
