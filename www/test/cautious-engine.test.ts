//! A file that ends the engine is named and left out, and the others have their answer.

import { expect, test } from 'vitest';
import { CautiousEngine } from '../src/app/engine/cautious-engine';
import { type Adviser, type Analysis, type AnalyzeOptions, type Engine, EngineError, type NamedBlob } from '../src/app/engine/engine';
import type { Report, Request } from '../src/app/engine/report';

const request: Request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', household: [] };

/** Ends at files whose names say so; `pair-…` only beside another of them. Its report has the names of what it read and was told of. */
class Brittle implements Engine {
  calls = 0;
  isBroken = false;
  /** Reports that are held. */
  held = 0;

  async analyze(files: readonly NamedBlob[], asked: Request, { signal }: AnalyzeOptions = {}): Promise<Analysis> {
    this.calls += 1;
    signal?.throwIfAborted();
    const names = files.map(({ name }) => name);
    const pairs = names.filter((name) => name.startsWith('pair-'));
    if (this.isBroken || names.some((name) => name.startsWith('poison')) || 1 < pairs.length) throw new EngineError('it stopped');
    this.held += 1;
    const report = { read: names, aside: asked.setAside ?? [] } as unknown as Report;
    return { report, adviser: { advise: () => Promise.reject(new Error('nobody asks')), close: () => void (this.held -= 1) } };
  }

  adviserOf(): Promise<Adviser> {
    throw new Error('nobody opens a report');
  }

  meanings(): Promise<never> {
    throw new Error('nobody asks what a text means');
  }

  rest(): void {}
}

const file = (name: string): NamedBlob => ({ name, content: new Blob([name]) });

test.each([
  [['a', 'b'], ['a', 'b'], []],
  [['a', 'poison', 'b'], ['a', 'b'], ['poison']],
  [['poison'], [], ['poison']],
  [['poison 1', 'a', 'poison 2'], ['a'], ['poison 1', 'poison 2']],
  [['pair-1', 'a', 'pair-2'], ['pair-1', 'a'], ['pair-2']],
])('of %j it reads %j and names %j', async (names, read, aside) => {
  const brittle = new Brittle();
  const { report, adviser } = await new CautiousEngine(brittle).analyze(names.map(file), request);
  expect(report).toEqual({ read, aside });
  // What was only tried is held no longer.
  expect(brittle.held).toBe(1);
  adviser.close();
  expect(brittle.held).toBe(0);
});

test('the next drop does not try the file again', async () => {
  const brittle = new Brittle();
  const engine = new CautiousEngine(brittle);
  const files = [file('a'), file('poison')];
  await engine.analyze(files, request);
  const before = brittle.calls;
  expect((await engine.analyze([...files, file('b')], request)).report).toEqual({ read: ['a', 'b'], aside: ['poison'] });
  expect(brittle.calls).toBe(before + 1);
});

test('an engine that is itself broken blames no file', async () => {
  const brittle = new Brittle();
  brittle.isBroken = true;
  const engine = new CautiousEngine(brittle);
  const files = [file('a')];
  await expect(engine.analyze(files, request)).rejects.toThrow(EngineError);
  brittle.isBroken = false;
  expect((await engine.analyze(files, request)).report).toEqual({ read: ['a'], aside: [] });
});

test('who has had enough is not kept waiting for the culprit', async () => {
  const abort = new AbortController();
  const engine = new CautiousEngine({
    analyze: async () => {
      abort.abort(new Error('enough'));
      throw new EngineError('it stopped');
    },
    adviserOf: () => Promise.reject(new Error('nobody opens a report')),
    meanings: () => Promise.reject(new Error('nobody asks what a text means')),
    rest: () => undefined,
  });
  await expect(engine.analyze([file('a')], request, { signal: abort.signal })).rejects.toThrow('it stopped');
});
