//! Maps with all that belongs to them: the live document, its history, images, the measurement.

mod images;
mod maps;
mod measurements;
mod updates;
mod versions;

pub use images::{Image, ImageRow};
pub(crate) use maps::refused;
pub use maps::{MapRow, NewMap};
pub use updates::LoggedUpdate;
pub use versions::{NewVersion, Version, VersionKind, VersionRow};
