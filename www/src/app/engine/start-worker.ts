//! Starts workers from their own texts: the sealed app has no address to load them from.

import engineSource from 'virtual:worker-source';
import type { WorkerLike } from './worker-engine';

/** The only script addresses the app ever makes, and the policy passes no other. */
const addresses = new Set<string>();

const policy = window.trustedTypes?.createPolicy('mioboe-worker', {
  createScriptURL: (url) => {
    if (!addresses.has(url)) throw new TypeError('not one of our workers');
    return url;
  },
});

/** The text of a worker, which came with this page or was checked by its host. */
export class WorkerSource {
  readonly #address: string;

  constructor(text: BlobPart) {
    this.#address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    addresses.add(this.#address);
  }

  start(name: string): Worker {
    const url = policy?.createScriptURL(this.#address) ?? this.#address;
    return new Worker(url as string, { name });
  }
}

const engine = new WorkerSource(engineSource);

export function startWorker(): WorkerLike {
  return engine.start('mioboe-engine') as WorkerLike;
}
