//! The worker's script: answers `analyze` with one report or one failure, holds the report, and says what follows from it.

import type { FromWorker, ToWorker } from './messages';
import type { Report } from './report';
import { type Held, load, type Ready } from './run';

let ready: Ready | null = null;
let held: Held | null = null;
/** Goes on with the rows that wait. */
let goOn = (): void => undefined;
const scope = self as unknown as DedicatedWorkerGlobalScope;

function say(message: FromWorker): void {
  scope.postMessage(message);
}

scope.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'load') {
    ready = load(data.engine);
    return;
  }
  if (data.type === 'taken') {
    goOn();
    return;
  }
  const { id } = data;
  try {
    if (!ready) throw new Error('no module was loaded');
    if (data.type === 'advise') {
      if (!held) throw new Error('no report is held');
      return say({ type: 'case', id, json: held.advise(data.said) });
    }
    if (data.type === 'meanings') return say({ type: 'meanings', id, json: ready.meanings(data.texts) });
    held?.free();
    held = null;
    if (data.type === 'hold') {
      held = ready.hold(data.json);
      return say({ type: 'held', id });
    }
    const { files, request, kept, hold } = data;
    const rows: FromWorker[] = [];
    held = await ready.analyze(
      files,
      { ...request, kept },
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
    say({ type: 'report', id, report: held.report as Report, holding: hold ? held.holding() : undefined });
  } catch (error) {
    say({ type: 'failure', id, message: String(error) });
  }
};
