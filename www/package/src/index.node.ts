//! `import { analyze } from 'mioboe'` in Node and Deno.

import { readFile } from 'node:fs/promises';

import { type Analyze, analyzeWith } from './engine';

export const analyze: Analyze = /* @__PURE__ */ analyzeWith((build) =>
  readFile(build === 'core' ? new URL('./engine.wasm', import.meta.url) : new URL('./full-engine.wasm', import.meta.url)),
);

export * from './types';
