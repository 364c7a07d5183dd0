//! How many charges each month has, stacked by verdict.

import { stack } from 'd3-shape';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Counts } from '../../engine/report';
import type { Words } from '../../words';
import { groupLabel } from '../charge-words';
import { type Tile, TILES } from '../charges';
import { icon } from '../icons';

const HEIGHT = 180;
/** Room for the month below and the count above. */
const BELOW = 24;
const ABOVE = 20;
/** A month never has less room than its name, nor more than looks well. */
const STEP = { least: 52, most: 132 };
const BAR_MOST = 72;
/** A bar of one charge among thousands is still to be seen. */
const LEAST = 3;

interface Month {
  readonly month: string;
  readonly counts: Counts;
}

export interface MonthBars {
  readonly words: Words;
  readonly byMonth: Readonly<Record<string, Counts>>;
  /** How wide the picture may be before it has to be scrolled. */
  readonly room: number;
  readonly choose: (month: string) => void;
}

export function monthBars({ words, byMonth, room, choose }: MonthBars): TemplateResult {
  const months = Object.entries(byMonth).map(([month, counts]) => ({ month, counts })).filter(({ counts }) => 0 < totalOf(counts)).sort((a, b) => (a.month < b.month ? -1 : 1));
  // What needs the person stands on top, where the bars differ most visibly.
  const layers = stack<Month, Tile>().keys([...TILES].reverse()).value(({ counts }, tile) => counts[tile])(months);
  const most = Math.max(1, ...months.map(({ counts }) => totalOf(counts)));
  const y = (count: number) => ABOVE + HEIGHT * (1 - count / most);
  const step = Math.max(STEP.least, Math.min(STEP.most, Math.floor(room / Math.max(1, months.length))));
  const bar = Math.min(BAR_MOST, Math.round(step * 0.62));
  const width = Math.max(1, months.length) * step;
  return html`<ul class="legend" role="list">
      ${TILES.map((tile) => html`<li data-verdict=${tile}><i class="swatch" data-tile=${tile}></i>${icon(tile)}${groupLabel(words, tile)}</li>`)}
    </ul>
    <div class="picture-scroll" data-at="end">
      <svg class="month-bars" width=${width} height=${ABOVE + HEIGHT + BELOW} viewBox="0 0 ${width} ${ABOVE + HEIGHT + BELOW}" role="group" aria-label=${words.say('months-title')}>
        ${hatches()}
        <line class="axis" x1="0" x2=${width} y1=${ABOVE + HEIGHT} y2=${ABOVE + HEIGHT}></line>
        ${months.map(
          // What is written on a bar stands beside the button: its name says the same in full, and in another order.
          ({ month, counts }, at) => svg`<g
            class="month-bar" role="button" tabindex="0" data-testid="month-bar" data-month=${month}
            aria-label=${words.say('months-bar', { month: words.month(month), parts: words.list(partsOf(words, counts)) })}
            @click=${() => choose(month)}
            @keydown=${(event: KeyboardEvent) => pressed(event) && choose(month)}
          >
            <rect class="hit" x=${at * step} y="0" width=${step} height=${ABOVE + HEIGHT + BELOW} rx="8"></rect>
            ${layers.map((layer) => {
              const [from = 0, to = 0] = layer[at] ?? [];
              if (to <= from) return nothing;
              const top = Math.min(y(to), y(from) - LEAST);
              return svg`<rect class="bar" data-verdict=${layer.key} x=${at * step + (step - bar) / 2} y=${top} width=${bar} height=${y(from) - top}></rect>${
                layer.key === 'flagged' || layer.key === 'notCovered'
                  ? svg`<rect fill="url(#hatch-${layer.key})" x=${at * step + (step - bar) / 2} y=${top} width=${bar} height=${y(from) - top}></rect>`
                  : nothing
              }`;
            })}
          </g>
          <g class="bar-words" aria-hidden="true">
            <text class="bar-count" x=${at * step + step / 2} y=${y(totalOf(counts)) - 6}>${words.count(totalOf(counts))}</text>
            <text class="bar-month" x=${at * step + step / 2} y=${ABOVE + HEIGHT + 17}>${monthLabel(words, month, months[at - 1]?.month)}</text>
          </g>`,
        )}
      </svg>
    </div>
    ${monthTable(words, months)}`;
}

function monthTable(words: Words, months: readonly Month[]): TemplateResult {
  return html`<details class="as-table"><summary>${words.say('as-table')}</summary>
    <div class="picture-scroll" tabindex="0" role="region" aria-label=${words.say('months-title')}><table data-testid="months-table">
      <thead><tr><th scope="col">${words.say('table-month')}</th>${TILES.map((tile) => html`<th scope="col" class="sum">${groupLabel(words, tile)}</th>`)}<th scope="col" class="sum">${words.say('table-all')}</th></tr></thead>
      <tbody>
        ${[...months].reverse().map(
          ({ month, counts }) => html`<tr><th scope="row">${words.month(month)}</th>${TILES.map((tile) => html`<td class="sum">${words.count(counts[tile])}</td>`)}<td class="sum">${words.count(totalOf(counts))}</td></tr>`,
        )}
      </tbody>
    </table></div>
  </details>`;
}

/** Colour is not the only sign: what is flagged and what is not covered have a pattern each. */
function hatches(): TemplateResult {
  return svg`<defs>
    <pattern id="hatch-flagged" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" y1="0" x2="0" y2="6"></line></pattern>
    <pattern id="hatch-notCovered" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="hatch-dot" cx="3" cy="3" r="1"></circle></pattern>
  </defs>` as unknown as TemplateResult;
}

/** Other shops are no part of the picture. */
function totalOf(counts: Counts): number {
  return TILES.reduce((sum, tile) => sum + counts[tile], 0);
}

function partsOf(words: Words, counts: Counts): string[] {
  return TILES.flatMap((tile) => (counts[tile] ? [words.say('months-part', { name: groupLabel(words, tile), count: counts[tile] })] : []));
}

/** The year is said where it begins. */
function monthLabel(words: Words, month: string, before: string | undefined): string {
  return before?.slice(0, 4) === month.slice(0, 4) ? words.monthOnly(month) : words.shortMonth(month);
}

export function pressed(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  event.preventDefault();
  return true;
}
