//! When the person is asked before leaving, and when keeping is offered, after the case was saved as a file. And what becomes of a case that
//! the engine cannot take.

import { readFileSync } from 'node:fs';

import { nothing } from 'lit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AppHost } from '../../src/app/host';
import { sampleReport } from '../../src/app/screens/dev/sample';
import { keepLine } from '../../src/app/screens/keep-line';
import { PackScreen } from '../../src/app/screens/pack';
import { Store } from '../../src/app/screens/store';
import '../../src/app/screens/words';
import { fullEngine } from '../adviser';

interface Opened {
  readonly store: Store;
  readonly files: string[];
  /** Whether the browser asks before the page is left. */
  readonly asks: () => boolean;
  readonly save: () => Promise<void>;
}

async function opened(): Promise<Opened> {
  const files: string[] = [];
  let asks = false;
  const host = {
    languages: ['en'],
    hash: '',
    analyze: async () => {
      const report = sampleReport('whole', 0);
      return { report, adviser: await (await fullEngine()).adviserOf(report) };
    },
    complete: async () => undefined,
    requestCount: async () => 0,
    guard: (isAtStake: boolean) => (asks = isAtStake),
    download: (name: string) => files.push(name),
    setHash: () => undefined,
    describe: () => undefined,
  };
  const store = new Store(host as unknown as AppHost);
  await store.add([new File(['x'], 'a.csv')]);
  const screen = Object.assign(new PackScreen(), { store });
  return { store, files, asks: () => asks, save: () => screen.saveCase() };
}

const offers = (store: Store): boolean => keepLine(store, 'results') !== nothing;

beforeAll(() => vi.stubGlobal('window', globalThis));
afterAll(() => vi.unstubAllGlobals());

it('a redacted file is no copy of the case: all is as before', async () => {
  const { store, files, asks, save } = await opened();
  expect([asks(), offers(store)]).toEqual([true, true]);
  await save();
  expect(files).toHaveLength(1);
  expect([asks(), offers(store)]).toEqual([true, true]);
});

it('a whole file ends the question, and not the offer: it may have been cancelled', async () => {
  const { store, asks, save } = await opened();
  store.setRedaction('off');
  await save();
  expect([asks(), offers(store)]).toEqual([false, true]);
});

it('after a whole file something more is asked about again', async () => {
  const { store, asks, save } = await opened();
  store.setRedaction('off');
  await save();
  store.setContacts([{ day: '2026-11-22', whom: 'Amazon', answer: '' }], 'noted');
  expect(asks()).toBe(true);
});

describe('a case that the engine cannot take', () => {
  const text = readFileSync(new URL('case/case-1.json', import.meta.url), 'utf8');
  const refusing = {
    languages: ['en'],
    hash: '',
    analyze: async () => {
      const report = sampleReport('whole', 0);
      return { report, adviser: await (await fullEngine()).adviserOf(report) };
    },
    adviserOf: () => Promise.reject(new Error('no network')),
    complete: async () => undefined,
    requestCount: async () => 0,
    guard: () => undefined,
    setHash: () => undefined,
    describe: () => undefined,
    settled: () => undefined,
    takeOver: async () => null,
    ...Object.fromEntries(['onHash', 'onFiles', 'onOfflineReady', 'onUpdateReady', 'onForgotten', 'onInstallable'].map((name) => [name, () => () => undefined])),
  };

  it('does not take the place of what is open', async () => {
    const store = new Store(refusing as unknown as AppHost);
    await store.add([new File(['x'], 'a.csv')]);
    const { report, advised } = store;
    await store.add([new File([text], 'case.json')]);
    expect(store.failure).toBe('engine');
    expect([store.report, store.advised, store.fromCase, store.working]).toEqual([report, advised, false, false]);
    expect(store.report).not.toBeNull();
  });

  it('stays kept where it was kept, until another result is open', async () => {
    const saved: (string | null)[] = [];
    const kept = { version: 1, salt: 'ab', answers: {}, steps: {}, case: text };
    const host = { ...refusing, load: async () => kept, save: async (found: { case: string | null }) => (saved.push(found.case), 'device') };
    const store = new Store(host as unknown as AppHost);
    await store.open();
    await vi.waitFor(() => expect(saved).toEqual([text]));
    expect([store.report, store.failure]).toEqual([null, 'engine']);
    await store.add([new File(['x'], 'a.csv')]);
    await vi.waitFor(() => expect(saved.length).toBeGreaterThan(1));
    expect(saved.at(-1)).toContain('"mioboeCase"');
    expect(saved.at(-1)).not.toBe(text);
  });
});
