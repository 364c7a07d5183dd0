//! Plans that are going to be charged again: when, and how much.

import { html, nothing, type TemplateResult } from 'lit';
import type { RenewalReport, Report } from '../engine/report';
import { planName } from './charge-words';
import type { Store } from './store';

/** From the day of the report on, soonest first. */
export function renewalsOf({ renewals, today }: Report): (RenewalReport & { readonly next: string })[] {
  return renewals.flatMap((renewal) => (renewal.next && today <= renewal.next ? [{ ...renewal, next: renewal.next }] : [])).sort((a, b) => (a.next < b.next ? -1 : 1));
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
