//! What the app keeps, as its hosts see it.

/** Whatever the app keeps, as plain data that can be cloned. Its shape and version are the app's own. */
export type Kept = Readonly<Record<string, unknown>>;

/** `device-shared`: as `device`, and other pages of the same address can read it, too. `device`: the browser may delete it when it needs the room. `device-for-good`: it promised not to. `memory`: this browser lets
 *  nothing be stored; it is gone when the tab closes. */
export type KeptWhere = 'device' | 'device-for-good' | 'device-shared' | 'memory';

/** How many stores are still there after `forget`. */
export interface Leftovers {
  readonly databases: number;
  readonly localItems: number;
  readonly sessionItems: number;
}
