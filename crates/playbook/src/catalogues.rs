//! Tests over the words: every language says everything the report can say, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use mioboe_model::{ProblemCode, SkipReason, SourceKind};

use mioboe_reconcile::meanings;
use mioboe_rules::CAUSES;

use crate::facts::{contacts, deadlines, money_back};
use crate::languages::folders;
use crate::letters::{disputes, letters};
use crate::{ARGS, StepId, When, rules};

/// The folder in which a language is a folder.
pub(crate) const LOCALES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/locales");

/// What the others are held against.
const MODEL: &str = "en";

pub(crate) fn languages() -> Vec<String> {
    let tags: Vec<String> = folders(Path::new(LOCALES)).unwrap().into_iter().map(|it| it.tag).collect();
    assert!(tags.iter().any(|tag| tag == MODEL) && 1 < tags.len(), "{tags:?}");
    tags
}

/// One language's messages.
pub(crate) struct Catalogue(BTreeMap<String, Words>);

#[derive(Default)]
struct Words {
    /// The value as it was parsed.
    value: String,
    attributes: BTreeSet<String>,
    /// Variables of the value and of every attribute.
    variables: BTreeSet<String>,
    /// Other messages it is made of.
    parts: BTreeSet<String>,
}

impl Catalogue {
    pub(crate) fn read(lang: &str) -> Self {
        Self::read_in(Path::new(LOCALES), lang)
    }

    fn read_in(locales: &Path, lang: &str) -> Self {
        let folder = folders(locales).unwrap().into_iter().find(|folder| folder.tag == lang).unwrap();
        let mut messages = BTreeMap::new();
        for path in folder.catalogues {
            let text = fs::read_to_string(&path).unwrap();
            let resource = fluent_syntax::parser::parse(text.as_str())
                .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
            for entry in resource.body {
                let Entry::Message(message) = entry else { continue };
                let mut words = Words { value: format!("{:?}", message.value), ..Words::default() };
                for pattern in message.value.iter().chain(message.attributes.iter().map(|it| &it.value)) {
                    words.read(pattern);
                }
                words.attributes = message.attributes.iter().map(|it| it.id.name.to_owned()).collect();
                assert!(message.value.is_some(), "{lang} {} has no value", message.id.name);
                let known = messages.insert(message.id.name.to_owned(), words);
                assert!(known.is_none(), "{lang} {} twice", message.id.name);
            }
        }
        Self(messages)
    }

    pub(crate) fn value(&self, id: &str) -> &str {
        &self.0[id].value
    }

    /// Variables of a message and of the messages it is made of.
    pub(crate) fn variables(&self, id: &str) -> BTreeSet<String> {
        let words = &self.0[id];
        let mut variables = words.variables.clone();
        for part in &words.parts {
            variables.extend(self.variables(part));
        }
        variables
    }

    fn ids(&self) -> BTreeSet<String> {
        self.0.keys().cloned().collect()
    }
}

impl Words {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.parts.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                for argument in positional {
                    self.read_inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

/// All variants; the match makes a new one a compile error here.
macro_rules! every {
    ($type:ident: $($variant:ident)*) => {{
        let all = [$($type::$variant,)*];
        for one in all {
            match one { $($type::$variant)|* => {} }
        }
        all
    }};
}

fn problem_codes() -> Vec<&'static str> {
    every!(ProblemCode: BadDate BadAmount MissingColumn ShortRow BadCurrency BadOrderId AmbiguousDates AmbiguousAmounts
        AmbiguousSign EmptyFile NotText Mojibake UnknownLayout UnknownColumns WebPage Image Truncated EncryptedZip BrokenZip
        ZipTooLarge ZipTooManyEntries NestedZip EmptyZip ZipOfOthers EncryptedPdf BrokenPdf ScannedPdf PdfNotHere
        EncryptedWorkbook BrokenWorkbook UnsureRow NeedsFullReader StrayQuote DoesNotAddUp Unsupported
        TooLarge Stopped)
    .map(ProblemCode::code)
    .to_vec()
}

fn skip_reasons() -> Vec<&'static str> {
    every!(SkipReason: Heading BillPayment TopUp OwnTransfer NotCounted Instalment SeenInOtherFile FollowUp Deposit
        NotUnderstood NoMoney NoUse)
    .map(SkipReason::code)
    .to_vec()
}

fn source_kinds() -> Vec<&'static str> {
    every!(SourceKind: Statement Orders DigitalOrders Refunds Subscriptions Account Mail Notice Typed Ignored Unreadable)
        .map(|kind| match kind {
            SourceKind::Statement => "statement",
            SourceKind::Orders => "orders",
            SourceKind::DigitalOrders => "digitalOrders",
            SourceKind::Refunds => "refunds",
            SourceKind::Subscriptions => "subscriptions",
            SourceKind::Account => "account",
            SourceKind::Mail => "mail",
            SourceKind::Typed => "typed",
            SourceKind::Notice => "notice",
            SourceKind::Ignored => "ignored",
            SourceKind::Unreadable => "unreadable",
        })
        .to_vec()
}

const VERDICTS: [&str; 5] = ["explained", "ask", "flagged", "notCovered", "other"];

const SERVICES: [&str; 24] = [
    "amazon-retail",
    "amazon-marketplace",
    "amazon-digital",
    "amazon-prime",
    "audible",
    "amazon-music",
    "kindle",
    "prime-video",
    "amazon-pay",
    "aws",
    "amazon-fresh",
    "amazon-grocery",
    "amazon-pharmacy",
    "amazon-gift-card",
    "amazon-business",
    "amazon-kids",
    "amazon-games",
    "amazon-devices",
    "amazon-advertising",
    "amazon-seller",
    "amazon-other",
    "amazon-unknown",
    "look-alike",
    "other",
];

const MAIL_VERDICTS: [&str; 3] = ["genuine-looking", "doubtful", "dangerous"];

const EVIDENCE: [&str; 22] = [
    "amount-exact",
    "amount-below",
    "amount-near",
    "day-fits",
    "day-late",
    "day-of-order",
    "day-unknown",
    "under-way",
    "card-same",
    "amount-converted",
    "card-other",
    "card-replaced",
    "order-named",
    "order-number",
    "listed-payment",
    "plan-price",
    "cadence",
    "reversal",
    "same-thing",
    "only-fit",
    "may-be-chance",
    "mail",
];

const GAPS: [&str; 9] = [
    "orders-end-early",
    "orders-start-late",
    "no-order-file",
    "no-digital-file",
    "card-without-orders",
    "region-not-exported",
    "order-not-in-files",
    "day-unknown",
    "statement-missing",
];

/// Pieces that other messages are made of.
const PARTS: [&str; 31] = [
    "part-order",
    "part-item",
    "part-plan",
    "part-card",
    "part-device",
    "part-file",
    "part-mail",
    "part-merchant",
    "part-date",
    "part-amount",
    "part-count",
    "site-amazon",
    "site-data-request",
    "site-transactions",
    "letter-blank",
    "letter-name",
    "letter-contact",
    "letter-issuer",
    "letter-signature",
    "letter-own-contact",
    "letter-to-issuer",
    "letter-where",
    "letter-balance",
    "letter-what-happened",
    "letter-what-is-asked",
    "letter-what-is-asked-of-issuer",
    "letter-what-is-asked-of-seller",
    "letter-what-was-checked",
    "letter-account-signs",
    "letter-details",
    "letter-records-held",
];

/// Plan ids of the price table.
fn plans() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/data/plan-prices.toml");
    let prices: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let prices = prices["price"].as_array().unwrap();
    prices.iter().map(|price| price["plan"].as_str().unwrap().to_owned()).collect()
}

/// Ids of the statement formats, which are the names of their files.
fn statement_formats() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ingest/profiles");
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// Every message the report can need, with its attributes.
fn needed() -> BTreeMap<String, Vec<&'static str>> {
    let mut needed = BTreeMap::new();
    let mut need = |prefix: &str, names: &[&str], attributes: &[&'static str]| {
        for name in names {
            needed.insert(format!("{prefix}{name}"), attributes.to_vec());
        }
    };
    need("verdict-", &VERDICTS, &["short", "about"]);
    need("service-", &SERVICES, &[]);
    need("meaning-", &meanings().map(|meaning| meaning.says).collect::<Vec<_>>(), &[]);
    need("cause-", &CAUSES, &["short"]);
    need("evidence-", &EVIDENCE, &[]);
    need("gap-", &GAPS, &[]);
    need("", &PARTS, &[]);
    need("finding-", &rules().collect::<Vec<_>>(), &["title", "why", "next"]);
    need("step-", &StepId::ALL.iter().map(|step| step.as_str()).collect::<Vec<_>>(), &["done", "why", "how"]);
    need("when-", &When::ALL.map(When::as_str), &[]);
    need("problem-", &problem_codes(), &["next"]);
    need("skip-", &skip_reasons(), &[]);
    need("mail-", &MAIL_VERDICTS, &["about"]);
    need("mail-", mioboe_mail::REASONS, &[]);
    need("kind-", &source_kinds(), &[]);
    need("plan-", &plans().iter().map(String::as_str).collect::<Vec<_>>(), &[]);
    need(
        "dispute-",
        &disputes().iter().map(String::as_str).collect::<Vec<_>>(),
        &["short", "checked", "ask", "ask-issuer"],
    );
    need("deadline-", &deadlines().iter().map(String::as_str).collect::<Vec<_>>(), &[]);
    need("contact-", &contacts().iter().map(String::as_str).collect::<Vec<_>>(), &["about", "source"]);
    need("back-", &money_back().iter().map(String::as_str).collect::<Vec<_>>(), &["source"]);
    let letters = letters();
    need("", &letters.iter().map(|letter| letter.id.as_str()).collect::<Vec<_>>(), &["title", "about"]);
    needed
}

/// What some steps and letters have besides.
const SOMETIMES: [&str; 3] = ["deadline", "expect", "subject"];

/// What a language lacks, has in excess, or says of other values than the others: empty when all is well.
pub(crate) fn faults(locales: &Path, lang: &str) -> Vec<String> {
    let (catalogue, model) = (Catalogue::read_in(locales, lang), Catalogue::read(MODEL));
    let (ids, mut needed) = (catalogue.ids(), needed());
    // Which formats there are beside those of statements, the model knows.
    let formats = model.ids().into_iter().filter(|id| id.starts_with("format-"));
    needed.extend(formats.map(|id| (id, Vec::new())));
    needed.extend(statement_formats().into_iter().map(|format| (format!("format-{format}"), Vec::new())));
    let unused = ids.iter().filter(|id| !needed.contains_key(*id));
    let mut faults: Vec<String> = unused.map(|id| format!("{lang}: {id} is said by nobody")).collect();
    for (id, attributes) in &needed {
        let Some(words) = catalogue.0.get(id) else {
            faults.push(format!("{lang}: {id} is missing"));
            continue;
        };
        let missing = attributes.iter().filter(|attribute| !words.attributes.contains(**attribute));
        faults.extend(missing.map(|attribute| format!("{lang}: {id}.{attribute} is missing")));
        let wanted =
            |said: &String| attributes.contains(&said.as_str()) || SOMETIMES.contains(&said.as_str());
        let unused = words.attributes.iter().filter(|said| !wanted(said));
        faults.extend(unused.map(|said| format!("{lang}: {id}.{said} is said by nobody")));
        if model.ids().contains(id) {
            if words.attributes != model.0[id].attributes {
                faults.push(format!("{lang}: {id} has not the attributes that {MODEL} has"));
            }
            if words.parts.iter().all(|part| ids.contains(part))
                && catalogue.variables(id) != model.variables(id)
            {
                faults.push(format!("{lang}: {id} is about {:?} in {MODEL}", model.variables(id)));
            }
        }
    }
    faults
}

#[test]
fn every_language_says_everything_and_nothing_else() {
    for lang in languages() {
        assert_eq!(faults(Path::new(LOCALES), &lang), Vec::<String>::new());
    }
}

#[test]
fn every_part_is_part_of_something() {
    for lang in languages() {
        let catalogue = Catalogue::read(&lang);
        let used: BTreeSet<&String> = catalogue.0.values().flat_map(|words| &words.parts).collect();
        for part in PARTS {
            assert!(part == "letter-blank" || used.contains(&part.to_owned()), "{lang}: {part}");
        }
    }
}

#[test]
fn findings_use_only_the_arguments_a_finding_may_carry() {
    let model = Catalogue::read(MODEL);
    for rule in rules() {
        for variable in model.variables(&format!("finding-{rule}")) {
            assert!(ARGS.contains(&variable.as_str()), "{rule}: {variable}");
        }
    }
}

/// Words of accusation, as each language lists its own.
fn accusing(lang: &str) -> Vec<String> {
    let path = Path::new(LOCALES).join(lang).join("language.json");
    let language: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let words = language["accusing"].as_array().unwrap_or_else(|| panic!("{lang}: no list `accusing`"));
    words.iter().map(|word| word.as_str().unwrap().to_lowercase()).collect()
}

#[test]
fn where_evidence_is_only_missing_nobody_is_accused() {
    let languages = languages();
    // Words of one language slip into another, so each is held to all of them.
    let accusing: Vec<String> = languages
        .iter()
        .flat_map(|lang| {
            let words = accusing(lang);
            assert!(!words.is_empty(), "{lang}");
            words
        })
        .collect();
    for lang in &languages {
        for file in ["report.ftl", "findings.ftl", "steps.ftl"] {
            let text = fs::read_to_string(Path::new(LOCALES).join(lang).join(file)).unwrap().to_lowercase();
            for word in &accusing {
                assert!(!text.contains(word), "{lang}/{file}: {word}");
            }
        }
    }
}
