//! Who holds which card, so that a family's charges are not taken for a stranger's. Last four digits only.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { icon } from './icons';
import { Screen } from './screen';

@customElement('mioboe-household')
export class Household extends Screen {
  @state() private name = '';
  @state() private cards = '';
  @state() private refused = false;

  protected override render(): TemplateResult {
    const { household } = this.store;
    return html`<h2>${this.say('household-title')}</h2>
      <p>${this.say('household-text')}</p>
      ${household.length
        ? html`<ul class="members" role="list">
            ${household.map(
              (member) => html`<li>
                <span><bdi>${member.name}</bdi> <span class="quiet">${member.cards.map((card) => this.say('card-ending', { card })).join(this.say('because-joint'))}</span></span>
                <button class="link-button" aria-label=${this.say('remove-file', { file: member.name })} @click=${() => this.store.setHousehold(household.filter((other) => other !== member), this.say('member-removed', { name: member.name }))}>${this.say('remove')}</button>
              </li>`,
            )}
          </ul>`
        : nothing}
      <div class="member-form" @keydown=${this.#onKey}>
        <label class="field"><span>${this.say('member-name')}</span>
          <input type="text" data-testid="member-name" maxlength="40" autocomplete="off" .value=${this.name} @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)} />
        </label>
        <label class="field"><span>${this.say('member-cards')}</span>
          <input type="text" data-testid="member-cards" inputmode="numeric" maxlength="40" autocomplete="off" .value=${this.cards} @input=${(event: Event) => (this.cards = (event.target as HTMLInputElement).value)} />
        </label>
        <button class="button" data-testid="member-add" @click=${() => this.#add()}>${icon('plus')}${this.say('member-add')}</button>
      </div>
      <p role="status" class="quiet">${this.refused ? this.say('member-refused') : ''}</p>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing && event.target instanceof HTMLInputElement) this.#add();
  };

  /** No form: the sealed frame may send none, not even to itself. */
  #add(): void {
    const cards = lastFours(this.cards);
    const name = this.name.trim();
    this.refused = !cards || !name;
    // What may be a whole card number must not stay on the screen.
    this.cards = '';
    if (!cards || !name) return;
    this.name = '';
    this.store.setHousehold([...this.store.household, { name, cards }], this.say('member-added', { name }));
  }
}

/** `1111, 2222` as its parts; `null` where a part is not four digits. */
export function lastFours(text: string): string[] | null {
  const parts = text.normalize('NFKC').split(/[\s,、・]+/).filter(Boolean);
  // Four groups of four are a whole number written with spaces.
  const isWholeNumber = /\d{4}[\s-]\d{4}[\s-]\d{4}/.test(text.normalize('NFKC'));
  return parts.length && !isWholeNumber && parts.every((part) => /^\d{4}$/.test(part)) ? parts : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-household': Household;
  }
}
