//! The two builds of the engine as one: the small one reads first, and the full one as soon as a file needs it.

import type { AnalyzeOptions, Engine, NamedBlob } from './engine';
import type { Report, Request } from './report';

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

  async analyze(files: readonly NamedBlob[], request: Request, options: AnalyzeOptions = {}): Promise<Report> {
    if (this.#full) return this.#full.analyze(files, request, options);
    const report = await this.#core.analyze(files, request, options);
    if (!needsFull(report)) return report;
    this.#full = await this.#fetchFull().catch(() => null);
    options.signal?.throwIfAborted();
    // Without it the report stands: it says which files were not read, and why.
    if (!this.#full) return report;
    this.#core.rest();
    return this.#full.analyze(files, request, options);
  }

  rest(): void {
    this.#core.rest();
    this.#full?.rest();
  }
}

function needsFull({ sources }: Report): boolean {
  return sources.some(({ problems }) => problems.some(({ code }) => code === NEEDS_FULL));
}
