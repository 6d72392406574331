//! How an analysis is described in the catalogue.

/// An analysis as the catalogue lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The name the analysis is called by.
    pub name: &'static str,
    /// What it answers, in half a sentence.
    pub summary: &'static str,
    page: &'static str,
}

impl Entry {
    pub(crate) const fn new(name: &'static str, summary: &'static str, page: &'static str) -> Self {
        Self { name, summary, page }
    }

    /// The manual page in Markdown: what it says, how it is computed, when not to trust it, an example.
    #[must_use]
    pub fn doc(&self) -> String {
        // A doc comment's lines keep the blank that follows the slashes.
        let lines = self.page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Makes a doc comment readable by the program too: it documents the constant `MANUAL` and is its value.
macro_rules! manual {
    ($(#[doc = $line:literal])*) => {
        $(#[doc = $line])*
        pub const MANUAL: &str = concat!($($line, "\n"),*);
    };
}
