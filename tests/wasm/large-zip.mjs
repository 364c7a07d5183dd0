// An export of half a gigabyte, nearly all of it a photo: it gives the report of the same export without the photo, and
// the photo is never read. `large-zip.mjs core|full ZIP`

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { load } from './module.mjs';

const [build, path] = process.argv.slice(2);
const { analyze } = await load(build);
const PHOTO = 500 * 2 ** 20;
/** The tables and what leads to them. */
const MOST_READ = 2 ** 18;

const small = readFileSync(path);
const name = basename(path);
const request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', household: [] };
const report = async (content) => JSON.stringify((await analyze(request, [{ name, content }], () => {})).report);

const expected = await report(new Blob([small]));
if (!expected.includes('amazon-orders-l2')) throw new Error('the export has no orders');

let read = 0;
const pieces = withPhoto(small);
const large = {
  size: pieces.reduce((sum, piece) => sum + piece.length, 0),
  slice: (from, to) => ({ arrayBuffer: async () => bytes(from, to).buffer }),
  stream() {
    throw new Error('the whole file was read');
  },
};
const found = await report(large);
if (found !== expected) throw new Error(`another report:\n${found}\n${expected}`);
if (read > MOST_READ) throw new Error(`${read} bytes were read`);
console.log(`${large.size} bytes of ZIP, ${read} read`);

/** The pieces of the ZIP with a photo before its entries; zeros stand for the photo and take no memory. */
function withPhoto(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const [length, start] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
  const photo = Buffer.from('photo.jpeg');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  for (const [header, sizes] of [[local, 18], [record, 20]]) {
    header.writeUInt32LE(PHOTO, sizes);
    header.writeUInt32LE(PHOTO, sizes + 4);
    header.writeUInt16LE(photo.length, sizes + 8);
  }
  const shift = local.length + photo.length + PHOTO;
  const records = Buffer.from(zip.subarray(start, start + length));
  for (let at = 0; at < records.length; ) {
    records.writeUInt32LE(records.readUInt32LE(at + 42) + shift, at + 42);
    at += 46 + records.readUInt16LE(at + 28) + records.readUInt16LE(at + 30) + records.readUInt16LE(at + 32);
  }
  const tail = Buffer.from(zip.subarray(end));
  for (const at of [8, 10]) tail.writeUInt16LE(tail.readUInt16LE(at) + 1, at);
  tail.writeUInt32LE(length + record.length + photo.length, 12);
  tail.writeUInt32LE(start + shift, 16);
  return [local, photo, { length: PHOTO }, zip.subarray(0, start), record, photo, records, tail];
}

function bytes(from, to) {
  read += to - from;
  const part = new Uint8Array(to - from);
  let starts = 0;
  for (const piece of pieces) {
    const [first, last] = [Math.max(from, starts), Math.min(to, starts + piece.length)];
    if (first < last && piece instanceof Uint8Array) {
      part.set(piece.subarray(first - starts, last - starts), first - from);
    }
    starts += piece.length;
  }
  return part;
}
