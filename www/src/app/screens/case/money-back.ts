//! What is known of getting money back, beside the findings it concerns. The table is the playbook's own.

import table from '../../../../../crates/playbook/data/money-back.toml?raw';
import { sectionsOf, textOf, textsOf } from './tables';

export interface MoneyBack {
  /** Its words are `back-<id>` and `back-<id>.source`. */
  readonly id: string;
  readonly region: string;
  readonly findings: readonly string[];
  readonly date: string;
}

let read: MoneyBack[] | null = null;

export function moneyBack(region: string, rules: readonly string[]): MoneyBack[] {
  read ??= sectionsOf(table).flatMap(({ heading, values }) =>
    heading === 'fact' ? [{ id: textOf(values['id']), region: textOf(values['region']), findings: textsOf(values['findings']), date: textOf(values['date']) }] : [],
  );
  return read.filter((fact) => fact.region === region && fact.findings.some((rule) => rules.includes(rule)));
}
