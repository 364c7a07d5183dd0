// Request and report, what the person said, and the case. Written by `cargo xtask gen` from crates/engine: change the Rust types.

/**
 * The circumstances of one analysis. The files come beside it.
 */
export interface Request {
    /**
     * `2026-11-22`. The only clock there is.
     */
    today: string;
    /**
     * `+09:00`: where the person's days begin.
     */
    utcOffset: string;
    /**
     * `jp`, `us`, `uk`, `eu`, …: which facts and contacts apply.
     */
    region: string;
    /**
     * Who holds which card.
     */
    household?: Member[];
    /**
     * What the person said of charges before.
     */
    answers?: AnswerGiven[];
    /**
     * The salt of the hashes in `answers`; kept on the person's device only.
     */
    salt?: string;
    /**
     * What they said of tables that nothing else explains.
     */
    tables?: TableGiven[];
    /**
     * Charges that they typed, of which no file has come yet.
     */
    charges?: ChargeGiven[];
    /**
     * Ids of mails that led the person somewhere where they entered something.
     */
    entered?: string[];
    /**
     * Names of files that ended the engine when they were read. They are not among the files, and are named in the report.
     */
    setAside?: string[];
}

/**
 * One charge as the person typed it. What cannot be read is a problem of the `typed` source and no error.
 */
export interface ChargeGiven {
    /**
     * `2026-11-03`; `null` or `?` where they do not know.
     */
    date?: string | null;
    /**
     * As typed: `3980`, `３，９８０円`, `12.99`. Negative: money back.
     */
    amount: string;
    /**
     * ISO 4217; `null`: that of the region.
     */
    currency?: string | null;
    /**
     * The text as shown to them; empty where there was none.
     */
    merchant?: string;
    /**
     * `card`, `debit`, `prepaid`, `phone-bill`, `pay-later`, `gift-balance`, `app-store`; `null`: not said.
     */
    paidBy?: string | null;
    /**
     * The card's last digits.
     */
    card?: string | null;
}

/**
 * A person of the household and the last digits of their cards.
 */
export interface Member {
    /**
     * As the person calls them.
     */
    name: string;
    /**
     * The last digits, as the statement prints them: `1234`.
     */
    cards: string[];
}

/**
 * An answer to one charge. The charge is named by a salted hash, so that what is kept tells nobody anything.
 */
export interface AnswerGiven {
    /**
     * Hex SHA-256 of `salt|date|amount|currency|card|NFKC(merchant)|n`, `n` counting equal rows from 1.
     */
    charge: string;
    /**
     * `me`, `family`, `notMine`.
     */
    answer: string;
    /**
     * Hex SHA-256 of `salt|order number`: the order that the person says it is; `null`: they named none.
     */
    order?: string | null;
}

/**
 * What the person says of a table: which column is what, and what its rows alone do not tell.
 */
export interface TableGiven {
    /**
     * As the report names the table.
     */
    fingerprint: string;
    /**
     * `null`: as the words of the heading say.
     */
    columns: Columns | null;
    /**
     * `ymd`, `mdy`, `dmy`.
     */
    dateOrder: string | null;
    /**
     * `point`, `comma`.
     */
    decimalMark: string | null;
    /**
     * The sign of sums that were paid: `plus`, `minus`.
     */
    paidSign: string | null;
    /**
     * Of rows that name none: `JPY`.
     */
    currency: string | null;
}

/**
 * Which column is what, counted from 0. `amount`, or `out` and `back`.
 */
export interface Columns {
    /**
     * The day.
     */
    date: number | null;
    /**
     * Whom it was paid to.
     */
    merchant: number | null;
    /**
     * The sum, paid and returned in one column.
     */
    amount: number | null;
    /**
     * Sums that were paid.
     */
    out: number | null;
    /**
     * Sums that came back.
     */
    back: number | null;
    /**
     * The currency.
     */
    currency: number | null;
    /**
     * The card.
     */
    card: number | null;
    /**
     * Whose card it is.
     */
    holder: number | null;
    /**
     * What else is said.
     */
    memo: number | null;
}

/**
 * What `analyze` says of the given files.
 */
export interface Report {
    /**
     * 1. Raised when a field that other programs rely on changes.
     */
    schemaVersion: number;
    /**
     * The day the analysis was made for, `2026-11-22`.
     */
    today: string;
    /**
     * Every file, and every entry of a ZIP, in the order of their names.
     */
    sources: SourceReport[];
    /**
     * Every row that is a charge or a credit, once, in file order.
     */
    charges: ChargeReport[];
    /**
     * What the rules saw, by which charges are judged.
     */
    findings: FindingReport[];
    /**
     * What to do, most urgent first.
     */
    nextSteps: StepReport[];
    /**
     * What the files say nothing of.
     */
    coverage: CoverageReport;
    /**
     * By currency. The parts add up to `charged`.
     */
    totals: Record<string, TotalsReport>;
    /**
     * Every order that a charge, a finding or a refund names.
     */
    orders: OrderReport[];
    /**
     * Plans seen, with the next expected day.
     */
    renewals: RenewalReport[];
    /**
     * Refunds that Amazon's data speaks of: those that came, those still within their wait, and those that are late.
     */
    refunds: RefundReport[];
    /**
     * Mails and messages, judged. Only the full build reads them.
     */
    mails: MailReport[];
}

/**
 * One file, or one entry of a ZIP. `rows` = `used` + all of `skipped`.
 */
export interface SourceReport {
    /**
     * What other parts of the report call it by.
     */
    id: number;
    /**
     * As it was given; an entry of a ZIP comes after the name of the ZIP and a slash.
     */
    name: string;
    /**
     * `statement`, `orders`, `digitalOrders`, `refunds`, `subscriptions`, `account`, `mail`, `notice`, `typed`, `ignored`, `unreadable`.
     */
    kind: string;
    /**
     * Id of the format that read it; `null` when unreadable.
     */
    format: string | null;
    /**
     * What its text was read as, `utf-8`, `shift_jis`; `null` where it is no text.
     */
    encoding: string | null;
    /**
     * Rows that hold something.
     */
    rows: number;
    /**
     * Rows that became charges, orders or other facts.
     */
    used: number;
    /**
     * Rows understood and not used, by reason.
     */
    skipped: Record<string, number>;
    /**
     * The first day in it.
     */
    from: string | null;
    /**
     * The last day in it.
     */
    to: string | null;
    /**
     * What could not be read, a row or a field at a time.
     */
    problems: ProblemReport[];
    /**
     * Charges of which something is not sure, as far as they were understood, for the person to confirm.
     */
    rowsToConfirm: RowToConfirm[];
    /**
     * Where the person may say what the columns are, or must.
     */
    table: TableReport | null;
    /**
     * What the reading was decided by, as `what:evidence`: `sign:balance`, `order:sorted`, `currency:region`.
     */
    why: string[];
    /**
     * Whether what was read adds up to the balances or totals in the file; `null` where it prints none.
     */
    addsUp: boolean | null;
}

/**
 * A row or a field that could not be read. Nothing else is lost because of it.
 */
export interface ProblemReport {
    /**
     * Where in the file; `null` when it is the whole file.
     */
    line: number | null;
    /**
     * kebab-case, such as `bad-date`.
     */
    code: string;
    /**
     * The column, as it is headed.
     */
    field: string | null;
    /**
     * The owner's own text.
     */
    text: string | null;
}

/**
 * A charge as far as it was understood; what is absent was not.
 */
export interface RowToConfirm {
    /**
     * Where in the file.
     */
    line: number;
    /**
     * As it stands there, cut.
     */
    text: string;
    /**
     * The likeliest day.
     */
    date: string | null;
    /**
     * Empty where none was found.
     */
    merchant: string;
    /**
     * Negative: money back.
     */
    amount: string | null;
    /**
     * Of the amount.
     */
    currency: string | null;
}

/**
 * A table whose columns nobody but the person may know.
 */
export interface TableReport {
    /**
     * The same for all files with this heading; made of the heading alone.
     */
    fingerprint: string;
    /**
     * Empty where the table has none.
     */
    heading: string[];
    /**
     * As they were read, or what they seem to be.
     */
    columns: Columns;
    /**
     * As all rows say; `null` where they do not tell, and the person must.
     */
    dateOrder: string | null;
    /**
     * The same of sums: `point`, `comma`.
     */
    decimalMark: string | null;
    /**
     * The same of the sign of sums that were paid.
     */
    paidSign: string | null;
    /**
     * The same of the currency.
     */
    currency: string | null;
    /**
     * Some rows of the file.
     */
    rows: CellReport[][];
}

/**
 * A cell and all that it may mean: as a day in each order, as a sum with each decimal mark.
 */
export interface CellReport {
    /**
     * As in the file.
     */
    text: string;
    /**
     * As year, month, day.
     */
    ymd: string | null;
    /**
     * As month, day, year.
     */
    mdy: string | null;
    /**
     * As day, month, year.
     */
    dmy: string | null;
    /**
     * As a sum with a decimal point.
     */
    point: string | null;
    /**
     * As a sum with a decimal comma.
     */
    comma: string | null;
}

/**
 * One row of a statement and what is behind it.
 */
export interface ChargeReport {
    /**
     * `source:line`, or `source:page:line`.
     */
    id: string;
    /**
     * Id of the file.
     */
    source: number;
    /**
     * Line in the file, or row of the sheet.
     */
    line: number;
    /**
     * The day of use, `2026-11-22`.
     */
    date: string | null;
    /**
     * The day of booking, where the file has one.
     */
    posted: string | null;
    /**
     * As in the file.
     */
    merchant: string;
    /**
     * What else the row says.
     */
    memo: string | null;
    /**
     * Positive: money out. Negative: money back.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * Its last digits.
     */
    card: string | null;
    /**
     * `card` is its first digits, which are all that some issuers show.
     */
    cardFirst: boolean;
    /**
     * What it was paid with, where the person said so: `card`, `debit`, `prepaid`, `phone-bill`, `pay-later`, `gift-balance`,
     * `app-store`.
     */
    paidBy: string | null;
    /**
     * Whose card it is, of the household.
     */
    holder: string | null;
    /**
     * What of Amazon it is for, such as `amazon-retail`, `amazon-prime`; `other` for rows of others.
     */
    service: string;
    /**
     * `explained`, `ask`, `flagged`, `notCovered`, `other`.
     */
    verdict: string;
    /**
     * The rule that explains the verdict.
     */
    cause: string | null;
    /**
     * 0 to 1, two decimals: how sure the link to the orders (or the finding) is.
     */
    confidence: string;
    /**
     * What the person said of it before: `me`, `family`, `notMine`.
     */
    answered: string | null;
    /**
     * The orders, or pieces of them, that are behind it.
     */
    orders: OrderRef[];
    /**
     * Other equally good explanations.
     */
    alternatives: OrderRef[][];
    /**
     * Where nothing explains it: orders that explain no charge, the nearest in sum and day first. No explanation; the person
     * may say that one of them is it.
     */
    candidates: OrderRef[];
    /**
     * Indexes into `findings`.
     */
    findings: number[];
    /**
     * What speaks for the explanation, as codes: `amount-exact`, `day-fits`, `card-same`, …
     */
    evidence: string[];
}

/**
 * An order, or the pieces of one.
 */
export interface OrderRef {
    /**
     * Amazon's number.
     */
    orderId: string;
    /**
     * Id of the file that has it; `null` where none has.
     */
    source: number | null;
    /**
     * Its lines there.
     */
    lines: number[];
    /**
     * Which of the order's `items` the charge is for, counted from 0; empty where it is for all of them, or where the files
     * do not tell.
     */
    part: number[];
}

/**
 * What the order files say of an order.
 */
export interface OrderReport {
    /**
     * Amazon's number.
     */
    orderId: string;
    /**
     * Id of the file.
     */
    source: number;
    /**
     * Its lines there.
     */
    lines: number[];
    /**
     * The day of the order.
     */
    ordered: string | null;
    /**
     * The days on which parcels left.
     */
    shipped: string[];
    /**
     * Names of the articles.
     */
    items: string[];
    /**
     * What all its lines add up to.
     */
    total: string;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * Who sold it, where it was not Amazon.
     */
    seller: string | null;
    /**
     * Last digits of the cards it was paid with.
     */
    cards: string[];
    /**
     * Where it went, as in the file.
     */
    address: string | null;
    /**
     * As in the file.
     */
    status: string;
}

/**
 * A plan that is charged again and again.
 */
export interface RenewalReport {
    /**
     * As in charges.
     */
    service: string;
    /**
     * The plan.
     */
    name: string;
    /**
     * What it takes each time.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * `month`, `year`; `unknown` after one payment of a price that no table knows.
     */
    cadence: string;
    /**
     * The last day it was charged.
     */
    last: string;
    /**
     * The next expected day; `null` when the plan has ended, and where the cadence is unknown.
     */
    next: string | null;
    /**
     * Ids of charges.
     */
    charges: string[];
}

/**
 * A refund that Amazon's data says was paid or promised to a card, and whether it came.
 */
export interface RefundReport {
    /**
     * Amazon's number.
     */
    orderId: string;
    /**
     * Id of the file that says so.
     */
    source: number;
    /**
     * Its line there.
     */
    line: number;
    /**
     * The day it was paid out or promised.
     */
    date: string;
    /**
     * What is to come back; positive.
     */
    amount: string;
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * `came`, `waiting`, `overdue`.
     */
    state: string;
    /**
     * The day by which a statement should show it.
     */
    until: string;
    /**
     * Id of the credit that is this money; of the charge to be given back where it is late.
     */
    charge: string | null;
}

/**
 * A mail or message. Nothing in it was opened, and no verdict says that it is safe.
 */
export interface MailReport {
    /**
     * The same for the same mail, in whatever file it lies.
     */
    id: string;
    /**
     * Id of the file.
     */
    source: number;
    /**
     * Line in the file at which it starts.
     */
    line: number;
    /**
     * The day on it, `2026-11-22`.
     */
    date: string | null;
    /**
     * The name it gives its sender.
     */
    fromName: string;
    /**
     * The address it gives its sender.
     */
    fromAddress: string;
    /**
     * Where an answer would go, if elsewhere.
     */
    replyTo: string | null;
    /**
     * As the mail has it.
     */
    subject: string;
    /**
     * `genuine-looking`, `doubtful`, `dangerous`.
     */
    verdict: string;
    /**
     * What weighs most comes first.
     */
    reasons: MailReasonReport[];
    /**
     * Where it wants the person to go.
     */
    links: MailLinkReport[];
    /**
     * Names of files in it.
     */
    attachments: string[];
    /**
     * Amazon's order numbers in it.
     */
    orders: string[];
    /**
     * The person said that they entered something there.
     */
    entered: boolean;
}

/**
 * What speaks for or against a mail.
 */
export interface MailReasonReport {
    /**
     * kebab-case; states what was seen.
     */
    code: string;
    /**
     * `danger`, `doubt`, `note`, `for`.
     */
    weight: string;
    /**
     * Values for the sentence, by name.
     */
    args: Record<string, string>;
}

/**
 * A link of a mail.
 */
export interface MailLinkReport {
    /**
     * What the reader of the mail saw; empty for a picture or a bare address.
     */
    text: string;
    /**
     * Made so that nothing opens it: `hxxps://login[.]example`.
     */
    target: string;
    /**
     * The part that somebody registered.
     */
    domain: string;
    /**
     * As of reasons.
     */
    weight: string;
}

/**
 * What a rule saw.
 */
export interface FindingReport {
    /**
     * kebab-case; states the pattern.
     */
    rule: string;
    /**
     * `info`, `ask`, `flag`.
     */
    level: string;
    /**
     * Ids of charges.
     */
    charges: string[];
    /**
     * Amazon's numbers of orders.
     */
    orders: string[];
    /**
     * Values for the sentence, by name.
     */
    args: Record<string, string>;
}

/**
 * Something to do.
 */
export interface StepReport {
    /**
     * Which one, kebab-case; the catalogues say it in words.
     */
    step: string;
    /**
     * `now`, `today`, `this-week`, `monthly`.
     */
    when: string;
    /**
     * A day by which it should be done.
     */
    due: string | null;
    /**
     * Indexes into `findings`.
     */
    because: number[];
}

/**
 * Which days the files speak of.
 */
export interface CoverageReport {
    /**
     * From the first day to the last of all statements.
     */
    statements: Span | null;
    /**
     * The same of order files.
     */
    orders: Span | null;
    /**
     * Days, cards and services in between that nothing speaks of.
     */
    gaps: Gap[];
}

/**
 * Days from one to another.
 */
export interface Span {
    /**
     * The first day.
     */
    from: string;
    /**
     * The last day.
     */
    to: string;
}

/**
 * Days of one account, card and service that the files say nothing of.
 */
export interface Gap {
    /**
     * `orders-end-early`, `orders-start-late`, `no-order-file`, `no-digital-file`, `card-without-orders`, `region-not-exported`,
     * `order-not-in-files`.
     */
    kind: string;
    /**
     * The first day it concerns.
     */
    from: string | null;
    /**
     * The last day it concerns.
     */
    to: string | null;
    /**
     * The ZIP of the account's export it concerns, where several were given.
     */
    account: string | null;
    /**
     * Last digits of the card it concerns.
     */
    card: string | null;
    /**
     * The service it concerns.
     */
    service: string | null;
    /**
     * How many charges it leaves open.
     */
    charges: number;
}

/**
 * Sums of one currency.
 */
export interface TotalsReport {
    /**
     * Of all charges.
     */
    charged: string;
    /**
     * Of those that something explains.
     */
    explained: string;
    /**
     * Of those that only the person can tell.
     */
    ask: string;
    /**
     * Of those that nothing accounts for.
     */
    flagged: string;
    /**
     * Of those that the files say nothing of.
     */
    notCovered: string;
    /**
     * Of rows that are not of Amazon.
     */
    other: string;
}

/**
 * Beside a report: all that the person said. Nothing of it is needed.
 */
export interface Said {
    /**
     * `2026-11-22`; `null`: the day of the report.
     */
    today?: string | null;
    /**
     * `jp`, `us`, `uk`, `eu`, a country; whose law counts. Without it none is claimed.
     */
    region?: string | null;
    /**
     * Answers to charges of this report.
     */
    answers?: AnswerSaid[];
    /**
     * Answers that were kept from earlier reports, by salted hashes.
     */
    kept?: AnswerGiven[];
    /**
     * The salt of all hashes; kept on the person's device only. Empty: nothing is to be kept.
     */
    salt?: string;
    /**
     * Hashes of charges that were looked at before.
     */
    seen?: string[];
    /**
     * How charges were paid, where the person said so.
     */
    paid?: PaidSaid[];
    /**
     * Steps that are done, or noted.
     */
    steps?: StepSaid[];
    /**
     * Calls made and messages sent.
     */
    contacts?: ContactSaid[];
    /**
     * The day on which the notice of the statement came.
     */
    noticeCame?: string | null;
    /**
     * All charges count as looked at from now on: `remembered` has them.
     */
    looked?: boolean;
    /**
     * The charges that letters are to be about; `null`: those that go together by themselves.
     */
    about?: string[] | null;
    /**
     * The class of dispute that letters are to be about; `null`: what the charges are.
     */
    dispute?: string | null;
    /**
     * Steps that are shown before others, for who deals with one matter only. None: all alike. What is to be done now is
     * shown whatever stands here.
     */
    first?: string[];
}

/**
 * An answer to a charge of the report.
 */
export interface AnswerSaid {
    /**
     * Its id.
     */
    charge: string;
    /**
     * `null`: an earlier answer is taken back.
     */
    answer: AnswerCode | null;
    /**
     * Amazon's number of the order that they say it is; `null`: they named none.
     */
    order?: string | null;
}

/**
 * Whose a charge is, by the person's own word.
 */
export type AnswerCode = "me" | "family" | "notMine";

/**
 * How a charge of the report was paid.
 */
export interface PaidSaid {
    /**
     * Its id.
     */
    charge: string;
    /**
     * With what.
     */
    by: PaidCode;
}

/**
 * What a charge was paid with.
 */
export type PaidCode = "card" | "debit" | "prepaid" | "phone-bill" | "pay-later" | "gift-balance" | "app-store";

/**
 * What the person wrote at a step.
 */
export interface StepSaid {
    /**
     * The step.
     */
    step: string;
    /**
     * It is done.
     */
    done: boolean;
    /**
     * The day of the tick, `2026-11-22`.
     */
    doneOn?: string | null;
    /**
     * Their own words.
     */
    note?: string;
}

/**
 * A call made or a message sent about the case, and what came back.
 */
export interface ContactSaid {
    /**
     * `2026-11-22`.
     */
    day: string;
    /**
     * Whom they spoke to, in their own words.
     */
    whom: string;
    /**
     * What came back.
     */
    answer?: string;
}

/**
 * What `advise` says of a report.
 */
export interface Case {
    /**
     * 1. Raised when a field that other programs rely on changes.
     */
    schemaVersion: number;
    /**
     * The day it was made for.
     */
    today: string;
    /**
     * Whose law counts.
     */
    law: Law;
    /**
     * Where each charge of the report stands, in the report's own order.
     */
    groups: Group[];
    /**
     * Open charges that are one question, each time: of one shop and cause, again and again.
     */
    together: Together[];
    /**
     * The charges that the person answered, in the report's own order.
     */
    answered: AnsweredCharge[];
    /**
     * How many charges stand under each tile.
     */
    counts: Counts;
    /**
     * By currency, what was charged under each tile.
     */
    sums: Record<string, TileSums>;
    /**
     * By month, `2026-09`, how many charges stand under each tile.
     */
    months: Record<string, Counts>;
    /**
     * The one thing to know.
     */
    headline: Headline;
    /**
     * What to do.
     */
    plan: Plan;
    /**
     * Whom to call, in this order: steps of the plan.
     */
    calls: string[];
    /**
     * Addresses and numbers for these steps.
     */
    contacts: ContactReport[];
    /**
     * The charges that somebody else is asked about, by day: flagged, or not the person's own by their word.
     */
    asked: string[];
    /**
     * The charges that are flagged for money that is owed: that the purchase is theirs does not settle them.
     */
    owed: string[];
    /**
     * What is disputed of them, a class at a time.
     */
    disputes: Dispute[];
    /**
     * What letters are filled with.
     */
    matter: Matter;
    /**
     * Plans that will be charged again, soonest first.
     */
    renewals: ComingRenewal[];
    /**
     * Plans that may go on and whose next day the files do not tell.
     */
    unseenRenewals: UnseenRenewal[];
    /**
     * Refunds that have not come, the late ones first.
     */
    refunds: ComingRefund[];
    /**
     * Prices of plans that changed, the newest first.
     */
    prices: PriceChange[];
    /**
     * What is known of getting money back for such charges; no promise.
     */
    moneyBack: MoneyBack[];
    /**
     * Days of which there are statements and no orders.
     */
    uncovered: Span[];
    /**
     * Charges that were not there when the person last looked.
     */
    new: string[];
    /**
     * What happened, in the order of days.
     */
    timeline: TimelineEntry[];
    /**
     * Days for a calendar.
     */
    reminders: Reminder[];
    /**
     * What may be kept on the device: it tells nothing of what was bought. `null` without a salt.
     */
    remembered: Remembered | null;
}

/**
 * A law that the playbook knows.
 */
export type Law = "jp" | "us" | "uk" | "eu" | "ca" | "au" | "in" | "sg" | "elsewhere";

/**
 * Where a charge stands for the person, most urgent first.
 */
export type Group = "notMine" | "flagged" | "ask" | "notCovered" | "explained" | "settled" | "other";

/**
 * Charges that are one question.
 */
export interface Together {
    /**
     * Ids, by day; all of one group.
     */
    charges: string[];
    /**
     * What they add up to, a currency at a time.
     */
    sums: Sum[];
}

/**
 * A charge that the person answered.
 */
export interface AnsweredCharge {
    /**
     * Its id.
     */
    charge: string;
    /**
     * Their word.
     */
    answer: AnswerCode;
    /**
     * Where it stands by that.
     */
    group: Group;
    /**
     * Their word ends the matter: what the files lack no longer stands in the way, and no money is owed.
     */
    laidToRest: boolean;
    /**
     * What to do about it alone, in order, where it is not theirs.
     */
    steps: StepOfCharge[];
}

/**
 * A step, and how soon.
 */
export interface StepOfCharge {
    /**
     * The step.
     */
    step: string;
    /**
     * `now`, `today`, `this-week`, `monthly`.
     */
    when: string;
}

/**
 * How many charges: `notMine` counts as flagged, `settled` as explained.
 */
export interface Counts {
    /**
     * Nothing accounts for them, or the person said that they are not theirs.
     */
    flagged: number;
    /**
     * Only the person can tell.
     */
    ask: number;
    /**
     * The files say nothing of them.
     */
    notCovered: number;
    /**
     * Explained, or known to the person.
     */
    explained: number;
    /**
     * Not Amazon's.
     */
    other: number;
}

/**
 * Sums of one currency under each tile.
 */
export interface TileSums {
    /**
     * As in counts.
     */
    flagged: string;
    /**
     * As in counts.
     */
    ask: string;
    /**
     * As in counts.
     */
    notCovered: string;
    /**
     * As in counts.
     */
    explained: string;
    /**
     * As in counts.
     */
    other: string;
}

/**
 * The answer in a sentence, with its numbers.
 */
export interface Headline {
    /**
     * Which sentence.
     */
    code: HeadlineCode;
    /**
     * What it counts.
     */
    count: number;
    /**
     * Charges that cannot be judged yet.
     */
    open: number;
    /**
     * Why; `null` where there are none.
     */
    because: OpenBecause | null;
    /**
     * Where the order files end or start, where that is why.
     */
    day: string | null;
}

/**
 * The answer in a sentence.
 */
export type HeadlineCode = "flagged" | "ask-and-open" | "ask" | "not-covered" | "partly-covered" | "clear" | "no-amazon";

/**
 * Why nothing can be said of some charges.
 */
export type OpenBecause = "no-orders" | "end" | "start" | "else";

/**
 * What to do, in order.
 */
export interface Plan {
    /**
     * Something is flagged, or is not the person's own.
     */
    pressing: boolean;
    /**
     * Soonest first.
     */
    steps: PlanStep[];
    /**
     * What all steps together are about, in the report's own order.
     */
    charges: string[];
}

/**
 * Something to do.
 */
export interface PlanStep {
    /**
     * Which one.
     */
    step: string;
    /**
     * `now`, `today`, `this-week`, `monthly`.
     */
    when: string;
    /**
     * The first limit that is still open; never a day that has passed.
     */
    due: string | null;
    /**
     * Indexes into the report's `findings`.
     */
    because: number[];
    /**
     * The person's own "not mine" asks for it too.
     */
    said: boolean;
    /**
     * The charges it is about, without those that are settled.
     */
    charges: string[];
    /**
     * How its limits stand.
     */
    standing: Standing;
    /**
     * Every limit of these charges: those that are open, soonest first, then those that have passed.
     */
    clocks: ClockReport[];
    /**
     * Limits that the issuer has to keep: what to expect.
     */
    expect: string[];
    /**
     * Ids of `contacts`.
     */
    contacts: string[];
    /**
     * Letters that serve here, of `matter`.
     */
    letters: string[];
    /**
     * It waits under its heading.
     */
    folded: boolean;
    /**
     * The person ticked it.
     */
    done: boolean;
}

/**
 * How the limits of a step stand.
 */
export type Standing = "none" | "due" | "early" | "passed" | "early-passed";

/**
 * A limit and the day on which it ends, for some charges.
 */
export interface ClockReport {
    /**
     * The limit; its words are `deadline-<id>`.
     */
    id: string;
    /**
     * The last day.
     */
    day: string;
    /**
     * What it counts from.
     */
    from: ClockFrom;
    /**
     * It truly counts from that day. One of a statement whose day is not known counts from the charge.
     */
    exact: boolean;
    /**
     * The issuer's own terms decide.
     */
    varies: boolean;
    /**
     * It is over.
     */
    passed: boolean;
    /**
     * Ids of the charges.
     */
    charges: string[];
}

/**
 * What a clock counts from.
 */
export type ClockFrom = "charge" | "statement";

/**
 * An address or a number to type.
 */
export interface ContactReport {
    /**
     * Its words are `contact-<id>`.
     */
    id: string;
    /**
     * The step it helps with.
     */
    step: string;
    /**
     * `web`, `phone`, `mail`, `place`.
     */
    kind: string;
    /**
     * Empty where only the person can find it.
     */
    value: string;
    /**
     * The day it was last seen to be right.
     */
    date: string;
    /**
     * It concerns charges of this case: it is for everybody, or for who has one of their cards.
     */
    fits: boolean;
}

/**
 * What is disputed of some charges, or may be.
 */
export interface Dispute {
    /**
     * The class; its words are `dispute-<class>`.
     */
    class: string;
    /**
     * Ids of those that somebody is asked about, by day.
     */
    charges: string[];
    /**
     * Ids of those that nobody is asked about yet, and that a finding puts into this class.
     */
    others: string[];
    /**
     * The letters that fit.
     */
    letters: string[];
}

/**
 * What letters are about, and all that they are filled with.
 */
export interface Matter {
    /**
     * Ids, by day.
     */
    charges: string[];
    /**
     * The class of dispute.
     */
    dispute: string;
    /**
     * The letters that fit.
     */
    letters: LetterReport[];
    /**
     * Of a charge made twice, the other ones.
     */
    twins: string[];
    /**
     * What the charges add up to, a currency at a time.
     */
    sums: Sum[];
    /**
     * Last four digits of the cards, where the statements show the last.
     */
    cards: string[];
    /**
     * The format by which the issuer is known; `null`: a blank. Never one that only says how a file is written.
     */
    issuer: string | null;
    /**
     * The first seller that is not Amazon.
     */
    seller: string | null;
    /**
     * Numbers of their orders.
     */
    orders: string[];
    /**
     * What the order data say of them.
     */
    traced: Traced;
    /**
     * How all of it was paid, as `card` or `phone-bill`; `null`: in several ways.
     */
    paid: string | null;
    /**
     * Findings that say what is wrong: indexes into the report's.
     */
    details: number[];
    /**
     * Findings that tell what happened to the account.
     */
    signs: number[];
    /**
     * What was done so far, by day.
     */
    records: Deed[];
    /**
     * The day Amazon was contacted.
     */
    contacted: string | null;
    /**
     * The family was asked.
     */
    familyAsked: boolean;
}

/**
 * A letter that fits.
 */
export interface LetterReport {
    /**
     * Its words are the message of this name.
     */
    id: string;
    /**
     * The step that sends it.
     */
    step: string;
    /**
     * `message`, `script`, `letter`, `summary`.
     */
    form: string;
    /**
     * The language of its text, where it is not the reader's.
     */
    writtenIn: string | null;
    /**
     * What it is filled with.
     */
    variables: string[];
}

/**
 * A sum.
 */
export interface Sum {
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * A plain decimal.
     */
    amount: string;
}

/**
 * What the order data say of charges.
 */
export type Traced = "order" | "none" | "amazon-pay" | "other-shop" | "look-alike" | "uncovered" | "some";

/**
 * Something that was done about the case.
 */
export interface Deed {
    /**
     * `null` where nobody noted it.
     */
    day: string | null;
    /**
     * The step that was done; `null` for a contact.
     */
    step: string | null;
    /**
     * Whom the person spoke to; `null` for a step.
     */
    whom: string | null;
    /**
     * What came back, or the person's note.
     */
    answer: string;
}

/**
 * A plan that will be charged again.
 */
export interface ComingRenewal {
    /**
     * Index into the report's `renewals`.
     */
    renewal: number;
    /**
     * The next day.
     */
    next: string;
    /**
     * The days of the coming half year, the next one first.
     */
    days: string[];
}

/**
 * A plan whose next day nobody can know.
 */
export interface UnseenRenewal {
    /**
     * Index into the report's `renewals`.
     */
    renewal: number;
    /**
     * What ends.
     */
    files: EndingFiles;
    /**
     * When.
     */
    until: string;
}

/**
 * Which files end before the charge that would have told.
 */
export type EndingFiles = "orders" | "statements";

/**
 * A refund that has not come.
 */
export interface ComingRefund {
    /**
     * Index into the report's `refunds`.
     */
    refund: number;
    /**
     * How it stands.
     */
    state: RefundState;
}

/**
 * How a refund stands that has not come.
 */
export type RefundState = "overdue" | "unseen" | "waiting";

/**
 * A plan that costs something else now.
 */
export interface PriceChange {
    /**
     * Index into the report's `findings`.
     */
    finding: number;
    /**
     * The charge with the new price.
     */
    charge: string;
}

/**
 * A fact about getting money back, beside the charges that it may concern.
 */
export interface MoneyBack {
    /**
     * Its words are `back-<id>`.
     */
    id: string;
    /**
     * The day it was last seen to be so.
     */
    date: string;
    /**
     * Ids of the charges.
     */
    charges: string[];
}

/**
 * Something that happened.
 */
export interface TimelineEntry {
    /**
     * The day.
     */
    day: string;
    /**
     * What.
     */
    what: EntryKind;
    /**
     * Id of the charge or credit.
     */
    charge: string | null;
    /**
     * Number of the order.
     */
    order: string | null;
    /**
     * Index into the report's `refunds`.
     */
    refund: number | null;
    /**
     * The step that was done.
     */
    step: string | null;
    /**
     * Whom the person spoke to.
     */
    whom: string | null;
    /**
     * What came back, or the person's note.
     */
    note: string;
}

/**
 * What happened on a day.
 */
export type EntryKind = "ordered" | "shipped" | "charge" | "refund" | "promised" | "done" | "contact";

/**
 * An entry for a calendar.
 */
export interface Reminder {
    /**
     * Stays the same, so that taking it in again changes the entry and does not double it.
     */
    id: string;
    /**
     * A whole day.
     */
    day: string;
    /**
     * The step to be reminded of.
     */
    step: string;
    /**
     * `null` where no limit is behind it.
     */
    clock: ReminderClock | null;
    /**
     * Every month.
     */
    monthly: boolean;
}

/**
 * What a reminder's day is.
 */
export type ReminderClock = "charge" | "statement" | "earliest";

/**
 * What may be kept on the device.
 */
export interface Remembered {
    /**
     * All answers, those of charges that are not here too.
     */
    answers: AnswerGiven[];
    /**
     * Hashes of all charges that were ever looked at, the oldest first; empty where nobody says that these count.
     */
    seen: string[];
}

/**
 * What a shop's text on a statement means.
 */
export interface TextMeaning {
    /**
     * What can be said of it.
     */
    kind: TextKind;
    /**
     * As in a charge of the report.
     */
    service: string;
    /**
     * The shop it names, `amazon.de`.
     */
    site: string | null;
    /**
     * The sentence that says what it is: the catalogues have it as `meaning-…`.
     */
    says: string;
    /**
     * Which of Amazon's files can have an order behind it: `goods`, `digital`, `either` or `nowhere`.
     */
    orders: string;
}

/**
 * What can be said of a text.
 */
export type TextKind = "known" | "unknown" | "imitation" | "other";

/** Every step, in the order in which steps of one time are named; and the findings that ask for it. */
export const STEPS: Readonly<Record<string, readonly string[]>> = {
  'change-password': ['card-added', 'gift-card-burst', 'mail-entered', 'new-address', 'new-device', 'new-device-spend', 'new-sign-in'],
  'enable-two-step': ['card-added', 'gift-card-burst', 'mail-entered', 'new-address', 'new-device', 'new-device-spend', 'new-sign-in'],
  'review-devices': ['card-added', 'gift-card-burst', 'mail-entered', 'new-address', 'new-device', 'new-device-spend', 'new-sign-in', 'no-order', 'small-then-large'],
  'check-family': ['amazon-pay', 'card-without-orders', 'could-be-plan', 'day-unknown', 'duplicate-row', 'family-card', 'gift-card-burst', 'look-alike-merchant', 'new-address', 'new-device', 'new-device-spend', 'no-order', 'no-order-file', 'order-not-in-files', 'other-service', 'repeat-purchase', 'shared-account', 'small-check', 'small-then-large', 'subscription-unproven', 'unknown-amazon-name'],
  'check-subscriptions': ['charged-after-cancelling', 'could-be-plan', 'day-unknown', 'no-digital-file', 'no-order-file', 'price-changed', 'recurs-monthly', 'renewal-coming', 'subscription-unproven', 'trial-ended', 'trial-started'],
  'check-transactions': ['could-be-plan', 'day-unknown', 'no-order', 'no-order-file', 'small-check'],
  'check-order-history': ['amazon-pay', 'ambiguous', 'amount-differs', 'charged-twice', 'could-be-plan', 'day-unknown', 'gift-card-burst', 'instalment', 'look-alike-merchant', 'mail-entered', 'new-address', 'new-device-spend', 'no-order', 'no-order-file', 'repeat-purchase', 'shared-account', 'small-then-large', 'unknown-amazon-name'],
  'check-hidden-orders': ['gift-card-burst', 'new-device-spend', 'no-order', 'order-not-in-files', 'small-then-large'],
  'check-digital-orders': ['could-be-plan', 'gift-card-burst', 'new-device-spend', 'no-digital-file', 'no-order', 'no-order-file'],
  'check-cancellations': ['cancelled-but-charged', 'charged-twice', 'could-be-plan', 'no-order-file', 'refund-missing', 'repeat-purchase'],
  'check-app-store': [],
  'pause-card': ['look-alike-merchant', 'no-order', 'small-then-large'],
  'pause-carrier-billing': [],
  'prepare-evidence': ['cancelled-but-charged', 'charged-after-cancelling', 'charged-twice', 'gift-card-burst', 'look-alike-merchant', 'new-device-spend', 'no-order', 'refund-missing', 'small-then-large'],
  'contact-seller': ['cancelled-but-charged', 'charged-twice', 'refund-missing'],
  'contact-amazon': ['cancelled-but-charged', 'charged-after-cancelling', 'charged-twice', 'gift-card-burst', 'look-alike-merchant', 'new-device-spend', 'no-order', 'refund-missing', 'small-then-large'],
  'contact-card-issuer': ['cancelled-but-charged', 'charged-after-cancelling', 'charged-twice', 'duplicate-row', 'gift-card-burst', 'look-alike-merchant', 'mail-entered', 'new-device-spend', 'no-order', 'refund-missing', 'small-then-large', 'unknown-amazon-name'],
  'contact-phone-company': [],
  'contact-pay-later': [],
  'ask-payment-hold': ['gift-card-burst', 'look-alike-merchant', 'new-device-spend', 'no-order', 'small-then-large'],
  'keep-debit-funded': ['cancelled-but-charged', 'charged-after-cancelling', 'charged-twice', 'gift-card-burst', 'look-alike-merchant', 'new-device-spend', 'no-order', 'small-then-large'],
  'request-new-card': ['mail-entered', 'small-then-large'],
  'get-order-export': ['card-without-orders', 'could-be-plan', 'no-digital-file', 'no-order-file', 'order-not-in-files', 'orders-end-early', 'orders-start-late', 'region-not-exported'],
  'get-missing-statement': ['statement-missing'],
  'escalate': ['cancelled-but-charged', 'charged-after-cancelling', 'charged-twice', 'gift-card-burst', 'new-device-spend', 'no-order', 'refund-missing', 'small-then-large'],
  'report-police': ['gift-card-burst', 'look-alike-merchant', 'mail-entered', 'new-device-spend', 'no-order', 'small-then-large'],
  'consumer-hotline': ['gift-card-burst', 'look-alike-merchant', 'mail-entered', 'new-device-spend', 'no-order', 'small-then-large'],
  'update-contact-details': ['card-added', 'new-address'],
  'turn-on-alerts': ['small-check'],
  'use-password-manager': ['mail-entered'],
  'beware-phishing': ['mail-dangerous', 'mail-entered'],
  'monthly-check': ['pending'],
};

/** Every rule whose findings are shown, and what it asks for by itself. */
export const RULES: Readonly<Record<string, readonly (readonly [when: string, step: string])[]>> = {
  'amazon-pay': [['now', 'check-family'], ['today', 'check-order-history']],
  'ambiguous': [['today', 'check-order-history']],
  'amount-differs': [['today', 'check-order-history']],
  'cancelled-but-charged': [['now', 'check-cancellations'], ['today', 'prepare-evidence'], ['today', 'contact-seller'], ['today', 'contact-amazon'], ['this-week', 'contact-card-issuer'], ['this-week', 'keep-debit-funded'], ['this-week', 'escalate']],
  'card-added': [['now', 'change-password'], ['now', 'enable-two-step'], ['now', 'review-devices'], ['this-week', 'update-contact-details']],
  'card-without-orders': [['now', 'check-family'], ['this-week', 'get-order-export']],
  'charge-reversed': [],
  'charged-after-cancelling': [['now', 'check-subscriptions'], ['today', 'prepare-evidence'], ['today', 'contact-amazon'], ['this-week', 'contact-card-issuer'], ['this-week', 'keep-debit-funded'], ['this-week', 'escalate']],
  'charged-twice': [['now', 'check-order-history'], ['now', 'check-cancellations'], ['today', 'prepare-evidence'], ['today', 'contact-seller'], ['today', 'contact-amazon'], ['this-week', 'contact-card-issuer'], ['this-week', 'keep-debit-funded'], ['this-week', 'escalate']],
  'could-be-plan': [['now', 'check-family'], ['now', 'check-subscriptions'], ['now', 'check-transactions'], ['now', 'check-order-history'], ['now', 'check-digital-orders'], ['now', 'check-cancellations'], ['today', 'get-order-export']],
  'day-unknown': [['now', 'check-family'], ['now', 'check-subscriptions'], ['now', 'check-transactions'], ['now', 'check-order-history']],
  'duplicate-row': [['now', 'check-family'], ['this-week', 'contact-card-issuer']],
  'explained-refund': [],
  'family-card': [['now', 'check-family']],
  'file-not-read': [],
  'gift-card-burst': [['now', 'change-password'], ['now', 'enable-two-step'], ['now', 'review-devices'], ['now', 'check-family'], ['now', 'check-order-history'], ['today', 'check-hidden-orders'], ['today', 'check-digital-orders'], ['today', 'prepare-evidence'], ['today', 'contact-amazon'], ['today', 'contact-card-issuer'], ['today', 'ask-payment-hold'], ['today', 'keep-debit-funded'], ['this-week', 'escalate'], ['this-week', 'report-police'], ['this-week', 'consumer-hotline']],
  'instalment': [['today', 'check-order-history']],
  'look-alike-merchant': [['now', 'check-family'], ['now', 'check-order-history'], ['today', 'pause-card'], ['today', 'prepare-evidence'], ['today', 'contact-amazon'], ['today', 'contact-card-issuer'], ['today', 'ask-payment-hold'], ['today', 'keep-debit-funded'], ['this-week', 'report-police'], ['this-week', 'consumer-hotline']],
  'mail-dangerous': [['this-week', 'beware-phishing']],
  'mail-entered': [['now', 'change-password'], ['now', 'enable-two-step'], ['now', 'review-devices'], ['now', 'contact-card-issuer'], ['today', 'check-order-history'], ['today', 'request-new-card'], ['today', 'beware-phishing'], ['this-week', 'report-police'], ['this-week', 'consumer-hotline'], ['this-week', 'use-password-manager']],
  'marketplace-seller': [],
  'new-address': [['now', 'change-password'], ['now', 'enable-two-step'], ['now', 'review-devices'], ['now', 'check-family'], ['today', 'check-order-history'], ['today', 'update-contact-details']],
  'new-device': [['now', 'change-password'], ['now', 'enable-two-step'], ['now', 'review-devices'], ['now', 'check-family']],
  'new-device-spend': [['now', 'change-password'], ['now', 'enable-two-step'], ['now', 'review-devices'], ['now', 'check-family'], ['now', 'check-order-history'], ['today', 'check-hidden-orders'], ['today', 'check-digital-orders'], ['today', 'prepare-evidence'], ['today', 'contact-amazon'], ['today', 'contact-card-issuer'], ['today', 'ask-payment-hold'], ['today', 'keep-debit-funded'], ['this-week', 'escalate'], ['this-week', 'report-police'], ['this-week', 'consumer-hotline']],
  'new-sign-in': [['now', 'change-password'], ['now', 'enable-two-step'], ['this-week', 'review-devices']],
  'no-digital-file': [['now', 'check-subscriptions'], ['now', 'check-digital-orders'], ['today', 'get-order-export']],
  'no-order': [['now', 'check-family'], ['now', 'check-order-history'], ['now', 'check-digital-orders'], ['today', 'review-devices'], ['today', 'check-transactions'], ['today', 'check-hidden-orders'], ['today', 'pause-card'], ['today', 'prepare-evidence'], ['today', 'contact-amazon'], ['today', 'contact-card-issuer'], ['today', 'ask-payment-hold'], ['today', 'keep-debit-funded'], ['this-week', 'escalate'], ['this-week', 'report-police'], ['this-week', 'consumer-hotline']],
  'no-order-file': [['now', 'check-family'], ['now', 'check-subscriptions'], ['now', 'check-transactions'], ['now', 'check-order-history'], ['now', 'check-digital-orders'], ['now', 'check-cancellations'], ['today', 'get-order-export']],
  'order-not-in-files': [['now', 'check-family'], ['today', 'check-hidden-orders'], ['today', 'get-order-export']],
  'orders-end-early': [['today', 'get-order-export']],
  'orders-start-late': [['this-week', 'get-order-export']],
  'other-service': [['today', 'check-family']],
  'pending': [['monthly', 'monthly-check']],
  'price-changed': [['this-week', 'check-subscriptions']],
  'recurs-monthly': [['now', 'check-subscriptions']],
  'refund-missing': [['now', 'check-cancellations'], ['today', 'prepare-evidence'], ['today', 'contact-seller'], ['today', 'contact-amazon'], ['this-week', 'contact-card-issuer'], ['this-week', 'escalate']],
  'region-not-exported': [['this-week', 'get-order-export']],
  'renewal-coming': [['this-week', 'check-subscriptions']],
  'repeat-purchase': [['now', 'check-family'], ['today', 'check-order-history'], ['today', 'check-cancellations']],
  'rows-not-read': [],
  'shared-account': [['now', 'check-family'], ['today', 'check-order-history']],
  'small-check': [['now', 'check-family'], ['now', 'check-transactions'], ['this-week', 'turn-on-alerts']],
  'small-then-large': [['now', 'check-family'], ['now', 'check-order-history'], ['now', 'pause-card'], ['now', 'contact-card-issuer'], ['today', 'review-devices'], ['today', 'check-hidden-orders'], ['today', 'prepare-evidence'], ['today', 'contact-amazon'], ['today', 'ask-payment-hold'], ['today', 'keep-debit-funded'], ['today', 'request-new-card'], ['this-week', 'escalate'], ['this-week', 'report-police'], ['this-week', 'consumer-hotline']],
  'statement-missing': [['this-week', 'get-missing-statement']],
  'subscription-unproven': [['today', 'check-family'], ['today', 'check-subscriptions']],
  'trial-ended': [['today', 'check-subscriptions']],
  'trial-started': [['this-week', 'check-subscriptions']],
  'unknown-amazon-name': [['today', 'check-family'], ['today', 'check-order-history'], ['today', 'contact-card-issuer']],
};

/** Where people are at home: whose law counts, their money, and Amazon's shop there. */
export const HOMES: Readonly<Record<string, { readonly law: Law; readonly currency: string | null; readonly site: string | null }>> = {
  at: { law: 'eu', currency: 'EUR', site: null },
  au: { law: 'au', currency: 'AUD', site: 'www.amazon.com.au' },
  be: { law: 'eu', currency: 'EUR', site: 'www.amazon.com.be' },
  bg: { law: 'eu', currency: null, site: null },
  br: { law: 'elsewhere', currency: 'BRL', site: 'www.amazon.com.br' },
  ca: { law: 'ca', currency: 'CAD', site: 'www.amazon.ca' },
  ch: { law: 'elsewhere', currency: 'CHF', site: null },
  cy: { law: 'eu', currency: 'EUR', site: null },
  cz: { law: 'eu', currency: 'CZK', site: null },
  de: { law: 'eu', currency: 'EUR', site: 'www.amazon.de' },
  dk: { law: 'eu', currency: 'DKK', site: null },
  ee: { law: 'eu', currency: 'EUR', site: null },
  es: { law: 'eu', currency: 'EUR', site: 'www.amazon.es' },
  eu: { law: 'eu', currency: 'EUR', site: null },
  fi: { law: 'eu', currency: 'EUR', site: null },
  fr: { law: 'eu', currency: 'EUR', site: 'www.amazon.fr' },
  gb: { law: 'uk', currency: 'GBP', site: 'www.amazon.co.uk' },
  gr: { law: 'eu', currency: 'EUR', site: null },
  hr: { law: 'eu', currency: 'EUR', site: null },
  hu: { law: 'eu', currency: 'HUF', site: null },
  ie: { law: 'eu', currency: 'EUR', site: 'www.amazon.ie' },
  in: { law: 'in', currency: 'INR', site: 'www.amazon.in' },
  is: { law: 'eu', currency: 'ISK', site: null },
  it: { law: 'eu', currency: 'EUR', site: 'www.amazon.it' },
  jp: { law: 'jp', currency: 'JPY', site: 'www.amazon.co.jp' },
  li: { law: 'eu', currency: 'CHF', site: null },
  lt: { law: 'eu', currency: 'EUR', site: null },
  lu: { law: 'eu', currency: 'EUR', site: null },
  lv: { law: 'eu', currency: 'EUR', site: null },
  mt: { law: 'eu', currency: 'EUR', site: null },
  mx: { law: 'elsewhere', currency: 'MXN', site: 'www.amazon.com.mx' },
  nl: { law: 'eu', currency: 'EUR', site: 'www.amazon.nl' },
  no: { law: 'eu', currency: 'NOK', site: null },
  nz: { law: 'elsewhere', currency: 'NZD', site: null },
  pl: { law: 'eu', currency: 'PLN', site: 'www.amazon.pl' },
  pt: { law: 'eu', currency: 'EUR', site: null },
  ro: { law: 'eu', currency: 'RON', site: null },
  se: { law: 'eu', currency: 'SEK', site: 'www.amazon.se' },
  sg: { law: 'sg', currency: 'SGD', site: 'www.amazon.sg' },
  si: { law: 'eu', currency: 'EUR', site: null },
  sk: { law: 'eu', currency: 'EUR', site: null },
  uk: { law: 'uk', currency: 'GBP', site: 'www.amazon.co.uk' },
  us: { law: 'us', currency: 'USD', site: 'www.amazon.com' },
  elsewhere: { law: 'elsewhere', currency: null, site: null },
};

/** Addresses and numbers for a step, by law or country; `issuer`: only for who has its card. */
export const CONTACTS: readonly { readonly id: string; readonly region: string; readonly step: string; readonly issuer: string; readonly value: string; readonly date: string }[] = [
  { id: 'amazon-site-jp', region: 'jp', step: 'contact-amazon', issuer: '', value: 'www.amazon.co.jp', date: '2026-11-22' },
  { id: 'amazon-site-us', region: 'us', step: 'contact-amazon', issuer: '', value: 'www.amazon.com', date: '2026-11-22' },
  { id: 'amazon-unknown-charges-uk', region: 'uk', step: 'contact-amazon', issuer: '', value: 'www.amazon.co.uk/gp/help/customer/display.html?nodeId=201895580', date: '2026-11-22' },
  { id: 'amazon-pay-activity', region: 'us', step: 'check-order-history', issuer: '', value: 'pay.amazon.com', date: '2026-11-22' },
  { id: 'amazon-pay-jp', region: 'jp', step: 'check-order-history', issuer: '', value: 'pay.amazon.co.jp', date: '2026-11-22' },
  { id: 'amazon-report-mail', region: 'jp', step: 'beware-phishing', issuer: '', value: 'reportascam@amazon.com', date: '2026-11-22' },
  { id: 'card-back-jp', region: 'jp', step: 'contact-card-issuer', issuer: '', value: '', date: '2026-11-22' },
  { id: 'card-back-us', region: 'us', step: 'contact-card-issuer', issuer: '', value: '', date: '2026-11-22' },
  { id: 'smbc-pause', region: 'jp', step: 'pause-card', issuer: 'smbc-vpass', value: 'www.smbc-card.com/mem/service/sec/selfcontrol/usage_limit.jsp', date: '2026-11-30' },
  { id: 'jcb-unknown-charges', region: 'jp', step: 'contact-card-issuer', issuer: 'myjcb', value: 'www.jcb.co.jp/trouble/unknown-charges/', date: '2026-11-22' },
  { id: 'rakuten-detection', region: 'jp', step: 'contact-card-issuer', issuer: 'rakuten', value: 'www.rakuten-card.co.jp/security/detection/', date: '2026-11-22' },
  { id: 'aeon-indemnity', region: 'jp', step: 'contact-card-issuer', issuer: 'aeon', value: 'www.aeon.co.jp/security/indemnity/', date: '2024-04-15' },
  { id: 'paypay-card-trouble', region: 'jp', step: 'request-new-card', issuer: 'paypay-card', value: 'www.paypay-card.co.jp/service/001340.html', date: '2026-11-22' },
  { id: 'consumer-hotline-jp', region: 'jp', step: 'consumer-hotline', issuer: '', value: '188', date: '2026-12-01' },
  { id: 'consumer-noon-jp', region: 'jp', step: 'consumer-hotline', issuer: '', value: '03-3446-0999', date: '2026-11-30' },
  { id: 'police-advice-jp', region: 'jp', step: 'report-police', issuer: '', value: '#9110', date: '2026-11-22' },
  { id: 'police-cyber-jp', region: 'jp', step: 'report-police', issuer: '', value: 'www.npa.go.jp/bureau/cyber/soudan.html', date: '2026-11-22' },
  { id: 'antiphishing-jp', region: 'jp', step: 'beware-phishing', issuer: '', value: 'info@antiphishing.jp', date: '2026-11-22' },
  { id: 'law-us', region: 'us', step: 'contact-card-issuer', issuer: '', value: 'www.consumerfinance.gov/rules-policy/regulations/1026/13/', date: '2018-06-01' },
  { id: 'law-uk', region: 'uk', step: 'contact-card-issuer', issuer: '', value: 'www.legislation.gov.uk/uksi/2017/752/regulation/76', date: '2023-02-07' },
  { id: 'law-eu', region: 'eu', step: 'contact-card-issuer', issuer: '', value: 'eur-lex.europa.eu/eli/dir/2015/2366/oj/eng', date: '2024-04-08' },
  { id: 'rakuten-pause', region: 'jp', step: 'pause-card', issuer: 'rakuten', value: '', date: '2024-11-15' },
  { id: 'paypay-pause', region: 'jp', step: 'pause-card', issuer: 'paypay-card', value: '', date: '2024-03-28' },
  { id: 'cfpb-us', region: 'us', step: 'consumer-hotline', issuer: '', value: 'www.consumerfinance.gov/complaint', date: '2026-12-01' },
  { id: 'ftc-us', region: 'us', step: 'consumer-hotline', issuer: '', value: 'reportfraud.ftc.gov', date: '2026-12-01' },
  { id: 'ic3-us', region: 'us', step: 'report-police', issuer: '', value: 'www.ic3.gov', date: '2015-11-20' },
  { id: 'law-us-debit', region: 'us', step: 'contact-card-issuer', issuer: '', value: 'www.consumerfinance.gov/rules-policy/regulations/1005/6/', date: '2026-12-01' },
  { id: 'law-uk-notify', region: 'uk', step: 'contact-card-issuer', issuer: '', value: 'www.fca.org.uk/consumers/fraudulent-payments', date: '2026-12-01' },
  { id: 'ombudsman-uk', region: 'uk', step: 'consumer-hotline', issuer: '', value: '0800 023 4567', date: '2026-12-01' },
  { id: 'citizens-advice-uk', region: 'uk', step: 'consumer-hotline', issuer: '', value: '0808 223 1133', date: '2026-12-01' },
  { id: 'report-fraud-uk', region: 'uk', step: 'report-police', issuer: '', value: '0300 123 2040', date: '2025-12-04' },
  { id: 'sperr-notruf-de', region: 'de', step: 'contact-card-issuer', issuer: '', value: '116 116', date: '2026-12-01' },
  { id: 'verbraucherzentrale-de', region: 'de', step: 'consumer-hotline', issuer: '', value: '', date: '2008-05-29' },
  { id: 'opposition-fr', region: 'fr', step: 'contact-card-issuer', issuer: '', value: '0 892 705 705', date: '2026-12-01' },
  { id: 'perceval-fr', region: 'fr', step: 'report-police', issuer: '', value: 'www.service-public.fr/particuliers/vosdroits/R46526', date: '2026-12-01' },
  { id: 'signalconso-fr', region: 'fr', step: 'consumer-hotline', issuer: '', value: 'signal.conso.gouv.fr', date: '2020-02-20' },
  { id: 'abf-it', region: 'it', step: 'consumer-hotline', issuer: '', value: 'www.arbitrobancariofinanziario.it', date: '2016-06-13' },
  { id: 'bde-es', region: 'es', step: 'consumer-hotline', issuer: '', value: '', date: '2022-12-01' },
  { id: 'kifid-nl', region: 'nl', step: 'consumer-hotline', issuer: '', value: 'www.kifid.nl', date: '2026-12-01' },
  { id: 'consuwijzer-nl', region: 'nl', step: 'consumer-hotline', issuer: '', value: 'www.consuwijzer.nl', date: '2026-12-01' },
  { id: 'law-ca', region: 'ca', step: 'contact-card-issuer', issuer: '', value: 'laws.justice.gc.ca/eng/acts/B-1.01/page-68.html', date: '2024-02-20' },
  { id: 'fcac-ca', region: 'ca', step: 'consumer-hotline', issuer: '', value: '1-866-461-3222', date: '2026-12-01' },
  { id: 'antifraud-ca', region: 'ca', step: 'report-police', issuer: '', value: '1-888-495-8501', date: '2026-12-01' },
  { id: 'law-au', region: 'au', step: 'contact-card-issuer', issuer: '', value: 'asic.gov.au/epaymentscode', date: '2026-12-01' },
  { id: 'afca-au', region: 'au', step: 'consumer-hotline', issuer: '', value: '1800 931 678', date: '2026-12-01' },
  { id: 'reportcyber-au', region: 'au', step: 'report-police', issuer: '', value: 'www.cyber.gov.au', date: '2026-12-01' },
  { id: 'cyber-helpline-in', region: 'in', step: 'report-police', issuer: '', value: '1930', date: '2026-12-01' },
  { id: 'rbi-complaint-in', region: 'in', step: 'consumer-hotline', issuer: '', value: 'cms.rbi.org.in', date: '2026-12-01' },
  { id: 'scamshield-sg', region: 'sg', step: 'contact-card-issuer', issuer: '', value: '1799', date: '2026-12-01' },
  { id: 'fidrec-sg', region: 'sg', step: 'consumer-hotline', issuer: '', value: 'www.fidrec.com.sg', date: '2026-12-01' },
];

/** Every class of dispute. */
export const DISPUTES: readonly string[] = ['cancelled', 'charged-twice', 'recurring-after-cancelling', 'refund-not-received', 'unauthorised', 'wrong-amount'];

/** Usual texts on statements, by the place where they are usual. */
export const USUAL_TEXTS: readonly (readonly [place: string, text: string])[] = [
  ['EU', 'AMAZON.DE'],
  ['GB', 'AMAZON.CO.UK*AB1CD2EF3'],
  ['JP', 'AMAZON.CO.JP'],
  ['US', 'AMAZON.COM*AB1CD2EF3'],
  ['EU', 'AMAZON EU SARL'],
  ['GB', 'AMAZON UK RETAIL'],
  ['JP', 'アマゾンジャパン'],
  ['US', 'AMAZON RETAIL LLC'],
  ['EU', 'AMZN Mktp DE*AB1CD2EF3'],
  ['GB', 'AMZNMktplace'],
  ['JP', 'AMAZON MARKETPLACE'],
  ['US', 'AMZN Mktp US*AB1CD2EF3'],
  ['GB', 'AMZNBUSINESS*AB1CD2EF3'],
  ['US', 'AMAZON BUSINESS'],
  ['EU', 'AMAZON MEDIA EU S.A R.L.'],
  ['GB', 'AMAZON DIGITAL'],
  ['JP', 'AMAZON DOWNLOADS'],
  ['US', 'Amazon Digit*AB1CD2EF3'],
  ['JP', 'KINDLE UNLIMITED'],
  ['US', 'Kindle Svcs*AB1CD2EF3'],
  ['JP', 'AMAZON MUSIC'],
  ['US', 'Amazon Music*AB1CD2EF3'],
  ['GB', 'Audible UK'],
  ['US', 'Audible*AB1CD2EF3'],
  ['JP', 'オーディブル'],
  ['EU', 'AMZNPRIME DE*AB1CD2EF3'],
  ['GB', 'AMZNPrime*AB1CD2EF3'],
  ['JP', 'AMAZONプライム会費'],
  ['US', 'AMAZON PRIME*AB1CD2EF3'],
  ['EU', 'Amazon Prime Video*AB1CD2EF3'],
  ['GB', 'Amazon Prime Video*AB1CD2EF3'],
  ['JP', 'プライムビデオ'],
  ['US', 'Prime Video*AB1CD2EF3'],
  ['US', 'TWITCHINTERACTIVE'],
  ['US', 'Amazon Luna'],
  ['JP', 'Amazon Kids+'],
  ['US', 'Amazon Kids+*AB1CD2EF3'],
  ['GB', 'RING BASIC PLAN'],
  ['US', 'RING BASIC PLAN'],
  ['US', 'AMAZON GO'],
  ['US', 'Amazon Tips*AB1CD2EF3'],
  ['JP', 'アマゾンフレッシュ'],
  ['US', 'AMAZON GROCE*AB1CD2EF3'],
  ['US', 'AMAZON SHOP WITH POINTS'],
  ['EU', 'AMAZON PAYMENTS EUROPE S.C.A.'],
  ['GB', 'AMZ*MIHON SHOP'],
  ['JP', 'AMZ*MIHON SHOP'],
  ['US', 'AMZ*MIHON SHOP'],
  ['JP', 'アマゾンギフトカード'],
  ['US', 'AMAZON RELOAD'],
  ['US', 'AMAZON PHARMACY'],
  ['US', 'AMAZON ADVERTISING'],
  ['US', 'Amazon Seller Fees'],
  ['EU', 'AMZ*Amazon.de'],
  ['EU', 'AWS EMEA'],
  ['JP', 'AMAZON WEB SERVICES'],
  ['JP', 'Amazonマスターカード'],
  ['US', 'AMAZON STORE CARD'],
];

/** By what texts mean, where they were seen on statements: codes of countries and unions. */
export const SEEN: Readonly<Record<string, readonly string[]>> = {
  'advertising': ['US', 'EU'],
  'amazon-pay': ['JP', 'IN', 'US', 'EU'],
  'amazon-retail': ['JP', 'US', 'GB', 'DE', 'FR', 'IT', 'ES', 'CA', 'AU', 'IN', 'AT', 'BR', 'MX'],
  'audible': ['JP', 'GB', 'IT', 'CA'],
  'aws': ['JP', 'GB', 'EU'],
  'business': ['GB', 'US'],
  'card-bill': ['US', 'GB', 'DE', 'IN', 'JP'],
  'delivery-business': ['US', 'GB', 'IN'],
  'devices': ['US', 'GB'],
  'digital': ['JP', 'US', 'EU'],
  'games': ['US'],
  'gift-card': ['US', 'JP'],
  'grocery-delivery': ['US', 'JP', 'GB'],
  'grocery-shop': ['US'],
  'kids': ['US', 'JP'],
  'kindle': ['US'],
  'marketplace': ['JP', 'US', 'GB', 'DE', 'FR', 'IT', 'ES', 'CA', 'AU', 'IN'],
  'music': ['JP', 'US'],
  'own-shop': ['US'],
  'pharmacy': ['US'],
  'prime': ['US', 'JP', 'CA', 'DE', 'SG', 'GB', 'BR'],
  'prime-video': ['US', 'GB', 'DE', '419'],
  'seller': ['US'],
  'shop-with-points': ['US'],
  'sister-company': ['US', 'GB'],
  'tip': ['US'],
  'twitch': ['US'],
};
