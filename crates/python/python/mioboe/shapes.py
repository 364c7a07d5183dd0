# Written by `cargo xtask gen` from crates/engine: change the Rust types.
"""What a report and a case hold, and what may be said of a report.

Sums and days are strings; what is absent is ``None``; ids are stable within one report.
"""

from __future__ import annotations

from typing import Literal, TypedDict

#: Whose a charge is, by the person's own word.
AnswerCode = Literal["me", "family", "notMine"]

#: What a clock counts from.
ClockFrom = Literal["charge", "statement"]

#: Which files end before the charge that would have told.
EndingFiles = Literal["orders", "statements"]

#: What happened on a day.
EntryKind = Literal["ordered", "shipped", "charge", "refund", "promised", "done", "contact"]

#: Where a charge stands for the person, most urgent first.
Group = Literal["notMine", "flagged", "ask", "notCovered", "explained", "settled", "other"]

#: The answer in a sentence.
HeadlineCode = Literal["flagged", "ask-and-open", "ask", "not-covered", "partly-covered", "clear", "no-amazon"]

#: A law that the playbook knows.
Law = Literal["jp", "us", "uk", "eu", "ca", "au", "in", "sg", "elsewhere"]

#: Why nothing can be said of some charges.
OpenBecause = Literal["no-orders", "end", "start", "else"]

#: How a refund stands that has not come.
RefundState = Literal["overdue", "unseen", "waiting"]

#: What a reminder's day is.
ReminderClock = Literal["charge", "statement", "earliest"]

#: How the limits of a step stand.
Standing = Literal["none", "due", "early", "passed", "early-passed"]

#: What the order data say of charges.
Traced = Literal["order", "none", "amazon-pay", "other-shop", "look-alike", "uncovered", "some"]

#: What a charge was paid with.
PaidCode = Literal["card", "debit", "prepaid", "phone-bill", "pay-later", "gift-balance", "app-store"]


class CellReport(TypedDict):
    """A cell and all that it may mean: as a day in each order, as a sum with each decimal mark."""

    #: As a sum with a decimal comma.
    comma: str | None
    #: As day, month, year.
    dmy: str | None
    #: As month, day, year.
    mdy: str | None
    #: As a sum with a decimal point.
    point: str | None
    #: As in the file.
    text: str
    #: As year, month, day.
    ymd: str | None


class ChargeReport(TypedDict):
    """One row of a statement and what is behind it."""

    #: Other equally good explanations.
    alternatives: list[list[OrderRef]]
    #: Positive: money out. Negative: money back.
    amount: str
    #: What the person said of it before: `me`, `family`, `notMine`.
    answered: str | None
    #: Where nothing explains it: orders that explain no charge, the nearest in sum and day first. No explanation; the person may say that one of them is it.
    candidates: list[OrderRef]
    #: Its last digits.
    card: str | None
    #: `card` is its first digits, which are all that some issuers show.
    cardFirst: bool
    #: The rule that explains the verdict.
    cause: str | None
    #: 0 to 1, two decimals: how sure the link to the orders (or the finding) is.
    confidence: str
    #: ISO 4217.
    currency: str
    #: The day of use, `2026-11-22`.
    date: str | None
    #: What speaks for the explanation, as codes: `amount-exact`, `day-fits`, `card-same`, …
    evidence: list[str]
    #: Indexes into `findings`.
    findings: list[int]
    #: Whose card it is, of the household.
    holder: str | None
    #: `source:line`, or `source:page:line`.
    id: str
    #: Line in the file, or row of the sheet.
    line: int
    #: What else the row says.
    memo: str | None
    #: As in the file.
    merchant: str
    #: The orders, or pieces of them, that are behind it.
    orders: list[OrderRef]
    #: What it was paid with, where the person said so: `card`, `debit`, `prepaid`, `phone-bill`, `pay-later`, `gift-balance`, `app-store`.
    paidBy: str | None
    #: The day of booking, where the file has one.
    posted: str | None
    #: What of Amazon it is for, such as `amazon-retail`, `amazon-prime`; `other` for rows of others.
    service: str
    #: Id of the file.
    source: int
    #: `explained`, `ask`, `flagged`, `notCovered`, `other`.
    verdict: str


class Columns(TypedDict):
    """Which column is what, counted from 0. `amount`, or `out` and `back`."""

    #: The sum, paid and returned in one column.
    amount: int | None
    #: Sums that came back.
    back: int | None
    #: The card.
    card: int | None
    #: The currency.
    currency: int | None
    #: The day.
    date: int | None
    #: Whose card it is.
    holder: int | None
    #: What else is said.
    memo: int | None
    #: Whom it was paid to.
    merchant: int | None
    #: Sums that were paid.
    out: int | None


class CoverageReport(TypedDict):
    """Which days the files speak of."""

    #: Days, cards and services in between that nothing speaks of.
    gaps: list[Gap]
    #: The same of order files.
    orders: Span | None
    #: From the first day to the last of all statements.
    statements: Span | None


class FindingReport(TypedDict):
    """What a rule saw."""

    #: Values for the sentence, by name.
    args: dict[str, str]
    #: Ids of charges.
    charges: list[str]
    #: `info`, `ask`, `flag`.
    level: str
    #: Amazon's numbers of orders.
    orders: list[str]
    #: kebab-case; states the pattern.
    rule: str


#: Days of one account, card and service that the files say nothing of.
Gap = TypedDict(
    "Gap",
    {
        # The ZIP of the account's export it concerns, where several were given.
        "account": "str | None",
        # Last digits of the card it concerns.
        "card": "str | None",
        # How many charges it leaves open.
        "charges": "int",
        # The first day it concerns.
        "from": "str | None",
        # `orders-end-early`, `orders-start-late`, `no-order-file`, `no-digital-file`, `card-without-orders`, `region-not-exported`, `order-not-in-files`.
        "kind": "str",
        # The service it concerns.
        "service": "str | None",
        # The last day it concerns.
        "to": "str | None",
    },
)


class MailLinkReport(TypedDict):
    """A link of a mail."""

    #: The part that somebody registered.
    domain: str
    #: Made so that nothing opens it: `hxxps://login[.]example`.
    target: str
    #: What the reader of the mail saw; empty for a picture or a bare address.
    text: str
    #: As of reasons.
    weight: str


class MailReasonReport(TypedDict):
    """What speaks for or against a mail."""

    #: Values for the sentence, by name.
    args: dict[str, str]
    #: kebab-case; states what was seen.
    code: str
    #: `danger`, `doubt`, `note`, `for`.
    weight: str


class MailReport(TypedDict):
    """A mail or message. Nothing in it was opened, and no verdict says that it is safe."""

    #: Names of files in it.
    attachments: list[str]
    #: The day on it, `2026-11-22`.
    date: str | None
    #: The person said that they entered something there.
    entered: bool
    #: The address it gives its sender.
    fromAddress: str
    #: The name it gives its sender.
    fromName: str
    #: The same for the same mail, in whatever file it lies.
    id: str
    #: Line in the file at which it starts.
    line: int
    #: Where it wants the person to go.
    links: list[MailLinkReport]
    #: Amazon's order numbers in it.
    orders: list[str]
    #: What weighs most comes first.
    reasons: list[MailReasonReport]
    #: Where an answer would go, if elsewhere.
    replyTo: str | None
    #: Id of the file.
    source: int
    #: As the mail has it.
    subject: str
    #: `genuine-looking`, `doubtful`, `dangerous`.
    verdict: str


class OrderRef(TypedDict):
    """An order, or the pieces of one."""

    #: Its lines there.
    lines: list[int]
    #: Amazon's number.
    orderId: str
    #: Which of the order's `items` the charge is for, counted from 0; empty where it is for all of them, or where the files do not tell.
    part: list[int]
    #: Id of the file that has it; `null` where none has.
    source: int | None


class OrderReport(TypedDict):
    """What the order files say of an order."""

    #: Where it went, as in the file.
    address: str | None
    #: Last digits of the cards it was paid with.
    cards: list[str]
    #: ISO 4217.
    currency: str
    #: Names of the articles.
    items: list[str]
    #: Its lines there.
    lines: list[int]
    #: Amazon's number.
    orderId: str
    #: The day of the order.
    ordered: str | None
    #: Who sold it, where it was not Amazon.
    seller: str | None
    #: The days on which parcels left.
    shipped: list[str]
    #: Id of the file.
    source: int
    #: As in the file.
    status: str
    #: What all its lines add up to.
    total: str


class ProblemReport(TypedDict):
    """A row or a field that could not be read. Nothing else is lost because of it."""

    #: kebab-case, such as `bad-date`.
    code: str
    #: The column, as it is headed.
    field: str | None
    #: Where in the file; `null` when it is the whole file.
    line: int | None
    #: The owner's own text.
    text: str | None


class RefundReport(TypedDict):
    """A refund that Amazon's data says was paid or promised to a card, and whether it came."""

    #: What is to come back; positive.
    amount: str
    #: Id of the credit that is this money; of the charge to be given back where it is late.
    charge: str | None
    #: ISO 4217.
    currency: str
    #: The day it was paid out or promised.
    date: str
    #: Its line there.
    line: int
    #: Amazon's number.
    orderId: str
    #: Id of the file that says so.
    source: int
    #: `came`, `waiting`, `overdue`.
    state: str
    #: The day by which a statement should show it.
    until: str


class RenewalReport(TypedDict):
    """A plan that is charged again and again."""

    #: What it takes each time.
    amount: str
    #: `month`, `year`; `unknown` after one payment of a price that no table knows.
    cadence: str
    #: Ids of charges.
    charges: list[str]
    #: ISO 4217.
    currency: str
    #: The last day it was charged.
    last: str
    #: The plan.
    name: str
    #: The next expected day; `null` when the plan has ended, and where the cadence is unknown.
    next: str | None
    #: As in charges.
    service: str


class RowToConfirm(TypedDict):
    """A charge as far as it was understood; what is absent was not."""

    #: Negative: money back.
    amount: str | None
    #: Of the amount.
    currency: str | None
    #: The likeliest day.
    date: str | None
    #: Where in the file.
    line: int
    #: Empty where none was found.
    merchant: str
    #: As it stands there, cut.
    text: str


#: One file, or one entry of a ZIP. `rows` = `used` + all of `skipped`.
SourceReport = TypedDict(
    "SourceReport",
    {
        # Whether what was read adds up to the balances or totals in the file; `null` where it prints none.
        "addsUp": "bool | None",
        # What its text was read as, `utf-8`, `shift_jis`; `null` where it is no text.
        "encoding": "str | None",
        # Id of the format that read it; `null` when unreadable.
        "format": "str | None",
        # The first day in it.
        "from": "str | None",
        # What other parts of the report call it by.
        "id": "int",
        # `statement`, `orders`, `digitalOrders`, `refunds`, `subscriptions`, `account`, `mail`, `notice`, `typed`, `ignored`, `unreadable`.
        "kind": "str",
        # As it was given; an entry of a ZIP comes after the name of the ZIP and a slash.
        "name": "str",
        # What could not be read, a row or a field at a time.
        "problems": "list[ProblemReport]",
        # Rows that hold something.
        "rows": "int",
        # Charges of which something is not sure, as far as they were understood, for the person to confirm.
        "rowsToConfirm": "list[RowToConfirm]",
        # Rows understood and not used, by reason.
        "skipped": "dict[str, int]",
        # Where the person may say what the columns are, or must.
        "table": "TableReport | None",
        # The last day in it.
        "to": "str | None",
        # Rows that became charges, orders or other facts.
        "used": "int",
        # What the reading was decided by, as `what:evidence`: `sign:balance`, `order:sorted`, `currency:region`.
        "why": "list[str]",
    },
)


#: Days from one to another.
Span = TypedDict(
    "Span",
    {
        # The first day.
        "from": "str",
        # The last day.
        "to": "str",
    },
)


class StepReport(TypedDict):
    """Something to do."""

    #: Indexes into `findings`.
    because: list[int]
    #: A day by which it should be done.
    due: str | None
    #: Which one, kebab-case; the catalogues say it in words.
    step: str
    #: `now`, `today`, `this-week`, `monthly`.
    when: str


class TableReport(TypedDict):
    """A table whose columns nobody but the person may know."""

    #: As they were read, or what they seem to be.
    columns: Columns
    #: The same of the currency.
    currency: str | None
    #: As all rows say; `null` where they do not tell, and the person must.
    dateOrder: str | None
    #: The same of sums: `point`, `comma`.
    decimalMark: str | None
    #: The same for all files with this heading; made of the heading alone.
    fingerprint: str
    #: Empty where the table has none.
    heading: list[str]
    #: The same of the sign of sums that were paid.
    paidSign: str | None
    #: Some rows of the file.
    rows: list[list[CellReport]]


class TotalsReport(TypedDict):
    """Sums of one currency."""

    #: Of those that only the person can tell.
    ask: str
    #: Of all charges.
    charged: str
    #: Of those that something explains.
    explained: str
    #: Of those that nothing accounts for.
    flagged: str
    #: Of those that the files say nothing of.
    notCovered: str
    #: Of rows that are not of Amazon.
    other: str


class Report(TypedDict):
    """What `analyze` says of the given files."""

    #: Every row that is a charge or a credit, once, in file order.
    charges: list[ChargeReport]
    #: What the files say nothing of.
    coverage: CoverageReport
    #: What the rules saw, by which charges are judged.
    findings: list[FindingReport]
    #: Mails and messages, judged. Only the full build reads them.
    mails: list[MailReport]
    #: What to do, most urgent first.
    nextSteps: list[StepReport]
    #: Every order that a charge, a finding or a refund names.
    orders: list[OrderReport]
    #: Refunds that Amazon's data speaks of: those that came, those still within their wait, and those that are late.
    refunds: list[RefundReport]
    #: Plans seen, with the next expected day.
    renewals: list[RenewalReport]
    #: 1. Raised when a field that other programs rely on changes.
    schemaVersion: int
    #: Every file, and every entry of a ZIP, in the order of their names.
    sources: list[SourceReport]
    #: The day the analysis was made for, `2026-11-22`.
    today: str
    #: By currency. The parts add up to `charged`.
    totals: dict[str, TotalsReport]


class AnswerGiven(TypedDict):
    """An answer to one charge. The charge is named by a salted hash, so that what is kept tells nobody anything."""

    #: `me`, `family`, `notMine`.
    answer: str
    #: Hex SHA-256 of `salt|date|amount|currency|card|NFKC(merchant)|n`, `n` counting equal rows from 1.
    charge: str
    #: Hex SHA-256 of `salt|order number`: the order that the person says it is; `null`: they named none.
    order: str | None


class AnsweredCharge(TypedDict):
    """A charge that the person answered."""

    #: Their word.
    answer: AnswerCode
    #: Its id.
    charge: str
    #: Where it stands by that.
    group: Group
    #: Their word ends the matter: what the files lack no longer stands in the way, and no money is owed.
    laidToRest: bool
    #: What to do about it alone, in order, where it is not theirs.
    steps: list[StepOfCharge]


#: A limit and the day on which it ends, for some charges.
ClockReport = TypedDict(
    "ClockReport",
    {
        # Ids of the charges.
        "charges": "list[str]",
        # The last day.
        "day": "str",
        # It truly counts from that day. One of a statement whose day is not known counts from the charge.
        "exact": "bool",
        # What it counts from.
        "from": "ClockFrom",
        # The limit; its words are `deadline-<id>`.
        "id": "str",
        # It is over.
        "passed": "bool",
        # The issuer's own terms decide.
        "varies": "bool",
    },
)


class ComingRefund(TypedDict):
    """A refund that has not come."""

    #: Index into the report's `refunds`.
    refund: int
    #: How it stands.
    state: RefundState


class ComingRenewal(TypedDict):
    """A plan that will be charged again."""

    #: The days of the coming half year, the next one first.
    days: list[str]
    #: The next day.
    next: str
    #: Index into the report's `renewals`.
    renewal: int


class ContactReport(TypedDict):
    """An address or a number to type."""

    #: The day it was last seen to be right.
    date: str
    #: It concerns charges of this case: it is for everybody, or for who has one of their cards.
    fits: bool
    #: Its words are `contact-<id>`.
    id: str
    #: `web`, `phone`, `mail`, `place`.
    kind: str
    #: The step it helps with.
    step: str
    #: Empty where only the person can find it.
    value: str


class Counts(TypedDict):
    """How many charges: `notMine` counts as flagged, `settled` as explained."""

    #: Only the person can tell.
    ask: int
    #: Explained, or known to the person.
    explained: int
    #: Nothing accounts for them, or the person said that they are not theirs.
    flagged: int
    #: The files say nothing of them.
    notCovered: int
    #: Not Amazon's.
    other: int


class Deed(TypedDict):
    """Something that was done about the case."""

    #: What came back, or the person's note.
    answer: str
    #: `null` where nobody noted it.
    day: str | None
    #: The step that was done; `null` for a contact.
    step: str | None
    #: Whom the person spoke to; `null` for a step.
    whom: str | None


#: What is disputed of some charges, or may be.
Dispute = TypedDict(
    "Dispute",
    {
        # Ids of those that somebody is asked about, by day.
        "charges": "list[str]",
        # The class; its words are `dispute-<class>`.
        "class": "str",
        # The letters that fit.
        "letters": "list[str]",
        # Ids of those that nobody is asked about yet, and that a finding puts into this class.
        "others": "list[str]",
    },
)


class Headline(TypedDict):
    """The answer in a sentence, with its numbers."""

    #: Why; `null` where there are none.
    because: OpenBecause | None
    #: Which sentence.
    code: HeadlineCode
    #: What it counts.
    count: int
    #: Where the order files end or start, where that is why.
    day: str | None
    #: Charges that cannot be judged yet.
    open: int


class LetterReport(TypedDict):
    """A letter that fits."""

    #: `message`, `script`, `letter`, `summary`.
    form: str
    #: Its words are the message of this name.
    id: str
    #: The step that sends it.
    step: str
    #: What it is filled with.
    variables: list[str]
    #: The language of its text, where it is not the reader's.
    writtenIn: str | None


class Matter(TypedDict):
    """What letters are about, and all that they are filled with."""

    #: Last four digits of the cards, where the statements show the last.
    cards: list[str]
    #: Ids, by day.
    charges: list[str]
    #: The day Amazon was contacted.
    contacted: str | None
    #: Findings that say what is wrong: indexes into the report's.
    details: list[int]
    #: The class of dispute.
    dispute: str
    #: The family was asked.
    familyAsked: bool
    #: The format by which the issuer is known; `null`: a blank. Never one that only says how a file is written.
    issuer: str | None
    #: The letters that fit.
    letters: list[LetterReport]
    #: Numbers of their orders.
    orders: list[str]
    #: How all of it was paid, as `card` or `phone-bill`; `null`: in several ways.
    paid: str | None
    #: What was done so far, by day.
    records: list[Deed]
    #: The first seller that is not Amazon.
    seller: str | None
    #: Findings that tell what happened to the account.
    signs: list[int]
    #: What the charges add up to, a currency at a time.
    sums: list[Sum]
    #: What the order data say of them.
    traced: Traced
    #: Of a charge made twice, the other ones.
    twins: list[str]


class MoneyBack(TypedDict):
    """A fact about getting money back, beside the charges that it may concern."""

    #: Ids of the charges.
    charges: list[str]
    #: The day it was last seen to be so.
    date: str
    #: Its words are `back-<id>`.
    id: str


class Plan(TypedDict):
    """What to do, in order."""

    #: What all steps together are about, in the report's own order.
    charges: list[str]
    #: Something is flagged, or is not the person's own.
    pressing: bool
    #: Soonest first.
    steps: list[PlanStep]


class PlanStep(TypedDict):
    """Something to do."""

    #: Indexes into the report's `findings`.
    because: list[int]
    #: The charges it is about, without those that are settled.
    charges: list[str]
    #: Every limit of these charges: those that are open, soonest first, then those that have passed.
    clocks: list[ClockReport]
    #: Ids of `contacts`.
    contacts: list[str]
    #: The person ticked it.
    done: bool
    #: The first limit that is still open; never a day that has passed.
    due: str | None
    #: Limits that the issuer has to keep: what to expect.
    expect: list[str]
    #: It waits under its heading.
    folded: bool
    #: Letters that serve here, of `matter`.
    letters: list[str]
    #: The person's own "not mine" asks for it too.
    said: bool
    #: How its limits stand.
    standing: Standing
    #: Which one.
    step: str
    #: `now`, `today`, `this-week`, `monthly`.
    when: str


class PriceChange(TypedDict):
    """A plan that costs something else now."""

    #: The charge with the new price.
    charge: str
    #: Index into the report's `findings`.
    finding: int


class Remembered(TypedDict):
    """What may be kept on the device."""

    #: All answers, those of charges that are not here too.
    answers: list[AnswerGiven]
    #: Hashes of all charges that were ever looked at, the oldest first; empty where nobody says that these count.
    seen: list[str]


class Reminder(TypedDict):
    """An entry for a calendar."""

    #: `null` where no limit is behind it.
    clock: ReminderClock | None
    #: A whole day.
    day: str
    #: Stays the same, so that taking it in again changes the entry and does not double it.
    id: str
    #: Every month.
    monthly: bool
    #: The step to be reminded of.
    step: str


class StepOfCharge(TypedDict):
    """A step, and how soon."""

    #: The step.
    step: str
    #: `now`, `today`, `this-week`, `monthly`.
    when: str


class Sum(TypedDict):
    """A sum."""

    #: A plain decimal.
    amount: str
    #: ISO 4217.
    currency: str


class TileSums(TypedDict):
    """Sums of one currency under each tile."""

    #: As in counts.
    ask: str
    #: As in counts.
    explained: str
    #: As in counts.
    flagged: str
    #: As in counts.
    notCovered: str
    #: As in counts.
    other: str


class TimelineEntry(TypedDict):
    """Something that happened."""

    #: Id of the charge or credit.
    charge: str | None
    #: The day.
    day: str
    #: What came back, or the person's note.
    note: str
    #: Number of the order.
    order: str | None
    #: Index into the report's `refunds`.
    refund: int | None
    #: The step that was done.
    step: str | None
    #: What.
    what: EntryKind
    #: Whom the person spoke to.
    whom: str | None


class Together(TypedDict):
    """Charges that are one question."""

    #: Ids, by day; all of one group.
    charges: list[str]
    #: What they add up to, a currency at a time.
    sums: list[Sum]


class UnseenRenewal(TypedDict):
    """A plan whose next day nobody can know."""

    #: What ends.
    files: EndingFiles
    #: Index into the report's `renewals`.
    renewal: int
    #: When.
    until: str


class Case(TypedDict):
    """What `advise` says of a report."""

    #: The charges that the person answered, in the report's own order.
    answered: list[AnsweredCharge]
    #: The charges that somebody else is asked about, by day: flagged, or not the person's own by their word.
    asked: list[str]
    #: Whom to call, in this order: steps of the plan.
    calls: list[str]
    #: Addresses and numbers for these steps.
    contacts: list[ContactReport]
    #: How many charges stand under each tile.
    counts: Counts
    #: What is disputed of them, a class at a time.
    disputes: list[Dispute]
    #: Where each charge of the report stands, in the report's own order.
    groups: list[Group]
    #: The one thing to know.
    headline: Headline
    #: Whose law counts.
    law: Law
    #: What letters are filled with.
    matter: Matter
    #: What is known of getting money back for such charges; no promise.
    moneyBack: list[MoneyBack]
    #: By month, `2026-09`, how many charges stand under each tile.
    months: dict[str, Counts]
    #: Charges that were not there when the person last looked.
    new: list[str]
    #: The charges that are flagged for money that is owed: that the purchase is theirs does not settle them.
    owed: list[str]
    #: What to do.
    plan: Plan
    #: Prices of plans that changed, the newest first.
    prices: list[PriceChange]
    #: Refunds that have not come, the late ones first.
    refunds: list[ComingRefund]
    #: What may be kept on the device: it tells nothing of what was bought. `null` without a salt.
    remembered: Remembered | None
    #: Days for a calendar.
    reminders: list[Reminder]
    #: Plans that will be charged again, soonest first.
    renewals: list[ComingRenewal]
    #: 1. Raised when a field that other programs rely on changes.
    schemaVersion: int
    #: By currency, what was charged under each tile.
    sums: dict[str, TileSums]
    #: What happened, in the order of days.
    timeline: list[TimelineEntry]
    #: The day it was made for.
    today: str
    #: Open charges that are one question, each time: of one shop and cause, again and again.
    together: list[Together]
    #: Days of which there are statements and no orders.
    uncovered: list[Span]
    #: Plans that may go on and whose next day the files do not tell.
    unseenRenewals: list[UnseenRenewal]


class _AnswerSaidNeeded(TypedDict):
    #: Its id.
    charge: str


class AnswerSaid(_AnswerSaidNeeded, total=False):
    """An answer to a charge of the report."""

    #: `null`: an earlier answer is taken back.
    answer: AnswerCode | None
    #: Amazon's number of the order that they say it is; `null`: they named none.
    order: str | None


class _ContactSaidNeeded(TypedDict):
    #: `2026-11-22`.
    day: str
    #: Whom they spoke to, in their own words.
    whom: str


class ContactSaid(_ContactSaidNeeded, total=False):
    """A call made or a message sent about the case, and what came back."""

    #: What came back.
    answer: str


class PaidSaid(TypedDict):
    """How a charge of the report was paid."""

    #: With what.
    by: PaidCode
    #: Its id.
    charge: str


class _StepSaidNeeded(TypedDict):
    #: It is done.
    done: bool
    #: The step.
    step: str


class StepSaid(_StepSaidNeeded, total=False):
    """What the person wrote at a step."""

    #: The day of the tick, `2026-11-22`.
    doneOn: str | None
    #: Their own words.
    note: str


class Said(TypedDict, total=False):
    """Beside a report: all that the person said. Nothing of it is needed."""

    #: The charges that letters are to be about; `null`: those that go together by themselves.
    about: list[str] | None
    #: Answers to charges of this report.
    answers: list[AnswerSaid]
    #: Calls made and messages sent.
    contacts: list[ContactSaid]
    #: The class of dispute that letters are to be about; `null`: what the charges are.
    dispute: str | None
    #: Steps that are shown before others, for who deals with one matter only. None: all alike. What is to be done now is shown whatever stands here.
    first: list[str]
    #: Answers that were kept from earlier reports, by salted hashes.
    kept: list[AnswerGiven]
    #: All charges count as looked at from now on: `remembered` has them.
    looked: bool
    #: The day on which the notice of the statement came.
    noticeCame: str | None
    #: How charges were paid, where the person said so.
    paid: list[PaidSaid]
    #: `jp`, `us`, `uk`, `eu`, a country; whose law counts. Without it none is claimed.
    region: str | None
    #: The salt of all hashes; kept on the person's device only. Empty: nothing is to be kept.
    salt: str
    #: Hashes of charges that were looked at before.
    seen: list[str]
    #: Steps that are done, or noted.
    steps: list[StepSaid]
    #: `2026-11-22`; `null`: the day of the report.
    today: str | None


class _ChargeGivenNeeded(TypedDict):
    #: As typed: `3980`, `３，９８０円`, `12.99`. Negative: money back.
    amount: str


class ChargeGiven(_ChargeGivenNeeded, total=False):
    """One charge as the person typed it. What cannot be read is a problem of the `typed` source and no error."""

    #: The card's last digits.
    card: str | None
    #: ISO 4217; `null`: that of the region.
    currency: str | None
    #: `2026-11-03`; `null` or `?` where they do not know.
    date: str | None
    #: The text as shown to them; empty where there was none.
    merchant: str
    #: `card`, `debit`, `prepaid`, `phone-bill`, `pay-later`, `gift-balance`, `app-store`; `null`: not said.
    paidBy: str | None
