//! Both engines pass the same tests, over the packed module.

import { readFile } from 'node:fs/promises';

import { beforeAll, describe, expect, test } from 'vitest';

import { type Engine, EngineError, type NamedBlob, type Progress } from '../src/app/engine/engine';
import { InlineEngine } from '../src/app/engine/inline';
import type { Request } from '../src/app/engine/report';
import { WorkerEngine } from '../src/app/engine/worker-engine';
import { nodeWorkers } from './node-worker';

const MODULE = new URL('../src/app/engine/pkg/mioboe_wasm_bg.wasm', import.meta.url);

const request: Request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', household: [] };

const statement = file('statement.csv', 'Date,Merchant,Amount\n2026-10-03,AMAZON.CO.JP,3980\n2026-10-05,GREENGROCER,540\n');

function file(name: string, text: string): NamedBlob {
  return { name, content: new Blob([text]) };
}

const engines = new Map<string, Engine>();

beforeAll(async () => {
  const module = await WebAssembly.compile(await readFile(MODULE));
  engines.set('inline', new InlineEngine(module));
  engines.set('worker', new WorkerEngine(module, await nodeWorkers()));
  return () => engines.forEach((engine) => engine.rest());
});

function engine(name: string): Engine {
  const found = engines.get(name);
  if (!found) throw new Error(`no engine ${name}`);
  return found;
}

describe.each(['inline', 'worker'])('%s', (name) => {
  test('files become a report', async () => {
    const report = await engine(name).analyze([statement], request);
    expect(report).toMatchObject({ schemaVersion: 1, today: '2026-11-22' });
    expect(report.sources.map((source) => source.name)).toEqual(['statement.csv']);
    expect(report.charges.map(({ merchant, amount }) => [merchant, amount])).toEqual([
      ['AMAZON.CO.JP', '3980'],
      ['GREENGROCER', '540'],
    ]);
  });

  test('no file at all is an empty report', async () => {
    expect((await engine(name).analyze([], request)).charges).toEqual([]);
  });

  test('a file without sense is a part of the report', async () => {
    const report = await engine(name).analyze([file('noise.bin', '\0\u0001\u0002')], request);
    expect(report.sources.map(({ kind }) => kind)).toEqual(['unreadable']);
  });

  test('progress goes from the first file to the analysis', async () => {
    const heard: Progress[] = [];
    await engine(name).analyze([statement, statement], request, { progress: (step) => heard.push(step) });
    expect(heard.at(0)).toEqual({ phase: 'reading', filesDone: 0, filesTotal: 2 });
    expect(heard.at(-1)).toEqual({ phase: 'analysing', filesDone: 2, filesTotal: 2 });
  });

  test('after an abort nothing is started', async () => {
    const call = engine(name).analyze([statement], request, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('an abort in the middle ends the call, and the next one works', async () => {
    const control = new AbortController();
    const call = engine(name).analyze([statement], request, { signal: control.signal, progress: () => control.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await expect(engine(name).analyze([], request)).resolves.toMatchObject({ charges: [] });
  });

  test('a request that makes no sense is an engine error, and the next call works', async () => {
    await expect(engine(name).analyze([statement], { ...request, today: 'tomorrow' })).rejects.toBeInstanceOf(EngineError);
    await expect(engine(name).analyze([], request)).resolves.toMatchObject({ charges: [] });
  });
});

test('both engines say the same', async () => {
  const [inline, worker] = await Promise.all(['inline', 'worker'].map((name) => engine(name).analyze([statement], request)));
  expect(worker).toEqual(inline);
});
