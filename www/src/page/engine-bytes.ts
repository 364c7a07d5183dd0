//! The engine's bytes: the one thing the page fetches. The browser itself refuses them if the hash differs.

import { integrity, url } from 'virtual:engine-file';

let early: Promise<ArrayBuffer> | null = fetchEngine();

/** Settles when the page's own first fetch has ended, well or not. */
export const firstFetch: Promise<unknown> = early.catch(() => undefined);

/** Bytes are given away, not shared; whoever asks again causes another fetch. */
export function takeEngineBytes(): Promise<ArrayBuffer> {
  const bytes = early ?? fetchEngine();
  early = null;
  return bytes;
}

async function fetchEngine(): Promise<ArrayBuffer> {
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(`the engine could not be fetched: ${response.status}`);
  return response.arrayBuffer();
}
