//! What a reader can choose.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use kelias_map::{Date, Language, MapId, PersonaId};
use kelias_measure::Measured;

/// Choices for one poster.
#[derive(Debug, Clone)]
pub struct Options {
    /// Language of the reader; the map's own when none is named.
    pub language: Option<Language>,
    /// Size of the page.
    pub paper: Paper,
    /// Whether the page lies on its long side; does not matter for [`Paper::Fit`].
    pub landscape: bool,
    /// Colours.
    pub theme: Theme,
    /// Personas to show; all of them when empty.
    pub personas: Vec<PersonaId>,
    /// Day printed on the poster, and the date of the PDF. The caller reads the clock.
    pub date: Option<Date>,
    /// Version of the map, as the caller counts it.
    pub version: Option<String>,
    /// What was measured of the map.
    pub measured: Option<Measured>,
    /// Titles of the maps that stages link to, where the caller knows them.
    pub map_titles: BTreeMap<MapId, String>,
    /// Bytes of the pictures that the map names by path, keyed by the path as written. Data URIs need no entry.
    pub pictures: BTreeMap<String, Vec<u8>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            language: None,
            paper: Paper::Fit,
            landscape: true,
            theme: Theme::Light,
            personas: Vec::new(),
            date: None,
            version: None,
            measured: None,
            map_titles: BTreeMap::new(),
            pictures: BTreeMap::new(),
        }
    }
}

/// Size of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    /// ISO A0, 841 x 1189 mm.
    A0,
    /// ISO A1, 594 x 841 mm.
    A1,
    /// ISO A2, 420 x 594 mm.
    A2,
    /// ISO A3, 297 x 420 mm.
    A3,
    /// ISO A4, 210 x 297 mm.
    A4,
    /// As large as the map needs at a comfortable size of type.
    #[default]
    Fit,
}

impl Paper {
    /// Every one, in the order of the documentation.
    pub const ALL: [Self; 6] = [Self::A0, Self::A1, Self::A2, Self::A3, Self::A4, Self::Fit];

    /// The word for it: `a0` to `a4`, `fit`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A0 => "a0",
            Self::A1 => "a1",
            Self::A2 => "a2",
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::Fit => "fit",
        }
    }

    /// Short and long side in millimetres; none for a page that fits its content.
    pub(crate) const fn millimetres(self) -> Option<(f64, f64)> {
        match self {
            Self::A0 => Some((841.0, 1189.0)),
            Self::A1 => Some((594.0, 841.0)),
            Self::A2 => Some((420.0, 594.0)),
            Self::A3 => Some((297.0, 420.0)),
            Self::A4 => Some((210.0, 297.0)),
            Self::Fit => None,
        }
    }
}

/// Colours of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// Colours safe for the colour-blind, after Okabe and Ito; the map's own accent and ribbon are honoured.
    #[default]
    Light,
    /// Greys only, with little ink: for a black-and-white printer.
    Print,
}

impl Theme {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Light, Self::Print];

    /// The word for it: `light`, `print`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Print => "print",
        }
    }
}

macro_rules! from_word {
    ($name:ident, $words:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = String;
            fn from_str(word: &str) -> Result<Self, String> {
                let wanted = word.to_ascii_lowercase();
                let found = Self::ALL.into_iter().find(|one| one.as_str() == wanted);
                found.ok_or_else(|| format!("`{word}` is not known; take one of: {}", $words))
            }
        }
    };
}

from_word!(Paper, "a0, a1, a2, a3, a4, fit");
from_word!(Theme, "light, print");
