//! What an engine is: files and a request in, a report out, and what follows from it. `InlineEngine` and `WorkerEngine` do the same thing.

import type { Case, Report, Request, Said, TextMeaning } from './report';

export interface Engine {
  /** Rejects with `signal`'s reason after an abort, and with an `EngineError` when the engine died. */
  analyze(files: readonly NamedBlob[], request: Request, options?: AnalyzeOptions): Promise<Analysis>;
  /** Takes a report of another day. Rejects with an `EngineError` where it is none, or the engine that reads it cannot be had. */
  adviserOf(report: Report): Promise<Adviser>;
  /** What texts on statements mean, without any file. Rejects with an `EngineError` when the engine died. */
  meanings(texts: readonly string[]): Promise<readonly TextMeaning[]>;
  /** Gives back what the engine holds, but no report that somebody may still ask about. It starts again when it is asked again. */
  rest(): void;
}

export interface Analysis {
  readonly report: Report;
  readonly adviser: Adviser;
  /** Where it was asked for: what is to be kept for the next month to be added to. Absent where it is more than can be kept. */
  readonly holding?: string | undefined;
}

/** Holds a report where it was made, and says what to do about it as often as it is asked. */
export interface Adviser {
  /** Rejects with an `EngineError` when the engine died, and where what was said makes no sense. */
  advise(said: Said): Promise<Case>;
  /** Nobody asks about this report any more. */
  close(): void;
}

/** The engine is built twice from the same source: `core` is small, `full` reads every kind of file. */
export interface EngineModule {
  readonly build: 'core' | 'full';
  readonly module: WebAssembly.Module;
}

/** A file as the person has it. The name may be a path inside a folder. */
export interface NamedBlob {
  readonly name: string;
  readonly content: Blob;
}

export interface AnalyzeOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: Progress) => void) | undefined;
  readonly askPassword?: AskPassword | undefined;
  /** What an earlier analysis held, as it gave it, or the JSON of its report: the files are added to it. */
  readonly kept?: string | undefined;
  /** Whether what was read is wanted with the report, to be kept. */
  readonly hold?: boolean | undefined;
}

/** Asks the person for the password of a file, again after a wrong one; `null` leaves the file unread. */
export type AskPassword = (file: string, again: boolean) => Promise<string | null>;

export interface Progress {
  readonly phase: 'reading' | 'analysing';
  readonly filesDone: number;
  readonly filesTotal: number;
}

/** The engine died or does not fit the page. No fault of the files: they can be given again. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
