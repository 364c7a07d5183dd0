//! Which days the files cover, and where order data is missing.

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { CoverageReport, Span } from '../../engine/report';
import type { Words } from '../../words';
import { dateOf, dayScale, daysAfter } from './days';

const WIDTH = 640;
const LANE = 22;
const GAP = 30;

/** `missing`: days of which there are statements and no orders. */
export function coveragePicture(words: Words, { statements, orders }: CoverageReport, missing: readonly Span[]): TemplateResult | typeof nothing {
  const known = [statements, orders].filter((span): span is Span => span !== null);
  if (!known.length) return nothing;
  const from = known.map((span) => span.from).reduce(earlier);
  const to = known.map((span) => span.to).reduce(later);
  const x = dayScale(dateOf(from), daysAfter(dateOf(to), 1), WIDTH, 0);
  const bar = ({ from: first, to: last }: Span, y: number, name: string) =>
    svg`<rect data-span=${name} x=${x(dateOf(first))} y=${y} width=${Math.max(3, x(daysAfter(dateOf(last), 1)) - x(dateOf(first)))} height=${LANE} rx="4"></rect>`;
  return html`<dl class="covered">
      <div><dt>${words.say('covered-statements')}</dt><dd>${statements ? words.span(statements.from, statements.to) : words.say('covered-none')}</dd></div>
      <div><dt>${words.say('covered-orders')}</dt><dd>${orders ? words.span(orders.from, orders.to) : words.say('covered-none')}</dd></div>
    </dl>
    <svg class="coverage" viewBox="0 0 ${WIDTH} ${LANE + GAP}" preserveAspectRatio="none" aria-hidden="true">
      <defs><pattern id="hatch-missing" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-missing" x1="0" y1="0" x2="0" y2="7"></line></pattern></defs>
      ${statements ? bar(statements, 0, 'statements') : nothing} ${orders ? bar(orders, GAP, 'orders') : nothing}
      ${missing.map((span) => bar(span, GAP, 'missing'))}
    </svg>
    ${missing.map((span) => html`<p class="missing-span" data-testid="missing-span"><i class="swatch" data-tile="missing"></i>${words.say('covered-gap-span', { span: words.span(span.from, span.to) })}</p>`)}`;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}
