//! The widget's own words: the same in both languages, and no word that a site's name could be mistaken for ours.

import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const read = (lang: string, name: string): string => readFileSync(new URL(`../../../crates/playbook/locales/${lang}/page/${name}.ftl`, import.meta.url), 'utf8');
const messages = (text: string): string[] => [...text.matchAll(/^([a-z-]+) = (.*)$/gm)].map(([, id = '', words = '']) => `${id} ${[...words.matchAll(/\$\w+/g)].sort().join()}`);

test.each([
  ['widget', 10],
  ['inline', 5],
])('both languages of %s say the same things of the same values', (name, least) => {
  const [en, ja] = ['en', 'ja'].map((lang) => messages(read(lang, name)).sort());
  expect(en).toEqual(ja);
  expect(en?.length).toBeGreaterThan(least);
});

test('what is said otherwise in the page itself stands in for words of the app', () => {
  const idsOf = (text: string): string[] => messages(text).map((message) => message.split(' ')[0] ?? '');
  for (const lang of ['ja', 'en']) {
    const app = new Set(idsOf(read(lang, 'first') + read(lang, 'screens')));
    expect(idsOf(read(lang, 'inline')).filter((id) => !app.has(id))).toEqual(['inline-notice']);
  }
});
