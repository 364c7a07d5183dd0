// The packed modules, as a browser gets them, in Node.

import { readFileSync } from 'node:fs';

const PACKED = new URL('../../www/src/app/engine/pkg/', import.meta.url);
const NAMES = { core: 'mioboe_wasm', full: 'mioboe_wasm_full' };

/** `core` or `full`, ready to be asked, with its memory. */
export async function load(build) {
  const bindings = await import(new URL(`${NAMES[build]}.js`, PACKED));
  const { memory } = bindings.initSync({ module: readFileSync(new URL(`${NAMES[build]}_bg.wasm`, PACKED)) });
  return { ...bindings, memory };
}
