//! The open case: the files, the report, what the person answered. Screens read it and ask it to change; it tells them when it did.

import type { ChargeGiven, ChargeReport, Member, OrderReport, Report, RowToConfirm, SourceReport, TableGiven } from '../engine/report';
import { exampleFiles, EXAMPLE_DAY } from '../example/example';
import type { AppHost, KeptWhere, Leftovers, Progress } from '../host';
import { bestLang, type Lang } from '../languages';
import { type Words, wordsIn } from '../words';
import { type Answer, type CaseIndex, indexOf, NO_INDEX } from './answers';
import { type ChargeGroup, type Filter, NO_FILTER } from './charges';
import { type CaseFile, openCase, readCase, writeCase } from './case/case-file';
import { handOver, type OpenCase, readOpenCase } from './handover';
import { type Details, NO_DETAILS } from './case/details';
import type { Topic } from './topics';
import { HiddenNames } from './hidden-names';
import { type ContactMade, type KeptCase, MOST_TABLES, NO_NOTE, readKept, type StepNote } from './kept';
import { nameOf, withOwnNames } from './file-names';
import { type Asking, grouped, type Overview, overview } from './listing';
import { type Region, regionOf } from './region';
import { inSlices } from './slices';
import type { Theme } from './theme';
import { localDay, offsetOf } from './today';
import { Undos } from './undo';
import { hashOf, type View, viewOf } from './view';

export type Failure = 'engine' | 'storage' | 'case-broken' | 'case-newer';

export interface Toast {
  readonly text: string;
  readonly undo?: () => void;
}

/** A row of a file that the reader is not sure of; the key is the same in every report of that file. */
export interface UnsureRow {
  readonly key: string;
  readonly row: RowToConfirm;
}

const TOAST_MS = 8000;
/** A longer result is not kept on the device: it would be written anew after every answer. */
const MOST_KEPT_CHARGES = 5000;

/** A file that opens with a password only, and who waits for it. */
interface PasswordAsked {
  readonly file: string;
  /** The one given before was not it. */
  readonly again: boolean;
  readonly give: (password: string | null) => void;
}

export class Store {
  lang: Lang;
  theme: Theme = 'system';
  region: Region;
  view: View;
  /** In a widget: the steps that its site wants to be seen first. */
  topic: Topic | null = null;
  /** In a widget: the format of its site's own card, named before the others. */
  card: string | null = null;

  files: readonly File[] = [];
  /** Charges that the person typed; a file that holds one takes its place in the report. */
  typed: readonly ChargeGiven[] = [];
  report: Report | null = null;
  progress: Progress | null = null;
  working = false;
  failure: Failure | null = null;
  isExample = false;
  /** The report comes out of a case file, not from files given now. */
  fromCase = false;

  /** For letters; gone with the page. */
  details: Details = NO_DETAILS;
  /** Letters as the person changed them, by letter and what they are about. */
  edited: ReadonlyMap<string, string> = new Map();
  household: readonly Member[] = [];
  /** Calls and messages about the case, in the order of days. */
  contacts: readonly ContactMade[] = [];
  /** Whether exports leave out names, addresses and card digits. */
  redaction: 'on' | 'off' = 'on';

  filter: Filter = NO_FILTER;
  /** What is shown of the report: made anew in slices, and until then as it was. `null` before the first. */
  overview: Overview | null = null;
  groups: readonly ChargeGroup[] = [];
  /** The box to paste into is open. */
  pasting = false;
  /** The list of keys is open. */
  showingKeys = false;
  toast: Toast | null = null;
  passwordAsked: PasswordAsked | null = null;

  keeping = false;
  /** With everything else the open result is kept, so that it is there again after a reload. */
  keepingCase = true;
  keptWhere: KeptWhere | null = null;
  leftovers: Leftovers | null = null;

  /** The screens after the first are here, and their words. */
  complete = false;
  requests: number | null = null;
  offlineReady = false;
  updateReady = false;
  installable = false;

  #answers = new Map<string, Answer>();
  #steps = new Map<string, StepNote>();
  #tables = new Map<string, TableGiven>();
  /** Mails after which something was entered; gone with the mails. */
  #entered = new Set<string>();
  /** Rows that the reader was not sure of, and the person has confirmed or left out. */
  #settled: ReadonlySet<string> = new Set();
  #index: CaseIndex = NO_INDEX;
  #listing: AbortController | null = null;
  /** `overview` is that of the answers as they are now. */
  #counted = true;
  /** Counts what was read and said. As of `#kept` it has been kept, as of `#secured` kept or saved as a file. */
  #said = 0;
  #kept = 0;
  #secured = 0;
  #guarded = false;
  /** Changes with every answer. */
  answersStamp = 0;
  readonly #undos = new Undos();
  readonly #hiddenNames = new HiddenNames();
  #new: ReadonlySet<ChargeReport> = new Set();
  #abort: AbortController | null = null;
  #toastTimer = 0;
  readonly #listeners = new Set<() => void>();

  constructor(readonly host: AppHost) {
    this.lang = bestLang(host.languages);
    this.region = regionOf(Intl.DateTimeFormat().resolvedOptions().timeZone, this.lang);
    this.view = viewOf(host.hash);
  }

  /** Begins to listen to the host. Called once. */
  async open(): Promise<void> {
    this.host.onHash((hash) => this.#see(viewOf(hash)));
    this.host.onFiles((files) => void this.add(files));
    this.host.onOfflineReady(() => this.#change(() => (this.offlineReady = true)));
    this.host.onUpdateReady(() => this.#change(() => (this.updateReady = true)));
    this.host.onForgotten(() => this.#change(() => this.#stopKeeping()));
    this.host.onInstallable((installable) => this.#change(() => (this.installable = installable)));
    this.#describe();
    // Asked for again when a report is about to be shown; only then is it a failure that they did not come.
    void this.#complete().catch(() => undefined);
    const kept = readKept(await this.host.load().catch(() => null));
    if (kept) this.#change(() => this.#takeUp(kept));
    const open = readOpenCase(await this.host.takeOver().catch(() => null));
    if (open) await this.#takeOver(open);
    else if (kept) await this.#reopen(kept.case);
    this.host.settled();
    // Saving says whether the browser may delete it; a case that was opened again has been saved with it.
    if (kept && !this.report) void this.#save();
    await this.countRequests();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get words(): Words {
    return wordsIn(this.lang, this.region);
  }

  charge(id: string): ChargeReport | undefined {
    return this.#index.byId.get(id);
  }

  source(id: number | null): SourceReport | undefined {
    return id === null ? undefined : this.report?.sources.find((source) => source.id === id);
  }

  /** The orders of the report by their number. */
  get orders(): ReadonlyMap<string, OrderReport> {
    return this.#index.orders;
  }

  // What the person does with files.

  async add(files: readonly File[]): Promise<void> {
    const others = await this.#takeCases(files);
    if (!others.length) return;
    const { isExample, fromCase } = this;
    const before = isExample ? [] : this.files;
    const all = this.files;
    this.isExample = false;
    this.fromCase = false;
    const added = withOwnNames(others, before);
    this.files = [...before, ...added];
    await this.#analyze();
    // What could not be answered at all must not stand in the way of the next files.
    if (this.failure === 'engine') this.#change(() => Object.assign(this, { files: all, isExample, fromCase }));
    this.#sayWhatWasRead(added, before);
  }

  /** The first files have their answer on the screen. An answer from more of them would come unseen. */
  #sayWhatWasRead(added: readonly File[], before: readonly File[]): void {
    if (!this.report || this.failure || this.working || (!before.length && this.view.name !== 'files')) return;
    const names = new Set(added.map(nameOf));
    const unread = this.report.sources.filter(({ kind, name }) => kind === 'unreadable' && names.has(name)).length;
    const read = added.length - unread;
    const parts = [read ? this.words.say('files-read', { count: read }) : '', unread ? this.words.say('files-unread', { count: unread }) : ''];
    this.say(parts.filter(Boolean).join(this.words.usage.betweenSentences), before.length ? () => this.#backTo(before) : undefined);
  }

  #backTo(files: readonly File[]): void {
    this.files = files;
    void this.#analyze('stay');
  }

  /** One more charge, or in place of the one at `at`. Where the person sees a report already they see the new one. */
  async giveCharge(given: ChargeGiven, at: number | null = null): Promise<void> {
    const before = this.isExample ? [] : this.typed;
    if (this.isExample) this.files = [];
    this.isExample = false;
    this.fromCase = false;
    this.typed = at === null ? [...before, given] : before.map((one, index) => (index === at ? given : one));
    await this.#analyze();
  }

  async removeCharge(at: number): Promise<void> {
    const before = this.typed;
    const rest = before.filter((_, index) => index !== at);
    if (!rest.length && !this.files.length) return this.startAgain();
    this.typed = rest;
    await this.#analyze('stay');
    this.say(this.words.say('charge-removed'), () => {
      this.typed = before;
      void this.#analyze('stay');
    });
  }

  /** What the reader of free text asks about. */
  get unsure(): readonly UnsureRow[] {
    const all = this.report?.sources.flatMap(({ name, rowsToConfirm }) => rowsToConfirm.map((row) => ({ key: `${name}\n${row.line}\n${row.text}`, row }))) ?? [];
    return all.filter(({ key }) => !this.#settled.has(key));
  }

  /** These rows are answered: by charges, or by none where they are no charges. */
  async settleRows(keys: readonly string[], given: readonly ChargeGiven[]): Promise<void> {
    const typed = this.typed;
    const settled = this.#settled;
    this.#settled = new Set([...settled, ...keys]);
    this.typed = [...typed, ...given];
    await this.#analyze(given.length ? 'show' : 'stay');
    this.say(this.words.say(given.length ? 'rows-used' : 'row-left', { count: given.length }), () => {
      this.#settled = settled;
      this.typed = typed;
      void this.#analyze('stay');
    });
  }

  /** Files or typed charges are there to be looked at again. */
  get #isGiven(): boolean {
    return 0 < this.files.length || 0 < this.typed.length;
  }

  async remove(file: File): Promise<void> {
    const before = this.files;
    const rest = before.filter((other) => other !== file);
    if (!rest.length && !this.typed.length) return this.startAgain();
    this.files = rest;
    await this.#analyze();
    this.say(this.words.say('file-removed', { file: nameOf(file) }), () => this.#backTo(before));
  }

  async showExample(): Promise<void> {
    this.isExample = true;
    this.fromCase = false;
    this.typed = [];
    await this.#exampleAnew('show');
  }

  /** The household lives where the person does and says it in the person's language. */
  async #exampleAnew(then: 'show' | 'stay'): Promise<void> {
    this.files = exampleFiles(this.lang, this.region);
    await this.#analyze(then);
  }

  /** Lets go of the files and the report, and keeps what was kept. */
  startAgain(): void {
    this.#abort?.abort();
    const { files, typed, report, isExample, fromCase } = this;
    this.#change(() => {
      this.#close();
      this.failure = null;
      this.#undos.clear();
    });
    this.#markSecured();
    void this.#save();
    this.go({ name: 'results' });
    // An example is a press away; the person's own files may be far.
    if (!report || isExample) return;
    this.say(this.words.say('case-closed'), () => {
      this.files = files;
      this.typed = typed;
      this.fromCase = fromCase;
      void this.#show(report).then(() => this.#markNew());
    });
  }

  cancel(): void {
    this.#abort?.abort();
    this.#change(() => {
      this.working = false;
      this.progress = null;
      // Without an earlier report the files would be there and nothing would be said of them.
      if (!this.report) {
        this.files = [];
        this.typed = [];
      }
    });
  }

  /** The password that was asked for; `null` leaves the file unread. */
  givePassword(password: string | null): void {
    const asked = this.passwordAsked;
    this.#change(() => (this.passwordAsked = null));
    asked?.give(password);
  }

  // What the person says.

  answerOf = (charge: ChargeReport): Answer | undefined => (this.#answers.size ? this.#answers.get(this.#index.names.get(charge) ?? '') : undefined);

  answer(charge: ChargeReport, answer: Answer | undefined): void {
    this.#answerAll([charge], answer, this.words.say(answer ? `answered-${answer}` : 'answered-undone'));
  }

  /** The same answer to each of these. */
  answerAll(charges: readonly ChargeReport[], answer: Answer): void {
    this.#answerAll(charges, answer, this.words.say(`answered-all-${answer}`, { count: charges.length }));
  }

  #answerAll(charges: readonly ChargeReport[], answer: Answer | undefined, said: string): void {
    const names = charges.flatMap((charge) => this.#index.names.get(charge) ?? []);
    const before = names.map((name) => [name, this.#answers.get(name)] as const);
    this.#putAll(this.#answers, names.map((name) => [name, answer] as const));
    this.say(said, () => this.#putAll(this.#answers, before));
  }

  stepNote(step: string): StepNote {
    return this.#steps.get(step) ?? NO_NOTE;
  }

  get steps(): ReadonlyMap<string, StepNote> {
    return this.#steps;
  }

  noteStep(step: string, change: Partial<Pick<StepNote, 'done' | 'note'>>): void {
    const before = this.stepNote(step);
    const { done, note } = { ...before, ...change };
    const doneOn = done ? (before.doneOn ?? localDay(new Date())) : null;
    this.#put(this.#steps, step, done || note ? { done, note, doneOn } : undefined);
    if (done === before.done) return;
    this.say(this.words.say(done ? 'step-ticked' : 'step-unticked', { step: this.words.say(`step-${step}`, { region: this.region }) }), () => {
      this.#put(this.#steps, step, before.done || before.note ? before : undefined);
    });
  }

  /** `said`: what the person is told of it. */
  setContacts(contacts: readonly ContactMade[], said: string): void {
    const before = this.contacts;
    this.#setContacts(contacts);
    this.say(said, () => this.#setContacts(before));
  }

  #setContacts(contacts: readonly ContactMade[]): void {
    this.#change(() => (this.contacts = [...contacts].sort((a, b) => (a.day < b.day ? -1 : b.day < a.day ? 1 : 0))));
    this.#markNew();
  }

  setDetails(details: Partial<Details>): void {
    this.#change(() => (this.details = { ...this.details, ...details }));
  }

  editLetter(key: string, text: string): void {
    this.#change(() => (this.edited = new Map([...this.edited, [key, text]])));
  }

  /** Back to the letter as it is filled in. */
  refillLetter(key: string): void {
    const text = this.edited.get(key);
    if (text === undefined) return;
    this.#change(() => (this.edited = new Map([...this.edited].filter(([other]) => other !== key))));
    this.say(this.words.say('letter-refilled'), () => this.editLetter(key, text));
  }

  setRedaction(redaction: 'on' | 'off'): void {
    this.#change(() => (this.redaction = redaction));
  }

  /** `said`: what the person is told of it. */
  setHousehold(household: readonly Member[], said: string): void {
    const before = this.household;
    void this.#setHousehold(household);
    this.say(said, () => void this.#setHousehold(before));
  }

  async #setHousehold(household: readonly Member[]): Promise<void> {
    this.#change(() => (this.household = household));
    this.#markNew();
    if (this.#isGiven) await this.#analyze('stay');
  }

  tableGiven(fingerprint: string): TableGiven | undefined {
    return this.#tables.get(fingerprint);
  }

  /** Whether something was entered where a mail led: then the account and the card come first, and `then` is shown. */
  async setEntered(mail: string, entered: 'yes' | 'no', then?: View): Promise<void> {
    await this.#setEntered(mail, entered);
    if (then) this.go(then);
    this.say(this.words.say(`mail-said-${entered}`), () => void this.#setEntered(mail, entered === 'yes' ? 'no' : 'yes'));
  }

  async #setEntered(mail: string, entered: 'yes' | 'no'): Promise<void> {
    if (entered === 'yes') this.#entered.add(mail);
    else this.#entered.delete(mail);
    if (this.#isGiven) await this.#analyze('stay');
  }

  /** What a table's columns are; `null` leaves it to the engine again. */
  giveTable(fingerprint: string, given: TableGiven | null): void {
    const before = this.#tables.get(fingerprint) ?? null;
    void this.#giveTable(fingerprint, given);
    this.say(this.words.say(given ? 'table-given' : 'table-forgotten'), () => void this.#giveTable(fingerprint, before));
  }

  async #giveTable(fingerprint: string, given: TableGiven | null): Promise<void> {
    // The last one said is the last one let go.
    this.#tables.delete(fingerprint);
    if (given) this.#tables.set(fingerprint, given);
    this.#markNew();
    if (this.#isGiven) await this.#analyze('stay');
  }

  /** Not there when the person last looked; never so on the first time. */
  isNew = (charge: ChargeReport): boolean => this.#new.has(charge);

  get newCount(): number {
    return this.#new.size;
  }

  /** The names the person gave or typed, which exports leave out. */
  get names(): string[] {
    return [this.details.name, this.details.contact, ...this.household.map(({ name }) => name)];
  }

  hasAnswer(answer: Answer): boolean {
    if (![...this.#answers.values()].includes(answer)) return false;
    return this.report?.charges.some((charge) => this.answerOf(charge) === answer) ?? false;
  }

  // How the person wants it.

  setLang(lang: Lang): void {
    this.#change(() => (this.lang = lang));
    this.#describe();
    void this.#save();
    if (this.isExample && this.report) void this.#exampleAnew('stay');
  }

  setTopic(topic: Topic | null): void {
    this.#change(() => (this.topic = topic));
  }

  setCard(card: string | null): void {
    this.#change(() => (this.card = card));
  }

  setTheme(theme: Theme): void {
    this.#change(() => (this.theme = theme));
    void this.#save();
  }

  async setRegion(region: Region): Promise<void> {
    this.#change(() => (this.region = region));
    void this.#save();
    if (this.isExample) await this.#exampleAnew('show');
    else if (this.#isGiven) await this.#analyze();
  }

  setFilter(filter: Partial<Filter>): void {
    this.#change(() => (this.filter = { ...this.filter, ...filter }));
    void this.#list('groups');
  }

  /** For what is no part of the case: the window is another one now. */
  redraw(): void {
    this.#change(() => undefined);
  }

  go(view: View, how: 'push' | 'replace' = 'push'): void {
    this.host.setHash(hashOf(view), how);
    this.#see(view);
  }

  /** What was said of one view would only lie over the next. It can still be taken back: see `undoable`. */
  #see(view: View): void {
    if (hashOf(view) !== hashOf(this.view)) this.hush();
    this.#change(() => (this.view = view));
  }

  say(text: string, undo?: () => void): void {
    window.clearTimeout(this.#toastTimer);
    if (undo) this.#undos.push({ said: text, undo });
    this.#change(() => (this.toast = undo ? { text, undo } : { text }));
    this.#toastTimer = window.setTimeout(() => this.hush(), TOAST_MS);
  }

  /** What the person was told of the last thing that can be taken back. */
  get undoable(): string | null {
    return this.#undos.last?.said ?? null;
  }

  /** Takes the last thing back, then the one before it. */
  undo(): void {
    const last = this.#undos.pop();
    if (!last) return;
    last.undo();
    this.say(this.words.say('undone'));
  }

  hush(): void {
    window.clearTimeout(this.#toastTimer);
    this.#change(() => (this.toast = null));
  }

  setPasting(pasting: boolean): void {
    this.#change(() => (this.pasting = pasting));
  }

  setShowingKeys(showingKeys: boolean): void {
    this.#change(() => (this.showingKeys = showingKeys));
  }

  dismissFailure(): void {
    this.#change(() => (this.failure = null));
  }

  // What stays on the device.

  async keep(): Promise<void> {
    this.#change(() => {
      this.keeping = true;
      this.leftovers = null;
    });
    await this.#save();
  }

  /** The same where the switch is not in sight. */
  async keepFromHere(): Promise<void> {
    await this.keep();
    if (this.keptWhere === 'memory') this.say(this.words.say('kept-in-memory'));
    else if (this.keptWhere === 'device-shared') this.say(this.words.say('kept-shared'), () => void this.stopKeeping());
    else if (this.keptWhere) this.say(this.words.say(this.isTooLong ? 'kept-too-long' : 'kept-now'), () => void this.stopKeeping());
  }

  /** Keeps the open result, or no longer. */
  async keepCase(keepingCase: boolean): Promise<void> {
    this.#change(() => (this.keepingCase = keepingCase));
    await this.#save();
  }

  /** Deletes what was kept; the open case stays open. */
  async stopKeeping(): Promise<void> {
    this.#change(() => this.#stopKeeping());
    const leftovers = await this.host.forget();
    this.#change(() => (this.leftovers = leftovers));
  }

  #stopKeeping(): void {
    this.keeping = false;
    this.keepingCase = true;
    this.keptWhere = null;
    this.#hiddenNames.forgetSeen();
    if (this.report && !this.isExample) this.#said += 1;
  }

  /** The whole case was given to the browser to be saved as a file; nobody tells us whether it was. */
  savedAsFile(): void {
    this.#change(() => (this.#secured = this.#said));
  }

  async forget(): Promise<void> {
    this.#abort?.abort();
    const leftovers = await this.host.forget();
    this.#change(() => {
      this.#stopKeeping();
      this.leftovers = leftovers;
      this.#undos.clear();
      this.toast = null;
      this.#answers.clear();
      this.#steps.clear();
      this.contacts = [];
      this.#tables.clear();
      this.#hiddenNames.forget();
      this.household = [];
      this.#close();
      this.#markSecured();
    });
  }

  async countRequests(): Promise<void> {
    const requests = await this.host.requestCount().catch(() => null);
    if (requests !== this.requests) this.#change(() => (this.requests = requests));
  }

  /** Changes to the new version of the page, with the case as it is. */
  async update(): Promise<void> {
    const { files, typed, isExample, details, redaction } = this;
    const settled = [...this.#settled];
    const answers = Object.fromEntries(this.#answers);
    const said = { version: 1, lang: this.lang, theme: this.theme, region: this.region, salt: this.#hiddenNames.salt, answers, steps: Object.fromEntries(this.#steps), contacts: this.contacts, seen: [], household: this.household, tables: [...this.#tables.values()], case: this.keepingCase ? '' : null } as const;
    const open = { said, files: this.fromCase && this.report ? [new File([this.#caseText(this.report)], 'case.json')] : files, typed: this.fromCase ? [] : typed, settled, isExample, isSecured: this.#secured === this.#said, details, edited: Object.fromEntries(this.edited), redaction };
    const changes = await this.host.applyUpdate(handOver(open)).catch(() => false);
    if (!changes) this.say(this.words.say('update-later'));
  }

  #put<V>(map: Map<string, V>, key: string, value: V | undefined): void {
    this.#putAll(map, [[key, value]]);
  }

  #putAll<V>(map: Map<string, V>, entries: readonly (readonly [string, V | undefined])[]): void {
    this.#change(() => {
      for (const [key, value] of entries) {
        if (value === undefined) map.delete(key);
        else map.set(key, value);
      }
      this.answersStamp += 1;
    });
    void this.#list('all');
    this.#markNew();
  }

  /** Something is there now that was not kept yet. An example can be had again. */
  #markNew(): void {
    this.#change(() => {
      if (!this.isExample) this.#said += 1;
    });
    void this.#save();
  }

  #markSecured(said = this.#said): void {
    this.#kept = said;
    this.#secured = Math.max(this.#secured, said);
  }

  /** Whether something would be gone with the page. Changed letters are never kept. */
  get isAtStake(): boolean {
    return !this.isExample && (this.#secured < this.#said || 0 < this.edited.size);
  }

  /** Whether something would be gone with the page that no file surely holds. */
  get isUnkept(): boolean {
    return this.isAtStake || (!this.isExample && this.#kept < this.#said);
  }

  /** The case as the version before this one had it open. */
  async #takeOver({ said, files, typed, settled, isExample, isSecured, details, edited, redaction }: OpenCase): Promise<void> {
    const { view } = this;
    this.#change(() => {
      this.lang = said.lang ?? this.lang;
      this.theme = said.theme ?? this.theme;
      this.region = said.region ?? this.region;
      this.household = said.household;
      this.contacts = said.contacts;
      for (const table of said.tables) this.#tables.set(table.fingerprint, table);
      for (const [name, answer] of Object.entries(said.answers)) this.#answers.set(name, answer);
      for (const [step, note] of Object.entries(said.steps)) this.#steps.set(step, note);
      this.redaction = redaction;
      this.keepingCase = said.case !== null;
    });
    this.#describe();
    const others = await this.#takeCases(files, 'own');
    this.#change(() => {
      if (others.length) this.files = others;
      this.typed = typed;
      this.#settled = new Set(settled);
      this.isExample = isExample;
      this.details = details;
      this.edited = new Map(Object.entries(edited));
    });
    if (this.#isGiven) await this.#analyze('stay');
    if (!isSecured) this.#markNew();
    this.go(view, 'replace');
  }

  /** Lets go of the open case. */
  #close(): void {
    this.files = [];
    this.typed = [];
    this.#settled = new Set();
    this.#entered.clear();
    this.isExample = false;
    this.fromCase = false;
    this.filter = NO_FILTER;
    this.details = NO_DETAILS;
    this.edited = new Map();
    this.#listing?.abort();
    this.report = null;
    this.overview = null;
    this.groups = [];
    this.#index = NO_INDEX;
    this.#new = new Set();
  }

  /** Opens the case files among these and gives back the other files. Beside other files only what the person said is taken over. */
  async #takeCases(files: readonly File[], whose: 'own' | 'given' = 'given'): Promise<File[]> {
    const opened = await Promise.all(files.map(async (file) => ({ file, opened: await openCase(file) })));
    for (const { opened: found } of opened) {
      if (found.kind === 'case') await this.#openCase(found.file, 'show', whose);
      else if (found.kind !== 'other') this.#change(() => (this.failure = `case-${found.kind}`));
    }
    return opened.flatMap(({ file, opened: found }) => (found.kind === 'other' ? file : []));
  }

  async #openCase({ report, answers, steps, contacts }: CaseFile, then: 'show' | 'stay', whose: 'own' | 'given' = 'own'): Promise<void> {
    this.#abort?.abort();
    const stays = whose === 'given' && this.keeping;
    // What is kept is somebody else's now: it stays as it is until the person asks for this one to be kept.
    if (stays) {
      this.#change(() => {
        this.keeping = false;
        this.keptWhere = null;
      });
    }
    void this.#complete().catch(() => this.#change(() => (this.failure = 'engine')));
    this.#change(() => {
      this.#close();
      this.working = false;
      this.fromCase = true;
      this.typed = typedIn(report);
      this.contacts = contacts;
    });
    await this.#show(report, { answers });
    this.#putAll(this.#steps, Object.entries(steps));
    this.#change(() => this.#markSecured());
    if (then === 'show') this.go({ name: 'results' });
    if (stays) this.say(this.words.say('case-beside-kept'));
  }

  /** The result that was kept. What is not understood is as if it had not been kept. */
  async #reopen(kept: string | null): Promise<void> {
    this.keepingCase = kept !== null;
    const opened = kept === null || this.report || this.working ? null : readCase(kept);
    if (opened?.kind === 'case') await this.#openCase(opened.file, 'stay');
  }

  async #analyze(then: 'show' | 'stay' = 'show'): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#change(() => {
      this.working = true;
      this.failure = null;
      this.progress = { phase: 'reading', filesDone: 0, filesTotal: this.files.length };
    });
    try {
      const report = await this.host.analyze(this.files, this.#request(), {
        signal: abort.signal,
        progress: (progress) => this.#change(() => (this.progress = progress)),
        askPassword: (file, again) => this.#askPassword(file, again, abort.signal),
      });
      await this.#complete();
      if (abort.signal.aborted) return;
      await this.#show(report, { signal: abort.signal });
    } catch {
      // Why it died is the engine's matter; the person can only give the files again.
      if (!abort.signal.aborted) this.#change(() => (this.failure = 'engine'));
    } finally {
      if (this.#abort === abort) {
        this.#change(() => {
          this.working = false;
          this.progress = null;
        });
      }
    }
    if (this.failure || !this.report) return;
    this.#markNew();
    if (then === 'show' && this.view.name !== 'files') this.go({ name: 'results' }, this.view.name === 'results' ? 'replace' : 'push');
    void this.countRequests();
  }

  /** Settles once every screen can be shown. */
  async #complete(): Promise<void> {
    await this.host.complete();
    if (!this.complete) this.#change(() => (this.complete = true));
  }

  async #askPassword(file: string, again: boolean, signal: AbortSignal): Promise<string | null> {
    // The box is one of the screens after the first.
    await this.#complete();
    return new Promise((give) => {
      signal.addEventListener('abort', () => this.givePassword(null));
      this.#change(() => (this.passwordAsked = { file, again, give }));
    });
  }

  #request() {
    const now = new Date();
    const today = this.isExample ? EXAMPLE_DAY : localDay(now);
    return { today, utcOffset: offsetOf(now), region: this.region, household: this.household.map(({ name, cards }) => ({ name, cards: [...cards] })), tables: [...this.#tables.values()], charges: [...this.typed], entered: [...this.#entered] };
  }

  /** Makes this the open report: first all that is shown of it, then the report itself. */
  async #show(report: Report, { signal, answers = {} }: { signal?: AbortSignal | undefined; answers?: CaseFile['answers'] } = {}): Promise<void> {
    const index = await inSlices(indexOf(report), signal);
    // Of a report that nobody keeps there are none, so that they are made when it is kept after all.
    await this.#hiddenNames.make(this.keeping ? index : NO_INDEX);
    signal?.throwIfAborted();
    this.#hiddenNames.reveal(this.#answers);
    this.#listing?.abort();
    const before = { report: this.report, index: this.#index };
    this.#index = index;
    // The answers of a case are there before it is seen, so that nothing is first counted without them.
    for (const [id, answer] of Object.entries(answers)) {
      const charge = index.byId.get(id);
      const name = charge && index.names.get(charge);
      if (name) this.#answers.set(name, answer);
    }
    // An example or a case of another day is no month of its own.
    const compares = this.#hiddenNames.hasSeen && !this.isExample && !this.fromCase;
    this.#new = compares ? this.#hiddenNames.unseen(index) : new Set();
    try {
      const asking = this.#asking(report);
      const seen = await inSlices(overview(asking), signal);
      const groups = await inSlices(grouped(asking, this.filter), signal);
      this.#change(() => {
        this.report = report;
        this.overview = seen;
        this.groups = groups;
      });
    } catch (aborted) {
      if (this.report === before.report) this.#index = before.index;
      throw aborted;
    }
  }

  #asking(report: Report): Asking {
    return { report, orders: this.#index.orders, answerOf: this.answerOf, isNew: this.isNew, nameOf: (service) => this.words.say(`service-${service}`) };
  }

  /** Makes the list anew, and what is counted where an answer may have changed it. */
  async #list(what: 'all' | 'groups'): Promise<void> {
    const { report, filter } = this;
    if (!report) return;
    this.#listing?.abort();
    const { signal } = (this.#listing = new AbortController());
    try {
      const asking = this.#asking(report);
      // Counted again also when a change of the filter cut the counting after an answer short.
      this.#counted &&= what === 'groups';
      const seen = this.#counted ? this.overview : await inSlices(overview(asking), signal);
      const groups = await inSlices(grouped(asking, filter), signal);
      if (signal.aborted) return;
      this.#counted = true;
      this.#change(() => {
        this.overview = seen;
        this.groups = groups;
      });
    } catch {
      // A newer list is being made.
    }
  }

  #takeUp(kept: KeptCase): void {
    this.keeping = true;
    this.keptWhere = 'device';
    this.lang = kept.lang ?? this.lang;
    this.theme = kept.theme ?? this.theme;
    this.region = kept.region ?? this.region;
    this.#hiddenNames.takeUp(kept);
    this.#steps = new Map(Object.entries(kept.steps));
    this.contacts = kept.contacts;
    this.household = kept.household;
    this.#tables = new Map(kept.tables.map((table) => [table.fingerprint, table]));
    this.#describe();
  }

  async #save(): Promise<void> {
    if (!this.keeping) return;
    const said = this.#said;
    try {
      if (this.report && !this.#hiddenNames.areMade) await this.#hiddenNames.make(this.#index);
      const kept: KeptCase = {
        version: 1,
        lang: this.lang,
        theme: this.theme,
        region: this.region,
        ...(await this.#hiddenNames.toKeep(this.#index, this.#answers, this.isExample ? 'no' : 'yes')),
        steps: Object.fromEntries(this.#steps),
        contacts: this.contacts,
        household: this.household,
        case: this.#caseToKeep(),
        tables: [...this.#tables.values()].slice(-MOST_TABLES),
      };
      const where = await this.host.save({ ...kept });
      this.#change(() => {
        this.keptWhere = where;
        if (where !== 'memory' && !this.isTooLong) this.#markSecured(said);
      });
    } catch {
      this.#change(() => (this.failure = 'storage'));
    }
  }

  #caseToKeep(): string | null {
    const { report, keepingCase } = this;
    if (!keepingCase) return null;
    if (!report || this.isExample || this.isTooLong) return '';
    return this.#caseText(report);
  }

  /** The open result should be kept, and has too many charges for it. */
  get isTooLong(): boolean {
    return this.keepingCase && MOST_KEPT_CHARGES < (this.report?.charges.length ?? 0);
  }

  /** Everything of the case as a file that a later version can open. */
  #caseText(report: Report): string {
    const answers = Object.fromEntries(report.charges.flatMap((charge) => [[charge.id, this.answerOf(charge)] as const].flatMap(([id, answer]) => (answer ? [[id, answer]] : []))));
    return writeCase({ redacted: false, report, answers, steps: Object.fromEntries(this.#steps), contacts: this.contacts });
  }

  #describe(): void {
    this.host.describe({ lang: this.lang, title: this.words.say('app-title') });
  }

  #change(change: () => void): void {
    change();
    const { isAtStake } = this;
    if (isAtStake !== this.#guarded) this.host.guard(isAtStake);
    this.#guarded = isAtStake;
    for (const listener of this.#listeners) listener();
  }
}

/** What was typed in a report of before, so that more can be added to it. */
function typedIn({ charges, sources }: Report): ChargeGiven[] {
  const typed = sources.find(({ kind }) => kind === 'typed')?.id;
  return charges.filter(({ source }) => source === typed).map(({ date, amount, currency, merchant, paidBy, card }) => ({ date, amount, currency, merchant, paidBy, card }));
}
