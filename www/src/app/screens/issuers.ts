//! Where each card company keeps the file. The way is written as its own site writes it, so it is not translated.

import { html, nothing, type TemplateResult } from 'lit';
import issuers from 'virtual:issuers';
import type { Region } from './region';
import type { Store } from './store';

/** The profiles go by country, the contacts by region. */
const COUNTRIES: Readonly<Record<Region, readonly string[]>> = { jp: ['jp'], us: ['us', 'ca'], uk: ['gb'], eu: ['de', 'ie', 'nl'] };

/** A dialect that only an older export had, or that has its file from elsewhere. */
const NOT_TO_FETCH = /-old$/;

/** Where a format's issuer keeps its statements, or `null`. */
export function downloadOf(format: string): string | null {
  return issuers.find(({ id }) => id === format)?.download || null;
}

export function issuerList({ words, region, card }: Store): TemplateResult {
  // The card of a widget's site is the likeliest, whatever country the person chose.
  const here = issuers.filter(({ id, region: country, download }) => download && (id === card || (COUNTRIES[region].includes(country) && !NOT_TO_FETCH.test(id))));
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
