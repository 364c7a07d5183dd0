//! One analysis with the WebAssembly module. The only file that knows the module's own interface.

import type { NamedBlob, Progress } from './engine';
import { analyze, initSync } from './pkg/mioboe_wasm.js';
import type { Report, Request } from './report';

/** Makes the module ready in this thread. A thread has one, for good. */
export function load(module: WebAssembly.Module): void {
  initSync({ module });
}

/** What `progress` throws ends the analysis. */
export async function run(
  files: readonly NamedBlob[],
  request: Request,
  progress: (progress: Progress) => void,
): Promise<Report> {
  const filesTotal = files.length;
  return analyze(request, [...files], (filesDone) => {
    const phase = filesDone < filesTotal ? 'reading' : 'analysing';
    progress({ phase, filesDone, filesTotal });
  });
}
