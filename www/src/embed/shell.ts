//! Host 2: the widget's frame. It holds the sealed app as the page does, and stands between it and the site around it.

import { between } from './between';
import { firstHello } from './first-hello';
import { type Knock, type ToElement, type ToFrame, WIRE_VERSION } from './wire';
import { isLang, titleOf } from '../host/limits';
import { requestsSince } from '../host/requests';
import { welcome } from '../host/welcome';
import { Drops } from '../host/drops';
import { firstFetches, takePart } from '../page/parts';
import '../host/page.css';

let complete = Number.POSITIVE_INFINITY;
let outside: MessagePort | null = null;

const drops = new Drops({
  dragging: (dragging) => tell('dragging', dragging),
  files: (files) => tell('files', files),
});

const { answers, configure } = between(
  {
    part: takePart,
    describe: ({ lang, title }) => {
      if (isLang(lang)) document.documentElement.lang = lang;
      document.title = titleOf(title);
    },
    requestCount: () => requestsSince(complete),
    catchDrop: () => drops.catch(),
  },
  (message: ToElement) => outside?.postMessage(message),
);

const tell = welcome(() => document.querySelector('iframe')?.contentWindow ?? null, answers, () => '');

firstHello(window, (port, site) => {
  outside = port;
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data?.type === 'config') configure(data.config, site, tell);
  };
});

void firstFetches.then(() => {
  complete = performance.now();
});

// The frame cannot know who is around it: the word carries nothing.
window.parent.postMessage({ type: 'mioboe:widget', version: WIRE_VERSION } satisfies Knock, '*');
