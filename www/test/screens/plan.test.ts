//! What the screens make of the plan, the renewals and the monthly check.

import { describe, expect, it } from 'vitest';
import { CONTACTS, type Report, RULES, STEPS } from '../../src/app/engine/report';
import { planName } from '../../src/app/screens/charge-words';
import { lastFours } from '../../src/app/screens/household';
import { monthlyCheck } from '../../src/app/screens/monthly';
import { unseenWords } from '../../src/app/screens/renewals';
import { renewalCalendar } from '../../src/app/screens/pictures/calendar';
import type { Store } from '../../src/app/screens/store';
import { sampleReport } from '../../src/app/screens/dev/sample';
import { byTopic, stepsOf, TOPICS } from '../../src/app/screens/topics';
import { wordsIn } from '../../src/app/words';
import { advise } from '../adviser';

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

describe('plans', () => {
  const renewal = { service: 'amazon-prime', name: 'prime', amount: '600', currency: 'JPY', cadence: 'month', last: '2026-11-05', next: '2026-12-05', charges: [] };
  const names: [name: string, service: string, said: string][] = [
    ['prime', 'amazon-prime', 'Amazonプライム'],
    ['Prime Membership Fee', 'amazon-prime', 'Amazonプライム'],
    ['Prime Membership Fee', 'amazon-digital', 'Amazonプライム'],
    ['prime-student', 'amazon-prime', 'Prime Student'],
    ['audible', 'audible', 'Audible'],
    ['amazon-music', 'amazon-music', 'Amazon Music'],
    ['見本チャンネル', 'prime-video', '見本チャンネル'],
    ['', 'kindle', 'Kindle'],
  ];
  it.each(names)('%j of %s is called %s', (name, service, said) => expect(planName(wordsIn('ja'), { ...renewal, name, service })).toBe(said));
});

/** What a template says, without a browser. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : '';
  const { strings = [], values = [] } = value as { strings?: readonly string[]; values?: readonly unknown[] };
  return strings.map((text, at) => text + textOf(values[at])).join('');
}

describe('a day of another year', () => {
  const words = wordsIn('ja');
  const sample = sampleReport('whole', 0);
  const [prime] = sample.renewals;
  const report = {
    ...sample,
    renewals: prime ? [{ ...prime, cadence: 'year', last: '2026-06-28', next: '2027-06-28' }, { ...prime, name: 'audible', service: 'audible', next: '2026-12-05' }] : [],
    refunds: sample.refunds.map((refund) => ({ ...refund, state: 'waiting', until: '2027-01-04' })),
  };
  const storeOf = async () => ({ words, report, advised: await advise(report), newCount: 0, orders: new Map(), charge: () => undefined }) as unknown as Store;
  it('has its year, and one of this year has none', () => {
    expect(words.nearDay('2027-06-28', report.today)).toBe('2027年6月28日(月)');
    expect(words.nearDay('2026-12-05', report.today)).toBe('12月5日(土)');
    expect(wordsIn('en').nearDay('2027-06-28', report.today)).toContain('2027');
  });
  it('has it among the renewals and refunds of the monthly check', async () => {
    const said = textOf(monthlyCheck(await storeOf()));
    expect(said).toContain('2027年6月28日(月)');
    expect(said).toContain('2027年1月4日(月)');
    expect(said).toMatch(/>12月5日\(土\)/);
  });
  it('has it over each month of the calendar', async () => {
    const heads = [...textOf(renewalCalendar(await storeOf())).matchAll(/<th scope="col">([^<]+)<\/th>/g)].map(([, head]) => head).slice(-6);
    expect(heads).toEqual([words.shortMonth('2026-11'), '12月', ...['2027-01', '2027-02', '2027-03', '2027-04'].map((month) => words.shortMonth(month))]);
  });
  it('has it where the files end', () => {
    const [renewal] = sample.renewals;
    if (!renewal) throw new Error('no renewal');
    expect(unseenWords(words, { ...renewal, last: '2025-10-05', files: 'orders', until: '2025-10-31' }, report.today)).toMatch(/2025年10月5日.*2025年10月31日/);
  });
});

describe('clocks', () => {
  it('without the day of the notice say so, and ask for it', () => {
    expect(wordsIn('en').say('clock-earliest', { day: 'August 6' })).toBe('At the earliest August 6, counted from the charge, as the day of the notice is not known.');
    expect(wordsIn('en').say('clock-enter-notice')).toContain('Enter below');
    expect(wordsIn('ja').say('clock-earliest', { day: '8月6日' })).toMatch(/^早い場合で8月6日（お知らせの日が分からないため、利用日から数えました）$/);
    expect(wordsIn('en').say('reminder-clock', { step: 'Call', clock: 'earliest' })).toBe('Call (last day, at the earliest, counted from the charge)');
    expect(wordsIn('ja').say('reminder-clock', { step: '電話', clock: 'earliest' })).toBe('電話（利用日から数えて、早い場合の期限）');
  });
  const standings: [region: string, clock: string, en: RegExp, ja: RegExp][] = [
    ['us', 'early', /^Your letter should arrive by DAY, counted from the charge .*Enter that day below/, /利用日から数えたDAYまで.*その日を下に入れて/],
    ['us', 'early-passed', /^Write today all the same\. .*may have run out or not.*Enter that day below/, /^きょう書面を送って.*まだのこともあります.*その日を下に入れて/],
    ['us', 'due', /^Your letter should arrive by DAY\. /, /^DAYまでに書面が届く/],
    ['us', 'passed', /have run out\. Call and write today all the same/, /過ぎています。それでも、きょう/],
    ['eu', 'passed', /have run out\. Tell them today all the same/, /過ぎています。それでも、きょう/],
  ];
  it.each(standings)('in %s that stand at %s name no day that is not the law\'s', (region, clock, en, ja) => {
    const said = (lang: 'en' | 'ja') => wordsIn(lang).attribute('step-contact-card-issuer', 'deadline', { region, until: 'DAY', clock }) ?? '';
    expect(said('en')).toMatch(en);
    expect(said('ja')).toMatch(ja);
    for (const lang of ['en', 'ja'] as const) expect(said(lang).includes('DAY')).toBe(!clock.includes('passed'));
  });
  it('of a day counted from the charge say that it has passed, and that the true one is later', () => {
    const said = (lang: 'en' | 'ja') => wordsIn(lang).say('clock-earliest-passed', { day: 'DAY', region: 'us' });
    expect(said('en')).toMatch(/DAY, which has passed\. The true last day is later: .*statement was sent/);
    expect(said('ja')).toMatch(/DAYで、もう過ぎています。本当の期限はそれより後/);
    expect(wordsIn('en').say('notice-came', { region: 'us' })).toBe('Day the first statement with the charge was sent');
  });
});

describe('a topic', () => {
  const steps = async (report: Report, first: readonly string[]) => (await advise(report, { first: [...first] })).plan.steps;
  it.each(TOPICS)('%s shows its own steps before others, and what is done at once whatever it is', async (topic) => {
    const report = sampleReport('whole', 0);
    const planned = await steps(report, stepsOf(topic));
    expect(planned.map(({ step }) => step)).toEqual((await steps(report, [])).map(({ step }) => step));
    for (const { step, when, folded } of planned) if (!folded) expect(when === 'now' || stepsOf(topic).includes(step), step).toBe(true);
    const ordered = byTopic(planned, topic);
    expect(new Set(ordered)).toEqual(new Set(planned));
    const isOwn = ordered.map(({ step, when }) => when === 'now' || stepsOf(topic).includes(step));
    expect(isOwn).toEqual([...isOwn].sort().reverse());
  });
});

describe('the catalogue', () => {
  it('knows every step and rule, and which asks for which', () => {
    expect(Object.keys(STEPS)).toHaveLength(32);
    expect(RULES['no-order']?.[0]).toEqual(['now', 'check-family']);
    expect(STEPS['get-missing-statement']).toEqual(['statement-missing']);
  });
  it.each(['ja', 'en'] as const)('has words in %s for each', (lang) => {
    const words = wordsIn(lang);
    for (const rule of Object.keys(RULES)) expect(words.attribute(`finding-${rule}`, 'title'), rule).toBeTruthy();
    for (const step of Object.keys(STEPS)) expect(words.attribute(`step-${step}`, 'how', { region: 'jp' }), step).toBeTruthy();
    for (const { id } of CONTACTS) expect(words.attribute(`contact-${id}`, 'about'), id).toBeTruthy();
  });
});
