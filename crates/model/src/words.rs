//! Lists of words in as few bytes as they can be.

/// Sorted words, one a line. A list of texts would take eight bytes more for each: half of the module's tables were that.
#[derive(Clone, Copy)]
pub struct Words(pub &'static str);

impl Words {
    /// In their order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> + Clone {
        self.0.lines()
    }

    /// Whether it is one of them: a search by halves, each time from the line that the middle falls into.
    pub fn has(self, word: &str) -> bool {
        let mut rest = self.0.as_bytes();
        while !rest.is_empty() {
            let (before, after) = rest.split_at(rest.len() / 2);
            let from = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
            let length = after.iter().position(|&byte| byte == b'\n').unwrap_or(after.len());
            let (front, line) = rest.split_at(from);
            let (line, behind) = line.split_at(before.len() - from + length);
            match line.cmp(word.as_bytes()) {
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Less => rest = behind.get(1..).unwrap_or_default(),
                std::cmp::Ordering::Greater => rest = front.strip_suffix(b"\n").unwrap_or(front),
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_its_words_and_no_parts_of_them() {
        for lines in ["", "a", "a\nab\nabc\nb\nキユウヨ\n入金\n振込", "be\nbee\nbeer"] {
            let words = Words(lines);
            for word in words.iter() {
                assert!(words.has(word), "{word} in {lines:?}");
                assert!(
                    !words.has(&format!("{word}x")) && !words.has(&format!("x{word}")),
                    "{word} in {lines:?}"
                );
            }
            for other in ["", "A", "ab\nabc", "\n", "振", "c", "bees"] {
                assert_eq!(
                    words.has(other),
                    words.iter().any(|word| word == other),
                    "{other:?} in {lines:?}"
                );
            }
        }
    }
}
