//! What a text on a statement means: typed or pasted, or looked up among the usual ones. The engine says it.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { SEEN, type TextKind, type TextMeaning, USUAL_TEXTS } from '../engine/report';
import { serviceName } from './charge-words';
import { fold } from './fold';
import { icon, type IconName } from './icons';
import { homeOf } from './region';
import { Screen } from './screen';

/** Where the usual texts are from, by the law of the place; for any other all are shown. */
const PLACES: Readonly<Record<string, string>> = { jp: 'JP', us: 'US', uk: 'GB', eu: 'EU' };

/** The colours and signs of verdicts that mean the same. */
const LOOKS: Readonly<Record<TextKind, IconName>> = { known: 'explained', unknown: 'ask', imitation: 'flagged', other: 'other' };

const USUAL = [...new Set(USUAL_TEXTS.map(([, text]) => text))];

interface Asked {
  readonly text: string;
  readonly meaning: TextMeaning;
}

@customElement('mioboe-texts')
export class Texts extends Screen {
  @state() private asked: Asked | null = null;
  @state() private usual: readonly Asked[] = [];
  @state() private failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#meaningsOf(USUAL).then((usual) => (this.usual = usual));
    void this.#ask();
  }

  protected override render(): TemplateResult {
    const { store } = this;
    return html`<section class="page texts" data-testid="texts">
      <h1>${this.say('texts-title')}</h1>
      <p class="lead">${this.say('texts-lead')}</p>
      <div class="field">
        <label for="text-asked">${this.say('texts-label')}</label>
        <input id="text-asked" type="text" data-testid="text-asked" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="200" placeholder="AMAZON MKTPL*AB1CD2EF3" .value=${store.textAsked} @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value)} />
      </div>
      <div role="status" aria-live="polite">${this.failed ? html`<p>${this.say('texts-failed')}</p>` : this.asked ? this.#answer(this.asked) : nothing}</div>
      ${this.#list()}
    </section>`;
  }

  #answer({ text, meaning }: Asked): TemplateResult {
    const { store } = this;
    const { words, report } = store;
    const { kind, says, service, site, orders } = meaning;
    const seen = SEEN[says] ?? [];
    const places = new Intl.DisplayNames(store.lang, { type: 'region' });
    return html`<section class="panel text-answer" data-testid="text-answer" data-verdict=${LOOKS[kind]} data-kind=${kind} data-says=${says}>
      <p class="verdict-chip" data-verdict=${LOOKS[kind]}>${icon(LOOKS[kind])}${this.say(`text-kind-${kind}`)}</p>
      <h2><bdi>${text}</bdi></h2>
      <p class="text-says">${words.say(`meaning-${says}`)}</p>
      ${kind === 'known'
        ? html`<dl class="facts">
            ${service === 'other' ? nothing : html`<div><dt>${this.say('service')}</dt><dd>${serviceName(words, service)}</dd></div>`}
            ${site ? html`<div><dt>${this.say('text-site')}</dt><dd><bdi>${site}</bdi></dd></div>` : nothing}
            <div><dt>${this.say('text-orders')}</dt><dd>${this.say(`text-orders-${orders}`)}</dd></div>
            ${seen.length ? html`<div><dt>${this.say('text-seen')}</dt><dd>${words.list(seen.map((place) => places.of(place) ?? place))}</dd></div>` : nothing}
          </dl>`
        : nothing}
      <p class="finding-next">${icon('next')}<span>${this.say(`text-next-${kind}`)}</span></p>
      ${report
        ? html`<button class="button" data-testid="text-list" @click=${() => this.#listed(text)}>${icon('search')}${this.say('text-list')}</button>`
        : html`<button class="button" data-testid="text-check" @click=${() => this.#check(text)}>${icon('card')}${this.say('text-check')}</button>`}
    </section>`;
  }

  /** Those that have what was typed in their text or in what they mean, or else all: the person's own country first. */
  #list(): TemplateResult | typeof nothing {
    const { store, usual } = this;
    if (!usual.length) return nothing;
    const wanted = fold(store.textAsked);
    const found = usual.filter(({ text, meaning }) => fold(`${text}\n${store.words.say(`meaning-${meaning.says}`)}\n${serviceName(store.words, meaning.service)}`).includes(wanted));
    if (wanted && found.length) return html`<section class="text-list" data-testid="texts-found"><h2>${this.say('texts-alike')}</h2>${this.#rows(found)}</section>`;
    const here = new Set(USUAL_TEXTS.flatMap(([place, text]) => (place === (PLACES[homeOf(store.region).law] ?? place) ? [text] : [])));
    const others = usual.filter(({ text }) => !here.has(text));
    return html`<section class="text-list" data-testid="texts-usual">
      <h2>${this.say('texts-usual')}</h2>
      ${this.#rows(usual.filter(({ text }) => here.has(text)))}
      ${others.length ? html`<details class="guide" data-testid="texts-elsewhere"><summary>${this.say('texts-elsewhere')}</summary>${this.#rows(others)}</details>` : nothing}
    </section>`;
  }

  #rows(texts: readonly Asked[]): TemplateResult {
    return html`<ul role="list">
      ${texts.map(({ text, meaning }) => html`<li><button data-testid="usual-text" @click=${() => this.#choose(text)}><b><bdi>${text}</bdi></b><span>${this.store.words.say(`meaning-${meaning.says}`)}</span></button></li>`)}
    </ul>`;
  }

  #typed(text: string): void {
    this.store.textAsked = text;
    this.requestUpdate();
    void this.#ask();
  }

  #choose(text: string): void {
    this.#typed(text);
    const box = this.querySelector<HTMLInputElement>('#text-asked');
    box?.scrollIntoView({ block: 'center' });
    box?.focus({ preventScroll: true });
  }

  async #ask(): Promise<void> {
    const text = this.store.textAsked.trim();
    const [asked] = await this.#meaningsOf(text ? [text] : []);
    // Something else was typed meanwhile.
    if (text === this.store.textAsked.trim()) this.asked = asked ?? null;
  }

  async #meaningsOf(texts: readonly string[]): Promise<Asked[]> {
    try {
      const meanings = texts.length ? await this.store.host.meanings(texts) : [];
      this.failed = false;
      return texts.flatMap((text, at) => (meanings[at] ? [{ text, meaning: meanings[at] }] : []));
    } catch {
      this.failed = true;
      return [];
    }
  }

  /** To the form for one charge, with this text in it. */
  #check(text: string): void {
    const { store } = this;
    const { given = { date: null, amount: '', currency: null, merchant: '', paidBy: 'card', card: null }, day = 'today' } = store.draft ?? {};
    store.draft = { given: { ...given, merchant: text }, day };
    store.go({ name: 'results' });
  }

  #listed(text: string): void {
    const { store } = this;
    store.setFilter({ text, others: 'shown' });
    store.go({ name: 'results' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-texts': Texts;
  }
}
