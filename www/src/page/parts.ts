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

/** A line that comes and goes may need some; more is not the person's doing. */
const MOST_TRIES = 5;
const tries = new Map<PartName, number>();

/** Each part is fetched once: who asks again gets a copy, and after a failure it is tried again a few times. */
export async function takePart(name: PartName): Promise<ArrayBuffer> {
  if (!Object.hasOwn(parts, name)) throw new Error(`there is no part ${String(name)}`);
  const coming = early.get(name) ?? fetched(name);
  early.set(name, coming);
  try {
    // Bytes are given away, not shared.
    return (await coming).slice(0);
  } catch (error) {
    if (early.get(name) === coming) early.delete(name);
    throw error;
  }
}

async function fetched(name: PartName): Promise<ArrayBuffer> {
  const stored = await storedPart(name);
  if (stored) return stored;
  const tried = (tries.get(name) ?? 0) + 1;
  if (MOST_TRIES < tried) throw new Error(`${name} could not be fetched ${MOST_TRIES} times`);
  tries.set(name, tried);
  return fetchPart(name);
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
