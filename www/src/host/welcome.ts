//! The host's side of the channel: the same for the page and for every other host.

import { languages } from './languages';
import { type Answers, type HostEvents, KNOCK, type ToApp, type ToHost, WELCOME, type Welcome, type WidgetCalls } from './protocol';

/** Tells the app something; before the app has come it is kept until then. */
export type Tell = <Name extends keyof HostEvents>(name: Name, value: HostEvents[Name]) => void;

/** Answers the app in `frame` for as long as it lives: one channel for each time that the frame's document starts anew. */
export function welcome(frame: () => Window | null, answers: Answers | Answers<WidgetCalls>, hash: () => string): Tell {
  let port: MessagePort | null = null;
  const early: ToApp[] = [];

  let isWaiting = false;

  window.addEventListener('message', (event) => {
    const app = frame();
    if (!app || event.source !== app || event.data !== KNOCK) return;
    // A second knock is a new document's only if one has loaded.
    if (port) isWaiting = true;
    else give(app);
  });
  // It does not bubble, and whoever listens from the top hears it on its way down.
  window.addEventListener('load', ({ target }) => {
    const app = frame();
    if (!isWaiting || !app || (target as Partial<HTMLIFrameElement> | null)?.contentWindow !== app) return;
    isWaiting = false;
    give(app);
  }, true);

  function give(app: Window): void {
    const channel = new MessageChannel();
    port?.close();
    port = channel.port1;
    listen(port, answers);
    // A frame without an origin can only be addressed as `*`; the source was checked, and only it gets the port.
    app.postMessage({ type: WELCOME, hash: hash(), languages } satisfies Welcome, '*', [channel.port2]);
    for (const message of early.splice(0)) port.postMessage(message);
  }

  return (name, value) => {
    const message: ToApp = { type: 'event', name, value };
    if (port) port.postMessage(message);
    else early.push(message);
  };
}

/** The same for an app in the host's own realm: gives the app's end of the channel. */
export function holdHere(answers: Answers | Answers<WidgetCalls>): { readonly app: MessagePort; readonly tell: Tell; close(): void } {
  const { port1, port2 } = new MessageChannel();
  listen(port1, answers);
  return {
    app: port2,
    tell: (name, value) => port1.postMessage({ type: 'event', name, value } satisfies ToApp),
    close: () => port1.close(),
  };
}

function listen(port: MessagePort, answers: Answers | Answers<WidgetCalls>): void {
  port.onmessage = ({ data }: MessageEvent<ToHost>) => void answer(port, answers, data);
}

async function answer(port: MessagePort, answers: Answers | Answers<WidgetCalls>, { id, name, args }: ToHost): Promise<void> {
  try {
    if (!Object.hasOwn(answers, name)) throw new Error(`the host has no \`${name}\``);
    const value: unknown = await ((answers as Answers<WidgetCalls>)[name] as (...args: readonly unknown[]) => unknown)(...args);
    const moved = value instanceof ArrayBuffer ? [value] : [];
    port.postMessage({ type: 'answer', id, value } satisfies ToApp, moved);
  } catch (error) {
    port.postMessage({ type: 'refusal', id, message: String(error) } satisfies ToApp);
  }
}
