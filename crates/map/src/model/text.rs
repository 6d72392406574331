//! Texts, in one language or several side by side.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Language;

/// What people write: a plain string in the map's language, or a table by language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Text {
    /// Written in the language of the map.
    Plain(String),
    /// Written in several languages; never empty when read from a file.
    #[schemars(extend("minProperties" = 1))]
    ByLanguage(BTreeMap<Language, String>),
}

impl Text {
    /// The text for a reader: in the reader's language where there is one, else in a kindred one
    /// (`pt` for `pt-BR` and the other way), else in the map's own, else in the first there is.
    #[must_use]
    pub fn get(&self, reader: &Language, map_language: &Language) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::ByLanguage(texts) => in_language(texts, reader)
                .or_else(|| in_language(texts, map_language))
                .or_else(|| texts.values().next().map(String::as_str))
                .unwrap_or_default(),
        }
    }

    /// Whether there is nothing to read in any language.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Plain(text) => text.trim().is_empty(),
            Self::ByLanguage(texts) => texts.values().all(|text| text.trim().is_empty()),
        }
    }

    /// The languages named in the text; none for a plain one.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        match self {
            Self::Plain(_) => None,
            Self::ByLanguage(texts) => Some(texts.keys()),
        }
        .into_iter()
        .flatten()
    }
}

fn in_language<'a>(texts: &'a BTreeMap<Language, String>, wanted: &Language) -> Option<&'a str> {
    texts
        .get(wanted)
        .or_else(|| {
            let mut kin = texts.iter();
            kin.find(|(language, _)| language.primary() == wanted.primary()).map(|(_, text)| text)
        })
        .map(String::as_str)
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_nearest_language() {
        let tag = |tag| Language::new(tag).unwrap();
        let text = Text::ByLanguage(BTreeMap::from([
            (tag("lt"), "Moka".to_owned()),
            (tag("pt-BR"), "Paga".to_owned()),
            (tag("en"), "Pays".to_owned()),
        ]));
        assert_eq!(text.get(&tag("lt"), &tag("en")), "Moka");
        assert_eq!(text.get(&tag("pt"), &tag("en")), "Paga");
        assert_eq!(text.get(&tag("ru"), &tag("lt")), "Moka");
        assert_eq!(text.get(&tag("ru"), &tag("de")), "Pays");
        assert_eq!(Text::from("x").get(&tag("ru"), &tag("de")), "x");
    }
}
