//! What to do, in order of time: why it is advised to this person, how it is done, and a tick.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ChargeReport, ClockReport, PlanStep, Report } from '../engine/report';
import { findingArgs, findingsOf, groupName, inSentence } from './charge-words';
import { byDay, GROUPS } from './charges';
import './contact-log';
import { linesOf } from './guides';
import { icon } from './icons';
import { keepLine } from './keep-line';
import { monthlyCheck } from './monthly';
import { howTo } from './step-how';
import { Screen } from './screen';
import { byTopic } from './topics';

/** The order in which steps are shown. */
const TIMES = ['now', 'today', 'this-week', 'monthly'];

/** More of them would hide the steps themselves. */
const MOST_AT_TOP = 5;
const MOST_IN_STEP = 3;

/** Whoever is told, by the step that tells them. */
const TOLD: Readonly<Record<string, string>> = {
  'contact-amazon': 'whom-amazon',
  'contact-seller': 'whom-seller',
  'contact-card-issuer': 'whom-issuer',
  escalate: 'whom-amazon',
  'report-police': 'whom-police',
  'consumer-hotline': 'whom-consumer',
};

@customElement('mioboe-steps')
export class Steps extends Screen {
  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { report, advised } = store;
    if (!report || !advised) return nothing;
    const plan = byTopic(advised.plan.steps, store.topic);
    const done = plan.filter((step) => step.done).length;
    const charges = store.charges(advised.plan.charges);
    const asked = advised.asked.length;
    const open = plan.filter(({ folded }) => !folded);
    const folded = plan.filter((step) => step.folded);
    return html`<section class="steps" data-testid="next-steps">
      <h1>${this.say('plan-title')}</h1>
      <p class="lead" role="status">
        ${plan.length ? this.say('plan-lead', { done, total: plan.length }) : this.say('plan-empty')}
      </p>
      <div class="actions">
        ${asked ? html`<button class="button" data-look="primary" data-testid="to-prepare" @click=${() => this.#prepare(null)}>${icon('letter')}${this.say('to-prepare')}</button>` : nothing}
        <button class="button" data-testid="to-pack" @click=${() => store.go({ name: 'pack' })}>${icon('files')}${this.say('to-pack')}</button>
        <button class="link-button" data-testid="print-steps" @click=${() => store.host.print()}>${icon('print')}${this.say('print-steps')}</button>
      </div>
      ${keepLine(store, 'steps')}
      ${this.#allCharges(charges)}
      ${this.#byTime(open, (when, steps) => html`<section class="time" data-when=${when}>
        <h2>${this.#when(when)}</h2>
        <ul role="list">${steps.map((step) => this.#step(step, report, asked, charges.length))}</ul>
      </section>`)}
      ${this.#byTime(folded, (when, steps) => html`<details class="time" data-when=${when} data-testid="later-steps">
        <summary><h2>${this.#when(when)}</h2><span class="quiet">${this.say('steps-count', { count: steps.length })}</span></summary>
        <ul role="list">${steps.map((step) => this.#step(step, report, asked, charges.length))}</ul>
      </details>`)}
      ${asked || store.contacts.length ? html`<mioboe-contact-log .store=${store}></mioboe-contact-log>` : nothing}
    </section>`;
  }

  #byTime(steps: readonly PlanStep[], render: (when: string, steps: readonly PlanStep[]) => TemplateResult): TemplateResult[] {
    return TIMES.flatMap((when) => {
      const ofTime = steps.filter((step) => step.when === when);
      return ofTime.length ? [render(when, ofTime)] : [];
    });
  }

  #when(when: string): TemplateResult {
    return html`<span class="when" data-when=${when}>${this.say(`when-${when}`)}</span>`;
  }

  /** `all`: of how many charges the plan speaks. */
  #step(planned: PlanStep, report: Report, asked: number, all: number): TemplateResult {
    const { store } = this;
    const { step, due, because } = planned;
    const charges = store.charges(planned.charges);
    const { words } = store;
    const id = `step-${step}`;
    const args = store.place;
    const { done, note, doneOn } = store.stepNote(step);
    const reasons = [...new Set(findingsOf(report, because).map((finding) => words.attribute(`finding-${finding.rule}`, 'title', findingArgs(words, finding)) ?? finding.rule))];
    if (planned.said) reasons.unshift(this.say('group-notMine'));
    // What has passed is said as such; only a step without any limit has none.
    const until = due ?? planned.clocks[0]?.day;
    const deadline = words.attribute(id, 'deadline', { ...args, limit: planned.clocks[0]?.id ?? 'none', clock: planned.standing === 'none' ? 'due' : planned.standing, until: until ? words.day(until) : 'none' }) ?? (due ? this.say('due', { day: words.day(due) }) : null);
    return html`<li class="step" data-testid="step" data-step=${step} data-done=${done}>
      <label class="step-name">
        <input type="checkbox" data-testid="step-done" .checked=${done} @change=${(event: Event) => store.noteStep(step, { done: (event.target as HTMLInputElement).checked })} />
        <span>${words.say(id, args)}</span>
      </label>
      <div class="step-body">
        ${done && doneOn ? html`<p class="quiet">${this.say('done-on', { day: words.day(doneOn) })}</p>` : nothing}
        ${deadline && !done ? html`<p class="due">${icon('clock')}<span>${deadline}</span></p>` : nothing}
        <p>${words.attribute(id, 'why', args)}</p>
        ${reasons.length ? html`<p class="quiet">${this.say('because', { reasons: reasons.join(this.say('because-joint')) })}</p>` : nothing}
        ${charges.length < all ? this.#charges(charges) : nothing} ${done ? nothing : this.#clocks(planned)}
        ${asked ? this.#text(planned) : nothing} ${step === 'monthly-check' ? monthlyCheck(store) : nothing}
        <div class="step-more">
        <details data-testid="how-${step}"><summary>${this.say('how')}</summary>${howTo(store, step, planned)}</details>
        ${this.#expect(planned)}
        <details class="note" ?open=${note !== ''}>
          <summary>${this.say('note')}</summary>
          <textarea rows="2" aria-label=${this.say('note-for', { step: words.say(id, args) })} .value=${note} @change=${(event: Event) => store.noteStep(step, { note: (event.target as HTMLTextAreaElement).value })}></textarea>
        </details>
        </div>
      </div>
    </li>`;
  }

  /** What the plan is about, once for all steps; each charge leads to its evidence. */
  #allCharges(charges: readonly ChargeReport[]): TemplateResult | typeof nothing {
    if (!charges.length) return nothing;
    const sorted = this.#sorted(charges);
    const list = (some: readonly ChargeReport[]) => html`<ul role="list">${some.map((charge) => html`<li>${this.#charge(charge)}</li>`)}</ul>`;
    const rest = sorted.slice(MOST_AT_TOP);
    return html`<section class="plan-charges" data-testid="plan-charges">
      <h2>${this.say('plan-charges')}</h2>
      ${list(sorted.slice(0, MOST_AT_TOP))}
      ${rest.length ? html`<details><summary>${this.say('more-charges', { count: rest.length })}</summary>${list(rest)}</details>` : nothing}
    </section>`;
  }

  /** What needs the person most comes first, of that the newest. */
  #sorted(charges: readonly ChargeReport[]): ChargeReport[] {
    const urgency = (charge: ChargeReport) => GROUPS.indexOf(this.store.groupOf(charge));
    return [...charges].sort((a, b) => urgency(a) - urgency(b) || byDay(b, a));
  }

  #charge(charge: ChargeReport): TemplateResult {
    const { store } = this;
    const { words } = store;
    const { id, date, amount, currency, merchant } = charge;
    const group = store.groupOf(charge);
    return html`<button class="plan-charge" data-verdict=${group} @click=${() => store.go({ name: 'charge', id })}>
      <span class="row-mark" data-verdict=${group}>${icon(group)}<span class="visually-hidden">${groupName(words, group)}</span></span>
      <span class="plan-day">${date ? words.shortDay(date) : this.say('no-day')}</span>
      <bdi class="plan-merchant">${inSentence(merchant)}</bdi>
      <span class="plan-sum">${words.money(amount, currency)}</span>
    </button>`;
  }

  /** Where a step is about fewer of them: which. */
  #charges(charges: readonly ChargeReport[]): TemplateResult | typeof nothing {
    const { words } = this.store;
    const rest = charges.length - MOST_IN_STEP;
    return charges.length
      ? html`<ul class="step-charges" role="list" data-testid="step-charges" aria-label=${this.say('step-charges')}>
          ${this.#sorted(charges).slice(0, MOST_IN_STEP).map(
            ({ id, date, amount, currency }) => html`<li>
              <button class="link-button" @click=${() => this.store.go({ name: 'charge', id })}>${date ? words.shortDay(date) : this.say('no-day')} ${words.money(amount, currency)}</button>
            </li>`,
          )}
          ${0 < rest ? html`<li class="quiet">${this.say('more-charges', { count: rest })}</li>` : nothing}
        </ul>`
      : nothing;
  }

  /** Each limit with its day: of several charges the first that can still be kept. One that counts from the notice is only exact once the person says when that came. */
  #clocks({ clocks: all, charges }: PlanStep): TemplateResult | typeof nothing {
    const { store } = this;
    const { words } = store;
    const { place } = store;
    const { noticeCame } = store.details;
    const today = store.advised?.today ?? '';
    const clocks = all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
    // One day the notice came, for all of them: then it is nobody's in particular.
    const whose = ({ from, exact, charges: [first] }: ClockReport) => {
      const charge = store.charge(first ?? '');
      return charge && 1 < charges.length && !(from === 'statement' && exact) ? this.say('clock-of', { day: charge.date ? words.shortDay(charge.date) : this.say('no-day'), amount: words.money(charge.amount, charge.currency) }) : '';
    };
    const said = (clock: ClockReport) => this.say(sayingOf(clock), { day: words.day(clock.day), ...place });
    if (!clocks.length) return nothing;
    return html`<div class="clocks" data-testid="clocks">
      <dl>
        ${clocks.map(
          (clock) => html`<div data-clock=${clock.from} data-testid="clock-${clock.from}">
            <dt>${this.say(`clock-${clock.from}`, place)}</dt>
            <dd>
              ${clock.exact ? html`<b>${said(clock)}</b>` : html`<span>${said(clock)} <span class="clock-enter">${this.say('clock-enter-notice', place)}</span></span>`}
              <span class="quiet">${whose(clock)} ${this.say(`deadline-${clock.id}`)}</span>
            </dd>
          </div>`,
        )}
      </dl>
      ${clocks.some(({ from }) => from === 'statement')
        ? html`<label class="field">
            <span>${this.say('notice-came', place)}</span>
            <input type="date" data-testid="notice-came" max=${today} .value=${noticeCame} @change=${(event: Event) => store.setDetails({ noticeCame: (event.target as HTMLInputElement).value })} />
          </label>`
        : nothing}
    </div>`;
  }

  /** What the issuer does then, so that nobody waits in the dark. */
  #expect({ step, expect: limits }: PlanStep): TemplateResult | typeof nothing {
    const { words, place } = this.store;
    const expect = linesOf(words.attribute(`step-${step}`, 'expect', place));
    const lines = [...expect, ...limits.map((id) => this.say(`deadline-${id}`))];
    return lines.length ? html`<details data-testid="expect-${step}"><summary>${this.say('expect')}</summary><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></details>` : nothing;
  }

  /** The letter or script this step sends, or the pack it speaks of. */
  #text({ step, letters: [letter] }: PlanStep): TemplateResult | typeof nothing {
    if (step === 'prepare-evidence') return html`<div><button class="button" @click=${() => this.store.go({ name: 'pack' })}>${icon('files')}${this.say('to-pack')}</button></div>`;
    const told = TOLD[step];
    return html`<div class="actions">
      ${letter ? html`<button class="button" data-testid="prepare-${step}" @click=${() => this.#prepare(letter)}>${icon('letter')}${this.say('to-prepare')}</button>` : nothing}
      ${told ? html`<button class="link-button" data-testid="record-${step}" @click=${() => this.querySelector('mioboe-contact-log')?.begin(this.say(told))}>${this.say('contact-record')}</button>` : nothing}
    </div>`;
  }

  #prepare(letter: string | null): void {
    this.store.go({ name: 'prepare', letter, charge: null });
  }
}

/** How its day is spoken of. What may end later has not passed for certain. */
function sayingOf({ exact, passed }: ClockReport): string {
  if (!exact) return passed ? 'clock-earliest-passed' : 'clock-earliest';
  return passed ? 'clock-passed' : 'due';
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-steps': Steps;
  }
}
