//! A file that is written in another way says the same: every statement fixture with its columns shuffled, its heading
//! unknown or gone, another separator, decimal mark, encoding, sign or order of day and month. It is read right or it is
//! asked about; it is never silently read wrong.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "tests fail by it")]

use std::collections::BTreeMap;
use std::fs;

use chrono::NaiveDate;
use mioboe_ingest::{Reader, statement_formats};
use mioboe_model::{Currency, Reading};
use mioboe_tests::entries;

/// Readings of mutants that are right, of a hundred. What is not right is asked.
const RIGHT: usize = 81;
/// Formats that are no tables.
const NO_TABLES: [&str; 7] = ["ofx", "qif", "mt940", "camt", "pasted", "notice", "mail"];

type Rows = Vec<Vec<String>>;

/// A fixture as a table.
struct Table {
    name: String,
    rows: Rows,
    delimiter: char,
    /// The row of the heading; `None` where there is none.
    heading: Option<usize>,
    /// The first row of a charge.
    first: usize,
    home: Currency,
}

#[test]
fn a_file_that_is_written_in_another_way_is_read_right_or_asked_about() {
    let (mut right, mut asked, mut wrong) = (0_usize, 0_usize, Vec::new());
    let mut by_kind = BTreeMap::<&str, [usize; 3]>::new();
    for table in tables() {
        let whole = read(&table, &table.bytes());
        let expect = charges(&whole);
        if expect.is_empty() {
            continue;
        }
        for (kind, mutate) in MUTATIONS {
            // A single row under no heading may be anything.
            if expect.len() < 2
                && (kind.starts_with("heading") || kind == "decimal mark" || kind == "signs turned")
            {
                continue;
            }
            let Some(bytes) = mutate(&table) else { continue };
            let reading = read(&table, &bytes);
            let found = charges(&reading);
            let told: usize = reading.sources.iter().map(|source| source.problems.len()).sum();
            let counts = by_kind.entry(kind).or_default();
            if found == expect {
                right += 1;
                counts[0] += 1;
            } else if 0 < told
                && is_part(&found, &expect)
                && expect.len() <= found.len() + told.max(usize::from(found.is_empty()) * expect.len())
            {
                asked += 1;
                counts[1] += 1;
                if std::env::var_os("SHOW_ASKED").is_some() {
                    let codes: Vec<_> = reading.sources[0]
                        .problems
                        .iter()
                        .map(|problem| problem.code.code())
                        .take(2)
                        .collect();
                    println!("asked {} {kind}: {codes:?}", table.name);
                }
            } else {
                counts[2] += 1;
                wrong.push(format!(
                    "{} {kind}: {:?}\n  {found:?}\n  {expect:?}",
                    table.name,
                    (
                        &reading.sources[0].why,
                        reading.charges.iter().map(|charge| charge.merchant.as_str()).collect::<Vec<_>>()
                    )
                ));
            }
        }
    }
    let all = right + asked + wrong.len();
    println!("{all} mutants: {right} right, {asked} asked, {} silently wrong; {by_kind:?}", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(RIGHT * all <= right * 100, "{right} of {all}");
}

fn read(table: &Table, bytes: &[u8]) -> Reading {
    let today = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a day");
    let mut reader = Reader::new(table.home).with_today(today);
    reader.add("statement.csv", bytes);
    reader.finish()
}

/// Day, sum, currency and whether it is Amazon's, sorted.
fn charges(reading: &Reading) -> Vec<String> {
    let mut found: Vec<String> = reading
        .charges
        .iter()
        // What came in and is not Amazon's is left out as a deposit or a payment of the bill, or is not: it changes nothing.
        .filter(|charge| !charge.amount.is_credit() || is_amazons(&charge.merchant))
        .map(|charge| {
            let date = charge.date.map(|date| date.to_string()).unwrap_or_default();
            let is_amazons = is_amazons(&charge.merchant);
            format!("{date} {} {} {is_amazons}", charge.amount.plain(), charge.amount.currency())
        })
        .collect();
    found.sort();
    found
}

fn is_amazons(merchant: &str) -> bool {
    let name = mioboe_model::text::fold(merchant);
    name.contains("amazon") || name.contains("amzn") || name.contains("アマゾン")
}

fn is_part(found: &[String], whole: &[String]) -> bool {
    let mut rest = whole.to_vec();
    found.iter().all(|row| rest.iter().position(|other| other == row).map(|at| rest.remove(at)).is_some())
}

type Mutation = fn(&Table) -> Option<Vec<u8>>;

const MUTATIONS: [(&str, Mutation); 15] = [
    ("columns reversed", |table| table.with_rows(|row| row.iter().rev().cloned().collect())),
    ("columns rotated", |table| {
        table.with_rows(|row| {
            let mut row = row.to_vec();
            row.rotate_left(1);
            row
        })
    }),
    ("heading unknown", |table| Some(encoded(&table.under_other_words()?.text()))),
    ("heading gone", |table| {
        let mut other = table.copy();
        other.rows.remove(table.heading?);
        Some(encoded(&other.text()))
    }),
    ("heading gone, preamble gone", |table| {
        let mut other = table.copy();
        other.rows.drain(..=table.heading?);
        Some(encoded(&other.text()))
    }),
    ("balance gone", |table| {
        let heading = &table.rows[table.heading?];
        let at = heading.iter().position(|cell| {
            ["残高", "alance", "saldo", "Saldo", "残"].iter().any(|word| cell.contains(word))
        })?;
        let width = heading.len();
        let mut other = table.copy();
        for row in other.rows.iter_mut().filter(|row| row.len() == width) {
            row.remove(at);
        }
        Some(encoded(&other.text()))
    }),
    ("semicolons", |table| table.delimited(';')),
    ("commas", |table| table.delimited(',')),
    ("tabs", |table| table.delimited('\t')),
    ("decimal mark", |table| {
        let swapped = |cell: &str| {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
            let (_, cents) = cell.rsplit_once(['.', ','])?;
            let is_sum = cents.trim_end_matches(['€', ' ']).len() == 2
                && digits(cell) + 4 >= cell.chars().count()
                && 2 < digits(cell);
            is_sum.then(|| {
                cell.chars()
                    .map(|c| match c {
                        '.' => ',',
                        ',' => '.',
                        c => c,
                    })
                    .collect::<String>()
            })
        };
        let other = table.with_cells(swapped)?;
        // Profiles know their mark: only of others it has to be found out.
        Some(encoded(&other.under_other_words()?.text()))
    }),
    ("utf-16", |table| Some(table.text().encode_utf16().flat_map(u16::to_le_bytes).collect())),
    ("shift_jis", |table| table.in_encoding(encoding_rs::SHIFT_JIS)),
    ("windows-1252", |table| table.in_encoding(encoding_rs::WINDOWS_1252)),
    ("signs turned", |table| {
        let heading = table.heading?;
        let width = table.rows[heading].len();
        let is_sum = |cell: &str| {
            cell.strip_prefix('-').is_some_and(|rest| {
                !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            })
        };
        let signed = (0..width).filter(|&at| {
            table.rows.iter().skip(table.first).any(|row| row.get(at).is_some_and(|cell| is_sum(cell)))
        });
        let [at] = signed.collect::<Vec<_>>()[..] else { return None };
        let mut other = table.under_other_words()?;
        for row in other.rows.iter_mut().skip(table.first) {
            let Some(cell) = row.get_mut(at).filter(|cell| cell.chars().any(|c| c.is_ascii_digit())) else {
                continue;
            };
            let unsigned = cell.strip_prefix('+').unwrap_or(cell);
            *cell = cell.strip_prefix('-').map_or_else(|| format!("-{unsigned}"), str::to_owned);
        }
        Some(encoded(&other.text()))
    }),
    ("day first", |table| {
        let turned = |cell: &str| {
            let parts: Vec<&str> = cell.split('/').collect();
            let [year, month, day] = parts[..] else { return None };
            (year.len() == 4 && cell.chars().all(|c| c.is_ascii_digit() || c == '/'))
                .then(|| format!("{day}/{month}/{year}"))
        };
        Some(encoded(&table.with_cells(turned)?.text()))
    }),
];

fn encoded(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

impl Table {
    fn copy(&self) -> Self {
        Self { name: self.name.clone(), rows: self.rows.clone(), ..*self }
    }

    fn bytes(&self) -> Vec<u8> {
        encoded(&self.text())
    }

    fn text(&self) -> String {
        self.separated_by(self.delimiter)
    }

    fn separated_by(&self, delimiter: char) -> String {
        let cell = |cell: &String| {
            let is_plain = !cell.contains([delimiter, '"', '\n', '\r']);
            if is_plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
        };
        let line =
            |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&delimiter.to_string()) + "\n";
        self.rows.iter().map(line).collect()
    }

    fn delimited(&self, delimiter: char) -> Option<Vec<u8>> {
        (delimiter != self.delimiter).then(|| encoded(&self.separated_by(delimiter)))
    }

    fn in_encoding(&self, encoding: &'static encoding_rs::Encoding) -> Option<Vec<u8>> {
        let text = self.text();
        let (bytes, _, lost) = encoding.encode(&text);
        (!lost && !text.is_ascii()).then(|| bytes.into_owned())
    }

    /// The rows of the table changed; those above it stay.
    fn with_rows(&self, change: impl Fn(&[String]) -> Vec<String>) -> Option<Vec<u8>> {
        let heading = self.heading?;
        let width = self.rows[heading].len();
        let mut other = self.copy();
        for row in other.rows.iter_mut().skip(heading).filter(|row| 1 < row.len()) {
            row.resize(width.max(row.len()), String::new());
            *row = change(row);
        }
        Some(encoded(&other.text()))
    }

    fn with_cells(&self, change: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let mut other = self.copy();
        let mut changed = false;
        for cell in other.rows.iter_mut().skip(self.first).flatten() {
            if let Some(new) = change(cell) {
                *cell = new;
                changed = true;
            }
        }
        changed.then_some(other)
    }

    /// The heading in words that nobody knows.
    fn under_other_words(&self) -> Option<Self> {
        let mut other = self.copy();
        for (at, cell) in other.rows[self.heading?].iter_mut().enumerate() {
            if !cell.is_empty() {
                *cell = format!("Q{}", char::from(b'a' + u8::try_from(at % 26).expect("a letter")));
            }
        }
        Some(other)
    }
}

/// The fixtures that are tables.
fn tables() -> Vec<Table> {
    let homes: BTreeMap<&str, Currency> = statement_formats()
        .iter()
        .map(|format| {
            let code = match format.region {
                "us" => "USD",
                "gb" => "GBP",
                "ca" => "CAD",
                "au" => "AUD",
                "in" => "INR",
                "jp" => "JPY",
                "br" => "BRL",
                "ch" => "CHF",
                "cz" => "CZK",
                "dk" => "DKK",
                "hu" => "HUF",
                "pl" => "PLN",
                "se" => "SEK",
                "sg" => "SGD",
                _ => "EUR",
            };
            (format.id, Currency::parse(code).expect("a code"))
        })
        .collect();
    let mut found = Vec::new();
    for folder in entries("statements").into_iter().filter(|folder| folder.is_dir()) {
        let format = folder.file_name().expect("a name").to_string_lossy().into_owned();
        if NO_TABLES.contains(&format.as_str()) {
            continue;
        }
        for file in entries(&format!("statements/{format}")) {
            let is_table = file.extension().is_some_and(|extension| {
                ["csv", "txt", "tsv", "CSV"].iter().any(|known| extension == *known)
            });
            if is_table {
                let name = format!("{format}/{}", file.file_name().expect("a name").to_string_lossy());
                let bytes = fs::read(&file).expect("a fixture");
                found.extend(table(
                    name,
                    &bytes,
                    homes.get(format.as_str()).copied().unwrap_or(Currency::EUR),
                ));
            }
        }
    }
    found
}

fn table(name: String, bytes: &[u8], home: Currency) -> Option<Table> {
    let mut reader = Reader::new(home);
    reader.add("statement.csv", bytes);
    let reading = reader.finish();
    let label = reading.sources[0].encoding.clone()?;
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    let text = encoding.decode(bytes).0.into_owned();
    let charge = reading.charges.iter().min_by_key(|charge| charge.place.line)?;
    let (line, shop) = (charge.place.line, charge.merchant.trim());
    let row = text.lines().nth(usize::try_from(line).ok()? - 1)?;
    let delimiter =
        [',', ';', '\t', '|'].into_iter().max_by_key(|&delimiter| row.matches(delimiter).count())?;
    if text.contains("~|~") {
        return None;
    }
    let mut lines = Vec::new();
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).ok()?)
        .from_reader(text.as_bytes());
    for record in rows.records() {
        let record = record.expect("a row");
        lines.push(record.iter().map(str::to_owned).collect::<Vec<_>>());
    }
    let first = lines.iter().position(|row| 2 < row.len() && row.iter().any(|cell| cell.trim() == shop))?;
    let is_heading = |row: &Vec<String>| {
        let filled: Vec<&String> = row.iter().filter(|cell| !cell.trim().is_empty()).collect();
        3 <= filled.len() && filled.iter().all(|cell| cell.chars().filter(char::is_ascii_digit).count() < 3)
    };
    let heading = (0..first).rev().find(|&at| is_heading(&lines[at]));
    Some(Table { name, rows: lines, delimiter, heading, first, home })
}
