//! The first few steps, beside the list.

import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons';
import type { Store } from './store';
import { byTopic } from './topics';

const SHOWN = 4;

export function shortPlan(store: Store): TemplateResult {
  const { words } = store;
  const open = byTopic(store.advised?.plan.steps ?? [], store.topic).filter(({ step }) => !store.stepNote(step).done);
  return html`<section class="short-plan">
    <h2>${words.say('plan-title')}</h2>
    ${open.length ? nothing : html`<p class="quiet">${words.say('plan-empty')}</p>`}
    <ol role="list">
      ${open.slice(0, SHOWN).map(
        ({ step, when }, at) => html`<li>
          <span class=${open[at - 1]?.when === when ? 'visually-hidden' : 'when'} data-when=${when}>${words.say(`when-${when}`)}</span>
          <span>${words.say(`step-${step}`, store.place)}</span>
        </li>`,
      )}
    </ol>
    ${open.length ? html`<button class="button" @click=${() => store.go({ name: 'steps' })}>${words.say('all-steps')}${icon('next')}</button>` : nothing}
    <button class="link-button" data-testid="to-pack" @click=${() => store.go({ name: 'pack' })}>${icon('files')}${words.say('to-pack')}</button>
  </section>
`;
}

/** The first open step in a line, where the plan itself stands far below the list. */
export function nextLine(store: Store): TemplateResult | typeof nothing {
  const { words } = store;
  const next = store.advised?.plan.steps.find(({ step }) => !store.stepNote(step).done);
  if (!next) return nothing;
  return html`<button class="next-line" data-testid="next-line" @click=${() => store.go({ name: 'steps' })}>
    <span class="when" data-when=${next.when}>${words.say(`when-${next.when}`)}</span>
    <span><span class="quiet">${words.say('next-line')}</span> ${words.say(`step-${next.step}`, store.place)}</span>
    ${icon('next')}
  </button>`;
}
