//! No file of the sources needs, through others, itself.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** By file, without its ending, the files that it imports. */
function imports(): Map<string, string[]> {
  const files = readdirSync(src, { recursive: true }).map(String).filter((name) => name.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const named = [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, path = '']) => normalize(join(dirname(file), path)));
      return [file.replace(/\.ts$/, ''), named];
    }),
  );
}

/** The first way that leads from a file back to it. */
function circle(all: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of all.get(file) ?? []) {
      const found = visit(next, [...way, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of all.keys()) {
    const found = visit(file, []);
    if (found) return found;
  }
  return null;
}

test('a circle is found, and what only meets again is none', () => {
  expect(circle(new Map([['a', ['b', 'c']], ['b', ['c']], ['c', []]]))).toBeNull();
  expect(circle(new Map([['a', ['b']], ['b', ['c']], ['c', ['b']]]))).toEqual(['b', 'c', 'b']);
});

test('there is none in the sources', () => {
  const all = imports();
  expect(all.get('app/screens/store')).toContain('app/screens/advice');
  expect(circle(all)).toBeNull();
});
