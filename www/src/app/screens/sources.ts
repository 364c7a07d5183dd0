//! The files: what each was found to be, what was used of it, and what could not be read.

import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ProblemReport, SourceReport } from '../engine/report';
import { formatName } from './charge-words';
import { chooseWith, fileInput } from './choose-files';
import { getOrders, getStatements } from './guides';
import { icon, type IconName } from './icons';
import './mapper';
import { Screen } from './screen';
import { isAsked, questionOf } from './tables';

/** Problems shown before the person asks for the rest. */
const FIRST_PROBLEMS = 5;

const DRAWINGS: Readonly<Record<string, IconName>> = { statement: 'card', mail: 'letter', unreadable: 'notCovered' };

@customElement('mioboe-sources')
export class Sources extends Screen {
  /** `inside`: within another screen, which has its own heading. */
  @property({ attribute: false }) place: 'page' | 'inside' = 'page';

  protected override render(): TemplateResult {
    const { store } = this;
    const sources = store.report?.sources ?? [];
    // What could not be read comes first: it is what there is to do here.
    const used = [...sources.filter(({ kind }) => kind === 'unreadable'), ...sources.filter(({ kind }) => kind !== 'unreadable' && kind !== 'ignored')];
    const ignored = sources.filter(({ kind }) => kind === 'ignored');
    return html`<section class="sources" data-testid="sources">
      ${this.place === 'page' ? html`<h1>${this.say('tab-files')}</h1><p class="lead">${this.say('files-lead')}</p>` : nothing}
      <div class="add-files">
        <button class="button" data-look="primary" data-testid="add-files" @click=${() => chooseWith(this, 'add-file-input')}>${icon('plus')}${this.say('add-files')}</button>
        <button class="link-button" @click=${() => store.setPasting(true)}>${this.say('paste')}</button>
        <button class="link-button" data-testid="start-again" @click=${() => store.startAgain()}>${this.say('start-again')}</button>
        ${fileInput(store, 'add-file-input', 'files')}
      </div>
      <ul class="source-list" role="list">
        ${used.map((source) => html`<li class="source" data-testid="source" data-kind=${source.kind}>${this.#source(source)}</li>`)}
      </ul>
      ${ignored.length ? this.#ignored(ignored) : nothing}
      ${this.#given()}
      ${this.place === 'page' ? html`<div class="guides"><h2>${this.say('guides-title')}</h2>${getStatements(store)}${getOrders(store)}</div>` : nothing}
    </section>`;
  }

  /** Tables of an export that say nothing of a charge. */
  #ignored(sources: readonly SourceReport[]): TemplateResult {
    return html`<details class="quiet" data-testid="ignored">
      <summary>${this.say('files-ignored', { count: sources.length })}</summary>
      <ul>${sources.map((source) => html`<li><bdi>${source.name}</bdi> ${this.#skipped(source)}</li>`)}</ul>
    </details>`;
  }

  #skipped({ skipped }: SourceReport): string {
    const { words } = this.store;
    const reasons = Object.entries(skipped).filter(([, count]) => 0 < count);
    return words.list(reasons.map(([reason, count]) => this.say('skipped-for', { reason: words.say(`skip-${reason}`), count })));
  }

  #source(source: SourceReport): TemplateResult {
    const { words } = this.store;
    const skipped = this.#skipped(source);
    return html`
      <div class="source-head">
        ${icon(DRAWINGS[source.kind] ?? 'box')}
        <div>
          <h2><bdi>${source.name}</bdi></h2>
          <p>${formatName(words, source)}</p>
        </div>
      </div>
      <dl class="facts">
        ${source.from || source.to ? html`<div><dt>${this.say('source-span')}</dt><dd>${words.span(source.from, source.to)}</dd></div>` : nothing}
        ${source.rows ? this.#rows(source) : nothing}
        ${skipped ? html`<div><dt>${this.say('source-skipped')}</dt><dd>${skipped}</dd></div>` : nothing}
      </dl>
      ${this.#problems(questionOf(source) ? source.problems.filter(({ code, line }) => !isAsked(code, line)) : source.problems)}
      ${questionOf(source)
        ? html`<mioboe-mapper .store=${this.store} .source=${source}></mioboe-mapper>`
        : source.table && this.store.files.length
          ? html`<details class="mapper-fold"><summary>${this.say('mapper-open')}</summary><mioboe-mapper .store=${this.store} .source=${source}></mioboe-mapper></details>`
          : nothing}
    `;
  }

  /** A mailbox has mails and no rows; of one mail there is nothing to count. */
  #rows({ kind, used, rows }: SourceReport): TemplateResult | typeof nothing {
    const what = kind === 'mail' ? 'mails' : 'rows';
    if (what === 'mails' && rows === 1 && used === 1) return nothing;
    return html`<div><dt>${this.say(`source-${what}`)}</dt><dd>${this.say(`source-${what}-used`, { used, rows })}</dd></div>`;
  }

  #problems(problems: readonly ProblemReport[]): TemplateResult | typeof nothing {
    if (!problems.length) return nothing;
    const first = problems.slice(0, FIRST_PROBLEMS);
    const rest = problems.slice(FIRST_PROBLEMS);
    return html`<div class="problems" data-testid="problems">
      <h3>${this.say('problems', { count: problems.length })}</h3>
      <ul>${first.map((problem) => this.#problem(problem))}</ul>
      ${rest.length
        ? html`<details><summary>${this.say('more-problems', { count: rest.length })}</summary><ul>${rest.map((problem) => this.#problem(problem))}</ul></details>`
        : nothing}
    </div>`;
  }

  #problem({ line, code, field, text }: ProblemReport): TemplateResult {
    const { words } = this.store;
    const args = { line: line ?? 0, field: field ?? '', text: text ?? '' };
    return html`<li>
      <p>${line ? html`<b>${this.say('line', { line })}</b> ` : nothing}${words.say(`problem-${code}`, args)}</p>
      ${text ? html`<p><code class="own-text">${field ? `${field}: ` : ''}${text}</code></p>` : nothing}
      <p class="quiet">${words.attribute(`problem-${code}`, 'next', args)}</p>
    </li>`;
  }

  /** A case that was saved brings no files. */
  #given(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store.files.length) return nothing;
    return html`<div class="given">
      <h2>${this.say('given-files')}</h2>
      <ul role="list">
        ${store.files.map(
          (file) => html`<li>
            <bdi>${file.name}</bdi>
            <button class="link-button" data-testid="remove-file" aria-label=${this.say('remove-file', { file: file.name })} @click=${() => store.remove(file)}>${this.say('remove')}</button>
          </li>`,
        )}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mioboe-sources': Sources;
  }
}
