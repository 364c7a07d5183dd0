//! Long work in short pieces, so that the page answers between them.

/** Well below the 50 ms after which a person notices, also on a slow phone. */
const SLICE_MS = 10;

/** Runs the work to its end. What fits into one slice is done before this returns. */
export async function inSlices<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const step = oneSlice(work);
    if (step.done) return step.value;
    await nextTask();
    signal?.throwIfAborted();
  }
}

function oneSlice<T>(work: Generator<void, T>): IteratorResult<void, T> {
  const until = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done || until < performance.now()) return step;
  }
}

/** Rows between two looks at the clock. */
const ROWS = 100;

/** Does something with every row, and pauses now and then. */
export function* forEachRow<T>(rows: readonly T[], each: (row: T, at: number) => void): Generator<void, void> {
  for (const [at, row] of rows.entries()) {
    if (at % ROWS === ROWS - 1) yield;
    each(row, at);
  }
}

interface Scheduler {
  yield?(): Promise<void>;
}

/** What waits for the page gets its turn before this goes on. */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
