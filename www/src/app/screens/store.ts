//! The open case: the files, the report, what the person answered. Screens read it and ask it to change; it tells them when it did.

import type { AnsweredCharge, Case, ChargeGiven, ChargeReport, Member, Matter, OrderReport, Report, RowToConfirm, SourceReport, TableGiven } from '../engine/report';
import { exampleFiles, EXAMPLE_DAY } from '../example/example';
import type { Adviser, AppHost, KeptWhere, Leftovers, Progress } from '../host';
import { bestLang, type Lang } from '../languages';
import { type Words, wordsIn } from '../words';
import { Advice } from './advice';
import type { Answer } from './answers';
import { type ChargeGroup, type Filter, type Group, NO_FILTER } from './charges';
import { type CaseFile, openCase, readCase, writeCase } from './case/case-file';
import { answersOf, handOver, type OpenCase, readOpenCase } from './handover';
import { type Details, NO_DETAILS } from './case/details';
import { isDay } from './case/shape';
import { stepsOf, type Topic } from './topics';
import { type ContactMade, type KeptCase, MOST_TABLES, NO_NOTE, readKept, type StepNote } from './kept';
import { nameOf, withOwnNames } from './file-names';
import type { Choices } from './listing';
import { homeOf, type Region, regionOf } from './region';
import type { Theme } from './theme';
import { localDay, offsetOf } from './today';
import { type Toast, Toasts } from './toasts';
import { hashOf, type View, viewOf } from './view';

export type Failure = 'engine' | 'storage' | 'case-broken' | 'case-newer';

/** A row of a file that the reader is not sure of; the key is the same in every report of that file. */
export interface UnsureRow {
  readonly key: string;
  readonly row: RowToConfirm;
}

/** A longer result is not kept on the device: it would be written anew after every answer. */
const MOST_KEPT_CHARGES = 5000;

/** What stands in the form for one charge. */
export interface Draft {
  readonly given: ChargeGiven;
  /** How the day was chosen. */
  readonly day: 'today' | 'yesterday' | 'other' | 'unknown';
}

/** A file that opens with a password only, and who waits for it. */
interface PasswordAsked {
  readonly file: string;
  /** The one given before was not it. */
  readonly again: boolean;
  readonly give: (password: string | null) => void;
}

/** A case that was opened, which files are added to. */
interface Base {
  readonly report: Report;
  /** As the engine held it; `null` of a case kept before it held anything, whose charges stay as they were judged. */
  readonly holding: string | null;
}

/** Files are about to be added to a case, and something speaks against it. `old`: the case keeps its charges as they were judged.
 *  `cards`: none of its cards is in the files. */
interface AddingAsked {
  readonly why: 'old' | 'cards';
  readonly give: (where: 'here' | 'anew' | null) => void;
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
  progress: Progress | null = null;
  working = false;
  failure: Failure | null = null;
  isExample = false;

  /** For letters; gone with the page. */
  details: Details = NO_DETAILS;
  /** Letters as the person changed them, by letter and what they are about. */
  edited: ReadonlyMap<string, string> = new Map();
  household: readonly Member[] = [];
  /** Calls and messages about the case, in the order of days. */
  contacts: readonly ContactMade[] = [];
  /** Whether exports leave out names, addresses and card digits. */
  redaction: 'on' | 'off' = 'on';

  /** The text of a statement whose meaning is asked. No part of the address, which the browser remembers. */
  textAsked = '';
  /** A charge that is being typed, while another view is looked at. */
  draft: Draft | null = null;
  filter: Filter = NO_FILTER;
  /** The box to paste into is open. */
  pasting = false;
  /** The list of keys is open. */
  showingKeys = false;
  passwordAsked: PasswordAsked | null = null;
  addingAsked: AddingAsked | null = null;

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

  #base: Base | null = null;
  /** What the open report was made of, as the engine holds it; `null` where it was not asked for or is too much. */
  #holding: string | null = null;
  /** The report that it was asked for. */
  #heldOf: Report | null = null;
  /** A kept result that could not be opened: it stays kept until another one is open. */
  #unopened = '';
  #steps = new Map<string, StepNote>();
  #tables = new Map<string, TableGiven>();
  /** Mails after which something was entered; gone with the mails. */
  #entered = new Set<string>();
  /** Rows that the reader was not sure of, and the person has confirmed or left out. */
  #settled: ReadonlySet<string> = new Set();
  /** Counts what was read and said. As of `#keptAsOf` it has been kept, as of `#secured` kept or saved as a file. */
  #said = 0;
  #keptAsOf = 0;
  #secured = 0;
  #guarded = false;
  readonly #toasts = new Toasts(() => this.#change(() => undefined));
  readonly #advice: Advice;
  #abort: AbortController | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(readonly host: AppHost) {
    this.lang = bestLang(host.languages);
    this.region = regionOf(Intl.DateTimeFormat().resolvedOptions().timeZone, this.lang);
    this.view = viewOf(host.hash);
    const redraw = () => this.#change(() => undefined);
    this.#advice = new Advice(() => this.#around(), redraw, () => this.#change(() => (this.failure = 'engine')));
    this.#aboutOf(this.view);
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
    return wordsIn(this.lang, homeOf(this.region).law);
  }

  /** What the words of steps ask of where the card is at home. */
  get place(): { readonly region: string; readonly site: string } {
    const { law, site } = homeOf(this.region);
    return { region: law, site: site ?? 'none' };
  }

  // The open report and what follows from it, as the screens read it.

  get report(): Report | null {
    return this.#advice.report;
  }

  /** `null` before the first report. */
  get advised(): Case | null {
    return this.#advice.advised;
  }

  get choices(): Choices {
    return this.#advice.choices;
  }

  get groups(): readonly ChargeGroup[] {
    return this.#advice.listing.groups;
  }

  /** Charges that have what is searched for, and that the rest of the filter leaves out. */
  get hiddenCount(): number {
    return this.#advice.listing.hidden;
  }

  /** Shows them too. */
  showHidden(): void {
    const { text, ordering } = this.filter;
    this.setFilter({ ...NO_FILTER, text, ordering, others: 'shown' });
  }

  /** Changes with every case that is shown. */
  get caseStamp(): number {
    return this.#advice.stamp;
  }

  /** The report comes out of a case, and no file was given to it yet. */
  get fromCase(): boolean {
    return this.#base !== null && this.files.length === 0;
  }

  charge(id: string): ChargeReport | undefined {
    return this.#advice.charge(id);
  }

  charges(ids: readonly string[]): ChargeReport[] {
    return ids.flatMap((id) => this.charge(id) ?? []);
  }

  source(id: number | null): SourceReport | undefined {
    return id === null ? undefined : this.report?.sources.find((source) => source.id === id);
  }

  /** The orders of the report by their number. */
  get orders(): ReadonlyMap<string, OrderReport> {
    return this.#advice.orders;
  }

  // What the person does with files.

  async add(files: readonly File[]): Promise<void> {
    const others = await this.#takeCases(files);
    if (!others.length) return;
    const former = this.#former;
    const before = this.isExample ? NOTHING_GIVEN : former;
    const added = withOwnNames(others, [...before.files.map(nameOf), ...(before.base?.report.sources ?? []).map(({ name }) => name.split('/')[0] ?? name)]);
    const charges = this.#isGiven && !former.isExample ? new Set(this.report?.charges.map((charge) => this.#rowOf(charge))) : null;
    const where = before.base && before.base.holding === null && !before.files.length ? await this.#askWhere('old') : 'here';
    if (where === null) return;
    if (where === 'anew') return this.#anew(added);
    this.#take({ ...before, files: [...before.files, ...added] });
    const said = await this.#analyze('show', async (report) => (before.base && isStrange(report, before.base.report, this.household) ? this.#askWhere('cards') : 'here'));
    // What was held and cannot be read is as if nothing had been held.
    if (this.failure === 'engine' && before.base?.holding && !before.files.length) {
      this.#change(() => {
        this.#take({ ...before, base: { report: before.base?.report as Report, holding: null } });
        this.failure = null;
      });
      return this.add(others);
    }
    // What could not be answered at all must not stand in the way of the next files.
    if (this.failure === 'engine' || said === null) this.#change(() => this.#take(former));
    else if (said === 'anew') {
      this.#take(former);
      await this.#anew(added);
    } else if (said === 'here') this.#sayWhatWasRead(added, before, charges);
  }

  /** These files are another case: what is kept stays as it is until the person asks for this one to be kept. */
  async #anew(files: readonly File[]): Promise<void> {
    const former = this.#former;
    const { keeping, keptWhere, contacts } = this;
    const steps = this.#steps;
    this.#change(() => {
      Object.assign(this, { keeping: false, keptWhere: null, contacts: [] });
      this.#close();
      this.#steps = new Map();
      this.files = files;
    });
    await this.#analyze();
    this.say(this.words.say(keeping ? 'case-beside-kept' : 'case-closed'), () => {
      Object.assign(this, { keeping, keptWhere, contacts });
      this.#steps = steps;
      this.#backTo(former);
    });
  }

  /** Whether files of another kind or household are to be added to the case; `null`: they are not to be read at all. */
  async #askWhere(why: AddingAsked['why']): Promise<'here' | 'anew' | null> {
    await this.#complete();
    return new Promise((give) => {
      this.#change(() => (this.addingAsked = { why, give }));
    });
  }

  giveWhere(where: 'here' | 'anew' | null): void {
    const asked = this.addingAsked;
    this.#change(() => (this.addingAsked = null));
    asked?.give(where);
  }

  /** What the report is made of. */
  get #former(): Given {
    return { files: this.files, typed: this.typed, base: this.#base, isExample: this.isExample };
  }

  #take({ files, typed, base, isExample }: Given): void {
    this.files = files;
    this.typed = typed;
    this.#base = base;
    this.isExample = isExample;
  }

  /** The row by its file and line, whatever number the file has. */
  #rowOf({ id, source }: ChargeReport): string {
    return `${this.source(source)?.name ?? ''}${id.slice(id.indexOf(':'))}`;
  }

  /** The first files have their answer on the screen. An answer from more of them would come unseen. `charges`: those before. */
  #sayWhatWasRead(added: readonly File[], before: Given, charges: ReadonlySet<string> | null): void {
    if (!this.report || this.failure || this.working || (!charges && this.view.name !== 'files')) return;
    const names = new Set(added.map(nameOf));
    const unread = this.report.sources.filter(({ kind, name }) => kind === 'unreadable' && names.has(name)).length;
    const read = added.length - unread;
    const fresh = charges ? this.report.charges.filter((charge) => !charges.has(this.#rowOf(charge))) : [];
    const parts = [fresh.length ? this.#whatCame(fresh) : read ? this.words.say('files-read', { count: read }) : '', unread ? this.words.say('files-unread', { count: unread }) : ''];
    this.say(parts.filter(Boolean).join(this.words.usage.betweenSentences), charges ? () => this.#backTo(before) : undefined);
  }

  /** What new files brought: the month, how many charges, how many of them are open. */
  #whatCame(fresh: readonly ChargeReport[]): string {
    const months = new Set(fresh.flatMap(({ date }) => date?.slice(0, 7) ?? []));
    const [month] = months;
    const open = fresh.filter((charge) => ['flagged', 'ask'].includes(this.groupOf(charge))).length;
    const counts = { count: fresh.length, open };
    return months.size === 1 && month ? this.words.say('month-added', { month: this.words.month(month), ...counts }) : this.words.say('charges-added', counts);
  }

  #backTo(given: Given): void {
    this.#take(given);
    if (this.#isGiven) void this.#analyze('stay');
    else this.startAgain();
  }

  /** One more charge, or in place of the one at `at`. Where the person sees a report already they see the new one. */
  async giveCharge(given: ChargeGiven, at: number | null = null): Promise<void> {
    const before = this.isExample ? [] : this.typed;
    if (this.isExample) this.#take(NOTHING_GIVEN);
    this.typed = at === null ? [...before, given] : before.map((one, index) => (index === at ? given : one));
    await this.#analyze();
  }

  async removeCharge(at: number): Promise<void> {
    const before = this.typed;
    const rest = before.filter((_, index) => index !== at);
    if (!rest.length && !this.files.length && !this.#base) return this.startAgain();
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

  /** Files, typed charges or a case are there to be looked at again. */
  get #isGiven(): boolean {
    return 0 < this.files.length || 0 < this.typed.length || this.#base !== null;
  }

  async remove(file: File): Promise<void> {
    const before = this.#former;
    const rest = before.files.filter((other) => other !== file);
    if (!rest.length && !this.typed.length && !this.#base) return this.startAgain();
    this.files = rest;
    await this.#analyze();
    this.say(this.words.say('file-removed', { file: nameOf(file) }), () => this.#backTo(before));
  }

  async showExample(): Promise<void> {
    this.#take({ ...NOTHING_GIVEN, isExample: true });
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
    const { report } = this;
    const given = this.#former;
    const { steps, contacts } = { steps: new Map(this.#steps), contacts: this.contacts };
    this.#change(() => {
      this.#close();
      this.failure = null;
      this.#toasts.clear();
    });
    this.#markSecured();
    void this.#save();
    this.go({ name: 'results' });
    // An example is a press away; the person's own files may be far.
    if (!report || given.isExample) return;
    this.say(this.words.say('case-closed'), () => {
      this.#steps = steps;
      this.contacts = contacts;
      this.#backTo(given);
    });
  }

  cancel(): void {
    this.#abort?.abort();
    this.#change(() => {
      this.working = false;
      this.progress = null;
      // Without an earlier report the files would be there and nothing would be said of them.
      if (!this.report) {
        this.#take(NOTHING_GIVEN);
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

  answerOf = ({ id }: Pick<ChargeReport, 'id'>): Answer | undefined => this.#advice.answered(id)?.answer;

  /** What follows from the answer for this charge alone. */
  answered({ id }: ChargeReport): AnsweredCharge | undefined {
    return this.#advice.answered(id);
  }

  /** Where it stands. */
  groupOf = ({ id }: Pick<ChargeReport, 'id'>): Group => this.#advice.groupOf(id);

  /** It is flagged for money that is owed: that the purchase is theirs does not settle it. */
  isOwed({ id }: ChargeReport): boolean {
    return this.#advice.isOwed(id);
  }

  /** A finding or the person disputes it. */
  isDisputed({ id }: ChargeReport): boolean {
    return this.#advice.isDisputed(id);
  }

  /** What letters are about, once the case speaks of what is wanted. */
  get matter(): Matter | null {
    return this.#advice.matter;
  }

  /** `null` leaves it to the case. */
  setMatter(wanted: Parameters<Advice['setMatter']>[0]): void {
    this.#advice.setMatter(wanted);
  }

  answer(charge: ChargeReport, answer: Answer | undefined): void {
    this.#answerAll([charge], answer, this.words.say(answer ? `answered-${answer}` : 'answered-undone'));
  }

  /** The same answer to each of these; `undefined` takes theirs back. */
  answerAll(charges: readonly ChargeReport[], answer: Answer | undefined): void {
    this.#answerAll(charges, answer, this.words.say(answer ? `answered-all-${answer}` : 'answered-undone', { count: charges.length }));
  }

  #answerAll(charges: readonly ChargeReport[], answer: Answer | undefined, said: string, order: string | null = null): void {
    const namesOrder = order !== null || charges.some((charge) => this.orderNamed(charge) !== null);
    const takeBack = this.#advice.answer(charges, answer ?? null, order);
    const noted = (): void => {
      this.#markNew();
      // What is linked to that order, or is free again, is for the analysis to say.
      if (namesOrder && this.#isGiven && !this.fromCase) void this.#analyze('stay');
    };
    noted();
    this.say(said, () => {
      takeBack();
      noted();
    });
  }

  /** The order that the person said the charge is. */
  orderNamed(charge: ChargeReport): string | null {
    return this.#advice.orderNamed(charge);
  }

  /** Those that the person said some charges are, by the charge's id. */
  ordersNamed(charges: Iterable<string>): Record<string, string> {
    const named = [...charges].flatMap((id) => {
      const charge = this.charge(id);
      const order = charge && this.orderNamed(charge);
      return order ? [[id, order] as const] : [];
    });
    return Object.fromEntries(named);
  }

  /** "It was this order": the charge is known, and later analyses link the two. */
  nameOrder(charge: ChargeReport, order: string): void {
    this.#answerAll([charge], this.answerOf(charge) === 'family' ? 'family' : 'me', this.words.say('order-named-said'), order);
  }

  /** Letters and scripts about these together. */
  prepareFor(charges: readonly ChargeReport[]): void {
    const [first] = charges;
    if (!first) return;
    this.go({ name: 'prepare', letter: null, charge: first.id });
    this.#advice.setMatter({ about: charges.map(({ id }) => id), dispute: null });
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
    this.say(this.words.say(done ? 'step-ticked' : 'step-unticked', { step: this.words.say(`step-${step}`, this.place) }), () => {
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
    void this.#advice.ask();
    this.#markNew();
  }

  setDetails(details: Partial<Details>): void {
    this.#change(() => (this.details = { ...this.details, ...details }));
    if (details.noticeCame !== undefined) void this.#advice.ask();
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
  isNew = ({ id }: ChargeReport): boolean => this.#advice.isNew(id);

  get newCount(): number {
    return this.#advice.newCount;
  }

  /** The names the person gave or typed, which exports leave out. */
  get names(): string[] {
    return [this.details.name, this.details.contact, ...this.household.map(({ name }) => name)];
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
    void this.#advice.ask();
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
    else if (this.#isGiven && !this.fromCase) await this.#analyze();
    else await this.#advice.ask();
  }

  setFilter(filter: Partial<Filter>): void {
    this.#change(() => (this.filter = { ...this.filter, ...filter }));
    this.#advice.relist();
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
    const { view: before } = this;
    this.#change(() => (this.view = view));
    if (view.name !== 'prepare' || (before.name === 'prepare' && before.charge === view.charge)) return;
    this.#aboutOf(view);
  }

  /** Letters are about the charge that the person came from, or else about what the case says. */
  #aboutOf(view: View): void {
    this.#advice.setMatter({ about: view.name === 'prepare' && view.charge ? [view.charge] : null, dispute: null });
  }

  say(text: string, undo?: () => void): void {
    this.#toasts.say(text, undo);
  }

  get toast(): Toast | null {
    return this.#toasts.shown;
  }

  /** What the person was told of the last thing that can be taken back. */
  get undoable(): string | null {
    return this.#toasts.undoable;
  }

  /** Takes the last thing back, then the one before it. */
  undo(): void {
    if (this.#toasts.undo()) this.say(this.words.say('undone'));
  }

  hush(): void {
    this.#toasts.hush();
  }

  setPasting(pasting: boolean): void {
    this.#change(() => (this.pasting = pasting));
  }

  /** Leads to what this text of a statement means. */
  askMeaning(text: string): void {
    this.textAsked = text;
    this.go({ name: 'texts' });
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
    void this.#advice.ask();
    await this.#save();
  }

  /** The same where the switch is not in sight. */
  async keepFromHere(): Promise<void> {
    const before = readKept(await this.host.load().catch(() => null));
    await this.keep();
    // Another case was kept: it can come back.
    if (before?.case && this.keptWhere && this.keptWhere !== 'memory') return this.say(this.words.say('kept-instead'), () => void this.#keepAgain(before));
    if (this.keptWhere === 'memory') this.say(this.words.say('kept-in-memory'));
    else if (this.keptWhere === 'device-shared') this.say(this.words.say('kept-shared'), () => void this.stopKeeping());
    else if (this.keptWhere) this.say(this.words.say(this.isTooLong ? 'kept-too-long' : 'kept-now'), () => void this.stopKeeping());
  }

  /** What was kept before this case stays kept, and this one is only open. */
  async #keepAgain(before: KeptCase): Promise<void> {
    this.#change(() => this.#stopKeeping());
    await this.host.save({ ...before });
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
    this.#advice.forgetSeen();
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
      this.#toasts.hush();
      this.#toasts.clear();
      this.#steps.clear();
      this.contacts = [];
      this.#tables.clear();
      this.household = [];
      this.#close();
      this.#advice.forget();
      this.#unopened = '';
      this.#markSecured();
    });
  }

  async countRequests(): Promise<void> {
    const requests = await this.host.requestCount().catch(() => null);
    if (requests !== this.requests) this.#change(() => (this.requests = requests));
  }

  /** Changes to the new version of the page, with the case as it is. */
  async update(): Promise<void> {
    const { typed, isExample, details, redaction } = this;
    const base = this.#base;
    const caseFile = base && new File([this.fromCase && this.report ? this.#caseText(this.report, (await this.#advice.newest())?.answered ?? []) : this.#caseText(base.report, [], base.holding)], 'case.json');
    const files = caseFile ? [caseFile, ...this.files] : this.files;
    const settled = [...this.#settled];
    const { salt, answers, orders } = await this.#advice.remembered();
    const said = { version: 1, lang: this.lang, theme: this.theme, region: this.region, salt, answers, orders, steps: Object.fromEntries(this.#steps), contacts: this.contacts, seen: [], household: this.household, tables: [...this.#tables.values()], case: this.keepingCase ? '' : null } as const;
    const open = { said, files, typed, settled, isExample, isSecured: this.#secured === this.#said, details, edited: Object.fromEntries(this.edited), redaction };
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
    });
    void this.#advice.ask();
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
    this.#keptAsOf = said;
    this.#secured = Math.max(this.#secured, said);
  }

  /** Whether something would be gone with the page. Changed letters are never kept. */
  get isAtStake(): boolean {
    return !this.isExample && (this.#secured < this.#said || 0 < this.edited.size);
  }

  /** Whether something would be gone with the page that no file surely holds. */
  get isUnkept(): boolean {
    return this.isAtStake || (!this.isExample && this.#keptAsOf < this.#said);
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
      this.#advice.takeOver(said.salt, (salt) => answersOf({ ...said, salt }));
      for (const [step, note] of Object.entries(said.steps)) this.#steps.set(step, note);
      this.redaction = redaction;
      this.keepingCase = said.case !== null;
    });
    this.#describe();
    const others = await this.#takeCases(files, 'own');
    this.#change(() => {
      if (others.length) this.files = others;
      if (typed.length) this.typed = typed;
      this.#settled = new Set(settled);
      this.isExample = isExample;
      this.details = details;
      this.edited = new Map(Object.entries(edited));
    });
    if (this.files.length || (this.typed.length && !this.#base)) await this.#analyze('stay');
    if (!isSecured) this.#markNew();
    this.go(view, 'replace');
  }

  /** Lets go of the open case. */
  #close(): void {
    this.draft = null;
    this.textAsked = '';
    this.#take(NOTHING_GIVEN);
    this.#holding = null;
    this.#settled = new Set();
    this.#entered.clear();
    this.filter = NO_FILTER;
    this.details = NO_DETAILS;
    this.edited = new Map();
    this.#advice.close();
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

  /** `false` where the engine cannot take it: then what was open stays open. */
  async #openCase({ report, answers, orders, steps, contacts, typed, settled, holding }: CaseFile, then: 'show' | 'stay', whose: 'own' | 'given' = 'own'): Promise<boolean> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#change(() => {
      this.working = true;
      this.failure = null;
      this.progress = { phase: 'reading', filesDone: 0, filesTotal: 1 };
    });
    let adviser: Adviser | null = null;
    try {
      adviser = await this.host.adviserOf(report);
      // What it cannot say anything of is not opened.
      await adviser.advise({ region: this.region });
    } catch {
      adviser?.close();
      adviser = null;
    }
    if (abort.signal.aborted || !adviser) {
      adviser?.close();
      if (!abort.signal.aborted) this.#change(() => Object.assign(this, { working: false, progress: null, failure: 'engine' }));
      return false;
    }
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
      this.#base = { report, holding };
      this.#holding = holding;
      this.#heldOf = report;
      this.typed = holding === null ? typedIn(report) : typed;
      this.#settled = new Set(settled);
      for (const { id, entered } of report.mails) if (entered) this.#entered.add(id);
      this.contacts = contacts;
      for (const [step, note] of Object.entries(steps)) this.#steps.set(step, note);
    });
    try {
      const words = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer, order: orders[id] ?? null }] as const));
      await this.#advice.show({ report, adviser }, { signal: abort.signal, answers: words });
    } catch {
      if (!abort.signal.aborted) this.#change(() => Object.assign(this, { working: false, progress: null, failure: 'engine' }));
      return false;
    }
    this.#change(() => Object.assign(this, { working: false, progress: null }));
    this.#unopened = '';
    this.#markNew();
    this.#change(() => this.#markSecured());
    if (then === 'show') this.go({ name: 'results' });
    if (stays) this.say(this.words.say('case-beside-kept'));
    return true;
  }

  /** The result that was kept. What is not understood is as if it had not been kept. */
  async #reopen(kept: string | null): Promise<void> {
    this.keepingCase = kept !== null;
    const opened = kept === null || this.report || this.working ? null : readCase(kept);
    if (kept && opened?.kind === 'case' && !(await this.#openCase(opened.file, 'stay')) && !this.report) this.#unopened = kept;
  }

  /** `ask`: whether the report is what the person wants, before it is shown. What it said: `gone` where there is no report. */
  async #analyze(then: 'show' | 'stay' = 'show', ask: (report: Report) => Promise<'here' | 'anew' | null> = async () => 'here'): Promise<'here' | 'anew' | 'gone' | null> {
    this.#abort?.abort();
    this.giveWhere(null);
    const abort = new AbortController();
    this.#abort = abort;
    this.#change(() => {
      this.working = true;
      this.failure = null;
      this.progress = { phase: 'reading', filesDone: 0, filesTotal: this.files.length };
    });
    try {
      const request = { ...this.#request(), ...(await this.#advice.named()) };
      const analysis = await this.host.analyze(this.files, request, {
        signal: abort.signal,
        progress: (progress) => this.#change(() => (this.progress = progress)),
        askPassword: (file, again) => this.#askPassword(file, again, abort.signal),
        kept: this.#kept,
        hold: this.#wantsHolding,
      });
      const said = await ask(analysis.report);
      if (abort.signal.aborted || said !== 'here') {
        analysis.adviser.close();
        return abort.signal.aborted ? 'gone' : said;
      }
      await this.#complete().catch((error: unknown) => {
        analysis.adviser.close();
        throw error;
      });
      await this.#advice.show(analysis, { signal: abort.signal });
      this.#holding = analysis.holding ?? null;
      this.#heldOf = this.#wantsHolding ? analysis.report : null;
      this.#unopened = '';
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
    if (abort.signal.aborted || this.failure || !this.report) return 'gone';
    this.#markNew();
    if (then === 'show' && this.view.name !== 'files') this.go({ name: 'results' }, this.view.name === 'results' ? 'replace' : 'push');
    void this.countRequests();
    return 'here';
  }

  /** What files are added to. */
  get #kept(): string | undefined {
    const base = this.#base;
    return base ? (base.holding ?? JSON.stringify(base.report)) : undefined;
  }

  get #wantsHolding(): boolean {
    return !this.isExample && ((this.keeping && this.keepingCase) || this.#base !== null);
  }

  /** What the open report was made of, asked of the engine where it has not been yet. */
  async holding(): Promise<string | null> {
    const { report } = this;
    if (this.#holding !== null || !report || this.isExample || this.isTooLong || this.#heldOf === report) return this.#holding;
    this.#heldOf = report;
    try {
      const { adviser, holding } = await this.host.analyze(this.files, this.#request(), { kept: this.#kept, hold: true });
      adviser.close();
      if (this.report === report) this.#holding = holding ?? null;
    } catch {
      // The case is kept without it, and its charges then stay as they are judged.
    }
    return this.report === report ? this.#holding : null;
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

  #around() {
    const { noticeCame } = this.details;
    const today = localDay(new Date());
    return {
      said: {
        // The example's day never passes.
        today: this.isExample ? null : today,
        region: this.region,
        steps: [...this.#steps].map(([step, note]) => ({ step, ...note })),
        contacts: [...this.contacts],
        noticeCame: isDay(noticeCame) && noticeCame <= today && '1990' <= noticeCame ? noticeCame : null,
        looked: this.keeping && !this.isExample,
        first: [...stepsOf(this.topic)],
      },
      keeping: this.keeping,
      // An example or a case of another day is no month of its own.
      compares: !this.isExample && !this.fromCase,
      filter: this.filter,
      nameOf: (service: string) => this.words.say(`service-${service}`),
    };
  }

  #takeUp(kept: KeptCase): void {
    this.keeping = true;
    this.keptWhere = 'device';
    this.lang = kept.lang ?? this.lang;
    this.theme = kept.theme ?? this.theme;
    this.region = kept.region ?? this.region;
    this.#advice.takeUp(kept);
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
      const advised = await this.#advice.newest();
      const kept: KeptCase = {
        version: 1,
        lang: this.lang,
        theme: this.theme,
        region: this.region,
        ...(await this.#advice.remembered()),
        steps: Object.fromEntries(this.#steps),
        contacts: this.contacts,
        household: this.household,
        case: this.#caseToKeep(advised),
        tables: [...this.#tables.values()].slice(-MOST_TABLES),
      };
      const where = await this.host.save({ ...kept });
      this.#change(() => {
        this.keptWhere = where;
        if (where !== 'memory' && !this.isTooLong) this.#markSecured(said);
      });
      // What takes its time must not keep the rest waiting.
      if (kept.case && this.#holding === null && this.#heldOf !== this.report && (await this.holding()) !== null) await this.#save();
    } catch {
      this.#change(() => (this.failure = 'storage'));
    }
  }

  #caseToKeep(advised: Case | null): string | null {
    const { report, keepingCase } = this;
    if (!keepingCase) return null;
    if (!report) return this.#unopened;
    return this.isExample || this.isTooLong ? '' : this.#caseText(report, advised?.answered ?? []);
  }

  /** The open result should be kept, and has too many charges for it. */
  get isTooLong(): boolean {
    return this.keepingCase && MOST_KEPT_CHARGES < (this.report?.charges.length ?? 0);
  }

  /** Everything of the case as a file that a later version can open. */
  #caseText(report: Report, answered: readonly AnsweredCharge[], holding = this.#holding): string {
    const answers = Object.fromEntries(answered.map(({ charge, answer }) => [charge, answer]));
    return writeCase({ redacted: false, report, answers, orders: this.ordersNamed(Object.keys(answers)), steps: Object.fromEntries(this.#steps), contacts: this.contacts, typed: this.typed, settled: [...this.#settled], holding });
  }

  /** Rows that were confirmed or left out, for a case file. */
  get settled(): readonly string[] {
    return [...this.#settled];
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

/** What a report is made of. */
interface Given {
  readonly files: readonly File[];
  readonly typed: readonly ChargeGiven[];
  readonly base: Base | null;
  readonly isExample: boolean;
}

const NOTHING_GIVEN: Given = { files: [], typed: [], base: null, isExample: false };

/** None of the cards in the new files is one of the case or the household: they may be somebody else's. */
function isStrange({ charges, sources }: Report, before: Report, household: readonly Member[]): boolean {
  const names = new Set(before.sources.map(({ name }) => name));
  const added = new Set(sources.filter(({ name }) => !names.has(name)).map(({ id }) => id));
  const cardsOf = (rows: readonly ChargeReport[]) => new Set(rows.flatMap(({ card, cardFirst }) => (card && !cardFirst ? card.slice(-4) : [])));
  const known = new Set([...cardsOf(before.charges), ...household.flatMap(({ cards }) => cards)]);
  const fresh = cardsOf(charges.filter(({ source }) => added.has(source)));
  return 0 < known.size && 0 < fresh.size && [...fresh].every((card) => ![...known].some((one) => one.endsWith(card) || card.endsWith(one)));
}

/** What was typed in a report of before, so that more can be added to it. */
function typedIn({ charges, sources }: Report): ChargeGiven[] {
  const typed = sources.find(({ kind }) => kind === 'typed')?.id;
  return charges.filter(({ source }) => source === typed).map(({ date, amount, currency, merchant, paidBy, card }) => ({ date, amount, currency, merchant, paidBy, card }));
}
