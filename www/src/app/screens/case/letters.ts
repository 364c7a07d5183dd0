//! The letters there are, and the dispute a finding makes. The table is the playbook's own, so that rule and letter cannot part.

import table from '../../../../../crates/playbook/data/letters.toml?raw';
import { LANGS, type Lang } from '../../languages';
import { sectionsOf, textOf, textsOf } from './tables';

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

export function readTable(text: string): Table {
  const disputes = new Map<string, string>();
  const letters: Letter[] = [];
  for (const { heading, values } of sectionsOf(text)) {
    const dispute = /^dispute\.(.+)$/.exec(heading)?.[1];
    if (dispute) for (const rule of textsOf(values['rules'])) disputes.set(rule, dispute);
    if (heading === 'letter') letters.push(letterOf(values));
  }
  return { disputes, letters };
}

function letterOf(read: Readonly<Record<string, unknown>>): Letter {
  return {
    id: textOf(read['id']),
    step: textOf(read['step']),
    form: textOf(read['form']),
    regions: textsOf(read['regions']),
    writtenIn: LANGS.find((lang) => lang === read['written-in']) ?? null,
    variables: textsOf(read['variables']),
  };
}
