//! Starts the reader of PDFs, lets it read one, and ends it: what it holds of the file goes with it.

import type { WorkerSource } from '../engine/start-worker';
import type { FromPdfReader, ToPdfReader } from './messages';
import type { ReadPdf } from './pdf-engine';

/** A reader silent for this long is taken for dead. */
const PATIENCE_MS = 60_000;

export function readerFrom(source: () => Promise<WorkerSource>): ReadPdf {
  return async (bytes, password, signal) => {
    const worker = (await source()).start('mioboe-pdf');
    let patience: ReturnType<typeof setTimeout> | undefined;
    let abort: (() => void) | undefined;
    try {
      return await new Promise<FromPdfReader>((resolve, reject) => {
        const fail = (): void => resolve({ type: 'pdf-failed', why: 'broken' });
        abort = () => reject(signal?.reason);
        signal?.addEventListener('abort', abort);
        patience = setTimeout(fail, PATIENCE_MS);
        worker.onerror = fail;
        worker.onmessage = ({ data }: MessageEvent<FromPdfReader | null>) => {
          // pdf.js talks to itself over the same channel.
          if (data?.type?.startsWith('pdf-')) resolve(data);
        };
        worker.postMessage({ bytes, password } satisfies ToPdfReader, [bytes]);
      });
    } finally {
      clearTimeout(patience);
      if (abort) signal?.removeEventListener('abort', abort);
      worker.terminate();
    }
  };
}
