//! Keeps a whole copy of the page on the device by its service worker, and changes to a new version only when told to.

import type { Kept } from '../app/host';
import type { ToServiceWorker } from './service-worker/messages';
import { leaveWith } from './take-over';

export interface OfflineNews {
  /** Everything is stored: from now on the page opens without a network. */
  ready(): void;
  /** A new version is stored and waits for the person's word. */
  update(): void;
}

const SCRIPT = './sw.js';

const policy = window.trustedTypes?.createPolicy('mioboe-page', {
  createScriptURL: (url) => {
    if (url !== SCRIPT) throw new TypeError('not the service worker');
    return url;
  },
});

export class Offline {
  readonly #news: OfflineNews;
  #waiting: ServiceWorker | null = null;

  constructor(news: OfflineNews) {
    this.#news = news;
  }

  /** Nothing here may break the page: without a service worker it only needs the network to open. */
  async start(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    try {
      const script = policy?.createScriptURL(SCRIPT) ?? SCRIPT;
      const registration = await navigator.serviceWorker.register(script as string, { updateViaCache: 'none' });
      if (registration.active) this.#news.ready();
      this.#watch(registration.waiting);
      this.#watch(registration.installing);
      registration.addEventListener('updatefound', () => this.#watch(registration.installing));
    } catch {
      // Private windows and plain-http addresses refuse service workers.
    }
  }

  /** Reloads into the version that waits, once its service worker holds what is open here. */
  async update(open: Kept): Promise<boolean> {
    const waiting = this.#waiting;
    if (!waiting || !(await leaveWith(waiting, open))) return false;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'activate' } satisfies ToServiceWorker);
    return true;
  }

  #watch(worker: ServiceWorker | null): void {
    if (!worker) return;
    const look = (): void => {
      if (worker.state === 'activated') this.#news.ready();
      if (worker.state !== 'installed' || !navigator.serviceWorker.controller) return;
      this.#waiting = worker;
      this.#news.update();
    };
    worker.addEventListener('statechange', look);
    look();
  }
}
