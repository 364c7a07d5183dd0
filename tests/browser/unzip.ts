//! Unpacks a ZIP as any program would, without one: stored and deflated files, named in its directory.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;

/** Gives the paths of the files. */
export function unzip(path: string, to: string): string[] {
  const zip = readFileSync(path);
  // Ours has no comment after its end.
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error('the ZIP does not end as one');
  const paths: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); 0 < left; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error(`no entry at ${at}`);
    const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const header = zip.readUInt32LE(at + 42);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const file = join(to, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed);
    paths.push(name);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return paths;
}
