//! The words of every screen but the first, and of the report. Importing this adds them.

import type { Lang } from '../languages';
import { addWords, textsIn, Words } from '../words';

addWords(
  import.meta.glob<string>('../../../../crates/playbook/locales/*/{facts,files,findings,formats,mails,plans,report,steps}.ftl', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
addWords(import.meta.glob<string>('../../../../crates/playbook/locales/*/page/screens.ftl', { query: '?raw', import: 'default', eager: true }));

/** Letters are long and seldom wanted, so they are a language's own second catalogue. */
const letterCatalogues = import.meta.glob<string>('../../../../crates/playbook/locales/*/letters.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const made = new Map<Lang, Words>();

/** The letters of a language, parsed when the first of them is asked for. */
export function lettersIn(lang: Lang): Words {
  const letters = made.get(lang) ?? new Words(lang, textsIn(lang, letterCatalogues));
  made.set(lang, letters);
  return letters;
}
