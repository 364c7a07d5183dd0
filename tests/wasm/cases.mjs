// Prints, for each folder with a truth.json and each thing said of it, the module's case: one line of JSON each.
// `cases.mjs core|full SAID-FOLDER FOLDER...`; SAID-FOLDER has a list of what is said of each folder, as `<name>.json`.
//
// The report stays in the module's memory, as for the page. The full module also takes it from outside, as for a case that is opened
// again, and must say the same of it.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { load } from './module.mjs';

const [build, sayings, ...folders] = process.argv.slice(2);
const { analyze, adviser_of } = await load(build);

for (const folder of folders) {
  const { today, utcOffset, region, files } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  const blobs = files.map((name) => ({ name, content: new Blob([readFileSync(join(folder, name))]) }));
  const adviser = await analyze({ today, utcOffset, region, household: [] }, blobs, () => undefined);
  const { report } = adviser;
  const needsFull = report.sources.some(({ problems }) => problems.some(({ code }) => code === 'needs-full-reader'));
  const again = build === 'full' ? adviser_of(JSON.stringify(report)) : null;
  for (const said of JSON.parse(readFileSync(join(sayings, `${basename(folder)}.json`), 'utf8'))) {
    const text = adviser.advise(said);
    if (again && again.advise(said) !== text) throw new Error(`${folder}: a report that is opened again has another case`);
    if (JSON.stringify(JSON.parse(text)) !== text) throw new Error(`${folder}: a browser reads the case in another order`);
    console.log(needsFull ? 'needs-full-reader' : text);
  }
  adviser.free();
  again?.free();
}
