//! The rows of one group. A long group has only those near the window; the space of the others is kept free.

import { observeWindowOffset, observeWindowRect, Virtualizer, type VirtualizerOptions, windowScroll } from '@tanstack/virtual-core';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChargeReport } from '../engine/report';
import { nextTask } from './slices';

/** Shorter groups are whole, so that the browser's own search finds everything most people have. */
const WHOLE = 100;
/** Rows made above and below the window. */
const OVERSCAN = 12;
/** The height of a row before one has been measured, in rem. */
const ROW_REM = 4.25;

type Rolls = Virtualizer<Window, HTMLLIElement>;

@customElement('mioboe-rows')
export class Rows extends LitElement {
  @property({ attribute: false }) charges: readonly ChargeReport[] = [];
  @property({ attribute: false }) renderRow!: (charge: ChargeReport) => TemplateResult;
  /** Changes whenever a row may look different. */
  @property({ attribute: false }) stamp = '';
  #virtual: Rolls | null = null;
  #unmount: (() => void) | null = null;
  #watch: ResizeObserver | null = null;
  /** Elements whose heights are being watched. */
  #measured = new WeakSet<HTMLLIElement>();
  /** How high rows are here, once one has been seen. */
  #rowHeight: number | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The page around a long list has just been made too: the first rows wait their turn, so that neither holds the person up. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated && WHOLE < this.charges.length) await nextTask();
    super.scheduleUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Brings the row into the window and puts the focus on it. */
  async bringTo(charge: ChargeReport): Promise<void> {
    if (!this.hasUpdated) await this.updateComplete;
    if (!this.#row(charge)) {
      this.#virtual?.scrollToIndex(this.charges.indexOf(charge), { align: 'center' });
      this.requestUpdate();
      await this.updateComplete;
    }
    const row = this.#row(charge);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const all = this.charges;
    if (all.length <= WHOLE || !this.#scrollsWithWindow()) {
      this.#stop();
      return html`<ul role="list" .style=${''}>${all.map((charge) => html`<li>${this.renderRow(charge)}</li>`)}</ul>`;
    }
    const virtual = this.#start();
    const items = virtual.getVirtualItems();
    const margin = virtual.options.scrollMargin;
    const above = (items[0]?.start ?? margin) - margin;
    const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
    return html`<ul role="list" .style=${`padding-block: ${above}px ${below}px`}>
      ${repeat(
        items,
        ({ index }) => index,
        // A row that stays in the window is neither made nor laid out again.
        ({ index }) => guard([all[index], this.stamp, all.length], () => this.#item(index)),
      )}
    </ul>`;
  }

  protected override updated(): void {
    const virtual = this.#virtual;
    if (!virtual) return;
    virtual._willUpdate();
    const rows = [...this.querySelectorAll('li')];
    const fresh = rows.filter((row) => !this.#measured.has(row));
    if (!fresh.length) return;
    virtual.measureElement(null);
    // The first row has no line above it. Guessed rightly, the others move nothing when they come into sight.
    this.#rowHeight ??= rows[1]?.getBoundingClientRect().height ?? null;
    for (const row of fresh) {
      this.#measured.add(row);
      virtual.measureElement(row);
    }
  }

  #item(index: number): TemplateResult | string {
    const charge = this.charges[index];
    return charge ? html`<li data-index=${index} aria-setsize=${this.charges.length} aria-posinset=${index + 1}>${this.renderRow(charge)}</li>` : '';
  }

  #row(charge: ChargeReport): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-charge-id="${CSS.escape(charge.id)}"]`);
  }

  /** In somebody else's page the app may stand in a box that scrolls by itself; there all rows are made. */
  #scrollsWithWindow(): boolean {
    for (let box: Element | null = this.parentElement; box && box !== document.body; box = parentAcross(box)) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return false;
    }
    return true;
  }

  #start(): Rolls {
    // Read once: it is asked for as often as there are rows.
    const rowHeight = this.#rowHeight ?? ROW_REM * Number.parseFloat(getComputedStyle(this).fontSize);
    const options: VirtualizerOptions<Window, HTMLLIElement> = {
      count: this.charges.length,
      getScrollElement: (): Window => window,
      estimateSize: () => rowHeight,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      overscan: OVERSCAN,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      initialOffset: () => window.scrollY,
      scrollMargin: Math.round(this.getBoundingClientRect().top + window.scrollY),
      onChange: () => this.requestUpdate(),
    };
    if (this.#virtual) {
      this.#virtual.setOptions(options);
      return this.#virtual;
    }
    const virtual = new Virtualizer<Window, HTMLLIElement>(options);
    this.#virtual = virtual;
    this.#unmount = virtual._didMount();
    // What stands above the list may grow or go, and the rows move with it.
    this.#watch = new ResizeObserver(() => this.requestUpdate());
    this.#watch.observe(document.body);
    return virtual;
  }

  #stop(): void {
    this.#unmount?.();
    this.#watch?.disconnect();
    this.#virtual = null;
    this.#unmount = null;
    this.#watch = null;
  }
}

/** The parent, out of a shadow root too. */
function parentAcross(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-rows': Rows;
  }
}
