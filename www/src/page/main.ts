//! The page: storage, installing, offline, the address. It frames the sealed app and never sees what is in it.

import { bestLang } from '../app/languages';
import { hold } from '../host/document';
import { languages } from '../host/languages';
import type { Leftovers } from '../host/kept';
import { guard } from '../host/leaving';
import { requestsSince } from '../host/requests';
import { Consent } from '../host/limits';
import { Installer } from './install';
import { watchOpenedFiles } from './opened-files';
import { Offline } from './offline';
import { takeOver } from './take-over';
import { firstFetches, takePart } from './parts';
import { Recovery } from './recovery';
import { Store } from './store';

/** The first screen is written in the document in every language; the browser's own stays until the app has come, which knows better. */
const wanted = bestLang(languages);
for (const screen of document.querySelectorAll<HTMLElement>('.coming')) if (screen.lang !== wanted || 1 < location.hash.length) screen.remove();

/** The document links the one of its own language; browsers read it only when the page is there. */
if (wanted !== document.documentElement.lang) document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.setAttribute('href', `./manifest.${wanted}.webmanifest`);

const store = new Store(() => tell('forgotten', true));
/** Whatever else lies at this address can read what is kept here: a folder of `user.github.io` is no place of its own. */
const isInFolder = !/^\/(?:index\.html)?$/.test(location.pathname);

const recovery = new Recovery(forget);
const consent = new Consent();
const installer = new Installer((installable) => tell('installable', installable));
const offline = new Offline({
  ready: () => tell('offlineReady', true),
  update: () => tell('updateReady', true),
});
/** When the page had all it needs. Whatever is sent later is counted. */
let complete = Number.POSITIVE_INFINITY;

const tell = hold({
  part: takePart,
  load: async () => {
    const kept = await recovery.passed(await store.load());
    if (kept) consent.found();
    return kept;
  },
  settled: () => recovery.settled(),
  save: async (kept) => {
    consent.demand();
    const where = await store.save(kept);
    return where !== 'memory' && isInFolder ? 'device-shared' : where;
  },
  forget,
  requestCount: () => requestsSince(complete),
  install: () => installer.ask(),
  applyUpdate: async (open) => {
    const changes = await offline.update(open);
    // What is open goes along.
    if (changes) guard(false);
    return changes;
  },
  takeOver,
});

function forget(): Promise<Leftovers> {
  consent.withdraw();
  return store.forget();
}

watchOpenedFiles((files) => tell('files', files));
void firstFetches.then(() => {
  complete = performance.now();
  return offline.start();
});
