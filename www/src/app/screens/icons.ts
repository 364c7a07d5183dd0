//! Line drawings. Each verdict has a shape of its own, so that colour is never the only sign.

import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const SHAPES = {
  explained: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16.2 9.4"/>`,
  settled: svg`<circle cx="12" cy="8.4" r="3.6"/><path d="M4.8 20c.6-4 3.4-6 7.2-6 1.5 0 2.8.3 3.9.9"/><path d="m15.5 18.7 1.8 1.8 3.5-3.9"/>`,
  ask: svg`<path d="M5 4.5h14a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-5.5L9 20.5v-4H5A1.5 1.5 0 0 1 3.5 15V6A1.5 1.5 0 0 1 5 4.5Z"/><path d="M10 8.8a2.05 2.05 0 1 1 2.9 1.9c-.6.3-.9.7-.9 1.2"/><path d="M12 13.8v.1"/>`,
  flagged: svg`<path d="M5.5 21V3.8"/><path d="M5.5 4.5h12.6l-2.7 4.2 2.7 4.3H5.5"/>`,
  notMine: svg`<path d="M12 3 21 12l-9 9-9-9Z"/><path d="M12 8v4.8"/><path d="M12 15.8v.1"/>`,
  notCovered: svg`<circle cx="12" cy="12" r="9" stroke-dasharray="3.1 2.55"/><path d="M8.5 12h7"/>`,
  other: svg`<circle cx="12" cy="12" r="3"/>`,
  shield: svg`<path d="M12 3.2 19 6v5.4c0 4.5-2.9 7.6-7 9.4-4.1-1.8-7-4.9-7-9.4V6Z"/><path d="m9 11.8 2.2 2.2 3.9-4.2"/>`,
  files: svg`<path d="M7 3.5h6.5L18.5 8.5v10a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2Z"/><path d="M13.5 3.5v5h5"/><path d="M8.5 13h6.5M8.5 16.5h4.5"/>`,
  steps: svg`<path d="m4 6.2 1.5 1.5L8.2 5M4 12.7l1.5 1.5 2.7-2.7M4 19.2l1.5 1.5L8.2 18"/><path d="M12 6.5h8M12 13h8M12 19.5h8"/>`,
  results: svg`<path d="M4.5 5.5h15M4.5 12h15M4.5 18.5h9"/>`,
  settings: svg`<path d="M4 7.5h8M17.5 7.5H20M4 16.5h2.5M12 16.5h8"/><circle cx="14.75" cy="7.5" r="2.5"/><circle cx="9.25" cy="16.5" r="2.5"/>`,
  help: svg`<circle cx="12" cy="12" r="9"/><path d="M9.6 9.5a2.45 2.45 0 1 1 3.5 2.3c-.8.4-1.1.9-1.1 1.6"/><path d="M12 16.6v.1"/>`,
  filter: svg`<path d="M4 6h16M7 12h10M10 18h4"/>`,
  chart: svg`<path d="M4 20h16M6.5 16.5v-5M12 16.5v-10M17.5 16.5v-7"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  undo: svg`<path d="M8.5 5 4.5 9l4 4"/><path d="M4.5 9h9a5.5 5.5 0 0 1 0 11H9"/>`,
  back: svg`<path d="M14.5 5.5 8 12l6.5 6.5"/>`,
  next: svg`<path d="M9.5 5.5 16 12l-6.5 6.5"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>`,
  letter: svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4.5 7 7.5 6 7.5-6"/>`,
  download: svg`<path d="M12 4v10.5M7.5 10.5 12 15l4.5-4.5M5 19.5h14"/>`,
  calendar: svg`<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 5.5a2 2 0 0 0-2-2h-7a3 3 0 0 0-3 3v7a2 2 0 0 0 2 2"/>`,
  print: svg`<path d="M7 9V3.5h10V9M7 17H5a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 5 9h14a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 19 17h-2"/><path d="M7 14h10v6.5H7Z"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.3l3.3 2"/>`,
  box: svg`<path d="m12 3 8 4.2v9.6L12 21l-8-4.2V7.2Z"/><path d="m4 7.2 8 4.3 8-4.3M12 11.5V21"/>`,
  card: svg`<rect x="3" y="5.5" width="18" height="13" rx="2.2"/><path d="M3 10h18M6.5 14.5h3.5"/>`,
  'theme-system': svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5v17a8.5 8.5 0 0 0 0-17Z" fill="currentColor"/>`,
  'theme-light': svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2.2M12 19.3v2.2M2.5 12h2.2M19.3 12h2.2M5.3 5.3l1.5 1.5M17.2 17.2l1.5 1.5M18.7 5.3l-1.5 1.5M6.8 17.2l-1.5 1.5"/>`,
  'theme-dark': svg`<path d="M20 14.2A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.2Z"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof SHAPES;

/** Always beside a word that says the same, so it is hidden from screen readers. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" data-icon=${name} viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}
