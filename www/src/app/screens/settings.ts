//! What stays on the device, how the page looks, and what it is.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './household';
import { icon } from './icons';
import { regionChoice } from './region-choice';
import { Screen } from './screen';
import { THEMES } from './theme';

@customElement('mioboe-settings')
export class Settings extends Screen {
  /** Forgetting cannot be undone, so it is asked once more. */
  @state() private asked = false;

  protected override render(): TemplateResult {
    const { store } = this;
    return html`<section class="page" data-testid="settings">
      <h1>${this.say('tab-settings')}</h1>
      <section class="panel">
        <h2>${this.say('keep-title')}</h2>
        <p>${this.say('keep-text')}</p>
        <label class="choice-line">
          <input type="checkbox" data-testid="keep-case" aria-describedby="keep-case-about" .checked=${store.keepingCase} @change=${(event: Event) => store.keepCase((event.target as HTMLInputElement).checked)} />
          <span>${this.say('keep-case')}</span>
        </label>
        <p class="quiet" id="keep-case-about">${this.say('keep-case-about')}</p>
        ${this.#keepSwitch()}
        <p role="status" data-testid="kept-state">${this.#keptState()}</p>
        <h3>${this.say('forget-title')}</h3>
        <p>${this.say('forget-text')}</p>
        <div class="actions">
          ${this.asked
            ? html`<button class="button" data-look="firm" data-testid="forget-confirm" @click=${this.#forget}>${this.say('forget-confirm')}</button>
                <button class="button" @click=${() => (this.asked = false)}>${this.say('cancel')}</button>`
            : html`<button class="button" data-testid="forget" @click=${() => (this.asked = true)}>${this.say('forget')}</button>`}
        </div>
        ${store.leftovers ? html`<p role="status" data-testid="forgotten">${this.#leftovers()}</p>` : nothing}
        ${store.leftovers && !store.report ? html`<button class="button" data-testid="to-first" @click=${() => store.go({ name: 'results' })}>${this.say('back-to-first')}</button>` : nothing}
      </section>
      <section class="panel">
        <h2>${this.say('look-title')}</h2>
        <div class="segmented" role="group" aria-label=${this.say('look-title')}>
          ${THEMES.map((theme) => html`<button aria-pressed=${store.theme === theme} @click=${() => store.setTheme(theme)}>${icon(`theme-${theme}`)}${this.say(`theme-${theme}`)}</button>`)}
        </div>
        ${regionChoice(store)}
      </section>
      <mioboe-household class="panel" .store=${store}></mioboe-household>
      <section class="panel">
        <h2>${this.say('offline-title')}</h2>
        <p role="status" data-testid="offline">${this.say(store.offlineReady ? 'offline-line' : 'offline-not-yet')}</p>
        ${store.installable ? html`<button class="button" data-testid="install" @click=${() => store.host.install()}>${this.say('install')}</button>` : nothing}
      </section>
      <section class="panel">
        <h2>${this.say('about-title')}</h2>
        <p>${this.say('about-text')}</p>
        <p>${this.say('seal-text')}</p>
        <button class="link-button" data-testid="to-help" @click=${() => store.go({ name: 'help' })}>${this.say('seal-more')}</button>
        <p>${this.say('not-affiliated')} ${this.say('no-advice')}</p>
      </section>
    </section>`;
  }

  #keepSwitch(): TemplateResult {
    const { store } = this;
    return html`<label class="switch">
      <input type="checkbox" role="switch" data-testid="keep" .checked=${store.keeping} @change=${(event: Event) => ((event.target as HTMLInputElement).checked ? store.keep() : store.stopKeeping())} />
      <span>${this.say('keep')}</span>
    </label>`;
  }

  #keptState(): string {
    const { keeping, keepingCase, keptWhere, isTooLong } = this.store;
    if (!keeping) return this.say('kept-nothing');
    if (keptWhere === 'memory') return this.say('kept-in-memory');
    if (keptWhere === 'device-shared') return `${this.say(isTooLong ? 'kept-too-long' : keepingCase ? 'kept-on-device' : 'kept-marks-only')} ${this.say('kept-shared')}`;
    return `${this.say(isTooLong ? 'kept-too-long' : keepingCase ? 'kept-on-device' : 'kept-marks-only')} ${this.say(keptWhere === 'device-for-good' ? 'kept-for-good' : 'kept-while-room')}`;
  }

  #leftovers(): string {
    const { leftovers } = this.store;
    const left = leftovers ? leftovers.databases + leftovers.localItems + leftovers.sessionItems : 0;
    return left ? this.say('forgotten-partly', { count: left }) : this.say('forgotten');
  }

  #forget = async (): Promise<void> => {
    this.asked = false;
    await this.store.forget();
    await this.updateComplete;
    // What was pressed is gone: what comes next has the focus, and is in sight.
    this.querySelector<HTMLElement>('[data-testid="to-first"]')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-settings': Settings;
  }
}
