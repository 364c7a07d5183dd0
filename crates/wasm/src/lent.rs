//! Tables that every browser has, so that no visitor fetches them: the characters of `Shift_JIS`, and Unicode's compatibility forms.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor)]
    fn new(label: &str) -> TextDecoder;

    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> String;
}

/// Called by the glue before anything else.
#[wasm_bindgen(start)]
fn lend() {
    #[cfg(target_family = "wasm")]
    mioboe_engine::lend(shift_jis, nfkc);
}

#[cfg_attr(not(target_family = "wasm"), expect(dead_code, reason = "other targets have the tables"))]
fn shift_jis(bytes: &[u8]) -> String {
    TextDecoder::new("shift_jis").decode(bytes)
}

#[cfg_attr(not(target_family = "wasm"), expect(dead_code, reason = "other targets have the tables"))]
fn nfkc(text: &str) -> String {
    String::from(JsString::from(text).normalize("NFKC"))
}
