//! The worker's script: answers `analyze` with one report or one failure.

import { type FromWorker, LONG_LISTS, ROWS_AT_ONCE, type ToWorker } from './messages';
import type { Report } from './report';
import { load, type Run } from './run';

let run: Run | null = null;
const scope = self as unknown as DedicatedWorkerGlobalScope;

function say(message: FromWorker): void {
  scope.postMessage(message);
}

scope.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'load') {
    run = load(data.engine);
    return;
  }
  const { id, files, request } = data;
  try {
    if (!run) throw new Error('no module was loaded');
    const report = await run(files, request, (progress) => say({ type: 'progress', id, progress }));
    sendReport(id, report);
  } catch (error) {
    say({ type: 'failure', id, message: String(error) });
  }
};

/** A report of many thousands of rows goes in pieces: unpacked at once it would stop the page. */
function sendReport(id: number, report: Report): void {
  const rest = { ...report };
  for (const list of LONG_LISTS) {
    const rows: readonly unknown[] = report[list];
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      say({ type: 'rows', id, list, rows: rows.slice(from, from + ROWS_AT_ONCE) });
    }
    rest[list] = [];
  }
  say({ type: 'report', id, report: rest });
}
