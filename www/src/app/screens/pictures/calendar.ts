//! Which plan is going to be charged on which day of the months to come.

import { html, type TemplateResult } from 'lit';
import type { RenewalReport, Report } from '../../engine/report';
import type { Words } from '../../words';
import { planName } from '../charge-words';
import { renewalsOf, unseenRenewals, unseenWords } from '../renewals';
import { monthAfter, sameDayIn } from './days';

/** A yearly plan that comes later is told by its own day. */
const MONTHS = 6;

export function renewalCalendar(words: Words, report: Report): TemplateResult {
  const plans = renewalsOf(report);
  const unseen = unseenRenewals(report, (renewal) => planName(words, renewal)).map(
    (one) => html`<p data-testid="renewal-unseen"><b><bdi>${planName(words, one.renewal)}</bdi></b> <span class="quiet">${unseenWords(words, one, report.today)}</span></p>`,
  );
  if (!plans.length) return html`${unseen.length ? unseen : html`<p class="quiet">${words.say('calendar-none')}</p>`}`;
  const months = Array.from({ length: MONTHS }, (_, at) => monthAfter(report.today.slice(0, 7), at));
  return html`<div class="picture-scroll" tabindex="0" role="region" aria-label=${words.say('calendar-title')}>
    <table class="renewal-calendar" data-testid="renewal-calendar">
      <thead><tr><th scope="col">${words.say('calendar-plan')}</th><th scope="col" class="sum">${words.say('calendar-sum')}</th>${months.map((month, at) => html`<th scope="col">${at === 0 || month.slice(0, 4) !== report.today.slice(0, 4) ? words.shortMonth(month) : words.monthOnly(month)}</th>`)}</tr></thead>
      <tbody>
        ${plans.map(
          (plan) => html`<tr>
            <th scope="row"><bdi>${planName(words, plan)}</bdi></th>
            <td class="sum">${words.money(plan.amount, plan.currency)}</td>
            ${months.map((month) => {
              const day = dayIn(plan, month);
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

/** The day in that month on which the plan is expected, if it is. */
export function dayIn({ next, cadence }: RenewalReport & { readonly next: string }, month: string): string | null {
  const first = next.slice(0, 7);
  if (month < first) return null;
  if (month === first) return next;
  if (cadence === 'year') return month.slice(5) === first.slice(5) ? sameDayIn(month, next) : null;
  return cadence === 'month' ? sameDayIn(month, next) : null;
}
