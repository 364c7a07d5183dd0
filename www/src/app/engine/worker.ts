//! The worker's script: answers `analyze` with one report or one failure.

import type { FromWorker, ToWorker } from './messages';
import { load, run } from './run';

const scope = self as unknown as DedicatedWorkerGlobalScope;

function say(message: FromWorker): void {
  scope.postMessage(message);
}

scope.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'load') {
    load(data.module);
    return;
  }
  const { id, files, request } = data;
  try {
    const report = await run(files, request, (progress) => say({ type: 'progress', id, progress }));
    say({ type: 'report', id, report });
  } catch (error) {
    say({ type: 'failure', id, message: String(error) });
  }
};
