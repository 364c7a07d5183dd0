//! How high the frame may become. A frame that never settles is stopped, so that it cannot shake the page around it.

const LEAST = 120;
/** What is longer scrolls inside. */
export const MOST = 5000;
/** More changes than this within a second are a loop: layouts settle in two or three. */
const MOST_CHANGES = 20;
const SECOND_MS = 1000;

export class Heights {
  readonly #most: number;
  readonly #now: () => number;
  #last = 0;
  #changes: number[] = [];

  constructor(most: number = MOST, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#now = now;
  }

  /** The height to take on, or `null` to stay as it is. */
  next(wanted: unknown): number | null {
    if (typeof wanted !== 'number' || !Number.isFinite(wanted)) return null;
    const height = Math.min(Math.max(Math.ceil(wanted), LEAST), this.#most);
    if (height === this.#last) return null;
    const now = this.#now();
    this.#changes = this.#changes.filter((change) => now - change < SECOND_MS);
    if (MOST_CHANGES <= this.#changes.length) return null;
    this.#changes.push(now);
    this.#last = height;
    return height;
  }
}
