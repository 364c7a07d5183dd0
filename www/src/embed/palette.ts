//! Colours of a site, taken only where text in them and on them can be read.

import type { Palette } from './embedding';

/** WCAG 2.2, 1.4.3: text of the usual size. */
const LEAST_CONTRAST = 4.5;

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';

/** The app's own grounds and inks, as in `app/style/tokens.css`. */
const GROUNDS: Readonly<Record<Scheme, readonly Rgb[]>> = {
  light: [[244, 247, 251], [255, 255, 255]],
  dark: [[15, 19, 25], [24, 28, 35]],
};
/** Ink, quiet ink and the verdicts: all of them must stay readable on another ground. */
const INKS: Readonly<Record<Scheme, readonly Rgb[]>> = {
  light: [[27, 36, 53], [82, 91, 108], [6, 94, 71], [120, 78, 8], [154, 39, 55]],
  dark: [[230, 234, 239], [164, 171, 184], [128, 213, 181], [238, 200, 123], [248, 164, 163]],
};
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** `rgbOf` gives a colour's parts, 0 to 255, or `null` where it is none. */
export function paletteWith(rgbOf: (value: string) => Rgb | null): Palette {
  return {
    take(token, value) {
      if (token === 'round') return isLength(value) ? { '--round': value, '--round-l': value } : null;
      const [, name, dark] = /^(accent|paper|card)(-dark)?$/.exec(token) ?? [];
      const rgb = COLOR.test(value) ? rgbOf(value) : null;
      if (!name || !rgb) return null;
      const scheme: Scheme = dark ? 'dark' : 'light';
      const css = `rgb(${rgb.join(' ')})`;
      if (name !== 'accent') return INKS[scheme].every((ink) => isReadable(ink, rgb)) ? { [`--${name}@${scheme}`]: css } : null;
      if (!GROUNDS[scheme].every((ground) => isReadable(rgb, ground))) return null;
      const on = contrast(WHITE, rgb) < contrast(BLACK, rgb) ? '#000000' : '#ffffff';
      return { [`--accent@${scheme}`]: css, [`--on-accent@${scheme}`]: on };
    },
  };
}

/** Only forms that hold a colour and nothing else: no `url()`, no `var()`. */
const COLOR = /^(#[0-9a-f]{3}|#[0-9a-f]{6}|(rgb|hsl)\([-0-9.,% deg/]{3,40}\))$/i;

function isLength(value: string): boolean {
  const [, number, unit] = /^(\d{1,2}(?:\.\d{1,3})?)(px|rem)$/.exec(value) ?? [];
  return number !== undefined && Number(number) <= (unit === 'px' ? 32 : 2);
}

function isReadable(text: Rgb, ground: Rgb): boolean {
  return LEAST_CONTRAST <= contrast(text, ground);
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
