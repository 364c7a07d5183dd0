// The request and the report. Written by `cargo xtask gen` from crates/engine: change the Rust types.

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
     * `statement`, `orders`, `digitalOrders`, `refunds`, `subscriptions`, `account`, `mail`, `typed`, `ignored`, `unreadable`.
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
     * Where the person may say what the columns are, or must.
     */
    table: TableReport | null;
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

/** Causes that say that money is owed, whoever made the purchase: no answer settles them. */
export const MONEY_OWED: readonly string[] = ['charged-twice', 'cancelled-but-charged', 'charged-after-cancelling', 'refund-missing'];
