#![doc = include_str!("files_not_read.md")]

use mioboe_model::SourceKind;

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "files-not-read",
    speaks_of: &[],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("files_not_read.md"),
    run: files_not_read,
};

fn files_not_read(facts: &Facts<'_>) -> Vec<Opinion> {
    facts
        .reading
        .sources
        .iter()
        .filter_map(|source| {
            let bad_rows = source.problems.iter().filter(|problem| problem.line.is_some()).count();
            let rule = match source.kind {
                SourceKind::Unreadable => "file-not-read",
                _ if bad_rows > 0 => "rows-not-read",
                _ => return None,
            };
            Some(Opinion::note(rule, Level::Info).with("file", &source.name).with("count", bad_rows))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::kit::{finds, stays_quiet};

    #[test]
    fn a_file_and_rows_that_could_not_be_read_are_said() {
        finds("unreadable photo.jpg", "file-not-read", "file=photo.jpg");
        finds("broken 3 september.csv", "rows-not-read", "file=september.csv count=3");
    }

    #[test]
    fn nothing_is_said_of_files_that_were_read() {
        stays_quiet("charge 09-01 300 shop", "file-not-read");
        stays_quiet("charge 09-01 300 shop", "rows-not-read");
    }
}
