//! Analyses with the WebAssembly modules. The only file that knows their own interface.

import type { EngineModule, NamedBlob, Progress } from './engine';
import * as core from './pkg/mioboe_wasm.js';
import * as full from './pkg/mioboe_wasm_full.js';
import type { Report, Request } from './report';

/** One analysis. What `progress` throws ends it. */
export type Run = (files: readonly NamedBlob[], request: Request, progress: (progress: Progress) => void) => Promise<Report>;

const BINDINGS = { core, full };

/** Makes a module ready in this thread, for good: a thread has one of each build. */
export function load({ build, module }: EngineModule): Run {
  const { analyze, initSync } = BINDINGS[build];
  initSync({ module });
  return (files, request, progress) => {
    const filesTotal = files.length;
    return analyze(request, [...files], (filesDone) => {
      const phase = filesDone < filesTotal ? 'reading' : 'analysing';
      progress({ phase, filesDone, filesTotal });
    });
  };
}
