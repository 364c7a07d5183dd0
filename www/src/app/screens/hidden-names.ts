//! Charges by names that tell nothing: which were looked at on an earlier day, and what was answered then.

import type { ChargeReport } from '../engine/report';
import { type Answer, type CaseIndex, hidden, newSalt } from './answers';
import { type KeptCase, MOST_SEEN } from './kept';

export class HiddenNames {
  #salt = '';
  /** Answers whose charges are not in these files. */
  #answers = new Map<string, Answer>();
  #seen = new Set<string>();
  /** By the names that charges have in the open report. */
  #names: ReadonlyMap<string, string> = new Map();

  get salt(): string {
    return this.#salt;
  }

  /** Whether anything was looked at before. */
  get hasSeen(): boolean {
    return 0 < this.#seen.size;
  }

  takeUp({ salt, answers, seen }: KeptCase): void {
    this.#salt = salt;
    this.#answers = new Map(Object.entries(answers));
    this.#seen = new Set(seen);
  }

  /** Made once for a report: many thousands of names take their time. */
  async make({ names }: CaseIndex): Promise<void> {
    const salt = this.#ownSalt();
    this.#names = new Map(await Promise.all([...names.values()].map(async (name) => [name, await hidden(name, salt)] as const)));
  }

  get areMade(): boolean {
    return 0 < this.#names.size;
  }

  /** Answers kept on another day become visible once their charges are. */
  reveal(answers: Map<string, Answer>): void {
    for (const [name, hiddenName] of this.#names) {
      const answer = this.#answers.get(hiddenName);
      if (answer && !answers.has(name)) answers.set(name, answer);
      this.#answers.delete(hiddenName);
    }
  }

  /** What was not there when the person last looked. */
  unseen(index: CaseIndex): ReadonlySet<ChargeReport> {
    return new Set(this.#rememberable(index).flatMap(([charge, hiddenName]) => (this.#seen.has(hiddenName) ? [] : [charge])));
  }

  /** To be kept on the device. `looking`: what is open now counts as looked at. */
  async toKeep(index: CaseIndex, answers: ReadonlyMap<string, Answer>, looking: 'yes' | 'no'): Promise<Pick<KeptCase, 'salt' | 'answers' | 'seen'>> {
    const salt = this.#ownSalt();
    const kept = Object.fromEntries(this.#answers);
    for (const [name, answer] of answers) kept[await hidden(name, salt)] = answer;
    const now = looking === 'yes' ? this.#rememberable(index).map(([, hiddenName]) => hiddenName) : [];
    return { salt, answers: kept, seen: [...new Set([...this.#seen, ...now])].slice(-MOST_SEEN) };
  }

  forgetSeen(): void {
    this.#seen.clear();
  }

  forget(): void {
    this.#salt = '';
    this.#answers.clear();
    this.#seen.clear();
  }

  /** The charges worth remembering. */
  #rememberable({ names }: CaseIndex): (readonly [ChargeReport, string])[] {
    return [...names].flatMap(([charge, name]) => {
      const hiddenName = this.#names.get(name);
      return hiddenName && charge.verdict !== 'other' ? [[charge, hiddenName] as const] : [];
    });
  }

  #ownSalt(): string {
    this.#salt ||= newSalt();
    return this.#salt;
  }
}
