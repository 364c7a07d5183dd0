//! Some rows of a long list. Far from the window they give way to an empty space of the same height.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ChargeReport } from '../engine/report';

/** How far outside the window rows are made, so that scrolling never meets an empty space. */
const MARGIN = '1200px 0px';
/** A row of two lines, before one has been measured. */
const ROW_REM = 4.25;

@customElement('mioboe-row-block')
export class RowBlock extends LitElement {
  @property({ attribute: false }) charges: readonly ChargeReport[] = [];
  @property({ attribute: false }) renderRow!: (charge: ChargeReport) => TemplateResult;
  @property({ attribute: false }) presence: 'always' | 'near' = 'always';
  @state() private near = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    watch.unobserve(this);
  }

  /** Makes the rows and waits until they are there. */
  async reveal(): Promise<void> {
    this.near = true;
    await this.updateComplete;
  }

  cameNear(near: boolean): void {
    if (!near && this.contains(document.activeElement)) return;
    // Measured while the rows are still there.
    if (!near && this.near) this.style.minHeight = `${this.offsetHeight}px`;
    this.near = near;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.presence === 'always' || this.near) {
      this.style.minHeight = '';
      return html`<ul role="list">${this.charges.map((charge) => this.renderRow(charge))}</ul>`;
    }
    this.style.minHeight ||= `${this.charges.length * ROW_REM}rem`;
    return nothing;
  }
}

/** One observer for all blocks is cheaper than one each. */
const watch = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) (target as RowBlock).cameNear(isIntersecting);
  },
  { rootMargin: MARGIN },
);

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-row-block': RowBlock;
  }
}
