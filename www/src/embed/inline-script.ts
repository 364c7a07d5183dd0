//! How the element speaks with the app in the mode `inline`: directly, and in the same words as with a frame.

import type { ToElement } from './wire';

/** What `inline.js` gives. */
export interface InlineScript {
  readonly version: number;
  /** Opens the app in the shadow root, in place of what is in `stage`; `hear` is told what a frame would tell. */
  open(root: ShadowRoot, stage: HTMLElement, title: string, hear: (message: ToElement) => void): Inline;
}

export interface Inline {
  configure(config: unknown): void;
  close(): void;
}
