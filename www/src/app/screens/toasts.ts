//! What the person is told of what was done, and what of it can be taken back.

import { Undos } from './undo';

export interface Toast {
  readonly text: string;
  readonly undo?: () => void;
}

const TOAST_MS = 8000;

export class Toasts {
  shown: Toast | null = null;
  readonly #undos = new Undos();
  readonly #changed: () => void;
  #timer = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  say(text: string, undo?: () => void): void {
    window.clearTimeout(this.#timer);
    if (undo) this.#undos.push({ said: text, undo });
    this.shown = undo ? { text, undo } : { text };
    this.#changed();
    this.#timer = window.setTimeout(() => this.hush(), TOAST_MS);
  }

  hush(): void {
    window.clearTimeout(this.#timer);
    this.shown = null;
    this.#changed();
  }

  /** What the person was told of the last thing that can be taken back. */
  get undoable(): string | null {
    return this.#undos.last?.said ?? null;
  }

  /** Takes the last thing back, then the one before it. `false` where there is none. */
  undo(): boolean {
    const last = this.#undos.pop();
    last?.undo();
    return last !== undefined;
  }

  /** Nothing can be taken back any more. */
  clear(): void {
    this.#undos.clear();
  }
}
