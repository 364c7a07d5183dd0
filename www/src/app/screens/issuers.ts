//! Where each card company keeps the file. The way is written as its own site writes it, so it is not translated.

import { html, type TemplateResult } from 'lit';
import issuers from 'virtual:issuers';
import type { Region, Store } from './store';

/** The profiles go by country, the contacts by region. */
const COUNTRIES: Readonly<Record<Region, readonly string[]>> = { jp: ['jp'], us: ['us', 'ca'], uk: ['gb'], eu: ['de', 'ie', 'nl'] };

/** A dialect that only an older export had, or that has its file from elsewhere. */
const NOT_TO_FETCH = /-old$/;

export function issuerList({ words, region }: Store): TemplateResult {
  const here = issuers.filter((issuer) => COUNTRIES[region].includes(issuer.region) && issuer.download && !NOT_TO_FETCH.test(issuer.id));
  const named = here.map(({ id, download }) => ({ name: words.find(`format-${id}`) ?? id, download })).sort((a, b) => a.name.localeCompare(b.name, words.lang));
  return html`<details class="guide" data-testid="issuers">
    <summary>${words.say('issuers-title')}</summary>
    <dl class="issuers">
      ${named.map(({ name, download }) => html`<div><dt>${name}</dt><dd lang=${region === 'jp' ? 'ja' : 'en'}>${download}</dd></div>`)}
    </dl>
    <p class="quiet">${words.say('issuers-note')}</p>
  </details>`;
}
