//! The form in which the text of a PDF goes to the engine. `crates/ingest/src/formats/paper.rs` reads it.

/** The first line. A word behind it says why there is no text. */
export const TEXT_HEAD = 'mioboe-pdf 1';
export const PAGE = 'page';

export interface PlacedText {
  readonly str: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
}

/** Left, foot, width and height in tenths of a point from the top left of the page as it is shown. Blanks have no line. */
export function pieceLine({ str, transform, width, height }: PlacedText, page: readonly unknown[]): string[] {
  const text = str.replace(/[\t\r\n\0]/g, ' ');
  if (!text.trim()) return [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page as number[];
  const [left = 0, foot = 0] = (transform as number[]).slice(4);
  const places = [a * left + c * foot + e, b * left + d * foot + f, width, height];
  return [[...places.map((place) => Math.round(place * 10)), text].join('\t')];
}
