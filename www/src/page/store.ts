//! What the person chose to keep, on this device. Nothing is opened before there is something to keep or to look for.

import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';

import type { Kept, KeptWhere, Leftovers } from '../app/host';

/** Everything of ours begins with it; other pages may live at the same origin. */
const OURS = 'mioboe';
const CASE = 'case';

interface Shape extends DBSchema {
  kept: { key: string; value: Kept };
}

export class Store {
  #open: Promise<IDBPDatabase<Shape>> | null = null;
  /** Where the browser lets nothing be stored, this is all there is. */
  #memory: Kept | null = null;

  readonly #word = new BroadcastChannel(OURS);

  /** `forgotten`: another tab has deleted everything. `name` tells several widgets of one page apart. */
  constructor(forgotten: () => void, readonly name: string = CASE) {
    this.#word.onmessage = () => {
      // Let go of what it wants to delete.
      void this.#close();
      forgotten();
    };
  }

  async load(): Promise<Kept | null> {
    try {
      // Looking must not create an empty database.
      if (!(await this.#databases()).includes(OURS)) return this.#memory;
      return (await (await this.#database()).get('kept', this.name)) ?? this.#memory;
    } catch {
      return this.#memory;
    }
  }

  async save(kept: Kept): Promise<KeptWhere> {
    try {
      const database = await this.#database();
      const isFirst = (await database.count('kept', this.name)) === 0;
      await database.put('kept', kept, this.name);
      return (await mayStay(isFirst)) ? 'device-for-good' : 'device';
    } catch {
      this.#memory = kept;
      return 'memory';
    }
  }

  async forget(): Promise<Leftovers> {
    this.#memory = null;
    this.#word.postMessage('forget');
    await this.#close();
    for (const name of await this.#databases()) await deleteDB(name);
    for (const storage of storages()) for (const key of ourKeys(storage)) storage.removeItem(key);
    const [local = 0, session = 0] = storages().map((storage) => ourKeys(storage).length);
    return { databases: (await this.#databases()).length, localItems: local, sessionItems: session };
  }

  #database(): Promise<IDBPDatabase<Shape>> {
    this.#open ??= openDB<Shape>(OURS, 1, {
      upgrade: (database) => {
        database.createObjectStore('kept');
      },
      blocking: () => void this.#close(),
      terminated: () => {
        this.#open = null;
      },
    }).catch((error: unknown) => {
      this.#open = null;
      throw error;
    });
    return this.#open;
  }

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    (await open?.catch(() => null))?.close();
  }

  async #databases(): Promise<string[]> {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return names.filter((name) => name.startsWith(OURS));
  }
}

/** Whether the browser leaves it there when it runs out of room. Some browsers ask the person, so it is asked only when keeping begins. */
async function mayStay(isFirst: boolean): Promise<boolean> {
  try {
    return isFirst ? await navigator.storage.persist() : await navigator.storage.persisted();
  } catch {
    // Plain-http addresses have no such promise.
    return false;
  }
}

function storages(): Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

function ourKeys(storage: Storage): string[] {
  return Object.keys(storage).filter((key) => key.startsWith(OURS));
}
