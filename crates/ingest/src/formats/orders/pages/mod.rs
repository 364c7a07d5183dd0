//! Amazon's own pages, copied, saved as HTML or printed into a PDF: which of them a text is, and what it says.
//!
//! A page is told by anchors that only it has. Its words are data in `pages/<language>.toml`; where a language's words are not
//! known, days, sums and order numbers in their places still tell what it is. One kind of page is never read as another: a
//! discount on the page of an order is no payment.

mod days;
mod details;
mod list;
mod movements;
mod sums;
mod text;
mod words;

use chrono::NaiveDate;
use memchr::memchr_iter;
use mioboe_model::sorted::Set;
use mioboe_model::text::lower;
use mioboe_model::{
    Currency, Money, OrderId, Place, Problem, ProblemCode, Reading, SkipReason, Source, SourceKind,
};

use mioboe_model::site;
use text::Line;
use words::Role;

/// The formats of the pages, by [`Kind`].
pub(crate) const FORMATS: [&str; 3] = ["amazon-transactions", "amazon-order-list", "amazon-order-details"];

/// The languages of pages that are read: the language, its sites, and where its words were seen.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn languages() -> &'static [(&'static str, &'static [&'static str], &'static [&'static str])] {
    words::LANGUAGES
}

/// Which of Amazon's pages a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Your Payments > Transactions: movements by day, each with its means, sum and order numbers.
    Movements,
    /// Your Orders: a card an order.
    List,
    /// One order: its details, its invoice or receipt.
    Details,
}

impl Kind {
    pub(crate) fn format(self) -> &'static str {
        let [movements, list, details] = FORMATS;
        match self {
            Self::Movements => movements,
            Self::List => list,
            Self::Details => details,
        }
    }
}

/// Which page a text is, if it is one.
pub(crate) fn kind(text: &str) -> Option<Kind> {
    if !may_be_page(text) {
        return None;
    }
    Page::of(text).kind
}

/// Reads a text that was claimed. `home` is the currency of `$` where nothing on the page tells which dollar it is.
pub(crate) fn read(text: &str, home: Currency, source: &mut Source, reading: &mut Reading) {
    let page = Page::of(text);
    let Some(kind) = page.kind else { return };
    source.kind = SourceKind::Orders;
    source.format = Some(kind.format().to_owned());
    let dollar = page.dollar(home);
    let usual =
        page.lines.iter().find_map(|line| sums::only(&line.text)).map(|sum| sum.money(dollar).currency());
    let mut out = Out { dollar, usual: usual.unwrap_or(dollar), source, reading };
    match kind {
        Kind::Movements => movements::read(&page.lines, &mut out),
        Kind::List => list::read(&page.lines, &mut out),
        Kind::Details => details::read(&page.lines, &mut out),
    }
}

/// The day that a text is, as pages write it: `December 29, 2025`, `7 décembre 2026`.
pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    // Figures alone may have the month in front or the day.
    let is_named = text.chars().any(char::is_alphabetic);
    days::only(text).filter(|_| is_named).map(|found| found.day)
}

/// The sum that a text is, with its currency; `$` alone is the American dollar.
pub(crate) fn sum(text: &str) -> Option<Money> {
    let text = text::plain(text);
    sums::only(&text).map(|sum| sum.money(Currency::USD))
}

/// Large tables are not taken apart to see that they are none of these pages.
fn may_be_page(text: &str) -> bool {
    const LOOKED_AT: usize = 8 << 20;
    let head = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or(text).as_bytes();
    let is_number = |at: usize| {
        at.checked_sub(3)
            .and_then(|start| std::str::from_utf8(head.get(start..at + 8)?).ok())
            .is_some_and(|id| OrderId::parse(id).is_some())
    };
    memchr_iter(b'-', head).any(is_number) || has_masked_card(text) || has_title(text)
}

/// What is left of one of these pages, though nobody can say any more of which: no issuer adds up the goods.
pub(crate) fn is_part_of_one(text: &str) -> bool {
    text.lines().any(|line| words::begins(&lower(&text::plain(line)), Role::Subtotal))
}

/// A page whose order number was not copied still has its title, or the label of a day.
fn has_title(text: &str) -> bool {
    const MOST_BYTES: usize = 1 << 20;
    const LONGEST: usize = 60;
    let is_title = |line: &str| {
        let line = lower(&text::plain(line));
        [Role::Ordered, Role::Summary, Role::Details, Role::Payment]
            .iter()
            .any(|&role| words::is(&line, role))
    };
    text.len() <= MOST_BYTES && text.lines().filter(|line| line.len() <= LONGEST).any(is_title)
}

/// Where a reader of a page puts what it finds.
struct Out<'o> {
    /// What `$` alone is on this page.
    dollar: Currency,
    /// What sums on this page are in, for an order that has none.
    usual: Currency,
    source: &'o mut Source,
    reading: &'o mut Reading,
}

impl Out<'_> {
    fn place(&self, line: u32) -> Place {
        Place::line(self.source.id, line)
    }

    fn took(&mut self) {
        self.source.rows += 1;
        self.source.used += 1;
    }

    fn pass(&mut self, reason: SkipReason) {
        self.source.rows += 1;
        self.source.skip(reason);
    }

    /// A part of the page that is not understood is told with its line, never left out silently.
    fn fault(&mut self, line: u32, code: ProblemCode, field: &str, text: &str) {
        const SHOWN_CHARS: usize = 80;
        self.pass(SkipReason::NotUnderstood);
        self.source.problems.push(Problem {
            line: Some(line),
            code,
            field: Some(field.to_owned()).filter(|field| !field.is_empty()),
            text: Some(text.chars().take(SHOWN_CHARS).collect()),
        });
    }
}

struct Page {
    lines: Vec<Line>,
    kind: Option<Kind>,
}

impl Page {
    fn of(text: &str) -> Self {
        let lines = text::lines(text);
        let kind = kind_of(&lines);
        Self { lines, kind }
    }

    /// The site names its dollar; else the language does, and in English the order of day and month, or the number.
    fn dollar(&self, home: Currency) -> Currency {
        const DOLLARS: [&str; 5] = ["USD", "CAD", "AUD", "MXN", "SGD"];
        const FOREMOST: usize = 40;
        let dollar = |code: &str| Currency::parse(code).unwrap_or(Currency::USD);
        let is_dollar = |currency: &Currency| DOLLARS.contains(&currency.code());
        let mut sites = self.lines.iter().filter_map(|line| site::currency(&line.text)).filter(is_dollar);
        if let Some(site) = sites.next() {
            return site;
        }
        let signs = self.lines.iter().filter_map(|line| sums::at_end(&line.text));
        let named = signs.filter_map(|(_, sum)| match sum.coin {
            sums::Coin::Named(currency) => Some(currency).filter(is_dollar),
            sums::Coin::Dollar => None,
        });
        if let Some(named) = named.into_iter().next() {
            return named;
        }
        let days: Vec<days::Found> =
            self.lines.iter().filter_map(|line| days::only(&line.text)).take(FOREMOST).collect();
        match days.iter().find_map(|day| day.language) {
            Some("fr") => return dollar("CAD"),
            Some("es") => return dollar("MXN"),
            _ => {}
        }
        if words_of(&self.lines, &["pedido", "transacciones"]) {
            return dollar("MXN");
        }
        if words_of(&self.lines, &["commande"]) {
            return dollar("CAD");
        }
        let is_of_canada =
            |id: &OrderId| ["701-", "702-"].iter().any(|head| id.to_string().starts_with(head));
        if self.lines.iter().filter_map(Line::order_id).any(|id| is_of_canada(&id)) {
            return dollar("CAD");
        }
        if is_dollar(&home) && home != Currency::USD {
            return home;
        }
        // Of the sites with `$` alone, only Australia's puts the day before the month.
        if !days.is_empty() && days.iter().all(|day| day.is_day_first) {
            dollar("AUD")
        } else {
            Currency::USD
        }
    }
}

fn words_of(lines: &[Line], words: &[&str]) -> bool {
    lines.iter().any(|line| words.iter().any(|word| line.lower.starts_with(word)))
}

/// What of each page is there.
#[derive(Default)]
struct Anchors {
    /// Of the page of one order: subtotal with a sum, summary, means of payment, each once.
    details: Set<&'static str>,
    title_of_details: bool,
    title_of_movements: bool,
    /// Where a card of the list begins.
    cards: usize,
    ids: Set<OrderId>,
    days: usize,
    /// Signed sums behind a card's masked number, and behind any means.
    card_movements: usize,
    movements: usize,
    is_mail: bool,
}

fn kind_of(lines: &[Line]) -> Option<Kind> {
    const MAIL_HEADINGS: [&str; 8] =
        ["from:", "subject:", "差出人:", "件名:", "von:", "betreff:", "de :", "objet :"];
    const HEAD_LINES: usize = 12;
    let mut anchors = Anchors::default();
    for (at, line) in lines.iter().enumerate() {
        let here = lines.get(at..).unwrap_or_default();
        anchors.is_mail |=
            at < HEAD_LINES && MAIL_HEADINGS.iter().any(|heading| line.lower.starts_with(heading));
        anchors.ids.extend(line.order_id());
        anchors.days += usize::from(days::only(&line.text).is_some());
        anchors.cards += usize::from(list::begins_card(lines, at));
        anchors.title_of_movements |= words::is(&line.lower, Role::Movements);
        anchors.title_of_details |= words::behind(&line.lower, Role::Details)
            .is_some_and(|rest| rest.is_empty() || line.order_id().is_some() || rest.starts_with(['#', ':']));
        if words::is(&line.lower, Role::Summary) {
            anchors.details.insert("summary");
        }
        if words::is(&line.lower, Role::Payment) {
            anchors.details.insert("payment");
        }
        if words::begins(&line.lower, Role::Subtotal) && details::sum_behind(here, Role::Subtotal).is_some() {
            anchors.details.insert("subtotal");
        }
        // `Total` alone stands in lists too.
        if !words::begins(&line.lower, Role::Total) && details::sum_behind(here, Role::Charged).is_some() {
            anchors.details.insert("charged");
        }
        if words::is(&line.lower, Role::CardPayments) && !words::is(&line.lower, Role::Movements) {
            anchors.details.insert("card payments");
        }
        if let Some((means, _)) = movements::movement(lines, at) {
            anchors.movements += 1;
            anchors.card_movements += usize::from(has_masked_card(&means));
        }
    }
    anchors.kind()
}

impl Anchors {
    fn kind(&self) -> Option<Kind> {
        // A mail or an invoice of several orders has the anchors of each.
        let is_of_one = self.cards <= 1 || 2 <= self.details.len();
        let has_id = !self.ids.is_empty();
        let details = self.details.len() + usize::from(self.title_of_details);
        let is_details = match (has_id, self.details.len()) {
            (_, 0) => false,
            (true, _) => 2 <= details || self.card_movements == 0,
            // Without its number only a page that is nothing else.
            (false, _) => 2 <= details && (0 < self.cards || self.title_of_details),
        };
        let lists_movements = 0 < self.card_movements
            && (has_id || (self.title_of_movements && 0 < self.days))
            || 0 < self.movements && self.title_of_movements && has_id && 0 < self.days;
        if self.is_mail {
            None
        } else if is_of_one && is_details {
            Some(Kind::Details)
        } else if self.cards == 0 && self.details.is_empty() && lists_movements {
            Some(Kind::Movements)
        } else if 0 < self.cards && self.card_movements == 0 {
            Some(Kind::List)
        } else {
            None
        }
    }
}

/// `****1234`, `•••• 1234`, `***863`.
fn has_masked_card(text: &str) -> bool {
    let mut run = 0_u32;
    for c in text.chars() {
        match c {
            '*' | '•' | '·' | '●' => run += 1,
            ' ' if 3 <= run => {}
            '0'..='9' if 3 <= run => return true,
            _ => run = 0,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use mioboe_model::{Currency, Reading, Source, SourceId, SourceKind};

    use super::{Kind, kind, read};

    /// Reads a page that is of the kind, and sees that every row is accounted for.
    #[track_caller]
    pub(super) fn page(text: &str, expect: Kind) -> (Source, Reading) {
        assert_eq!(kind(text), Some(expect), "{text}");
        let (mut source, mut reading) =
            (Source::new(SourceId(0), "t.txt", SourceKind::Unreadable), Reading::default());
        read(text, Currency::USD, &mut source, &mut reading);
        assert_eq!(source.rows, source.used + source.skipped.values().sum::<u32>());
        (source, reading)
    }

    #[test]
    fn the_day_of_an_order_and_its_label_begin_one_card() {
        let text = "Order placed\nSeptember 23, 2026\nOrder #\n112-0000306-0000002\nView invoice\n$36.71\nGift Card Amount:\n-$36.71\nGrand Total:\n$0.00\nSample workbook\n";
        assert_eq!(kind(text), Some(Kind::Details));
    }

    #[test]
    fn other_texts_are_none_of_the_pages() {
        for text in [
            "",
            "December 29, 2025",
            "利用日,店名,金額\n2026/10/01,見本,100\n",
            "Order #114-0000001-0000001\n-$3.00\n",
            "<html><body>Sign in</body></html>",
            "注文番号 249-0000001-0000001\n",
            "Date,Description,Amount\n06/01/2026,AMZN Mktp US 114-0000001-0000001,-5.00\n",
            "From: Amazon <a@example.com>\nSubject: Ordered\n\nOrder #114-0000001-0000001\nItem Subtotal:\n$5.00\nPayment method\n",
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}
