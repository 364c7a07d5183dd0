//! The worker's script: answers `analyze` with one report or one failure.

import type { FromWorker, ToWorker } from './messages';
import { load, type Run } from './run';

let run: Run | null = null;
/** Goes on with the rows that wait. */
let goOn = (): void => undefined;
const scope = self as unknown as DedicatedWorkerGlobalScope;

function say(message: FromWorker): void {
  scope.postMessage(message);
}

scope.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'load') {
    run = load(data.engine);
    return;
  }
  if (data.type === 'taken') {
    goOn();
    return;
  }
  const { id, files, request } = data;
  const rows: FromWorker[] = [];
  try {
    if (!run) throw new Error('no module was loaded');
    const report = await run(
      files,
      request,
      (progress) => say({ type: 'progress', id, progress }),
      (list, json) => rows.push({ type: 'rows', id, list, json }),
    );
    // A report of many thousands of rows goes in pieces: unpacked at once it would stop the page. And one by one: while this thread
    // worked on, the page's would wait for a core to tidy its memory with.
    rows.reverse();
    for (let piece = rows.pop(); piece; piece = rows.pop()) {
      const taken = new Promise<void>((resolve) => (goOn = resolve));
      say(piece);
      await taken;
    }
    say({ type: 'report', id, report });
  } catch (error) {
    say({ type: 'failure', id, message: String(error) });
  }
};
