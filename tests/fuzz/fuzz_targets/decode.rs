//! One text in the encodings that have a mark is read as one and the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mioboe_fuzz::read;

fuzz_target!(|text: &str| {
    let text = text.trim_start_matches('\u{feff}');
    let units = || std::iter::once(0xfeff).chain(text.encode_utf16());
    let forms = [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        units().flat_map(u16::to_le_bytes).collect(),
        units().flat_map(u16::to_be_bytes).collect(),
    ];
    let [utf8, le, be] = forms.map(|bytes| read("a.csv", &bytes).charges);
    assert_eq!(utf8, le);
    assert_eq!(utf8, be);
});
