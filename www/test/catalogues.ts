//! The page's catalogues as the tests see them: every folder of `locales` is a language, and English is what the others are held against.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';

const LOCALES = fileURLToPath(new URL('../../crates/playbook/locales/', import.meta.url));

export const folders: readonly string[] = readdirSync(LOCALES).sort();

export function fileOf(lang: string, path: string): string {
  return readFileSync(`${LOCALES}${lang}/${path}`, 'utf8');
}

/** `id` and `id.attribute` of all messages in the named files, each with the variables it is made of. */
export function messagesOf(lang: string, ...files: readonly string[]): ReadonlyMap<string, string> {
  const { body } = new FluentResource(files.map((file) => fileOf(lang, `page/${file}.ftl`)).join('\n'));
  return new Map(
    body.flatMap(({ id, value, attributes }) => [
      [id, variablesIn(value)] as const,
      ...Object.entries(attributes).map(([name, pattern]) => [`${id}.${name}`, variablesIn(pattern)] as const),
    ]),
  );
}

/** What a language lacks, has in excess, or says of other values than English: empty when all is well. */
export function faultsOf(lang: string, ...files: readonly string[]): string[] {
  const wanted = messagesOf('en', ...files);
  const said = messagesOf(lang, ...files);
  return [
    ...[...wanted.keys()].filter((name) => !said.has(name)).map((name) => `${lang}: ${name} is missing`),
    ...[...said.keys()].filter((name) => !wanted.has(name)).map((name) => `${lang}: ${name} is said by no other language`),
    ...[...wanted].filter(([name, values]) => said.has(name) && said.get(name) !== values).map(([name, values]) => `${lang}: ${name} is about ${values || 'no value'} in English`),
  ];
}

function variablesIn(pattern: unknown): string {
  const found = new Set<string>();
  JSON.stringify(pattern, (_, part: unknown) => {
    const { type, name } = (part ?? {}) as { readonly type?: unknown; readonly name?: unknown };
    if (type === 'var') found.add(String(name));
    return part;
  });
  // Only a language with a plural needs to know how many.
  found.delete('count');
  return [...found].sort().join(', ');
}
