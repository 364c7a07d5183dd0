//! The widget's own words: the same in both languages, and no word that a site's name could be mistaken for ours.

import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const catalogue = (lang: string): string => readFileSync(new URL(`../../src/embed/messages/${lang}/widget.ftl`, import.meta.url), 'utf8');
const messages = (text: string): string[] => [...text.matchAll(/^([a-z-]+) = (.*)$/gm)].map(([, id = '', words = '']) => `${id} ${[...words.matchAll(/\$\w+/g)].sort().join()}`);

test('both languages say the same things of the same values', () => {
  expect(messages(catalogue('en')).sort()).toEqual(messages(catalogue('ja')).sort());
  expect(messages(catalogue('en')).length).toBeGreaterThan(10);
});
