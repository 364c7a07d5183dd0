//! Every row that a labelled household's statements have is found, and no other.

#![expect(clippy::expect_used, reason = "tests fail by it")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mioboe_ingest::Reader;
use mioboe_tests::entries;
use serde::Deserialize;

#[derive(Deserialize)]
struct Truth {
    files: Vec<String>,
    rows: Vec<TruthRow>,
}

#[derive(Deserialize)]
struct TruthRow {
    file: String,
    line: u32,
    date: Option<String>,
    amount: String,
    currency: String,
    merchant: String,
    cause: Option<String>,
    #[serde(default)]
    optional: bool,
}

#[test]
fn rows_of_the_households_are_found_and_none_is_invented() {
    let mut wrong = Vec::new();
    for household in entries("cases").into_iter().filter(|path| path.is_dir()) {
        let truth = fs::read(household.join("truth.json")).expect("a labelled household");
        let truth: Truth = serde_json::from_slice(&truth).expect("truth.json");
        let found = rows(&household, truth.files.iter());
        let backwards = rows(&household, truth.files.iter().rev());
        assert_eq!(found, backwards, "{}: the order of files matters", household.display());

        let expected: BTreeSet<_> = truth.rows.iter().map(TruthRow::key).collect();
        let optional: BTreeSet<_> = truth.rows.iter().filter(|row| row.optional).map(TruthRow::key).collect();
        let name = household.file_name().unwrap_or_default().to_string_lossy();
        wrong.extend(
            expected
                .difference(&found)
                .filter(|row| !optional.contains(*row))
                .map(|row| format!("{name} missing {row}")),
        );
        wrong.extend(found.difference(&expected).map(|row| format!("{name} invented {row}")));
    }
    assert!(wrong.is_empty(), "{} rows\n{}", wrong.len(), wrong.join("\n"));
}

impl TruthRow {
    fn key(&self) -> String {
        let status = if self.cause.as_deref() == Some("pending") { "pending" } else { "posted" };
        let date = self.date.as_deref().unwrap_or("-");
        format!(
            "{}:{} {date} {} {} {} {status}",
            self.file, self.line, self.amount, self.currency, self.merchant
        )
    }
}

fn rows<'f>(household: &Path, files: impl Iterator<Item = &'f String>) -> BTreeSet<String> {
    let mut reader = Reader::default();
    for file in files {
        reader.add(file, &fs::read(household.join(file)).expect("a file of the household"));
    }
    let reading = reader.finish();
    let name = |charge: &mioboe_model::Charge| {
        reading
            .sources
            .iter()
            .find(|source| source.id == charge.place.source)
            .map_or("", |source| &source.name)
    };
    for source in &reading.sources {
        let skipped: u32 = source.skipped.values().sum();
        assert_eq!(source.rows, source.used + skipped, "{}", source.name);
    }
    reading
        .charges
        .iter()
        .map(|charge| {
            let date = charge.date.map_or_else(|| "-".to_owned(), |date| date.to_string());
            let status = format!("{:?}", charge.status).to_lowercase();
            format!(
                "{}:{} {date} {} {} {} {status}",
                name(charge),
                charge.place.line,
                charge.amount.plain(),
                charge.amount.currency(),
                charge.merchant
            )
        })
        .collect()
}
