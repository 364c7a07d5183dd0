//! `import { advise, analyze } from 'mioboe'` in a browser or a worker of its own.

import { verbsWith } from './engine';

/** A bundler sees the files in this form and brings them along. */
export const { advise, analyze } = /* @__PURE__ */ verbsWith((build) =>
  fetched(build === 'core' ? new URL('./engine.wasm', import.meta.url) : new URL('./full-engine.wasm', import.meta.url)),
);

async function fetched(url: URL): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the engine could not be fetched: ${response.status}`);
  return response.arrayBuffer();
}

export * from './types';
