//! Host 2: the widget's frame. It holds the sealed app as the page does, and stands between it and the site around it.

import { memoryStore } from './memory-store';
import { cssColors } from './css-colors';
import { type Embedding, readEmbedding, slotOf } from './embedding';
import { paletteWith } from './palette';
import { type News, sharedOf, summaryOf } from './news';
import { isHello, type Knock, type ToElement, type ToFrame, WIRE_VERSION } from './wire';
import { requestsSince } from '../host/requests';
import { welcome } from '../host/welcome';
import { Drops } from '../host/drops';
import { firstFetches, takePart } from '../page/parts';
import { Store } from '../page/store';
import version from 'virtual:version';
import '../host/page.css';

const palette = paletteWith(cssColors());
/** A frame without an origin can keep nothing. */
const canKeep = self.origin !== 'null';

let complete = Number.POSITIVE_INFINITY;
let outside: MessagePort | null = null;
let refused: readonly string[] = [];
let isShown = false;
let store = memoryStore();

const drops = new Drops({
  dragging: (dragging) => tell('dragging', dragging),
  files: (files) => tell('files', files),
});

/** Settles when the site has said how it wants the widget; until then there is no app that could keep or load anything. */
const configured = new Promise<void>((resolve) => {
  window.addEventListener('message', function onMessage(event) {
    const port = event.ports[0];
    // The first that fits is taken, and from then on nobody is listened to but the port.
    if (event.source !== window.parent || !isHello(event.data) || !port) return;
    window.removeEventListener('message', onMessage);
    outside = port;
    port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
      if (data?.type !== 'config') return;
      configure(data.config, event.origin);
      resolve();
    };
  });
});

const tell = welcome(
  () => document.querySelector('iframe')?.contentWindow ?? null,
  {
    part: takePart,
    load: async () => {
      await configured;
      return store.load();
    },
    save: (kept) => store.save(kept),
    forget: () => store.forget(),
    // The address of a frame is nobody's business, and a page of its own in the history would trap the "back" button.
    setHash: () => undefined,
    describe: ({ lang, title }) => {
      document.documentElement.lang = lang;
      document.title = title;
    },
    requestCount: () => requestsSince(complete),
    // Whether its own page may be left is the site's to say.
    guard: () => undefined,
    catchDrop: () => drops.catch(),
    install: () => false,
    applyUpdate: () => false,
    takeOver: () => null,
    toSite: (news) => pass(news),
  },
  () => '',
);

function configure(config: unknown, site: string): void {
  if (!isShown) {
    const slot = slotOf(config);
    store = canKeep ? new Store(() => tell('forgotten', true), `case:${slot}`) : memoryStore();
  }
  const read: { embedding: Embedding; refused: string[] } = readEmbedding(config, site, palette);
  refused = read.refused;
  tell('embedding', read.embedding);
}

/** What the app says is put together anew here, so that nothing but these fields can get out. */
function pass(news: News): void {
  switch (news.type) {
    case 'shown':
      if (isShown) return;
      isShown = true;
      send({ type: 'ready', ready: { version, refused } });
      break;
    case 'height':
      if (Number.isFinite(news.height)) send({ type: 'resize', height: Number(news.height) });
      break;
    case 'summary':
      send({ type: 'summary', summary: summaryOf(news.summary) });
      break;
    case 'shared':
      send({ type: 'shared', shared: sharedOf(news.shared) });
      break;
  }
}

function send(message: ToElement): void {
  outside?.postMessage(message);
}

void firstFetches.then(() => {
  complete = performance.now();
});

// The frame cannot know who is around it: the word carries nothing.
window.parent.postMessage({ type: 'mioboe:widget', version: WIRE_VERSION } satisfies Knock, '*');
