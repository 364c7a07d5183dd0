//! What to do, in order of time: why it is advised to this person, how it is done, and a tick.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Report, StepReport } from '../engine/report';
import { askedAbout } from './case/asked';
import { letterTable } from './case/letters';
import { findingArgs, findingsOf } from './charge-words';
import { linesOf } from './guides';
import { icon } from './icons';
import { foldPlan, MISUSE_STEPS, planOf, TIMES } from './plan';
import { Screen } from './screen';

@customElement('mioboe-steps')
export class Steps extends Screen {
  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const { report } = store;
    if (!report) return nothing;
    const plan = planOf(store);
    const done = plan.filter(({ step }) => store.stepNote(step).done).length;
    const asked = askedAbout(report, store.answerOf).length;
    const pressing = 0 < asked || report.findings.some(({ level }) => level === 'flag');
    const { open, folded } = foldPlan(plan, pressing ? 'pressing' : 'calm', store.topic);
    return html`<section class="steps" data-testid="next-steps">
      <h1>${this.say('plan-title')}</h1>
      <p class="lead" role="status">
        ${plan.length ? this.say('plan-lead', { done, total: plan.length }) : this.say('plan-empty')}
      </p>
      <div class="actions">
        ${asked ? html`<button class="button" data-look="primary" data-testid="to-prepare" @click=${() => this.#prepare(null)}>${icon('letter')}${this.say('to-prepare')}</button>` : nothing}
        <button class="button" data-testid="to-pack" @click=${() => store.go({ name: 'pack' })}>${icon('files')}${this.say('to-pack')}</button>
        <button class="link-button" data-testid="print-steps" @click=${() => store.host.print()}>${icon('print')}${this.say('print-steps')}</button>
      </div>
      ${this.#byTime(open, (when, steps) => html`<section class="time" data-when=${when}>
        <h2>${this.#when(when)}</h2>
        <ul role="list">${steps.map((step) => this.#step(step, report, asked))}</ul>
      </section>`)}
      ${this.#byTime(folded, (when, steps) => html`<details class="time" data-when=${when} data-testid="later-steps">
        <summary><h2>${this.#when(when)}</h2><span class="quiet">${this.say('steps-count', { count: steps.length })}</span></summary>
        <ul role="list">${steps.map((step) => this.#step(step, report, asked))}</ul>
      </details>`)}
    </section>`;
  }

  #byTime(steps: readonly StepReport[], render: (when: string, steps: readonly StepReport[]) => TemplateResult): TemplateResult[] {
    return TIMES.flatMap((when) => {
      const ofTime = steps.filter((step) => step.when === when);
      return ofTime.length ? [render(when, ofTime)] : [];
    });
  }

  #when(when: string): TemplateResult {
    return html`<span class="when" data-when=${when}>${this.say(`when-${when}`)}</span>`;
  }

  #step({ step, due, because }: StepReport, report: Report, asked: number): TemplateResult {
    const { store } = this;
    const { words } = store;
    const id = `step-${step}`;
    const args = { region: store.region };
    const { done, note, doneOn } = store.stepNote(step);
    const reasons = [...new Set(findingsOf(report, because).map((finding) => words.attribute(`finding-${finding.rule}`, 'title', findingArgs(words, finding)) ?? finding.rule))];
    if (MISUSE_STEPS.includes(step) && store.hasAnswer('notMine')) reasons.unshift(this.say('group-notMine'));
    const how = linesOf(words.attribute(id, 'how', args));
    const deadline = words.attribute(id, 'deadline', { ...args, until: due ? words.day(due) : 'none' }) ?? (due ? this.say('due', { day: words.day(due) }) : null);
    return html`<li class="step" data-testid="step" data-step=${step} data-done=${done}>
      <label class="step-name">
        <input type="checkbox" data-testid="step-done" .checked=${done} @change=${(event: Event) => store.noteStep(step, { done: (event.target as HTMLInputElement).checked })} />
        <span>${words.say(id, args)}</span>
      </label>
      <div class="step-body">
        ${done && doneOn ? html`<p class="quiet">${this.say('done-on', { day: words.day(doneOn) })}</p>` : nothing}
        ${deadline && !done ? html`<p class="due">${icon('clock')}<span>${deadline}</span></p>` : nothing}
        <p>${words.attribute(id, 'why', args)}</p>
        ${reasons.length ? html`<p class="quiet">${this.say('because', { reasons: reasons.join(this.say('because-joint')) })}</p>` : nothing}
        ${asked ? this.#text(step) : nothing}
        <div class="step-more">
        ${how.length ? html`<details><summary>${this.say('how')}</summary><ol>${how.map((line) => html`<li>${line}</li>`)}</ol></details>` : nothing}
        <details class="note" ?open=${note !== ''}>
          <summary>${this.say('note')}</summary>
          <textarea rows="2" aria-label=${this.say('note-for', { step: words.say(id, args) })} .value=${note} @change=${(event: Event) => store.noteStep(step, { note: (event.target as HTMLTextAreaElement).value })}></textarea>
        </details>
        </div>
      </div>
    </li>`;
  }

  /** The letter or script this step sends, or the pack it speaks of. */
  #text(step: string): TemplateResult | typeof nothing {
    if (step === 'prepare-evidence') return html`<div><button class="button" @click=${() => this.store.go({ name: 'pack' })}>${icon('files')}${this.say('to-pack')}</button></div>`;
    const letter = letterTable().letters.find((one) => one.step === step);
    if (!letter) return nothing;
    return html`<div><button class="button" data-testid="prepare-${step}" @click=${() => this.#prepare(letter.id)}>${icon('letter')}${this.say('to-prepare')}</button></div>`;
  }

  #prepare(letter: string | null): void {
    this.store.go({ name: 'prepare', letter, charge: null });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-steps': Steps;
  }
}
