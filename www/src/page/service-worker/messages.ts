//! What the page says to its service worker. Answers come through the port that goes with a message.

export type ToServiceWorker =
  /** Take over from the version before. */
  | { readonly type: 'activate' }
  /** Hold what this page has open until the next one asks for it under this name. Answered with `held`. */
  | { readonly type: 'hold'; readonly name: string; readonly open: unknown }
  /** Answered with what is held under this name, or `null`. */
  | { readonly type: 'give'; readonly name: string };
