//! Maps to start from.

use crate::model::{Language, Map, MapId, Text};
use crate::read::{Format, read_map};

/// A map to start from, in several languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    /// Name, as given to `kelias new`.
    pub name: &'static str,
    /// The map file.
    pub source: &'static str,
}

macro_rules! embedded {
    ($($name:literal,)+) => {
        &[$(Template {
            name: $name,
            source: include_str!(concat!("../../../templates/", $name, ".journey.yaml")),
        },)+]
    };
}

const TEMPLATES: &[Template] = embedded![
    "e-commerce",
    "healthcare",
    "b2b-saas",
    "support",
    "restaurant",
    "mobile-app",
    "employee",
    "partner",
    "dynamic-journey",
    "blank",
];

/// Every template.
#[must_use]
pub const fn templates() -> &'static [Template] {
    TEMPLATES
}

/// Which of a template's languages a new map keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateLanguage {
    /// Texts are plain, in this language, which becomes the map's own.
    One(Language),
    /// Texts stay side by side in all languages.
    All,
}

impl Template {
    /// The template of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        TEMPLATES.iter().copied().find(|template| template.name == name)
    }

    /// The template as a map in all its languages.
    ///
    /// # Panics
    /// Never: the tests read every template.
    #[must_use]
    pub fn map(self) -> Map {
        read_map(self.source, Format::Yaml)
            .into_result()
            .expect("the templates that are built in are tested to be good maps")
    }

    /// A new map from the template. Without a title it keeps the template's.
    ///
    /// # Panics
    /// Never: the tests read every template.
    #[must_use]
    pub fn instantiate(self, language: &TemplateLanguage, id: MapId, title: Option<Text>) -> Map {
        let mut map = match language {
            TemplateLanguage::One(language) => self.map().in_language(language),
            TemplateLanguage::All => self.map(),
        };
        map.id = id;
        map.title = title.unwrap_or(map.title);
        map
    }
}
