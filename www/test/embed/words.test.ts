//! The widget's own words: the same in both languages, and no word that a site's name could be mistaken for ours.

import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');
const messages = (text: string): string[] => [...text.matchAll(/^([a-z-]+) = (.*)$/gm)].map(([, id = '', words = '']) => `${id} ${[...words.matchAll(/\$\w+/g)].sort().join()}`);

test.each([
  ['widget', 10],
  ['inline', 5],
])('both languages of %s say the same things of the same values', (name, least) => {
  const [en, ja] = ['en', 'ja'].map((lang) => messages(read(`embed/messages/${lang}/${name}.ftl`)).sort());
  expect(en).toEqual(ja);
  expect(en?.length).toBeGreaterThan(least);
});

test('what is said otherwise in the page itself stands in for words of the app', () => {
  const idsOf = (text: string): string[] => messages(text).map((message) => message.split(' ')[0] ?? '');
  for (const lang of ['ja', 'en']) {
    const app = new Set(idsOf(read(`app/messages/${lang}/first.ftl`) + read(`app/messages/${lang}/screens.ftl`)));
    expect(idsOf(read(`embed/messages/${lang}/inline.ftl`)).filter((id) => !app.has(id))).toEqual(['inline-notice']);
  }
});
