//! Text that did not come through the engine, made safe to show: what cannot be seen is shown by its number. The engine does the
//! same to all that a report says; `tests/fixtures/shown.json` holds both to one table.

/** What ends a line somewhere, though not everywhere. */
const LINE_END = /[\t\n\u000b\f\r\u0085\u2028\u2029]/;
/** Controls, marks of direction, what has no width, what is blank and no space, tags, and what chooses a glyph. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;
/** What chooses the glyph of a kanji or the picture of a symbol belongs to it and hides nothing. */
const BELONGS = /^(?:[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}][\u{e0100}-\u{e01ef}]|[\u2190-\u27ff\u2900-\u2bff\u{1f000}-\u{1faff}][\ufe0e\ufe0f])$/u;

/** A text of several lines, such as a note of the person's own. */
export function plainText(text: string): string {
  return UNSEEN.test(text) ? text.split(/\r\n|\n|\r/).map((line) => shown(line, '\t')).join('\n') : text;
}

/** A name: no line end in it can begin a line of its own. */
export function oneLine(text: string): string {
  return UNSEEN.test(text) ? shown(text, '') : text;
}

/** Line ends as one space, but for those that may stay. */
function shown(text: string, may: string): string {
  let out = '';
  let before = ' ';
  for (const sign of text) {
    if (sign !== may && LINE_END.test(sign)) {
      if (before !== ' ') out += ' ';
      before = ' ';
      continue;
    }
    const hides = sign !== may && UNSEEN.test(sign) && !BELONGS.test(before + sign);
    out += hides ? `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]` : sign;
    before = sign;
  }
  return out;
}
