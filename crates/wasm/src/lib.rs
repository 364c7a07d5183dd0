//! The only crate that knows JavaScript: request and files in, report out; what the person said in, the case out. No decision here.

mod file;
mod lent;

use file::NamedBlob;
use js_sys::{Array, Function, JSON, Reflect};
use mioboe_engine::{Report, Request, Said, Session};
use serde::Serialize;
use tsify::Ts;
use wasm_bindgen::prelude::*;

/// A report, held in this module's memory to be asked about again and again.
#[wasm_bindgen]
pub struct Adviser {
    /// As JavaScript's own objects; `None` of one that came as such: whoever gave it has it.
    given: Option<Ts<Report>>,
    inner: mioboe_engine::Adviser,
    #[cfg(feature = "full")]
    holding: Option<mioboe_engine::Holding>,
}

#[wasm_bindgen]
impl Adviser {
    #[wasm_bindgen(getter)]
    pub fn report(&self) -> Option<Ts<Report>> {
        self.given.clone()
    }

    /// What follows from what the person said: a `Case`, as JSON, which is as fast to hand on to another thread as it is small.
    ///
    /// # Errors
    ///
    /// Throws if what was said is not of this module, or speaks of days that are none.
    pub fn advise(&self, said: &Ts<Said>) -> Result<String, JsError> {
        json(&self.inner.advise(&said.to_rust()?)?)
    }
}

#[cfg(feature = "full")]
#[wasm_bindgen]
impl Adviser {
    /// What is to be kept for the next month to be added to, as text to be given back as it is; nothing where it is more than can be
    /// kept, or where the report came from outside.
    pub fn holding(&self) -> Option<String> {
        self.holding.as_ref().map(mioboe_engine::Holding::to_json)
    }
}

/// The report of an earlier day, as JSON, to be asked about without its files.
///
/// # Errors
///
/// Throws if it is not a report as this module makes it.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn adviser_of(report: &str) -> Result<Adviser, JsError> {
    let report: Report = serde_json::from_str(report)?;
    Ok(Adviser { given: None, inner: mioboe_engine::Adviser::new(report), holding: None })
}

/// Reads the files piece by piece, one after the other, and says what they show.
///
/// `progress` hears, before every piece, which file it belongs to and how many bytes of all files are read;
/// when it hears the number of files, reading is over.
///
/// `rows` hears the long lists of the report, some rows at a time, each time as JSON of an array; the report then comes
/// without them. So they can be handed on to another thread without being made in this one.
///
/// # Errors
///
/// Rejects if the request is not one of this module, if a file cannot be read at all (it was moved or changed
/// meanwhile), or with what `progress` or `rows` throws. A file without sense is not an error but a part of the report.
#[wasm_bindgen]
pub async fn analyze(
    request: Ts<Request>,
    files: Vec<NamedBlob>,
    #[wasm_bindgen(unchecked_param_type = "(file: number, bytesDone: number, bytesTotal: number) => void")]
    progress: Function,
    #[wasm_bindgen(
        unchecked_optional_param_type = "(list: 'charges' | 'orders' | 'findings', json: string) => void"
    )]
    rows: Option<Function>,
) -> Result<Adviser, JsValue> {
    let mut session = start(&request)?;
    file::read_all(&files, &progress, &mut session).await?;
    #[cfg(feature = "full")]
    let (mut report, holding) = session.report_and_holding();
    #[cfg(not(feature = "full"))]
    let mut report = session.report();
    let given = given(&mut report, rows.as_ref())?;
    Ok(Adviser {
        given: Some(given),
        inner: mioboe_engine::Adviser::of_own(report),
        #[cfg(feature = "full")]
        holding,
    })
}

/// The rows that become text, and objects, at once: a few milliseconds of work, so that no page stops for a whole report.
const ROWS_AT_ONCE: usize = 150;

/// The report as JavaScript's own objects.
fn given(report: &mut Report, rows: Option<&Function>) -> Result<Ts<Report>, JsValue> {
    let (charges, findings) = (std::mem::take(&mut report.charges), std::mem::take(&mut report.findings));
    let orders = std::mem::take(&mut report.orders);
    let given = parsed(report)?;
    give(&given, "charges", &charges, rows)?;
    give(&given, "findings", &findings, rows)?;
    give(&given, "orders", &orders, rows)?;
    (report.charges, report.findings, report.orders) = (charges, findings, orders);
    Ok(Ts::new_unchecked(given))
}

/// Puts a long list into the report, or hands it over beside it.
fn give<Row: Serialize>(
    report: &JsValue,
    name: &str,
    list: &[Row],
    rows: Option<&Function>,
) -> Result<(), JsValue> {
    let all = Array::new();
    for piece in list.chunks(ROWS_AT_ONCE) {
        if let Some(rows) = rows {
            rows.call2(&JsValue::NULL, &name.into(), &json(&piece)?.into())?;
        } else {
            for row in Array::unchecked_from_js(parsed(&piece)?) {
                all.push(&row);
            }
        }
    }
    Reflect::set(report, &name.into(), &all).map(drop)
}

/// What texts on statements mean, one a line: a `TextMeaning` each, as JSON of an array.
///
/// # Errors
///
/// Never: it only writes what is its own.
#[wasm_bindgen]
pub fn meanings(texts: &str) -> Result<String, JsError> {
    json(&texts.split('\n').map(mioboe_engine::meaning).collect::<Vec<_>>())
}

/// Text that the browser parses: several times as fast as to make every object and every field from here.
fn parsed(value: &impl Serialize) -> Result<JsValue, JsValue> {
    JSON::parse(&json(value)?)
}

fn json(value: &impl Serialize) -> Result<String, JsError> {
    Ok(serde_json::to_string(value)?)
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
