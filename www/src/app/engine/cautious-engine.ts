//! One file that ends the engine must not take the others with it: it is found, set aside with its name, and the rest is answered.

import { type Adviser, type Analysis, type AnalyzeOptions, type Engine, EngineError, type NamedBlob } from './engine';
import type { Report, Request, TextMeaning } from './report';

export class CautiousEngine implements Engine {
  readonly #engine: Engine;
  /** Files that have ended the engine before. They are not tried again while the page lives. */
  readonly #aside = new WeakSet<Blob>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async analyze(files: readonly NamedBlob[], request: Request, options: AnalyzeOptions = {}): Promise<Analysis> {
    const sound = files.filter(({ content }) => !this.#aside.has(content));
    try {
      return await this.#analyze(files, sound, request, options);
    } catch (error) {
      if (!(error instanceof EngineError) || options.signal?.aborted) throw error;
      // An engine that cannot even say that there is nothing is itself what is broken.
      if (sound.length === 0 || !(await this.#reads([], request, options))) throw error;
    }
    const kept = await this.#withoutCulprits(sound, request, options);
    return this.#analyze(files, kept, request, options);
  }

  adviserOf(report: Report): Promise<Adviser> {
    return this.#engine.adviserOf(report);
  }

  meanings(texts: readonly string[]): Promise<readonly TextMeaning[]> {
    return this.#engine.meanings(texts);
  }

  rest(): void {
    this.#engine.rest();
  }

  /** Each alone first, which takes no longer than all together; then, if they still end it together, one after the other. */
  async #withoutCulprits(files: readonly NamedBlob[], request: Request, options: AnalyzeOptions): Promise<readonly NamedBlob[]> {
    const alone: NamedBlob[] = [];
    for (const file of files) {
      if (await this.#reads([file], request, options)) alone.push(file);
      else this.#aside.add(file.content);
    }
    if (await this.#reads(alone, request, options)) return alone;
    const kept: NamedBlob[] = [];
    for (const file of alone) {
      if (await this.#reads([...kept, file], request, options)) kept.push(file);
      else this.#aside.add(file.content);
    }
    return kept;
  }

  async #reads(files: readonly NamedBlob[], request: Request, options: AnalyzeOptions): Promise<boolean> {
    try {
      (await this.#engine.analyze(files, request, options)).adviser.close();
      return true;
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof EngineError) return false;
      throw error;
    }
  }

  /** The report names what was left out. */
  #analyze(files: readonly NamedBlob[], sound: readonly NamedBlob[], request: Request, options: AnalyzeOptions): Promise<Analysis> {
    const kept = new Set(sound);
    const setAside = files.filter((file) => !kept.has(file)).map(({ name }) => name);
    return this.#engine.analyze(sound, setAside.length ? { ...request, setAside } : request, options);
  }
}
