//! The element's own style: a made sheet, since a strict policy of the host page allows no style written into it.

const CSS = `
:host { display: block; }
:host([hidden]) { display: none; }
iframe { display: block; width: 100%; height: var(--mioboe-height, 36rem); border: 0; color-scheme: normal; }
.stage, [part='frame'] { border-radius: inherit; }
[part='placeholder'] { width: 100%; min-height: var(--mioboe-height, 36rem); border: 1px solid; border-radius: 0.75rem; background: transparent; color: inherit; font: inherit; cursor: pointer; }
[part='fallback'] { margin: 0; }
`;

let made: CSSStyleSheet | null = null;

export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync(CSS);
  }
  return made;
}
