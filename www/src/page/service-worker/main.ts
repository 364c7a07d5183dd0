//! The service worker: one whole copy of this version, nothing else, and never anything of the person's.

// The build writes the list: every file of this version with the hash of its bytes.
import { files, version } from 'virtual:precache';
import type { ToServiceWorker } from './messages';

const scope = self as unknown as ServiceWorkerGlobalScope;

/** Caches are shared by everything at this origin: ours carry our name, and the address they are for. */
const OURS = `mioboe ${scope.registration.scope} `;
const CACHE = OURS + version;
const PAGE = './';
/** A reload takes far less. */
const HOLD_MS = 30_000;

scope.addEventListener('install', (event) => {
  event.waitUntil(store());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => scope.clients.claim()));
});

scope.addEventListener('message', (event) => {
  const data = event.data as ToServiceWorker;
  if (data.type === 'activate') void scope.skipWaiting();
  else if (data.type === 'hold') event.waitUntil(hold(data.name, data.open, event.ports[0]));
  else if (data.type === 'give') give(data.name, event.ports[0]);
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(request.mode === 'navigate' ? answer(PAGE, request) : answer(request.url, request));
});

/** What an older page has open until the new one, a moment later, takes it. It is never stored. */
const held = new Map<string, { readonly open: unknown; readonly release: () => void }>();

/** As long as this has not ended the browser keeps the worker alive. */
function hold(name: string, open: unknown, port: MessagePort | undefined): Promise<void> {
  return new Promise((release) => {
    held.set(name, { open, release });
    setTimeout(() => {
      held.delete(name);
      release();
    }, HOLD_MS);
    port?.postMessage('held');
  });
}

function give(name: string, port: MessagePort | undefined): void {
  const found = held.get(name);
  held.delete(name);
  port?.postMessage(found?.open ?? null);
  found?.release();
}

/** All or nothing: a file that is missing or not the one that was built stops the installation. */
async function store(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(files.map(({ url, integrity }) => new Request(url, { integrity, cache: 'reload' })));
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The copy keeps its headers, so the policy holds offline too. */
async function answer(url: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) ?? fetch(request);
}
