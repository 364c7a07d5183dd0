//! Which plan is going to be charged on which day of the months to come.

import { html, type TemplateResult } from 'lit';
import { planName } from '../charge-words';
import { comingOf, unseenOf, unseenWords } from '../renewals';
import type { Store } from '../store';
import { monthAfter } from './days';

/** A yearly plan that comes later is told by its own day. */
const MONTHS = 6;

export function renewalCalendar(store: Pick<Store, 'words' | 'report' | 'advised'>): TemplateResult {
  const { words } = store;
  const plans = comingOf(store);
  const today = store.advised?.today ?? '';
  const unseen = unseenOf(store).map(
    (one) => html`<p data-testid="renewal-unseen"><b><bdi>${planName(words, one)}</bdi></b> <span class="quiet">${unseenWords(words, one, today)}</span></p>`,
  );
  if (!plans.length) return html`${unseen.length ? unseen : html`<p class="quiet">${words.say('calendar-none')}</p>`}`;
  const months = Array.from({ length: MONTHS }, (_, at) => monthAfter(today.slice(0, 7), at));
  return html`<div class="picture-scroll" tabindex="0" role="region" aria-label=${words.say('calendar-title')}>
    <table class="renewal-calendar" data-testid="renewal-calendar">
      <thead><tr><th scope="col">${words.say('calendar-plan')}</th><th scope="col" class="sum">${words.say('calendar-sum')}</th>${months.map((month, at) => html`<th scope="col">${at === 0 || month.slice(0, 4) !== today.slice(0, 4) ? words.shortMonth(month) : words.monthOnly(month)}</th>`)}</tr></thead>
      <tbody>
        ${plans.map(
          (plan) => html`<tr>
            <th scope="row"><bdi>${planName(words, plan)}</bdi></th>
            <td class="sum">${words.money(plan.amount, plan.currency)}</td>
            ${months.map((month) => {
              const day = plan.days.find((one) => one.startsWith(month));
              return html`<td>${day ? html`<span class="renewal-day-mark">${words.dayOfMonth(day)}</span>` : ''}</td>`;
            })}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
  <p class="quiet">${words.say('calendar-about')}</p>
  ${unseen}`;
}
