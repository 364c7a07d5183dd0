//! The languages there are: the folders of `crates/playbook/locales`. Nothing else lists them.

import { FALLBACK, HOME } from './roles';

/** A tag of `LANGS`, which is the name of a folder. */
export type Lang = string;

const names = byLanguage(import.meta.glob<string>('../../../crates/playbook/locales/*/language.json', { import: 'name', eager: true }));

/** The page's own first, the others by their tags. */
export const LANGS: readonly Lang[] = [HOME, ...[...names.keys()].filter((lang) => lang !== HOME).sort()];

/** As who speaks it calls it. */
export function ownName(lang: Lang): string {
  return names.get(lang) ?? lang;
}

/** Ours for a tag such as `ja-JP`, or `null`. */
export function langOf(tag: string): Lang | null {
  // From `zh-Hant-TW` to `zh-Hant` and `zh`, until one is ours.
  for (let rest = tag.toLowerCase(); rest; rest = rest.slice(0, Math.max(rest.lastIndexOf('-'), 0))) {
    const found = LANGS.find((lang) => lang.toLowerCase() === rest);
    if (found) return found;
  }
  return null;
}

/** The best of ours for a list such as `navigator.languages`. */
export function bestLang(wanted: readonly string[]): Lang {
  for (const tag of wanted) {
    const found = langOf(tag);
    if (found) return found;
  }
  return FALLBACK;
}

/** What `import.meta.glob` found, with the folder in place of the path. */
export function byLanguage<Value>(found: Readonly<Record<string, Value>>): ReadonlyMap<Lang, Value> {
  return new Map(Object.entries(found).map(([path, value]) => [/\/locales\/([^/]+)\//.exec(path)?.[1] ?? '', value]));
}
