//! What the engine advises about a report, for tests of what screens make of it.

import { readFile } from 'node:fs/promises';

import { InlineEngine } from '../src/app/engine/inline';
import type { Case, Report, Said } from '../src/app/engine/report';

let engine: Promise<InlineEngine> | null = null;

/** The module that reads reports, once in a thread. */
export function fullEngine(): Promise<InlineEngine> {
  engine ??= readFile(new URL('../src/app/engine/pkg/mioboe_wasm_full_bg.wasm', import.meta.url))
    .then((bytes) => WebAssembly.compile(bytes))
    .then((module) => new InlineEngine({ build: 'full', module }));
  return engine;
}

/** In Japan, where nothing else is said. */
export async function advise(report: Report, said: Said = {}): Promise<Case> {
  const adviser = await (await fullEngine()).adviserOf(report);
  try {
    return await adviser.advise({ region: 'jp', ...said });
  } finally {
    adviser.close();
  }
}
