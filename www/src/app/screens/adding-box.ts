//! Asks where files belong that the open case cannot simply take: nothing is lost by either answer.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from './screen';

@customElement('mioboe-adding-box')
export class AddingBox extends Screen {
  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const asked = store.addingAsked;
    if (!asked) return nothing;
    return html`<dialog class="paste-box" aria-labelledby="adding-title" aria-describedby="adding-why" data-testid="adding-box" @close=${() => store.giveWhere(null)}>
      <div class="paste-parts">
        <h2 id="adding-title">${this.say('adding-title')}</h2>
        <p id="adding-why">${this.say(`adding-${asked.why}`)}</p>
        <p class="quiet">${this.say(store.keeping ? 'adding-anew-about-kept' : 'adding-anew-about')}</p>
        <div class="actions">
          <button class="button" data-look="primary" data-testid="adding-here" @click=${() => store.giveWhere('here')}>${this.say('adding-here')}</button>
          <button class="button" data-testid="adding-anew" @click=${() => store.giveWhere('anew')}>${this.say('adding-anew')}</button>
          <button class="link-button" data-testid="adding-cancel" @click=${() => store.giveWhere(null)}>${this.say('cancel')}</button>
        </div>
      </div>
    </dialog>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-adding-box': AddingBox;
  }
}
