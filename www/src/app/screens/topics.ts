//! Which steps belong together, for a widget whose site deals with one matter only.

import type { PlanStep } from '../engine/report';

export const TOPICS = ['account', 'card', 'orders', 'subscriptions'] as const;
export type Topic = (typeof TOPICS)[number];

const STEPS: Readonly<Record<Topic, readonly string[]>> = {
  account: ['change-password', 'enable-two-step', 'review-devices', 'update-contact-details', 'use-password-manager', 'beware-phishing'],
  card: ['contact-card-issuer', 'ask-payment-hold', 'keep-debit-funded', 'request-new-card', 'turn-on-alerts', 'get-missing-statement'],
  orders: ['check-order-history', 'check-hidden-orders', 'check-digital-orders', 'check-cancellations', 'contact-amazon', 'contact-seller', 'get-order-export'],
  subscriptions: ['check-subscriptions', 'check-digital-orders', 'check-family'],
};

/** The steps that the topic wants to be seen before others; none where all are alike. */
export function stepsOf(topic: Topic | null): readonly string[] {
  return topic ? STEPS[topic] : [];
}

/** The topic's own steps first, and what is done at once, which protects money and account; the others stay below them. */
export function byTopic(plan: readonly PlanStep[], topic: Topic | null): readonly PlanStep[] {
  const isOwn = ({ step, when }: PlanStep): boolean => !topic || when === 'now' || STEPS[topic].includes(step);
  return [...plan.filter(isOwn), ...plan.filter((step) => !isOwn(step))];
}
