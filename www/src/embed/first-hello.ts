//! The site's first word to the widget's frame.

import { isHello } from './wire';

/** Only whoever framed this window is listened to, and only once: from then on nobody but the port that came with it. */
export function firstHello(inside: Window, take: (port: MessagePort, site: string) => void): void {
  inside.addEventListener('message', function onMessage(event) {
    const port = event.ports[0];
    if (event.source !== inside.parent || !isHello(event.data) || !port) return;
    inside.removeEventListener('message', onMessage);
    take(port, event.origin);
  });
}
