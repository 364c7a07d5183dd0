//! The open report and what follows from it: asked of the engine after every word, and shown once the list has been made of it.

import type { AnsweredCharge, AnswerGiven, AnswerSaid, Case, ChargeReport, Matter, OrderReport, Report, Request, Said } from '../engine/report';
import type { Adviser, Analysis } from '../host';
import { type Answer, ANSWERS, type CaseIndex, indexOf, newSalt, NO_INDEX, orderNamedIn } from './answers';
import type { Filter, Group } from './charges';
import { type Asking, type Choices, choicesOf, type Listing, listed, NO_CHOICES, NO_LISTING } from './listing';
import { inSlices } from './slices';

/** What else was said and is wanted, when it is asked for. */
export interface Around {
  /** All but the answers, their names, and what letters are about. */
  readonly said: Said;
  /** What is known by hidden names is to be kept. */
  readonly keeping: boolean;
  /** Whether what was not there the last time is shown as new. */
  readonly compares: boolean;
  readonly filter: Filter;
  /** What a service is called on the screen. */
  readonly nameOf: (service: string) => string;
}

interface Answered {
  readonly said: Said;
  readonly advised: Case;
}

/** What may be kept on the device. */
export interface Remembered {
  readonly salt: string;
  /** By the hidden name of the charge. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** By the hidden name of the charge that of the order which the person said it is. */
  readonly orders: Readonly<Record<string, string>>;
  readonly seen: readonly string[];
}

/** The person's word on a charge of the open report. */
export interface OwnWord {
  readonly answer: Answer;
  /** The number of the order that they said it is. */
  readonly order: string | null;
}

export class Advice {
  report: Report | null = null;
  /** Made anew after every word, and until then as it was. `null` before the first. */
  advised: Case | null = null;
  choices: Choices = NO_CHOICES;
  listing: Listing = NO_LISTING;
  /** Changes with every case that is shown. */
  stamp = 0;

  readonly #around: () => Around;
  readonly #changed: () => void;
  readonly #failed: () => void;
  #adviser: Adviser | null = null;
  /** The newest case, with what it was asked with. It is shown once the list has been made of it. */
  #newest: Answered | null = null;
  /** The one that was asked for last. */
  #coming: Promise<Case> | null = null;
  /** What letters were asked to be about in the case that is shown. */
  #asked: Pick<Said, 'about' | 'dispute'> = {};
  /** To charges of the open report, by id; `null` where one was taken back. */
  #answers = new Map<string, OwnWord | null>();
  /** To charges of other reports, by names that tell nothing. */
  #kept: Promise<readonly AnswerGiven[]> = Promise.resolve([]);
  /** Of the hidden names. */
  #salt = '';
  /** Hidden names of the charges that were looked at before. */
  #seen: readonly string[] = [];
  /** What letters are to be about; `null` leaves it to the case. */
  #about: string[] | null = null;
  #dispute: string | null = null;
  #index: CaseIndex = NO_INDEX;
  #listing: AbortController | null = null;
  /** Changes with whatever the case or the list depends on. */
  #wanted = 0;
  /** Of the case that is shown. */
  #answered: ReadonlyMap<string, AnsweredCharge> = new Map();
  #owed: ReadonlySet<string> = new Set();
  #disputed: ReadonlySet<string> = new Set();
  #new: ReadonlySet<string> = new Set();

  /** `changed`: something else is to be shown. `failed`: the engine did not answer. */
  constructor(around: () => Around, changed: () => void, failed: () => void) {
    this.#around = around;
    this.#changed = changed;
    this.#failed = failed;
  }

  // What is looked up again and again.

  charge(id: string): ChargeReport | undefined {
    const at = this.#index.places.get(id);
    return at === undefined ? undefined : this.report?.charges[at];
  }

  /** By their number. */
  get orders(): ReadonlyMap<string, OrderReport> {
    return this.#index.orders;
  }

  answered(id: string): AnsweredCharge | undefined {
    return this.#answered.get(id);
  }

  groupOf(id: string): Group {
    return this.advised?.groups[this.#index.places.get(id) ?? -1] ?? 'other';
  }

  isOwed(id: string): boolean {
    return this.#owed.has(id);
  }

  isDisputed(id: string): boolean {
    return this.#disputed.has(id);
  }

  isNew(id: string): boolean {
    return this.#new.has(id);
  }

  get newCount(): number {
    return this.#new.size;
  }

  // What the person says.

  /** What letters are about, once the case speaks of what is wanted. */
  get matter(): Matter | null {
    return this.#asked.about === this.#about && this.#asked.dispute === this.#dispute ? (this.advised?.matter ?? null) : null;
  }

  /** `null` leaves it to the case. */
  setMatter({ about = this.#about, dispute = this.#dispute }: { readonly about?: string[] | null; readonly dispute?: string | null }): void {
    this.#about = about;
    this.#dispute = dispute;
    void this.ask();
  }

  /** The order that the person said the charge is. */
  orderNamed(charge: ChargeReport): string | null {
    return this.#saidOf(charge)?.order ?? null;
  }

  /** The same answer to each; `null` takes theirs back. `order`: the one that they say it is; else what they said of it before stays. What undoes it also finds the charges in a newer report. */
  answer(charges: readonly ChargeReport[], answer: Answer | null, order: string | null = null): () => void {
    const before = new Map(charges.map((charge) => [this.#nameOf(charge), this.#saidOf(charge)] as const));
    for (const charge of charges) {
      this.#answers.set(charge.id, answer && { answer, order: answer === 'notMine' ? null : (order ?? this.orderNamed(charge)) });
    }
    void this.ask();
    return () => {
      for (const charge of this.report?.charges ?? []) {
        const said = before.get(this.#nameOf(charge));
        if (said !== undefined) this.#answers.set(charge.id, said);
      }
      void this.ask();
    };
  }

  #saidOf(charge: ChargeReport): OwnWord | null {
    const said = this.#answers.get(charge.id);
    if (said !== undefined) return said;
    const answer = this.#answered.get(charge.id)?.answer;
    return answer ? { answer, order: orderNamedIn(charge) } : null;
  }

  /** Its row has one name in all reports of the same files, whatever ids they give. */
  #nameOf({ id, source }: ChargeReport): string {
    return `${this.report?.sources.find((one) => one.id === source)?.name ?? ''}${id.slice(id.indexOf(':'))}`;
  }

  // What it is made of.

  /** Makes this the open report: first all that is shown of it, then the report itself. `answers`: those of a case file, by id. */
  async show({ report, adviser }: Analysis, { signal, answers = {} }: { signal?: AbortSignal | undefined; answers?: Readonly<Record<string, OwnWord>> } = {}): Promise<void> {
    try {
      const index = await inSlices(indexOf(report), signal);
      const choices = await inSlices(choicesOf(report), signal);
      for (;;) {
        const wanted = this.#wanted;
        const kept = await this.#answersToKeep();
        const said = this.#sayings(kept, new Map(Object.entries(answers)));
        const advised = await adviser.advise(said);
        signal?.throwIfAborted();
        const listing = await inSlices(listed(this.#asking(report, index, advised), this.#around().filter), signal);
        // What the person said meanwhile was said of the report before.
        if (wanted !== this.#wanted) continue;
        this.#listing?.abort();
        this.#adviser?.close();
        this.#adviser = adviser;
        this.#index = index;
        this.#kept = Promise.resolve(kept);
        this.#answers = new Map(Object.entries(answers));
        this.#newest = { said, advised };
        this.#coming = Promise.resolve(advised);
        this.report = report;
        this.choices = choices;
        this.listing = listing;
        this.#take(this.#newest);
        this.#changed();
        return;
      }
    } catch (error) {
      if (this.#adviser !== adviser) adviser.close();
      throw error;
    }
  }

  /** Lets go of the report, and keeps what was answered for the next one. */
  close(): void {
    const adviser = this.#adviser;
    this.#kept = this.#answersToKeep();
    void this.#kept.finally(() => adviser?.close());
    this.#answers = new Map();
    this.#adviser = null;
    this.#coming = null;
    this.#newest = null;
    this.#index = NO_INDEX;
    this.#listing?.abort();
    this.report = null;
    this.listing = NO_LISTING;
    this.choices = NO_CHOICES;
    this.#take(null);
  }

  /** Asks what follows from all that was said, and shows it. */
  async ask(): Promise<void> {
    this.#wanted += 1;
    const adviser = this.#adviser;
    if (!adviser) return;
    const coming = this.#kept.then((kept) => {
      const said = this.#sayings(kept);
      return adviser.advise(said).then((advised) => ({ said, advised }));
    });
    const mine = coming.then(({ advised }) => advised);
    this.#coming = mine;
    mine.catch(() => undefined);
    try {
      const newest = await coming;
      // A newer one comes, or another report has been opened.
      if (mine !== this.#coming) return;
      this.#newest = newest;
      await this.#list();
    } catch {
      if (mine === this.#coming) this.#failed();
    }
  }

  /** Makes the list anew: it is wanted otherwise. */
  relist(): void {
    this.#wanted += 1;
    void this.#list();
  }

  /** The case of all that was said by now. */
  async newest(): Promise<Case | null> {
    return this.#coming;
  }

  /** Makes the list of the newest case, and shows both. */
  async #list(): Promise<void> {
    const { report } = this;
    const newest = this.#newest;
    if (!report || !newest) return;
    this.#listing?.abort();
    const { signal } = (this.#listing = new AbortController());
    try {
      const listing = await inSlices(listed(this.#asking(report, this.#index, newest.advised), this.#around().filter), signal);
      if (signal.aborted) return;
      this.listing = listing;
      if (newest.advised !== this.advised) this.#take(newest);
      this.#changed();
    } catch {
      // A newer list is being made.
    }
  }

  #asking(report: Report, { orders }: CaseIndex, { groups, new: fresh }: Case): Asking {
    const { compares, nameOf } = this.#around();
    return { report, orders, groups, isNew: new Set(compares ? fresh : []), nameOf };
  }

  /** Shows this case, and what is looked up in it. */
  #take(newest: Answered | null): void {
    const advised = newest?.advised ?? null;
    this.advised = advised;
    this.stamp += 1;
    this.#asked = { about: newest?.said.about ?? null, dispute: newest?.said.dispute ?? null };
    this.#answered = new Map(advised?.answered.map((answered) => [answered.charge, answered] as const));
    this.#owed = new Set(advised?.owed);
    this.#disputed = new Set(advised?.disputes.flatMap(({ charges, others }) => [...charges, ...others]));
    this.#new = new Set(advised && this.#around().compares ? advised.new : []);
  }

  /** All that was said, for the engine. */
  #sayings(kept: readonly AnswerGiven[], answers: ReadonlyMap<string, OwnWord | null> = this.#answers): Said {
    const { said, keeping } = this.#around();
    return {
      ...said,
      answers: wordsOf(answers),
      kept: [...kept],
      // Without a word of another day nothing needs a hidden name until it is kept.
      salt: keeping || kept.length ? this.#ownSalt() : '',
      seen: [...this.#seen],
      about: this.#about,
      dispute: this.#dispute,
    };
  }

  // What outlives the report.

  /** What was kept on another day. */
  takeUp({ salt, answers, orders, seen }: Remembered): void {
    this.#salt = salt;
    this.#kept = Promise.resolve(Object.entries(answers).map(([charge, answer]) => ({ charge, answer, order: orders[charge] ?? null })));
    this.#seen = seen;
  }

  /** What another version of the page had open. */
  takeOver(salt: string, answersUnder: (salt: string) => Promise<readonly AnswerGiven[]>): void {
    this.#salt = salt || this.#ownSalt();
    this.#kept = answersUnder(this.#salt);
  }

  /** All that may be kept. What is open counts as looked at only where it was said so. */
  async remembered(): Promise<Remembered> {
    const remembered = (await this.#coming)?.remembered;
    const answers = remembered?.answers ?? (await this.#answersToKeep());
    const orders = Object.fromEntries(answers.flatMap(({ charge, order }) => (order ? [[charge, order] as const] : [])));
    return { salt: this.#ownSalt(), answers: byName(answers), orders, seen: remembered?.seen.length ? remembered.seen : this.#seen };
  }

  /** What an analysis has to be told: the answers that name an order. */
  async named(): Promise<Pick<Request, 'answers' | 'salt'>> {
    const kept = await this.#kept;
    if (![...kept, ...this.#answers.values()].some((word) => word?.order)) return {};
    const answers = (await this.#answersToKeep()).filter(({ order }) => order);
    return answers.length ? { answers, salt: this.#ownSalt() } : {};
  }

  forgetSeen(): void {
    this.#seen = [];
  }

  /** Closes the report, and forgets the answers and their names. */
  forget(): void {
    this.close();
    this.#kept = Promise.resolve([]);
    this.#salt = '';
    this.#seen = [];
  }

  #ownSalt(): string {
    return (this.#salt ||= newSalt());
  }

  /** All answers by names that tell nothing: for the next report, or the device. */
  async #answersToKeep(): Promise<readonly AnswerGiven[]> {
    const adviser = this.#adviser;
    const answers = this.#answers;
    const kept = await this.#kept;
    if (!adviser || !answers.size) return kept;
    // With an engine that has died its answers are gone, and nothing else.
    const advised = await adviser.advise({ answers: wordsOf(answers), kept: [...kept], salt: this.#ownSalt() }).catch(() => null);
    return advised?.remembered?.answers ?? kept;
  }
}

function wordsOf(answers: ReadonlyMap<string, OwnWord | null>): AnswerSaid[] {
  return [...answers].map(([charge, word]) => ({ charge, answer: word?.answer ?? null, order: word?.order ?? null }));
}

function byName(answers: readonly AnswerGiven[]): Record<string, Answer> {
  return Object.fromEntries(answers.flatMap(({ charge, answer }) => ANSWERS.flatMap((one) => (one === answer ? [[charge, one] as const] : []))));
}
