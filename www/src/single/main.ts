//! The whole product as one file, opened from a disk or a stick. It asks nobody for anything and keeps nothing: other files
//! that are opened the same way could read what it stored. A case file keeps a case.

import type { Kept } from '../app/host';
import { hold } from '../host/document';
import { requestsSince } from '../host/requests';
import { takePart } from './parts';

/** Until the window closes. */
let kept: Kept | null = null;

const tell = hold({
  part: takePart,
  load: () => kept,
  save: (now) => {
    kept = now;
    return 'memory';
  },
  forget: () => {
    kept = null;
    return { databases: 0, localItems: 0, sessionItems: 0 };
  },
  requestCount: () => requestsSince(0),
  install: () => false,
  applyUpdate: () => false,
  takeOver: () => null,
  settled: () => undefined,
});

// It needs no network from its first moment.
tell('offlineReady', true);
