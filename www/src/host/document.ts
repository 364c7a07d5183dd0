//! What a host does that is a document of its own: the address, the title, drops anywhere on it.

import { Drops } from './drops';
import { guard } from './leaving';
import { isHash, isLang, Rate, titleOf } from './limits';
import type { Answers } from './protocol';
import { type Tell, welcome } from './welcome';
import './page.css';

/** More views than a person can look at. Each would be an entry of the browser's history. */
const views = new Rate(30, 10_000);

/** What a document answers by itself. */
const ofDocument = {
  setHash: (hash, how) => {
    if (!isHash(hash) || !views.allows()) return;
    if (how === 'push') history.pushState(null, '', `#${hash}`);
    else history.replaceState(null, '', `#${hash}`);
  },
  describe: ({ lang, title }) => {
    // The app draws itself in the moment after this word.
    requestAnimationFrame(() => document.querySelector('.coming')?.remove());
    if (isLang(lang)) document.documentElement.lang = lang;
    document.title = titleOf(title);
  },
  guard,
} as const satisfies Partial<Answers>;

type OfDocument = keyof typeof ofDocument | 'catchDrop';

/** Answers the app in the document's one frame. Runs before the frame is there, so that its first word is heard. */
export function hold(answers: Omit<Answers, OfDocument>): Tell {
  const hash = (): string => location.hash.slice(1);
  const drops = new Drops({
    dragging: (dragging) => tell('dragging', dragging),
    files: (files) => tell('files', files),
  });
  const frame = (): Window | null => document.querySelector('iframe')?.contentWindow ?? null;
  const tell = welcome(frame, { ...ofDocument, ...answers, catchDrop: () => drops.catch() }, hash);
  window.addEventListener('popstate', () => tell('hash', hash()));
  return tell;
}
