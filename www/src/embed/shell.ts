//! Host 2: the widget's frame. It holds the sealed app as the page does, and stands between it and the site around it.

import { between } from './between';
import { isHello, type Knock, type ToElement, type ToFrame, WIRE_VERSION } from './wire';
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
      document.documentElement.lang = lang;
      document.title = title;
    },
    requestCount: () => requestsSince(complete),
    catchDrop: () => drops.catch(),
  },
  (message: ToElement) => outside?.postMessage(message),
);

const tell = welcome(() => document.querySelector('iframe')?.contentWindow ?? null, answers, () => '');

window.addEventListener('message', function onMessage(event) {
  const port = event.ports[0];
  // The first that fits is taken, and from then on nobody is listened to but the port.
  if (event.source !== window.parent || !isHello(event.data) || !port) return;
  window.removeEventListener('message', onMessage);
  outside = port;
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data?.type === 'config') configure(data.config, event.origin, tell);
  };
});

void firstFetches.then(() => {
  complete = performance.now();
});

// The frame cannot know who is around it: the word carries nothing.
window.parent.postMessage({ type: 'mioboe:widget', version: WIRE_VERSION } satisfies Knock, '*');
