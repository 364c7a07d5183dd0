// Prints what each file comes to after brotli, quality 11, in bytes.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

for (const file of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(file)).length);
