//! The engine over the files of this machine. What the command line and the Python package have in common, so that both say the
//! same, byte for byte.

mod answer;
mod case;
mod files;
mod json;
mod words;

pub use answer::{Answer, answer, stop_quietly};
pub use case::{kept_in, read_case};
pub use files::{Content, File, Unreadable, below};
pub use json::json;
pub use words::{charge, is_card, is_region};
