//! `import { analyze } from 'mioboe'` in Node and Deno.

import { readFile } from 'node:fs/promises';

import { type Analyze, analyzeWith } from './engine';

export const analyze: Analyze = /* @__PURE__ */ analyzeWith(() => readFile(new URL('./engine.wasm', import.meta.url)));

export * from './types';
