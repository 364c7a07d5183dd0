//! Asks what only the person can know of a table: which column is what, which day comes first, which sign was paid.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Columns, SourceReport, TableGiven, TableReport } from '../engine/report';
import type { Words } from '../words';
import { icon } from './icons';
import { Screen } from './screen';
import { draftOf, missing, questionOf, ROLES, type Role, roleOf, type Sample, sampleOf, withRole } from './tables';

/** Rows read as the person says, so that a wrong column is seen. */
const SAMPLES = 3;
/** Texts of a column beside its name. */
const EXAMPLES = 2;

/** Offered where a file has fractions and names no currency: those of the statements that are read. */
const CURRENCIES = ['USD', 'EUR', 'GBP', 'AUD', 'CAD', 'CHF', 'CNY', 'HKD', 'INR', 'SGD', 'TWD'];

@customElement('mioboe-mapper')
export class Mapper extends Screen {
  @property({ attribute: false }) source!: SourceReport;
  @state() private columns: Columns | null = null;
  @state() private lacking: readonly string[] = [];
  @state() private currency = CURRENCIES[0] ?? '';

  protected override render(): TemplateResult | typeof nothing {
    const { table } = this.source;
    if (!table) return nothing;
    const question = questionOf(this.source);
    return html`<section class="mapper" data-testid="mapper" data-question=${question ?? 'columns'}>
      ${question === 'dates' ? this.#dates(table) : question === 'sums' ? this.#sums(table) : question === 'sign' ? this.#sign(table) : question === 'currency' ? this.#currency(table) : this.#columns(table)}
    </section>`;
  }

  // Which column is what.

  #columns(table: TableReport): TemplateResult {
    const columns = this.columns ?? table.columns;
    const width = Math.max(table.heading.length, ...table.rows.map((row) => row.length));
    const given = this.store.tableGiven(table.fingerprint);
    return html`<h3>${this.say('mapper-title')}</h3>
      <p>${this.say('mapper-text')}</p>
      <ul class="mapper-columns" role="list">
        ${Array.from({ length: width }, (_, at) => this.#column(table, columns, at))}
      </ul>
      ${this.#samples(table, columns)}
      <p role="status" class="mapper-lacking">${this.lacking.length ? this.say('mapper-lacking', { roles: this.store.words.list(this.lacking.map((role) => this.say(`role-${role}`))) }) : ''}</p>
      <div class="actions">
        <button class="button" data-look="primary" data-testid="mapper-use" @click=${() => this.#use(table, columns)}>${this.say('mapper-use')}</button>
        ${given ? html`<button class="button" data-testid="mapper-forget" @click=${() => this.store.giveTable(table.fingerprint, null)}>${this.say('mapper-forget')}</button>` : nothing}
        ${questionOf(this.source) ? this.#leaveOut() : nothing}
      </div>
      <p class="quiet">${this.say(this.store.keeping ? 'mapper-kept' : 'mapper-not-kept')}</p>`;
  }

  #column(table: TableReport, columns: Columns, at: number): TemplateResult {
    const role = roleOf(columns, at);
    const name = table.heading[at] || this.say('mapper-column', { number: at + 1 });
    const texts = table.rows.map((row) => row[at]?.text ?? '').filter(Boolean);
    return html`<li data-role=${role}>
      <span class="mapper-name"><bdi>${name}</bdi></span>
      <span class="mapper-examples quiet">${[...new Set(texts)].slice(0, EXAMPLES).map((text) => html`<bdi>${text}</bdi>`)}</span>
      <select aria-label=${this.say('mapper-role', { column: name })} data-testid="role-${at}" data-chosen=${role !== ''} @change=${(event: Event) => this.#choose(columns, at, (event.target as HTMLSelectElement).value)}>
        ${['' as const, ...ROLES].map((each) => html`<option value=${each} .selected=${each === role}>${this.say(`role-${each || 'none'}`)}</option>`)}
      </select>
    </li>`;
  }

  #samples(table: TableReport, columns: Columns): TemplateResult {
    const said = draftOf(table, this.store.tableGiven(table.fingerprint));
    return html`<div class="mapper-samples">
      <h4>${this.say('mapper-samples')}</h4>
      <ul role="list" data-testid="mapper-samples">
        ${table.rows.slice(0, SAMPLES).map((row) => html`<li>${this.#sentence(sampleOf(table, columns, said, row))}</li>`)}
      </ul>
    </div>`;
  }

  #sentence({ day, merchant, sum, currency, direction }: Sample): string {
    const { words } = this.store;
    return this.say(`sample-${direction}`, {
      day: day ? words.day(day) : '—',
      merchant: merchant || '—',
      sum: sum === null ? '—' : currency ? words.money(sum, currency) : sum,
    });
  }

  #choose(columns: Columns, at: number, value: string): void {
    const role = ROLES.find((each): each is Role => each === value) ?? '';
    this.columns = withRole(columns, at, role);
    this.lacking = [];
  }

  #use(table: TableReport, columns: Columns): void {
    this.lacking = missing(columns);
    if (!this.lacking.length) this.#give(table, { columns });
  }

  // What the rows leave open.

  #dates(table: TableReport): TemplateResult {
    const { words } = this.store;
    const at = table.columns.date;
    const cells = at === null ? [] : table.rows.flatMap((row) => row[at] ?? []);
    const cell = cells.find(({ mdy, dmy }) => mdy && dmy && mdy !== dmy);
    const options = cell ? ([['mdy', cell.mdy], ['dmy', cell.dmy]] as const) : [];
    return this.#question(
      this.say('ask-dates', { text: cell?.text ?? '' }),
      options.map(([dateOrder, day]) => this.#option(table, { dateOrder }, words.day(day ?? ''))),
    );
  }

  #sums(table: TableReport): TemplateResult {
    const { words } = this.store;
    const { amount, out, back } = table.columns;
    const at = [amount, out, back].find((column) => column !== null);
    const cells = table.rows.flatMap((row) => (at === null || at === undefined ? [] : (row[at] ?? [])));
    const cell = cells.find(({ point, comma }) => point !== comma);
    const said = (sum: string | null | undefined) => (sum ? (table.currency ? words.money(sum, table.currency) : sum) : this.say('ask-sums-none'));
    const options = [['point', cell?.point], ['comma', cell?.comma]] as const;
    return this.#question(
      this.say('ask-sums', { text: cell?.text ?? '' }),
      options.map(([decimalMark, sum]) => this.#option(table, { decimalMark }, said(sum))),
    );
  }

  #sign(table: TableReport): TemplateResult {
    const said = draftOf(table, this.store.tableGiven(table.fingerprint));
    const rows = (paidSign: 'plus' | 'minus') => table.rows.map((row) => sampleOf(table, table.columns, { ...said, paidSign }, row));
    return this.#question(
      this.say('ask-sign'),
      (['minus', 'plus'] as const).map((paidSign) => this.#option(table, { paidSign }, this.say(`ask-sign-${paidSign}`), bothWays(rows(paidSign)))),
    );
  }

  #currency(table: TableReport): TemplateResult {
    return html`<h3>${this.say('ask-currency')}</h3>
      <p>${this.say('ask-currency-text')}</p>
      <div class="actions">
        <select aria-label=${this.say('ask-currency')} data-testid="currency" @change=${(event: Event) => (this.currency = (event.target as HTMLSelectElement).value)}>
          ${CURRENCIES.map((code) => html`<option value=${code}>${code} ${new Intl.DisplayNames(this.store.lang, { type: 'currency' }).of(code)}</option>`)}
        </select>
        <button class="button" data-look="primary" data-testid="mapper-use" @click=${() => this.#give(table, { currency: this.currency })}>${this.say('ask-currency-use')}</button>
        ${this.#leaveOut()}
      </div>`;
  }

  #question(title: string, options: readonly TemplateResult[]): TemplateResult {
    return html`<h3>${title}</h3>
      <p>${this.say('ask-text')}</p>
      <div class="mapper-options" role="group" aria-label=${title}>${options}</div>
      <div class="actions">${this.#leaveOut()}</div>`;
  }

  #option(table: TableReport, answer: Partial<TableGiven>, label: string, samples: readonly Sample[] = []): TemplateResult {
    const code = Object.values(answer)[0];
    return html`<button class="mapper-option" data-testid="option-${code}" @click=${() => this.#give(table, answer)}>
      <b>${label}</b>
      ${samples.map((sample) => html`<span>${this.#sentence(sample)}</span>`)}
    </button>`;
  }

  /** A table may look like a statement and be none. */
  #leaveOut(): TemplateResult | typeof nothing {
    const file = this.store.files.find(({ name, webkitRelativePath }) => (webkitRelativePath || name) === this.source.name);
    return file ? html`<button class="link-button" data-testid="mapper-leave" @click=${() => this.store.remove(file)}>${this.say('mapper-leave')}</button>` : nothing;
  }

  #give(table: TableReport, answer: Partial<TableGiven>): void {
    const { store } = this;
    const before = draftOf(table, store.tableGiven(table.fingerprint));
    // Other columns may be written in other ways: what was said of the old ones does not hold.
    const base = answer.columns && JSON.stringify(answer.columns) !== JSON.stringify(before.columns) ? draftOf(table, undefined) : before;
    this.columns = null;
    store.giveTable(table.fingerprint, { ...base, ...answer });
  }
}

/** One row paid and one that came back. */
function bothWays(samples: readonly Sample[]): Sample[] {
  return (['out', 'back'] as const).flatMap((way) => samples.find(({ direction, sum }) => direction === way && sum !== null) ?? []);
}

/** Says above the result that a file waits for a word from the person. */
export function waitingTables(sources: readonly SourceReport[], words: Words, go: () => void): TemplateResult | typeof nothing {
  const waiting = sources.filter((source) => questionOf(source));
  if (!waiting.length) return nothing;
  return html`<div class="callout" data-testid="waiting-tables">
    <h2>${words.say('waiting-files', { count: waiting.length })}</h2>
    <p>${words.say('waiting-file', { file: waiting[0]?.name ?? '' })}</p>
    <div class="actions"><button class="button" data-look="primary" data-testid="go-mapper" @click=${go}>${icon('files')}${words.say('waiting-go')}</button></div>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-mapper': Mapper;
  }
}
