//! The example reads as the person does: in their language, with a card and money of where they live. It tells the same story everywhere.

import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { InlineEngine } from '../src/app/engine/inline';
import { EXAMPLE_DAY, exampleFiles } from '../src/app/example/example';
import { LANGS } from '../src/app/languages';
import { type Region, REGIONS } from '../src/app/screens/region';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

let engine: InlineEngine;
beforeAll(async () => {
  const bytes = await readFile(new URL('../src/app/engine/pkg/mioboe_wasm_bg.wasm', import.meta.url));
  engine = new InlineEngine({ build: 'core', module: await WebAssembly.compile(bytes) });
  return () => engine.rest();
});

async function reportOf(lang: string, region: Region) {
  const files = exampleFiles(lang, region).map((content) => ({ name: content.name, content }));
  const { report, adviser } = await engine.analyze(files, { today: EXAMPLE_DAY, utcOffset: '+09:00', region, household: [] });
  adviser.close();
  return report;
}

describe.each(LANGS)('in %s', (lang) => {
  it.each(REGIONS)('and in %s it is read whole and has something of each verdict', async (region) => {
    const { charges, sources, findings, orders } = await reportOf(lang, region);
    const count = (verdict: string) => charges.filter((charge) => charge.verdict === verdict).length;
    expect(sources.flatMap(({ problems }) => problems)).toEqual([]);
    expect([charges.length, count('flagged'), count('explained'), count('other')]).toEqual([21, 2, 8, 5]);
    expect(Math.min(count('ask'), count('notCovered'))).toBeGreaterThan(0);
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['charged-twice']));
    expect(new Set([...charges, ...orders].map(({ currency }) => currency))).toEqual(new Set([region === 'jp' ? 'JPY' : 'USD']));
  });
});

it.each(REGIONS)('in English its articles are no Japanese in %s, nor is anything at all outside of Japan', async (region) => {
  const texts = await Promise.all(exampleFiles('en', region).map(async (file) => [file.name, await file.text()] as const));
  for (const [name, text] of texts) {
    if (region === 'jp' && name !== 'Order History.csv') continue;
    expect(`${name}\n${text}`).not.toMatch(JAPANESE);
  }
});

it('says of everything in it that it is invented', async () => {
  const { charges, orders } = await reportOf('en', 'us');
  const names = [...charges.filter(({ verdict }) => verdict === 'other').map(({ merchant }) => merchant), ...orders.flatMap(({ items }) => items)];
  for (const name of names) expect(name).toMatch(/sample|imaginary|dummy/i);
  for (const { orderId } of orders) expect(orderId).toMatch(/^112-000000\d-000000\d$/);
});
