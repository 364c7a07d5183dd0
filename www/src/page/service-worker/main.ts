//! The service worker: one whole copy of this version, nothing else, and never anything of the person's.

// The build writes the list: every file of this version with the hash of its bytes.
import { files, version } from 'virtual:precache';

const scope = self as unknown as ServiceWorkerGlobalScope;

/** Caches are shared by everything at this origin: ours carry our name, and the address they are for. */
const OURS = `mioboe ${scope.registration.scope} `;
const CACHE = OURS + version;
const PAGE = './';

scope.addEventListener('install', (event) => {
  event.waitUntil(store());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => scope.clients.claim()));
});

scope.addEventListener('message', ({ data }) => {
  if (data === 'activate') void scope.skipWaiting();
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(request.mode === 'navigate' ? answer(PAGE, request) : answer(request.url, request));
});

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
