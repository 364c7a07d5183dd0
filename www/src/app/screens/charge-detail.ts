//! One charge: the verdict in a sentence, the evidence, what else is possible, and the person's own word.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChargeReport, FindingReport, OrderRef, Report } from '../engine/report';
import { ANSWERS } from './answers';
import { cardOf, causeSentence, chargeArgs, findingArgs, findingsOf, formatName, groupLabel, isName, mainFinding, placeOf } from './charge-words';
import { type Group, itemsOf } from './charges';
import { copyable } from './copyable';
import { linesOf } from './guides';
import { icon } from './icons';
import { keepLine } from './keep-line';
import { Screen } from './screen';

/** Some statements fill an empty cell with a dash. */
const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Evidence that fits only if something else is so as well: it gets no tick. */
const LOOSE = new Set(['amount-below', 'amount-near', 'card-other', 'card-replaced', 'day-late', 'may-be-chance', 'under-way']);

/** Amazon's data never show what was paid in another shop or for Amazon's other services, and no order makes up for money that is owed. */
function changeableBy(charge: ChargeReport, group: Group, isOwed: boolean): string {
  if (group === 'ask' && (charge.cause === 'amazon-pay' || charge.cause === 'other-service')) return charge.cause;
  if (group !== 'flagged') return group;
  if (charge.cause === 'look-alike-merchant') return 'look-alike';
  return isOwed ? 'money-owed' : group;
}

@customElement('mioboe-charge-detail')
export class ChargeDetail extends Screen {
  @property({ attribute: false }) charge!: ChargeReport;
  @property({ attribute: false }) close!: () => void;

  protected override render(): TemplateResult | typeof nothing {
    const { charge, store } = this;
    const { words, report } = store;
    if (!report) return nothing;
    const answer = store.answerOf(charge);
    const group = store.groupOf(charge);
    const main = mainFinding(report, charge);
    // What is only worth knowing must not stand between the verdict and the question.
    const asides = findingsOf(report, charge.findings).filter((finding) => finding !== main && finding.level === 'info');
    const findings = findingsOf(report, charge.findings).filter((finding) => !asides.includes(finding)).map((finding) => this.#finding(finding, main));
    const isAtRest = store.answered(charge)?.laidToRest ?? false;
    return html`<article class="detail" data-testid="charge-detail" data-verdict=${group} tabindex="-1">
      <header class="detail-head">
        <button class="icon-button" data-testid="close-detail" aria-label=${this.say('back-to-list')} @click=${this.close}>
          <span class="only-narrow">${icon('back')}</span><span class="only-wide">${icon('close')}</span>
        </button>
        <p class="verdict-chip" data-verdict=${group}>${icon(group)}${groupLabel(words, group)}</p>
        ${answer && answer !== 'notMine' ? html`<span class="badge">${this.say(`badge-${answer}`)}</span>` : nothing}
      </header>
      <h2 class="detail-sum">${words.money(charge.amount, charge.currency)}</h2>
      <p class="detail-what"><bdi class="merchant">${charge.merchant}</bdi><br />${charge.date ? words.day(charge.date) : this.say('no-day')}</p>
      ${charge.merchant ? html`<button class="link-button detail-means" data-testid="text-means" @click=${() => store.askMeaning(charge.merchant)}>${this.say('text-means')}</button>` : nothing}
      ${isAtRest
        ? html`<p class="detail-verdict">${this.say('settled-verdict', { answer: answer ?? '' })}</p>
            <details data-testid="settled-findings"><summary>${this.say('settled-findings')}</summary><p>${this.#verdictSentence(report, answer)}</p>${findings}</details>`
        : html`<p class="detail-verdict">${this.#verdictSentence(report, answer)}</p>${findings}`}
      ${this.#evidence()}
      ${charge.alternatives.length ? this.#candidates() : this.#linked()} ${this.#nearest(answer)} ${this.#refunds(report)}
      ${this.#answers(answer)}
      ${answer === 'notMine' ? this.#misuse() : nothing}
      ${isAtRest ? nothing : this.#toPrepare()} ${asides.map((finding) => this.#finding(finding, main))} ${this.#whatWouldChange(group)}
      ${this.#statementLine()}
    </article>`;
  }

  #verdictSentence(report: Report, answer: string | undefined): string {
    const { charge } = this;
    const { words } = this.store;
    const main = mainFinding(report, this.charge);
    if (main) return words.say(`finding-${main.rule}`, findingArgs(words, main));
    const sentence = causeSentence(words, charge);
    if (sentence) return sentence;
    if (charge.verdict !== 'notCovered') return words.attribute(`verdict-${charge.verdict}`, 'about') ?? '';
    const { orders } = report.coverage;
    const said = { answer: answer ?? 'none' };
    if (!orders) return this.say('not-covered-no-orders', said);
    return this.say('not-covered-span', { ...said, span: words.span(orders.from, orders.to) });
  }

  /** `main` is said in the verdict above. */
  #finding(finding: FindingReport, main: FindingReport | undefined): TemplateResult {
    const { words } = this.store;
    const id = `finding-${finding.rule}`;
    const args = findingArgs(words, finding);
    const next = words.attribute(id, 'next', args);
    return html`<section class="finding" data-level=${finding.level}>
      ${finding === main
        ? nothing
        : html`<h3>${words.attribute(id, 'title', args) ?? finding.rule}</h3><p>${words.say(id, args)}</p>`}
      <p class="quiet">${words.attribute(id, 'why', args)}</p>
      ${next ? html`<p class="finding-next">${icon('next')}<span><b>${this.say('finding-next')}</b> ${next}</span></p>` : nothing}
      <button class="link-button" data-testid="about-${finding.rule}" @click=${() => this.store.go({ name: 'rule', id: finding.rule })}>${this.say('about-finding')}</button>
    </section>`;
  }

  #evidence(): TemplateResult | typeof nothing {
    const { evidence } = this.charge;
    if (!evidence.length) return nothing;
    return html`<section>
      <h3>${this.say('evidence')}</h3>
      <ul class="evidence">${evidence.map((code) => html`<li>${icon(LOOSE.has(code) ? 'notCovered' : 'explained')}<span>${this.say(`evidence-${code}`)}</span></li>`)}</ul>
    </section>`;
  }

  #linked(): TemplateResult | typeof nothing {
    const { charge, store } = this;
    const { orders } = charge;
    if (!orders.length) return nothing;
    const isNamed = store.orderNamed(charge) === orders[0]?.orderId;
    return html`<section data-testid="linked">
      <h3>${this.say(isNamed ? 'order-named' : 'orders-linked', { count: orders.length })}</h3>
      ${orders.map((ref) => this.#order(ref))} ${isNamed || (charge.verdict === 'explained' && store.groupOf(charge) !== 'ask') ? nothing : this.#itWas(orders)} ${isNamed ? this.#notThat() : nothing}
    </section>`;
  }

  /** Where nothing explains it: what the person said it is, or else the free orders that are nearest. */
  #nearest(answer: string | undefined): TemplateResult | typeof nothing {
    const { charge, store } = this;
    const named = store.orderNamed(charge);
    if (named && !charge.orders.some(({ orderId }) => orderId === named)) {
      const ref = [...charge.candidates, ...charge.alternatives.flat()].find(({ orderId }) => orderId === named) ?? { orderId: named, source: null, lines: [], part: [] };
      return html`<section data-testid="order-named"><h3>${this.say('order-named')}</h3>${this.#order(ref)} ${this.#notThat()}</section>`;
    }
    if (!charge.candidates.length || answer === 'notMine' || named) return nothing;
    return html`<section class="alternatives nearest" data-testid="nearest">
      <h3>${this.say('nearest')}</h3>
      <p class="quiet">${this.say('nearest-about')}</p>
      <ol class="candidates" role="list">${charge.candidates.map((ref) => html`<li>${this.#order(ref)} ${this.#itWas([ref])}</li>`)}</ol>
    </section>`;
  }

  /** Only one order can be named: of several together nobody is asked. */
  #itWas(refs: readonly OrderRef[]): TemplateResult | typeof nothing {
    const [ref, ...others] = refs;
    if (!ref || others.length || this.store.answerOf(this.charge) === 'notMine') return nothing;
    return html`<button class="button" data-testid="it-was-this" @click=${() => this.store.nameOrder(this.charge, ref.orderId)}>${icon('explained')}${this.say('it-was-this')}</button>`;
  }

  #notThat(): TemplateResult {
    return html`<button class="link-button" data-testid="not-that-order" @click=${() => this.store.answer(this.charge, undefined)}>${this.say('not-that-order')}</button>`;
  }

  /** What Amazon's data says was given back, beside the row that shows it or should be matched by one. */
  #refunds(report: Report): TemplateResult | typeof nothing {
    const { store } = this;
    const { words } = store;
    const refunds = report.refunds.filter(({ charge }) => charge === this.charge.id);
    return refunds.length
      ? html`<section data-testid="refund-records"><h3>${this.say('refund-records')}</h3>
          ${refunds.map(
            ({ orderId, date, amount, currency, source, line }) => html`<dl class="facts">
              <div><dt>${this.say('order-id')}</dt><dd>${copyable(words, orderId)}</dd></div>
              ${this.#fact('refunded-on', words.day(date))}
              ${this.#fact('refund-sum', words.money(amount, currency))}
              ${this.#fact('where', placeOf(words, store.source(source), [line]))}
            </dl>`,
          )}
        </section>`
      : nothing;
  }

  /** Explanations that fit equally well, side by side. */
  #candidates(): TemplateResult {
    const candidates = [this.charge.orders, ...this.charge.alternatives];
    return html`<section class="alternatives" data-testid="alternatives">
      <h3>${this.say('alternatives')}</h3>
      <p class="quiet">${this.say('alternatives-about')}</p>
      <ol class="candidates" role="list">
        ${candidates.map((refs, at) => html`<li><h4>${this.say('candidate', { number: at + 1 })}</h4>${refs.map((ref) => this.#order(ref))} ${this.#itWas(refs)}</li>`)}
      </ol>
    </section>`;
  }

  #whatWouldChange(group: Group): TemplateResult | typeof nothing {
    const ways = linesOf(this.store.words.find(`change-${changeableBy(this.charge, group, this.store.isOwed(this.charge))}`));
    return ways.length
      ? html`<section data-testid="would-change"><h3>${this.say('would-change')}</h3><ul class="ways">${ways.map((way) => html`<li>${way}</li>`)}</ul></section>`
      : nothing;
  }

  #order(ref: OrderRef): TemplateResult {
    const { store } = this;
    const { words } = store;
    const order = store.orders.get(ref.orderId);
    const source = store.source(ref.source ?? order?.source ?? null);
    const status = order && words.find(`order-status-${order.status}`);
    const items = itemsOf(ref, order);
    const others = order?.items.filter((_, at) => ref.part.length && !ref.part.includes(at)) ?? [];
    return html`<div class="order">
      ${items.length ? html`<ul class="items">${items.map((item) => html`<li>${icon('box')}<bdi>${item}</bdi></li>`)}</ul>` : nothing}
      ${others.length ? html`<p class="quiet" data-testid="other-items">${this.say('other-items', { items: others.join(this.say('because-joint')) })}</p>` : nothing}
      <dl class="facts">
        <div><dt>${this.say('order-id')}</dt><dd>${copyable(words, ref.orderId)}</dd></div>
        ${order
          ? html`
              ${order.ordered ? this.#fact('ordered-on', words.day(order.ordered)) : nothing}
              ${order.shipped.length ? this.#fact('shipped-on', words.list(order.shipped.map((day) => words.day(day)))) : nothing}
              ${this.#fact('order-total', words.money(order.total, order.currency))}
              ${order.seller ? this.#fact('seller', order.seller) : nothing}
              ${order.address ? this.#fact('recipient', order.address) : nothing}
              ${order.cards.length ? this.#fact('order-card', words.list(order.cards.map((card) => (/^\d+$/.test(card) ? this.say('card-ending', { card }) : card)))) : nothing}
              ${status ? this.#fact('order-status', status) : nothing}
            `
          : nothing}
        ${this.#fact('where', placeOf(words, source, ref.lines.length ? ref.lines : (order?.lines ?? [])))}
      </dl>
    </div>`;
  }

  #fact(label: string, value: string): TemplateResult {
    return html`<div><dt>${this.say(label)}</dt><dd><bdi>${value}</bdi></dd></div>`;
  }

  #answers(answer: string | undefined): TemplateResult {
    const { store, charge } = this;
    // Some questions have an answer of their own words.
    const own = (id: string): string => store.words.find(`${id}-${charge.cause}`) ?? this.say(id);
    const title = store.isOwed(charge) ? 'answers-title-owed' : charge.verdict === 'explained' || charge.verdict === 'other' ? 'answers-title-sure' : 'answers-title';
    return html`<section class="answers" aria-labelledby="answers-title">
      <h3 id="answers-title">${own(title)}</h3>
      ${store.isOwed(charge) ? html`<p class="quiet" data-testid="answers-owed">${this.say('answers-owed')}</p>` : nothing}
      <div class="answer-buttons">
        ${ANSWERS.map(
          (one) => html`<button
            class="button"
            data-answer=${one}
            data-testid="answer-${one}"
            aria-pressed=${answer === one}
            @click=${() => store.answer(charge, answer === one ? undefined : one)}
          >${own(`answer-button-${one}`)}</button>`,
        )}
      </div>
      ${answer ? html`<button class="link-button" data-testid="answer-undo" @click=${() => store.answer(charge, undefined)}>${this.say('answer-take-back')}</button>` : nothing}
      ${answer ? keepLine(store, 'answers') : nothing}
    </section>`;
  }

  /** Where there is something to dispute, the words for it are a press away. */
  #toPrepare(): TemplateResult | typeof nothing {
    const { charge, store } = this;
    if (!store.isDisputed(charge)) return nothing;
    return html`<section>
      <h3>${this.say('prepare-for-charge')}</h3>
      <p class="quiet">${this.say('prepare-for-charge-about')}</p>
      <button class="button" data-look="primary" data-testid="prepare-charge" @click=${() => store.go({ name: 'prepare', letter: null, charge: charge.id })}>${icon('letter')}${this.say('to-prepare')}</button>
    </section>`;
  }

  #misuse(): TemplateResult {
    const { words, place } = this.store;
    const args = { ...chargeArgs(words, this.charge), ...place };
    return html`<section class="misuse" data-testid="misuse">
      <h3>${this.say('misuse-title')}</h3>
      <p>${this.say('misuse-text')}</p>
      ${(this.store.answered(this.charge)?.steps ?? []).map(({ step }) => html`<details><summary>${words.say(`step-${step}`, args)}</summary><ol>${linesOf(words.attribute(`step-${step}`, 'how', args)).map((line) => html`<li>${line}</li>`)}</ol></details>`)}
      <button class="link-button" @click=${() => this.store.go({ name: 'steps' })}>${this.say('all-steps')}</button>
    </section>`;
  }

  #statementLine(): TemplateResult {
    const { charge, store } = this;
    const { words } = store;
    const source = store.source(charge.source);
    return html`<section>
      <h3>${this.say('on-statement')}</h3>
      <dl class="facts">
        ${this.#fact('where', placeOf(words, source, [charge.line]))}
        ${source ? this.#fact('statement-kind', formatName(words, source)) : nothing}
        ${charge.posted ? this.#fact('posted-on', words.day(charge.posted)) : nothing}
        ${charge.card ? this.#fact('card', cardOf(words, charge)) : nothing}
        ${charge.holder && isName(charge.holder) ? this.#fact('holder', charge.holder.replace(/[*＊]+$/u, '')) : nothing}
        ${charge.service !== 'other' ? this.#fact('service', words.say(`service-${charge.service}`)) : nothing}
        ${charge.memo && saysSomething(charge.memo) ? this.#fact('memo', charge.memo) : nothing}
      </dl>
    </section>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('charge')) return;
    const side = this.closest('.results-side');
    side?.scrollTo(0, 0);
    // Where the charge covers the list, the focus must not stay behind it.
    if (side && getComputedStyle(side).position === 'fixed') this.querySelector('article')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-charge-detail': ChargeDetail;
  }
}
