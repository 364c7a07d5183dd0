//! The engine in workers: the page stays awake, an abort stops it at once, an idle one gives its memory back.
//!
//! A worker that has made a report holds it, to be asked what follows from it; the next analysis has a worker of its own. So nothing that
//! happens to a later analysis can take the open report away.

import { type Adviser, type Analysis, type AnalyzeOptions, type Engine, EngineError, type EngineModule, type NamedBlob } from './engine';
import { type FromWorker, LONG_LISTS, type ToWorker } from './messages';
import type { Case, Report, Request, TextMeaning } from './report';
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
  /** Ready, and without a report that anybody asks about. */
  #spare: Thread | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(module: EngineModule, start: () => WorkerLike, patience: Patience = PATIENCE) {
    this.#module = module;
    this.#start = start;
    this.#patience = patience;
  }

  /** Starts the worker before it is needed. */
  warm(): void {
    this.#spare ??= this.#begin();
    this.#restSoon();
  }

  /** Analyses wait for each other: two at once would need the memory of both. */
  analyze(files: readonly NamedBlob[], request: Request, { signal, progress, kept, hold = false }: AnalyzeOptions = {}): Promise<Analysis> {
    return this.#inTurn(async () => {
      signal?.throwIfAborted();
      const { thread, answer } = await this.#ask(
        (thread) => {
          const thrift = new Thrift();
          const lists: Record<(typeof LONG_LISTS)[number], unknown[]> = { charges: [], orders: [], findings: [] };
          return thread.ask<Omit<Analysis, 'adviser'>>((id) => ({ type: 'analyze', id, files, request, kept, hold }), (data, id) => {
            if (data.type === 'report') return { report: whole(data.report, lists), holding: data.holding };
            if (data.type === 'progress') progress?.(data.progress);
            if (data.type === 'rows') {
              for (const row of JSON.parse(data.json) as unknown[]) lists[data.list].push(thrift.share(row));
              thread.say({ type: 'taken', id });
            }
            return null;
          }, signal);
        },
      );
      return { ...answer, adviser: this.#adviserIn(thread) };
    });
  }

  adviserOf(report: Report): Promise<Adviser> {
    const json = JSON.stringify(report);
    return this.#inTurn(async () => {
      const { thread } = await this.#ask((thread) => thread.ask((id) => ({ type: 'hold', id, json }), ({ type }) => (type === 'held' ? true : null)));
      return this.#adviserIn(thread);
    });
  }

  meanings(texts: readonly string[]): Promise<readonly TextMeaning[]> {
    return this.#inTurn(async () => {
      const { thread, answer } = await this.#ask((thread) =>
        thread.ask((id) => ({ type: 'meanings', id, texts }), (data) => (data.type === 'meanings' ? (JSON.parse(data.json) as TextMeaning[]) : null)),
      );
      this.#spareIt(thread);
      return answer;
    });
  }

  rest(): void {
    clearTimeout(this.#idle);
    this.#spare?.end();
    this.#spare = null;
  }

  #inTurn<T>(call: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(call);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #ask<T>(call: (thread: Thread) => Promise<T>): Promise<{ readonly thread: Thread; readonly answer: T }> {
    clearTimeout(this.#idle);
    const thread = this.#spare ?? this.#begin();
    this.#spare = null;
    try {
      return { thread, answer: await call(thread) };
    } catch (error) {
      // After a trap the module's memory is half-changed, and after an abort it is still busy.
      thread.end();
      throw error;
    }
  }

  #adviserIn(thread: Thread): Adviser {
    let isOpen = true;
    return {
      advise: (said) => thread.ask<Case>((id) => ({ type: 'advise', id, said }), (data) => (data.type === 'case' ? (JSON.parse(data.json) as Case) : null)),
      close: () => {
        if (!isOpen) return;
        isOpen = false;
        this.#spareIt(thread);
      },
    };
  }

  /** Nobody needs this thread now. */
  #spareIt(thread: Thread): void {
    if (this.#spare || thread.isOver) return thread.end();
    this.#spare = thread;
    this.#restSoon();
  }

  #begin(): Thread {
    const thread = new Thread(this.#start(), this.#patience.silence, () => {
      if (this.#spare === thread) this.#spare = null;
    });
    thread.say({ type: 'load', engine: this.#module });
    return thread;
  }

  #restSoon(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.rest(), this.#patience.idle);
  }
}

interface Waiting {
  readonly hear: (data: FromWorker) => void;
  readonly fail: (error: unknown) => void;
}

let calls = 0;

/** One worker, and the calls that wait for its word. */
class Thread {
  readonly #worker: WorkerLike;
  readonly #silence: number;
  readonly #waiting = new Map<number, Waiting>();
  isOver = false;

  constructor(worker: WorkerLike, silence: number, over: () => void) {
    this.#worker = worker;
    this.#silence = silence;
    worker.onmessage = ({ data }) => this.#waiting.get(data.id)?.hear(data);
    worker.onerror = ({ message }) => {
      this.end(new EngineError(message ?? 'the engine stopped'));
      over();
    };
  }

  say(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  /** `hear` gives the answer once it has come, and `null` before. */
  ask<T>(message: (id: number) => ToWorker, hear: (data: FromWorker, id: number) => T | null, signal?: AbortSignal): Promise<T> {
    if (this.isOver) return Promise.reject(new EngineError('the engine has stopped'));
    const id = ++calls;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let abort: (() => void) | undefined;
    const answer = new Promise<T>((resolve, reject) => {
      const listen = (): void => {
        clearTimeout(silence);
        silence = setTimeout(() => reject(new EngineError('the engine does not answer')), this.#silence);
      };
      abort = () => reject(signal?.reason);
      signal?.addEventListener('abort', abort);
      this.#waiting.set(id, {
        hear: (data) => {
          listen();
          if (data.type === 'failure') return reject(new EngineError(data.message));
          try {
            const said = hear(data, id);
            if (said !== null) resolve(said);
          } catch (error) {
            reject(error);
          }
        },
        fail: reject,
      });
      listen();
      this.say(message(id));
    });
    return answer.finally(() => {
      clearTimeout(silence);
      if (abort) signal?.removeEventListener('abort', abort);
      this.#waiting.delete(id);
    });
  }

  end(why: unknown = new EngineError('the engine was stopped')): void {
    this.isOver = true;
    this.#worker.terminate();
    for (const { fail } of this.#waiting.values()) fail(why);
  }
}

/** The report with the rows that came before it. */
function whole(report: Report, lists: Readonly<Record<(typeof LONG_LISTS)[number], unknown[]>>): Report {
  return Object.assign(report, Object.fromEntries(LONG_LISTS.flatMap((list) => (lists[list].length ? [[list, lists[list]]] : []))));
}
