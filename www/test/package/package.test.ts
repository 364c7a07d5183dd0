//! The package as it would be published: what is in it, that its types are found, and that its README is true.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { referenceOf } from '../../build/api-reference';
import { codeBlocks } from '../../build/examples';
import { version } from '../../build/widget';
import { TOKENS } from '../../src/element/tokens';

const www = fileURLToPath(new URL('../../', import.meta.url));
const home = join(www, 'package');
const household = join(www, '../tests/fixtures/cases/typical-01-rakuten');
const files = (JSON.parse(readFileSync(join(household, 'truth.json'), 'utf8')) as { files: string[] }).files.map((file) => join(household, file));

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

let folder = '';
let packed: Packed;

/** Somebody else's project, with the package installed from its archive. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mioboe-package-'));
  const [first] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], home)) as Packed[];
  if (!first) throw new Error('npm packed nothing');
  packed = first;
  mkdirSync(join(folder, 'node_modules/mioboe'), { recursive: true });
  run('tar', ['-xzf', join(folder, packed.filename), '--strip-components=1', '-C', join(folder, 'node_modules/mioboe')], folder);
  const examples = codeBlocks(readFileSync(join(home, 'README.md'), 'utf8'));
  for (const name of ['summary.mjs', 'steps.mjs']) writeFileSync(join(folder, name), examples.get(name) ?? '');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is packed', () => {
  test('holds the built files, readme and licences, and nothing else', () => {
    const names = packed.files.map(({ path }) => path.replace(/-[\w-]{8,12}\.(js|wasm)$/, '-HASH.$1').replace(/types\/.*/, 'types/'));
    expect([...new Set(names)].sort()).toEqual([
      'LICENSE',
      'LICENSE-APACHE',
      'LICENSE-MIT',
      'README.md',
      'dist/case.schema.json',
      'dist/custom-elements.json',
      'dist/define.js',
      'dist/element.js',
      'dist/index.js',
      'dist/index.node.js',
      'dist/report.schema.json',
      'dist/shared-HASH.js',
      'dist/types/',
      'dist/widget/_headers',
      'dist/widget/assets/engine-HASH.wasm',
      'dist/widget/assets/full-engine-HASH.wasm',
      'dist/widget/assets/pdf-HASH.js',
      'dist/widget/assets/screens-HASH.js',
      'dist/widget/frame.html',
      'dist/widget/inline.js',
      'dist/widget/integrity.json',
      'dist/widget/mioboe-check.js',
      'dist/widget/server/Caddyfile',
      'dist/widget/server/nginx.conf',
      'package.json',
    ]);
  });

  test('is small', () => {
    expect(packed.size).toBeLessThan(3_400_000);
    const sizes = new Map(packed.files.map(({ path, size }) => [path, size]));
    expect(sizes.get('dist/widget/mioboe-check.js')).toBeLessThan(25_000);
    expect(sizes.get('dist/index.js')).toBeLessThan(2_000);
  });

  test('needs nobody else, and has the version of the engine', async () => {
    const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['dependencies']).toBeUndefined();
    expect(manifest['peerDependencies']).toBeUndefined();
    expect(manifest['scripts']).toBeUndefined();
    expect(manifest['version']).toBe(await version());
    expect(manifest['publishConfig']).toMatchObject({ provenance: true });
  });

  test('publint finds nothing to say', async () => {
    const { messages } = await publint({ pkgDir: home, strict: true, pack: 'npm' });
    // The reader of PDFs is a script for a worker, fetched by its hash and imported by nobody: no kind of module at all.
    const isOfModules = (message: object) => !JSON.stringify(message).includes('assets/pdf-');
    expect(messages.filter(isOfModules)).toEqual([]);
  });

  test('its types are found by Node and by bundlers', () => {
    // Exits with a failure, and prints what is wrong, when an entry has no types or the wrong ones.
    const said = run(process.execPath, [join(www, 'node_modules/@arethetypeswrong/cli/dist/index.js'), join(folder, packed.filename), '--profile', 'esm-only', '--no-color', '--no-emoji'], folder);
    expect(said).toContain('"mioboe/element/define"');
  });
});

describe('the manifest of the element', () => {
  const manifest = JSON.parse(readFileSync(join(home, 'dist/custom-elements.json'), 'utf8')) as Manifest;
  const element = manifest.modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === 'MioboeCheck');

  test('says which tag it is and where it lies', () => {
    expect(element).toMatchObject({ tagName: 'mioboe-check', customElement: true });
    expect(manifest.modules.map(({ path }) => path)).toEqual(['dist/element.js']);
  });

  test('describes every attribute, event, part and property', () => {
    const described = (entries: readonly Described[] | undefined): string[] =>
      (entries ?? []).flatMap(({ name, description }) => (name && description ? [name] : [])).sort();
    expect(described(element?.attributes)).toEqual(['compact', 'lang', 'mode', 'region', 'src', 'steps', 'theme']);
    expect(described(element?.events)).toEqual(['ready', 'resize', 'shared', 'summary']);
    expect(described(element?.cssParts)).toEqual(['fallback', 'frame', 'placeholder']);
    expect(described(element?.cssProperties)).toEqual([...TOKENS, 'height'].map((token) => `--mioboe-${token}`).sort());
  });
});

test('the reference in docs is what the manifest says', async () => {
  const reference = referenceOf(readFileSync(join(home, 'dist/custom-elements.json'), 'utf8'));
  await expect(reference).toMatchFileSnapshot('../../../docs/widget-api.md');
});

describe('the first example of the README', () => {
  const request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp' };
  const report = JSON.parse(run(process.execPath, [join(www, '../tests/browser/report.mjs'), JSON.stringify(request), ...files], www)) as { charges: Record<string, string>[] };
  const expected = report.charges.map(({ verdict, date, merchant, amount, currency }) => [verdict, date, merchant, amount, currency].join('\t'));

  test('does in Node what the engine does', () => {
    expect(run(process.execPath, ['summary.mjs', ...files], folder).trimEnd().split('\n')).toEqual(expected);
  });

  test('does the same in Deno, with leave to read and nothing more', () => {
    const deno = join(www, 'node_modules/deno/bin.cjs');
    const said = run(process.execPath, [deno, 'run', '--quiet', '--no-prompt', '--allow-read', '--node-modules-dir=manual', 'summary.mjs', ...files], folder);
    expect(said.trimEnd().split('\n')).toEqual(expected);
  });
});

describe('analyze', async () => {
  const { analyze, EngineError } = await import('mioboe');
  const bytes = files.map((path) => new Uint8Array(readFileSync(path)));
  const request = { today: '2026-11-22', utcOffset: '+09:00', region: 'jp' };

  test('takes files in every form', async () => {
    const [first = new Uint8Array(), ...others] = bytes;
    const mixed = [first, ...others.map((content, index) => (index % 2 ? new Blob([content]) : { name: basename(files[index + 1] ?? ''), content }))];
    const named = bytes.map((content, index) => new File([content], basename(files[index] ?? '')));
    const counts = async (inputs: Parameters<typeof analyze>[0]): Promise<string[]> => (await analyze(inputs, request)).charges.map(({ verdict }) => verdict).sort();
    expect((await counts(named)).length).toBeGreaterThan(50);
    expect(await counts(mixed)).toEqual(await counts(named));
  });

  test('tells how far it is', async () => {
    const heard: string[] = [];
    await analyze(bytes, { ...request, progress: ({ phase, filesDone, filesTotal }) => heard.push(`${phase} ${filesDone}/${filesTotal}`) });
    expect(heard[0]).toBe(`reading 0/${bytes.length}`);
    expect(heard.at(-1)).toBe(`analysing ${bytes.length}/${bytes.length}`);
  });

  test('ends when it is told to, with the reason it was given', async () => {
    const abort = new AbortController();
    const reason = new Error('no longer wanted');
    const running = analyze(bytes, { ...request, signal: abort.signal, progress: () => abort.abort(reason) });
    await expect(running).rejects.toBe(reason);
    await expect(analyze(bytes, request)).resolves.toMatchObject({ schemaVersion: 1 });
  });

  test('says what is wrong with a request, and what is no file of ours is part of the report', async () => {
    await expect(analyze([], { ...request, today: 'yesterday' })).rejects.toBeInstanceOf(EngineError);
    const { sources } = await analyze([new TextEncoder().encode('nothing of interest')], request);
    expect(sources).toMatchObject([{ name: 'file-1' }]);
  });

  test('says of a PDF that it is read elsewhere, and reads the files beside it', async () => {
    const { sources, charges } = await analyze([{ name: 'statement.pdf', content: '%PDF-1.7\n' }, ...bytes], request);
    const pdf = sources.find(({ name }) => name === 'statement.pdf');
    expect(pdf).toMatchObject({ kind: 'unreadable', problems: [{ code: 'pdf-not-here' }] });
    expect(charges.length).toBeGreaterThan(50);
  });
});

describe('advise', async () => {
  const { advise, analyze, EngineError } = await import('mioboe');
  const cases = join(www, '../tests/fixtures/cases');
  const households = readdirSync(cases).filter((name) => existsSync(join(cases, name, 'truth.json'))).sort();

  test('says of every household what the module says, in the same bytes, with answers and without', async () => {
    const said = mkdtempSync(join(tmpdir(), 'mioboe-said-'));
    const advised: string[] = [];
    for (const name of households) {
      const { today, utcOffset, region, files: names } = JSON.parse(readFileSync(join(cases, name, 'truth.json'), 'utf8')) as Record<'today' | 'utcOffset' | 'region', string> & { files: string[] };
      const report = await analyze(names.map((file) => ({ name: file, content: readFileSync(join(cases, name, file)) })), { today, utcOffset, region, household: [] });
      const answers = report.charges.map(({ id }, at) => ({ charge: id, answer: (['me', 'family', 'notMine'] as const)[at % 3] ?? null }));
      const sayings = [{ region }, { region, today, answers, salt: '00ff', looked: true }];
      writeFileSync(join(said, `${name}.json`), JSON.stringify(sayings));
      for (const saying of sayings) advised.push(JSON.stringify(await advise(report, saying)));
    }
    const module = run(process.execPath, [join(www, '../tests/wasm/cases.mjs'), 'full', said, ...households.map((name) => join(cases, name))], www);
    rmSync(said, { recursive: true });
    expect(households.length).toBeGreaterThan(10);
    expect(module.trimEnd().split('\n')).toEqual(advised);
  }, 120_000);

  test('takes a report alone, and refuses what is none', async () => {
    const report = await analyze([new TextEncoder().encode('nothing of interest')], { today: '2026-11-22' });
    expect(await advise(report)).toMatchObject({ today: '2026-11-22', law: 'elsewhere' });
    await expect(advise({} as typeof report)).rejects.toBeInstanceOf(EngineError);
    await expect(advise(report, { today: 'yesterday' })).rejects.toBeInstanceOf(EngineError);
  });

  test('does what the README shows', async () => {
    const [first = ''] = files;
    const report = await analyze([new File([readFileSync(first)], basename(first))], { today: '2026-11-22', utcOffset: '+09:00', region: 'jp' });
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    const lines = run(process.execPath, ['steps.mjs', 'report.json'], folder).trimEnd().split('\n');
    expect(lines[0]).toMatch(/^flagged \d+$/);
    expect(lines.length).toBeGreaterThan(3);
  });
});

interface Described {
  readonly name?: string;
  readonly description?: string;
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly {
      readonly name: string;
      readonly attributes?: readonly Described[];
      readonly events?: readonly Described[];
      readonly cssParts?: readonly Described[];
      readonly cssProperties?: readonly Described[];
    }[];
  }[];
}

function run(program: string, args: readonly string[], cwd: string): string {
  return execFileSync(program, [...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
}
