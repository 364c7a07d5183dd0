//! "Share with this site": shows word for word what would be sent, and sends it only then.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from '../app/screens/icons';
import type { Store } from '../app/screens/store';
import { inLang, type Text } from './embedding';
import type { Shared, SharedCharge } from './wire';

/** What the person may leave out; the card's digits are left out unless they say otherwise. */
const FIELDS = ['day', 'merchant', 'amount', 'card'] as const;
type Field = (typeof FIELDS)[number];

/** Long enough to see what it is about: a site could lead a person to press twice in the same place. */
const PAUSE_MS = 1000;

@customElement('mioboe-share')
export class Share extends LitElement {
  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) site = '';
  @property({ attribute: false }) why!: Text;
  @property({ attribute: false }) send!: (shared: Shared) => void;
  @state() private open = false;
  @state() private ready = false;
  @state() private fields: ReadonlySet<Field> = new Set(['day', 'merchant', 'amount']);
  /** As it was sent: what is changed afterwards is another thing. */
  @state() private sent = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { words } = store;
    const shared = this.#shared();
    if (!shared.charges.length) return nothing;
    const site = this.site === 'null' ? words.say('share-unnamed-site') : this.site;
    return html`<section class="panel share" data-testid="share">
      <h2>${words.say('share-title', { site })}</h2>
      <p>${inLang(this.why, store.lang)}</p>
      ${this.open ? this.#preview(shared, site) : html`<button class="button" data-testid="share-open" @click=${this.#show}>${words.say('share-look')}</button>`}
      ${this.sent && this.sent === JSON.stringify(shared) ? html`<p role="status" data-testid="share-sent">${words.say('share-sent', { site })}</p>` : nothing}
    </section>`;
  }

  #preview(shared: Shared, site: string): TemplateResult {
    const { words } = this.store;
    const shown = FIELDS.filter((field) => this.fields.has(field));
    return html`
      <fieldset class="share-fields">
        <legend>${words.say('share-fields')}</legend>
        ${FIELDS.map(
          (field) => html`<label><input type="checkbox" data-testid="share-${field}" .checked=${this.fields.has(field)} @change=${() => this.#toggle(field)} /> ${words.say(`share-${field}`)}</label>`,
        )}
      </fieldset>
      <p>${words.say('share-exactly', { day: words.day(shared.made) })}</p>
      <div class="pack-table"><table data-testid="share-preview">
        <thead><tr><th>${words.say('share-verdict')}</th>${shown.map((field) => html`<th>${words.say(`share-${field}`)}</th>`)}</tr></thead>
        <tbody>
          ${shared.charges.map((charge) => html`<tr><td>${this.#verdict(charge)}</td>${shown.map((field) => html`<td><bdi>${this.#value(charge, field)}</bdi></td>`)}</tr>`)}
        </tbody>
      </table></div>
      <div class="actions">
        <button class="button" data-look="firm" data-testid="share-send" ?disabled=${!this.ready} @click=${() => this.#send(shared)}>${icon('letter')}${words.say('share-send', { site })}</button>
        <button class="button" @click=${() => (this.open = false)}>${words.say('cancel')}</button>
      </div>
    `;
  }

  #verdict({ verdict, answer }: SharedCharge): string {
    const { words } = this.store;
    return words.say(answer ? `badge-${answer}` : `verdict-${verdict}`);
  }

  #value(charge: SharedCharge, field: Field): string {
    const { words } = this.store;
    if (field === 'amount') return words.money(charge.amount ?? '', charge.currency ?? '');
    if (field === 'day') return charge.day ? words.day(charge.day) : '';
    return charge[field] ?? '';
  }

  /** The very object that is sent. */
  #shared(): Shared {
    const { report, advised, answerOf } = this.store;
    if (!report || !advised) return { made: '', charges: [] };
    const charges = this.store.charges(advised.asked).map((charge): SharedCharge => {
      const answer = answerOf(charge);
      return {
        verdict: charge.verdict,
        ...(answer ? { answer } : {}),
        ...(this.fields.has('day') && charge.date ? { day: charge.date } : {}),
        ...(this.fields.has('merchant') ? { merchant: charge.merchant } : {}),
        ...(this.fields.has('amount') ? { amount: charge.amount, currency: charge.currency } : {}),
        ...(this.fields.has('card') && charge.card ? { card: charge.card } : {}),
      };
    });
    return { made: report.today, charges };
  }

  #toggle(field: Field): void {
    const fields = new Set(this.fields);
    if (!fields.delete(field)) fields.add(field);
    this.fields = fields;
  }

  #show = (event: Event): void => {
    if (!event.isTrusted) return;
    this.open = true;
    this.ready = false;
    window.setTimeout(() => (this.ready = true), PAUSE_MS);
  };

  #send(shared: Shared): void {
    this.send(shared);
    this.sent = JSON.stringify(shared);
    this.open = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-share': Share;
  }
}
