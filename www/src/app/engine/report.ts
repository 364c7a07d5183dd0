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
     * Ids of mails that led the person somewhere where they entered something.
     */
    entered?: string[];
}

/**
 * A person of the household and the last digits of their cards.
 */
export interface Member {
    name: string;
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
    date: number | null;
    merchant: number | null;
    amount: number | null;
    out: number | null;
    back: number | null;
    currency: number | null;
    card: number | null;
    holder: number | null;
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
    sources: SourceReport[];
    /**
     * Every row that is a charge or a credit, once, in file order.
     */
    charges: ChargeReport[];
    findings: FindingReport[];
    nextSteps: StepReport[];
    coverage: CoverageReport;
    /**
     * By currency. The parts add up to `charged`.
     */
    totals: Record<string, TotalsReport>;
    /**
     * Every order that a charge or a finding names.
     */
    orders: OrderReport[];
    /**
     * Plans seen, with the next expected day.
     */
    renewals: RenewalReport[];
    /**
     * Mails and messages, judged. Only the full build reads them.
     */
    mails: MailReport[];
}

/**
 * One file, or one entry of a ZIP. `rows` = `used` + all of `skipped`.
 */
export interface SourceReport {
    id: number;
    name: string;
    /**
     * `statement`, `orders`, `digitalOrders`, `refunds`, `subscriptions`, `account`, `mail`, `ignored`, `unreadable`.
     */
    kind: string;
    /**
     * Id of the format that read it; `null` when unreadable.
     */
    format: string | null;
    encoding: string | null;
    rows: number;
    used: number;
    /**
     * Rows understood and not used, by reason.
     */
    skipped: Record<string, number>;
    from: string | null;
    to: string | null;
    problems: ProblemReport[];
    /**
     * Where the person may say what the columns are, or must.
     */
    table: TableReport | null;
}

export interface ProblemReport {
    line: number | null;
    code: string;
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
    decimalMark: string | null;
    paidSign: string | null;
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
    text: string;
    ymd: string | null;
    mdy: string | null;
    dmy: string | null;
    point: string | null;
    comma: string | null;
}

export interface ChargeReport {
    /**
     * `source:line`, or `source:page:line`.
     */
    id: string;
    source: number;
    line: number;
    date: string | null;
    posted: string | null;
    /**
     * As in the file.
     */
    merchant: string;
    memo: string | null;
    /**
     * Positive: money out. Negative: money back.
     */
    amount: string;
    currency: string;
    card: string | null;
    holder: string | null;
    service: string;
    /**
     * `explained`, `ask`, `flagged`, `notCovered`, `other`.
     */
    verdict: string;
    cause: string | null;
    /**
     * 0 to 1, two decimals: how sure the link to the orders (or the finding) is.
     */
    confidence: string;
    /**
     * What the person said of it before: `me`, `family`, `notMine`.
     */
    answered: string | null;
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

export interface OrderRef {
    orderId: string;
    source: number | null;
    lines: number[];
}

/**
 * What the order files say of an order.
 */
export interface OrderReport {
    orderId: string;
    source: number;
    lines: number[];
    ordered: string | null;
    shipped: string[];
    items: string[];
    total: string;
    currency: string;
    seller: string | null;
    cards: string[];
    address: string | null;
    status: string;
}

export interface RenewalReport {
    service: string;
    name: string;
    amount: string;
    currency: string;
    /**
     * `month`, `year`.
     */
    cadence: string;
    last: string;
    /**
     * The next expected day; `null` when the plan has ended.
     */
    next: string | null;
    charges: string[];
}

/**
 * A mail or message. Nothing in it was opened, and no verdict says that it is safe.
 */
export interface MailReport {
    /**
     * The same for the same mail, in whatever file it lies.
     */
    id: string;
    source: number;
    line: number;
    date: string | null;
    fromName: string;
    fromAddress: string;
    replyTo: string | null;
    subject: string;
    /**
     * `genuine-looking`, `doubtful`, `dangerous`.
     */
    verdict: string;
    /**
     * What weighs most comes first.
     */
    reasons: MailReasonReport[];
    links: MailLinkReport[];
    attachments: string[];
    orders: string[];
    /**
     * The person said that they entered something there.
     */
    entered: boolean;
}

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
    weight: string;
}

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
    orders: string[];
    /**
     * Values for the sentence, by name.
     */
    args: Record<string, string>;
}

export interface StepReport {
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

export interface CoverageReport {
    statements: Span | null;
    orders: Span | null;
    gaps: Gap[];
}

export interface Span {
    from: string;
    to: string;
}

/**
 * Days, a card or a service that the files say nothing of.
 */
export interface Gap {
    /**
     * `orders-end-early`, `orders-start-late`, `no-order-file`, `no-digital-file`, `card-without-orders`, `region-not-exported`,
     * `statement-missing`.
     */
    kind: string;
    from: string | null;
    to: string | null;
    card: string | null;
    service: string | null;
    /**
     * How many charges it leaves open.
     */
    charges: number;
}

export interface TotalsReport {
    charged: string;
    explained: string;
    ask: string;
    flagged: string;
    notCovered: string;
    other: string;
}
