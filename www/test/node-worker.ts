//! Node's worker threads with the face of a browser's worker, running the very script that the page will run.

import { Worker } from 'node:worker_threads';

import { bundle } from '../build/bundle';
import type { WorkerLike } from '../src/app/engine/worker-engine';

const FACE = `
const { parentPort } = require('node:worker_threads');
globalThis.self = globalThis;
self.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => self.onmessage({ data }));
`;

export async function nodeWorkers(): Promise<() => WorkerLike> {
  const { script } = await bundle('src/app/engine/worker.ts');
  return () => {
    const worker = new Worker(FACE + script, { eval: true });
    const face: WorkerLike = {
      onmessage: null,
      onerror: null,
      postMessage: (message) => worker.postMessage(message),
      terminate: () => void worker.terminate(),
    };
    worker.on('message', (data) => face.onmessage?.({ data }));
    worker.on('error', ({ message }) => face.onerror?.({ message }));
    return face;
  };
}
