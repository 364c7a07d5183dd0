//! The steps for this person: those of the report, and those that "not mine" adds.

import type { StepReport } from '../engine/report';
import type { Store } from './store';
import { byTopic, type Topic } from './topics';

/** What to do when a charge is not the person's own, in this order. */
export const MISUSE_STEPS = ['contact-card-issuer', 'contact-amazon', 'change-password', 'enable-two-step', 'review-devices'];

/** Where nothing is wrong, so many steps are enough for one evening. */
const CALM_STEPS = 3;

export const TIMES = ['now', 'today', 'this-week', 'monthly'] as const;

export interface FoldedPlan {
  readonly open: readonly StepReport[];
  readonly folded: readonly StepReport[];
}

/** What is shown at once, and what waits under its heading. `pressing`: something is flagged, or there are signs of a takeover. */
export function foldPlan(whole: readonly StepReport[], state: 'pressing' | 'calm', topic: Topic | null = null): FoldedPlan {
  const { own: plan, others } = byTopic(whole, topic);
  const byTime = TIMES.flatMap((time) => plan.filter(({ when }) => when === time));
  const open = state === 'pressing' ? byTime.filter(({ when }) => when === 'now' || when === 'today') : byTime.slice(0, CALM_STEPS);
  return { open, folded: [...byTime.filter((step) => !open.includes(step)), ...others] };
}

export function planOf(store: Store): StepReport[] {
  const advised = store.report?.nextSteps ?? [];
  if (!store.hasAnswer('notMine')) return advised;
  const missing = MISUSE_STEPS.filter((name) => !advised.some(({ step }) => step === name));
  return [...missing.map((step) => ({ step, when: 'today', due: null, because: [] })), ...advised];
}
