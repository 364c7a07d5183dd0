//! Where the app stands: alone in a document of its own, or as a part of somebody else's page.

export interface Place {
  readonly kind: 'document' | 'part';
  /** Carries the language, the brightness, and the looks that a site asks for. */
  readonly root: HTMLElement;
  /** Where keys, drops and what is pasted are heard. */
  readonly ears: EventTarget;
  /** Whether an open charge covers the list, and all else but the tabs. */
  isCovered(): boolean;
  /** When that may have changed. Gives how to hear no more of it. */
  onRoom(listener: () => void): () => void;
  /** A new view is read from its top. */
  toTop(): void;
  /** The title of what the person sees. */
  entitle(title: string): void;
  print(): void;
}

/** There is room for a charge beside the list. The style sheet has the same width. */
const beside = window.matchMedia('(min-width: 60rem)');

export const wholeDocument: Place = {
  kind: 'document',
  root: document.documentElement,
  ears: window,
  isCovered: () => !beside.matches,
  onRoom: (listener) => {
    beside.addEventListener('change', listener);
    return () => beside.removeEventListener('change', listener);
  },
  toTop: () => window.scrollTo(0, 0),
  entitle: (title) => {
    document.title = title;
  },
  print: () => window.print(),
};

/** In a widget an open charge stands in place of the list, and covers nothing: see `embed/embed.css`. */
export const nothingCovered: Pick<Place, 'isCovered' | 'onRoom'> = {
  isCovered: () => false,
  onRoom: () => () => undefined,
};
