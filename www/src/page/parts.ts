//! The parts of the app that the page gets for it, and all that it fetches. Bytes of another hash are refused.

import parts from 'virtual:parts';
import { painted } from '../host/painted';
import type { PartName } from '../host/protocol';
import { fetchPart } from './fetch-part';

/** On a slow line the parts would stand in the way of the first paint. */
const isPainted = painted();

/** Fetched with the page itself: every person needs them. */
const early = new Map<PartName, Promise<ArrayBuffer>>((['engine', 'screens'] as const).map((name) => [name, isPainted.then(() => fetchPart(name))]));

/** Settles when the page's own first fetches have ended, well or not. */
export const firstFetches: Promise<unknown> = Promise.allSettled(early.values());

/** Bytes are given away, not shared; whoever asks again gets them anew. */
export async function takePart(name: PartName): Promise<ArrayBuffer> {
  const bytes = early.get(name) ?? storedPart(name).then((stored) => stored ?? fetchPart(name));
  early.delete(name);
  return bytes;
}

/** From the copy that the service worker keeps, past it: nothing is sent for what is here already. */
async function storedPart(name: PartName): Promise<ArrayBuffer | null> {
  const { url, integrity } = parts[name];
  try {
    const bytes = await (await caches.match(url))?.arrayBuffer();
    return bytes && (await sha256(bytes)) === integrity ? bytes : null;
  } catch {
    // Private windows and plain-http addresses have no such copy.
    return null;
  }
}

/** In the form of integrity attributes. */
async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
