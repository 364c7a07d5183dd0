//! The engine reads no PDF. This one turns each into its text first, and gives that to the engine in its place.

import type { Adviser, Analysis, AnalyzeOptions, Engine, NamedBlob } from '../engine/engine';
import type { Report, Request, TextMeaning } from '../engine/report';
import type { FromPdfReader } from './messages';
import { TEXT_HEAD } from './text';

/** Reads one PDF. An abort ends it. */
export type ReadPdf = (bytes: ArrayBuffer, password: string | null, signal: AbortSignal | undefined) => Promise<FromPdfReader>;

export class PdfEngine implements Engine {
  readonly #engine: Engine;
  readonly #read: ReadPdf;
  /** So that a password is asked for once, and need not be remembered. */
  readonly #texts = new WeakMap<Blob, Blob>();

  constructor(engine: Engine, read: ReadPdf) {
    this.#engine = engine;
    this.#read = read;
  }

  async analyze(files: readonly NamedBlob[], request: Request, options: AnalyzeOptions = {}): Promise<Analysis> {
    const texts: NamedBlob[] = [];
    // One after the other: two questions at once would be one too many.
    for (const file of files) {
      options.signal?.throwIfAborted();
      texts.push((await isPdf(file.content)) ? { name: file.name, content: await this.#text(file, options) } : file);
    }
    return this.#engine.analyze(texts, request, options);
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

  async #text({ name, content }: NamedBlob, options: AnalyzeOptions): Promise<Blob> {
    const known = this.#texts.get(content);
    if (known) return known;
    const { text, keep } = await this.#extract(name, content, options);
    options.signal?.throwIfAborted();
    const blob = new Blob([text]);
    if (keep) this.#texts.set(content, blob);
    return blob;
  }

  async #extract(name: string, content: Blob, { signal, askPassword }: AnalyzeOptions): Promise<{ text: string; keep: boolean }> {
    let password: string | null = null;
    for (let tries = 0; ; tries += 1) {
      const said = await this.#read(await content.arrayBuffer(), password, signal).catch(() => null);
      signal?.throwIfAborted();
      if (!said) return { text: `${TEXT_HEAD} unfetched`, keep: false };
      if (said.type === 'pdf-text') return { text: said.text, keep: true };
      if (said.type === 'pdf-failed') return { text: `${TEXT_HEAD} ${said.why}`, keep: true };
      password = (await askPassword?.(name, 0 < tries)) ?? null;
      if (password === null) return { text: `${TEXT_HEAD} locked`, keep: false };
    }
  }
}

async function isPdf(content: Blob): Promise<boolean> {
  return (await content.slice(0, 5).text()) === '%PDF-';
}
