//! What the files say is shown so that nothing in it misleads, the same here as in the engine.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oneLine, plainText } from '../src/app/plain-text';
import { csv } from '../src/app/screens/case/csv';
import { calendar } from '../src/app/screens/case/calendar';
import { isDay } from '../src/app/screens/case/shape';

const table = JSON.parse(readFileSync(new URL('../../tests/fixtures/shown.json', import.meta.url), 'utf8')) as [text: string, shown: string][];

test.each(table)('%j is shown as %j', (text, shown) => {
  expect(oneLine(text)).toBe(shown);
  expect(oneLine(shown)).toBe(shown);
});

test('a text of several lines keeps them, and nothing else that is not seen', () => {
  expect(plainText('one\r\ntwo\n\tthree\u202e\u2028four')).toBe('one\ntwo\n\tthree[U+202E] four');
});

/** What a file may not have in it, whatever was in the texts. */
const MISLEADING = /[\u0000-\u0008\u000b\f\u000e-\u001f\u007f-\u009f\u034f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164]/u;

test.each(table)('%j does not mislead in a table or a calendar', (text) => {
  const name = oneLine(text);
  expect(csv([[name]]).slice(1)).not.toMatch(MISLEADING);
  const entry = calendar([{ id: 'a', day: '2026-11-24', summary: text, about: text, repeats: 'never' }], new Date(0));
  expect(entry).not.toMatch(MISLEADING);
  expect(entry.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
});

test.each([
  ['﹦1+1', "'﹦1+1"],
  ['x;=1+1', "x;'=1+1"],
  ['x\t@a', "x\t'@a"],
  ['0916', "'0916"],
  ['１２３', "'１２３"],
  ['1234567890123456', "'1234567890123456"],
  ['"=1+1', `'""=1+1`],
  ['x,−2', "x,'−2"],
])('%j is %j in a table', (text, written) => expect(csv([[text]])).toBe(`\ufeff"${written}"\r\n`));

test.each([['2026-02-28', true], ['2024-02-29', true], ['2026-02-29', false], ['9999-99-99', false], ['2026-13-01', false], ['0000-00-00', false], ['1979-12-31', false], ['2200-01-01', false], ['2026-1-1', false]])('%j is a day: %j', (text, is) =>
  expect(isDay(text)).toBe(is));
