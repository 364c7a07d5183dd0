//! The sheet for a bank or for Amazon: what is asked about, with its evidence and its days.

import { html, nothing, type TemplateResult } from 'lit';
import type { ChargeReport, TimelineEntry } from '../engine/report';
import type { Words } from '../words';
import { HIDDEN } from './case/redact';
import { cardOf, reasonsOf, whereOf } from './charge-words';
import type { Pack } from './pack-content';

export function sheet(pack: Pack, words: Words, place: 'screen' | 'paper'): TemplateResult {
  const { report, charges, scope } = pack;
  // A column of nothing but dots says less than none.
  const cards = charges.some(({ card }) => card && card !== HIDDEN);
  return html`<section class="pack" data-testid="pack" data-place=${place}>
    <h2>${words.say(`pack-title-${scope}`)}</h2>
    <p>${words.say('pack-made', { day: words.day(report.today) })}</p>
    ${charges.length
      ? html`<div class="pack-table"><table>
          <thead>
            <tr><th>${words.say('pack-day')}</th><th>${words.say('pack-merchant')}</th>${cards ? html`<th>${words.say('card')}</th>` : nothing}<th class="sum">${words.say('pack-sum')}</th></tr>
          </thead>
          ${charges.map(
            (charge) => html`<tbody>
              <tr>
                <td>${charge.date ? words.day(charge.date) : ''}</td>
                <td><bdi class="merchant">${charge.merchant}</bdi></td>
                ${cards ? html`<td>${cardOf(words, charge)}</td>` : nothing}
                <td class="sum">${words.money(charge.amount, charge.currency)}</td>
              </tr>
              <tr class="because"><td colspan=${cards ? 4 : 3}>${because(pack, charge, words).map((line) => html`${line}<br />`)}</td></tr>
            </tbody>`,
          )}
        </table></div>`
      : html`<p>${words.say('pack-none')}</p>`}
    ${pack.timeline.length
      ? html`<h3>${words.say('timeline-title')}</h3>
          <ol class="timeline" role="list" data-testid="timeline">
            ${pack.timeline.map((entry) => html`<li data-what=${entry.what}><span class="timeline-day">${words.day(entry.day)}</span><span>${entryWords(pack, entry, words)}</span></li>`)}
          </ol>`
      : nothing}
    <p class="quiet">${words.say('pack-foot')}</p>
  </section>`;
}

/** Everything that is said of a charge, a sentence each. */
function because({ report, answers }: Pack, charge: ChargeReport, words: Words): string[] {
  return [
    ...reasonsOf(report, charge, words),
    ...(charge.orders.length ? [words.say('pack-orders', { orders: charge.orders.map(({ orderId }) => orderId).join(', ') })] : []),
    words.say('pack-where', { place: whereOf(report, charge, words) }),
    ...(answers.get(charge.id) === 'notMine' ? [words.say('pack-not-mine')] : []),
  ];
}

function entryWords({ report, answers }: Pack, { what, charge: id, order: orderId, refund: at, step, whom, note }: TimelineEntry, words: Words): TemplateResult | typeof nothing {
  switch (what) {
    case 'charge':
    case 'refund': {
      const charge = report.charges.find((one) => one.id === id);
      if (!charge) return nothing;
      const answer = answers.get(charge.id);
      return html`${words.say(`timeline-${what}`, { amount: words.money(charge.amount.replace('-', ''), charge.currency) })} <bdi>${charge.merchant}</bdi>
        ${answer ? html`<span class="quiet">${words.say('timeline-answer', { answer: words.say(`badge-${answer}`) })}</span>` : nothing}`;
    }
    case 'ordered':
    case 'shipped': {
      const order = report.orders.find((one) => one.orderId === orderId);
      return html`${words.say(`timeline-${what}`, { order: orderId ?? '' })} <bdi>${order?.items.join(words.say('because-joint'))}</bdi>`;
    }
    case 'promised': {
      const refund = report.refunds[at ?? -1];
      return refund ? html`${words.say('timeline-promised', { amount: words.money(refund.amount, refund.currency), order: refund.orderId })}` : nothing;
    }
    case 'contact':
      return html`${words.say('timeline-contact', { whom: whom ?? '' })}${note ? html` <span class="quiet">${words.say('timeline-contact-answer', { answer: note })}</span>` : nothing}`;
    case 'done':
      return html`${words.say('timeline-done', { step: words.say(`step-${step ?? ''}`) })}${note ? html` <span class="quiet">${note}</span>` : nothing}`;
  }
}
