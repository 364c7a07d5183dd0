//! The answer for charges that were typed: what each can be, how to be sure in a minute, how to stop harm, what else to do.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ChargeReport, FindingReport, PlanStep, Report } from '../engine/report';
import { ANSWERS, type Answer } from './answers';
import { causeSentence, findingArgs, findingsOf, inSentence } from './charge-words';
import { copyable } from './copyable';
import { getOrders, linesOf } from './guides';
import { icon } from './icons';
import './one-charge-form';
import { Screen } from './screen';
import { howTo } from './step-how';
import type { Store } from './store';

/** What the report says of the files and not of the charge. */
const OF_FILES = ['no-order-file', 'no-digital-file', 'orders-end-early', 'orders-start-late', 'card-without-orders', 'region-not-exported'];

/** What can be undone, before anybody is called. */
const UNDOABLE = ['pause-card', 'pause-carrier-billing'];

/** Amazon's own list of payments: copied and pasted, it proves the charge. */
const PROOF = 'check-transactions';

/** Has its own place, with its waiting time. */
const EXPORT = 'get-order-export';

/** The screen is for this many; of more there is a list. */
const MOST_CHARGES = 8;

/** All that is asked about was typed, or pasted as it was shown: there is no list to look through. */
export function isTypedOnly(report: Report): boolean {
  const own = new Set(report.sources.flatMap(({ kind, id }) => (kind === 'typed' || kind === 'notice' ? [id] : [])));
  return 0 < report.charges.length && report.charges.length <= MOST_CHARGES && report.charges.every(({ source }) => own.has(source));
}

/** What the person can see for themselves, as against telling others. */
function isLooking({ step }: PlanStep): boolean {
  return step.startsWith('check-');
}

@customElement('mioboe-one-charge')
export class OneCharge extends Screen {
  /** The form is open: for one more, or for the charge with this number. */
  @state() private editing: number | 'more' | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { report } = store;
    if (!report) return nothing;
    const plan = store.advised?.plan.steps ?? [];
    const problems = report.sources.filter(({ kind }) => kind === 'typed').flatMap((source) => source.problems);
    return html`<section class="one-answer" data-testid="one-answer">
      ${report.charges.map((charge) => this.#charge(report, charge, plan))}
      ${problems.map(({ code, line, text }) => html`<div class="notice" data-kind="problem" data-testid="one-problem"><p>${this.say(`problem-${code}`)} ${text}</p>${line === null ? nothing : html`<button class="button" @click=${() => (this.editing = line - 1)}>${this.say('one-edit')}</button>`}</div>`)}
      ${this.editing === null
        ? html`<div class="actions one-more"><button class="button" data-testid="one-more" @click=${() => (this.editing = 'more')}>${icon('plus')}${this.say('one-more')}</button>
            <button class="link-button" data-testid="one-files" @click=${() => store.go({ name: 'files' })}>${this.say('one-add-files')}</button>
            <button class="link-button" data-testid="start-again" @click=${() => store.startAgain()}>${this.say('start-again')}</button></div>`
        : html`<div class="drop-card one-editing" data-testid="one-editing"><h2>${icon('card')}${this.say(this.editing === 'more' ? 'one-more' : 'one-edit')}</h2>
            <mioboe-one-charge-form .store=${store} .at=${this.editing === 'more' ? null : this.editing} .done=${() => (this.editing = null)}></mioboe-one-charge-form></div>`}
    </section>`;
  }

  #charge(report: Report, charge: ChargeReport, plan: readonly PlanStep[]): TemplateResult {
    const { store } = this;
    const { words } = store;
    const answer = store.answerOf(charge);
    const findings = findingsOf(report, charge.findings);
    const own = findings.filter(({ rule }) => !OF_FILES.includes(rule));
    const steps = plan.filter(({ charges }) => charges.includes(charge.id));
    const isKnown = (charge.verdict === 'explained' && answer !== 'notMine') || answer === 'me' || answer === 'family';
    const paid = charge.paidBy ? this.say(`paid-by-${charge.paidBy}`) : '';
    const card = charge.card ? this.say('card-ending', { card: charge.card }) : '';
    return html`<article class="one" data-testid="one-charge" data-verdict=${charge.verdict}>
      <header class="one-head">
        <p class="one-what"><b class="one-amount">${words.money(charge.amount, charge.currency)}</b> <bdi>${charge.merchant || this.say('one-no-text')}</bdi></p>
        <p class="quiet">${[charge.date ? words.day(charge.date) : this.say('one-no-day'), paid, card].filter(Boolean).join(this.say('one-joint'))}</p>
        ${store.source(charge.source)?.kind === 'typed'
          ? html`<p class="one-tools">
              <button class="link-button" data-testid="one-edit" @click=${() => (this.editing = charge.line - 1)}>${this.say('one-edit')}</button>
              <button class="link-button" data-testid="one-remove" @click=${() => store.removeCharge(charge.line - 1)}>${this.say('one-remove')}</button>
            </p>`
          : nothing}
      </header>
      ${isKnown ? this.#known(charge, answer) : html`${this.#possible(report, charge, own)} ${this.#toBeSure(steps)} ${this.#stop(steps)}`}
      ${this.#answers(charge, answer)}
      ${isKnown ? nothing : html`${this.#notMine(charge, answer, steps)} ${this.#whatIsKnown(report, charge, steps)}`}
    </article>`;
  }

  /** The proof, or the person's own word. */
  #known(charge: ChargeReport, answer: Answer | undefined): TemplateResult {
    const { store } = this;
    const sentence = causeSentence(store.words, charge);
    return html`<section class="one-known" data-testid="one-known">
      <h2>${icon('explained')}${this.say(charge.verdict === 'explained' ? 'one-proven' : 'one-settled', { answer: answer ?? 'none' })}</h2>
      ${charge.verdict === 'explained' ? html`<p>${sentence}</p>` : nothing}
      ${charge.orders.map(({ orderId }) => html`<p class="one-order">${store.orders.get(orderId)?.items.map((item) => html`<bdi>${item}</bdi>`) ?? nothing} ${copyable(store.words, orderId)}</p>`)}
      ${charge.verdict === 'explained' ? html`<button class="button" data-testid="one-detail" @click=${() => store.go({ name: 'charge', id: charge.id })}>${this.say('one-detail')}</button>` : nothing}
    </section>`;
  }

  /** What speaks of the charge itself, likeliest first, and what the shown name stands for. */
  #possible(report: Report, charge: ChargeReport, own: readonly FindingReport[]): TemplateResult {
    const { words } = this.store;
    const about = words.find(`one-about-${charge.service}`);
    return html`<section data-testid="one-possible">
      <h2>${this.say('one-possible')}</h2>
      <ol class="one-list" role="list">
        ${own.map((finding) => {
          const args = findingArgs(words, finding, (day) => words.nearDay(day, report.today));
          const id = `finding-${finding.rule}`;
          return html`<li data-level=${finding.level} data-testid="one-finding">
            <h3>${words.attribute(id, 'title', args)}</h3>
            <p>${words.say(id, args)}</p>
            <p class="quiet">${words.attribute(id, 'why', args)}</p>
            <p class="finding-next">${icon('next')}<span>${words.attribute(id, 'next', args)}</span></p>
          </li>`;
        })}
        ${about ? html`<li data-testid="one-about"><h3>${words.say('one-name-means', { merchant: charge.merchant ? inSentence(charge.merchant) : 'none' })}</h3><p>${about}</p>${charge.merchant ? html`<button class="link-button" data-testid="text-means" @click=${() => this.store.askMeaning(charge.merchant)}>${this.say('text-means')}</button>` : nothing}</li>` : nothing}
      </ol>
      ${this.#moneyBack(charge)}
    </section>`;
  }

  /** Dated facts, each with its source; no promise. */
  #moneyBack({ id: of }: ChargeReport): TemplateResult | typeof nothing {
    const { words, advised } = this.store;
    const facts = advised?.moneyBack.filter(({ charges }) => charges.includes(of)) ?? [];
    return facts.length
      ? html`<details class="one-step" data-testid="one-back"><summary>${this.say('one-back')}</summary>
          ${facts.map(({ id, date }) => html`<p>${words.say(`back-${id}`)}</p><p class="quiet">${this.say('one-back-source', { source: words.attribute(`back-${id}`, 'source') ?? '', day: words.date(date) })}</p>`)}
        </details>`
      : nothing;
  }

  /** One step a way; the page that answers most of it stands open, with the box to paste into at hand. */
  #toBeSure(steps: readonly PlanStep[]): TemplateResult | typeof nothing {
    const now = steps.filter(isLooking);
    if (!now.length) return nothing;
    const { store } = this;
    return html`<section data-testid="one-sure">
      <h2>${this.say('one-sure')}</h2>
      <ol class="one-steps" role="list">
        ${now.map((planned, at) => html`<li data-step=${planned.step}>${this.#step(planned, at + 1, planned.step === PROOF ? this.#proof(store) : nothing)}</li>`)}
      </ol>
    </section>`;
  }

  #step(planned: PlanStep, number: number | null, below: TemplateResult | typeof nothing = nothing): TemplateResult {
    const { store } = this;
    const { step, charges } = planned;
    const args = store.place;
    return html`<details class="one-step" data-testid="one-step-${step}" ?open=${step === PROOF && charges[0] === store.report?.charges[0]?.id}>
      <summary>${number === null ? nothing : html`<span class="one-number" aria-hidden="true">${number}</span>`}<span>${store.words.say(`step-${step}`, args)}</span></summary>
      <p class="quiet">${store.words.attribute(`step-${step}`, 'why', args)}</p>
      ${howTo(store, step, planned)} ${below}
    </details>`;
  }

  /** How to copy the page on what the person has in hand, and where to put it. */
  #proof(store: Store): TemplateResult {
    const { words, place } = store;
    const address = words.say('site-transactions', place);
    return html`${/^www\.[^ ]+$/.test(address) ? copyable(words, address) : nothing}
      <details class="one-copy"><summary>${this.say('one-copy')}</summary><ul class="ways">${linesOf(words.find('one-copy-how')).map((line) => html`<li>${line}</li>`)}</ul></details>
      <button class="button one-paste-here" data-look="primary" data-testid="one-paste" @click=${() => store.setPasting(true)}>${icon('copy')}${this.say('one-paste-here')}</button>`;
  }

  #stop(steps: readonly PlanStep[]): TemplateResult | typeof nothing {
    const undoable = steps.filter(({ step }) => UNDOABLE.includes(step));
    if (!undoable.length) return nothing;
    return html`<section data-testid="one-stop">
      <h2>${this.say('one-stop')}</h2>
      <p class="quiet">${this.say('one-stop-about')}</p>
      ${undoable.map((planned) => this.#step(planned, null))}
    </section>`;
  }

  #answers(charge: ChargeReport, answer: Answer | undefined): TemplateResult {
    const { store } = this;
    return html`<section class="answers" aria-label=${this.say('answers-title')}>
      <h2>${this.say('answers-title')}</h2>
      <div class="answer-buttons">
        ${ANSWERS.map((one) => html`<button class="button" data-answer=${one} data-testid="answer-${one}" aria-pressed=${answer === one} @click=${() => store.answer(charge, answer === one ? undefined : one)}>${this.say(`answer-button-${one}`)}</button>`)}
      </div>
    </section>`;
  }

  /** Folded until the person says so. */
  #notMine(charge: ChargeReport, answer: Answer | undefined, steps: readonly PlanStep[]): TemplateResult {
    const { store } = this;
    const later = steps.filter((planned) => !isLooking(planned) && !UNDOABLE.includes(planned.step) && planned.step !== EXPORT);
    return html`<details class="one-not-mine" data-testid="one-not-mine" ?open=${answer === 'notMine'}>
      <summary>${this.say('one-not-mine')}</summary>
      <ol class="one-steps" role="list">${later.map((planned) => html`<li data-step=${planned.step}>${this.#step(planned, null)}</li>`)}</ol>
      ${answer === 'notMine'
        ? html`<button class="button" data-look="primary" data-testid="prepare-charge" @click=${() => store.go({ name: 'prepare', letter: null, charge: charge.id })}>${icon('letter')}${this.say('to-prepare')}</button>`
        : html`<p class="quiet">${this.say('one-not-mine-say')}</p>`}
      <button class="link-button" @click=${() => store.go({ name: 'steps' })}>${this.say('all-steps')}</button>
    </details>`;
  }

  #whatIsKnown(report: Report, charge: ChargeReport, steps: readonly PlanStep[]): TemplateResult {
    const { store } = this;
    const hasOrders = report.sources.some(({ kind }) => kind === 'orders' || kind === 'digitalOrders');
    const open = [hasOrders ? 'one-open-orders' : 'one-open-what', ...(charge.date ? [] : ['one-open-day']), ...(charge.merchant ? [] : ['one-open-text']), ...(charge.paidBy ? [] : ['one-open-paid'])];
    return html`<section data-testid="one-open">
      <h2>${this.say('one-open')}</h2>
      <ul class="ways">${open.map((id) => html`<li>${this.say(id)}</li>`)}</ul>
      ${steps.some(({ step }) => step === EXPORT) ? html`<p class="quiet">${this.say('one-export')}</p>${getOrders(store)}` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-one-charge': OneCharge;
  }
}
