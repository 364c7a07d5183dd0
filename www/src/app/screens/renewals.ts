//! Plans that are going to be charged again: when, and how much.

import { html, nothing, type TemplateResult } from 'lit';
import type { RenewalReport, Report } from '../engine/report';
import { planName } from './charge-words';
import { monthAfter, sameDayIn } from './pictures/days';
import type { Store } from './store';

/** From the day of the report on, soonest first. */
export function renewalsOf({ renewals, today, coverage }: Report): (RenewalReport & { readonly next: string })[] {
  return renewals
    .flatMap((renewal) => {
      const next = comingDay(renewal, today, coverage.statements?.to ?? '');
      return next ? [{ ...renewal, next }] : [];
    })
    .sort((a, b) => (a.next < b.next ? -1 : 1));
}

/** A day that has passed since the statements end may well have been charged: then the one after it comes. One that they have and that was not charged was the last. */
function comingDay({ next, cadence }: RenewalReport, today: string, statementsEnd: string): string | null {
  if (!next || today <= next) return next;
  const step = cadence === 'month' ? 1 : cadence === 'year' ? 12 : 0;
  if (!step || next <= statementsEnd) return null;
  let month = next.slice(0, 7);
  while (sameDayIn(month, next) < today) month = monthAfter(month, step);
  return sameDayIn(month, next);
}

export function renewalList({ report, words }: Store): TemplateResult | typeof nothing {
  const coming = report ? renewalsOf(report) : [];
  if (!coming.length) return nothing;
  return html`<section class="renewals" data-testid="renewals">
    <h2>${words.say('renewals-title')}</h2>
    <ul role="list">
      ${coming.map(
        (renewal) => html`<li>
          <span class="renewal-day">${words.shortDay(renewal.next)}</span>
          <bdi>${planName(words, renewal)}</bdi>
          <span class="renewal-sum">${words.money(renewal.amount, renewal.currency)}</span>
        </li>`,
      )}
    </ul>
    <p class="quiet">${words.say('renewals-about')}</p>
  </section>`;
}
