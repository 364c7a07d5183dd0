//! Unit tests run in Node, over the sources and the packed engine.

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/**/*.test.ts', 'src/**/*.test.ts'], exclude: ['test/package/**'], environment: 'node', setupFiles: ['test/every-word.ts'] },
});
