//! One charge as a person types it: what they see of it, and no more. The engine reads it.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ChargeGiven, HOMES } from '../engine/report';
import { homeOf, type Region } from './region';
import { Screen } from './screen';
import type { Draft } from './store';
import { localDay } from './today';

const DAYS = ['today', 'yesterday', 'other', 'unknown'] as const satisfies readonly Draft['day'][];

/** As the engine knows them. */
const PAID_BY = ['card', 'debit', 'prepaid', 'phone-bill', 'pay-later', 'gift-balance', 'app-store'] as const;

/** Of everywhere that can be chosen; first those that most have. */
const CURRENCIES = [...new Set(['JPY', 'USD', 'EUR', 'GBP', ...Object.values(HOMES).flatMap(({ currency }) => currency ?? []).sort()])];

/** That of the row before all others; where nobody knows it, none is guessed. */
export function currencies(known: string | null | undefined, region: Region): readonly string[] {
  return [...new Set([known ?? homeOf(region).currency ?? '', ...CURRENCIES])];
}

/** Texts that are shown most, with the service they stand for: the engine's own names (`descriptors.toml`). */
const USUAL_IN_JAPAN = [['AMAZON.CO.JP', 'amazon-retail'], ['AMAZON MARKETPLACE', 'amazon-marketplace'], ['AMAZON DOWNLOADS', 'amazon-digital'], ['AMAZONプライム会費', 'amazon-prime'], ['AMAZON PAY', 'amazon-pay']] as const;

/** Elsewhere they name the shop of the country, where there is one. */
function usual(region: Region): readonly (readonly [text: string, service: string])[] {
  if (region === 'jp') return USUAL_IN_JAPAN;
  const { site } = homeOf(region);
  const own = site ? ([[site.replace(/^www\./, '').toUpperCase(), 'amazon-retail'], [`AMZN MKTP ${region.toUpperCase()}`, 'amazon-marketplace']] as const) : [];
  return [...own, ['AMAZON DIGITAL', 'amazon-digital'], ['AMAZON PRIME', 'amazon-prime'], ['AMAZON PAY', 'amazon-pay']];
}

/** Where a name may go on in a second line. */
const BETWEEN_SCRIPTS = /(?<=[A-Z])(?=[ァ-ヶ])/;

@customElement('mioboe-one-charge-form')
export class OneChargeForm extends Screen {
  /** The charge to correct, by its number among those typed; `null`: one more. */
  @property({ attribute: false }) at: number | null = null;
  @property({ attribute: false }) done: (() => void) | null = null;
  @state() private day: Draft['day'] = 'today';
  @state() private missing = false;
  @state() private shown = '';
  #left = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const given = this.#given;
    if (!given) return;
    this.day = this.at === null ? (this.store.draft?.day ?? 'today') : given.date ? 'other' : 'unknown';
    this.shown = given.merchant ?? '';
  }

  /** What was typed stays for when the person comes back from another view. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.at !== null || this.#left) return;
    const given = this.#said();
    this.store.draft = given.amount || given.merchant || given.card ? { given, day: this.day } : null;
  }

  protected override render(): TemplateResult {
    const { store } = this;
    const given = this.#given;
    const [home = '', ...others] = currencies(given?.currency, store.region);
    return html`<div class="one-charge-form" data-testid="one-charge-form" @keydown=${this.#onKey}>
      <div class="one-row">
        <label class="field one-sum">
          <span>${this.say('one-sum')}</span>
          <span class="one-sum-box">
            <input name="amount" type="text" inputmode=${home === 'JPY' ? 'numeric' : 'decimal'} autocomplete="off" enterkeyhint="done" data-testid="one-amount" aria-invalid=${this.missing} aria-describedby=${this.missing ? 'one-missing' : nothing} .value=${given?.amount ?? ''} @input=${() => (this.missing = false)} />
            <select name="currency" aria-label=${this.say('one-currency')} data-testid="one-currency">
              ${[home, ...others].map((code) => html`<option value=${code} ?selected=${code === home}>${code === 'JPY' ? this.say('one-yen') : code || '—'}</option>`)}
            </select>
          </span>
        </label>
        ${this.missing ? html`<p class="one-missing" id="one-missing" role="alert">${this.say('one-missing')}</p>` : nothing}
      </div>
      <fieldset class="one-days">
        <legend>${this.say('one-day')}</legend>
        <div class="one-choices">
          ${DAYS.map((day) => html`<label class="one-choice"><input type="radio" name="day" value=${day} data-testid="one-day-${day}" .checked=${this.day === day} @change=${() => (this.day = day)} /><span>${this.say(`one-day-${day}`)}</span></label>`)}
        </div>
        ${this.day === 'other' ? html`<input type="date" name="date" data-testid="one-date" aria-label=${this.say('one-day-other')} max=${localDay(new Date())} .value=${given?.date ?? ''} />` : nothing}
      </fieldset>
      <div class="field">
        <label for="one-text-${this.at ?? 'new'}">${this.say('one-text')}</label>
        <input id="one-text-${this.at ?? 'new'}" name="merchant" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" data-testid="one-text" placeholder=${this.say('one-text-example')} .value=${this.shown} @input=${(event: Event) => (this.shown = (event.target as HTMLInputElement).value)} />
        <div class="one-usual" role="group" aria-label=${this.say('one-usual')}>
          ${usual(store.region).map(([text, service]) => html`<button class="one-text-choice" aria-pressed=${this.shown === text} @click=${() => (this.shown = this.shown === text ? '' : text)}><b>${text.split(BETWEEN_SCRIPTS).map((part) => html`${part}<wbr>`)}</b><span>${this.say(`one-means-${service}`)}</span></button>`)}
        </div>
        <button class="link-button one-text-means" data-testid="one-text-means" @click=${() => store.askMeaning(this.shown)}>${this.say('one-text-means')}</button>
      </div>
      <label class="field">
        <span>${this.say('one-paid')}</span>
        <select name="paidBy" data-testid="one-paid">
          <option value="">${this.say('one-paid-unknown')}</option>
          ${PAID_BY.map((code) => html`<option value=${code} ?selected=${given ? given.paidBy === code : code === 'card'}>${this.say(`paid-by-${code}`)}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${this.say('one-card')}</span>
        <input name="card" type="text" inputmode="numeric" maxlength="4" autocomplete="off" data-testid="one-card" .value=${given?.card ?? ''} />
      </label>
      <div class="actions">
        <button class="button one-check" data-look="primary" data-testid="one-check" @click=${() => this.#take()}>${this.say('one-check')}</button>
        ${this.done ? html`<button class="button" @click=${() => this.#leave()}>${this.say('cancel')}</button>` : nothing}
      </div>
    </div>`;
  }

  get #given(): ChargeGiven | undefined {
    return this.at === null ? this.store.draft?.given : this.store.typed[this.at];
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing && event.target instanceof HTMLInputElement) this.#take();
  };

  /** No form: the sealed frame may send none, not even to itself. */
  #take(): void {
    const given = this.#said();
    const lacking = /\d/.test(given.amount.normalize('NFKC')) ? (given.currency ? null : 'currency') : 'amount';
    if (lacking) {
      this.missing = true;
      this.querySelector<HTMLElement>(`[name="${lacking}"]`)?.focus();
      return;
    }
    this.#leave();
    void this.store.giveCharge(given, this.at);
  }

  /** Nothing of what was typed waits any more. */
  #leave(): void {
    this.#left = true;
    if (this.at === null) this.store.draft = null;
    this.done?.();
  }

  #said(): ChargeGiven {
    const said = (name: string): string => this.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value.trim() ?? '';
    return { date: this.#date(said('date')), amount: said('amount'), currency: said('currency') || null, merchant: said('merchant'), paidBy: said('paidBy') || null, card: said('card') || null };
  }

  #date(chosen: string): string | null {
    const now = new Date();
    if (this.day === 'today') return localDay(now);
    if (this.day === 'yesterday') return localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1));
    return this.day === 'other' && chosen ? chosen : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-one-charge-form': OneChargeForm;
  }
}
