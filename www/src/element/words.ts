//! The few words the element says itself, before or instead of the widget.

import { bestLang, byLanguage } from '../app/languages';

interface Words {
  readonly title: string;
  readonly open: string;
  readonly failed: string;
}

const words = byLanguage(import.meta.glob<Words>('../../../crates/playbook/locales/*/language.json', { import: 'element', eager: true }));

export function wordsFor(lang: string): Words {
  const found = words.get(bestLang([lang || navigator.language]));
  if (!found) throw new Error('every language has words for the element');
  return found;
}
