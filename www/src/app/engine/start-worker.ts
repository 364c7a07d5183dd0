//! Starts the engine's worker from its own text: the sealed app has no address to load it from.

import source from 'virtual:worker-source';
import type { WorkerLike } from './worker-engine';

/** The only script address the app ever makes, and the policy passes no other. */
const policy = window.trustedTypes?.createPolicy('mioboe-worker', {
  createScriptURL: (url) => {
    if (url !== address) throw new TypeError('not the engine');
    return url;
  },
});

const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));

export function startWorker(): WorkerLike {
  const url = policy?.createScriptURL(address) ?? address;
  return new Worker(url as string, { name: 'mioboe-engine' }) as WorkerLike;
}
