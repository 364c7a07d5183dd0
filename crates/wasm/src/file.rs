//! Files as a browser gives them, read as streams, so that the engine and the file system share the memory of one.

use std::ops::Range;

use js_sys::{ArrayBuffer, Function, Uint8Array};
use mioboe_engine::{IN_PIECES_FROM, Session, THINNED_FROM, ThinZip};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableStreamReadResult};

#[wasm_bindgen(typescript_custom_section)]
const NAMED_BLOB: &str = "
/** A file as the person has it. The name may be a path inside a folder. */
export interface NamedBlob {
    readonly name: string;
    readonly content: Blob;
}
";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "NamedBlob")]
    pub type NamedBlob;

    #[wasm_bindgen(method, getter)]
    fn name(this: &NamedBlob) -> String;

    #[wasm_bindgen(method, getter)]
    fn content(this: &NamedBlob) -> Blob;
}

/// What is larger does not fit beside what is made of it; the small build leaves it to the other.
const MOST: u32 = if cfg!(feature = "full") { 1 << 30 } else { IN_PIECES_FROM };

/// Gives every file to the session.
pub(crate) async fn read_all(
    files: &[NamedBlob],
    progress: &Function,
    session: &mut Session,
) -> Result<(), JsValue> {
    let mut meter =
        Meter { progress, file: 0, done: 0, total: files.iter().map(size).fold(0, u32::saturating_add) };
    let mut bytes = Vec::new();
    for file in files {
        if THINNED_FROM <= size(file)
            && let Some(zip) = thinned(file, &meter).await?
        {
            session.add(&file.name(), &zip);
            meter.done = meter.done.saturating_add(size(file));
            meter.file += 1;
            continue;
        }
        #[cfg(feature = "full")]
        if IN_PIECES_FROM <= size(file)
            && let Some(pieces) = pieces::OfBlob::new(&file.content(), &meter)
            && session.add_pieces(&file.name(), &pieces)
        {
            meter.done = meter.done.saturating_add(size(file));
            meter.file += 1;
            continue;
        }
        if MOST < size(file) {
            session.too_large(&file.name());
            meter.done = meter.done.saturating_add(size(file));
            meter.file += 1;
            continue;
        }
        bytes.clear();
        bytes.reserve_exact(size(file) as usize);
        let reader: ReadableStreamDefaultReader = file.content().stream().get_reader().dyn_into()?;
        meter.tell()?;
        while let Some(piece) = next_piece(&reader).await? {
            let start = bytes.len();
            bytes.resize(start + piece.length() as usize, 0);
            piece.copy_to(bytes.get_mut(start..).unwrap_or_default());
            meter.done = meter.done.saturating_add(piece.length());
            meter.tell()?;
        }
        session.add(&file.name(), &bytes);
        meter.file += 1;
    }
    meter.tell()
}

/// A ZIP with only what is of use in the large one; `None` where the file has to be read whole.
async fn thinned(file: &NamedBlob, meter: &Meter<'_>) -> Result<Option<Vec<u8>>, JsValue> {
    let mut thin = ThinZip::new(size(file).into());
    let content = file.content();
    while let Some(range) = thin.wants() {
        meter.tell()?;
        thin.give(&part(&content, &range).await?);
    }
    Ok(thin.finish())
}

async fn part(content: &Blob, range: &Range<u64>) -> Result<Vec<u8>, JsValue> {
    let place = |at: u64| f64::from(u32::try_from(at).unwrap_or(u32::MAX));
    let part = content.slice_with_f64_and_f64(place(range.start), place(range.end))?;
    let buffer: ArrayBuffer = JsFuture::from(part.array_buffer()).await?.unchecked_into();
    Ok(Uint8Array::new(&buffer).to_vec())
}

struct Meter<'a> {
    progress: &'a Function,
    file: u32,
    done: u32,
    total: u32,
}

impl Meter<'_> {
    fn tell(&self) -> Result<(), JsValue> {
        let Self { progress, file, done, total } = *self;
        progress.call3(&JsValue::NULL, &file.into(), &done.into(), &total.into()).map(drop)
    }
}

/// Files that the engine asks for their bytes while it reads: only workers may.
#[cfg(feature = "full")]
mod pieces {
    use std::cell::Cell;

    use js_sys::Uint8Array;
    use mioboe_engine::Pieces;
    use web_sys::{Blob, FileReaderSync};

    use super::Meter;

    pub(super) struct OfBlob<'m> {
        blob: Blob,
        reader: FileReaderSync,
        meter: &'m Meter<'m>,
        /// As far as the file was read: some are read twice.
        read: Cell<u32>,
    }

    impl<'m> OfBlob<'m> {
        /// `None` where files can only be waited for.
        pub(super) fn new(blob: &Blob, meter: &'m Meter<'m>) -> Option<Self> {
            let reader = FileReaderSync::new().ok()?;
            Some(Self { blob: blob.clone(), reader, meter, read: Cell::new(0) })
        }

        fn part(&self, from: u32, to: u32) -> Option<Vec<u8>> {
            let part = self.blob.slice_with_f64_and_f64(from.into(), to.into()).ok()?;
            let buffer = self.reader.read_as_array_buffer(&part).ok()?;
            Some(Uint8Array::new(&buffer).to_vec())
        }
    }

    impl Pieces for OfBlob<'_> {
        fn size(&self) -> u64 {
            super::length(&self.blob).into()
        }

        fn read(&self, at: u64, most: usize) -> Vec<u8> {
            let place = |at: u64| u32::try_from(at).unwrap_or(u32::MAX);
            let to = place(at.saturating_add(u64::try_from(most).unwrap_or(u64::MAX)));
            let bytes = self.part(place(at), to).unwrap_or_default();
            // The end is looked at before the rows.
            let is_next = place(at) <= self.read.get().saturating_add(1);
            if is_next {
                self.read.set(self.read.get().max(to.min(super::length(&self.blob))));
            }
            // Whoever listens to progress and fails is told by the next message.
            let _ = Meter { done: self.meter.done.saturating_add(self.read.get()), ..*self.meter }.tell();
            bytes
        }
    }
}

async fn next_piece(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let result: ReadableStreamReadResult = JsFuture::from(reader.read()).await?.unchecked_into();
    if result.get_done().unwrap_or_default() {
        return Ok(None);
    }
    result.get_value().dyn_into().map(Some)
}

fn size(file: &NamedBlob) -> u32 {
    length(&file.content())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a file of 4 GiB does not fit into the module either"
)]
fn length(blob: &Blob) -> u32 {
    blob.size() as u32
}
