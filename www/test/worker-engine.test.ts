//! When the worker lives and dies.

import { expect, test, vi } from 'vitest';

import { EngineError, type EngineModule } from '../src/app/engine/engine';
import type { FromWorker, ToWorker } from '../src/app/engine/messages';
import type { Report, Request } from '../src/app/engine/report';
import { WorkerEngine, type WorkerLike } from '../src/app/engine/worker-engine';

const module: EngineModule = { build: 'core', module: new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])) };
const request: Request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', household: [] };
const report = { schemaVersion: 1 } as Report;

/** A worker that does nothing by itself. */
class Puppet implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  state: 'alive' | 'ended' = 'alive';
  readonly heard: ToWorker[] = [];

  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.state = 'ended';
  }

  say(message: FromWorker): void {
    this.onmessage?.({ data: message });
  }

  get calls(): number[] {
    return this.heard.flatMap((message) => (message.type === 'analyze' || message.type === 'advise' ? [message.id] : []));
  }
}

function stage(patience = { idle: 1000, silence: 1000 }): { engine: WorkerEngine; puppets: Puppet[] } {
  const puppets: Puppet[] = [];
  const start = (): Puppet => {
    const puppet = new Puppet();
    puppets.push(puppet);
    return puppet;
  };
  return { engine: new WorkerEngine(module, start, patience), puppets };
}

/** The call that was made last. */
function last(puppet: Puppet | undefined): number {
  return puppet?.calls.at(-1) ?? -1;
}

/** Lets waiting promises run. */
async function turn(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

test('one worker serves call after call, once nobody asks about its report any more', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage();
  for (const _time of [1, 2]) {
    const call = engine.analyze([], request);
    await turn();
    puppets[0]?.say({ type: 'report', id: last(puppets[0]), report });
    const analysis = await call;
    expect(analysis.report).toBe(report);
    analysis.adviser.close();
  }
  expect(puppets).toHaveLength(1);
});

test('a worker that holds an open report is left alone: by the next analysis, by its abort, by time', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage({ idle: 100, silence: 1000 });
  const call = engine.analyze([], request);
  await turn();
  puppets[0]?.say({ type: 'report', id: last(puppets[0]), report });
  const { adviser } = await call;
  const control = new AbortController();
  const next = engine.analyze([], request, { signal: control.signal });
  await turn();
  expect(puppets).toHaveLength(2);
  control.abort();
  await expect(next).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(500);
  expect(puppets.map(({ state }) => state)).toEqual(['alive', 'ended']);
  const advice = adviser.advise({ region: 'jp' });
  puppets[0]?.say({ type: 'case', id: last(puppets[0]), json: '{"today":"2026-11-22"}' });
  expect(await advice).toEqual({ today: '2026-11-22' });
  // Closed, it waits for the next analysis, and not for ever.
  adviser.close();
  adviser.close();
  await vi.advanceTimersByTimeAsync(100);
  expect(puppets[0]?.state).toBe('ended');
});

test('a worker that dies with an open report says so to who asks about it, then and later', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage();
  const call = engine.analyze([], request);
  await turn();
  puppets[0]?.say({ type: 'report', id: last(puppets[0]), report });
  const { adviser } = await call;
  const advice = adviser.advise({});
  puppets[0]?.onerror?.({ message: 'out of memory' });
  await expect(advice).rejects.toBeInstanceOf(EngineError);
  await expect(adviser.advise({})).rejects.toBeInstanceOf(EngineError);
  adviser.close();
  void engine.analyze([], request);
  await turn();
  expect(puppets).toHaveLength(2);
});

test('long lists come in pieces, and are whole in the report', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage();
  const call = engine.analyze([], request);
  await turn();
  for (const id of ['0:2', '0:3']) puppets[0]?.say({ type: 'rows', id: last(puppets[0]), list: 'charges', json: JSON.stringify([{ id }]) });
  puppets[0]?.say({ type: 'report', id: last(puppets[0]), report: { ...report, charges: [], orders: [], findings: [] } });
  expect((await call).report).toEqual({ ...report, charges: [{ id: '0:2' }, { id: '0:3' }], orders: [], findings: [] });
  // The worker sends the next when it hears that.
  expect(puppets[0]?.heard.filter(({ type }) => type === 'taken')).toHaveLength(2);
});

test('calls wait for each other', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage();
  const first = engine.analyze([], request);
  void engine.analyze([], request);
  await turn();
  expect(puppets[0]?.calls).toHaveLength(1);
  expect(puppets).toHaveLength(1);
  puppets[0]?.say({ type: 'report', id: last(puppets[0]), report });
  await first;
  await turn();
  expect(puppets[1]?.calls).toHaveLength(1);
});

test('an abort ends the worker, and the next call has a new one', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage();
  const control = new AbortController();
  const call = engine.analyze([], request, { signal: control.signal });
  await turn();
  control.abort();
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  expect(puppets[0]?.state).toBe('ended');
  void engine.analyze([], request);
  await turn();
  expect(puppets[1]?.calls).toHaveLength(1);
});

test('a crash is an engine error, and the next call has a new worker', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage();
  const call = engine.analyze([], request);
  await turn();
  puppets[0]?.onerror?.({ message: 'unreachable executed' });
  await expect(call).rejects.toBeInstanceOf(EngineError);
  expect(puppets[0]?.state).toBe('ended');
  void engine.analyze([], request);
  await turn();
  expect(puppets).toHaveLength(2);
});

test('a trap inside the module ends the worker too', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage();
  const call = engine.analyze([], request);
  await turn();
  puppets[0]?.say({ type: 'failure', id: last(puppets[0]), message: 'RuntimeError: unreachable' });
  await expect(call).rejects.toBeInstanceOf(EngineError);
  expect(puppets[0]?.state).toBe('ended');
});

test('a silent worker is taken for dead, one that reports progress is not', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage({ idle: 1000, silence: 100 });
  const call = engine.analyze([], request);
  const outcome = expect(call).rejects.toBeInstanceOf(EngineError);
  await vi.advanceTimersByTimeAsync(80);
  puppets[0]?.say({ type: 'progress', id: last(puppets[0]), progress: { phase: 'reading', filesDone: 0, filesTotal: 1 } });
  await vi.advanceTimersByTimeAsync(80);
  expect(puppets[0]?.state).toBe('alive');
  await vi.advanceTimersByTimeAsync(40);
  await outcome;
  expect(puppets[0]?.state).toBe('ended');
});

test('an idle worker is stopped', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage({ idle: 100, silence: 1000 });
  engine.warm();
  await vi.advanceTimersByTimeAsync(99);
  expect(puppets[0]?.state).toBe('alive');
  await vi.advanceTimersByTimeAsync(1);
  expect(puppets[0]?.state).toBe('ended');
});

test('a worker at work is not idle', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage({ idle: 100, silence: 1000 });
  engine.warm();
  void engine.analyze([], request);
  await vi.advanceTimersByTimeAsync(500);
  expect(puppets[0]?.state).toBe('alive');
});

test('words of an earlier call are not taken for those of this one', async () => {
  vi.useFakeTimers();
  const { engine, puppets } = stage();
  const call = engine.analyze([], request);
  await turn();
  puppets[0]?.say({ type: 'failure', id: 0, message: 'of another call' });
  puppets[0]?.say({ type: 'report', id: last(puppets[0]), report });
  await expect(call).resolves.toMatchObject({ report });
});
