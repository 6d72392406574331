//! The page, built into the program.

use std::borrow::Cow;

use include_dir::{Dir, include_dir};
use kelias_server::Page;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../web/dist");

/// The files that the page's tools made.
pub(super) struct Embedded;

impl Page for Embedded {
    fn file(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        FILES.get_file(path).map(|file| Cow::Borrowed(file.contents()))
    }
}
