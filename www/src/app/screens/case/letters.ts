//! The letters there are, and the dispute a finding makes. The table is the playbook's own, so that rule and letter cannot part.

import table from '../../../../../crates/playbook/data/letters.toml?raw';
import { LANGS, type Lang } from '../../words';

export interface Letter {
  readonly id: string;
  /** The step that sends it. */
  readonly step: string;
  /** `message`, `script`, `letter`, `summary`. */
  readonly form: string;
  /** Where it applies; everywhere, where none is named. */
  readonly regions: readonly string[];
  /** The language of its text, where that is not the page's. */
  readonly writtenIn: Lang | null;
  readonly variables: readonly string[];
}

export interface Table {
  readonly letters: readonly Letter[];
  /** By rule. */
  readonly disputes: ReadonlyMap<string, string>;
}

/** What a dispute is where no rule says more. */
export const UNAUTHORISED = 'unauthorised';

let read: Table | null = null;

export function letterTable(): Table {
  read ??= readTable(table);
  return read;
}

export function disputeClasses(): string[] {
  return [...new Set(letterTable().disputes.values())];
}

/** Reads what our table is written in: headings, and keys whose values are JSON as well as TOML. */
export function readTable(text: string): Table {
  const disputes = new Map<string, string>();
  const letters: Record<string, unknown>[] = [];
  let dispute = '';
  for (const line of text.split('\n')) {
    const heading = /^\[dispute\.([\w-]+)\]$/.exec(line);
    const pair = /^([\w-]+) = (.+)$/.exec(line);
    if (heading?.[1]) dispute = heading[1];
    else if (line === '[[letter]]') letters.push({});
    else if (pair?.[1] && pair[2]) {
      const value: unknown = JSON.parse(pair[2]);
      const letter = letters.at(-1);
      if (letter) letter[pair[1]] = value;
      else for (const rule of texts(value)) disputes.set(rule, dispute);
    }
  }
  return { disputes, letters: letters.map(letterOf) };
}

function letterOf(read: Record<string, unknown>): Letter {
  return {
    id: String(read['id']),
    step: String(read['step']),
    form: String(read['form']),
    regions: texts(read['regions']),
    writtenIn: LANGS.find((lang) => lang === read['written-in']) ?? null,
    variables: texts(read['variables']),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
