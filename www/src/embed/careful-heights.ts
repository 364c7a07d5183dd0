//! How high the widget tells its site that it is. The height shows how long the texts in it are, so it is told in coarse steps, and
//! a site that tries all widths learns nothing by it: what does not fit scrolls inside.

/** Heights are told as the next multiple of this. */
export const STEP = 160;
/** At another width than before, a new height is told only so often, and only when the person has just done something. */
const AT_ANOTHER_WIDTH_MS = 10_000;
/** Letters of a screen that settles may come in at a few heights; more within this time than that is talking. */
const MOST = 12;
const WITHIN_MS = 10_000;

export class CarefulHeights {
  #told = 0;
  #width: number | null = null;
  #changed = Number.NEGATIVE_INFINITY;
  #times: number[] = [];
  #hasContent = false;

  /** From now on there is something of the person's in it. */
  fill(): void {
    this.#hasContent = true;
  }

  /** What to tell, or `null` for nothing. */
  next(height: unknown, width: number, isActive: boolean, now: number): number | null {
    if (typeof height !== 'number' || !Number.isFinite(height) || height < 0) return null;
    if (this.#hasContent && this.#width !== null && width !== this.#width) {
      if (!isActive || now - this.#changed < AT_ANOTHER_WIDTH_MS) return null;
      this.#changed = now;
    }
    const coarse = Math.ceil(Math.min(height, 1e6) / STEP) * STEP;
    this.#width = width;
    if (coarse === this.#told) return null;
    this.#times = this.#times.filter((time) => now - time < WITHIN_MS);
    if (MOST <= this.#times.length) return null;
    this.#times.push(now);
    this.#told = coarse;
    return coarse;
  }
}
