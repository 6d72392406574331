//! Readers: bytes of one source in, [`EventBatch`](kelias_event::EventBatch)es out.
//!
//! [`open`] looks at the first bytes, chooses a format, guesses what the options leave open (and says so in
//! [`EventReader::guesses`]) and hands back a reader that streams: its memory does not grow with the file. A row
//! that cannot become an event is handed over as a [`Reject`](kelias_event::Reject), so that the rows read are always the events plus
//! the rejects. Readers know nothing of maps, lakes or travellers.
//!
//! A new format is one module under `formats` and one line of the table there.

mod assemble;
mod confirm;
mod encoding;
mod error;
mod formats;
mod guess;
mod input;
mod json;
mod options;
mod reader;
mod roles;
mod time;

pub use error::SourceError;
pub use formats::{format_names, open, open_bytes};
pub use guess::Guess;
pub use options::{Columns, Format, ReadOptions, Wanted};
pub use reader::{EventReader, Progress, ReadBatch};
