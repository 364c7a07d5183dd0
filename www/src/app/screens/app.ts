//! The whole page a person sees: heading, the screen for the moment, and what may be dropped or pasted anywhere.

import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../style/index.css';
import { filesDropped } from '../../host/dropped';
import type { AppHost } from '../host';
import { LANGS, ownName } from '../languages';
import './first';
import './paste-box';
import './working';
import { chooseWith, fileInput } from './choose-files';
import { icon, type IconName } from './icons';
import { pastedFiles } from './pasted';
import { privacyLine } from './privacy-line';
import { Store } from './store';
import { THEMES } from './theme';
import type { View } from './view';

/** How often the count of requests is read again while the page is looked at. */
const COUNT_EVERY_MS = 3000;

const TABS: readonly { name: Exclude<View['name'], 'charge' | 'mail' | 'pictures' | 'prepare' | 'pack' | 'rule' | 'step'>; icon: IconName; label: string }[] = [
  { name: 'results', icon: 'results', label: 'tab-results' },
  { name: 'steps', icon: 'steps', label: 'tab-steps' },
  { name: 'files', icon: 'files', label: 'tab-files' },
  { name: 'settings', icon: 'settings', label: 'tab-settings' },
  { name: 'help', icon: 'help', label: 'tab-help' },
];

/** Views that stand under a tab without being it. */
const TAB_OF: Readonly<Partial<Record<View['name'], string>>> = { charge: 'results', mail: 'results', pictures: 'results', prepare: 'steps', pack: 'steps', step: 'steps', rule: 'help', rules: 'help', texts: 'help' };

/** What can be read before there is a report. */
const WITHOUT_REPORT: readonly View['name'][] = ['settings', 'help', 'rules', 'rule', 'step', 'texts'];

@customElement('mioboe-app')
export class App extends LitElement {
  @property({ attribute: false }) host!: AppHost;
  /** What a widget adds above and below every screen. */
  @property({ attribute: false }) above: ((store: Store) => TemplateResult | typeof nothing) | null = null;
  @property({ attribute: false }) below: ((store: Store) => TemplateResult | typeof nothing) | null = null;
  #store: Store | null = null;
  #counting = 0;
  #stopWatchingDrags: (() => void) | null = null;
  #stopWatchingRoom: (() => void) | null = null;
  #shownView = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The open case, once the app stands in a document. */
  get store(): Store | null {
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const store = new Store(this.host);
    this.#store = store;
    store.subscribe(() => this.requestUpdate());
    void store.open();
    this.#counting = window.setInterval(() => void store.countRequests(), COUNT_EVERY_MS);
    this.#stopWatchingDrags = this.host.onDragging((dragging) => this.classList.toggle('is-dragged-over', dragging));
    this.#stopWatchingRoom = this.host.place.onRoom(() => this.#store?.redraw());
    for (const [name, listener] of this.#heard) this.host.place.ears.addEventListener(name, listener);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#counting);
    this.#stopWatchingDrags?.();
    this.#stopWatchingRoom?.();
    for (const [name, listener] of this.#heard) this.host.place.ears.removeEventListener(name, listener);
  }

  protected override render(): TemplateResult | typeof nothing {
    const store = this.#store;
    if (!store) return nothing;
    const { words, report } = store;
    const brandReading = words.say('brand-reading');
    const isCovered = report !== null && store.view.name === 'charge' && store.charge(store.view.id) !== undefined && this.host.place.isCovered();
    return html`
      <button class="skip-link" ?inert=${isCovered} @click=${this.#skipToMain}>${words.say('skip-to-main')}</button>
      <header class="masthead">
        <button class="brand" ?inert=${isCovered} @click=${() => store.go({ name: 'results' })}>
          <span class="brand-mark" aria-hidden="true">${icon('explained')}</span>
          <span class="brand-name">${words.say('brand')}</span>
          ${brandReading ? html`<span class="brand-reading" aria-hidden="true">${brandReading}</span>` : nothing}
        </button>
        ${report ? this.#tabs(store) : nothing}
        <div class="masthead-tools" ?inert=${isCovered}>
          ${store.undoable === null ? nothing : this.#undoButton(store, store.undoable)}
          <div class="segmented" role="group" aria-label=${words.say('language')}>
            ${LANGS.map(
              (lang) => html`<button
                lang=${lang}
                data-testid="lang-${lang}"
                aria-pressed=${store.lang === lang}
                @click=${() => store.setLang(lang)}
              >${ownName(lang)}</button>`,
            )}
          </div>
          ${this.#themeButton(store)}
        </div>
      </header>
      ${this.above?.(store) ?? nothing}
      ${this.#notices(store, isCovered)}
      ${this.#main(html`${this.#screen(store)}${this.below?.(store) ?? nothing}`)}
      <footer class="colophon" ?inert=${isCovered}>
        ${this.#isFirst(store) ? nothing : privacyLine(store)}
        <p role="status" class="offline-line" data-testid="offline-line">${store.offlineReady ? html`${icon('explained')}<span>${words.say('offline-line')}</span>` : nothing}</p>
        <p>${words.say('not-affiliated')}</p>
        ${report
          ? nothing
          : html`<nav class="colophon-links" aria-label=${words.say('tabs')}>
              ${(['results', 'settings', 'help'] as const)
                .filter((name) => name !== store.view.name)
                .map((name) => html`<button class="link-button" data-testid="tab-${name}" @click=${() => store.go({ name })}>${words.say(name === 'results' ? 'back-to-first' : `tab-${name}`)}</button>`)}
            </nav>`}
      </footer>
      <div class="toast-area" role="status">
        ${store.toast
          ? html`<div class="toast" data-testid="toast">
              <span>${store.toast.text}</span>
              ${store.toast.undo
                ? html`<button class="link-button" data-testid="undo" @click=${() => store.undo()}>${words.say('undo')}</button>`
                : nothing}
              <button class="icon-button" data-testid="hush" aria-label=${words.say('close')} @click=${() => store.hush()}>${icon('close')}</button>
            </div>`
          : nothing}
      </div>
      ${store.showingKeys ? html`<mioboe-keys .store=${store}></mioboe-keys>` : nothing}
      ${store.pasting ? html`<mioboe-paste-box .store=${store}></mioboe-paste-box>` : nothing}
      ${store.addingAsked ? html`<mioboe-adding-box .store=${store}></mioboe-adding-box>` : nothing}
      ${store.passwordAsked ? html`<mioboe-password-box .store=${store}></mioboe-password-box>` : nothing}
      <div class="drop-veil" aria-hidden="true"><p>${icon('files')}<span>${words.say('drop-anywhere')}</span></p></div>
    `;
  }

  protected override updated(): void {
    const store = this.#store;
    if (!store) return;
    const { place } = this.host;
    place.root.dataset['theme'] = store.theme;
    // A charge opens over its list; every other change of view is a new page, read from its top.
    const { view } = store;
    const base = WITHOUT_REPORT.includes(view.name) ? '' : store.report ? 'report' : 'first';
    const shown = `${base}/${view.name === 'charge' ? 'results' : view.name}${view.name === 'mail' || view.name === 'rule' || view.name === 'step' ? view.id : ''}`;
    if (this.#shownView && this.#shownView !== shown) {
      place.toTop();
      this.querySelector<HTMLElement>('.main')?.focus({ preventScroll: true });
    }
    this.#shownView = shown;
  }

  #isFirst(store: Store): boolean {
    return !store.report && !store.working && !WITHOUT_REPORT.includes(store.view.name);
  }

  /** A page has one `main`, and where the app is a part of a page it is not ours. */
  #main(content: TemplateResult): TemplateResult {
    return this.host.place.kind === 'document'
      ? html`<main class="main" tabindex="-1">${content}</main>`
      : html`<div class="main" tabindex="-1">${content}</div>`;
  }

  #screen(store: Store): TemplateResult {
    const { name } = store.view;
    // What is meant comes in a moment; until then nothing is better than a flash of something else.
    if (!store.complete && !this.#isFirst(store) && !store.working) return html``;
    if (name === 'settings') return html`<mioboe-settings .store=${store}></mioboe-settings>`;
    if (name === 'help') return html`<mioboe-help .store=${store}></mioboe-help>`;
    if (name === 'texts') return html`<mioboe-texts .store=${store}></mioboe-texts>`;
    if (name === 'rules' || name === 'rule' || name === 'step') return html`<mioboe-catalogue .store=${store}></mioboe-catalogue>`;
    if (!store.report || !store.advised) {
      return store.working
        ? html`<mioboe-working .store=${store}></mioboe-working>`
        : html`<mioboe-first .store=${store}></mioboe-first>`;
    }
    if (name === 'pictures') return html`<mioboe-pictures .store=${store}></mioboe-pictures>`;
    if (name === 'steps') return html`<mioboe-steps .store=${store}></mioboe-steps>`;
    if (name === 'prepare') return html`<mioboe-prepare .store=${store}></mioboe-prepare>`;
    if (name === 'pack') return html`<mioboe-pack .store=${store}></mioboe-pack>`;
    if (name === 'mail') return html`<mioboe-mail .store=${store}></mioboe-mail>`;
    if (name === 'files') return html`<mioboe-sources .store=${store}></mioboe-sources>`;
    return html`<mioboe-results .store=${store}></mioboe-results>`;
  }

  #tabs(store: Store): TemplateResult {
    const current = TAB_OF[store.view.name] ?? store.view.name;
    return html`<nav class="tabs" aria-label=${store.words.say('tabs')}>
      ${TABS.map(
        ({ name, icon: drawing, label }) => html`<button
          data-testid="tab-${name}"
          aria-current=${current === name ? 'page' : nothing}
          @click=${() => store.go({ name })}
        >${icon(drawing)}<span>${store.words.say(label)}</span></button>`,
      )}
    </nav>`;
  }

  /** What was said of it is gone after a moment and with the view; this stays. */
  #undoButton(store: Store, said: string): TemplateResult {
    const label = store.words.say('undo-last', { said });
    return html`<button class="undo-button" data-testid="undo-last" aria-label=${label} title=${label} @click=${() => store.undo()}>
      ${icon('undo')}<span aria-hidden="true">${store.words.say('undo')}</span>
    </button>`;
  }

  #themeButton(store: Store): TemplateResult {
    const { words, theme } = store;
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    const label = words.say('theme-now', { theme: words.say(`theme-${theme}`) });
    return html`<button class="icon-button" data-testid="theme" aria-label=${label} title=${label} @click=${() => store.setTheme(next)}>
      ${icon(`theme-${theme}`)}
    </button>`;
  }

  #notices(store: Store, isCovered: boolean): TemplateResult {
    const { words } = store;
    return html`<div class="notices" aria-live="polite" ?inert=${isCovered}>
      ${store.failure
        ? html`<div class="notice" data-kind="problem" data-testid="failure">
            <p>${words.say(`failure-${store.failure}`)}</p>
            <button class="icon-button" aria-label=${words.say('close')} @click=${() => store.dismissFailure()}>${icon('close')}</button>
          </div>`
        : nothing}
      ${store.updateReady
        ? html`<div class="notice" data-testid="update">
            <p>${words.say(store.report ? 'update-keeps' : 'update-ready')}</p>
            <button class="button" @click=${() => store.update()}>${words.say('update-now')}</button>
          </div>`
        : nothing}
      ${store.isExample && store.report
        ? html`<div class="notice" data-testid="example-notice">
            <p>${words.say('example-notice')}</p>
            <button class="button" data-testid="start-again" @click=${() => store.startAgain()}>${words.say('use-own-files')}</button>
          </div>`
        : nothing}
      ${store.fromCase && store.report
        ? html`<div class="notice" data-testid="case-notice">
            <p>${words.say('case-notice', { day: words.day(store.report.today) })}</p>
            <button class="button" data-look="primary" data-testid="add-month" @click=${() => chooseWith(this, 'month-file-input')}>${icon('plus')}${words.say('add-month')}</button>
            ${fileInput(store, 'month-file-input', 'files')}
            <button class="link-button" data-testid="start-again" @click=${() => store.startAgain()}>${words.say('start-again')}</button>
          </div>`
        : nothing}
      ${store.report && store.working
        ? html`<div class="notice" data-testid="progress"><p>${words.say('working-again')}</p>
            <button class="button" data-testid="cancel" @click=${() => store.cancel()}>${words.say('cancel')}</button></div>`
        : nothing}
    </div>`;
  }

  #onKey = (event: Event) => {
    const store = this.#store;
    if (!store || !(event instanceof KeyboardEvent) || event.altKey || event.isComposing || isTyping(event.target)) return;
    const withControl = event.ctrlKey || event.metaKey;
    if (event.key === '?' && !withControl) store.setShowingKeys(true);
    else if (event.key === 'z' && !event.shiftKey) store.undo();
    else return;
    event.preventDefault();
  };

  #skipToMain = () => this.querySelector<HTMLElement>('.main')?.focus();

  #onDragOver = (event: Event) => {
    if (carriesFiles(event)) event.preventDefault();
  };

  #onDrop = (event: Event) => {
    if (!carriesFiles(event)) return;
    const transfer = event.dataTransfer;
    event.preventDefault();
    void filesDropped(transfer).then((files) => this.#store?.add(files));
  };

  #onPaste = (event: Event) => {
    const store = this.#store;
    if (!store || !(event instanceof ClipboardEvent) || !event.clipboardData || isTyping(event.target)) return;
    const files = pastedFiles(event.clipboardData, store.words.say('pasted-name'));
    if (!files.length) return;
    event.preventDefault();
    void store.add(files);
  };

  readonly #heard = [
    ['dragover', this.#onDragOver],
    ['drop', this.#onDrop],
    ['paste', this.#onPaste],
    ['keydown', this.#onKey],
  ] as const;
}

function carriesFiles(event: Event): event is DragEvent & { readonly dataTransfer: DataTransfer } {
  return event instanceof DragEvent && (event.dataTransfer?.types.includes('Files') ?? false);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-app': App;
  }
}
