//! Saved mails, one or many in a file. What they link to is noted and never opened.

#[cfg(feature = "mail")]
mod html;
#[cfg(feature = "mail")]
mod notice;
#[cfg(feature = "mail")]
mod parse;
mod plain;

use mioboe_model::{Reading, Source, SourceKind};

pub(crate) const FORMAT: &str = "mail";
/// What was copied of one.
pub(crate) const TEXT_FORMAT: &str = "mail-text";

/// Whether a file begins with the headers of a mail.
pub(crate) fn claims(bytes: &[u8]) -> bool {
    const HEADER_LINES: usize = 400;
    let (mut from, mut other) = (false, false);
    let mut lines = bytes.trim_ascii_start().split(|&byte| byte == b'\n').take(HEADER_LINES).peekable();
    if lines.peek().is_some_and(|line| line.starts_with(b"From ")) {
        lines.next();
    }
    for line in lines {
        let line = line.trim_ascii_end();
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(colon) = line.iter().position(|&byte| byte == b':') else { return false };
        let name = line.get(..colon).unwrap_or_default();
        if name.is_empty() || !name.iter().all(u8::is_ascii_graphic) {
            return false;
        }
        let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
        from |= is("From");
        other |= ["Subject", "Date", "Received", "Message-ID"].into_iter().any(is);
    }
    from && other
}

/// Whether a file begins as a mailbox does, in which a line `From ` begins each mail.
#[cfg(feature = "texts")]
pub(crate) fn is_mailbox(head: &[u8]) -> bool {
    cfg!(feature = "mail") && head.starts_with(b"From ") && claims(head)
}

/// Reads a mailbox that is too large to be held.
#[cfg(feature = "texts")]
pub(crate) fn read_large(large: &crate::pieces::Large<'_>, source: &mut Source, reading: &mut Reading) {
    source.kind = SourceKind::Mail;
    source.format = Some(FORMAT.to_owned());
    #[cfg(feature = "mail")]
    parse::read_large(large, source, reading);
    #[cfg(not(feature = "mail"))]
    let _ = (large, reading);
}

/// Reads a file that was claimed.
#[cfg(feature = "mail")]
pub(crate) fn read(bytes: &[u8], source: &mut Source, reading: &mut Reading) {
    source.kind = SourceKind::Mail;
    source.format = Some(FORMAT.to_owned());
    parse::read(bytes, source, reading);
}

/// Whether a text that nothing else knows is a copied mail or a message.
pub(crate) fn claims_text(text: &str) -> bool {
    plain::claims(text)
}

/// Reads a text that was claimed.
#[cfg(feature = "mail")]
pub(crate) fn read_text(text: &str, source: &mut Source, reading: &mut Reading) {
    source.kind = SourceKind::Mail;
    source.format = Some(TEXT_FORMAT.to_owned());
    plain::read(text, source, reading);
}

#[cfg(not(feature = "mail"))]
pub(crate) fn read_text(_: &str, source: &mut Source, reading: &mut Reading) {
    read(&[], source, reading);
}

/// This build is the small one.
#[cfg(not(feature = "mail"))]
pub(crate) fn read(_: &[u8], source: &mut Source, _: &mut Reading) {
    source.kind = SourceKind::Unreadable;
    source.refuse(mioboe_model::ProblemCode::NeedsFullReader);
}

#[cfg(test)]
#[cfg(feature = "mail")]
mod tests {
    use mioboe_model::{Mail, Reading, Source, SourceId, SourceKind};

    use super::{claims, read};

    #[track_caller]
    fn mails(text: &str) -> Vec<Mail> {
        assert!(claims(text.as_bytes()));
        let (mut source, mut reading) =
            (Source::new(SourceId(0), "a.eml", SourceKind::Unreadable), Reading::default());
        read(text.as_bytes(), &mut source, &mut reading);
        assert_eq!(usize::try_from(source.used).unwrap(), reading.mails.len());
        reading.mails
    }

    const MAIL: &str = "Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=amazon.co.jp;\r
 dkim=pass header.d=amazon.co.jp; dmarc=pass\r
Authentication-Results: liar.example; dmarc=pass; spf=fail\r
From: =?UTF-8?B?QW1hem9uLmNvLmpw?= <auto-confirm@amazon.co.jp>\r
Reply-To: someone@example.com\r
Subject: =?UTF-8?B?5rOo5paHIzI1MC0wMDAwMDAxLTAwMDAwMDE=?=\r
Date: Sat, 3 Oct 2026 09:00:00 +0900\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=\"b\"\r
\r
--b\r
Content-Type: text/html; charset=utf-8\r
\r
<p>D01-0000001-0000001</p><a class=x href=\"https://login.example/?a=1&amp;b=2\">https://www.<b>amazon</b>.co.jp/</a>\r
--b\r
Content-Type: application/zip; name=\"invoice.zip\"\r
Content-Disposition: attachment; filename=\"invoice.zip\"\r
\r
x\r
--b--\r
";

    #[test]
    fn a_mail_gives_what_tells_who_sent_it() {
        let mail = &mails(MAIL)[0];
        assert_eq!(
            (mail.from_name.as_str(), mail.from_address.as_str()),
            ("Amazon.co.jp", "auto-confirm@amazon.co.jp")
        );
        assert_eq!(mail.reply_to.as_deref(), Some("someone@example.com"));
        assert_eq!(mail.subject, "注文#250-0000001-0000001");
        assert_eq!(mail.date.unwrap().to_string(), "2026-10-03");
        assert_eq!(mail.attachments, ["invoice.zip"]);
        let ids: Vec<String> = mail.order_ids.iter().map(mioboe_model::OrderId::to_string).collect();
        assert_eq!(ids, ["250-0000001-0000001", "D01-0000001-0000001"]);
    }

    #[test]
    fn a_link_shows_its_text_and_its_target() {
        let mail = &mails(MAIL)[0];
        let links: Vec<_> =
            mail.links.iter().map(|link| (link.text.as_str(), link.target.as_str())).collect();
        assert_eq!(links, [("https://www.amazon.co.jp/", "https://login.example/?a=1&b=2")]);
    }

    #[test]
    fn only_the_persons_own_server_is_believed() {
        let auth = &mails(MAIL)[0].auth;
        assert_eq!(auth.spf.as_deref(), Some("pass"));
        assert_eq!(auth.dkim.as_deref(), Some("pass"));
        assert_eq!(auth.dmarc.as_deref(), Some("pass"));
        assert_eq!(
            mails("From: a@example.com\nSubject: x\n\nhello")[0].auth,
            mioboe_model::MailAuth::default()
        );
    }

    #[test]
    fn a_mailbox_holds_several_mails() {
        let mail = "From a@example.com Sat Oct  3 09:00:00 2026\nFrom: a@example.com\nSubject: one\n\ntext\n";
        let found = mails(&format!("{mail}\n{mail}"));
        let lines: Vec<u32> = found.iter().map(|mail| mail.place.line).collect();
        assert_eq!(lines, [1, 7]);
    }

    #[test]
    fn a_table_is_no_mail() {
        for text in ["", "利用日,店名\n", "Date: x\n\n", "note: a\nFrom: b\nhello, world\n"] {
            assert!(!claims(text.as_bytes()), "{text}");
        }
    }
}
