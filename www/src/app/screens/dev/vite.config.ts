//! `npx vite --config src/app/screens/dev/vite.config.ts`: the screens alone, with an invented report and no engine.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { issuersInBrief } from '../../../../build/bundle.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: folder('.'),
  plugins: [issuersInBrief()],
  // The report's words lie outside `www`.
  server: { port: 8790, strictPort: true, fs: { allow: [folder('../../../../..')] } },
  build: { target: 'es2022', outDir: folder('../../../../../target/screens-dev'), emptyOutDir: true },
});
