//! Where a value came from, and what could not be read there.

use crate::sorted::Map;
use chrono::NaiveDate;

use crate::{Money, TablePreview};

/// Index into [`crate::Reading::sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceId(pub u32);

/// One row of one file; also names the charge that stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub source: SourceId,
    /// 1-based; only for formats with pages.
    pub page: Option<u32>,
    /// 1-based physical line where the row begins; the row number in a sheet.
    pub line: u32,
}

impl Place {
    pub fn line(source: SourceId, line: u32) -> Self {
        Self { source, page: None, line }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum SourceKind {
    Statement,
    Orders,
    DigitalOrders,
    Refunds,
    Subscriptions,
    Account,
    Mail,
    /// What the person typed.
    Typed,
    /// What an issuer or an app says of one charge, or of a few.
    Notice,
    /// Known, and of no use here (cart history, photos).
    Ignored,
    Unreadable,
}

impl SourceKind {
    /// The person asks about the very charges in it: they typed them, or pasted what they were shown of them.
    pub fn is_asked_about(self) -> bool {
        matches!(self, Self::Typed | Self::Notice)
    }
}

/// One file, or one entry of a ZIP, and what became of its rows. `rows = used + Σ skipped`.
#[derive(Debug, Clone)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct Source {
    #[cfg_attr(feature = "held", serde(skip))]
    pub id: SourceId,
    /// As given; inside a ZIP `Your Orders.zip/Order History.csv`.
    pub name: String,
    /// The ZIP it came in, which is one account's export; empty for files given loose. A second ZIP of the same name is
    /// another one's.
    pub export: String,
    pub kind: SourceKind,
    /// Id of the format that read it.
    pub format: Option<String>,
    /// WHATWG label of the encoding, `utf-8`, `shift_jis`.
    pub encoding: Option<String>,
    /// Rows that hold data: headings, blank lines and preamble do not count.
    pub rows: u32,
    pub used: u32,
    /// Rows that were understood and are no charge, order or refund, by reason.
    #[cfg_attr(feature = "held", serde(with = "crate::held::skipped"))]
    pub skipped: Map<SkipReason, u32>,
    /// First and last day the used rows speak of (local days are filled in by the engine for instants).
    #[cfg_attr(feature = "held", serde(default, deserialize_with = "crate::held::day"))]
    pub from: Option<NaiveDate>,
    #[cfg_attr(feature = "held", serde(default, deserialize_with = "crate::held::day"))]
    pub to: Option<NaiveDate>,
    /// The digits the file says its card has, where one card holds for the whole file.
    pub card: Option<String>,
    /// For tables that no profile names, and where something could not be decided.
    #[cfg_attr(feature = "held", serde(skip))]
    pub table: Option<TablePreview>,
    /// Charges of which something is not sure, for the person to confirm.
    pub asked: Vec<AskedRow>,
    /// What the reading was decided by, as `what:evidence` (`sign:balance`), once each.
    #[cfg_attr(feature = "held", serde(deserialize_with = "crate::held::why"))]
    pub why: Vec<&'static str>,
    /// Whether what was read adds up to what the file prints; `None` where it prints nothing of the kind.
    pub adds_up: Option<bool>,
    pub problems: Vec<Problem>,
}

/// A charge as far as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct AskedRow {
    /// 1-based.
    pub line: u32,
    /// As it stands in the text, cut.
    pub text: String,
    /// The likeliest.
    #[cfg_attr(feature = "held", serde(default, deserialize_with = "crate::held::day"))]
    pub day: Option<NaiveDate>,
    /// Empty where there is none.
    pub merchant: String,
    pub amount: Option<Money>,
}

impl Source {
    pub fn new(id: SourceId, name: impl Into<String>, kind: SourceKind) -> Self {
        let name = name.into();
        let zip = name.split_once('/').map_or("", |(zip, _)| zip);
        let export = if zip.to_ascii_lowercase().ends_with(".zip") { zip } else { "" }.to_owned();
        Self {
            id,
            name,
            export,
            kind,
            format: None,
            encoding: None,
            rows: 0,
            used: 0,
            skipped: Map::new(),
            from: None,
            to: None,
            card: None,
            table: None,
            asked: Vec::new(),
            why: Vec::new(),
            adds_up: None,
            problems: Vec::new(),
        }
    }

    /// Notes what something was decided by.
    pub fn because(&mut self, why: &'static str) {
        if !self.why.contains(&why) {
            self.why.push(why);
        }
    }

    pub fn skip(&mut self, reason: SkipReason) {
        *self.skipped.entry(reason).or_default() += 1;
    }

    /// Says what is wrong with the file as a whole.
    pub fn refuse(&mut self, code: ProblemCode) {
        self.problems.push(Problem { line: None, code, field: None, text: None });
    }

    /// Says what is wrong with what begins on this line.
    pub fn refuse_line(&mut self, line: u32, code: ProblemCode) {
        self.problems.push(Problem { line: Some(line), code, field: None, text: None });
    }
}

/// Why a row is counted and not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum SkipReason {
    /// Heading, subtotal, holder row, footnote.
    Heading,
    /// Payment of the card bill.
    BillPayment,
    /// Top-up of a wallet, cash advance.
    TopUp,
    /// Transfer between the person's own accounts.
    OwnTransfer,
    /// Not counted by the issuer (declined, reverted, excluded by the app).
    NotCounted,
    /// A later part of an instalment plan, whose purchase is another row.
    Instalment,
    /// The very row is in another of the given files.
    SeenInOtherFile,
    /// Belongs to the row above it (exchange rate, route).
    FollowUp,
    /// A deposit, interest, or another money-in row that is no refund.
    Deposit,
    /// The row could not be read; a problem says why.
    NotUnderstood,
    /// An order row without money (free replacement, credit).
    NoMoney,
    /// A row of a table that says nothing of a charge (carts, notices, photos).
    NoUse,
}

impl SkipReason {
    pub(crate) const ALL: [Self; 12] = [
        Self::Heading,
        Self::BillPayment,
        Self::TopUp,
        Self::OwnTransfer,
        Self::NotCounted,
        Self::Instalment,
        Self::SeenInOtherFile,
        Self::FollowUp,
        Self::Deposit,
        Self::NotUnderstood,
        Self::NoMoney,
        Self::NoUse,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::BillPayment => "bill-payment",
            Self::TopUp => "top-up",
            Self::OwnTransfer => "own-transfer",
            Self::NotCounted => "not-counted",
            Self::Instalment => "instalment",
            Self::SeenInOtherFile => "seen-in-other-file",
            Self::FollowUp => "follow-up",
            Self::Deposit => "deposit",
            Self::NotUnderstood => "not-understood",
            Self::NoMoney => "no-money",
            Self::NoUse => "no-use",
        }
    }
}

/// Something in a file that could not be read. The rest of the file is read all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize))]
pub struct Problem {
    /// 1-based; `None` where the problem is the file's as a whole.
    pub line: Option<u32>,
    pub code: ProblemCode,
    /// The column, in the file's own words.
    pub field: Option<String>,
    /// The owner's own text that could not be read, cut to 80 characters.
    pub text: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "held", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum ProblemCode {
    BadDate,
    BadAmount,
    MissingColumn,
    /// The row ends before the columns it needs.
    ShortRow,
    BadCurrency,
    BadOrderId,
    /// Day and month cannot be told apart in this file.
    AmbiguousDates,
    /// `1.234` may be a thousand or a fraction in this file.
    AmbiguousAmounts,
    /// No sign, no column and no word says which rows are purchases.
    AmbiguousSign,
    EmptyFile,
    /// Bytes that are no text in any encoding we know.
    NotText,
    /// Text that was decoded with the wrong encoding before it was saved; it cannot be repaired.
    Mojibake,
    /// No table with a date and an amount was found.
    UnknownLayout,
    /// There is a table, and nothing says which of its columns is what.
    UnknownColumns,
    /// A web page saved under another name (sign-in or error page).
    WebPage,
    Image,
    /// The file ends in the middle of a row.
    Truncated,
    EncryptedZip,
    BrokenZip,
    ZipTooLarge,
    ZipTooManyEntries,
    NestedZip,
    /// There is nothing in it at all.
    EmptyZip,
    /// Photos, invoices, folders: nothing that is read out of a ZIP.
    ZipOfOthers,
    EncryptedPdf,
    BrokenPdf,
    /// Pictures of pages: there is no text in it.
    ScannedPdf,
    /// The engine reads no PDF itself: the page turns it into text before.
    PdfNotHere,
    EncryptedWorkbook,
    BrokenWorkbook,
    /// A row of which day, shop or sum could be read in two ways; the source asks for it.
    UnsureRow,
    /// The full build of the engine reads this kind of file, and this is the small one.
    NeedsFullReader,
    /// A quote without its other one: the cell was ended where its line ends.
    StrayQuote,
    /// What was read is not what the file's own balances or totals say.
    DoesNotAddUp,
    /// A kind of file that cannot be read yet, with what to fetch instead.
    Unsupported,
    TooLarge,
    /// Reading it ended the engine, or did not end; what was read of it was put aside with it.
    Stopped,
}

impl ProblemCode {
    pub fn code(self) -> &'static str {
        match self {
            Self::BadDate => "bad-date",
            Self::BadAmount => "bad-amount",
            Self::MissingColumn => "missing-column",
            Self::ShortRow => "short-row",
            Self::BadCurrency => "bad-currency",
            Self::BadOrderId => "bad-order-id",
            Self::AmbiguousDates => "ambiguous-dates",
            Self::AmbiguousAmounts => "ambiguous-amounts",
            Self::AmbiguousSign => "ambiguous-sign",
            Self::EmptyFile => "empty-file",
            Self::NotText => "not-text",
            Self::Mojibake => "mojibake",
            Self::UnknownLayout => "unknown-layout",
            Self::UnknownColumns => "unknown-columns",
            Self::WebPage => "web-page",
            Self::Image => "image",
            Self::Truncated => "truncated",
            Self::EncryptedZip => "encrypted-zip",
            Self::BrokenZip => "broken-zip",
            Self::ZipTooLarge => "zip-too-large",
            Self::ZipTooManyEntries => "zip-too-many-entries",
            Self::NestedZip => "nested-zip",
            Self::EmptyZip => "empty-zip",
            Self::ZipOfOthers => "zip-of-others",
            Self::EncryptedPdf => "encrypted-pdf",
            Self::BrokenPdf => "broken-pdf",
            Self::ScannedPdf => "scanned-pdf",
            Self::PdfNotHere => "pdf-not-here",
            Self::EncryptedWorkbook => "encrypted-workbook",
            Self::BrokenWorkbook => "broken-workbook",
            Self::UnsureRow => "unsure-row",
            Self::NeedsFullReader => "needs-full-reader",
            Self::StrayQuote => "stray-quote",
            Self::DoesNotAddUp => "does-not-add-up",
            Self::Unsupported => "unsupported",
            Self::TooLarge => "too-large",
            Self::Stopped => "stopped",
        }
    }
}
