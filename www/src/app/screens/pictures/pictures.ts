//! The case in pictures: months by verdict, charges tied to orders, coverage, and coming renewals. Each has a table that says the same.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { NO_FILTER } from '../charges';
import type { Case } from '../../engine/report';
import { icon } from '../icons';
import { Screen } from '../screen';
import { coveragePicture } from './coverage';
import { monthBars } from './month-bars';
import { renewalCalendar } from './calendar';
import { tiesPicture } from './ties';

@customElement('mioboe-pictures')
export class Pictures extends Screen {
  @query('.picture-room') private room!: HTMLElement | null;
  /** The month of the tied picture, once one was chosen. */
  @state() private month: string | null = null;
  @state() private width = 0;
  readonly #watch = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.floor(entry.contentRect.width);
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  protected override firstUpdated(): void {
    if (this.room) this.#watch.observe(this.room);
  }

  /** The newest months are at the end, and that is where one looks first. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('width')) return;
    for (const scroll of this.querySelectorAll('[data-at="end"]')) scroll.scrollLeft = scroll.scrollWidth;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { report, advised, words } = store;
    if (!report || !advised) return nothing;
    return html`<section class="pictures" data-testid="pictures">
      <button class="link-button back-link" data-testid="back-to-results" @click=${() => store.go({ name: 'results' })}>${icon('back')}${this.say('back-to-results')}</button>
      <h1>${this.say('pictures-title')}</h1>
      <p class="lead">${this.say('pictures-lead')}</p>
      <section class="panel picture">
        <h2>${this.say('months-title')}</h2>
        <p class="quiet">${this.say('months-about')}</p>
        ${this.width ? monthBars({ words, byMonth: advised.months, room: this.width, choose: (month) => this.#chooseMonth(month) }) : nothing}
      </section>
      <section class="panel picture">
        <h2>${this.say('covered-title')}</h2>
        <div class="picture-room">${coveragePicture(words, report.coverage, advised.uncovered)}</div>
      </section>
      ${this.#ties()}
      <section class="panel picture">
        <h2>${this.say('calendar-title')}</h2>
        ${renewalCalendar(store)}
      </section>
    </section>`;
  }

  #ties(): TemplateResult | typeof nothing {
    const { store } = this;
    const { report, advised, words } = store;
    const months = Object.keys(advised?.months ?? {});
    const month = this.month ?? (advised && this.#firstMonth(advised));
    if (!report || !month) return nothing;
    const at = months.indexOf(month);
    const step = (by: number, label: string, drawing: 'back' | 'next') => {
      const to = months[at + by];
      return html`<button class="icon-button" data-testid="ties-${drawing}" aria-label=${this.say(label)} ?disabled=${to === undefined} @click=${() => (this.month = to ?? month)}>${icon(drawing)}</button>`;
    };
    return html`<section class="panel picture">
      <h2>${this.say('ties-title')}</h2>
      <p class="quiet">${this.say('ties-about')}</p>
      <div class="month-steps">
        ${step(-1, 'ties-month-before', 'back')}<b role="status">${words.month(month)}</b>${step(1, 'ties-month-after', 'next')}
      </div>
      <p class="lane" aria-hidden="true">${this.say('ties-charges')}</p>
      <div class="ties-room">
        ${this.width
          ? tiesPicture({ store, report, month, width: this.width, open: ({ id }) => store.go({ name: 'charge', id }) })
          : nothing}
      </div>
    </section>`;
  }

  /** The newest month that needs a look, or else the newest. */
  #firstMonth({ months }: Case): string | undefined {
    const newest = Object.keys(months).reverse();
    return newest.find((month) => 0 < (months[month]?.flagged ?? 0)) ?? newest[0];
  }

  #chooseMonth(month: string): void {
    const { store } = this;
    store.setFilter({ ...NO_FILTER, month, ordering: store.filter.ordering, others: store.filter.others });
    store.go({ name: 'results' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-pictures': Pictures;
  }
}
