//! The answer: a sentence, the counts, the list, and beside it the charge that is open.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Case, ChargeReport, Counts, Report } from '../engine/report';
import { headline, sentence } from './answer-words';
import './charge-detail';
import './charge-list';
import { groupLabel, serviceName } from './charge-words';
import { type Group, NO_FILTER, ORDERINGS, type Ordering, TILES, type Tile } from './charges';
import { chooseWith, fileInput } from './choose-files';
import './confirm-rows';
import { getOrders, getStatements } from './guides';
import { icon } from './icons';
import { keepLine } from './keep-line';
import { mailCards } from './mail-cards';
import { waitingTables } from './mapper';
import { monthlyCheck, monthLine } from './monthly';
import { isTypedOnly } from './one-charge';
import './one-charge-form';
import { packOf } from './pack-content';
import { Screen } from './screen';
import { sheet } from './sheet';
import { nextLine, shortPlan } from './short-plan';
import { questionOf } from './tables';

@customElement('mioboe-results')
export class Results extends Screen {
  @query('[data-testid="search"]') private searchBox!: HTMLInputElement | null;
  /** The sheet is made only for paper: leaving things out of thousands of rows takes its time. */
  @state() private printing = false;
  /** On a small screen the filters wait behind a button. */
  @state() private filtering = false;

  /** The list as it was when the charge was opened: its row may have moved since. */
  #opened: { readonly charge: ChargeReport; readonly group: Group; readonly list: readonly ChargeReport[] } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.store.host.place.ears.addEventListener('keydown', this.#onKey);
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store.host.place.ears.removeEventListener('keydown', this.#onKey);
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { report, view, advised } = store;
    if (!report || !advised) return nothing;
    if (!report.charges.length) return this.#nothingFound(report);
    if (view.name === 'results' && isTypedOnly(report)) return html`${mailCards(store)}<mioboe-confirm-rows .store=${store}></mioboe-confirm-rows><mioboe-one-charge .store=${store}></mioboe-one-charge>`;
    const { counts } = advised;
    const open = view.name === 'charge' ? store.charge(view.id) : undefined;
    if (open && open !== this.#opened?.charge) this.#opened = { charge: open, group: store.groupOf(open), list: store.groups.flatMap(({ charges }) => charges) };
    return html`<div class="results" data-open=${open ? 'charge' : 'list'}>
      <div class="results-main" ?inert=${open !== undefined && store.host.place.isCovered()}>
        <div class="answer" data-testid="answer">
          <h1>${headline(store.words, advised.headline)}</h1>
          <p class="lead" role="status">${sentence(store.words, counts, advised.headline, this.#sums(advised, 'flagged'))}</p>
        </div>
        ${waitingTables(report.sources, store.words, () => store.go({ name: 'files' }))}
        ${mailCards(store)}
        <mioboe-confirm-rows .store=${store}></mioboe-confirm-rows>
        ${isClear(counts) ? this.#allClear() : nothing}
        ${this.#tiles(advised)} ${nextLine(store)} ${isClear(counts) ? nothing : monthLine(store, () => this.#toMonthly())} ${this.#missing(report)} ${keepLine(store, 'results')} ${this.#toolbar(advised)}
        <mioboe-charge-list .store=${store} .groups=${store.groups} .open=${open ?? null}></mioboe-charge-list>
      </div>
      <aside class="results-side" aria-label=${this.say(open ? 'charge-panel' : 'plan-panel')}>
        ${open
          ? html`<mioboe-charge-detail .store=${store} .charge=${open} .close=${this.#close}></mioboe-charge-detail>`
          : html`${shortPlan(store)}${isClear(counts) ? nothing : monthlyCheck(store)}`}
      </aside>
      ${this.printing ? sheet(packOf(store, report, advised, 'asked'), store.words, 'paper') : nothing}
    </div>`;
  }

  /** Nothing is open: what comes next, and when to look again. */
  #allClear(): TemplateResult {
    const { store } = this;
    return html`<section class="all-clear" data-testid="all-clear">
      <div class="clear-words">
        ${icon('explained')}
        <p>${this.say('clear-text')}</p>
      </div>
      ${monthlyCheck(store)}
      <div class="actions">
        <button class="button" @click=${() => store.go({ name: 'pack' })}>${icon('calendar')}${this.say('clear-remind')}</button>
      </div>
    </section>`;
  }

  #tiles(advised: Case): TemplateResult {
    const { counts } = advised;
    const { store } = this;
    return html`<div class="tiles" role="group" aria-label=${this.say('tiles')}>
      ${TILES.map(
        (tile) => html`<button
          class="tile"
          data-verdict=${tile}
          data-empty=${counts[tile] === 0}
          aria-pressed=${store.filter.tile === tile}
          data-testid="tile-${tile}"
          @click=${() => this.#pressTile(tile)}
        >
          <span class="tile-name">${icon(tile)}${groupLabel(store.words, tile)}</span>
          <span class="tile-count"><b data-testid="count-${tile}">${store.words.count(counts[tile])}</b><span>${this.say('tile-unit', { count: counts[tile] })}</span></span>
          <span class="tile-sum">${this.#sums(advised, tile).join(' · ')}</span>
        </button>`,
      )}
    </div>`;
  }

  /** One for each currency in which something was charged. */
  #sums({ sums }: Case, tile: Tile): string[] {
    return Object.entries(sums).flatMap(([currency, sum]) => (/[1-9]/.test(sum[tile]) ? [this.store.words.money(sum[tile], currency)] : []));
  }

  /** What would make the answer better, said once, above the list. */
  #missing(report: Report): TemplateResult | typeof nothing {
    const kinds = report.sources.map(({ kind }) => kind);
    if (!kinds.includes('orders') && !kinds.includes('digitalOrders')) {
      return html`<div class="callout" data-testid="no-orders">
        <h2>${this.say('no-orders-title')}</h2>
        <p>${this.say('no-orders-text')}</p>
        <button class="button" data-testid="add-files" @click=${() => chooseWith(this, 'add-file-input')}>${icon('plus')}${this.say('add-files')}</button>
        ${fileInput(this.store, 'add-file-input', 'files')} ${getOrders(this.store)}
      </div>`;
    }
    return nothing;
  }

  #toolbar({ counts, months: byMonth }: Case): TemplateResult {
    const { store } = this;
    const { cards, services } = store.choices;
    const months = Object.keys(byMonth).reverse();
    const { filter, words } = store;
    const changed = filter.tile || filter.text || filter.month || filter.card || filter.service || filter.since === 'new';
    return html`<div class="toolbar" role="search">
      <label class="search">
        ${icon('search')}
        <span class="visually-hidden">${this.say('search')}</span>
        <input
          type="search"
          data-testid="search"
          autocomplete="off"
          spellcheck="false"
          placeholder=${this.say('search-short')}
          .value=${filter.text}
          @input=${(event: Event) => store.setFilter({ text: (event.target as HTMLInputElement).value })}
        />
      </label>
      <button class="button filter-button" data-testid="more-filters" aria-expanded=${this.filtering} aria-controls="choices" @click=${() => (this.filtering = !this.filtering)}>${icon('filter')}<span>${this.say('more-filters')}</span></button>
      <button class="button picture-button" data-testid="to-pictures" @click=${() => store.go({ name: 'pictures' })}>${icon('chart')}<span>${this.say('to-pictures')}</span></button>
      <div class="choices" id="choices" data-shown=${this.filtering}>
        ${1 < months.length
          ? this.#choice('filter-month', filter.month, [['', this.say('all-months')], ...months.map((month) => [month, words.month(month)] as const)], (month) => store.setFilter({ month }))
          : nothing}
        ${1 < cards.length
          ? this.#choice('filter-card', filter.card, [['', this.say('all-cards')], ...cards.map((card) => [card, this.say('card-short', { card })] as const)], (card) => store.setFilter({ card }))
          : nothing}
        ${1 < services.length
          ? this.#choice('filter-service', filter.service, [['', this.say('all-services')], ...services.map((service) => [service, serviceName(words, service)] as const)], (service) => store.setFilter({ service }))
          : nothing}
        ${this.#choice('sort', filter.ordering, ORDERINGS.map((ordering) => [ordering, this.say(`sort-${ordering}`)] as const), (ordering) => store.setFilter({ ordering: ordering as Ordering }))}
        ${store.newCount
          ? html`<button class="chip" data-testid="toggle-new" aria-pressed=${filter.since === 'new'} @click=${() => store.setFilter({ since: filter.since === 'new' ? 'ever' : 'new' })}>
              ${this.say('new-since', { count: store.newCount })}
            </button>`
          : nothing}
        ${counts.other
          ? html`<button class="chip" data-testid="toggle-others" aria-pressed=${filter.others === 'shown'} @click=${() => store.setFilter({ others: filter.others === 'shown' ? 'hidden' : 'shown' })}>
              ${this.say('other-merchants', { count: counts.other })}
            </button>`
          : nothing}
        ${changed
          ? html`<button class="link-button" data-testid="clear-filter" @click=${() => store.setFilter({ ...NO_FILTER, others: filter.others, ordering: filter.ordering })}>${this.say('clear-filter')}</button>`
          : nothing}
      </div>
    </div>`;
  }

  #choice(id: string, chosen: string, options: readonly (readonly [string, string])[], choose: (value: string) => void): TemplateResult {
    return html`<label class="choice">
      <span class="visually-hidden">${this.say(id)}</span>
      <select name=${id} data-testid=${id} data-chosen=${chosen !== '' && id !== 'sort'} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
      </select>
    </label>`;
  }

  #nothingFound(report: Report): TemplateResult {
    const { store } = this;
    const kinds = new Set(report.sources.map(({ kind }) => kind));
    const isWaiting = report.sources.some((source) => questionOf(source));
    const case_ = store.unsure.length ? 'unsure' : isWaiting ? 'waiting' : report.mails.length ? 'only-mails' : kinds.has('statement') ? 'no-charges' : kinds.has('orders') || kinds.has('digitalOrders') ? 'only-orders' : 'unreadable';
    return html`<section class="empty" data-testid="empty" data-case=${case_}>
      <h1>${this.say(`${case_}-title`, { danger: report.mails.some(({ verdict }) => verdict === 'dangerous') ? 'yes' : 'no' })}</h1>
      <p class="lead">${this.say(`${case_}-text`)}</p>
      ${mailCards(store)}
      <mioboe-confirm-rows .store=${store} .place=${'inside'}></mioboe-confirm-rows>
      ${case_ === 'no-charges' || case_ === 'only-orders' ? getStatements(store, 'open') : nothing}
      <mioboe-sources .store=${store} .place=${'inside'}></mioboe-sources>
      ${case_ === 'unreadable' ? html`<div class="drop-card way-one" data-testid="type-instead"><h2>${icon('card')}${this.say('one-type-instead')}</h2><mioboe-one-charge-form .store=${store}></mioboe-one-charge-form></div>${getStatements(store)}` : nothing}
    </section>`;
  }

  #pressTile(tile: Tile): void {
    const { store } = this;
    store.setFilter({ tile: store.filter.tile === tile ? null : tile });
  }

  #toMonthly(): void {
    const monthly = this.querySelector<HTMLElement>('.results-side .monthly');
    monthly?.focus({ preventScroll: true });
    monthly?.scrollIntoView();
  }

  /** The browser lays the paper out as soon as this returns. */
  #onPrint = (event: Event) => {
    this.printing = event.type === 'beforeprint';
    this.performUpdate();
  };

  #onKey = (event: Event) => {
    if (!(event instanceof KeyboardEvent)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // A box that is open takes the keys, and Escape closes only it.
    const { store } = this;
    if (store.host.place.root.querySelector('dialog[open]')) return;
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (event.key === 'Escape') {
      if (store.view.name === 'charge') this.#close();
      else if (typing) (event.target as HTMLElement).blur();
      else if (store.filter.tile) store.setFilter({ tile: null });
      return;
    }
    if (typing) return;
    const inList = event.target instanceof HTMLElement && event.target.matches('.charge-row');
    if (event.key === 'j' || (inList && event.key === 'ArrowDown')) this.#step(1);
    else if (event.key === 'k' || (inList && event.key === 'ArrowUp')) this.#step(-1);
    else if (event.key === '/') this.searchBox?.focus();
    else if (event.key === 'n') this.#nextOpen();
    else return;
    event.preventDefault();
  };

  /** To the next or the previous charge of the list; opens it where one is open already. */
  #step(by: 1 | -1): void {
    const list = this.querySelector('mioboe-charge-list');
    const all = list?.inOrder ?? [];
    const at = all.findIndex((charge) => charge === (list?.current ?? null));
    const next: ChargeReport | undefined = all[at < 0 ? (by === 1 ? 0 : all.length - 1) : at + by];
    if (!next || !list) return;
    if (this.store.view.name === 'charge') this.store.go({ name: 'charge', id: next.id }, 'replace');
    list.bringTo(next);
  }

  /** Opens the next charge that needs a look, or where there is none the next one to confirm; after the last it begins again. */
  #nextOpen(): void {
    const { store } = this;
    const list = this.querySelector('mioboe-charge-list');
    const all = store.groups.flatMap(({ charges }) => charges);
    const flagged = all.filter((charge) => store.groupOf(charge) === 'flagged');
    const open = flagged.length ? flagged : all.filter((charge) => store.groupOf(charge) === 'ask');
    const next = open[(list?.current ? open.indexOf(list.current) + 1 : 0) % open.length];
    if (!next) return;
    store.go({ name: 'charge', id: next.id }, store.view.name === 'charge' ? 'replace' : 'push');
    list?.bringTo(next);
  }

  /** The focus goes back to where the charge was opened, once the list may be used again; where its row has moved, to the one that came after it. */
  #close = (): void => {
    const { view } = this.store;
    this.store.go({ name: 'results' });
    const closed = view.name === 'charge' ? this.store.charge(view.id) : undefined;
    const charge = closed && this.#placeOf(closed);
    this.#opened = null;
    if (charge) void this.updateComplete.then(() => this.querySelector('mioboe-charge-list')?.bringTo(charge));
  };

  #placeOf(charge: ChargeReport): ChargeReport {
    const { store } = this;
    const opened = this.#opened;
    if (opened?.charge !== charge || store.groupOf(charge) === opened.group) return charge;
    const at = opened.list.indexOf(charge);
    const listed = new Set(store.groups.flatMap(({ charges }) => charges));
    return opened.list.slice(at + 1).find((one) => listed.has(one)) ?? opened.list.slice(0, Math.max(at, 0)).findLast((one) => listed.has(one)) ?? charge;
  }
}

function isClear(counts: Counts): boolean {
  return 0 < counts.explained && !counts.flagged && !counts.ask && !counts.notCovered;
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-results': Results;
  }
}
