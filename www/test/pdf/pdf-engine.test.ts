//! PDFs become their text before the engine sees them, and a password is asked for no more often than needed.

import { expect, test } from 'vitest';

import type { Adviser, Analysis, AskPassword, Engine, NamedBlob } from '../../src/app/engine/engine';
import type { Report, Request } from '../../src/app/engine/report';
import type { FromPdfReader } from '../../src/app/pdf/messages';
import { PdfEngine } from '../../src/app/pdf/pdf-engine';
import { pieceLine } from '../../src/app/pdf/text';

const request: Request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp', household: [] };

/** Remembers what it was given to read. */
class Listener implements Engine {
  heard: string[] = [];

  async analyze(files: readonly NamedBlob[]): Promise<Analysis> {
    this.heard = await Promise.all(files.map(async ({ name, content }) => `${name}: ${await content.text()}`));
    return { report: { schemaVersion: 1 } as Report, adviser: { advise: () => Promise.reject(new Error('nobody asks')), close: () => undefined } };
  }

  adviserOf(): Promise<Adviser> {
    throw new Error('nobody opens a report');
  }

  meanings(): Promise<never> {
    throw new Error('nobody asks what a text means');
  }

  rest(): void {}
}

const csv: NamedBlob = { name: 'a.csv', content: new Blob(['a,b']) };
const pdf = (): NamedBlob => ({ name: 'b.pdf', content: new Blob(['%PDF-1.7 …']) });

/** Opens with `secret`, or with nothing where there is none. */
const reader = (secret: string | null) => async (_: ArrayBuffer, password: string | null): Promise<FromPdfReader> =>
  password === secret ? { type: 'pdf-text', text: 'the text' } : { type: 'pdf-locked' };

async function check(secret: string | null, answers: readonly (string | null)[], expected: string): Promise<void> {
  const engine = new Listener();
  const asked: string[] = [];
  const askPassword: AskPassword = async (file, again) => {
    asked.push(`${file} ${again}`);
    return answers[asked.length - 1] ?? null;
  };
  const files = [csv, pdf()];
  const pdfs = new PdfEngine(engine, reader(secret));
  await pdfs.analyze(files, request, { askPassword });
  expect(engine.heard).toEqual(['a.csv: a,b', `b.pdf: ${expected}`]);
  expect(asked).toEqual(answers.map((_, at) => `b.pdf ${0 < at}`));
}

test('a PDF is given as its text, and other files as they are', () => check(null, [], 'the text'));
test('a password is asked for', () => check('s', ['s'], 'the text'));
test('a wrong password is asked for again', () => check('s', ['t', 's'], 'the text'));
test('a PDF without its password is left out', () => check('s', ['t', null], 'mioboe-pdf 1 locked'));

test('what was read once is not asked for again', async () => {
  const engine = new Listener();
  let asked = 0;
  const askPassword: AskPassword = async () => {
    asked += 1;
    return 's';
  };
  const files = [pdf()];
  const pdfs = new PdfEngine(engine, reader('s'));
  await pdfs.analyze(files, request, { askPassword });
  await pdfs.analyze(files, request, { askPassword });
  expect(asked).toBe(1);
  expect(engine.heard).toEqual(['b.pdf: the text']);
});

test('without the reader the engine is told so, and the next time it is tried again', async () => {
  const engine = new Listener();
  let tries = 0;
  const files = [pdf()];
  const pdfs = new PdfEngine(engine, async () => {
    tries += 1;
    throw new Error('no network');
  });
  await pdfs.analyze(files, request);
  await pdfs.analyze(files, request);
  expect(engine.heard).toEqual(['b.pdf: mioboe-pdf 1 unfetched']);
  expect(tries).toBe(2);
});

test('an abort while a PDF is read ends the call', async () => {
  const control = new AbortController();
  const pdfs = new PdfEngine(new Listener(), async () => {
    control.abort();
    throw control.signal.reason;
  });
  await expect(pdfs.analyze([pdf()], request, { signal: control.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

test('places count from the top left of the page as it is shown', () => {
  const piece = { str: '3,980\t', transform: [9, 0, 0, 9, 40, 700], width: 26.8, height: 9 };
  expect(pieceLine(piece, [1, 0, 0, -1, 0, 842])).toEqual(['400\t1420\t268\t90\t3,980 ']);
  // A page that is turned by a quarter.
  expect(pieceLine(piece, [0, 1, 1, 0, 0, 0])).toEqual(['7000\t400\t268\t90\t3,980 ']);
  expect(pieceLine({ ...piece, str: ' ' }, [1, 0, 0, 1, 0, 0])).toEqual([]);
});
