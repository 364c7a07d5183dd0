//! OFX 1 (SGML, tags mostly unclosed) and OFX 2 (XML); QFX is the same with a line more.

use mioboe_model::{Currency, ProblemCode};

use super::super::wording::card_digits;
use super::tags::tags;
use super::{Entries, Entry, join, last_line};
use crate::field::{DateOrder, DecimalMark, day, sum};

/// The header may be missing, or stand on one line with all else.
pub(super) fn claims(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with("OFXHEADER")
        || start.starts_with("<?OFX")
        || tags(text).take(4).any(|tag| tag.opens("OFX"))
}

pub(super) fn read(text: &str, entries: &mut Entries<'_>) {
    let mut open: Option<Booking> = None;
    // All lists are closed that were opened.
    let mut is_whole = false;
    for tag in tags(text) {
        if tag.opens("BANKTRANLIST") || tag.opens("BANKTRANLISTP") {
            is_whole = false;
        } else if ["OFX", "BANKTRANLIST", "BANKTRANLISTP"].iter().any(|name| tag.closes(name)) {
            is_whole = true;
        }
        let starts = tag.opens("STMTTRN") || tag.opens("STMTTRNP");
        let ends =
            ["STMTTRN", "STMTTRNP", "BANKTRANLIST", "BANKTRANLISTP"].iter().any(|name| tag.closes(name));
        if starts || ends {
            // Not every bank closes what it opens.
            if let Some(booking) = open.take() {
                booking.finish(entries);
            }
            if starts {
                open =
                    Some(Booking { line: tag.line, is_pending: tag.opens("STMTTRNP"), ..Booking::default() });
            }
        } else if tag.opens("CCSTMTRS") || tag.opens("CCACCTFROM") {
            entries.is_card = true;
        } else if tag.opens("CURDEF") {
            entries.currency = Currency::parse(&tag.text()).or(entries.currency);
        } else if tag.opens("ACCTID") && entries.is_card && open.is_none() {
            entries.card = card_digits(&tag.text()).map(|card| card.text);
        } else if let Some(booking) = &mut open {
            let field = match () {
                () if tag.opens("TRNAMT") => &mut booking.amount,
                () if tag.opens("DTPOSTED") => &mut booking.posted,
                () if tag.opens("DTUSER") => &mut booking.used,
                () if tag.opens("NAME") => &mut booking.name,
                () if tag.opens("MEMO") || tag.opens("EXTDNAME") => &mut booking.memo,
                () => continue,
            };
            join(field, &tag.text());
        }
    }
    match open {
        Some(booking) if is_whole => booking.finish(entries),
        Some(booking) => entries.refuse_cut(booking.line),
        None if is_whole => {}
        None => entries.tell_of_cut(last_line(text)),
    }
}

#[derive(Default)]
struct Booking {
    line: u32,
    amount: String,
    posted: String,
    used: String,
    name: String,
    memo: String,
    is_pending: bool,
}

impl Booking {
    fn finish(self, entries: &mut Entries<'_>) {
        // Sums are not grouped, so that a comma is a decimal mark.
        let is_comma = self.amount.contains(',') && !self.amount.contains('.');
        let mark = if is_comma { DecimalMark::Comma } else { DecimalMark::Point };
        let Some(amount) = sum(&self.amount, mark) else {
            return entries.refuse(self.line, ProblemCode::BadAmount, "TRNAMT", &self.amount);
        };
        // `20260914120000[-5:EST]`, also with a time that is none.
        let date = |text: &str| day(&text.chars().take(8).collect::<String>(), DateOrder::Ymd);
        let Some(posted) = date(&self.posted) else {
            return entries.refuse(self.line, ProblemCode::BadDate, "DTPOSTED", &self.posted);
        };
        entries.push(Entry {
            line: self.line,
            date: date(&self.used).or(Some(posted)),
            posted: Some(posted),
            name: self.name,
            memo: self.memo,
            amount: -amount,
            currency: None,
            is_pending: self.is_pending,
        });
    }
}
