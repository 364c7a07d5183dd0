//! Both engines pass the same tests, over the packed module.

import { readFile } from 'node:fs/promises';

import { beforeAll, describe, expect, test } from 'vitest';

import { type AnalyzeOptions, type Engine, EngineError, type NamedBlob, type Progress } from '../src/app/engine/engine';
import { GrowingEngine } from '../src/app/engine/growing-engine';
import { InlineEngine } from '../src/app/engine/inline';
import type { Report, Request } from '../src/app/engine/report';
import { WorkerEngine } from '../src/app/engine/worker-engine';
import { nodeWorkers } from './node-worker';

const FILES = { core: 'mioboe_wasm_bg.wasm', full: 'mioboe_wasm_full_bg.wasm' } as const;

const request: Request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', household: [] };

const statement = file('statement.csv', 'Date,Merchant,Amount\n2026-10-03,AMAZON.CO.JP,3980\n2026-10-05,GREENGROCER,540\n');

function file(name: string, text: string): NamedBlob {
  return { name, content: new Blob([text]) };
}

const engines = new Map<string, Engine>();

beforeAll(async () => {
  const workers = await nodeWorkers();
  for (const build of ['core', 'full'] as const) {
    const bytes = await readFile(new URL(`../src/app/engine/pkg/${FILES[build]}`, import.meta.url));
    const module = { build, module: await WebAssembly.compile(bytes) };
    engines.set(`inline ${build}`, new InlineEngine(module));
    engines.set(`worker ${build}`, new WorkerEngine(module, workers));
  }
  const full = engine('worker full');
  engines.set('growing', new GrowingEngine(engine('worker core'), async () => full));
  return () => engines.forEach((engine) => engine.rest());
});

function engine(name: string): Engine {
  const found = engines.get(name);
  if (!found) throw new Error(`no engine ${name}`);
  return found;
}

/** The report alone. */
async function reportOf(name: string, files: readonly NamedBlob[], asked: Request, options: AnalyzeOptions = {}): Promise<Report> {
  const { report, adviser } = await engine(name).analyze(files, asked, options);
  adviser.close();
  return report;
}

test('the worker sends rows one piece at a time, each when the one before it has been taken', async () => {
  const worker = (await nodeWorkers())();
  const bytes = await readFile(new URL(`../src/app/engine/pkg/${FILES.core}`, import.meta.url));
  const pieces: string[] = [];
  let whole: (report: Report) => void;
  const report = new Promise<Report>((resolve) => (whole = resolve));
  worker.onmessage = ({ data }) => {
    if (data.type === 'rows') pieces.push(data.json);
    if (data.type === 'report') whole(data.report);
  };
  const lines = Array.from({ length: 400 }, (_, at) => `2026-10-03,GREENGROCER ${at},${at + 1}`);
  worker.postMessage({ type: 'load', engine: { build: 'core', module: await WebAssembly.compile(bytes) } });
  worker.postMessage({ type: 'analyze', id: 1, files: [file('statement.csv', ['Date,Merchant,Amount', ...lines].join('\n'))], request });
  for (const count of [1, 2, 3]) {
    await expect.poll(() => pieces.length).toBe(count);
    await new Promise((later) => setTimeout(later, 50));
    expect(pieces).toHaveLength(count);
    worker.postMessage({ type: 'taken', id: 1 });
  }
  expect((await report).charges).toEqual([]);
  expect(pieces.flatMap((json) => JSON.parse(json) as unknown[])).toHaveLength(400);
  worker.terminate();
});

const NAMES = ['inline core', 'inline full', 'worker core', 'worker full', 'growing'];

describe.each(NAMES)('%s', (name) => {
  test('files become a report', async () => {
    const report = await reportOf(name, [statement], request);
    expect(report).toMatchObject({ schemaVersion: 1, today: '2026-11-22' });
    expect(report.sources.map((source) => source.name)).toEqual(['statement.csv']);
    expect(report.charges.map(({ merchant, amount }) => [merchant, amount])).toEqual([
      ['AMAZON.CO.JP', '3980'],
      ['GREENGROCER', '540'],
    ]);
  });

  test('no file at all is an empty report', async () => {
    expect((await reportOf(name, [], request)).charges).toEqual([]);
  });

  test('a file without sense is a part of the report', async () => {
    const report = await reportOf(name, [file('noise.bin', '\0\u0001\u0002')], request);
    expect(report.sources.map(({ kind }) => kind)).toEqual(['unreadable']);
  });

  test('progress goes from the first file to the analysis', async () => {
    const heard: Progress[] = [];
    await reportOf(name, [statement, statement], request, { progress: (step) => heard.push(step) });
    expect(heard.at(0)).toEqual({ phase: 'reading', filesDone: 0, filesTotal: 2 });
    expect(heard.at(-1)).toEqual({ phase: 'analysing', filesDone: 2, filesTotal: 2 });
  });

  test('after an abort nothing is started', async () => {
    const call = reportOf(name, [statement], request, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('an abort in the middle ends the call, and the next one works', async () => {
    const control = new AbortController();
    const call = reportOf(name, [statement], request, { signal: control.signal, progress: () => control.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    await expect(reportOf(name, [], request)).resolves.toMatchObject({ charges: [] });
  });

  test('a request that makes no sense is an engine error, and the next call works', async () => {
    await expect(reportOf(name, [statement], { ...request, today: 'tomorrow' })).rejects.toBeInstanceOf(EngineError);
    await expect(reportOf(name, [], request)).resolves.toMatchObject({ charges: [] });
  });
});

test.each(NAMES)('%s says what texts mean, one for each, beside a report that is open', async (name) => {
  const { adviser } = await engine(name).analyze([statement], request);
  // A text of several lines is one text.
  const meanings = await engine(name).meanings(['AMAZON MKTPL*AB1CD2EF3', 'アマゾン\nダウンロード', 'AMAZ0N PRIME', 'GREENGROCER']);
  expect(meanings.map(({ kind, says, orders }) => [kind, says, orders])).toEqual([
    ['known', 'marketplace', 'goods'],
    ['known', 'digital', 'digital'],
    ['imitation', 'imitation', 'nowhere'],
    ['other', 'other-shop', 'nowhere'],
  ]);
  expect((await engine(name).meanings(['AMAZON.DE*AB1CD2EF3']))[0]).toMatchObject({ site: 'amazon.de', service: 'amazon-retail' });
  expect((await adviser.advise({})).groups).toHaveLength(2);
  adviser.close();
});

test('all engines say the same', async () => {
  const [first, ...others] = await Promise.all(NAMES.map((name) => reportOf(name, [statement], request)));
  for (const other of others) expect(other).toEqual(first);
});

describe('a mail beside a statement', () => {
  const mail = file('order.eml', 'From: Amazon.co.jp <auto-confirm@amazon.co.jp>\nSubject: 250-0000001-0000001\nDate: Sat, 3 Oct 2026 09:00:00 +0900\n\nhello\n');
  const kinds = ({ sources }: Report): string[] => sources.map(({ kind }) => kind);

  test('is too much for the small engine, which says so', async () => {
    const report = await reportOf('worker core', [statement, mail], request);
    expect(kinds(report)).toEqual(['statement', 'unreadable']);
    expect(report.sources[1]?.problems.map(({ code }) => code)).toEqual(['needs-full-reader']);
  });

  test('is read by the full one', async () => {
    expect(kinds(await reportOf('worker full', [statement, mail], request))).toEqual(['statement', 'mail']);
  });

  test('makes the engine grow', async () => {
    const report = await reportOf('growing', [statement, mail], request);
    expect(report).toEqual(await reportOf('worker full', [statement, mail], request));
  });

  test('is reported as not read where the full engine cannot be had', async () => {
    const alone = new GrowingEngine(engine('worker core'), () => Promise.reject(new Error('no network')));
    expect(kinds((await alone.analyze([statement, mail], request)).report)).toEqual(['statement', 'unreadable']);
  });
});

describe('what follows from a report', () => {
  const said = { region: 'jp', answers: [{ charge: '0:2', answer: 'notMine' }], salt: 'aa', looked: true } as const;
  const asked = () => ({ ...said, answers: [...said.answers] });

  test.each(NAMES)('is said by %s in the very same bytes', async (name) => {
    const { report, adviser } = await engine(name).analyze([statement], request);
    const advised = await adviser.advise(asked());
    expect(advised.groups).toEqual(['notMine', 'other']);
    // As a case that is opened again, in the full module.
    const again = await engine('growing').adviserOf(report);
    expect(JSON.stringify(await again.advise(asked()))).toBe(JSON.stringify(advised));
    again.close();
    adviser.close();
  });

  test.each(['worker core', 'growing'])('can be asked of %s as long as it is open, whatever became of later analyses', async (name) => {
    const { adviser } = await engine(name).analyze([statement], request);
    const control = new AbortController();
    const aborted = engine(name).analyze([statement], request, { signal: control.signal, progress: () => control.abort() });
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    await reportOf(name, [file('noise.bin', 'x')], request);
    expect((await adviser.advise(asked())).counts).toMatchObject({ flagged: 1, other: 1 });
    adviser.close();
  });

  test.each(NAMES)('asked of %s about a day that is none is an engine error, and the next question is answered', async (name) => {
    const { adviser } = await engine(name).analyze([statement], request);
    await expect(adviser.advise({ today: 'tomorrow' })).rejects.toBeInstanceOf(EngineError);
    expect((await adviser.advise({})).groups).toHaveLength(2);
    adviser.close();
  });

  test('a report that is none is an engine error, and so is one without the full engine', async () => {
    await expect(engine('growing').adviserOf({} as Report)).rejects.toBeInstanceOf(EngineError);
    const alone = new GrowingEngine(engine('worker core'), () => Promise.reject(new Error('no network')));
    await expect(alone.adviserOf(await reportOf('worker core', [statement], request))).rejects.toBeInstanceOf(EngineError);
  });
});
