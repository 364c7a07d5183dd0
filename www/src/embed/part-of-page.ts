//! A place for the app in the page of somebody else: a box in a shadow root. Nothing of the page is touched.

import { nothingCovered, type Place } from '../app/place';
import { printAlone } from './print-alone';

export interface PartOfPage extends Place {
  readonly box: HTMLElement;
  /** Files that were dragged over the app are there no longer. */
  onDragEnd(listener: () => void): void;
}

/** In place of all that is in `stage`. `style` is for the paper, on which the box is printed alone. */
export function partOfPage(stage: HTMLElement, title: string, style: string): PartOfPage {
  const box = document.createElement('div');
  box.className = 'mioboe-box';
  // A section has a heading and a foot of its own; without it they would be the page's.
  const root = document.createElement('section');
  root.className = 'mioboe-root';
  root.setAttribute('aria-label', title);
  box.append(root);
  stage.replaceChildren(box);
  // The page around it may have made its own `rem` anything; this is the size the person chose for the browser.
  box.style.setProperty('--rem', getComputedStyle(box).fontSize);
  return {
    kind: 'part',
    box,
    root,
    ears: root,
    ...nothingCovered,
    toTop: () => {
      if (box.getBoundingClientRect().top < 0) box.scrollIntoView({ block: 'start' });
    },
    entitle: () => undefined,
    print: () => printAlone(box, style),
    onDragEnd: (listener) => {
      root.addEventListener('dragleave', ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) listener();
      });
      root.addEventListener('drop', listener);
    },
  };
}
