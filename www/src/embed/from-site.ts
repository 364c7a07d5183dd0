//! What the site around the widget has to say, marked as its own: the person must know whose words they read.

import { html, nothing, type TemplateResult } from 'lit';
import { copyable } from '../app/screens/copyable';
import { icon } from '../app/screens/icons';
import { downloadOf } from '../app/screens/issuers';
import type { Store } from '../app/screens/store';
import { type Contact, type Embedding, inLang, type Operator, type OwnStep } from './embedding';

export function fromSite(store: Store, { operator, site }: Embedding): TemplateResult | typeof nothing {
  if (!operator) return nothing;
  const { words } = store;
  const name = inLang(operator.name, store.lang);
  const parts = [
    ...(store.report ? [] : [statement(store, operator)]),
    ...(operator.steps.length ? [steps(store, operator.steps)] : []),
    ...(operator.contacts.length ? [contacts(store, operator.contacts)] : []),
  ].filter((part) => part !== nothing);
  if (!parts.length) return nothing;
  return html`<section class="panel from-site" data-testid="from-site" aria-label=${words.say('site-title', { name })}>
    <h2>${icon('card')}${words.say('site-title', { name })}</h2>
    <p class="quiet">${words.say('site-whose', { site })}</p>
    ${parts}
  </section>`;
}

/** Its own card before all the others. What the site does not say of it, we say as far as we know. */
function statement(store: Store, { card, statement: own }: Operator): TemplateResult | typeof nothing {
  const { words, lang } = store;
  const format = card ? words.find(`format-${card}`) : null;
  if (!format && !own.length) return nothing;
  const known = card ? downloadOf(card) : null;
  const lines = own.length || !known ? own : [known];
  return html`<div data-testid="site-statement">
    ${format ? html`<h3>${words.say('site-card', { card: format })}</h3>` : nothing}
    ${lines.length ? html`<ol>${lines.map((line) => html`<li>${inLang(line, lang)}</li>`)}</ol>` : nothing}
  </div>`;
}

function steps({ words, lang }: Store, own: readonly OwnStep[]): TemplateResult {
  return html`<div data-testid="site-steps">
    <h3>${words.say('site-steps')}</h3>
    <ol>
      ${own.map(({ title, text }) => html`<li><b>${inLang(title, lang)}</b>${text ? html`<p>${inLang(text, lang)}</p>` : nothing}</li>`)}
    </ol>
  </div>`;
}

function contacts({ words, lang }: Store, all: readonly Contact[]): TemplateResult {
  return html`<div data-testid="site-contacts">
    <h3>${words.say('site-contacts')}</h3>
    <ul role="list">
      ${all.map(
        ({ name, phone, hours, note }) => html`<li>
          <b>${inLang(name, lang)}</b>
          ${phone ? copyable(words, phone) : nothing}
          ${hours ? html`<p class="quiet">${inLang(hours, lang)}</p>` : nothing}
          ${note ? html`<p>${inLang(note, lang)}</p>` : nothing}
        </li>`,
      )}
    </ul>
  </div>`;
}
