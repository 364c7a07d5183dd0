//! `<mioboe-check>`: puts the widget's frame into a page, gives it its height and its looks, and never sees what is in it.

import type { Inline, InlineScript } from '../embed/inline-script';
import { isKnock, type Ready, type Shared, type Summary, type ToElement, type ToFrame, WIRE_VERSION } from '../embed/wire';
import { Heights } from './heights';
import { sheet } from './style';
import { colorsOf } from './tokens';
import { wordsFor } from './words';

/** A frame that has not knocked by then will not come. */
const KNOCK_MS = 20_000;

/** A host page without a document, such as a server that renders it, may load this file too. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

export interface MioboeCheckEvents {
  ready: CustomEvent<Ready>;
  resize: CustomEvent<{ readonly height: number }>;
  summary: CustomEvent<Summary>;
  shared: CustomEvent<Shared>;
}

export interface Config {
  readonly lang: string | null;
  readonly theme: string | null;
  readonly region: string | null;
  readonly compact: boolean;
  readonly steps: string | null;
  readonly colors: Readonly<Record<string, string>>;
  /** Tells widgets of one page apart, so that they keep their cases apart. */
  readonly slot: string;
  readonly operator: unknown;
}

/**
 * Explains the Amazon charges on a card statement, in a frame that the page around it cannot look into.
 *
 * @tagname mioboe-check
 *
 * @attr {string} lang - The widget's language, such as `ja` or `en`. Without it the language of the page, then of the browser.
 * @attr {'system' | 'light' | 'dark'} theme - How bright it is. Without it the person's own setting.
 * @attr {string} region - Whose contacts and deadlines apply: a country as `jp`, `us`, `uk` or `de`, or `eu`.
 * @attr {'isolated' | 'inline'} mode - `isolated`, which it is without this: a frame that the page cannot look into. `inline`: a part of the page, for pages whose owner may read what the person puts in; the widget says so on its face.
 * @attr {string} src - Where the widget's `frame.html` is; all else lies beside it. Another origin than the page's is best.
 * @attr {boolean} compact - Leaves out the heading and the guides.
 * @attr {'account' | 'card' | 'orders' | 'subscriptions'} steps - Shows the steps of one topic first. Steps for safety always stay.
 *
 * @slot - Shown while the widget is not there: without scripts, in an old browser, or when the frame cannot be reached.
 *
 * @csspart frame - The frame itself, or in the mode `inline` the box that the widget is in.
 * @csspart placeholder - The button that stands in until the widget is visible or used.
 * @csspart fallback - The words shown when the widget cannot be had.
 *
 * @cssprop [--mioboe-accent] - Colour of buttons and links, as `#rgb`, `#rrggbb`, `rgb()` or `hsl()`. Refused where text in it could not be read.
 * @cssprop [--mioboe-accent-dark] - The same in the dark.
 * @cssprop [--mioboe-paper] - The ground.
 * @cssprop [--mioboe-paper-dark] - The ground in the dark.
 * @cssprop [--mioboe-card] - The ground of boxes.
 * @cssprop [--mioboe-card-dark] - The ground of boxes in the dark.
 * @cssprop [--mioboe-round] - How round corners are, 0 to 32 `px` or 0 to 2 `rem`.
 * @cssprop [--mioboe-height=36rem] - The height before the frame has told its own.
 *
 * @fires {CustomEvent<Ready>} ready - The widget can be used. `detail.refused` names the parts of the configuration that it did not take; the console says it too, and again after a change.
 * @fires {CustomEvent<{ height: number }>} resize - The frame has a new height, in pixels.
 * @fires {CustomEvent<Summary>} summary - How many charges have which verdict; never sums, days or names.
 * @fires {CustomEvent<Shared>} shared - What the person looked at and then sent to this page.
 */
export class MioboeCheck extends Base {
  static readonly observedAttributes = ['lang', 'theme', 'region', 'mode', 'src', 'compact', 'steps'];
  /** Where `frame.html` is when `src` does not say. The script-tag build knows it; a bundler's does not. */
  static frame: string | null = null;

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #stage = document.createElement('div');
  #frame: HTMLIFrameElement | null = null;
  /** In the mode `inline` in place of the frame, and before it the script with it. */
  #inline: Inline | null = null;
  #coming: Promise<InlineScript> | null = null;
  #port: MessagePort | null = null;
  /** The frame has knocked again: it has a new document, if one loads. */
  #isWaiting = false;
  #origin = '';
  #heights = new Heights();
  #wanted: number | null = null;
  #watch: IntersectionObserver | null = null;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #operator: unknown = null;
  #updating = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet()];
    this.#stage.className = 'stage';
    this.#root.append(this.#stage);
  }

  /** Makes `<mioboe-check>` known to the page. */
  static define(): void {
    if (!customElements.get('mioboe-check')) customElements.define('mioboe-check', this);
  }

  override get lang(): string {
    return this.getAttribute('lang') ?? '';
  }

  override set lang(lang: string) {
    this.setAttribute('lang', lang);
  }

  get theme(): 'system' | 'light' | 'dark' | null {
    const theme = this.getAttribute('theme');
    return theme === 'system' || theme === 'light' || theme === 'dark' ? theme : null;
  }

  set theme(theme: 'system' | 'light' | 'dark' | null) {
    this.#set('theme', theme);
  }

  get region(): string | null {
    return this.getAttribute('region');
  }

  set region(region: string | null) {
    this.#set('region', region);
  }

  get mode(): 'isolated' | 'inline' {
    return this.getAttribute('mode') === 'inline' ? 'inline' : 'isolated';
  }

  set mode(mode: 'isolated' | 'inline') {
    this.setAttribute('mode', mode);
  }

  get src(): string | null {
    return this.getAttribute('src');
  }

  set src(src: string | null) {
    this.#set('src', src);
  }

  get compact(): boolean {
    return this.hasAttribute('compact');
  }

  set compact(compact: boolean) {
    this.toggleAttribute('compact', compact);
  }

  get steps(): string | null {
    return this.getAttribute('steps');
  }

  set steps(steps: string | null) {
    this.#set('steps', steps);
  }

  /** The site's own words: contacts, further steps, its card. A `<script type="application/json">` inside the element says the same. */
  get config(): unknown {
    return this.#operator ?? this.#configInside();
  }

  set config(config: unknown) {
    this.#operator = config;
    this.#update();
  }

  /** Loads the widget now, visible or not. */
  load(): void {
    if (this.#isLoaded || !this.isConnected) return;
    this.#watch?.disconnect();
    const src = this.#address();
    if (!src) this.#showFallback('`src` does not name the frame');
    else if (this.mode === 'inline') void this.#loadInline(src);
    else this.#loadFrame(src);
  }

  /** Sends the looks again, after the page has changed a `--mioboe-…` property. */
  refresh(): void {
    this.#update();
  }

  connectedCallback(): void {
    this.#takeEarly();
    this.#showPlaceholder();
    window.addEventListener('message', this.#onMessage);
    // Nothing is asked of any server for a widget that nobody sees.
    this.#watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.load();
    });
    this.#watch.observe(this);
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#onMessage);
    this.#unload();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#isLoaded) return;
    if (name !== 'src' && name !== 'mode') {
      this.#update();
      return;
    }
    this.#unload();
    this.load();
  }

  /** What the page set before this class was there hides the properties of the class. */
  #takeEarly(): void {
    const early = this as unknown as Record<string, unknown>;
    for (const name of EARLY) {
      if (!Object.hasOwn(early, name)) continue;
      const value = early[name];
      delete early[name];
      early[name] = value;
    }
  }

  #set(name: string, value: string | null): void {
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  #showPlaceholder(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.part.add('placeholder');
    button.textContent = wordsFor(this.#langNow()).open;
    button.addEventListener('click', () => this.load());
    this.#stage.replaceChildren(button);
  }

  /** `why` is for who builds the page; the person sees what the page put inside the element, or our own words. */
  #showFallback(why: string): void {
    this.#unload();
    console.error(`mioboe-check: ${why}`);
    const slot = document.createElement('slot');
    const words = document.createElement('p');
    words.part.add('fallback');
    words.setAttribute('role', 'status');
    words.textContent = wordsFor(this.#langNow()).failed;
    slot.append(words);
    this.#stage.replaceChildren(slot);
  }

  get #isLoaded(): boolean {
    return this.#frame !== null || this.#inline !== null || this.#coming !== null;
  }

  /** The widget's own script, run in this page: from here on the page can read what the person puts in. */
  async #loadInline(src: URL): Promise<void> {
    const address = new URL('inline.js', src).href;
    const coming: Promise<InlineScript> = import(/* @vite-ignore */ /* webpackIgnore: true */ address);
    this.#coming = coming;
    const script = await coming.catch(() => null);
    // It may have been taken out of the page in the meantime, or be wanted otherwise.
    if (this.#coming !== coming) return;
    this.#coming = null;
    if (script?.version !== WIRE_VERSION) {
      this.#showFallback(script ? `${address} is of another version` : `${address} cannot be had`);
      return;
    }
    this.#heights = new Heights(Number.POSITIVE_INFINITY);
    this.#stage.part.add('frame');
    this.#inline = script.open(this.#root, this.#stage, wordsFor(this.#langNow()).title, (message) => this.#hear(message));
    this.#tell();
  }

  #loadFrame(src: URL): void {
    // On the page's own origin only a frame without any origin is shut off from the page.
    const isForeign = src.origin !== location.origin;
    this.#origin = isForeign ? src.origin : 'null';
    const frame = document.createElement('iframe');
    frame.part.add('frame');
    frame.title = wordsFor(this.#langNow()).title;
    for (const right of RIGHTS) frame.sandbox.add(right);
    if (isForeign) frame.sandbox.add('allow-same-origin');
    frame.allow = 'clipboard-write *';
    frame.referrerPolicy = 'no-referrer';
    frame.src = src.href;
    frame.addEventListener('load', () => {
      if (this.#isWaiting && frame.contentWindow) this.#welcome(frame.contentWindow);
    });
    this.#frame = frame;
    this.#heights = new Heights();
    this.#patience = setTimeout(() => this.#showFallback(`${src.href} does not answer`), KNOCK_MS);
    this.#stage.replaceChildren(frame);
  }

  #unload(): void {
    clearTimeout(this.#patience);
    this.#watch?.disconnect();
    this.#port?.close();
    this.#port = null;
    this.#isWaiting = false;
    this.#frame?.remove();
    this.#frame = null;
    this.#inline?.close();
    this.#inline = null;
    this.#coming = null;
    this.#stage.part.remove('frame');
  }

  #address(): URL | null {
    try {
      const url = new URL(this.src ?? MioboeCheck.frame ?? '', document.baseURI);
      const named = this.src ?? MioboeCheck.frame;
      return named && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
    } catch {
      return null;
    }
  }

  #onMessage = (event: MessageEvent<unknown>): void => {
    const frame = this.#frame?.contentWindow;
    if (!frame || event.source !== frame || event.origin !== this.#origin || !isKnock(event.data)) return;
    clearTimeout(this.#patience);
    // One channel for each document of the frame.
    if (this.#port) this.#isWaiting = true;
    else this.#welcome(frame);
  };

  #welcome(frame: Window): void {
    this.#isWaiting = false;
    this.#port?.close();
    const channel = new MessageChannel();
    this.#port = channel.port1;
    channel.port1.onmessage = ({ data }: MessageEvent<ToElement>) => this.#hear(data);
    const target = this.#origin === 'null' ? '*' : this.#origin;
    frame.postMessage({ type: 'mioboe:element', version: WIRE_VERSION }, target, [channel.port2]);
    this.#tell();
  }

  #hear(message: ToElement): void {
    switch (message.type) {
      case 'ready':
        this.#fire('ready', message.ready);
        break;
      case 'top':
        if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
        break;
      case 'refused':
        console.warn(`mioboe-check: not taken: ${message.refused.join(', ')}${message.cards.length ? `; cards that it knows: ${message.cards.join(', ')}` : ''}`);
        break;
      case 'summary':
        this.#fire('summary', message.summary);
        break;
      case 'shared':
        this.#fire('shared', message.shared);
        break;
      case 'resize':
        // Many changes between two pictures are one change.
        if (this.#wanted === null) requestAnimationFrame(() => this.#resize());
        this.#wanted = message.height;
        break;
    }
  }

  #resize(): void {
    const height = this.#heights.next(this.#wanted);
    this.#wanted = null;
    if (height === null || !this.#isLoaded) return;
    if (this.#frame) this.#frame.style.height = `${height}px`;
    this.#fire('resize', { height });
  }

  #fire<Name extends keyof MioboeCheckEvents>(name: Name, detail: MioboeCheckEvents[Name]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Several changes in a row are sent once. */
  #update(): void {
    if (this.#updating) return;
    this.#updating = true;
    queueMicrotask(() => {
      this.#updating = false;
      this.#tell();
    });
  }

  #tell(): void {
    const config = this.#configNow();
    this.#port?.postMessage({ type: 'config', config } satisfies ToFrame);
    this.#inline?.configure(config);
  }

  #configNow(): Config {
    return {
      lang: this.#langNow() || null,
      theme: this.theme,
      region: this.region,
      compact: this.compact,
      steps: this.steps,
      colors: colorsOf(this),
      slot: this.id || String([...document.querySelectorAll('mioboe-check')].indexOf(this)),
      operator: this.config ?? null,
    };
  }

  #langNow(): string {
    return this.lang || (this.closest('[lang]')?.getAttribute('lang') ?? '');
  }

  #configInside(): unknown {
    const script = this.querySelector(':scope > script[type="application/json"]');
    if (!script) return null;
    try {
      return JSON.parse(script.textContent ?? '');
    } catch (error) {
      console.error(`mioboe-check: the configuration is not JSON: ${String(error)}`);
      return null;
    }
  }
}

const EARLY = ['theme', 'region', 'mode', 'src', 'compact', 'steps', 'config'] as const;

/** Never forms, pop-ups or the page's own address. */
const RIGHTS = ['allow-scripts', 'allow-downloads', 'allow-modals'] as const;

export interface MioboeCheck {
  addEventListener<Name extends keyof MioboeCheckEvents>(
    name: Name,
    listener: (this: MioboeCheck, event: MioboeCheckEvents[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(name: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-check': MioboeCheck;
  }
}
