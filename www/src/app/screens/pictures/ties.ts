//! One month: its charges above, the orders behind them below, and a line from each charge to its order.

import { linkVertical } from 'd3-shape';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ChargeReport, OrderReport, Report, Span } from '../../engine/report';
import { groupLabel, inBrief } from '../charge-words';
import type { Group } from '../charges';
import type { Store } from '../store';
import { dateOf, dayScale, daysAfter, monthAfter } from './days';
import { pressed } from './month-bars';

/** Beyond it the picture would be a cloud: what is explained is left out. */
const MOST = 120;
/** An order this long before its month is shown at the edge. */
const DAYS_BEFORE = 14;
const RADIUS = 7;
const PITCH = 17;
/** From the lowest charge down to the orders. */
const DROP = 110;
const AXIS = 26;

export interface Ties {
  readonly store: Store;
  readonly report: Report;
  readonly month: string;
  readonly width: number;
  readonly open: (charge: ChargeReport) => void;
}

interface Tie {
  readonly charge: ChargeReport;
  readonly day: string;
  readonly group: Group;
  readonly orders: readonly OrderReport[];
}

export function tiesPicture(asked: Ties): TemplateResult {
  const { store, month, width, open } = asked;
  const { words } = store;
  const all = tiesOf(asked);
  if (!all.length) return html`<p class="quiet" data-testid="ties-none">${words.say('ties-none')}</p>`;
  const ties = MOST < all.length ? all.filter(({ group }) => group !== 'explained' && group !== 'settled').slice(0, MOST) : all;
  const from = daysAfter(dateOf(`${month}-01`), -DAYS_BEFORE);
  const to = dateOf(`${monthAfter(month, 1)}-01`);
  const x = dayScale(from, to, width, RADIUS + 2);
  const middle = (day: string) => x(new Date(dateOf(day).getTime() + HALF_DAY));

  const taken = new Map<string, number>();
  const heights = ties.map(({ day }) => {
    const nth = taken.get(day) ?? 0;
    taken.set(day, nth + 1);
    return nth;
  });
  const top = Math.max(...taken.values()) * PITCH + RADIUS;
  const bottom = top + DROP;
  const curve = linkVertical<unknown, [number, number]>();
  const shown = new Map(ties.flatMap(({ orders }) => orders.map((order) => [order.orderId, order] as const)));
  const monthStart = x(dateOf(`${month}-01`));
  const missing = (store.advised?.uncovered ?? []).flatMap((span) => within(span, from, to));
  const weeks = x.ticks(Math.max(3, Math.min(8, Math.floor(width / 90))));

  return html`${ties.length < all.length ? html`<p class="quiet">${words.say('ties-many')}</p>` : nothing}
    <svg class="ties" width=${width} height=${bottom + RADIUS + AXIS} viewBox="0 0 ${width} ${bottom + RADIUS + AXIS}" role="group" aria-label=${words.say('ties-title')}>
      <rect class="ties-month" x=${monthStart} y="0" width=${width - monthStart} height=${bottom + RADIUS + 4}></rect>
      ${missing.map(([start, end]) => svg`<rect class="ties-missing" x=${x(start)} y=${bottom - 13} width=${Math.max(2, x(end) - x(start))} height="26" fill="url(#hatch-missing)"></rect>`)}
      <line class="axis" x1="0" x2=${width} y1=${top} y2=${top}></line>
      <line class="axis" x1="0" x2=${width} y1=${bottom} y2=${bottom}></line>
      ${weeks.map((tick) => svg`<text class="tick" x=${x(tick)} y=${bottom + RADIUS + AXIS - 7} text-anchor=${x(tick) < 24 ? 'start' : width - 24 < x(tick) ? 'end' : 'middle'}>${words.dayOfMonth(tick.toISOString().slice(0, 10))}</text>`)}
      ${ties.map(({ day, group, orders }, at) =>
        orders.map((order) => {
          const target = middle(order.ordered ?? day);
          return svg`<path class="tie" data-verdict=${group} d=${curve({ source: [middle(day), top - (heights[at] ?? 0) * PITCH], target: [target, bottom] }) ?? ''}></path>`;
        }),
      )}
      ${[...shown.values()].map((order) => (order.ordered ? svg`<rect class="tie-order" x=${middle(order.ordered) - 5} y=${bottom - 5} width="10" height="10" rx="2"><title>${words.say('ties-order-of', { day: words.day(order.ordered) })} ${order.items[0] ?? ''}</title></rect>` : nothing))}
      ${ties.map(({ charge, day, group }, at) => {
        const label = words.say('ties-charge', { day: words.day(day), amount: words.money(charge.amount, charge.currency), verdict: groupLabel(words, group) });
        return svg`<g class="tie-charge" role="button" tabindex="0" data-testid="tie-charge" data-verdict=${group} aria-label=${label}
          @click=${() => open(charge)} @keydown=${(event: KeyboardEvent) => pressed(event) && open(charge)}>
          <circle class="hit" cx=${middle(day)} cy=${top - (heights[at] ?? 0) * PITCH} r="12"></circle>
          ${dot(group, middle(day), top - (heights[at] ?? 0) * PITCH)}<title>${label}</title>
        </g>`;
      })}
    </svg>
    ${table(asked, all.slice(0, MOST))}`;
}

const HALF_DAY = 12 * 60 * 60 * 1000;

/** A shape for each verdict, as in the list. */
function dot(group: Group, x: number, y: number) {
  if (group === 'flagged' || group === 'notMine') return svg`<path class="dot" d="M${x} ${y - 8} ${x + 8} ${y} ${x} ${y + 8} ${x - 8} ${y}Z"></path>`;
  if (group === 'ask') return svg`<rect class="dot" x=${x - 6} y=${y - 6} width="12" height="12" rx="2"></rect>`;
  return svg`<circle class="dot" cx=${x} cy=${y} r="6" data-hollow=${group === 'notCovered'}></circle>`;
}

function tiesOf({ report, store, month }: Ties): Tie[] {
  const ties: Tie[] = [];
  for (const charge of report.charges) {
    if (!charge.date?.startsWith(month)) continue;
    const group = store.groupOf(charge);
    if (group === 'other') continue;
    ties.push({ charge, day: charge.date, group, orders: charge.orders.flatMap(({ orderId }) => store.orders.get(orderId) ?? []) });
  }
  return ties.sort((a, b) => (a.day < b.day ? -1 : b.day < a.day ? 1 : 0));
}

function table({ store }: Ties, ties: readonly Tie[]): TemplateResult {
  const { words, orders } = store;
  return html`<details class="as-table"><summary>${words.say('as-table')}</summary>
    <div class="picture-scroll" tabindex="0" role="region" aria-label=${words.say('ties-title')}><table>
      <thead><tr><th scope="col">${words.say('ties-table-charge')}</th><th scope="col" class="sum">${words.say('calendar-sum')}</th><th scope="col">${words.say('ties-table-order')}</th></tr></thead>
      <tbody>
        ${ties.map(
          ({ charge, day, group, orders: behind }) => html`<tr>
            <th scope="row">${words.shortDay(day)}</th>
            <td class="sum">${words.money(charge.amount, charge.currency)}</td>
            <td>${behind.length ? behind.map((order) => html`<div>${order.ordered ? words.shortDay(order.ordered) : ''} <bdi>${order.items[0] ?? order.orderId}</bdi></div>`) : inBrief(words, charge, group, store.answered(charge)?.laidToRest ?? false, orders)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>
  </details>`;
}

function within({ from, to }: Span, first: Date, last: Date): [Date, Date][] {
  const start = dateOf(from) < first ? first : dateOf(from);
  const end = last < daysAfter(dateOf(to), 1) ? last : daysAfter(dateOf(to), 1);
  return start < end ? [[start, end]] : [];
}
