//! The evidence pack: what goes in, whether names and digits are left out, and the files made of it on this device.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Report } from '../engine/report';
import { calendar } from './case/calendar';
import { writeCase } from './case/case-file';
import { csv } from './case/csv';
import { icon } from './icons';
import { caseFileOf, packOf, remindersOf, SCOPES, type Scope, tableOf } from './pack-content';
import { Screen } from './screen';
import { sheet } from './sheet';

@customElement('mioboe-pack')
export class PackScreen extends Screen {
  @state() private scope: Scope = 'asked';

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { report, advised, words } = store;
    if (!report || !advised) return nothing;
    const pack = packOf(store, report, advised, this.scope);
    return html`<section class="page pack-page" data-testid="pack-page">
      <div class="pack-controls">
        <button class="link-button back-link" @click=${() => store.go({ name: 'steps' })}>${icon('back')}${this.say('back-to-steps')}</button>
        <h1>${this.say('pack-page-title')}</h1>
        <p class="lead">${this.say('pack-page-lead')}</p>
        <section class="panel">
          <label class="switch">
            <input type="checkbox" role="switch" data-testid="redaction" .checked=${store.redaction === 'on'} @change=${(event: Event) => store.setRedaction((event.target as HTMLInputElement).checked ? 'on' : 'off')} />
            <span>${this.say('redaction')}</span>
          </label>
          <p class="quiet" role="status">${this.say(`redaction-${store.redaction}`)}</p>
          <div class="segmented" role="group" aria-label=${this.say('pack-scope')}>
            ${SCOPES.map((scope) => html`<button data-testid="scope-${scope}" aria-pressed=${this.scope === scope} @click=${() => (this.scope = scope)}>${this.say(`scope-${scope}`)}</button>`)}
          </div>
        </section>
        <section class="panel">
          <h2>${this.say('export-title')}</h2>
          <ul class="exports" role="list">
            ${this.#export('print', 'print', () => store.host.print())}
            ${this.#export('csv', 'download', () => this.#download('csv', 'text/csv', csv(tableOf(pack, words)), report))}
            ${this.#export('case', 'files', () => this.saveCase())}
            ${this.#export('calendar', 'calendar', () => this.#download('ics', 'text/calendar', calendar(remindersOf(store), new Date()), report))}
          </ul>
        </section>
        <h2>${this.say('pack-preview')}</h2>
      </div>
      ${sheet(pack, words, 'screen')}
    </section>`;
  }

  #export(kind: string, drawing: 'print' | 'download' | 'files' | 'calendar', make: () => void): TemplateResult {
    return html`<li>
      <button class="button" data-testid="export-${kind}" @click=${make}>${icon(drawing)}${this.say(`export-${kind}`)}</button>
      <span class="quiet">${this.say(`export-${kind}-about`)}</span>
    </li>`;
  }

  async saveCase(): Promise<void> {
    const { store } = this;
    const holding = store.redaction === 'on' ? null : await store.holding();
    const { report, advised } = store;
    if (!report || !advised) return;
    this.#download('json', 'application/json', writeCase(caseFileOf(store, packOf(store, report, advised, this.scope), holding)), report);
    // Without names and digits it is for somebody else, and no copy of the case.
    if (store.redaction === 'off') store.savedAsFile();
  }

  #download(ending: string, type: string, content: string, { today }: Report): void {
    this.store.host.download(`mioboe-${today}.${ending}`, new Blob([content], { type: `${type};charset=utf-8` }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-pack': PackScreen;
  }
}
