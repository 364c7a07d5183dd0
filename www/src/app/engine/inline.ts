//! The engine in the thread that asks. For Node, and where a browser gives no worker.

import { type Adviser, type Analysis, type AnalyzeOptions, type Engine, EngineError, type EngineModule, type NamedBlob } from './engine';
import type { Case, Report, Request, TextMeaning } from './report';
import { type Held, load, type Ready } from './run';

/** An abort is heard between two pieces of a file. After a trap this thread has no engine any more. */
export class InlineEngine implements Engine {
  readonly #ready: Ready;

  constructor(module: EngineModule) {
    this.#ready = load(module);
  }

  async analyze(files: readonly NamedBlob[], request: Request, { signal, progress, kept, hold = false }: AnalyzeOptions = {}): Promise<Analysis> {
    signal?.throwIfAborted();
    try {
      const held = await this.#ready.analyze(files, { ...request, kept }, (step) => {
        signal?.throwIfAborted();
        progress?.(step);
      });
      return { report: held.report as Report, adviser: adviserWith(held), holding: hold ? held.holding() : undefined };
    } catch (error) {
      signal?.throwIfAborted();
      throw new EngineError(String(error));
    }
  }

  async adviserOf(report: Report): Promise<Adviser> {
    return adviserWith(tried(() => this.#ready.hold(JSON.stringify(report))));
  }

  async meanings(texts: readonly string[]): Promise<readonly TextMeaning[]> {
    return JSON.parse(tried(() => this.#ready.meanings(texts))) as TextMeaning[];
  }

  rest(): void {
    // The thread's engine cannot be given back.
  }
}

function adviserWith(held: Held): Adviser {
  return {
    advise: async (said) => JSON.parse(tried(() => held.advise(said))) as Case,
    close: () => held.free(),
  };
}

function tried<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new EngineError(String(error));
  }
}
