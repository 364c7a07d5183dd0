//! `import { advise, analyze } from 'mioboe'` in Node and Deno.

import { readFile } from 'node:fs/promises';

import { verbsWith } from './engine';

export const { advise, analyze } = /* @__PURE__ */ verbsWith((build) =>
  readFile(build === 'core' ? new URL('./engine.wasm', import.meta.url) : new URL('./full-engine.wasm', import.meta.url)),
);

export * from './types';
