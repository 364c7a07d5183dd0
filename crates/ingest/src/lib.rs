//! Bytes in, statement rows and orders out, with a problem for everything that could not be read.

mod archive;
mod decode;
mod documents;
mod field;
mod formats;
#[cfg(feature = "held")]
mod held;
mod languages;
#[cfg(feature = "texts")]
mod pieces;
mod sheet;
mod sniff;
mod thin;

use chrono::NaiveDate;
use mioboe_model::sorted::Map;
use mioboe_model::text::lower;
use mioboe_model::{
    Currency, Problem, ProblemCode, Reading, SkipReason, Source, SourceId, SourceKind, TableChoice, Typed,
};

use decode::decode;
#[cfg(target_family = "wasm")]
pub use decode::lend_decoder;
use formats::notice::{self, Notice};
use formats::{account, mail, orders, statements, typed};
#[cfg(feature = "held")]
pub use held::{Held, MOST_HELD};
use orders::pages;
#[cfg(feature = "texts")]
pub use pieces::Pieces;
use sheet::{Rows, Sheet};
pub use thin::ThinZip;

/// A format as the page about formats shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    pub id: &'static str,
    /// Who writes it, in the issuer's own words.
    pub issuer: &'static str,
    /// `jp`, `us`; `any` where it is written everywhere.
    pub region: &'static str,
    /// How to get the file; empty where there is nothing to say.
    pub download: &'static str,
    /// First year or month of the layout, as far as known.
    pub since: &'static str,
    /// Where the layout was seen.
    pub seen: &'static [&'static str],
}

/// Every statement format that is read.
pub fn statement_formats() -> Vec<Format> {
    statements::formats().collect()
}

/// What a statement is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountKind {
    Card,
    Bank,
    /// Money that was paid in before.
    Wallet,
}

/// What a format's statements are of, where one issuer writes it. `None` for what many write: files for accounting programs, household
/// books, copied pages, tables known by their words alone, and what the person typed.
pub fn account_of(format: &str) -> Option<AccountKind> {
    statements::account_of(format)
}

/// The ids of all formats that would read the file; a format that is not told from another is a mistake of ours.
///
/// Tables that are read by the words of their heading have no format of their own, and are not listed.
pub fn formats_claiming(name: &str, bytes: &[u8]) -> Vec<&'static str> {
    if mail::claims(bytes) {
        return vec![mail::FORMAT];
    }
    let Ok(decoded) = decode(bytes) else { return Vec::new() };
    let text = &sniff::plain_delimiters(&decoded.text);
    let sheet = Sheet::new(name, text, sniff::delimiter(text));
    let page = pages::kind(text).map(pages::Kind::format);
    let tables = orders::all_claims(&sheet).chain(account::all_claims(&sheet));
    let mut claims: Vec<_> = tables.chain(page).chain(statements::all_claims(&sheet)).collect();
    // What is no table and no page of Amazon's is perhaps a page of a bank's.
    if claims.is_empty() && !statements::is_table(&sheet) {
        let frame = notice::Frame { home: Currency::JPY, today: None, spoken: None };
        match Notice::of(text, frame).filter(Notice::is_understood) {
            Some(notice) => claims.push(notice.format()),
            None if mail::claims_text(text) => claims.push(mail::TEXT_FORMAT),
            None => {}
        }
    }
    claims
}

/// Every format of Amazon's own files, and of what tools make of them.
pub fn order_formats() -> &'static [Format] {
    formats::amazon::FORMATS
}

/// The languages in which Amazon's own pages are read: each with its sites, and where its words were seen.
#[cfg(not(target_family = "wasm"))]
pub fn page_languages() -> &'static [(&'static str, &'static [&'static str], &'static [&'static str])] {
    pages::languages()
}

/// From so many bytes on, whoever has a ZIP should give it through [`ThinZip`]: most of an export are photos and invoices.
pub const THINNED_FROM: u32 = 8 << 20;
/// From so many bytes on, a table or a mailbox should be given piece by piece.
pub const IN_PIECES_FROM: u32 = 64 << 20;

/// Lines with broken letters that are shown; more of them say the same.
const MOST_DAMAGED: usize = 20;

/// Whether this build reads what few people bring; one that does not says so of each such file.
pub(crate) const TEXTS: bool = cfg!(feature = "texts");

/// Reads files one by one, in any order; [`Reader::finish`] joins what is spread over several of them.
///
/// Never fails: what cannot be read is a source with problems.
pub struct Reader {
    reading: Reading,
    orders: orders::Parts,
    setting: Setting,
    tables: statements::Choices,
    typed: Vec<Typed>,
}

/// What is known beside the files.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Setting {
    /// Of sums in files that name no currency; `None` where nothing is usual.
    pub(crate) home: Option<Currency>,
    /// No day of a statement is far behind it.
    pub(crate) today: Option<NaiveDate>,
}

impl Default for Reader {
    fn default() -> Self {
        Self::new(Currency::JPY)
    }
}

impl Reader {
    /// `home` is the currency of sums in files that name none; without it such files are asked about.
    pub fn new(home: impl Into<Option<Currency>>) -> Self {
        Self {
            reading: Reading::default(),
            orders: orders::Parts::default(),
            setting: Setting { home: home.into(), today: None },
            tables: Map::new(),
            typed: Vec::new(),
        }
    }

    /// The day of the analysis: of two readings of a day the one that lies in the future is wrong.
    #[must_use]
    pub fn with_today(mut self, today: NaiveDate) -> Self {
        self.setting.today = Some(today);
        self
    }

    /// What the person said of tables, by the fingerprints that their previews have.
    #[must_use]
    pub fn with_tables(mut self, tables: Map<String, TableChoice>) -> Self {
        self.tables = tables;
        self
    }

    /// Charges that the person typed. They come after all files, so that a file keeps its number.
    #[must_use]
    pub fn with_typed(mut self, typed: Vec<Typed>) -> Self {
        self.typed = typed;
        self
    }

    /// What was read on another day. It comes before all files, so that what is there keeps its order.
    #[cfg(feature = "held")]
    #[must_use]
    pub fn with_held(mut self, held: Held) -> Self {
        (self.reading, self.orders) = held.into_parts();
        self
    }

    /// Reads one file as the person has it: a statement, an export, a ZIP, a mail.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        match sniff::kind(bytes) {
            sniff::Kind::Archive => self.archive(name, bytes),
            sniff::Kind::Workbook => self.workbook(name, bytes),
            sniff::Kind::Paper => self.paper(name, bytes),
            sniff::Kind::Text => {
                let source = self.text(name, bytes);
                let source = self.message(source, bytes);
                self.reading.sources.push(source);
            }
            sniff::Kind::No(code) => self.refuse(name.to_owned(), code),
        }
    }

    /// Reads a large table or mailbox piece by piece. False where the file has to be given whole.
    #[cfg(feature = "texts")]
    pub fn add_pieces(&mut self, name: &str, pieces: &dyn Pieces) -> bool {
        let large = pieces::Large::new(pieces);
        let head = large.head();
        let mut source = Source::new(self.next_id(), name, SourceKind::Unreadable);
        if mail::is_mailbox(&head) {
            mail::read_large(&large, &mut source, &mut self.reading);
        } else if !self.large_table(name, &large, &head, &mut source) {
            return false;
        }
        if large.is_broken() {
            source.refuse(ProblemCode::Truncated);
        }
        self.reading.sources.push(source);
        true
    }

    #[cfg(feature = "texts")]
    fn large_table(
        &mut self,
        name: &str,
        large: &pieces::Large<'_>,
        head: &[u8],
        source: &mut Source,
    ) -> bool {
        // A line end of UTF-16 is two bytes.
        let Ok(decoded) = decode(head).map(|decoded| decoded.text) else { return false };
        if sniff::kind(head) != sniff::Kind::Text || head.contains(&0) {
            return false;
        }
        let text = &sniff::plain_delimiters(&decoded);
        if sniff::is_web_page(text) || mail::claims(head) || statements::interchange_claims(text).is_some() {
            return false;
        }
        let sheet = Sheet::of_large(own_name(name), text, sniff::delimiter(text), large);
        if let Some(format) = orders::claims(&sheet) {
            orders::read(&sheet, format, source, &mut self.reading, &mut self.orders);
        } else if let Some(format) = account::table_claims(&sheet) {
            account::read(&sheet, format, source, &mut self.reading);
        } else if pages::kind(text).is_some()
            || !statements::claims(&sheet)
            || !statements::read(&sheet, self.setting, &self.tables, source, &mut self.reading)
        {
            return false;
        }
        sheet.tell_of_cut(source);
        source.encoding = Some(large.encoding().to_owned());
        true
    }

    /// Notes a file that its owner cannot even hand over, as it does not fit into memory.
    pub fn too_large(&mut self, name: &str) {
        let code = if TEXTS { ProblemCode::TooLarge } else { ProblemCode::NeedsFullReader };
        self.refuse(name.to_owned(), code);
    }

    /// Notes a file that ended the engine when it was read, and is read no more.
    pub fn stopped(&mut self, name: &str) {
        self.refuse(name.to_owned(), ProblemCode::Stopped);
    }

    /// Joins parts of one order found in several files, drops what overlapping files give twice.
    pub fn finish(mut self) -> Reading {
        orders::join(self.orders, &mut self.reading);
        statements::merge(&mut self.reading);
        let id = SourceId(u32::try_from(self.reading.sources.len()).unwrap_or(u32::MAX));
        typed::read(&self.typed, self.setting.home, id, &mut self.reading);
        typed::replace(&mut self.reading);
        self.reading
    }

    /// The same, and what of it can be held for another day: `None` where it is more than can be kept. What was typed is not in it.
    #[cfg(feature = "held")]
    pub fn finish_and_hold(self) -> (Reading, Option<Held>) {
        let held = Held::new(&self.reading, &self.orders);
        let reading = self.finish();
        let held = held.map(|held| held.without_repeats(&reading));
        (reading, held)
    }

    fn archive(&mut self, name: &str, bytes: &[u8]) {
        let first = self.reading.sources.len();
        let refusals =
            archive::entries(bytes, &mut |path, bytes| self.entry(&format!("{name}/{path}"), bytes));
        if refusals.is_empty() && self.reading.sources.len() == first {
            let is_empty = archive::is_empty(bytes);
            return self.refuse(
                name.to_owned(),
                if is_empty { ProblemCode::EmptyZip } else { ProblemCode::ZipOfOthers },
            );
        }
        for refusal in refusals {
            self.refuse(
                refusal.entry.map_or_else(|| name.to_owned(), |path| format!("{name}/{path}")),
                refusal.code,
            );
        }
        self.shorten_names(name, first);
        self.name_export(name, first);
    }

    /// Everybody's export is called "Your Orders.zip": the second of a name is "Your Orders.zip (2)".
    fn name_export(&mut self, name: &str, first: usize) {
        let (before, added) = self.reading.sources.split_at_mut(first);
        let is_taken = |name: &str| before.iter().any(|source| source.export == name);
        let mut names = (1..).map(|n| if n == 1 { name.to_owned() } else { format!("{name} ({n})") });
        let Some(free) = names.find(|name| !is_taken(name)) else { return };
        for source in added {
            source.export.clone_from(&free);
        }
    }

    /// An export has many tables that are of no use here; those are no problem.
    fn entry(&mut self, name: &str, bytes: &[u8]) {
        let first = self.reading.sources.len();
        match sniff::kind(bytes) {
            sniff::Kind::Text => {
                let mut source = self.text(name, bytes);
                if is_unknown(&source)
                    && let Ok(decoded) = decode(bytes)
                {
                    let rows = Rows::new(&decoded.text, sniff::delimiter(&decoded.text));
                    for _ in rows.filter(|row| !row.is_blank()) {
                        source.rows += 1;
                        source.skip(SkipReason::NoUse);
                    }
                }
                self.reading.sources.push(source);
            }
            sniff::Kind::Workbook => self.workbook(name, bytes),
            sniff::Kind::Archive | sniff::Kind::Paper | sniff::Kind::No(_) => {
                let source = Source::new(self.next_id(), name, SourceKind::Ignored);
                self.reading.sources.push(source);
            }
        }
        self.ignore_unknown(first);
    }

    /// What no reader knows is of no use and no problem, from this source on.
    fn ignore_unknown(&mut self, first: usize) {
        for source in self.reading.sources.iter_mut().skip(first) {
            if is_unknown(source) {
                source.table = None;
                source.kind = SourceKind::Ignored;
                source.problems.clear();
            }
        }
    }

    /// Folders inside an archive tell people nothing, as long as the names of the files differ.
    fn shorten_names(&mut self, archive: &str, first: usize) {
        let base = |name: &str| name.rsplit('/').next().unwrap_or(name).to_owned();
        let added = || self.reading.sources.iter().skip(first);
        let mut counts = Map::<String, u32>::new();
        for source in added() {
            *counts.entry(base(&source.name)).or_default() += 1;
        }
        for source in self.reading.sources.iter_mut().skip(first) {
            let base = base(&source.name);
            if counts.get(&base) == Some(&1) && source.name != archive {
                source.name = format!("{archive}/{base}");
            }
        }
    }

    fn text(&mut self, name: &str, bytes: &[u8]) -> Source {
        let mut source = Source::new(self.next_id(), name, SourceKind::Unreadable);
        // Mails name their own encodings, part by part.
        if mail::claims(bytes) {
            let first = self.reading.mails.len();
            mail::read(bytes, &mut source, &mut self.reading);
            self.notices_of_mails(first, &mut source);
            return source;
        }
        let decoded = match decode(bytes) {
            Ok(decoded) => decoded,
            Err(code) => return refused(source, code),
        };
        source.encoding = Some(decoded.encoding.to_owned());
        for (line, text) in decoded.damaged_lines().take(MOST_DAMAGED) {
            let text = Some(text.chars().take(80).collect());
            source.problems.push(Problem {
                line: Some(line),
                code: ProblemCode::Mojibake,
                field: None,
                text,
            });
        }
        let text = &sniff::plain_delimiters(&decoded.text);
        if sniff::is_web_page(text) && pages::kind(text).is_none() {
            return self.web_page(name, text, source);
        }
        if let Some(format) = statements::interchange_claims(text) {
            if !TEXTS {
                return refused(source, ProblemCode::NeedsFullReader);
            }
            statements::read_interchange(text, format, self.setting, &mut source, &mut self.reading);
            return source;
        }
        self.table(name, text, sniff::delimiter(text), source)
    }

    fn table(&mut self, name: &str, text: &str, delimiter: u8, mut source: Source) -> Source {
        let mended = sheet::mended(text, delimiter);
        let text = mended.as_ref().map_or(text, |(text, _)| text.as_str());
        for &line in mended.iter().flat_map(|(_, lines)| lines) {
            source.refuse_line(line, ProblemCode::StrayQuote);
        }
        let sheet = Sheet::new(own_name(name), text, delimiter);
        if let Some(format) = orders::claims(&sheet) {
            orders::read(&sheet, format, &mut source, &mut self.reading, &mut self.orders);
        } else if let Some(format) = account::claims(&sheet) {
            account::read(&sheet, format, &mut source, &mut self.reading);
        } else if pages::kind(text).is_some() {
            if !TEXTS {
                return refused(source, ProblemCode::NeedsFullReader);
            }
            let home = self.setting.home.unwrap_or(Currency::USD);
            pages::read(text, home, &mut source, &mut self.reading);
        } else if let Some(notice) = self.notice(text, &sheet) {
            notice.read(&mut source, &mut self.reading);
        } else if !statements::read(&sheet, self.setting, &self.tables, &mut source, &mut self.reading) {
            return refused(source, ProblemCode::UnknownLayout);
        }
        sheet.tell_of_cut(&mut source);
        source
    }

    /// What issuers say of single uses in mails. Amazon's own mails speak of orders.
    fn notices_of_mails(&mut self, first: usize, source: &mut Source) {
        const OF_USE: [&str; 9] = [
            "利用",
            "決済",
            "お支払い",
            "transaction",
            "purchase",
            "charge",
            "spent",
            "authorized",
            "payment",
        ];
        for index in first..self.reading.mails.len() {
            let Some(mail) = self.reading.mails.get(index) else { continue };
            let of_orders = mail.notice.is_some()
                || !mail.order_ids.is_empty()
                || lower(&mail.from_address).contains("amazon");
            let text = lower(&format!("{}\n{}", mail.subject, mail.text));
            if of_orders || !OF_USE.iter().any(|word| text.contains(word)) {
                continue;
            }
            let frame = notice::Frame { today: mail.date.or(self.setting.today), ..self.frame() };
            let (line, found) = (mail.place.line, Notice::of(&mail.text, frame));
            let found = found.filter(Notice::is_understood).or_else(|| {
                Notice::of(&format!("{}\n\n{}", mail.subject, mail.text), frame).filter(Notice::is_understood)
            });
            let Some(found) = found else { continue };
            let before = self.reading.charges.len();
            found.rows(source, &mut self.reading);
            // A mail is one place; its lines are not the file's.
            for charge in self.reading.charges.iter_mut().skip(before) {
                charge.place.line = charge.place.line.saturating_add(line);
            }
        }
    }

    fn frame(&self) -> notice::Frame {
        notice::Frame {
            home: self.setting.home.unwrap_or(Currency::NONE),
            today: self.setting.today,
            spoken: None,
        }
    }

    /// A text that is no table and no mail, and says at least one charge as a whole.
    fn notice(&self, text: &str, sheet: &Sheet<'_>) -> Option<Notice> {
        if statements::is_table(sheet) || mail::claims_text(text) {
            return None;
        }
        Notice::of(text, self.frame()).filter(Notice::is_understood)
    }

    /// A text that nothing else knows may be what a person copied of a mail, or a notice that leaves a doubt.
    fn message(&mut self, mut source: Source, bytes: &[u8]) -> Source {
        let is_unknown = source.kind == SourceKind::Unreadable
            && source.problems.iter().any(|problem| problem.code == ProblemCode::UnknownLayout);
        let Some(decoded) = decode(bytes).ok().filter(|_| is_unknown) else { return source };
        let notice = Notice::of(&decoded.text, self.frame());
        if mail::claims_text(&decoded.text) {
            source.problems.clear();
            mail::read_text(&decoded.text, &mut source, &mut self.reading);
            // The small build leaves both to the full one.
            if source.kind == SourceKind::Mail
                && let Some(notice) = notice
            {
                notice.rows(&mut source, &mut self.reading);
            }
        } else if let Some(notice) = notice {
            source.problems.clear();
            notice.read(&mut source, &mut self.reading);
        }
        source
    }

    fn refuse(&mut self, name: String, code: ProblemCode) {
        let source = Source::new(self.next_id(), name, SourceKind::Unreadable);
        self.reading.sources.push(refused(source, code));
    }

    fn next_id(&self) -> SourceId {
        SourceId(u32::try_from(self.reading.sources.len()).unwrap_or(u32::MAX))
    }
}

/// No reader knows the table or the text.
fn is_unknown(source: &Source) -> bool {
    let is_unknown =
        |code: ProblemCode| matches!(code, ProblemCode::UnknownLayout | ProblemCode::UnknownColumns);
    source.kind == SourceKind::Unreadable && source.problems.iter().all(|problem| is_unknown(problem.code))
}

/// A name without the folders, the archive or the workbook it is in.
fn own_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

fn refused(mut source: Source, code: ProblemCode) -> Source {
    source.refuse(code);
    source
}
