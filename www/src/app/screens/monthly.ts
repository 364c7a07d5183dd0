//! What a look once a month is for: what is new, which refunds are still to come, which prices changed, what will be charged next.

import { html, nothing, type TemplateResult } from 'lit';
import type { ChargeReport, FindingReport, RefundReport, RenewalReport, Report } from '../engine/report';
import { findingArgs, planName } from './charge-words';
import { icon } from './icons';
import { renewalsOf, type Unseen, unseenRenewals, unseenWords } from './renewals';
import type { Store } from './store';

/** A price of a plan that is no longer the one before. */
export interface PriceChange {
  readonly finding: FindingReport;
  readonly charge: ChargeReport;
}

const PRICE_CHANGES = ['price-changed', 'trial-ended'];

/** The refunds that have not come: those that are late first, then by day. */
export function refundsToCome({ refunds }: Report): RefundReport[] {
  const late = ({ state }: RefundReport) => (state === 'overdue' ? 0 : 1);
  return refunds.filter(({ state }) => state !== 'came').sort((a, b) => late(a) - late(b) || (a.until < b.until ? -1 : 1));
}

/** Newest first. */
export function priceChanges({ findings, charges }: Report): PriceChange[] {
  const changes = findings.filter(({ rule }) => PRICE_CHANGES.includes(rule));
  if (!changes.length) return [];
  const dayOf = ({ charge }: PriceChange) => charge.date ?? '';
  return changes
    .flatMap((finding) => charges.filter(({ id }) => finding.charges.includes(id)).map((charge) => ({ finding, charge })))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
}

/** Nothing where a month brings none of it. */
export function monthlyCheck(store: Store): TemplateResult | typeof nothing {
  const { report } = store;
  if (!report) return nothing;
  const parts = [newCharges(store), refunds(store, refundsToCome(report)), prices(store, priceChanges(report)), renewals(store, renewalsOf(report), unseenRenewals(report, (renewal) => planName(store.words, renewal)))].filter((part) => part !== nothing);
  if (!parts.length) return nothing;
  return html`<section class="monthly" data-testid="monthly" tabindex="-1">
    <h2>${store.words.say('monthly-title')}</h2>
    ${parts}
  </section>`;
}

/** What the check has, in a line, where it stands itself far below the list. */
export function monthLine({ words, report, newCount }: Store, show: () => void): TemplateResult | typeof nothing {
  if (!report) return nothing;
  const counts = { new: newCount, refunds: refundsToCome(report).length, prices: priceChanges(report).length, renewals: renewalsOf(report).length };
  const parts = Object.entries(counts).flatMap(([what, count]) => (count ? [words.say(`month-line-${what}`, { count })] : []));
  if (!parts.length) return nothing;
  return html`<button class="next-line" data-testid="month-line" @click=${show}>
    ${icon('calendar')}
    <span><span class="quiet">${words.say('month-line')}</span> ${words.list(parts)}</span>
    ${icon('next')}
  </button>`;
}

function newCharges(store: Store): TemplateResult | typeof nothing {
  const { words, newCount } = store;
  if (!newCount) return nothing;
  const show = () => {
    store.setFilter({ since: 'new' });
    store.go({ name: 'results' });
  };
  return html`<p><button class="link-button" data-testid="monthly-new" @click=${show}>${words.say('new-since', { count: newCount })}</button></p>`;
}

function refunds(store: Store, coming: readonly RefundReport[]): TemplateResult | typeof nothing {
  const { words, report, orders } = store;
  if (!report || !coming.length) return nothing;
  return html`<section data-testid="refunds-to-come">
    <h3>${words.say('refunds-title')}</h3>
    <ul role="list">
      ${coming.map((refund) => {
        const { orderId, amount, currency, until, charge } = refund;
        const name = orders.get(orderId)?.items[0] ?? orderId;
        const state = refund.state === 'overdue' ? 'overdue' : until < report.today ? 'unseen' : 'waiting';
        return html`<li data-state=${state}>
          <span class="monthly-what">
            ${charge ? html`<button class="link-button" @click=${() => store.go({ name: 'charge', id: charge })}><bdi>${name}</bdi></button>` : html`<bdi>${name}</bdi>`}
            <span class="quiet">${state === 'overdue' ? icon('flagged') : nothing}${words.say(`refund-${state}`, { day: words.nearDay(until, report.today) })}</span>
          </span>
          <span class="monthly-sum">${words.money(amount, currency)}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

function prices(store: Store, changes: readonly PriceChange[]): TemplateResult | typeof nothing {
  const { words, report } = store;
  if (!report || !changes.length) return nothing;
  return html`<section data-testid="price-changes">
    <h3>${words.say('prices-title')}</h3>
    <ul role="list">
      ${changes.map(({ finding, charge }) => {
        const { plan, oldAmount, newAmount } = findingArgs(words, finding);
        return html`<li>
          <span class="monthly-what">
            <button class="link-button" @click=${() => store.go({ name: 'charge', id: charge.id })}><bdi>${plan}</bdi></button>
            <span class="quiet">${charge.date ? words.say('price-since', { day: words.nearDay(charge.date, report.today) }) : nothing}</span>
          </span>
          <span class="monthly-sum">${words.say('price-change', { old: String(oldAmount), new: String(newAmount) })}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

function renewals({ words, report }: Store, coming: readonly (RenewalReport & { readonly next: string })[], unseen: readonly Unseen[]): TemplateResult | typeof nothing {
  if (!report || (!coming.length && !unseen.length)) return nothing;
  const { today } = report;
  return html`<section data-testid="renewals">
    <h3>${words.say('renewals-title')}</h3>
    <ul role="list">
      ${coming.map(
        (renewal) => html`<li>
          <span class="monthly-what"><bdi>${planName(words, renewal)}</bdi><span class="quiet">${words.nearDay(renewal.next, today)}</span></span>
          <span class="monthly-sum">${words.money(renewal.amount, renewal.currency)}</span>
        </li>`,
      )}
      ${unseen.map(
        (one) => html`<li data-testid="renewal-unseen">
          <span class="monthly-what"><bdi>${planName(words, one.renewal)}</bdi><span class="quiet">${unseenWords(words, one, today)}</span></span>
          <span class="monthly-sum quiet">${words.money(one.renewal.amount, one.renewal.currency)}</span>
        </li>`,
      )}
    </ul>
    ${coming.length ? html`<p class="quiet">${words.say('renewals-about')}</p>` : nothing}
  </section>`;
}
