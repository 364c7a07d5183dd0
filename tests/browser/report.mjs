//! Prints the report of the packed engine for the given files: what a page has to show. `report.mjs REQUEST FILE...`

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { load } from '../wasm/module.mjs';

const [request, ...paths] = process.argv.slice(2);
const { analyze } = await load('full');
const files = await Promise.all(paths.map(async (path) => ({ name: basename(path), content: new Blob([await readFile(path)]) })));
process.stdout.write(JSON.stringify((await analyze(JSON.parse(request), files, () => {})).report));
