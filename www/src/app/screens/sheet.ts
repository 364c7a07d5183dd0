//! The sheet for a bank or for Amazon: what is asked about, with its evidence and its days.

import { html, nothing, type TemplateResult } from 'lit';
import type { ChargeReport, Report } from '../engine/report';
import type { Words } from '../words';
import type { Entry } from './case/timeline';
import { HIDDEN } from './case/redact';
import { cardOf, causeSentence, findingArgs, findingsOf, formatName, mainFinding, placeOf } from './charge-words';
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

/** Why a charge was judged as it was, a sentence each. */
export function reasonsOf(report: Report, charge: ChargeReport, words: Words): string[] {
  const cause = mainFinding(report, charge) ? null : causeSentence(words, charge);
  return [...(cause ? [cause] : []), ...findingsOf(report, charge.findings).map((finding) => words.say(`finding-${finding.rule}`, findingArgs(words, finding)))];
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

/** The kind of statement beside the file, because the file's own name may be left out. */
export function whereOf(report: Report, charge: ChargeReport, words: Words): string {
  const source = report.sources.find(({ id }) => id === charge.source);
  return source ? `${formatName(words, source)} ${placeOf(words, source, [charge.line])}` : '';
}

function entryWords({ answers }: Pack, entry: Entry, words: Words): TemplateResult {
  switch (entry.what) {
    case 'charge':
    case 'refund': {
      const { charge } = entry;
      const answer = answers.get(charge.id);
      return html`${words.say(`timeline-${entry.what}`, { amount: words.money(charge.amount.replace('-', ''), charge.currency) })} <bdi>${charge.merchant}</bdi>
        ${answer ? html`<span class="quiet">${words.say('timeline-answer', { answer: words.say(`badge-${answer}`) })}</span>` : nothing}`;
    }
    case 'ordered':
    case 'shipped':
      return html`${words.say(`timeline-${entry.what}`, { order: entry.orderId })} <bdi>${entry.items.join(words.say('because-joint'))}</bdi>`;
    case 'promised':
      return html`${words.say('timeline-promised', { amount: words.money(entry.refund.amount, entry.refund.currency), order: entry.refund.orderId })}`;
    case 'contact':
      return html`${words.say('timeline-contact', { whom: entry.whom })}${entry.answer ? html` <span class="quiet">${words.say('timeline-contact-answer', { answer: entry.answer })}</span>` : nothing}`;
    case 'done':
      return html`${words.say('timeline-done', { step: words.say(`step-${entry.step}`) })}${entry.note ? html` <span class="quiet">${entry.note}</span>` : nothing}`;
  }
}
