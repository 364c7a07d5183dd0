//! The steps for this person: those of the report, less what they have settled, and those that "not mine" adds.

import type { ChargeReport, Report, StepReport } from '../engine/report';
import { advisedFor, asPaid, inOrder, type Time, TIMES } from './case/advice';
import { type Clock, clocksOf } from './case/clocks';
import { type AnswerOf, groupOf } from './charges';
import type { Store } from './store';
import { byTopic, type Topic } from './topics';

/** What to do when a charge is not the person's own: in this order where it is named, and so in the plan. */
const MISUSE: readonly { step: string; when: Time }[] = [
  { step: 'contact-amazon', when: 'now' },
  { step: 'contact-card-issuer', when: 'now' },
  { step: 'change-password', when: 'today' },
  { step: 'enable-two-step', when: 'today' },
  { step: 'review-devices', when: 'today' },
];
export const MISUSE_STEPS = MISUSE.map(({ step }) => step);

/** The step that the person's own clocks belong to. */
const CLOCKED = 'contact-card-issuer';

/** Where there is nothing to see of what was paid in another shop through Amazon Pay. */
const AMAZONS_OWN_ORDERS = ['check-hidden-orders', 'check-digital-orders'];

/** What has to do with Amazon and with nobody else. */
const AMAZONS = [...AMAZONS_OWN_ORDERS, 'check-order-history', 'contact-amazon', 'escalate', 'change-password', 'enable-two-step', 'review-devices'];

/** What is no charge of Amazon's, whatever it is called. */
const NOT_AMAZONS = ['other', 'look-alike'];

function helpsWith(step: string, service: string): boolean {
  if (NOT_AMAZONS.includes(service)) return !AMAZONS.includes(step);
  return service !== 'amazon-pay' || !AMAZONS_OWN_ORDERS.includes(step);
}

/** What to do about one charge that is not the person's own, in the order in which it is named. */
export function misuseSteps({ service, paidBy }: ChargeReport): string[] {
  return [...new Set(MISUSE_STEPS.filter((step) => helpsWith(step, service)).flatMap((step) => asPaid(step, paidBy)))];
}

/** Where nothing is wrong, so many steps are enough for one evening. */
const CALM_STEPS = 3;

export interface PlanStep extends StepReport {
  /** The charges it is about, without those the person has settled. */
  readonly charges: readonly ChargeReport[];
  readonly clocks: readonly Clock[];
}

export interface FoldedPlan<T extends StepReport = StepReport> {
  readonly open: readonly T[];
  readonly folded: readonly T[];
}

/** What is shown at once, and what waits under its heading. `pressing`: something is flagged, or there are signs of a takeover. */
export function foldPlan<T extends StepReport>(whole: readonly T[], state: 'pressing' | 'calm', topic: Topic | null = null): FoldedPlan<T> {
  const { own: plan, others } = byTopic(whole, topic);
  const byTime = TIMES.flatMap((time) => plan.filter(({ when }) => when === time));
  const open = state === 'pressing' ? byTime.filter(({ when }) => when === 'now' || when === 'today') : byTime.slice(0, CALM_STEPS);
  return { open, folded: [...byTime.filter((step) => !open.includes(step)), ...others] };
}

export function planOf({ report, answerOf, region, details }: Store): PlanStep[] {
  return report ? planFor(report, answerOf, region, details.noticeCame) : [];
}

export function planFor(report: Report, answerOf: AnswerOf, region: string, noticeCame: string): PlanStep[] {
  const notMine = report.charges.filter((charge) => answerOf(charge) === 'notMine');
  // A report may have many thousands of charges, and findings about a few of them.
  const found = new Set(report.nextSteps.flatMap(({ because }) => because.flatMap((at) => report.findings[at]?.charges ?? [])));
  const named = found.size ? report.charges.filter(({ id }) => found.has(id)) : [];
  const byId = new Map(named.map((charge) => [charge.id, charge]));
  const isOpen = (charge: ChargeReport) => groupOf(charge, answerOf(charge)) !== 'settled';
  const reported = report.nextSteps.flatMap((step) => {
    const open = step.because.filter((at) => {
      const charges = report.findings[at]?.charges.flatMap((id) => byId.get(id) ?? []) ?? [];
      return !charges.length || charges.some(isOpen);
    });
    // Whatever it was advised for, the person knows by now.
    if (step.because.length && !open.length) return [];
    const ids = new Set(open.flatMap((at) => report.findings[at]?.charges ?? []));
    return [{ ...step, because: open, charges: named.filter((charge) => ids.has(charge.id) && isOpen(charge)) }];
  });
  const hasDigital = report.sources.some(({ kind }) => kind === 'digitalOrders');
  const steps = notMine.length ? withNotMine(reported, notMine).filter(({ step }) => !hasDigital || step !== 'check-digital-orders') : reported;
  return steps.map((step) => {
    if (step.step !== CLOCKED) return { ...step, clocks: [] };
    const clocks = clocksOf(region, step.charges, noticeCame);
    const [first] = clocks.map(({ day }) => day).sort();
    // A clock that has run out still says: today.
    return { ...step, clocks, due: first === undefined ? null : first < report.today ? report.today : first };
  });
}

/** What the plan is about, each charge once. */
export function chargesOf(plan: readonly PlanStep[]): ChargeReport[] {
  return [...new Set(plan.flatMap(({ charges }) => charges))];
}

/** The person's own "not mine" asks for what an unexplained charge asks for, and for a safe account. */
function withNotMine(reported: readonly Omit<PlanStep, 'clocks'>[], notMine: readonly ChargeReport[]): Omit<PlanStep, 'clocks'>[] {
  const wanted = [...advisedFor('no-order'), ...MISUSE].flatMap(({ step, when }) => {
    const helped = notMine.filter(({ service }) => helpsWith(step, service));
    const asked = [...new Set(helped.flatMap(({ paidBy }) => asPaid(step, paidBy)))];
    return asked.map((paid) => ({ step: paid, when, about: helped.length === notMine.length && asked.length === 1 ? notMine : helped.filter(({ paidBy }) => asPaid(step, paidBy).includes(paid)) }));
  });
  const steps = new Map(reported.map((step) => [step.step, step]));
  for (const { step, when, about } of wanted) {
    const known = steps.get(step);
    const charges = [...(known?.charges ?? []), ...about.filter((charge) => !known?.charges.includes(charge))];
    const soonest = known && TIMES.findIndex((time) => time === known.when) <= TIMES.indexOf(when) ? known.when : when;
    steps.set(step, { step, when: soonest, due: null, because: known?.because ?? [], charges });
  }
  return inOrder([...steps.values()]);
}
