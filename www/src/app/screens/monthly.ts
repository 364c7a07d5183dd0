//! What a look once a month is for: what is new, which refunds are still to come, which prices changed, what will be charged next.

import { html, nothing, type TemplateResult } from 'lit';
import { findingArgs, planName } from './charge-words';
import { icon } from './icons';
import { comingOf, unseenOf, unseenWords } from './renewals';
import type { Store } from './store';

/** Nothing where a month brings none of it. */
export function monthlyCheck(store: Store): TemplateResult | typeof nothing {
  const parts = [newCharges(store), refunds(store), prices(store), renewals(store)].filter((part) => part !== nothing);
  if (!parts.length) return nothing;
  return html`<section class="monthly" data-testid="monthly" tabindex="-1">
    <h2>${store.words.say('monthly-title')}</h2>
    ${parts}
  </section>`;
}

/** What the check has, in a line, where it stands itself far below the list. */
export function monthLine({ words, advised, newCount }: Store, show: () => void): TemplateResult | typeof nothing {
  if (!advised) return nothing;
  const counts = { new: newCount, refunds: advised.refunds.length, prices: advised.prices.length, renewals: advised.renewals.length };
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

function refunds(store: Store): TemplateResult | typeof nothing {
  const { words, report, advised, orders } = store;
  if (!report || !advised?.refunds.length) return nothing;
  return html`<section data-testid="refunds-to-come">
    <h3>${words.say('refunds-title')}</h3>
    <ul role="list">
      ${advised.refunds.map(({ refund, state }) => {
        const promised = report.refunds[refund];
        if (!promised) return nothing;
        const { orderId, amount, currency, until, charge } = promised;
        const name = orders.get(orderId)?.items[0] ?? orderId;
        return html`<li data-state=${state}>
          <span class="monthly-what">
            ${charge ? html`<button class="link-button" @click=${() => store.go({ name: 'charge', id: charge })}><bdi>${name}</bdi></button>` : html`<bdi>${name}</bdi>`}
            <span class="quiet">${state === 'overdue' ? icon('flagged') : nothing}${words.say(`refund-${state}`, { day: words.nearDay(until, advised.today) })}</span>
          </span>
          <span class="monthly-sum">${words.money(amount, currency)}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

function prices(store: Store): TemplateResult | typeof nothing {
  const { words, report, advised } = store;
  if (!report || !advised?.prices.length) return nothing;
  return html`<section data-testid="price-changes">
    <h3>${words.say('prices-title')}</h3>
    <ul role="list">
      ${advised.prices.map((change) => {
        const finding = report.findings[change.finding];
        const charge = store.charge(change.charge);
        if (!finding || !charge) return nothing;
        const { plan, oldAmount, newAmount } = findingArgs(words, finding);
        return html`<li>
          <span class="monthly-what">
            <button class="link-button" @click=${() => store.go({ name: 'charge', id: charge.id })}><bdi>${plan}</bdi></button>
            <span class="quiet">${charge.date ? words.say('price-since', { day: words.nearDay(charge.date, advised.today) }) : nothing}</span>
          </span>
          <span class="monthly-sum">${words.say('price-change', { old: String(oldAmount), new: String(newAmount) })}</span>
        </li>`;
      })}
    </ul>
  </section>`;
}

function renewals(store: Store): TemplateResult | typeof nothing {
  const { words } = store;
  const [coming, unseen, today] = [comingOf(store), unseenOf(store), store.advised?.today ?? ''];
  if (!coming.length && !unseen.length) return nothing;
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
          <span class="monthly-what"><bdi>${planName(words, one)}</bdi><span class="quiet">${unseenWords(words, one, today)}</span></span>
          <span class="monthly-sum quiet">${words.money(one.amount, one.currency)}</span>
        </li>`,
      )}
    </ul>
    ${coming.length ? html`<p class="quiet">${words.say('renewals-about')}</p>` : nothing}
  </section>`;
}
