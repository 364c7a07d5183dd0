//! Mails to what tells who sent them.

use chrono::NaiveDate;
use mail_parser::{Message, MessageParser, MimeHeaders};
#[cfg(feature = "texts")]
use memchr::memchr_iter;
use mioboe_model::{Mail, MailAuth, MailLink, OrderId, Place, ProblemCode, Reading, SkipReason, Source};

use crate::field::believed;

use super::{html, notice::notice, plain::plain_links};

/// As much of a mail's text as is kept.
pub(super) const KEPT_CHARS: usize = 20_000;

/// As much of a mail as is held when it is in a large mailbox.
#[cfg(feature = "texts")]
const MOST_HELD: usize = 32 << 20;

/// Reads every mail of the file.
pub(super) fn read(bytes: &[u8], source: &mut Source, reading: &mut Reading) {
    for (line, bytes) in mails(bytes) {
        take(line, bytes, source, reading);
    }
}

/// Reads every mail of a mailbox, of which one mail at a time is held.
#[cfg(feature = "texts")]
pub(super) fn read_large(large: &crate::pieces::Large<'_>, source: &mut Source, reading: &mut Reading) {
    let (mut at, mut held) = (0, Vec::new());
    // Lines above the held mail, and lines of it that were let go.
    let (mut above, mut dropped) = (0_u32, 0_u32);
    loop {
        let piece = large.piece(&mut at);
        held.extend_from_slice(piece.as_deref().unwrap_or_default());
        let mut found = mails(&held);
        // More of the last one may come.
        let open = if piece.is_some() { found.pop() } else { None };
        for (line, bytes) in found {
            let dropped = if line == 1 { 0 } else { dropped };
            take(above.saturating_add(dropped).saturating_add(line), bytes, source, reading);
        }
        let Some((line, bytes)) = open else { return };
        if line != 1 {
            above = above.saturating_add(dropped).saturating_add(line - 1);
            dropped = 0;
        }
        // What is still to come of so large a mail is pictures and the like.
        let (kept, rest) = bytes.split_at_checked(MOST_HELD).unwrap_or((bytes, &[]));
        let lines = memchr_iter(b'\n', rest).count();
        dropped = dropped.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        held = kept.to_vec();
    }
}

fn take(line: u32, bytes: &[u8], source: &mut Source, reading: &mut Reading) {
    source.rows = source.rows.saturating_add(1);
    let is_mail = |message: &Message<'_>| !(message.parts.is_empty() || message.headers().is_empty());
    if let Some(message) = MessageParser::default().parse(bytes).filter(is_mail) {
        source.used = source.used.saturating_add(1);
        reading.mails.push(mail(&message, Place::line(source.id, line)));
    } else {
        source.skip(SkipReason::NotUnderstood);
        // A mailbox may be full of such lines; where it begins to be is enough.
        if source.problems.is_empty() {
            source.refuse_line(line, ProblemCode::UnknownLayout);
        }
    }
}

/// The mails of a file and the lines they begin on; in a mailbox a line `From ` after a blank one begins each.
fn mails(bytes: &[u8]) -> Vec<(u32, &[u8])> {
    let mut starts = vec![(1, 0)];
    if bytes.starts_with(b"From ") {
        starts.clear();
        let (mut at, mut after_blank) = (0, true);
        for (number, line) in (1..).zip(bytes.split_inclusive(|&byte| byte == b'\n')) {
            if after_blank && line.starts_with(b"From ") {
                starts.push((number, at));
            }
            after_blank = line.trim_ascii().is_empty();
            at += line.len();
        }
    }
    let ends = starts.iter().skip(1).map(|&(_, at)| at).chain([bytes.len()]);
    starts.iter().zip(ends).filter_map(|(&(line, start), end)| Some((line, bytes.get(start..end)?))).collect()
}

fn mail(message: &Message<'_>, place: Place) -> Mail {
    let from = message.from().and_then(|from| from.first());
    let subject = message.subject().unwrap_or_default().to_owned();
    let text: String = message.body_text(0).unwrap_or_default().chars().take(KEPT_CHARS).collect();
    let html =
        message.html_bodies().next().filter(|part| part.is_text_html()).and_then(|part| part.text_contents());
    Mail {
        place,
        date: message.date().and_then(|date| {
            NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
                .and_then(believed)
        }),
        from_name: from.and_then(|from| from.name()).unwrap_or_default().to_owned(),
        from_address: from.and_then(|from| from.address()).unwrap_or_default().to_owned(),
        reply_to: message
            .reply_to()
            .and_then(|reply_to| reply_to.first())
            .and_then(|reply_to| reply_to.address())
            .map(str::to_owned),
        return_path: message.return_address().map(str::to_owned),
        auth: auth(message),
        links: links(html, &text),
        attachments: message
            .attachments()
            .map(|part| part.attachment_name().unwrap_or_default().to_owned())
            .collect(),
        order_ids: order_ids(&subject, &text),
        notice: notice(&subject, &text),
        subject,
        text,
        verdict: None,
        entered: false,
    }
}

/// The links of the page that is shown; without one, what is written out in the text. What a page only shows as the
/// words of a link is no link.
fn links(html: Option<&str>, text: &str) -> Vec<MailLink> {
    html.map_or_else(|| plain_links(text), html::links)
}

/// What the receiving server found. Only the topmost server is the person's own: a sender may write such headers too, and
/// those stand below it.
fn auth(message: &Message<'_>) -> MailAuth {
    let mut auth = MailAuth::default();
    // `Some` once results were met: their server, which may be unnamed, and whether their run has ended.
    let mut own: Option<(Option<String>, bool)> = None;
    for (name, value) in message.headers_raw() {
        let is_result = name.eq_ignore_ascii_case("Authentication-Results");
        if !is_result && let Some((_, ended)) = &mut own {
            *ended = true;
        }
        if name.eq_ignore_ascii_case("Received") {
            auth.receivers.extend(received_by(value));
            if own.is_some() {
                break;
            }
        }
        if !is_result {
            continue;
        }
        let mut parts = value.split(';').map(str::trim).peekable();
        let server = parts
            .next_if(|first| !first.contains('='))
            .map(|first| first.split_whitespace().next().unwrap_or_default().to_ascii_lowercase());
        let (known, ended) = own.get_or_insert_with(|| (server.clone(), false));
        if *known != server || *ended {
            continue;
        }
        parts.for_each(|part| result(part, &mut auth));
    }
    auth.server = own.and_then(|(server, _)| server);
    auth.forwarded = message.headers_raw().any(|(name, _)| {
        ["X-Forwarded-To", "X-Forwarded-For", "Resent-From", "Resent-To", "List-Id", "X-Original-From"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
    });
    auth
}

/// `dkim=pass header.d=amazon.co.jp` into its place. The first result of each kind counts, a pass before any other.
fn result(part: &str, auth: &mut MailAuth) {
    let mut words = part.split_whitespace();
    let Some((method, result)) = words.next().and_then(|word| word.split_once('=')) else { return };
    let result = result.to_ascii_lowercase();
    let property = |names: &[&str]| {
        part.split_whitespace().filter_map(|word| word.split_once('=')).find_map(|(name, value)| {
            let domain = value.rsplit('@').next().unwrap_or(value).trim_end_matches(';');
            names.contains(&name.to_ascii_lowercase().as_str()).then(|| domain.to_ascii_lowercase())
        })
    };
    let (place, domain_place, domain) = match method.to_ascii_lowercase().as_str() {
        "spf" => (&mut auth.spf, &mut auth.spf_domain, property(&["smtp.mailfrom", "smtp.helo"])),
        "dkim" => (&mut auth.dkim, &mut auth.dkim_domain, property(&["header.d", "header.i"])),
        "dmarc" => {
            auth.dmarc.get_or_insert(result);
            return;
        }
        _ => return,
    };
    if place.is_none() || (result == "pass" && place.as_deref() != Some("pass")) {
        (*place, *domain_place) = (Some(result), domain);
    }
}

/// `… by mx.example.net with ESMTPS …`: the server that wrote the line.
fn received_by(value: &str) -> Option<String> {
    let mut words = value.split_whitespace();
    words.find(|word| word.eq_ignore_ascii_case("by"))?;
    words.next().map(|host| host.trim_end_matches(';').to_ascii_lowercase())
}

pub(super) fn order_ids(subject: &str, text: &str) -> Vec<OrderId> {
    let mut found = Vec::new();
    for text in [subject, text] {
        for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
            if let Some(order_id) = OrderId::parse(word.trim_matches('-'))
                && !found.contains(&order_id)
            {
                found.push(order_id);
            }
        }
    }
    found
}
