//! Where each card company keeps the file. The way is written as its own site writes it, so it is not translated.

import { html, nothing, type TemplateResult } from 'lit';
import issuers from 'virtual:issuers';
import { homeOf, type Region } from './region';
import type { Store } from './store';

/** Whether a profile's country is the person's; of the union all its countries are. */
function isOf(country: string, region: Region): boolean {
  return region === 'eu' ? homeOf(country).law === 'eu' : country === (region === 'uk' ? 'gb' : region);
}

/** A dialect that only an older export had, or that has its file from elsewhere. */
const NOT_TO_FETCH = /-old$/;

/** Where a format's issuer keeps its statements, or `null`. */
export function downloadOf(format: string): string | null {
  return issuers.find(({ id }) => id === format)?.download || null;
}

export function issuerList({ words, region, card }: Store): TemplateResult {
  // The card of a widget's site is the likeliest, whatever country the person chose.
  const here = issuers.filter(({ id, region: country, download }) => download && (id === card || (isOf(country, region) && !NOT_TO_FETCH.test(id))));
  const named = here
    .map(({ id, download }) => ({ id, name: words.find(`format-${id}`) ?? id, download }))
    .sort((a, b) => Number(b.id === card) - Number(a.id === card) || a.name.localeCompare(b.name, words.lang));
  return html`<details class="guide" data-testid="issuers" ?open=${named[0]?.id === card}>
    <summary>${words.say('issuers-title')}</summary>
    <dl class="issuers">
      ${named.map(({ id, name, download }) => html`<div aria-current=${id === card ? 'true' : nothing}><dt>${name}</dt><dd lang=${region === 'jp' ? 'ja' : 'en'}>${download}</dd></div>`)}
    </dl>
    <p class="quiet">${words.say('issuers-note')}</p>
  </details>`;
}
