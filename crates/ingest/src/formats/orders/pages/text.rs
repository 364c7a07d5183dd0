//! A page as lines of text, whether it was copied, saved as HTML or printed into a PDF.

use mioboe_model::OrderId;
use mioboe_model::text::lower;

/// More lines than any page has; what comes behind them is not looked at.
pub(super) const MOST_LINES: usize = 60_000;

/// A line of the page's text and its number in the file.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) number: u32,
    /// With single spaces of one kind.
    pub(super) text: String,
    /// The same in lower case: words are looked for in it.
    pub(super) lower: String,
}

impl Line {
    fn new(number: u32, text: &str) -> Option<Self> {
        let text = plain(text);
        (!text.is_empty()).then(|| Self { number, lower: lower(&text), text })
    }

    /// The order number in the line, with or without a label before it.
    pub(super) fn order_id(&self) -> Option<OrderId> {
        // Addresses of the web and data of scripts hold such numbers too.
        if self.text.starts_with(['{', '[']) {
            return None;
        }
        let words = self.text.split(' ').filter(|word| !word.contains(['/', '=', '?', '"']));
        let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
        words
            .flat_map(|word| word.split(move |c: char| !is_part(c)))
            .map(|word| word.trim_matches('-'))
            .find_map(OrderId::parse)
    }
}

/// The lines of a text; of HTML the texts between tags.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let text = text.trim_start_matches('\u{feff}');
    if !text.trim_start().starts_with('<') {
        let cells = (1..).zip(text.split('\n')).flat_map(|(number, line)| {
            // What stood side by side on the page is copied with tabs between.
            line.split('\t').filter_map(move |cell| Line::new(number, cell))
        });
        return cells.take(MOST_LINES).collect();
    }
    let mut lines = Vec::new();
    let (mut number, mut hidden) = (1, None::<&str>);
    for part in text.split_inclusive(['<', '>']) {
        let first = number + ends_before_text(part);
        number += u32::try_from(part.matches('\n').count()).unwrap_or(u32::MAX);
        if part.ends_with('>') {
            let tag = part.trim_end_matches(['>', '/']).to_ascii_lowercase();
            for name in ["script", "style", "noscript", "template"] {
                let rest = |tag: &str, name: &str| {
                    tag.strip_prefix(name)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\n']))
                };
                if hidden.is_none() && rest(&tag, name) && !part.ends_with("/>") {
                    hidden = Some(name);
                } else if hidden == Some(name) && tag.strip_prefix('/').is_some_and(|tag| rest(tag, name)) {
                    hidden = None;
                }
            }
            continue;
        }
        if hidden.is_none() {
            lines.extend(Line::new(first, &entities(part.trim_end_matches('<'))));
            if lines.len() == MOST_LINES {
                break;
            }
        }
    }
    lines
}

/// Spaces of every kind become one, marks that nobody sees go, and full-width signs become narrow.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{ad}' => {
                continue;
            }
            '！'..='～' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
            '−' | '–' | '‒' | '\u{2010}' | '\u{2011}' => '-',
            '’' | '‘' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c != ' ' || !(plain.is_empty() || plain.ends_with(' ')) {
            plain.push(c);
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

fn ends_before_text(part: &str) -> u32 {
    let blank = part.len() - part.trim_start().len();
    let ends = part.get(..blank).unwrap_or_default().matches('\n').count();
    u32::try_from(ends).unwrap_or_default()
}

/// `&nbsp;`, `&#8364;` and the names that prices and European words need.
fn entities(text: &str) -> String {
    const NAMES: [(&str, char); 32] = [
        ("nbsp", ' '),
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("euro", '€'),
        ("pound", '£'),
        ("yen", '¥'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("ecirc", 'ê'),
        ("agrave", 'à'),
        ("aacute", 'á'),
        ("uuml", 'ü'),
        ("ouml", 'ö'),
        ("auml", 'ä'),
        ("Uuml", 'Ü'),
        ("szlig", 'ß'),
        ("ntilde", 'ñ'),
        ("ccedil", 'ç'),
        ("oacute", 'ó'),
        ("iacute", 'í'),
        ("uacute", 'ú'),
        ("ucirc", 'û'),
        ("ugrave", 'ù'),
        ("ordm", 'º'),
        ("deg", '°'),
        ("rsquo", '\''),
        ("bull", '•'),
        ("minus", '-'),
        ("ndash", '-'),
    ];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let found = crate::formats::reference(after).and_then(|(name, after)| {
            let c = match name.strip_prefix('#') {
                Some(number) => {
                    let code = match number.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16),
                        None => number.parse(),
                    };
                    char::from_u32(code.ok()?)?
                }
                None => NAMES.iter().find(|(known, _)| *known == name)?.1,
            };
            Some((c, after))
        });
        let (c, after) = found.unwrap_or(('&', after));
        plain.push(c);
        rest = after;
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[track_caller]
    fn check(text: &str, expect: &[(u32, &str)]) {
        let found = lines(text);
        let found: Vec<(u32, &str)> = found.iter().map(|line| (line.number, line.text.as_str())).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn copied_and_saved_pages_give_the_same_lines() {
        check("A\u{a0}b\n\nSumme\t1,20\u{202f}€\r\n", &[(1, "A b"), (3, "Summe"), (3, "1,20 €")]);
        check(
            "<!doctype html>\n<script>var a = 1 < 2;</script><p>Gr&ouml;&szlig;e&nbsp;&#8364;\n</p>\n<style>p{}</style><p>x",
            &[(2, "Größe €"), (4, "x")],
        );
        check("合計：￥１，２３４", &[(1, "合計:￥1,234")]);
    }

    #[test]
    fn numbers_of_orders_are_found_beside_their_labels() {
        for (text, expect) in [
            ("注文番号250-0000001-0000001", true),
            ("Order #114-0000001-0000001", true),
            ("N.º de pedido: 405-0000001-0000001.", true),
            ("https://www.amazon.com/x?orderID=114-0000001-0000001", false),
            ("0000000019080621061", false),
            ("Bestellnr. 305-0000001", true),
        ] {
            assert_eq!(lines(text)[0].order_id().is_some(), expect, "{text}");
        }
    }
}
