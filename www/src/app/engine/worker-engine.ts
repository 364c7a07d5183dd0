//! The engine in a worker: the page stays awake, an abort stops it at once, an idle one gives its memory back.

import { type AnalyzeOptions, type Engine, EngineError, type EngineModule, type NamedBlob } from './engine';
import { type FromWorker, LONG_LISTS, type ToWorker } from './messages';
import type { Report, Request } from './report';
import { Thrift } from './thrifty';

/** The part of `Worker` that is needed, so that Node's own workers can stand in. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

export interface Patience {
  /** An engine nobody asked for this long is stopped; WebAssembly memory never shrinks by itself. */
  readonly idle: number;
  /** An engine silent for this long in the middle of a call is taken for dead. */
  readonly silence: number;
}

const PATIENCE: Patience = { idle: 30_000, silence: 120_000 };

export class WorkerEngine implements Engine {
  readonly #module: EngineModule;
  readonly #start: () => WorkerLike;
  readonly #patience: Patience;
  #worker: WorkerLike | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #calls = 0;

  constructor(module: EngineModule, start: () => WorkerLike, patience: Patience = PATIENCE) {
    this.#module = module;
    this.#start = start;
    this.#patience = patience;
  }

  /** Starts the worker before it is needed. */
  warm(): void {
    this.#awake();
    this.#restSoon();
  }

  /** Calls wait for each other: an abort ends the worker, and must end nobody else's call. */
  analyze(files: readonly NamedBlob[], request: Request, options: AnalyzeOptions = {}): Promise<Report> {
    const turn = this.#last.then(() => this.#call(files, request, options));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  rest(): void {
    clearTimeout(this.#idle);
    this.#worker?.terminate();
    this.#worker = null;
  }

  async #call(files: readonly NamedBlob[], request: Request, { signal, progress }: AnalyzeOptions): Promise<Report> {
    signal?.throwIfAborted();
    clearTimeout(this.#idle);
    const worker = this.#awake();
    const id = ++this.#calls;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let abort: (() => void) | undefined;
    try {
      const report = await new Promise<Report>((resolve, reject) => {
        const thrift = new Thrift();
        const lists: Record<(typeof LONG_LISTS)[number], unknown[]> = { charges: [], orders: [], findings: [] };
        const listen = (): void => {
          clearTimeout(silence);
          silence = setTimeout(() => reject(new EngineError('the engine does not answer')), this.#patience.silence);
        };
        abort = () => reject(signal?.reason);
        signal?.addEventListener('abort', abort);
        worker.onerror = ({ message }) => reject(new EngineError(message ?? 'the engine stopped'));
        worker.onmessage = ({ data }) => {
          if (data.id !== id) return;
          listen();
          if (data.type === 'progress') progress?.(data.progress);
          else if (data.type === 'rows') {
            for (const row of JSON.parse(data.json) as unknown[]) lists[data.list].push(thrift.share(row));
            worker.postMessage({ type: 'taken', id });
          } else if (data.type === 'report') resolve(whole(data.report, lists));
          else reject(new EngineError(data.message));
        };
        listen();
        worker.postMessage({ type: 'analyze', id, files, request });
      });
      this.#restSoon();
      return report;
    } catch (error) {
      // After a trap the module's memory is half-changed, and after an abort it is still busy.
      this.rest();
      throw error;
    } finally {
      clearTimeout(silence);
      if (abort) signal?.removeEventListener('abort', abort);
    }
  }

  #awake(): WorkerLike {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.onerror = () => this.rest();
    worker.postMessage({ type: 'load', engine: this.#module });
    this.#worker = worker;
    return worker;
  }

  #restSoon(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.rest(), this.#patience.idle);
  }
}

/** The report with the rows that came before it. */
function whole(report: Report, lists: Readonly<Record<(typeof LONG_LISTS)[number], unknown[]>>): Report {
  return Object.assign(report, Object.fromEntries(LONG_LISTS.flatMap((list) => (lists[list].length ? [[list, lists[list]]] : []))));
}
