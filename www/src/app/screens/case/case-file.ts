//! The case as a file of its own: written here, and read again as if somebody else had written it.

import type { ChargeGiven, ChargeReport, CoverageReport, FindingReport, Gap, MailLinkReport, MailReasonReport, MailReport, OrderRef, OrderReport, ProblemReport, RefundReport, RenewalReport, Report, SourceReport, Span, StepReport, TotalsReport } from '../../engine/report';
import { ANSWERS, type Answer } from '../answers';
import type { ContactMade, StepNote } from '../kept';
import { day, decimal, entries, id, line, list, oneOf, orNull, type Read, shape, text, whole, yesOrNo } from './shape';

/** Raised when an older reader could not read a new file. */
const VERSION = 3;

/** Beyond it a file is not a case of a person. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface CaseFile {
  readonly redacted: boolean;
  readonly report: Report;
  /** By the charge's id. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** The number of the order that the person said a charge is, by the charge's id. */
  readonly orders: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, StepNote>>;
  readonly contacts: readonly ContactMade[];
  readonly typed: readonly ChargeGiven[];
  /** Doubtful rows that were confirmed or left out. */
  readonly settled: readonly string[];
  /** What the report was made of, as the engine holds it, so that files can be added; `null` where it is not there. */
  readonly holding: string | null;
}

export type Opened = { readonly kind: 'case'; readonly file: CaseFile } | { readonly kind: 'newer' } | { readonly kind: 'broken' } | { readonly kind: 'other' };

export function writeCase(file: CaseFile): string {
  return `${JSON.stringify({ mioboeCase: VERSION, ...file }, null, 1)}\n`;
}

/** `other`: not one of ours, so it may be anything else a person has. */
/** What each version lacks to be the next: the first makes version 1 into version 2. */
const MIGRATIONS: readonly ((older: Record<string, unknown>) => Record<string, unknown>)[] = [
  // Version 2 knows the contacts made.
  (older) => ({ ...older, contacts: [] }),
  // Version 3 holds what the report was made of.
  (older) => ({ ...older, typed: [], settled: [], holding: null }),
];

export async function openCase(file: Blob & { readonly name: string }): Promise<Opened> {
  if (!/\.json$/i.test(file.name) || MOST_BYTES < file.size) return { kind: 'other' };
  return readCase(await file.text());
}

export function readCase(content: string): Opened {
  let found: unknown;
  try {
    found = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return { kind: /^\s*\{\s*"mioboeCase"/.test(content) ? 'broken' : 'other' };
  }
  if (typeof found !== 'object' || found === null || !Object.hasOwn(found, 'mioboeCase')) return { kind: 'other' };
  const { mioboeCase: version, ...rest } = found as Record<string, unknown>;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { kind: 'broken' };
  if (VERSION < version) return { kind: 'newer' };
  try {
    return { kind: 'case', file: caseFile(MIGRATIONS.slice(version - 1).reduce((older, migrate) => migrate(older), rest)) };
  } catch {
    return { kind: 'broken' };
  }
}

export const stepNote = shape<StepNote>({ done: yesOrNo, note: text, doneOn: orNull(day) });

const contactMade = shape<ContactMade>({ day, whom: text, answer: text });

/** What a later version of the report has, and cases saved before it have not. */
function since<T>(read: Read<T>, before: T): Read<T> {
  return (found) => (found === undefined ? before : read(found));
}

const orderRef = shape<OrderRef>({ orderId: line, source: orNull(whole), lines: list(whole), part: since(list(whole), []) });

const problem = shape<ProblemReport>({ line: orNull(whole), code: id, field: orNull(line), text: orNull(line) });

const source = shape<SourceReport>({
  id: whole,
  name: line,
  kind: id,
  format: orNull(id),
  encoding: orNull(id),
  rows: whole,
  used: whole,
  skipped: entries(whole),
  from: orNull(day),
  to: orNull(day),
  problems: list(problem),
  // The rows were of a file that is not kept.
  rowsToConfirm: () => [],
  // Without the file there is nothing to read anew.
  table: () => null,
  why: since(list(line), []),
  addsUp: since(orNull(yesOrNo), null),
});

const charge = shape<ChargeReport>({
  id,
  source: whole,
  line: whole,
  date: orNull(day),
  posted: orNull(day),
  merchant: line,
  memo: orNull(line),
  amount: decimal,
  currency: id,
  card: orNull(line),
  cardFirst: since(yesOrNo, false),
  paidBy: since(orNull(id), null),
  holder: orNull(line),
  service: id,
  verdict: id,
  cause: orNull(id),
  confidence: decimal,
  answered: orNull(id),
  orders: list(orderRef),
  alternatives: list(list(orderRef)),
  candidates: since(list(orderRef), []),
  findings: list(whole),
  evidence: list(id),
});

const order = shape<OrderReport>({
  orderId: line,
  source: whole,
  lines: list(whole),
  ordered: orNull(day),
  shipped: list(day),
  items: list(line),
  total: decimal,
  currency: id,
  seller: orNull(line),
  cards: list(line),
  address: orNull(line),
  status: id,
});

const finding = shape<FindingReport>({ rule: id, level: id, charges: list(id), orders: list(line), args: entries(line) });

const step = shape<StepReport>({ step: id, when: id, due: orNull(day), because: list(whole) });

const span = shape<Span>({ from: day, to: day });

// Cases were saved before gaps named their account.
const account = (found: unknown): string | null => (found === undefined ? null : orNull(line)(found));

const gap = shape<Gap>({ kind: id, from: orNull(day), to: orNull(day), account, card: orNull(line), service: orNull(id), charges: whole });

const coverage = shape<CoverageReport>({ statements: orNull(span), orders: orNull(span), gaps: list(gap) });

const totals = shape<TotalsReport>({ charged: decimal, explained: decimal, ask: decimal, flagged: decimal, notCovered: decimal, other: decimal });

const renewal = shape<RenewalReport>({ service: id, name: line, amount: decimal, currency: id, cadence: id, last: day, next: orNull(day), charges: list(id) });

const refund = shape<RefundReport>({ orderId: line, source: whole, line: whole, date: day, amount: decimal, currency: id, state: id, until: day, charge: orNull(id) });

const mailReason = shape<MailReasonReport>({ code: id, weight: id, args: entries(line) });

const mailLink = shape<MailLinkReport>({ text: line, target: line, domain: line, weight: id });

const mail = shape<MailReport>({
  id,
  source: whole,
  line: whole,
  date: orNull(day),
  fromName: line,
  fromAddress: line,
  replyTo: orNull(line),
  subject: line,
  verdict: id,
  reasons: list(mailReason),
  links: list(mailLink),
  attachments: list(line),
  orders: list(line),
  entered: yesOrNo,
});

const report = shape<Report>({
  schemaVersion: whole,
  today: day,
  sources: list(source),
  charges: list(charge),
  findings: list(finding),
  nextSteps: list(step),
  coverage,
  totals: entries(totals),
  orders: list(order),
  renewals: list(renewal),
  refunds: since(list(refund), []),
  mails: since(list(mail), []),
});

const chargeGiven = shape<ChargeGiven>({ date: orNull(text), amount: text, currency: orNull(text), merchant: line, paidBy: orNull(id), card: orNull(text) });

const caseFile = shape<CaseFile>({ redacted: yesOrNo, report, answers: entries(oneOf(ANSWERS)), orders: since(entries(line), {}), steps: entries(stepNote), contacts: list(contactMade), typed: list(chargeGiven), settled: list(text), holding: orNull(text) });
