//! Mails to what tells who sent them.

use chrono::NaiveDate;
use mail_parser::{Message, MessageParser, MimeHeaders};
use mioboe_model::{Mail, MailAuth, OrderId, Place, Problem, ProblemCode, Reading, SkipReason, Source};

use super::html;

/// As much of a mail's text as is kept.
const KEPT_CHARS: usize = 20_000;

/// Reads every mail of the file.
pub(super) fn read(bytes: &[u8], source: &mut Source, reading: &mut Reading) {
    let parser = MessageParser::default();
    for (line, bytes) in mails(bytes) {
        source.rows = source.rows.saturating_add(1);
        if let Some(message) = parser.parse(bytes) {
            source.used = source.used.saturating_add(1);
            reading.mails.push(mail(&message, Place::line(source.id, line)));
        } else {
            source.skip(SkipReason::NotUnderstood);
            source.problems.push(Problem {
                line: Some(line),
                code: ProblemCode::UnknownLayout,
                field: None,
                text: None,
            });
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
        }),
        from_name: from.and_then(|from| from.name()).unwrap_or_default().to_owned(),
        from_address: from.and_then(|from| from.address()).unwrap_or_default().to_owned(),
        reply_to: message
            .reply_to()
            .and_then(|reply_to| reply_to.first())
            .and_then(|reply_to| reply_to.address())
            .map(str::to_owned),
        auth: auth(message),
        links: html.map(html::links).unwrap_or_default(),
        attachments: message
            .attachments()
            .map(|part| part.attachment_name().unwrap_or_default().to_owned())
            .collect(),
        order_ids: order_ids(&subject, &text),
        subject,
        text,
    }
}

/// What the receiving server found. Only the topmost server is the person's own: a sender may write such
/// headers too, and those stand below it.
fn auth(message: &Message<'_>) -> MailAuth {
    let mut auth = MailAuth::default();
    let mut own: Option<&str> = None;
    for (_, value) in
        message.headers_raw().filter(|(name, _)| name.eq_ignore_ascii_case("Authentication-Results"))
    {
        let mut parts = value.split(';').map(str::trim);
        let server = parts.next().unwrap_or_default();
        if *own.get_or_insert(server) != server {
            continue;
        }
        for part in parts {
            let mut words = part.split_whitespace();
            let Some((method, result)) = words.next().and_then(|word| word.split_once('=')) else { continue };
            let found = match method.to_ascii_lowercase().as_str() {
                "spf" => &mut auth.spf,
                "dkim" => &mut auth.dkim,
                "dmarc" => &mut auth.dmarc,
                _ => continue,
            };
            found.get_or_insert_with(|| result.to_ascii_lowercase());
        }
    }
    auth
}

fn order_ids(subject: &str, text: &str) -> Vec<OrderId> {
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
