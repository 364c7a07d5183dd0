//! The app's side of the channel.

import { type HostEvents, KNOCK, type ToApp, type ToHost, WELCOME, type Welcome, type WidgetCalls } from './protocol';

type Listener<Name extends keyof HostEvents> = (value: HostEvents[Name]) => void;

/** Asks the framing page for a channel. Only that page is listened to, and only once. */
export function knock(): Promise<HostPort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent<Partial<Welcome> | null>): void => {
      const port = event.ports[0];
      if (event.source !== window.parent || event.data?.type !== WELCOME || !port) return;
      window.removeEventListener('message', onMessage);
      resolve(new HostPort(port, event.data.hash ?? '', event.data.languages ?? navigator.languages));
    };
    window.addEventListener('message', onMessage);
    // The frame has no origin and cannot name the host's: the word carries nothing.
    window.parent.postMessage(KNOCK, '*');
  });
}

export class HostPort {
  readonly #port: MessagePort;
  readonly #open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  readonly #listeners = new Map<keyof HostEvents, Set<(value: never) => void>>();
  readonly #latest = new Map<keyof HostEvents, HostEvents[keyof HostEvents]>();
  #calls = 0;

  constructor(
    port: MessagePort,
    hash: string,
    /** What the person reads, best first. */
    readonly languages: readonly string[],
  ) {
    this.#port = port;
    this.#latest.set('hash', hash);
    port.onmessage = ({ data }: MessageEvent<ToApp>) => this.#hear(data);
  }

  call<Name extends keyof WidgetCalls>(name: Name, ...args: Parameters<WidgetCalls[Name]>): Promise<ReturnType<WidgetCalls[Name]>> {
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#port.postMessage({ id, name, args } satisfies ToHost);
    });
  }

  /** The event's last value, if there was one. */
  latest<Name extends keyof HostEvents>(name: Name): HostEvents[Name] | undefined {
    return this.#latest.get(name) as HostEvents[Name] | undefined;
  }

  /** The same, but only the first who asks gets it. */
  take<Name extends keyof HostEvents>(name: Name): HostEvents[Name] | undefined {
    const value = this.latest(name);
    this.#latest.delete(name);
    return value;
  }

  on<Name extends keyof HostEvents>(name: Name, listener: Listener<Name>): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  #hear(message: ToApp): void {
    if (message.type === 'event') {
      const listeners = this.#listeners.get(message.name) ?? new Set();
      // Files are handed over once, and not held on to.
      if (message.name !== 'files' || listeners.size === 0) this.#latest.set(message.name, message.value);
      for (const listener of listeners) listener(message.value as never);
      return;
    }
    const call = this.#open.get(message.id);
    this.#open.delete(message.id);
    if (message.type === 'answer') call?.resolve(message.value);
    else call?.reject(new Error(message.message));
  }
}
