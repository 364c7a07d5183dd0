//! The parts of the app, which stand in this very file.

import type { PartName } from '../host/protocol';

/** `build/single.ts` writes each as a block of data: compressed, as base64. */
export async function takePart(name: PartName): Promise<ArrayBuffer> {
  const block = document.getElementById(`part-${name}`);
  if (!block) throw new Error(`this file has no ${name}`);
  const bytes = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
