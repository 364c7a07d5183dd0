//! Gets a part of the app from the folder it lies in. Bytes of another hash are refused by the browser.

import parts from 'virtual:parts';
import type { PartName } from '../host/protocol';

export async function fetchPart(name: PartName, base: string = document.baseURI): Promise<ArrayBuffer> {
  // Names that every object has are none of ours.
  if (!Object.hasOwn(parts, name)) throw new Error(`there is no part ${String(name)}`);
  const { url, integrity } = parts[name];
  const response = await fetch(new URL(url, base), { integrity, referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`${name} could not be fetched: ${response.status}`);
  return response.arrayBuffer();
}
