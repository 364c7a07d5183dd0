//! The two builds of the engine as one: the small one reads first, and the full one as soon as a file needs it, or a case of another day.

import { type Adviser, type Analysis, type AnalyzeOptions, type Engine, EngineError, type NamedBlob } from './engine';
import type { Report, Request, TextMeaning } from './report';

/** The small engine's word for a file that only the full one reads. */
const NEEDS_FULL = 'needs-full-reader';

export class GrowingEngine implements Engine {
  readonly #core: Engine;
  readonly #fetchFull: () => Promise<Engine>;
  #full: Engine | null = null;

  constructor(core: Engine, fetchFull: () => Promise<Engine>) {
    this.#core = core;
    this.#fetchFull = fetchFull;
  }

  async analyze(files: readonly NamedBlob[], request: Request, options: AnalyzeOptions = {}): Promise<Analysis> {
    const isKept = options.kept !== undefined;
    if (isKept || options.hold) await this.#grown().catch((error: unknown) => {
      // What was kept is not read without it; nothing to be kept is no more than that.
      if (isKept) throw new EngineError(String(error));
    });
    options.signal?.throwIfAborted();
    if (this.#full) return this.#full.analyze(files, request, options);
    const small = await this.#core.analyze(files, request, options);
    if (!needsFull(small.report)) return small;
    const full = await this.#grown().catch(() => null);
    if (options.signal?.aborted) small.adviser.close();
    options.signal?.throwIfAborted();
    // Without it the report stands: it says which files were not read, and why.
    if (!full) return small;
    small.adviser.close();
    this.#core.rest();
    return full.analyze(files, request, options);
  }

  async adviserOf(report: Report): Promise<Adviser> {
    const full = await this.#grown().catch((error: unknown) => {
      throw new EngineError(String(error));
    });
    return full.adviserOf(report);
  }

  /** Both know the same texts. */
  meanings(texts: readonly string[]): Promise<readonly TextMeaning[]> {
    return (this.#full ?? this.#core).meanings(texts);
  }

  rest(): void {
    this.#core.rest();
    this.#full?.rest();
  }

  async #grown(): Promise<Engine> {
    this.#full ??= await this.#fetchFull();
    return this.#full;
  }
}

function needsFull({ sources }: Report): boolean {
  return sources.some(({ problems }) => problems.some(({ code }) => code === NEEDS_FULL));
}
