//! A report or a case as one line.

use std::fmt::Write as _;

use mioboe_model::text::shown;
use serde::Serialize;

/// One line, with the same bytes that a browser makes of it, but for what nobody sees: that is escaped, as it could
/// turn the reading direction or steer a terminal.
pub fn json(value: &impl Serialize) -> String {
    // Report and case are strings, small numbers, lists and maps with text keys: each has its JSON.
    let plain = serde_json::to_string(value).unwrap_or_default() + "\n";
    if !plain.chars().any(is_unsafe) {
        return plain;
    }
    let mut json = String::with_capacity(plain.len());
    for c in plain.chars() {
        if is_unsafe(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(json, "\\u{unit:04x}");
            }
        } else {
            json.push(c);
        }
    }
    json
}

/// JSON has escaped the controls below; only the end of its line is left.
fn is_unsafe(c: char) -> bool {
    !c.is_ascii() && {
        let mut bytes = [0; 4];
        let text: &str = c.encode_utf8(&mut bytes);
        shown(text) != text
    }
}
