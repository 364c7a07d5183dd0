//! While files are read: how far it is, and a way out.

import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Screen } from './screen';

@customElement('mioboe-working')
export class Working extends Screen {
  protected override render(): TemplateResult {
    const { progress, files } = this.store;
    const done = progress?.filesDone ?? 0;
    return html`<section class="working" data-testid="progress">
      <div role="status"><h1>${this.say(`working-${progress?.phase ?? 'reading'}`)}</h1></div>
      <progress max=${Math.max(1, progress?.filesTotal ?? files.length)} value=${done} aria-label=${this.say('working-files', { done, total: files.length })}></progress>
      <ul class="working-files">
        ${files.map((file, at) => html`<li data-state=${at < done ? 'done' : at === done ? 'now' : 'waiting'}><bdi>${file.name}</bdi></li>`)}
      </ul>
      <button class="button" data-testid="cancel" @click=${() => this.store.cancel()}>${this.say('cancel')}</button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-working': Working;
  }
}
