//! Rows that the reader of free text was not sure of, each with the line it came from and the likeliest answer, for the person to confirm.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { currencies } from './one-charge-form';
import { Screen } from './screen';
import type { UnsureRow } from './store';
import { localDay } from './today';

@customElement('mioboe-confirm-rows')
export class ConfirmRows extends Screen {
  /** The screen around it says what it is about. */
  @property({ attribute: false }) place: 'own' | 'inside' = 'own';
  /** The row that has no sum. */
  @state() private lacking = -1;

  protected override render(): TemplateResult | typeof nothing {
    const rows = this.store.unsure;
    if (!rows.length) return nothing;
    const title = this.say('unsure-title');
    return html`<section class="callout confirm-rows" data-testid="confirm-rows" aria-label=${title}>
      ${this.place === 'own' ? html`<h2>${title}</h2><p>${this.say('unsure-text')}</p>` : nothing}
      <ol role="list">${rows.map((row, at) => html`<li data-testid="row-to-confirm">${this.#row(row, at)}</li>`)}</ol>
      <button class="button" data-look="primary" data-testid="rows-confirm" @click=${() => this.#confirm(rows)}>${this.say('unsure-use')}</button>
    </section>`;
  }

  #row({ key, row }: UnsureRow, at: number): TemplateResult {
    const { store } = this;
    const codes = currencies(row.currency, store.region);
    const missing = this.lacking === at;
    return html`<p class="quiet"><bdi>${row.text}</bdi></p>
      <div class="confirm-cells">
        <label class="field"><span>${this.say('one-day')}</span><input type="date" name="date" data-testid="row-date" max=${localDay(new Date())} .value=${row.date ?? ''} /></label>
        <label class="field"><span>${this.say('unsure-shop')}</span><input name="merchant" type="text" autocomplete="off" spellcheck="false" data-testid="row-merchant" .value=${row.merchant} /></label>
        <label class="field one-sum"><span>${this.say('one-sum')}</span><span class="one-sum-box">
          <input name="amount" type="text" inputmode="decimal" autocomplete="off" data-testid="row-amount" aria-invalid=${missing} aria-describedby=${missing ? 'row-missing' : nothing} .value=${row.amount ?? ''} />
          <select name="currency" aria-label=${this.say('one-currency')}>${codes.map((code, at) => html`<option value=${code} ?selected=${at === 0}>${code === 'JPY' ? this.say('one-yen') : code || '—'}</option>`)}</select>
        </span></label>
      </div>
      ${missing ? html`<p class="one-missing" id="row-missing" role="alert">${this.say('one-missing')}</p>` : nothing}
      <button class="link-button" data-testid="row-leave" @click=${() => store.settleRows([key], [])}>${this.say('unsure-leave')}</button>`;
  }

  #confirm(rows: readonly UnsureRow[]): void {
    const all = (name: string): string[] => [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)].map(({ value }) => value.trim());
    const [amounts, dates, merchants, codes] = [all('amount'), all('date'), all('merchant'), all('currency')];
    this.lacking = amounts.findIndex((amount, at) => !/\d/.test(amount.normalize('NFKC')) || !codes[at]);
    if (0 <= this.lacking) {
      this.querySelectorAll<HTMLInputElement>('[name="amount"]')[this.lacking]?.focus();
      return;
    }
    const given = amounts.map((amount, at) => ({ amount, date: dates[at] || null, merchant: merchants[at] ?? '', currency: codes[at] || null, paidBy: null, card: null }));
    void this.store.settleRows(rows.map(({ key }) => key), given);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-confirm-rows': ConfirmRows;
  }
}
