//! Analyses and advises with the WebAssembly modules. The only file that knows their own interface.

import type { EngineModule, NamedBlob, Progress } from './engine';
import * as core from './pkg/mioboe_wasm.js';
import * as full from './pkg/mioboe_wasm_full.js';
import type { LongList } from './messages';
import type { Report, Request, Said } from './report';

/** Hears the long lists of a report piece by piece, each as JSON of an array; the report then comes without them. */
export type Rows = (list: LongList, json: string) => void;

/** A report in the module's memory. */
export interface Held {
  /** Of one that was given to the module whoever gave it has it. */
  readonly report: Report | undefined;
  /** What is to be kept for the next month. Only the full module holds it. */
  holding(): string | undefined;
  /** The case, as JSON. */
  advise(said: Said): string;
  free(): void;
}

/** What was held on another day. Only the full module takes it. */
export interface Kept {
  readonly kept?: string | undefined;
}

/** A module that is ready. */
export interface Ready {
  /** One analysis. What `progress` throws ends it. */
  analyze(files: readonly NamedBlob[], request: Request & Kept, progress: (progress: Progress) => void, rows?: Rows): Promise<Held>;
  /** What texts on statements mean, as JSON of an array. */
  meanings(texts: readonly string[]): string;
  /** Takes the JSON of a report. Only the full module reads it. */
  hold(report: string): Held;
}

const BINDINGS = { core, full };

/** Makes a module ready in this thread, for good: a thread has one of each build. */
export function load({ build, module }: EngineModule): Ready {
  const { initSync, meanings } = BINDINGS[build];
  initSync({ module });
  return {
    analyze: async (files, { kept, ...request }, progress, rows) => {
      const filesTotal = files.length;
      const heard = (filesDone: number): void => {
        const phase = filesDone < filesTotal ? 'reading' : 'analysing';
        progress({ phase, filesDone, filesTotal });
      };
      if (build === 'full') return full.analyze(kept === undefined ? request : { ...request, kept }, [...files], heard, rows);
      if (kept !== undefined) throw new Error('only the full module reads what was kept');
      return held(await core.analyze(request, [...files], heard, rows));
    },
    meanings: (texts) => meanings(texts.map((text) => text.replaceAll('\n', ' ')).join('\n')),
    hold: (report) => {
      if (build === 'core') throw new Error('only the full module reads a report');
      return full.adviser_of(report);
    },
  };
}

function held(adviser: core.Adviser): Held {
  return Object.assign(adviser, { holding: () => undefined });
}
