// Prints, for each folder with a truth.json, the module's report over its files: one line of JSON a folder.
// `reports.mjs core|full FOLDER...`

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { load } from './module.mjs';

const [build, ...folders] = process.argv.slice(2);
const { analyze } = await load(build);

for (const folder of folders) {
  const { today, utcOffset, region, files } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  const blobs = files.map((name) => ({ name, content: new Blob([readFileSync(join(folder, name))]) }));
  const total = blobs.reduce((sum, { content }) => sum + content.size, 0);
  let last = [];
  const { report } = await analyze({ today, utcOffset, region, household: [] }, blobs, (...heard) => (last = heard));
  if (String(last) !== String([files.length, total, total])) throw new Error(`progress ended at ${last}`);
  console.log(JSON.stringify(report));
}
