//! The charges, grouped by what needs the person first. Thousands of rows stay smooth because only those near the window exist.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChargeReport, OrderReport, Report } from '../engine/report';
import { groupAbout, groupName, inBrief } from './charge-words';
import { type ChargeGroup, type Group, groupOf, ordersById } from './charges';
import { icon } from './icons';
import './row-block';
import { Screen } from './screen';

/** Rows that come and go together. */
const BLOCK_ROWS = 40;
/** Blocks that are there from the start, so that most people's lists are whole. */
const FIRST_BLOCKS = 4;

@customElement('mioboe-charge-list')
export class ChargeList extends Screen {
  @property({ attribute: false }) groups: readonly ChargeGroup[] = [];
  @property({ attribute: false }) open: ChargeReport | null = null;
  #current: ChargeReport | null = null;
  #orders: ReadonlyMap<string, OrderReport> = new Map();
  #ordersOf: Report | null = null;

  /** The charge the keyboard is at. */
  get current(): ChargeReport | null {
    return this.open ?? this.#current;
  }

  /** Scrolls to the charge and puts the focus on it, making its rows first where they are not there yet. */
  bringTo(charge: ChargeReport): void {
    this.#current = charge;
    const blocks = [...this.querySelectorAll('mioboe-row-block')];
    const block = blocks.find(({ charges }) => charges.includes(charge));
    void block?.reveal().then(() => {
      const row = block.querySelector<HTMLElement>(`[data-charge-id="${CSS.escape(charge.id)}"]`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected override render(): TemplateResult {
    const { report } = this.store;
    if (report && report !== this.#ordersOf) {
      this.#orders = ordersById(report);
      this.#ordersOf = report;
    }
    if (!this.groups.length) return html`<p class="no-match" role="status">${this.say('no-match')}</p>`;
    let blocks = 0;
    return html`<div class="charges" data-testid="charges">
      ${this.groups.map(
        ({ group, charges }) => html`<section class="charge-group" data-group=${group} aria-labelledby="group-${group}">
          <header>
            <h2 id="group-${group}">${icon(group)}${groupName(this.store.words, group)}<span class="group-count">${this.store.words.count(charges.length)}</span></h2>
            <p class="quiet">${groupAbout(this.store.words, group)}</p>
          </header>
          ${inBlocks(charges).map((block) => {
            blocks += 1;
            return html`<mioboe-row-block
              .charges=${block}
              .renderRow=${this.#row}
              .presence=${blocks <= FIRST_BLOCKS ? 'always' : 'near'}
            ></mioboe-row-block>`;
          })}
        </section>`,
      )}
    </div>`;
  }

  #row = (charge: ChargeReport): TemplateResult => {
    const { store } = this;
    const { words } = store;
    const answer = store.answerOf(charge);
    const group: Group = groupOf(charge, answer);
    const brief = inBrief(words, charge, group, this.#orders);
    return html`<li>
      <button
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
      </button>
    </li>`;
  };
}

function inBlocks(charges: readonly ChargeReport[]): readonly ChargeReport[][] {
  const blocks: ChargeReport[][] = [];
  for (let from = 0; from < charges.length; from += BLOCK_ROWS) blocks.push(charges.slice(from, from + BLOCK_ROWS));
  return blocks;
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-charge-list': ChargeList;
  }
}
