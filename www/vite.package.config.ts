//! `npm run build:package`: the scripts of the npm package; `build/package.ts` puts the rest beside them.

import { defineConfig } from 'vite';

import { output, plugins } from './build/bundle.ts';
import { packaged } from './build/package.ts';

export default defineConfig({
  publicDir: false,
  plugins: [packaged(), ...plugins({})],
  build: {
    ...output,
    outDir: 'package/dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        index: 'package/src/index.ts',
        'index.node': 'package/src/index.node.ts',
        element: 'src/element/element.ts',
        define: 'src/element/define.ts',
      },
      external: [/^node:/],
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
});
