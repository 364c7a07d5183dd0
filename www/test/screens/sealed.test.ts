//! What a screen must not have, because the frame around it is sealed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const app = join(import.meta.dirname, '../../src/app');

test('no screen has a form: the frame may send none, so that its button would do nothing at all', () => {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => /<form\b|@submit=|type="submit"/.test(readFileSync(join(app, file), 'utf8')))).toEqual([]);
});
