// How long the module takes for the files of `bench/scale.rs`, and how much memory: `scale.mjs TODAY FILE...`, one line
// `milliseconds bytes`. Rows are handed over as text, as in the worker that the page has.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { load } from '../wasm/module.mjs';

const RUNS = 3;
const [today, ...paths] = process.argv.slice(2);
const files = paths.map((path) => ({ name: basename(path), content: new Blob([readFileSync(path)]) }));
const module = await load('core');
const times = [];
for (let run = 0; run < RUNS; run++) {
  const start = performance.now();
  let length = 0;
  await module.analyze({ today, utcOffset: '+09:00', region: 'jp', household: [] }, files, () => {}, (list, json) => {
    if (list === 'charges') length += json.length;
  });
  times.push(performance.now() - start);
  if (length === 0) throw new Error('no charges');
}
const [, median] = times.sort((a, b) => a - b);
// Asked again, it gives the instance that is there.
const { memory } = module.initSync();
console.log(`${Math.round(median)} ${memory.buffer.byteLength}`);
