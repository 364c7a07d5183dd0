//! The plan folds: at eleven at night only what counts now is open.

import { describe, expect, it } from 'vitest';
import type { StepReport } from '../../src/app/engine/report';
import { planName } from '../../src/app/screens/charge-words';
import { lastFours } from '../../src/app/screens/household';
import { foldPlan } from '../../src/app/screens/plan';
import { renewalsOf } from '../../src/app/screens/renewals';
import { sampleReport } from '../../src/app/screens/dev/sample';
import { wordsIn } from '../../src/app/words';

const step = (name: string, when: string): StepReport => ({ step: name, when, due: null, because: [] });
const plan = [step('m', 'monthly'), step('w1', 'this-week'), step('w2', 'this-week'), step('t', 'today'), step('n', 'now')];

describe('foldPlan', () => {
  const cases: [state: 'pressing' | 'calm', open: string[], folded: string[]][] = [
    ['pressing', ['n', 't'], ['w1', 'w2', 'm']],
    ['calm', ['n', 't', 'w1'], ['w2', 'm']],
  ];
  it.each(cases)('%s opens %j and folds %j', (state, open, folded) => {
    const { open: shown, folded: hidden } = foldPlan(plan, state);
    expect(shown.map(({ step }) => step)).toEqual(open);
    expect(hidden.map(({ step }) => step)).toEqual(folded);
  });
  it('loses no step', () => expect(foldPlan(plan, 'calm').open.length + foldPlan(plan, 'calm').folded.length).toBe(plan.length));
});

describe('lastFours', () => {
  const cases: [text: string, cards: string[] | null][] = [
    ['1111', ['1111']],
    ['1111, 2222', ['1111', '2222']],
    ['１１１１、２２２２', ['1111', '2222']],
    ['', null],
    ['123', null],
    ['4111111111111111', null],
    ['4111 1111 1111 1111', null],
    ['abcd', null],
  ];
  it.each(cases)('%j is %j', (text, cards) => expect(lastFours(text)).toEqual(cards));
});

describe('renewals', () => {
  const renewal = { service: 'amazon-prime', name: 'prime', amount: '600', currency: 'JPY', cadence: 'month', last: '2026-11-05', next: '2026-12-05', charges: [] };
  it('come soonest first, from today on', () => {
    const report = { ...sampleReport('whole', 0), renewals: [renewal, { ...renewal, next: '2026-11-25' }, { ...renewal, next: '2026-10-01' }, { ...renewal, next: null }] };
    expect(renewalsOf(report).map(({ next }) => next)).toEqual(['2026-11-25', '2026-12-05']);
  });
  const names: [name: string, service: string, said: string][] = [
    ['prime', 'amazon-prime', 'Amazonプライム'],
    ['audible', 'audible', 'Audible'],
    ['amazon-music', 'amazon-music', 'Amazon Music'],
    ['見本チャンネル', 'prime-video', '見本チャンネル'],
    ['', 'kindle', 'Kindle'],
  ];
  it.each(names)('%j of %s is called %s', (name, service, said) => expect(planName(wordsIn('ja'), { ...renewal, name, service })).toBe(said));
});
