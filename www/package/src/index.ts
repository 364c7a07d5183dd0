//! `import { analyze } from 'mioboe'` in a browser or a worker of its own.

import { type Analyze, analyzeWith } from './engine';

/** A bundler sees the file in this form and brings it along. */
export const analyze: Analyze = /* @__PURE__ */ analyzeWith(async () => {
  const response = await fetch(new URL('./engine.wasm', import.meta.url));
  if (!response.ok) throw new Error(`the engine could not be fetched: ${response.status}`);
  return response.arrayBuffer();
});

export * from './types';
