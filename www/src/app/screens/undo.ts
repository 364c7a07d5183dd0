//! What can be taken back, the last thing first.

/** More steps back than anybody remembers. */
const MOST = 50;

export interface Undo {
  /** What the person was told when it was done. */
  readonly said: string;
  readonly undo: () => void;
}

export class Undos {
  readonly #all: Undo[] = [];

  push(undo: Undo): void {
    this.#all.push(undo);
    if (MOST < this.#all.length) this.#all.shift();
  }

  pop(): Undo | undefined {
    return this.#all.pop();
  }

  /** What comes next to be taken back. */
  get last(): Undo | undefined {
    return this.#all.at(-1);
  }

  clear(): void {
    this.#all.length = 0;
  }
}
