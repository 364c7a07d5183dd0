//! The charges, grouped by what needs the person first. Thousands of rows stay smooth because only those near the window exist.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChargeReport } from '../engine/report';
import type { Answer } from './answers';
import { groupAbout, groupName, inBrief, isOwnWord } from './charge-words';
import { apart, byTile, type ChargeGroup, type Group, type Question } from './charges';
import { icon } from './icons';
import './rows';
import { Screen } from './screen';

/** What may be said of many charges at once. "Not mine" is said of each alone: it starts something. */
const BULK_ANSWERS: readonly Answer[] = ['me', 'family'];
/** Groups of which that may be said. What is flagged is to be looked at one by one. */
const BULK_GROUPS: readonly Group[] = ['ask', 'notCovered'];
/** What charges that are one question may be answered. */
const QUESTION_ANSWERS: readonly Answer[] = ['me', 'family', 'notMine'];

@customElement('mioboe-charge-list')
export class ChargeList extends Screen {
  @property({ attribute: false }) groups: readonly ChargeGroup[] = [];
  @property({ attribute: false }) open: ChargeReport | null = null;
  #current: ChargeReport | null = null;
  readonly #parts = new WeakMap<readonly ChargeReport[], ReturnType<typeof apart>>();

  /** The charge the keyboard is at. */
  get current(): ChargeReport | null {
    return this.open ?? this.#current;
  }

  /** Scrolls to the charge and puts the focus on it, making its rows first where they are not there yet. */
  bringTo(charge: ChargeReport): void {
    this.#current = charge;
    const all = [...this.querySelectorAll('mioboe-rows')];
    const rows = all.find(({ charges }) => charges.includes(charge));
    const question = rows?.closest('details');
    if (question) question.open = true;
    void rows?.bringTo(charge);
  }

  /** The charges as they stand here, from above. */
  get inOrder(): readonly ChargeReport[] {
    return this.groups.flatMap(({ charges }) => {
      const { questions, others } = this.#apart(charges);
      return [...questions.flatMap((question) => question.charges), ...others];
    });
  }

  /** Kept for each list: its rows are drawn anew only where it is another one. */
  #apart(charges: readonly ChargeReport[]): { readonly questions: readonly Question[]; readonly others: readonly ChargeReport[] } {
    const known = this.#parts.get(charges) ?? apart(charges, this.store.advised?.together ?? []);
    this.#parts.set(charges, known);
    return known;
  }

  protected override render(): TemplateResult {
    if (!this.groups.length) return html`<p class="no-match" role="status">${this.say(this.store.hiddenCount ? 'no-match-here' : 'no-match')}</p>${this.#hidden()}`;
    return html`${this.#hidden()}<div class="charges" data-testid="charges">
      ${byTile(this.groups).map((groups) => (1 < groups.length ? this.#tile(groups) : groups.map((one) => this.#group(one, 'alone'))))}
    </div>`;
  }

  /** What is searched for stands in rows that are not listed, too. */
  #hidden(): TemplateResult | typeof nothing {
    const { hiddenCount } = this.store;
    if (!hiddenCount) return nothing;
    return html`<p class="hidden-rows" role="status">
      <button class="button" data-testid="show-hidden" @click=${() => this.store.showHidden()}>${icon('search')}${this.say('hidden-rows', { count: hiddenCount })}</button>
    </p>`;
  }

  /** What a tile counts as one and the list has apart: what the person said, and what the files say. */
  #tile(groups: readonly ChargeGroup[]): TemplateResult {
    const { words } = this.store;
    const verdict = groups.find(({ group }) => !isOwnWord(group))?.group ?? 'other';
    const count = groups.reduce((all, { charges }) => all + charges.length, 0);
    return html`<section class="charge-tile" data-verdict=${verdict} aria-labelledby="tile-${verdict}">
      <h2 id="tile-${verdict}">${icon(verdict)}${groupName(words, verdict)}<span class="group-count">${words.count(count)}</span></h2>
      ${groups.map((one) => this.#group(one, 'within'))}
    </section>`;
  }

  /** `within`: under the heading of its tile, which has its name. */
  #group({ group, charges }: ChargeGroup, place: 'alone' | 'within'): TemplateResult {
    const { words } = this.store;
    const name = place === 'within' && !isOwnWord(group) ? this.say('group-from-files') : groupName(words, group);
    const { questions, others } = this.#apart(charges);
    const heading = html`${place === 'within' && !isOwnWord(group) ? nothing : icon(group)}${name}<span class="group-count">${words.count(charges.length)}</span>`;
    return html`<section class="charge-group" data-group=${group} aria-labelledby="group-${group}">
      <header>
        ${place === 'alone' ? html`<h2 id="group-${group}">${heading}</h2>` : html`<h3 id="group-${group}">${heading}</h3>`}
        <p class="quiet">${groupAbout(words, group)}</p>
      </header>
      ${others.length || 1 < questions.length ? this.#bulk(group, charges) : nothing} ${questions.map((question) => this.#question(group, question))}
      ${others.length ? html`<mioboe-rows .charges=${others} .renderRow=${this.#row} .stamp=${this.#stamp}></mioboe-rows>` : nothing}
    </section>`;
  }

  /** Charges of one shop and cause, again and again: one question, and one answer for all that is listed of them. */
  #question(group: Group, { charges, sums }: Question): TemplateResult | typeof nothing {
    const { store } = this;
    const { words } = store;
    const [first] = charges;
    if (!first) return nothing;
    const days = charges.flatMap(({ date }) => date ?? []).sort();
    const brief = inBrief(words, first, group, false, store.orders);
    const isDenied = group === 'notMine';
    return html`<details class="question" data-testid="question" data-group=${group} data-verdict=${group}>
      <summary>
        <span class="row-mark" data-verdict=${group}>${icon(group)}</span>
        <span class="row-words">
          <span class="row-brief">${brief || first.merchant}</span>
          ${brief ? html`<span class="row-merchant"><bdi>${first.merchant}</bdi></span>` : nothing}
          <span class="question-days">${words.span(days[0] ?? null, days.at(-1) ?? null)}</span>
        </span>
        <span class="question-sum"><b>${this.say('question-count', { count: charges.length })}</b>${sums.map(({ amount, currency }) => html`<span class="row-sum">${words.money(amount, currency)}</span>`)}</span>
      </summary>
      <div class="question-answers" role="group" aria-label=${this.say('question-answers', { count: charges.length })}>
        <p>${this.say('question-answers', { count: charges.length })}</p>
        <div class="actions">
          ${isDenied
            ? html`<button class="button" data-testid="question-undo" @click=${() => store.answerAll(charges, undefined)}>${this.say('answer-take-back')}</button>`
            : QUESTION_ANSWERS.map((answer) => html`<button class="button" data-answer=${answer} data-testid="question-${answer}" @click=${() => store.answerAll(charges, answer)}>${this.say(`answer-button-${answer}`)}</button>`)}
          ${group === 'ask' ? nothing : html`<button class="button" data-testid="question-prepare" @click=${() => store.prepareFor(charges)}>${icon('letter')}${this.say('question-prepare', { count: charges.length })}</button>`}
        </div>
      </div>
      <mioboe-rows .charges=${charges} .renderRow=${this.#row} .stamp=${this.#stamp}></mioboe-rows>
    </details>`;
  }

  /** One answer for all that is listed here, in this filter. It can be taken back. */
  #bulk(group: Group, charges: readonly ChargeReport[]): TemplateResult | typeof nothing {
    if (!BULK_GROUPS.includes(group) || charges.length < 2) return nothing;
    return html`<details class="bulk" data-testid="bulk-${group}">
      <summary>${this.say('bulk', { count: charges.length })}</summary>
      <div class="actions">
        ${BULK_ANSWERS.map(
          (answer) => html`<button class="button" data-testid="bulk-${group}-${answer}" @click=${() => this.store.answerAll(charges, answer)}>${this.say(`bulk-${answer}`, { count: charges.length })}</button>`,
        )}
      </div>
    </details>`;
  }

  /** Rows are drawn anew when any of this changes, and not when only the page around them does. */
  get #stamp(): string {
    return `${this.store.lang} ${this.open?.id ?? ''} ${this.store.caseStamp}`;
  }

  #row = (charge: ChargeReport): TemplateResult => {
    const { store } = this;
    const { words } = store;
    const answer = store.answerOf(charge);
    const group = store.groupOf(charge);
    const brief = inBrief(words, charge, group, store.answered(charge)?.laidToRest ?? false, store.orders);
    return html`<button
        class="charge-row"
        data-testid="charge-row"
        data-verdict=${charge.verdict}
        data-group=${group}
        data-charge-id=${charge.id}
        aria-current=${charge === this.open ? 'true' : nothing}
        @focus=${() => (this.#current = charge)}
        @click=${() => store.go({ name: 'charge', id: charge.id }, store.view.name === 'charge' ? 'replace' : 'push')}
      >
        <span class="row-mark" data-verdict=${group}>${icon(group)}<span class="visually-hidden">${groupName(words, group)}</span></span>
        <span class="row-day">${charge.date ? words.shortDay(charge.date) : this.say('no-day')}</span>
        <span class="row-words">
          <span class="row-brief">${brief || charge.merchant}</span>
          <span class="row-merchant">
            ${brief ? html`<bdi>${charge.merchant}</bdi>` : nothing}
            ${charge.card ? html`<span class="row-card">${this.say('card-short', { card: charge.card })}</span>` : nothing}
            ${answer && answer !== 'notMine' ? html`<span class="badge">${this.say(`badge-${answer}`)}</span>` : nothing}
          </span>
        </span>
        <span class="row-sum" data-sign=${charge.amount.startsWith('-') ? 'in' : 'out'}>${words.money(charge.amount, charge.currency)}</span>
      </button>`;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-charge-list': ChargeList;
  }
}
