//! The worker's script: answers `analyze` with one report or one failure.

import type { FromWorker, ToWorker } from './messages';
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
    const report = await run(
      files,
      request,
      (progress) => say({ type: 'progress', id, progress }),
      // A report of many thousands of rows goes in pieces: unpacked at once it would stop the page.
      (list, json) => say({ type: 'rows', id, list, json }),
    );
    say({ type: 'report', id, report });
  } catch (error) {
    say({ type: 'failure', id, message: String(error) });
  }
};
