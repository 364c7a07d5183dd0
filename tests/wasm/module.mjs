// The packed module, as a browser gets it, in Node.

import { readFileSync } from 'node:fs';

import { analyze, initSync, version } from '../../www/src/app/engine/pkg/mioboe_wasm.js';

initSync({ module: readFileSync(new URL('../../www/src/app/engine/pkg/mioboe_wasm_bg.wasm', import.meta.url)) });

export { analyze, version };
