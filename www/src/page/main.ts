//! The page: storage, installing, offline, the address. It frames the sealed app and never sees what is in it.

import { requestsSince } from '../host/requests';
import { welcome } from '../host/welcome';
import { Drops } from './drops';
import { Installer } from './install';
import { watchOpenedFiles } from './opened-files';
import { Offline } from './offline';
import { firstFetches, takePart } from './parts';
import { Store } from './store';
import './page.css';

const store = new Store();
const installer = new Installer((installable) => tell('installable', installable));
const offline = new Offline({
  ready: () => tell('offlineReady', true),
  update: () => tell('updateReady', true),
});
const drops = new Drops({
  dragging: (dragging) => tell('dragging', dragging),
  files: (files) => tell('files', files),
});
/** When the page had all it needs. Whatever is sent later is counted. */
let complete = Number.POSITIVE_INFINITY;

const tell = welcome(
  // This script stands before the frame.
  () => document.querySelector('iframe')?.contentWindow ?? null,
  {
    part: takePart,
    load: () => store.load(),
    save: (kept) => store.save(kept),
    forget: () => store.forget(),
    setHash: (hash, how) => {
      if (how === 'push') history.pushState(null, '', `#${hash}`);
      else history.replaceState(null, '', `#${hash}`);
    },
    describe: ({ lang, title }) => {
      document.documentElement.lang = lang;
      document.title = title;
    },
    requestCount: () => requestsSince(complete),
    catchDrop: () => drops.catch(),
    install: () => installer.ask(),
    applyUpdate: () => offline.update(),
  },
  hash,
);

function hash(): string {
  return location.hash.slice(1);
}

window.addEventListener('popstate', () => tell('hash', hash()));
watchOpenedFiles((files) => tell('files', files));
void firstFetches.then(() => {
  complete = performance.now();
  return offline.start();
});
