//! The plan folds: at eleven at night only what counts now is open.

import { describe, expect, it } from 'vitest';
import type { StepReport } from '../../src/app/engine/report';
import { planName } from '../../src/app/screens/charge-words';
import { lastFours } from '../../src/app/screens/household';
import { advisedFor, allRules, allSteps, readAdvice, rulesAsking } from '../../src/app/screens/case/advice';
import { clocksOf, issuersOwn, later, sayingOf, standingOf } from '../../src/app/screens/case/clocks';
import { contactsFor } from '../../src/app/screens/case/contacts';
import type { Answer } from '../../src/app/screens/answers';
import { monthlyCheck, priceChanges, refundsToCome } from '../../src/app/screens/monthly';
import { renewalsOf, unseenRenewals, unseenWords } from '../../src/app/screens/renewals';
import { chargesOf, foldPlan, misuseSteps, planFor } from '../../src/app/screens/plan';
import { renewalCalendar } from '../../src/app/screens/pictures/calendar';
import type { Store } from '../../src/app/screens/store';
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
  const report = sampleReport('whole', 0);
  const passed: [next: string, cadence: string, statementsEnd: string, coming: string | null][] = [
    // The statements end before it: it was charged since, and comes again.
    ['2026-11-17', 'month', '2026-10-30', '2026-12-17'],
    ['2026-08-31', 'month', '2026-08-30', '2026-11-30'],
    ['2026-11-17', 'year', '2026-10-30', '2027-11-17'],
    // They have the day and no charge: it was the last.
    ['2026-11-17', 'month', '2026-11-20', null],
    ['2026-11-17', 'quarter', '2026-10-30', null],
  ];
  it.each(passed)('expected on %s every %s, with statements up to %s, comes on %s', (next, cadence, to, coming) => {
    const asked = { ...report, today: '2026-11-22', coverage: { ...report.coverage, statements: { from: '2026-05-01', to } }, renewals: [{ ...renewal, next, cadence }] };
    expect(renewalsOf(asked)[0]?.next ?? null).toBe(coming);
  });
  const unseen: [what: string, last: string, cadence: string, orders: string | null, statements: string, said: string | null][] = [
    ['the order data end first', '2026-09-14', 'month', '2026-09-28', '2026-10-27', 'orders 2026-09-28'],
    ['there are statements alone', '2026-09-20', 'month', null, '2026-09-30', 'statements 2026-09-30'],
    ['the files have the day and no charge: it has ended', '2026-08-20', 'month', '2026-10-30', '2026-10-27', null],
    ['its second period is not over: Amazon says that it ended', '2026-10-05', 'month', '2026-10-28', '2026-10-28', null],
    ['it is a yearly one', '2024-10-05', 'year', '2025-09-28', '2025-09-28', 'orders 2025-09-28'],
  ];
  it.each(unseen)('without a next day: %s', (_, last, cadence, orders, statements, said) => {
    const coverage = { ...report.coverage, statements: { from: '2024-05-01', to: statements }, orders: orders === null ? null : { from: '2024-05-01', to: orders } };
    const of = { ...report, today: '2026-11-24', coverage, renewals: [{ ...renewal, last, next: null, cadence }] };
    const [found] = unseenRenewals(of, ({ name }) => name);
    expect(found ? `${found.files} ${found.until}` : null).toBe(said);
    // Known by another record of the same plan.
    expect(unseenRenewals({ ...of, renewals: [...of.renewals, { ...renewal, next: '2026-12-20' }] }, ({ name }) => name)).toEqual([]);
  });
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

describe('the monthly check', () => {
  const report = sampleReport('whole', 0);
  const refund = (state: string, until: string) => ({ orderId: '250-0000001-0000001', source: 1, line: 2, date: '2026-10-01', amount: '1', currency: 'JPY', state, until, charge: null });
  it('names the refunds that have not come, those that are late first', () => {
    const refunds = [refund('waiting', '2026-11-30'), refund('came', '2026-10-10'), refund('overdue', '2026-11-03'), refund('waiting', '2026-11-25'), refund('overdue', '2026-10-15')];
    expect(refundsToCome({ ...report, refunds }).map(({ until }) => until)).toEqual(['2026-10-15', '2026-11-03', '2026-11-25', '2026-11-30']);
  });
  it('names each changed price once, the newest first, and leaves the other findings out', () => {
    const changed = (rule: string, charges: string[]) => ({ rule, level: 'ask', charges, orders: [], args: { oldAmount: '490', newAmount: '590', currency: 'JPY' } });
    const findings = [...report.findings, changed('price-changed', ['0:15']), changed('trial-ended', ['0:4'])];
    expect(priceChanges({ ...report, findings }).map(({ charge, finding }) => [charge.date, finding.rule])).toEqual([['2026-11-05', 'trial-ended'], ['2026-09-08', 'price-changed']]);
    expect(priceChanges(report)).toEqual([]);
  });
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
  it('has its year, and one of this year has none', () => {
    expect(words.nearDay('2027-06-28', report.today)).toBe('2027年6月28日(月)');
    expect(words.nearDay('2026-12-05', report.today)).toBe('12月5日(土)');
    expect(wordsIn('en').nearDay('2027-06-28', report.today)).toContain('2027');
  });
  it('has it among the renewals and refunds of the monthly check', () => {
    const store = { words, report, newCount: 0, orders: new Map() } as unknown as Store;
    const said = textOf(monthlyCheck(store));
    expect(said).toContain('2027年6月28日(月)');
    expect(said).toContain('2027年1月4日(月)');
    expect(said).toMatch(/>12月5日\(土\)/);
  });
  it('has it over each month of the calendar', () => {
    const heads = [...textOf(renewalCalendar(words, report)).matchAll(/<th scope="col">([^<]+)<\/th>/g)].map(([, head]) => head).slice(-6);
    expect(heads).toEqual([words.shortMonth('2026-11'), '12月', ...['2027-01', '2027-02', '2027-03', '2027-04'].map((month) => words.shortMonth(month))]);
  });
  it('has it where the files end', () => {
    const [renewal] = sample.renewals;
    if (!renewal) throw new Error('no renewal');
    expect(unseenWords(words, { renewal: { ...renewal, last: '2025-10-05' }, files: 'orders', until: '2025-10-31' }, report.today)).toMatch(/2025年10月5日.*2025年10月31日/);
  });
});

describe('clocks', () => {
  const report = sampleReport('whole', 0);
  const charges = report.charges.filter(({ id }) => ['0:6', '0:8'].includes(id));
  const said = (region: string, noticeCame = '') => clocksOf(region, charges, noticeCame).map(({ id, day, from }) => [id, day, from]);

  it('in Japan are two: from the first charge, and from the notice of its statement', () => {
    expect(said('jp')).toEqual([
      ['jp-report-looks-back', '2026-12-20', 'charge'],
      ['jp-statement-notice', '2026-12-20', 'statement'],
    ]);
  });
  it('count from the day the person says the notice came', () => {
    expect(said('jp', '2026-11-10')[1]).toEqual(['jp-statement-notice', '2027-01-09', 'statement']);
  });
  it('belong to the charge that comes first, whatever the order', () => {
    const [clock] = clocksOf('jp', charges.toReversed(), '');
    expect(clock?.charge.id).toBe('0:8');
    expect(clocksOf('jp', charges, '').map(({ charge }) => charge.date)).toEqual(['2026-10-21', '2026-10-21']);
  });
  const sayings: [noticeCame: string, today: string, charge: string, statement: string][] = [
    ['', '2026-12-20', 'due', 'clock-earliest'],
    ['', '2027-02-01', 'clock-passed', 'clock-earliest-passed'],
    ['2026-11-10', '2027-01-09', 'clock-passed', 'due'],
    ['2026-11-10', '2027-01-10', 'clock-passed', 'clock-passed'],
  ];
  it.each(sayings)('with the notice on "%s" and today %s: one of a statement has passed only if its day is known', (noticeCame, today, charge, statement) => {
    expect(clocksOf('jp', charges, noticeCame).map((clock) => [clock.from, sayingOf(clock, today)])).toEqual([['charge', charge], ['statement', statement]]);
  });
  it('without the day of the notice say so, and ask for it', () => {
    expect(wordsIn('en').say('clock-earliest', { day: 'August 6' })).toBe('At the earliest August 6, counted from the charge, as the day of the notice is not known.');
    expect(wordsIn('en').say('clock-enter-notice')).toContain('Enter below');
    expect(wordsIn('ja').say('clock-earliest', { day: '8月6日' })).toMatch(/^早い場合で8月6日（お知らせの日が分からないため、利用日から数えました）$/);
    expect(wordsIn('en').say('reminder-clock', { step: 'Call', clock: 'earliest' })).toBe('Call (last day, at the earliest, counted from the charge)');
    expect(wordsIn('ja').say('reminder-clock', { step: '電話', clock: 'earliest' })).toBe('電話（利用日から数えて、早い場合の期限）');
  });
  const standings: [region: string, noticeCame: string, today: string, standing: string, en: RegExp, ja: RegExp][] = [
    ['us', '', '2026-12-20', 'early', /^Your letter should arrive by DAY, counted from the charge .*Enter that day below/, /利用日から数えたDAYまで.*その日を下に入れて/],
    ['us', '', '2027-02-01', 'early-passed', /^Write today all the same\. .*may have run out or not.*Enter that day below/, /^きょう書面を送って.*まだのこともあります.*その日を下に入れて/],
    ['us', '2026-11-10', '2027-01-09', 'due', /^Your letter should arrive by DAY\. /, /^DAYまでに書面が届く/],
    ['us', '2026-11-10', '2027-02-01', 'passed', /have run out\. Call and write today all the same/, /過ぎています。それでも、きょう/],
    ['eu', '', '2027-12-01', 'passed', /have run out\. Tell them today all the same/, /過ぎています。それでも、きょう/],
  ];
  it.each(standings)('in %s with the notice on "%s" and today %s: the step says %s, and names no day that is not the law\'s', (region, noticeCame, today, standing, en, ja) => {
    const clock = standingOf(clocksOf(region, charges, noticeCame), today);
    expect(clock).toBe(standing);
    const said = (lang: 'en' | 'ja') => wordsIn(lang).attribute('step-contact-card-issuer', 'deadline', { region, until: 'DAY', clock }) ?? '';
    expect(said('en')).toMatch(en);
    expect(said('ja')).toMatch(ja);
    for (const lang of ['en', 'ja'] as const) expect(said(lang).includes('DAY')).toBe(!standing.includes('passed'));
  });
  it('of a day counted from the charge say that it has passed, and that the true one is later', () => {
    const said = (lang: 'en' | 'ja') => wordsIn(lang).say('clock-earliest-passed', { day: 'DAY', region: 'us' });
    expect(said('en')).toMatch(/DAY, which has passed\. The true last day is later: .*statement was sent/);
    expect(said('ja')).toMatch(/DAYで、もう過ぎています。本当の期限はそれより後/);
    expect(wordsIn('en').say('notice-came', { region: 'us' })).toBe('Day the first statement with the charge was sent');
  });
  it('are the law of the region', () => {
    expect(said('us')).toEqual([['us-billing-error-notice', '2026-12-20', 'statement']]);
    expect(said('eu')).toEqual([['eu-notify', '2027-11-21', 'charge']]);
    expect(said('uk')).toEqual([]);
    expect(issuersOwn('us')).toEqual(['us-issuer-acknowledges', 'us-issuer-resolves']);
  });
  const days: [day: string, inDays: number, months: number, end: string][] = [
    ['2026-09-03', 60, 0, '2026-11-02'],
    ['2026-01-31', 0, 13, '2027-02-28'],
    ['2026-12-31', 1, 0, '2027-01-01'],
  ];
  it.each(days)('%s, %i days and %i months later, is %s', (day, inDays, months, end) => expect(later(day, inDays, months)).toBe(end));
});

describe('planFor', () => {
  const report = sampleReport('whole', 0);
  const planned = (answers: Record<string, Answer>) => planFor(report, ({ id }) => answers[id], 'jp', '');
  const of = (step: string, answers: Record<string, Answer> = {}) => planned(answers).find((one) => one.step === step);

  it('names the charges a step is about', () => {
    expect(of('contact-amazon')?.charges.map(({ id }) => id)).toEqual(['0:6', '0:8']);
  });
  it('gives the call to the issuer both clocks, and the earlier as its day', () => {
    const step = of('contact-card-issuer');
    expect(step?.clocks).toHaveLength(2);
    expect(step?.due).toBe('2026-12-26');
  });
  it('says today when a clock has run out', () => {
    const old = { ...report, charges: report.charges.map((charge) => ({ ...charge, date: '2026-07-01' })) };
    const step = planFor(old, () => undefined, 'jp', '').find((one) => one.step === 'contact-card-issuer');
    expect(step?.due).toBe(report.today);
    expect(step?.clocks[0]?.day).toBe('2026-08-30');
  });
  it('lets go of what the person has settled', () => {
    expect(of('contact-card-issuer', { '0:6': 'family' })).toBeUndefined();
    expect(of('contact-amazon', { '0:6': 'family' })?.charges.map(({ id }) => id)).toEqual(['0:8']);
    expect(of('monthly-check', { '0:6': 'family' })).toBeDefined();
  });
  it('asks of a charge that is not the person\'s own what an unexplained one asks, the family first', () => {
    const steps = planned({ '0:15': 'notMine' });
    expect(steps[0]?.step).toBe('check-family');
    for (const step of ['ask-payment-hold', 'keep-debit-funded', 'change-password', 'report-police']) expect(steps.map((one) => one.step)).toContain(step);
    expect(of('contact-card-issuer', { '0:15': 'notMine' })?.charges.map(({ id }) => id)).toContain('0:15');
  });
  it('sends to the issuer, and to Amazon only as the report does, where a name only looks like Amazon\'s', () => {
    const [charge] = report.charges.filter(({ id }) => id === '0:6').map((one) => ({ ...one, service: 'look-alike' }));
    const of = { ...report, charges: charge ? [charge] : [], nextSteps: [{ step: 'contact-amazon', when: 'today', due: null, because: [] }] };
    const steps = planFor(of, () => 'notMine', 'jp', '');
    const when = new Map(steps.map(({ step, when }) => [step, when]));
    expect(when.get('contact-card-issuer')).toBe('now');
    expect(when.get('contact-amazon')).toBe('today');
    expect(when.has('change-password')).toBe(false);
    expect(charge && misuseSteps(charge)).toEqual(['contact-card-issuer']);
  });
  it('looks for no hidden or digital order of what was paid through Amazon Pay, and asks Amazon and the issuer all the same', () => {
    const steps = planned({ '0:12': 'notMine', '0:6': 'family', '0:8': 'me' }).map(({ step }) => step);
    expect(steps).not.toContain('check-hidden-orders');
    expect(steps).not.toContain('check-digital-orders');
    for (const step of ['check-family', 'check-order-history', 'contact-amazon', 'contact-card-issuer']) expect(steps).toContain(step);
    const other = planFor({ ...report, nextSteps: [] }, ({ id }) => (id === '0:10' ? 'notMine' : undefined), 'jp', '').map(({ step }) => step);
    expect(other).toContain('contact-card-issuer');
    for (const step of ['contact-amazon', 'change-password', 'check-order-history', 'escalate']) expect(other).not.toContain(step);
    expect(planned({ '0:12': 'notMine', '0:6': 'notMine' }).map(({ step }) => step)).toContain('check-hidden-orders');
  });
  it('is about each charge once, and about none that is settled', () => {
    const ids = (answers: Record<string, Answer>) => chargesOf(planned(answers)).map(({ id }) => id);
    const asked = ids({});
    expect(asked).toContain('0:6');
    expect(new Set(asked).size).toBe(asked.length);
    expect(ids({ '0:6': 'family' })).not.toContain('0:6');
    expect(ids({ '0:15': 'notMine' })).toContain('0:15');
  });
  it('names each step once, soonest first', () => {
    const steps = planned({ '0:15': 'notMine' });
    expect(new Set(steps.map(({ step }) => step)).size).toBe(steps.length);
    const times = steps.map(({ when }) => ['now', 'today', 'this-week', 'monthly'].indexOf(when));
    expect(times).toEqual([...times].sort());
  });
});

describe('the catalogue', () => {
  it('knows every step and rule, and which asks for which', () => {
    expect(allSteps()).toHaveLength(32);
    expect(allRules()).toContain('no-order');
    expect(advisedFor('no-order')[0]).toEqual({ step: 'check-family', when: 'now' });
    expect(rulesAsking('get-missing-statement')).toEqual(['statement-missing']);
  });
  it.each(['ja', 'en'] as const)('has words in %s for each', (lang) => {
    const words = wordsIn(lang);
    for (const rule of allRules()) expect(words.attribute(`finding-${rule}`, 'title'), rule).toBeTruthy();
    for (const step of allSteps()) expect(words.attribute(`step-${step}`, 'how', { region: 'jp' }), step).toBeTruthy();
  });
  it('reads a list over several lines, and what is added beside something unexplained', () => {
    const { order, byRule } = readAdvice('order = [\n  "a",\n  "b"\n]\n[rule.x]\nnow = ["b"]\n[rule.x.beside-unexplained]\nnow = ["a", "b"]\n');
    expect(order).toEqual(['a', 'b']);
    expect(byRule.get('x')).toEqual([{ step: 'b', when: 'now' }, { step: 'a', when: 'now' }]);
  });
});

describe('contacts', () => {
  it('are those of the step and the region', () => {
    expect(contactsFor('consumer-hotline', 'jp', []).map(({ value }) => value)).toContain('188');
    expect(contactsFor('consumer-hotline', 'us', [])).toEqual([]);
  });
  it('name an issuer only to who has its card', () => {
    const ids = (formats: string[]) => contactsFor('contact-card-issuer', 'jp', formats).map(({ id }) => id);
    expect(ids(['rakuten'])).toEqual(['card-back-jp', 'rakuten-detection']);
    expect(ids(['epos'])).toEqual(['card-back-jp']);
  });
  it.each(['ja', 'en'] as const)('have words in %s', (lang) => {
    for (const step of allSteps())
      for (const region of ['jp', 'us', 'uk', 'eu'])
        for (const { id } of contactsFor(step, region, ['rakuten', 'myjcb', 'aeon', 'paypay-card'])) expect(wordsIn(lang).attribute(`contact-${id}`, 'about'), id).toBeTruthy();
  });
});
