//! The looks that a page may give the widget. Values are sent as they are; the frame decides which it takes.

export const TOKENS = ['accent', 'accent-dark', 'paper', 'paper-dark', 'card', 'card-dark', 'round'] as const;
export type Token = (typeof TOKENS)[number];

export function colorsOf(element: Element): Readonly<Record<string, string>> {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    TOKENS.map((token) => [token, style.getPropertyValue(`--mioboe-${token}`).trim()] as const).filter(([, value]) => value !== ''),
  );
}
