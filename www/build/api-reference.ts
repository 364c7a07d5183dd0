//! `docs/widget-api.md` out of the manifest of the element, so that the reference cannot say anything else than the code.

interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly kind?: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly parameters?: readonly { readonly name: string }[];
}

interface Declaration {
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly Entry[];
  readonly members: readonly Entry[];
  readonly events: readonly Entry[];
  readonly slots: readonly Entry[];
  readonly cssParts: readonly Entry[];
  readonly cssProperties: readonly Entry[];
}

export function referenceOf(manifest: string): string {
  const { modules } = JSON.parse(manifest) as { modules: { declarations: Declaration[] }[] };
  const element = modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === 'MioboeCheck');
  if (!element) throw new Error('the manifest has no element');
  const methods = element.members.filter(({ kind, privacy, description, static: isStatic }) => kind === 'method' && privacy !== 'private' && !isStatic && description);
  return [
    '# `<mioboe-check>`: reference',
    '',
    'Written from the element\'s source: `npm run test:package -- -u` in `www/` brings it up to date. [embedding.md](embedding.md) explains how it is used.',
    '',
    element.description,
    '',
    ...table('Attributes', element.attributes, ({ name, type }) => `\`${name}\`${type ? `: \`${type.text.replaceAll('|', '\\|')}\`` : ''}`),
    ...table('Events', element.events, ({ name }) => `\`${name}\``),
    ...table('Methods', methods, ({ name }) => `\`${name}()\``),
    ...table('Slots', element.slots, ({ name }) => (name ? `\`${name}\`` : 'default')),
    ...table('Parts', element.cssParts, ({ name }) => `\`::part(${name})\``),
    ...table('Custom properties', element.cssProperties, ({ name, default: value }) => `\`${name}\`${value ? ` (\`${value}\`)` : ''}`),
  ].join('\n');
}

function table(title: string, entries: readonly Entry[], named: (entry: Entry) => string): string[] {
  return [`## ${title}`, '', '| name | what it is |', '|---|---|', ...entries.filter(({ description }) => description).map((entry) => `| ${named(entry)} | ${(entry.description ?? '').replaceAll('|', '\\|')} |`), ''];
}
