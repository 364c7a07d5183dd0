// A table and a mailbox of half a gigabyte each, made up while they are read: the module reads them piece by piece, as it
// does in a worker, in the memory of what is in them.

import { load } from './module.mjs';

const SIZE = 500 * 2 ** 20;
/** The bytes that the module may have grown to. */
const MOST = 96 * 2 ** 20;

const { analyze, memory } = await load('full');
const request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', household: [] };

const text = (words) => new TextEncoder().encode(words);
const row = text(`2026/09/01,見本書店,900,${'x'.repeat(16_000)}\n`);
const picture = `${'iVBORw0KGgoAAAANSUhEUgAAAZAAAAGQCAYAAACAvzbMAAAAA'}\n`.repeat(20_000);
const mail = text(
  `From MAILER Sat Oct  3 09:00:00 2026\nFrom: Mihon <a@mihon.example>\nSubject: mihon\nDate: Sat, 3 Oct 2026 09:00:00 +0900\n\n${picture}\n`,
);

// Node has none: files are waited for there, and large ones read whole.
globalThis.FileReaderSync = class {
  readAsArrayBuffer({ read }) {
    return read().buffer;
  }
};

for (const [name, head, part] of [
  ['table.csv', text('日付,店名,金額,画像\n'), row],
  ['mails.mbox', new Uint8Array(), mail],
]) {
  const count = Math.floor(SIZE / part.length);
  const size = head.length + count * part.length;
  let [reads, told] = [0, 0];
  const content = {
    size,
    slice: (from, to) => {
      const read = () => (reads++, bytes(head, part, from, Math.min(to, size)));
      return { read, arrayBuffer: async () => read().buffer };
    },
    stream() {
      throw new Error('the whole file was read');
    },
  };
  const { report } = await analyze(request, [{ name, content }], (file, done, total) => {
    if (done < told || total < done) throw new Error(`${done} of ${total} bytes after ${told}`);
    told = done;
  });
  const [source] = report.sources;
  if (source.used !== count) throw new Error(`${name}: ${source.used} of ${count} rows: ${JSON.stringify(source.problems.slice(0, 3))}`);
  if (told !== size) throw new Error(`${name}: progress ended at ${told}`);
  if (MOST < memory.buffer.byteLength) throw new Error(`${name}: ${memory.buffer.byteLength} bytes of memory`);
  console.log(`${name}: ${size} bytes in ${reads} pieces, ${memory.buffer.byteLength} bytes of memory`);
}

function bytes(head, part, from, to) {
  const found = new Uint8Array(to - from);
  let at = from;
  while (at < to) {
    const [source, start] = at < head.length ? [head, at] : [part, (at - head.length) % part.length];
    const piece = source.subarray(start, start + to - at);
    found.set(piece, at - from);
    at += piece.length;
  }
  return found;
}
