//! What every screen has: the open case and its words. Screens live in the page's own tree, so one style sheet serves them all.

import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Args } from '../words';
import type { Store } from './store';

export abstract class Screen extends LitElement {
  @property({ attribute: false }) store!: Store;
  #unsubscribe: (() => void) | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.store.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected say(id: string, args?: Args): string {
    return this.store.words.say(id, args);
  }
}
