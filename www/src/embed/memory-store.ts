//! A store for a frame that may keep nothing: it forgets with the page.

import type { Kept, KeptWhere, Leftovers } from '../app/host';

export interface AnyStore {
  load(): Promise<Kept | null>;
  save(kept: Kept): Promise<KeptWhere>;
  forget(): Promise<Leftovers>;
}

export function memoryStore(): AnyStore {
  let held: Kept | null = null;
  return {
    load: async () => held,
    save: async (kept) => {
      held = kept;
      return 'memory';
    },
    forget: async () => {
      held = null;
      return { databases: 0, localItems: 0, sessionItems: 0 };
    },
  };
}
