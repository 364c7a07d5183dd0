//! The languages as the build sees them: what stands in documents and manifests, where no catalogue is read.

import { readdirSync, readFileSync } from 'node:fs';

import { HOME } from '../src/app/roles.ts';
import { www } from './bundle.ts';

const LOCALES = `${www}../crates/playbook/locales/`;

export interface Language {
  readonly lang: string;
  readonly name: string;
  readonly description: string;
  /** Of its web app manifest. */
  readonly manifest: string;
  readonly needsScript: string;
  readonly widgetNeedsScript: string;
  /** The words of the first screen, in Fluent. */
  readonly first: string;
}

/** The page's own first, the others by their tags. */
export const LANGUAGES: readonly Language[] = readdirSync(LOCALES)
  .sort((a, b) => Number(b === HOME) - Number(a === HOME) || (a < b ? -1 : 1))
  .map((lang) => ({
    lang,
    ...(JSON.parse(readFileSync(`${LOCALES}${lang}/language.json`, 'utf8')) as { page: Omit<Language, 'lang' | 'manifest' | 'first'> }).page,
    manifest: lang === HOME ? 'manifest.webmanifest' : `manifest.${lang}.webmanifest`,
    first: readFileSync(`${LOCALES}${lang}/page/first.ftl`, 'utf8'),
  }));
