//! The app's style for a shadow root in somebody else's page: what is said of the document is said of the app's own root.

import postcss from 'postcss';

/** The element that stands for the document. */
export const ROOT = '.mioboe-root';
/** The box around it; its width is what the app has in place of the window's. */
const BOX = 'mioboe';

const DOCUMENT = /(^|[\s,>+~(])(?::root|html|body)(?![-\w])/g;
const MAX_UNITS = 100;

export function scoped(css: string): string {
  const sheet = postcss.parse(css);
  // A page's paper is not a widget's to set; in a shadow root the rule would do nothing.
  sheet.walkAtRules('page', (rule) => void rule.remove());
  sheet.walkRules((rule) => {
    rule.selector = rule.selector.replace(DOCUMENT, `$1${ROOT}`);
  });
  sheet.walkAtRules('media', (rule) => {
    if (!/width/.test(rule.params)) return;
    rule.name = 'container';
    // There `em` is the box's own letter size, which the page around it has no say in.
    rule.params = `${BOX} ${rule.params.replace(/(\d)rem\b/g, '$1em')}`;
  });
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value
      .replace(/(?<![\w.#-])(-?[\d.]+)rem\b/g, 'calc($1*var(--rem))')
      .replace(/(?<![\w.#-])(-?[\d.]+)vw\b/g, (whole, share: string) => (Number(share) < MAX_UNITS ? `${share}cqi` : whole));
  });
  return sheet.toString();
}
