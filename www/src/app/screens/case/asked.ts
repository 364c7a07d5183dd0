//! The charges someone else is asked about, and what is disputed of each.

import type { ChargeReport, Report } from '../../engine/report';
import { type AnswerOf, groupOf } from '../charges';
import { letterTable, UNAUTHORISED } from './letters';

/** Flagged, or not the person's own by their own word. */
export function askedAbout(report: Report, answerOf: AnswerOf): ChargeReport[] {
  return report.charges.filter((charge) => ['flagged', 'notMine'].includes(groupOf(charge, answerOf(charge))));
}

/** The class of dispute; `null` where neither a finding nor the person disputes the charge. */
export function disputeOf(report: Report, charge: ChargeReport, answerOf: AnswerOf): string | null {
  const { disputes } = letterTable();
  // "Not mine" says more than a finding that only asks.
  if (answerOf(charge) === 'notMine' && charge.verdict !== 'flagged') return UNAUTHORISED;
  const rules = [charge.cause ?? '', ...charge.findings.flatMap((at) => report.findings[at]?.rule ?? [])];
  const found = rules.map((rule) => disputes.get(rule)).find((dispute) => dispute !== undefined);
  if (found) return found;
  return charge.verdict === 'flagged' ? UNAUTHORISED : null;
}
