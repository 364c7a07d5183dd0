//! ISO 20022 account statements and reports. Names are compared without namespace, so that any version is read.

use chrono::NaiveDate;
use mioboe_model::{Currency, ProblemCode};

use super::tags::{Tag, tags};
use super::{Entries, Entry, join, last_line};
use crate::field::{DateOrder, DecimalMark, day, sum};

const MESSAGES: [&str; 3] = ["BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"];

pub(super) fn claims(text: &str) -> bool {
    text.trim_start().starts_with('<')
        && tags(text).take(5).any(|tag| MESSAGES.iter().any(|name| tag.opens(name)))
}

pub(super) fn read(text: &str, entries: &mut Entries<'_>) {
    let mut path = Path::default();
    let mut open: Option<Booking> = None;
    let mut is_whole = false;
    for tag in tags(text) {
        is_whole |= MESSAGES.iter().any(|name| tag.closes(name));
        if tag.opens("Ntry") {
            open = Some(Booking { line: tag.line, ..Booking::default() });
        } else if tag.closes("Ntry") {
            if let Some(booking) = open.take() {
                booking.finish(entries);
            }
        } else if let Some(booking) = &mut open {
            path.follow(&tag);
            booking.take(&path, &tag);
        }
    }
    if let Some(booking) = open {
        entries.refuse_cut(booking.line);
    } else if !is_whole {
        entries.tell_of_cut(last_line(text));
    }
}

/// In which of the parts that matter a tag stands.
#[derive(Default)]
struct Path {
    in_details: bool,
    in_status: bool,
    date: Date,
    party: Party,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Date {
    #[default]
    None,
    Booked,
    Valued,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Party {
    #[default]
    None,
    Creditor,
    Debtor,
}

impl Path {
    fn follow(&mut self, tag: &Tag<'_>) {
        for (name, date) in [("BookgDt", Date::Booked), ("ValDt", Date::Valued)] {
            if tag.opens(name) {
                self.date = date;
            } else if tag.closes(name) {
                self.date = Date::None;
            }
        }
        for (name, party) in [("Cdtr", Party::Creditor), ("Dbtr", Party::Debtor)] {
            if tag.opens(name) {
                self.party = party;
            } else if tag.closes(name) {
                self.party = Party::None;
            }
        }
        for (name, within) in [("NtryDtls", &mut self.in_details), ("Sts", &mut self.in_status)] {
            if tag.opens(name) {
                *within = true;
            } else if tag.closes(name) {
                *within = false;
            }
        }
    }
}

#[derive(Default)]
struct Booking {
    line: u32,
    amount: String,
    currency: Option<Currency>,
    mark: String,
    is_reversal: bool,
    status: String,
    booked: Option<NaiveDate>,
    valued: Option<NaiveDate>,
    creditor: String,
    debtor: String,
    memo: String,
}

impl Booking {
    fn take(&mut self, path: &Path, tag: &Tag<'_>) {
        let text = tag.text();
        if path.in_status && (tag.opens("Sts") || tag.opens("Cd")) {
            join(&mut self.status, &text);
        } else if tag.opens("Nm") {
            match path.party {
                Party::Creditor if self.creditor.is_empty() => self.creditor = text,
                Party::Debtor if self.debtor.is_empty() => self.debtor = text,
                _ => {}
            }
        } else if tag.opens("Dt") || tag.opens("DtTm") {
            let date = text.get(..10).and_then(|date| day(date, DateOrder::Ymd));
            match path.date {
                Date::Booked => self.booked = date,
                Date::Valued => self.valued = date,
                Date::None => {}
            }
        } else if tag.opens("Ustrd") || tag.opens("AddtlNtryInf") || tag.opens("AddtlTxInf") {
            join(&mut self.memo, &text);
        } else if path.in_details {
            // The sums of the details add up to the one of the entry.
        } else if tag.opens("Amt") && self.amount.is_empty() {
            self.amount = text;
            self.currency = tag.attributes.split(['"', '\'']).find_map(Currency::parse);
        } else if tag.opens("CdtDbtInd") && self.mark.is_empty() {
            self.mark = text;
        } else if tag.opens("RvslInd") {
            self.is_reversal = text == "true" || text == "1";
        }
    }

    fn finish(self, entries: &mut Entries<'_>) {
        let Some(amount) = sum(&self.amount, DecimalMark::Point) else {
            return entries.refuse(self.line, ProblemCode::BadAmount, "Amt", &self.amount);
        };
        let Some(date) = self.valued.or(self.booked) else {
            return entries.refuse(self.line, ProblemCode::BadDate, "BookgDt", "");
        };
        let is_out = match self.mark.as_str() {
            "DBIT" => true,
            "CRDT" => false,
            mark => return entries.refuse(self.line, ProblemCode::AmbiguousSign, "CdtDbtInd", mark),
        };
        // The mark of a reversed entry is the one of the reversal already; the parties are those of the first booking.
        let is_paid_to_creditor = is_out != self.is_reversal;
        entries.push(Entry {
            line: self.line,
            date: Some(date),
            posted: self.booked,
            name: if is_paid_to_creditor { self.creditor } else { self.debtor },
            memo: self.memo,
            amount: if is_out { amount } else { -amount },
            currency: self.currency,
            is_pending: self.status.starts_with("PDNG"),
        });
    }
}
