//! Every finding there is and every step: what it says, why it matters, what to do. Findings and the plan lead here.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { RULES, STEPS } from '../engine/report';
import { findingArgs } from './charge-words';
import { icon } from './icons';
import { Screen } from './screen';
import { howTo } from './step-how';

@customElement('mioboe-catalogue')
export class Catalogue extends Screen {
  protected override render(): TemplateResult {
    const { view } = this.store;
    if (view.name === 'rule' && Object.hasOwn(RULES, view.id)) return this.#rule(view.id);
    if (view.name === 'step' && Object.hasOwn(STEPS, view.id)) return this.#step(view.id);
    return html`<section class="page catalogue" data-testid="catalogue">
      <h1>${this.say('catalogue-title')}</h1>
      <p class="lead">${this.say('catalogue-lead')}</p>
      <section class="panel"><h2>${this.say('catalogue-rules')}</h2><ul class="catalogue-all" role="list">${Object.keys(RULES).map((rule) => html`<li>${this.#ruleLink(rule)}</li>`)}</ul></section>
      <section class="panel"><h2>${this.say('catalogue-steps')}</h2><ul class="catalogue-all" role="list">${Object.keys(STEPS).map((step) => html`<li>${this.#stepLink(step)}</li>`)}</ul></section>
    </section>`;
  }

  #rule(rule: string): TemplateResult {
    const { words } = this.store;
    const id = `finding-${rule}`;
    // Said of no charge in particular.
    const args = findingArgs(words, { rule, level: '', charges: [], orders: [], args: {} });
    const next = words.attribute(id, 'next', args);
    const steps = RULES[rule] ?? [];
    return html`<section class="page catalogue" data-testid="catalogue" data-rule=${rule}>
      ${this.#back()}
      <h1>${words.attribute(id, 'title', args)}</h1>
      <p class="lead">${words.say(id, args)}</p>
      <section class="panel"><h2>${this.say('catalogue-why')}</h2><p>${words.attribute(id, 'why', args)}</p>
        ${next ? html`<h2>${this.say('catalogue-check')}</h2><p>${next}</p>` : nothing}
      </section>
      ${steps.length
        ? html`<section class="panel"><h2>${this.say('catalogue-asks-for')}</h2>
            <ul class="catalogue-steps" role="list">${steps.map(([when, step]) => html`<li><span class="when" data-when=${when}>${this.say(`when-${when}`)}</span>${this.#stepLink(step)}</li>`)}</ul>
          </section>`
        : nothing}
    </section>`;
  }

  #step(step: string): TemplateResult {
    const { words, place } = this.store;
    const id = `step-${step}`;
    const rules = STEPS[step] ?? [];
    return html`<section class="page catalogue" data-testid="catalogue" data-step=${step}>
      ${this.#back()}
      <h1>${words.say(id, place)}</h1>
      <p class="lead">${words.attribute(id, 'why', place)}</p>
      <section class="panel"><h2>${this.say('how')}</h2>${howTo(this.store, step, null)}</section>
      ${rules.length ? html`<section class="panel"><h2>${this.say('catalogue-asked-by')}</h2><ul role="list">${rules.map((rule) => html`<li>${this.#ruleLink(rule)}</li>`)}</ul></section>` : nothing}
    </section>`;
  }

  #back(): TemplateResult {
    return html`<button class="link-button back-link" data-testid="catalogue-all" @click=${() => this.store.go({ name: 'rules' })}>${icon('back')}${this.say('catalogue-title')}</button>`;
  }

  #ruleLink(rule: string): TemplateResult {
    const { store } = this;
    const title = store.words.attribute(`finding-${rule}`, 'title', findingArgs(store.words, { rule, level: '', charges: [], orders: [], args: {} }));
    return html`<button class="link-button" data-testid="rule-${rule}" @click=${() => store.go({ name: 'rule', id: rule })}>${title}</button>`;
  }

  #stepLink(step: string): TemplateResult {
    const { store } = this;
    return html`<button class="link-button" data-testid="step-${step}" @click=${() => store.go({ name: 'step', id: step })}>${this.say(`step-${step}`, store.place)}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-catalogue': Catalogue;
  }
}
