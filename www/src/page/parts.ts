//! The parts of the app that the page fetches for it, and all that it fetches. The browser refuses bytes of another hash.

import parts from 'virtual:parts';
import type { PartName } from '../host/protocol';

/** Fetched with the page itself: every person needs them. */
const early = new Map<PartName, Promise<ArrayBuffer>>((['engine', 'screens'] as const).map((name) => [name, fetchPart(name)]));

/** Settles when the page's own first fetches have ended, well or not. */
export const firstFetches: Promise<unknown> = Promise.allSettled(early.values());

/** Bytes are given away, not shared; whoever asks again causes another fetch. */
export function takePart(name: PartName): Promise<ArrayBuffer> {
  const bytes = early.get(name) ?? fetchPart(name);
  early.delete(name);
  return bytes;
}

async function fetchPart(name: PartName): Promise<ArrayBuffer> {
  const { url, integrity } = parts[name];
  const response = await fetch(url, { integrity });
  if (!response.ok) throw new Error(`${name} could not be fetched: ${response.status}`);
  return response.arrayBuffer();
}
