//! All that a report says in a file's own words, made safe to show: once, here, so that no screen, letter, table, calendar or
//! terminal has to think of it.

use std::collections::BTreeMap;

use mioboe_model::text::shown;

use crate::{Report, TableReport};

/// The report with every text of the files as it is shown.
pub(crate) fn made_safe(mut report: Report) -> Report {
    for source in &mut report.sources {
        one(&mut source.name);
        for problem in &mut source.problems {
            perhaps(&mut problem.text);
        }
        if let Some(TableReport { heading, rows, .. }) = &mut source.table {
            all(heading);
            rows.iter_mut().flatten().for_each(|cell| one(&mut cell.text));
        }
    }
    for charge in &mut report.charges {
        one(&mut charge.merchant);
        perhaps(&mut charge.memo);
        perhaps(&mut charge.card);
        perhaps(&mut charge.holder);
    }
    for order in &mut report.orders {
        all(&mut order.items);
        all(&mut order.cards);
        perhaps(&mut order.seller);
        perhaps(&mut order.address);
    }
    for finding in &mut report.findings {
        named(&mut finding.args);
    }
    for renewal in &mut report.renewals {
        one(&mut renewal.name);
    }
    for gap in &mut report.coverage.gaps {
        perhaps(&mut gap.account);
        perhaps(&mut gap.card);
    }
    for mail in &mut report.mails {
        one(&mut mail.from_name);
        one(&mut mail.from_address);
        perhaps(&mut mail.reply_to);
        one(&mut mail.subject);
        all(&mut mail.attachments);
        for reason in &mut mail.reasons {
            named(&mut reason.args);
        }
        for link in &mut mail.links {
            one(&mut link.text);
            one(&mut link.target);
            one(&mut link.domain);
        }
    }
    report
}

fn one(text: &mut String) {
    if let std::borrow::Cow::Owned(safe) = shown(text) {
        *text = safe;
    }
}

fn perhaps(text: &mut Option<String>) {
    text.iter_mut().for_each(one);
}

fn all(texts: &mut [String]) {
    texts.iter_mut().for_each(one);
}

fn named(args: &mut BTreeMap<String, String>) {
    args.values_mut().for_each(one);
}
