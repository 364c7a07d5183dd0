//! Each folder of `locales` is a whole language: it says what the others say, of the same values.

import { describe, expect, it } from 'vitest';
import { LANGS, ownName } from '../src/app/languages';
import { REGIONS } from '../src/app/screens/region';
import { fileOf, faultsOf, folders } from './catalogues';

interface Language {
  readonly name: string;
  readonly usage: { readonly region: string; readonly shortMonth: string; readonly regionalDays: Readonly<Record<string, string>> };
  readonly accusing: readonly string[];
}

const languageOf = (lang: string): Language => JSON.parse(fileOf(lang, 'language.json')) as Language;

it('every folder is a language that is offered, by its own name', () => {
  expect([...LANGS].sort()).toEqual(folders);
  expect(new Set(LANGS.map(ownName)).size).toBe(LANGS.length);
});

describe.each(folders)('%s', (lang) => {
  // What the widget says otherwise may be called like something of the app, so that each file is looked at by itself.
  it.each(['first', 'screens', 'widget', 'inline'])('says in %s what the others say', (file) => {
    expect(faultsOf(lang, file)).toEqual([]);
  });

  it('has what is no message', () => {
    const { name, usage, accusing } = languageOf(lang);
    expect(shapeOf(languageOf(lang))).toEqual(shapeOf(languageOf('en')));
    expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
    expect(name.trim()).not.toBe('');
    expect(REGIONS).toContain(usage.region);
    expect(['numeric', 'short']).toContain(usage.shortMonth);
    for (const [region, locale] of Object.entries(usage.regionalDays)) {
      expect(REGIONS).toContain(region);
      expect(Intl.getCanonicalLocales(locale)).toEqual([locale]);
    }
    expect(accusing.length).toBeGreaterThan(0);
  });

  it('never calls what is unexplained a fraud', () => {
    const said = ['first', 'screens'].map((file) => fileOf(lang, `page/${file}.ftl`).toLowerCase()).join('\n');
    // A word of one language slips into another.
    for (const word of folders.flatMap((other) => languageOf(other).accusing)) expect(said).not.toContain(word.toLowerCase());
  });
});

/** The names of all fields, and of what kind each is; lists and what differs by region are as long as they like. */
function shapeOf(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object' || value === null || name === 'regionalDays') return typeof value;
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, shapeOf(part, field)]).sort());
}
