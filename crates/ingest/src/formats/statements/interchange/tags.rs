//! Tags and what stands behind them: enough of SGML and XML for statements, without entities, without nesting.

/// `<name attributes>text`, up to the next tag.
pub(super) struct Tag<'t> {
    /// 1-based.
    pub(super) line: u32,
    /// Without a namespace.
    name: &'t str,
    is_closing: bool,
    pub(super) attributes: &'t str,
    text: &'t str,
}

impl Tag<'_> {
    /// The text, with the five entities of XML resolved; banks escape twice.
    pub(super) fn text(&self) -> String {
        let text = self.text.trim();
        match text.strip_prefix(CDATA) {
            Some(plain) => plain.trim().to_owned(),
            None => unescaped(&unescaped(text)),
        }
    }

    pub(super) fn opens(&self, name: &str) -> bool {
        !self.is_closing && self.name.eq_ignore_ascii_case(name)
    }

    pub(super) fn closes(&self, name: &str) -> bool {
        self.is_closing && self.name.eq_ignore_ascii_case(name)
    }
}

/// What stands before text that is no tag, whatever is in it.
const CDATA: &str = "<![CDATA[";

pub(super) fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = text;
    let mut line = 1_u32;
    std::iter::from_fn(move || {
        let (before, from) = rest.split_once('<')?;
        line = line.saturating_add(line_ends(before));
        let (tag, behind) = from.split_once('>').unwrap_or((from, ""));
        let is_plain = behind.trim_start().starts_with(CDATA);
        let end = if is_plain { "]]>" } else { "<" };
        let inner = behind.find(end).and_then(|at| behind.get(..at)).unwrap_or(behind);
        let begins = line;
        line = line.saturating_add(line_ends(tag));
        rest = if is_plain { behind.get(inner.len()..).unwrap_or_default() } else { behind };
        line = line.saturating_add(if is_plain { line_ends(inner) } else { 0 });
        let tag = tag.trim().trim_end_matches('/');
        let (full, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let is_closing = full.starts_with('/');
        let name = full.trim_start_matches('/');
        let name = name.rsplit(':').next().unwrap_or(name);
        Some(Tag { line: begins, name, is_closing, attributes, text: inner })
    })
}

fn line_ends(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let pairs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    pairs.into_iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}
