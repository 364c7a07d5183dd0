//! What a host takes of the app's word, should the app not be itself any more: little, in a known form, not too often.

import { LANGS } from '../app/languages';
import { oneLine } from '../app/plain-text';

/** A view's address: names of ours and ids of the report. */
const HASH = /^(?:\/[\w:.-]{0,64}){0,3}$/;
const LONGEST_TITLE = 120;

export function isHash(hash: unknown): hash is string {
  return typeof hash === 'string' && HASH.test(hash);
}

/** A title as it may stand on a tab, in the history and in whatever shows that. */
export function titleOf(title: unknown): string {
  return oneLine(String(title)).slice(0, LONGEST_TITLE);
}

export function isLang(lang: unknown): lang is string {
  return LANGS.some((one) => one === lang);
}

/** At most so many within a time; what is too much is left out. */
export class Rate {
  readonly #most: number;
  readonly #within: number;
  readonly #now: () => number;
  #times: number[] = [];

  constructor(most: number, within: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#within = within;
    this.#now = now;
  }

  allows(): boolean {
    const now = this.#now();
    this.#times = this.#times.filter((time) => now - time < this.#within);
    if (this.#most <= this.#times.length) return false;
    this.#times.push(now);
    return true;
  }
}

/** Whether the person has just pressed something, here or in a frame within. Browsers that cannot tell are believed. */
export function isPersonActive(activation: { readonly isActive: boolean } | undefined = globalThis.navigator?.userActivation): boolean {
  return activation?.isActive ?? true;
}

/** Nothing is kept before the person has pressed something, unless it was kept before. The word is given once, until all is forgotten. */
export class Consent {
  readonly #isActive: () => boolean;
  #given = false;

  constructor(isActive: () => boolean = isPersonActive) {
    this.#isActive = isActive;
  }

  /** Something that was kept is there: the person had wanted it. */
  found(): void {
    this.#given = true;
  }

  withdraw(): void {
    this.#given = false;
  }

  /** Throws where nobody has asked for it. */
  demand(): void {
    if (!this.#given && !this.#isActive()) throw new Error('nobody asked for this to be kept');
    this.#given = true;
  }
}
