//! What a person copied of a mail or a short message: less than the mail itself, and better than nothing.

use mioboe_model::MailLink;
use mioboe_model::text::lower;
#[cfg(feature = "mail")]
use mioboe_model::{Mail, MailAuth, Place, Reading, Source};

#[cfg(feature = "mail")]
use super::parse::{KEPT_CHARS, order_ids};

/// The words that mail programs put before sender and subject.
const FROM: &[&str] = &["差出人", "送信者", "送信元", "from"];
const SUBJECT: &[&str] = &["件名", "タイトル", "subject"];
#[cfg(feature = "mail")]
const REPLY_TO: &[&str] = &["返信先", "reply-to"];
/// A mail that was copied begins with its headings.
const HEAD_LINES: usize = 12;
/// Longer texts are no message.
const MOST_BYTES: usize = 200_000;
/// More links than this no message for people has.
const MOST_LINKS: usize = 200;

/// A text with a link in it, or with a sender and a subject; asked when nothing else knows the text.
pub(crate) fn claims(text: &str) -> bool {
    let has = |names| heading(text, names).is_some();
    // Data of a program and pages of the web have links as well.
    if text.trim_start().starts_with(['{', '[', '<']) {
        return false;
    }
    text.len() <= MOST_BYTES && ((has(FROM) && has(SUBJECT)) || !plain_links(text).is_empty())
}

/// Reads a text that was claimed.
#[cfg(feature = "mail")]
pub(super) fn read(text: &str, source: &mut Source, reading: &mut Reading) {
    source.rows = 1;
    source.used = 1;
    let from = heading(text, FROM).unwrap_or_default();
    let (from_name, from_address) = address(from);
    let subject = heading(text, SUBJECT).unwrap_or_default().to_owned();
    let text: String = text.chars().take(KEPT_CHARS).collect();
    reading.mails.push(Mail {
        place: Place::line(source.id, 1),
        date: None,
        from_name,
        from_address,
        reply_to: heading(&text, REPLY_TO).map(|value| address(value).1).filter(|to| !to.is_empty()),
        return_path: None,
        auth: MailAuth::default(),
        links: plain_links(&text),
        attachments: Vec::new(),
        order_ids: order_ids(&subject, &text),
        subject,
        text,
        notice: None,
        verdict: None,
        entered: false,
    });
}

fn heading<'t>(text: &'t str, names: &[&str]) -> Option<&'t str> {
    text.lines().take(HEAD_LINES).find_map(|line| {
        let (name, value) = line.split_once([':', '：'])?;
        names.contains(&lower(name.trim()).as_str()).then(|| value.trim())
    })
}

/// `Amazon.co.jp <auto-confirm@amazon.co.jp>` as name and address.
#[cfg(feature = "mail")]
fn address(text: &str) -> (String, String) {
    match text.rsplit_once(['<', '＜', '[']) {
        Some((name, rest)) => {
            let address = rest.trim_end_matches(['>', '＞', ']', ' ']);
            (name.trim_matches([' ', '"', '\u{3000}']).to_owned(), address.trim().to_owned())
        }
        None if text.contains('@') => (String::new(), text.trim().to_owned()),
        None => (text.trim().to_owned(), String::new()),
    }
}

/// Addresses of the web as they are written out.
pub(super) fn plain_links(text: &str) -> Vec<MailLink> {
    let mut links: Vec<MailLink> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("http") {
        let (_, tail) = rest.split_at_checked(at).unwrap_or_default();
        let is_end = |c: char| {
            !c.is_ascii() || c.is_ascii_whitespace() || matches!(c, '"' | '<' | '>' | '(' | ')' | '[' | ']')
        };
        let end = tail.find(is_end).unwrap_or(tail.len());
        let (word, after) = tail.split_at_checked(end).unwrap_or((tail, ""));
        let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let is_link = ["http://", "https://"]
            .iter()
            .any(|scheme| word.len() > scheme.len() && word.starts_with(scheme));
        if is_link && !links.iter().any(|link| link.target == word) {
            links.push(MailLink { text: String::new(), target: word.to_owned() });
            if links.len() == MOST_LINKS {
                break;
            }
        }
        rest = if end == 0 { tail.get(4..).unwrap_or_default() } else { after };
    }
    links
}

#[cfg(test)]
#[cfg(feature = "mail")]
mod tests {
    use mioboe_model::{Mail, Reading, Source, SourceId, SourceKind};

    use super::{claims, plain_links, read};

    #[track_caller]
    fn mail(text: &str) -> Mail {
        assert!(claims(text), "{text}");
        let mut reading = Reading::default();
        read(text, &mut Source::new(SourceId(0), "pasted.txt", SourceKind::Unreadable), &mut reading);
        reading.mails.remove(0)
    }

    #[test]
    fn a_copied_mail_keeps_its_headings() {
        let mail = mail(
            "差出人: Amazon.co.jp <info@mihon.example>\n件名：お支払い方法の確認\n\nhttps://mihon.example/a をご確認ください。",
        );
        assert_eq!(
            (mail.from_name.as_str(), mail.from_address.as_str()),
            ("Amazon.co.jp", "info@mihon.example")
        );
        assert_eq!(mail.subject, "お支払い方法の確認");
        assert_eq!(mail.links.len(), 1);
    }

    #[test]
    fn a_short_message_has_a_link_and_no_sender() {
        let mail = mail("アマゾンです。至急 https://mihon.example/x。");
        assert_eq!((mail.from_address.as_str(), mail.subject.as_str()), ("", ""));
        assert_eq!(mail.links[0].target, "https://mihon.example/x");
    }

    #[test]
    fn links_end_where_the_sentence_goes_on() {
        for (text, expect) in [
            ("see https://a.example/x, and", vec!["https://a.example/x"]),
            ("（https://a.example）です", vec!["https://a.example"]),
            ("http http:// https", vec![]),
            (
                "http://a.example http://a.example http://b.example",
                vec!["http://a.example", "http://b.example"],
            ),
        ] {
            let found: Vec<_> = plain_links(text).into_iter().map(|link| link.target).collect();
            assert_eq!(found, expect, "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_message() {
        for text in ["", "hello", "差出人: x", "利用日,店名\n2026/9/1,x\n"] {
            assert!(!claims(text), "{text}");
        }
    }
}
