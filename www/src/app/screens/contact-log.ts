//! Calls made and messages sent: when, to whom, and what came back. It goes into the pack and the letters.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { isDay } from './case/shape';
import { icon } from './icons';
import type { ContactMade } from './kept';
import { Screen } from './screen';
import { localDay } from './today';

const MOST_LETTERS = 500;

@customElement('mioboe-contact-log')
export class ContactLog extends Screen {
  @state() private draft: ContactMade = { day: localDay(new Date()), whom: '', answer: '' };
  @query('[data-testid="contact-day"]') private dayBox!: HTMLInputElement | null;
  @query('[data-testid="contact-whom"]') private whomBox!: HTMLInputElement | null;
  @query('[data-testid="contact-answer"]') private answerBox!: HTMLTextAreaElement | null;

  /** A contact with `whom` is to be written down. */
  begin(whom: string): void {
    this.draft = { ...this.draft, whom };
    void this.updateComplete.then(() => {
      this.scrollIntoView({ block: 'center' });
      this.answerBox?.focus();
    });
  }

  protected override render(): TemplateResult {
    const { contacts, words } = this.store;
    return html`<section class="panel contact-log" data-testid="contact-log">
      <h2>${this.say('contacts-title')}</h2>
      <p class="quiet">${this.say('contacts-about')}</p>
      ${contacts.length
        ? html`<ol class="timeline" role="list">
            ${contacts.map(
              (contact) => html`<li data-testid="contact">
                <span class="timeline-day">${words.day(contact.day)}</span>
                <span><b>${contact.whom}</b>${contact.answer ? html`<br /><span class="contact-said">${contact.answer}</span>` : nothing}</span>
                <button class="icon-button" aria-label=${this.say('contact-remove', { whom: contact.whom })} @click=${() => this.#remove(contact)}>${icon('close')}</button>
              </li>`,
            )}
          </ol>`
        : nothing}
      <div class="contact-form">
        <label class="field"><span>${this.say('contact-day')}</span><input type="date" required data-testid="contact-day" .value=${this.draft.day} @input=${this.#typed('day')} /></label>
        <label class="field"><span>${this.say('contact-whom')}</span><input type="text" required maxlength=${MOST_LETTERS} autocomplete="off" data-testid="contact-whom" .value=${this.draft.whom} @input=${this.#typed('whom')} /></label>
        <label class="field contact-answer"><span>${this.say('contact-answer')}</span><textarea rows="3" maxlength=${MOST_LETTERS} data-testid="contact-answer" .value=${this.draft.answer} @input=${this.#typed('answer')}></textarea></label>
        <button class="button" data-testid="contact-add" @click=${this.#add}>${icon('plus')}${this.say('contact-add')}</button>
      </div>
    </section>`;
  }

  #typed(name: keyof ContactMade) {
    return (event: Event) => {
      this.draft = { ...this.draft, [name]: (event.target as HTMLInputElement).value };
    };
  }

  /** Not a form: the sealed frame may not submit one. */
  #add = (): void => {
    const { day, whom, answer } = this.draft;
    if (!isDay(day)) return this.dayBox?.focus();
    if (!whom.trim()) return this.whomBox?.focus();
    this.store.setContacts([...this.store.contacts, { day, whom: whom.trim(), answer: answer.trim() }], this.say('contact-added'));
    this.draft = { day, whom: '', answer: '' };
    this.whomBox?.focus();
  };

  #remove(contact: ContactMade): void {
    const { store } = this;
    store.setContacts(store.contacts.filter((other) => other !== contact), this.say('contact-removed'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-contact-log': ContactLog;
  }
}
