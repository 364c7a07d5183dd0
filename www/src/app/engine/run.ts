//! Analyses with the WebAssembly modules. The only file that knows their own interface.

import type { EngineModule, NamedBlob, Progress } from './engine';
import * as core from './pkg/mioboe_wasm.js';
import * as full from './pkg/mioboe_wasm_full.js';
import type { LongList } from './messages';
import type { Report, Request } from './report';

/** Hears the long lists of a report piece by piece, each as JSON of an array; the report then comes without them. */
export type Rows = (list: LongList, json: string) => void;

/** One analysis. What `progress` throws ends it. */
export type Run = (files: readonly NamedBlob[], request: Request, progress: (progress: Progress) => void, rows?: Rows) => Promise<Report>;

const BINDINGS = { core, full };

/** Makes a module ready in this thread, for good: a thread has one of each build. */
export function load({ build, module }: EngineModule): Run {
  const { analyze, initSync } = BINDINGS[build];
  initSync({ module });
  return (files, request, progress, rows) => {
    const filesTotal = files.length;
    return analyze(request, [...files], (filesDone) => {
      const phase = filesDone < filesTotal ? 'reading' : 'analysing';
      progress({ phase, filesDone, filesTotal });
    }, rows);
  };
}
