//! The engine as a package: files in, report out; that report and what was said of it in, the case out. In the thread that asks.

import { type Engine, EngineError, type EngineModule, type NamedBlob, type Progress } from '../../src/app/engine/engine';
import { GrowingEngine } from '../../src/app/engine/growing-engine';
import { InlineEngine } from '../../src/app/engine/inline';
import type { Case, Report, Request, Said } from '../../src/app/engine/report';

/**
 * Says what every charge in these files is.
 *
 * Files without sense are part of the report and never an error. It runs in the thread that asks: call it in a worker when
 * the page has to stay awake. Rejects with an `EngineError` when the module cannot be had or a request makes no sense to it,
 * and with the signal's reason after an abort.
 */
export type Analyze = (files: Iterable<Input>, options?: Options) => Promise<Report>;

/**
 * Says what to do about a report that `analyze` made, on whatever day.
 *
 * Nothing has to be said: without a word the advice is for who has said nothing, on the day of the report. Rejects with an
 * `EngineError` where that is no report, or speaks of days that are none.
 */
export type Advise = (report: Report, said?: Said) => Promise<Case>;

/** Both functions, over one engine. */
export interface Verbs {
  readonly analyze: Analyze;
  readonly advise: Advise;
}

/** A statement, an order export, a mail or a ZIP. What has no name is called by its place in the list. */
export type Input = File | Blob | Uint8Array | { readonly name: string; readonly content: Blob | Uint8Array | string };

/** Who asks, and when. Everything has a sensible value: today, here, Japan. */
export interface Options extends Partial<Request> {
  /** Ends the analysis between two pieces of a file. */
  readonly signal?: AbortSignal;
  /** Hears which file is being read. */
  readonly progress?: (progress: Progress) => void;
}

/** Gives the bytes of one of the two builds. */
export type Source = (build: EngineModule['build']) => Promise<BufferSource>;

export function verbsWith(source: Source): Verbs {
  let made: Promise<Engine> | null = null;
  // Tried again on the next call when the module could not be had.
  const engine = (): Promise<Engine> =>
    (made ??= make(source).catch((error: unknown) => {
      made = null;
      throw new EngineError(String(error));
    }));
  return {
    analyze: async (files, { signal, progress, ...request } = {}) => {
      const named = [...files].map(withName);
      const { report, adviser } = await (await engine()).analyze(named, { ...circumstances(), ...request }, { signal, progress });
      adviser.close();
      return report;
    },
    advise: async (report, said = {}) => {
      const adviser = await (await engine()).adviserOf(report);
      try {
        return await adviser.advise(said);
      } finally {
        adviser.close();
      }
    },
  };
}

async function make(source: Source): Promise<Engine> {
  const inline = async (build: EngineModule['build']): Promise<Engine> =>
    new InlineEngine({ build, module: await WebAssembly.compile(await source(build)) });
  return new GrowingEngine(await inline('core'), () => inline('full'));
}

function withName(input: Input, index: number): NamedBlob {
  if (input instanceof Blob) return { name: nameOf(input) || `file-${index + 1}`, content: input };
  if (input instanceof Uint8Array) return { name: `file-${index + 1}`, content: blobOf(input) };
  const { name, content } = input;
  return { name, content: content instanceof Blob ? content : blobOf(content) };
}

/** The path inside a folder that was chosen says more than the name. */
function nameOf(file: Blob & { readonly name?: string; readonly webkitRelativePath?: string }): string {
  return file.webkitRelativePath || file.name || '';
}

function blobOf(content: Uint8Array | string): Blob {
  return new Blob([content as BlobPart]);
}

/** Today and here, by the clock of whoever asks; the engine itself has none. */
function circumstances(): Request {
  const now = new Date();
  const pad = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  const minutes = -now.getTimezoneOffset();
  return {
    today: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
    utcOffset: `${minutes < 0 ? '-' : '+'}${pad(Math.abs(minutes) / 60)}:${pad(Math.abs(minutes) % 60)}`,
    region: 'jp',
  };
}
