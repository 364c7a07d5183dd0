//! The links of a mail's HTML, without a browser that would follow them.

use mioboe_model::MailLink;

/// More links than this no mail for people has.
const MOST_LINKS: usize = 1_000;

/// Every `<a href>`, with the text that the reader sees.
pub(super) fn links(html: &str) -> Vec<MailLink> {
    let mut links = Vec::new();
    let mut rest = html;
    while let Some((tag, after)) = next_tag(rest) {
        rest = after;
        if tag_name(tag) != "a" {
            continue;
        }
        let Some(target) = href(tag) else { continue };
        links.push(MailLink { text: text_until_close(rest), target: entities(target.trim()) });
        if links.len() == MOST_LINKS {
            break;
        }
    }
    links
}

/// The inside of the next tag, and what follows it. A `>` in quotes does not end a tag.
fn next_tag(html: &str) -> Option<(&str, &str)> {
    let (_, inside) = html.split_once('<')?;
    let mut quote = None;
    for (at, c) in inside.char_indices() {
        match (quote, c) {
            (None, '>') => return Some((inside.get(..at)?, inside.get(at + 1..)?)),
            (None, '"' | '\'') if inside.get(..at).is_some_and(|before| before.trim_end().ends_with('=')) => {
                quote = Some(c);
            }
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

fn tag_name(tag: &str) -> String {
    tag.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default().to_ascii_lowercase()
}

fn href(tag: &str) -> Option<&str> {
    let at = tag.to_ascii_lowercase().match_indices("href").find_map(|(at, _)| {
        let starts_word = tag.get(..at)?.ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        (starts_word && tag.get(at + 4..)?.trim_start().starts_with('=')).then_some(at + 4)
    })?;
    let value = tag.get(at..)?.trim_start().strip_prefix('=')?.trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
        _ => value.split_whitespace().next(),
    }
}

fn text_until_close(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    loop {
        let (before, has_tag) = rest.split_once('<').map_or((rest, false), |(before, _)| (before, true));
        text.push_str(before);
        let Some((tag, after)) = next_tag(rest).filter(|_| has_tag) else { break };
        if matches!(tag_name(tag).as_str(), "/a" | "a") {
            break;
        }
        rest = after;
    }
    entities(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let entity = crate::formats::reference(after).and_then(|(name, after)| Some((entity(name)?, after)));
        let (c, after) = entity.unwrap_or(('&', after));
        plain.push(c);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::links;

    #[track_caller]
    fn check(html: &str, expect: &[(&str, &str)]) {
        let found = links(html);
        let found: Vec<_> = found.iter().map(|link| (link.text.as_str(), link.target.as_str())).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn links_are_found_however_they_are_written() {
        check("<A HREF='https://a.example/'>One</A>", &[("One", "https://a.example/")]);
        check("<a href=https://a.example/ id=x>a <b>b</b>\n c</a>", &[("a b c", "https://a.example/")]);
        check(
            r#"<a title="1 > 0" href="https://a.example/?x=1&amp;y=&#50;">x</a>"#,
            &[("x", "https://a.example/?x=1&y=2")],
        );
        check(r#"<a href="https://a.example/"><img src="x"></a>"#, &[("", "https://a.example/")]);
    }

    #[test]
    fn what_is_no_link_is_none() {
        check("<abbr href='x'>y</abbr><a name='z'>z</a><a data-href='q'>q</a> a < b & c", &[]);
        check("<a href='unclosed", &[]);
    }

    #[test]
    fn a_link_that_never_ends_still_counts() {
        check("<a href='https://a.example/'>x <b", &[("x", "https://a.example/")]);
    }
}
