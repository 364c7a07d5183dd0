//! Which steps belong together, for a widget whose site deals with one matter only.

import type { StepReport } from '../engine/report';

export const TOPICS = ['account', 'card', 'orders', 'subscriptions'] as const;
export type Topic = (typeof TOPICS)[number];

const STEPS: Readonly<Record<Topic, readonly string[]>> = {
  account: ['change-password', 'enable-two-step', 'review-devices', 'update-contact-details', 'use-password-manager', 'beware-phishing'],
  card: ['contact-card-issuer', 'ask-payment-hold', 'keep-debit-funded', 'request-new-card', 'turn-on-alerts', 'get-missing-statement'],
  orders: ['check-order-history', 'check-hidden-orders', 'check-digital-orders', 'check-cancellations', 'contact-amazon', 'contact-seller', 'get-order-export'],
  subscriptions: ['check-subscriptions', 'check-digital-orders', 'check-family'],
};

/** Steps that are never moved out of sight, whatever the topic: what is done at once protects money and account. */
function isForSafety({ when }: StepReport): boolean {
  return when === 'now';
}

/** The topic's own steps first; the others stay below them. */
export function byTopic<T extends StepReport>(plan: readonly T[], topic: Topic | null): { readonly own: readonly T[]; readonly others: readonly T[] } {
  if (!topic) return { own: plan, others: [] };
  const isOwn = (step: T): boolean => isForSafety(step) || STEPS[topic].includes(step.step);
  return { own: plan.filter(isOwn), others: plan.filter((step) => !isOwn(step)) };
}
