//! The engine in the thread that asks. For Node, and where a browser gives no worker.

import { type AnalyzeOptions, type Engine, EngineError, type EngineModule, type NamedBlob } from './engine';
import type { Report, Request } from './report';
import { load, type Run } from './run';

/** An abort is heard between two pieces of a file. After a trap this thread has no engine any more. */
export class InlineEngine implements Engine {
  readonly #run: Run;

  constructor(module: EngineModule) {
    this.#run = load(module);
  }

  async analyze(files: readonly NamedBlob[], request: Request, { signal, progress }: AnalyzeOptions = {}): Promise<Report> {
    signal?.throwIfAborted();
    try {
      return await this.#run(files, request, (step) => {
        signal?.throwIfAborted();
        progress?.(step);
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw new EngineError(String(error));
    }
  }

  rest(): void {
    // The thread's engine cannot be given back.
  }
}
