//! Reads what the playbook's data files are written in: headings, and keys whose values are JSON as well as TOML.

export interface Section {
  /** `rule.no-order`, or `contact` for each `[[contact]]`; empty before the first heading. */
  readonly heading: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export function sectionsOf(text: string): Section[] {
  const sections: { heading: string; values: Record<string, unknown> }[] = [{ heading: '', values: {} }];
  let open = '';
  for (const line of text.split('\n')) {
    const heading = /^\[\[?([\w.-]+)\]\]?$/.exec(line)?.[1];
    if (heading !== undefined) {
      sections.push({ heading, values: {} });
      continue;
    }
    // A list may go on over several lines.
    open += open || /^[\w-]+ = /.test(line) ? line : '';
    const pair = /^([\w-]+) = (.+)$/.exec(open);
    if (!pair?.[1] || !pair[2] || (pair[2].startsWith('[') && !pair[2].endsWith(']'))) continue;
    const section = sections.at(-1);
    if (section) section.values[pair[1]] = JSON.parse(pair[2]);
    open = '';
  }
  return sections;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
