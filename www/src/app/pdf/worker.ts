//! The script that reads a PDF: pdf.js, its two halves in one thread, with nothing to fetch from.

import cmaps from 'virtual:cmaps';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Leaves its half where the other looks for it, so that no further worker is started.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { FromPdfReader, ToPdfReader } from './messages';
import { PAGE, pieceLine, TEXT_HEAD } from './text';

/** A year of statements has a tenth of this. */
const MOST_PAGES = 400;
const MOST_PIECES = 300_000;

const scope = self as unknown as DedicatedWorkerGlobalScope;

function say(message: FromPdfReader): void {
  scope.postMessage(message);
}

/** How Japanese fonts that are not in the file name their letters. */
class Bundled {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? cmaps[filename.replace(/\.bcmap$/, '')] : undefined;
    if (map === undefined) throw new Error(`there is no ${filename}`);
    return Uint8Array.from(atob(map), (letter) => letter.charCodeAt(0));
  }
}

async function read({ bytes, password }: ToPdfReader): Promise<FromPdfReader> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...(password === null ? {} : { password }),
    BinaryDataFactory: Bundled,
    cMapUrl: 'bundled/',
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  } as Parameters<typeof getDocument>[0]);
  const pdf = await task.promise;
  if (MOST_PAGES < pdf.numPages) return { type: 'pdf-failed', why: 'too-large' };
  const lines = [TEXT_HEAD];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    lines.push(PAGE);
    for (const item of items) {
      if ('str' in item) lines.push(...pieceLine(item, transform));
      if (MOST_PIECES < lines.length) return { type: 'pdf-failed', why: 'too-large' };
    }
    page.cleanup();
  }
  return { type: 'pdf-text', text: lines.join('\n') };
}

scope.addEventListener('message', ({ data }: MessageEvent<Partial<ToPdfReader>>) => {
  // pdf.js talks to itself over the same channel.
  if (!(data.bytes instanceof ArrayBuffer)) return;
  read({ bytes: data.bytes, password: data.password ?? null }).then(say, (error: unknown) => {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    say(isLocked ? { type: 'pdf-locked' } : { type: 'pdf-failed', why: 'broken' });
  });
});
