//! Carries the open case over a reload, in the new service worker's memory: it must not touch the disk, and a page has no other
//! place that outlives it.

import type { Kept } from '../app/host';
import type { ToServiceWorker } from './service-worker/messages';

/** A service worker that lives answers at once. */
const PATIENCE_MS = 5000;
/** In the history entry, which a reload keeps: only the page that left something asks for it. */
const NAME = 'mioboeHeld';

/** Whether the service worker holds it now. */
export async function leaveWith(worker: ServiceWorker, open: Kept): Promise<boolean> {
  const name = crypto.randomUUID();
  if ((await ask(worker, { type: 'hold', name, open })) !== 'held') return false;
  history.replaceState({ [NAME]: name }, '');
  return true;
}

/** What the page before this one left, once. */
export async function takeOver(): Promise<Kept | null> {
  const state: unknown = history.state;
  const name = typeof state === 'object' && state !== null && NAME in state ? state[NAME] : null;
  const worker = navigator.serviceWorker?.controller;
  if (typeof name !== 'string' || !worker) return null;
  history.replaceState(null, '');
  return (await ask(worker, { type: 'give', name })) as Kept | null;
}

function ask(worker: ServiceWorker, message: ToServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), PATIENCE_MS);
    worker.postMessage(message, [port2]);
  });
}
