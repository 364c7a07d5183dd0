//! The only crate that knows JavaScript: request and files in, report out, no decision here.

mod file;

use file::NamedBlob;
use mioboe_engine::{Report, Request, Session};
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

/// Reads the files piece by piece, one after the other, and says what they show.
///
/// `progress` hears, before every piece, which file it belongs to and how many bytes of all files are read;
/// when it hears the number of files, reading is over.
///
/// # Errors
///
/// Rejects if the request is not one of this module, if a file cannot be read at all (it was moved or changed
/// meanwhile), or with what `progress` throws. A file without sense is not an error but a part of the report.
#[wasm_bindgen]
pub async fn analyze(
    request: Ts<Request>,
    files: Vec<NamedBlob>,
    #[wasm_bindgen(unchecked_param_type = "(file: number, bytesDone: number, bytesTotal: number) => void")]
    progress: js_sys::Function,
) -> Result<Ts<Report>, JsValue> {
    let mut session = start(&request)?;
    file::read_all(&files, &progress, &mut session).await?;
    Ok(session.report().into_ts().map_err(JsError::from)?)
}

/// The version of this module. A page of another version must not use it.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Says where the module stopped, and never with what: the message could hold words of a person's files.
#[wasm_bindgen(start)]
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        web_sys::console::error_1(&format!("mioboe stopped at {place}").into());
    }));
}

fn start(request: &Ts<Request>) -> Result<Session, JsError> {
    Ok(Session::new(request.to_rust()?)?)
}
