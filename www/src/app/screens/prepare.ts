//! Letters and scripts, filled in for the charges in question, to be read, changed and copied.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Case, type ChargeReport, DISPUTES, type LetterReport, type Matter, type Report } from '../engine/report';
import type { Details } from './case/details';
import { issuerName, langOf, writeLetter } from './case/write-letter';
import { lettersIn } from './words';
import { copyText } from './copyable';
import { icon } from './icons';
import { Screen } from './screen';

const TYPED = ['name', 'contact', 'issuer'] as const satisfies readonly (keyof Details)[];

/** Lines of an empty sheet; longer letters make it longer. */
const FEWEST_LINES = 12;

@customElement('mioboe-prepare')
export class Prepare extends Screen {
  @state() private copied: 'no' | 'yes' | 'selected' = 'no';

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { report, advised } = store;
    if (!report || !advised) return nothing;
    const asked = this.#asked(advised);
    return html`<section class="prepare" data-testid="prepare">
      <button class="link-button back-link" @click=${() => store.go({ name: 'steps' })}>${icon('back')}${this.say('back-to-steps')}</button>
      <h1>${this.say('prepare-title')}</h1>
      ${asked.length ? this.#sheets(report, advised, asked) : html`<p class="lead" data-testid="prepare-none">${this.say('prepare-none')}</p>`}
    </section>`;
  }

  #sheets(report: Report, advised: Case, asked: readonly ChargeReport[]): TemplateResult | typeof nothing {
    const { store } = this;
    const { matter } = store;
    // It comes in a moment.
    if (!matter) return nothing;
    const { letters } = matter;
    const wanted = store.view.name === 'prepare' ? store.view.letter : null;
    const letter = letters.find(({ id }) => id === wanted) ?? letters[0];
    return html`<p class="lead">${this.say('prepare-lead')}</p>
      <div class="prepare-parts">
        <div class="prepare-facts">
          <section class="panel">
            <h2>${this.say('prepare-charges')}</h2>
            <p class="quiet">${this.say('prepare-charges-about', { dispute: matter.dispute })}</p>
            ${this.#charges(asked, matter)}
            <label class="field">
              <span>${this.say('prepare-dispute')}</span>
              <select data-testid="dispute" @change=${(event: Event) => store.setMatter({ dispute: (event.target as HTMLSelectElement).value })}>
                ${DISPUTES.map((dispute) => html`<option value=${dispute} ?selected=${dispute === matter.dispute}>${lettersIn(store.lang).attribute(`dispute-${dispute}`, 'short')}</option>`)}
              </select>
            </label>
          </section>
          <section class="panel">
            <h2>${this.say('prepare-details')}</h2>
            <p class="quiet">${this.say('prepare-details-about')}</p>
            ${TYPED.map((name) => this.#detail(name, 'text', name === 'issuer' ? issuerName(matter, store.words) : ''))} ${this.#detail('noticed', 'date', '')}
          </section>
        </div>
        <div class="prepare-letter">
          <div class="letter-choice" role="group" aria-label=${this.say('prepare-which')}>
            ${letters.map(({ id }) => html`<button class="chip" data-testid="letter-${id}" aria-pressed=${id === letter?.id} @click=${() => this.#choose(id)}>${lettersIn(store.lang).attribute(id, 'title')}</button>`)}
          </div>
          ${letter ? this.#letter(letter, matter, report, advised) : nothing}
          <button class="button" data-testid="to-pack" @click=${() => store.go({ name: 'pack' })}>${icon('files')}${this.say('to-pack')}</button>
        </div>
      </div>`;
  }

  #charges(asked: readonly ChargeReport[], { charges: chosen }: Matter): TemplateResult {
    const { words } = this.store;
    const choose = (id: string, event: Event) => {
      const without = chosen.filter((other) => other !== id);
      this.store.setMatter({ about: (event.target as HTMLInputElement).checked ? [...without, id] : without });
    };
    return html`<ul class="prepare-charges" role="list">
      ${asked.map(
        (charge) => html`<li><label class="choice-line">
          <input type="checkbox" data-testid="letter-charge" .checked=${chosen.includes(charge.id)} @change=${(event: Event) => choose(charge.id, event)} />
          <span><b>${words.money(charge.amount, charge.currency)}</b> <bdi class="merchant">${charge.merchant}</bdi><br /><span class="quiet">${charge.date ? words.day(charge.date) : this.say('no-day')}</span></span>
        </label></li>`,
      )}
    </ul>`;
  }

  /** `known` is what the letter says as long as nothing is typed. */
  #detail(name: keyof Details, type: 'text' | 'date', known: string): TemplateResult {
    const { store } = this;
    return html`<label class="field">
      <span>${this.say(`detail-${name}`)}</span>
      <input
        type=${type}
        data-testid="detail-${name}"
        autocomplete="off"
        maxlength="200"
        placeholder=${known}
        .value=${store.details[name]}
        @input=${(event: Event) => store.setDetails({ [name]: (event.target as HTMLInputElement).value })}
      />
    </label>`;
  }

  #letter(letter: LetterReport, matter: Matter, report: Report, { today }: Case): TemplateResult {
    const { store } = this;
    const titles = lettersIn(store.lang);
    const { subject, text } = writeLetter(letter, store.lang, { report, matter, today, details: store.details, region: store.region });
    const key = keyOf(letter, matter);
    const edited = store.edited.get(key);
    const shown = edited ?? text;
    const lines = Math.max(FEWEST_LINES, shown.split('\n').length + 1);
    return html`<section class="panel letter" lang=${langOf(letter, store.lang)} data-testid="letter" data-letter=${letter.id}>
      <div lang=${store.lang}>
        <h2 id="letter-title">${titles.attribute(letter.id, 'title')}</h2>
        <p class="quiet">${titles.attribute(letter.id, 'about')}</p>
      </div>
      ${subject ? html`<p class="letter-subject"><span class="quiet" lang=${store.lang}>${this.say('letter-subject')}</span> <b>${subject}</b></p>` : nothing}
      <textarea
        data-testid="letter-text"
        aria-labelledby="letter-title"
        spellcheck="false"
        rows=${lines}
        .value=${shown}
        @input=${(event: Event) => {
          store.editLetter(key, (event.target as HTMLTextAreaElement).value);
          this.copied = 'no';
        }}
      ></textarea>
      <div class="letter-paper">${shown}</div>
      <div class="actions" lang=${store.lang}>
        <button class="button" data-look="primary" data-testid="copy-letter" @click=${this.#copy}>${icon('copy')}${this.say('copy-letter')}</button>
        ${edited === undefined ? nothing : html`<button class="link-button" data-testid="refill-letter" @click=${() => store.refillLetter(key)}>${this.say('refill-letter')}</button>`}
      </div>
      <p role="status" class="quiet" lang=${store.lang} data-testid="copied">${this.copied === 'no' ? '' : this.say(`letter-copied-${this.copied}`)}</p>
    </section>`;
  }

  #copy = async (): Promise<void> => {
    const sheet = this.querySelector<HTMLTextAreaElement>('[data-testid="letter-text"]');
    if (sheet) this.copied = (await copyText(sheet.value, sheet)) ? 'yes' : 'selected';
  };

  #choose(letter: string): void {
    const { store } = this;
    this.copied = 'no';
    if (store.view.name === 'prepare') store.go({ ...store.view, letter }, 'replace');
  }

  /** The charges in question, and the one the person came from even where nothing speaks against it. */
  #asked(advised: Case): ChargeReport[] {
    const { store } = this;
    const from = store.view.name === 'prepare' ? store.view.charge : null;
    return store.charges(from && !advised.asked.includes(from) ? [from, ...advised.asked] : advised.asked);
  }
}

/** A letter changed for one matter is not shown for another. */
function keyOf(letter: LetterReport, { charges, dispute }: Matter): string {
  return [letter.id, dispute, ...charges].join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-prepare': Prepare;
  }
}
