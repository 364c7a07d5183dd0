//! A language is a folder and nothing else: one that is added is found, held to the others, and spoken.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use crate::Words;
use crate::catalogues::{LOCALES, faults, languages};
use crate::languages::folders;

/// The locales with `xx` among them: English, with `xx: ` before every value that stands on one line.
struct Locales(PathBuf);

impl Locales {
    fn with_another() -> Self {
        let copy = Self(env::temp_dir().join(format!("mioboe-locales-{}", process::id())));
        for folder in folders(Path::new(LOCALES)).unwrap() {
            copy.add(&folder.tag, &folder.catalogues, "");
            if folder.tag == "en" {
                copy.add("xx", &folder.catalogues, "xx: ");
            }
        }
        copy
    }

    fn add(&self, tag: &str, catalogues: &[PathBuf], mark: &str) {
        let folder = self.0.join(tag);
        fs::create_dir_all(&folder).unwrap();
        for path in catalogues {
            let marked = |line: &str| match line.split_once(" = ") {
                Some((id, words)) if !id.starts_with([' ', '#']) => format!("{id} = {mark}{words}\n"),
                _ => format!("{line}\n"),
            };
            let text: String = fs::read_to_string(path).unwrap().lines().map(marked).collect();
            fs::write(folder.join(path.file_name().unwrap()), text).unwrap();
        }
    }
}

impl Drop for Locales {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_folder_that_is_added_is_a_language() {
    let locales = Locales::with_another();
    let found = folders(&locales.0).unwrap();
    let added = found.iter().find(|folder| folder.tag == "xx").unwrap();
    assert_eq!(faults(&locales.0, "xx"), Vec::<String>::new());

    let texts = texts(&added.catalogues);
    let words = Words::of("xx", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    for id in ["verdict-ask", "step-monthly-check", "kind-statement", "gap-no-order-file"] {
        assert_eq!(said(&words, id), format!("xx: {}", said(&Words::new("en"), id)));
    }

    let findings = locales.0.join("xx/findings.ftl");
    let text = fs::read_to_string(&findings).unwrap();
    let less = text.replace("finding-no-order =", "finding-made-up =");
    assert_ne!(text, less);
    fs::write(findings, less).unwrap();
    let named = faults(&locales.0, "xx");
    assert!(named.contains(&"xx: finding-no-order is missing".to_owned()), "{named:?}");
    assert!(named.contains(&"xx: finding-made-up is said by nobody".to_owned()), "{named:?}");
}

#[test]
fn the_languages_spoken_are_the_folders() {
    assert_eq!(Words::languages().collect::<Vec<_>>(), languages());
    for folder in folders(Path::new(LOCALES)).unwrap() {
        let texts = texts(&folder.catalogues);
        let own = Words::of(&folder.tag, &texts.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(said(&Words::new(&folder.tag), "verdict-ask"), said(&own, "verdict-ask"));
    }
}

fn texts(catalogues: &[PathBuf]) -> Vec<String> {
    catalogues.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn said(words: &Words, id: &str) -> String {
    words.text(id, &BTreeMap::new()).unwrap()
}
