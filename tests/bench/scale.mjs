// How long the module takes for the files of `bench/scale.rs`, and how much memory: `scale.mjs TODAY FILE...`, one line
// `milliseconds bytes`.

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
  const report = await module.analyze({ today, utcOffset: '+09:00', region: 'jp', household: [] }, files, () => {});
  times.push(performance.now() - start);
  if (report.charges.length === 0) throw new Error('no charges');
}
const [, median] = times.sort((a, b) => a - b);
// Asked again, it gives the instance that is there.
const { memory } = module.initSync();
console.log(`${Math.round(median)} ${memory.buffer.byteLength}`);
