//! Drops anywhere on the page. The app's frame has no origin, and Chromium lets nobody without one read a dropped folder:
//! so while files are dragged the page lies above the frame and takes the drop itself.

import { filesDropped } from './dropped';

export interface DropNews {
  dragging(dragging: boolean): void;
  files(files: readonly File[]): void;
}

/** In page.css: the frame lets the pointer through. */
const CATCHING = 'is-catching';

export class Drops {
  readonly #news: DropNews;
  readonly #page = document.documentElement;

  constructor(news: DropNews) {
    this.#news = news;
    this.#page.addEventListener('dragenter', () => this.catch());
    // Without this a file dropped beside the frame would replace the page.
    this.#page.addEventListener('dragover', (event) => event.preventDefault());
    this.#page.addEventListener('drop', (event) => void this.#take(event));
    this.#page.addEventListener('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) this.#release();
    });
    // A pointer moves here only when the frame lets it through and nothing is dragged any more.
    this.#page.addEventListener('pointermove', () => this.#release());
  }

  /** Files are over the app, which is the first to hear of it. */
  catch(): void {
    if (this.#page.classList.contains(CATCHING)) return;
    this.#page.classList.add(CATCHING);
    this.#news.dragging(true);
  }

  #release(): void {
    if (!this.#page.classList.contains(CATCHING)) return;
    this.#page.classList.remove(CATCHING);
    this.#news.dragging(false);
  }

  async #take(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.#release();
    const files = event.dataTransfer ? await filesDropped(event.dataTransfer) : [];
    if (0 < files.length) this.#news.files(files);
  }
}
