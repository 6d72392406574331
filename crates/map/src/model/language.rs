//! Language tags of texts.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// How long a tag may be; the longest in use have about 35 characters.
const MAX_LENGTH: usize = 64;

/// Tag of a language, as in BCP 47: `en`, `ru`, `lt`, `pt-BR`. Kept in its usual case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// Why a string is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a language is a tag such as `en`, `ru`, `lt` or `pt-BR`")]
pub struct LanguageError;

impl Language {
    /// The language of this tag; the case of letters does not matter.
    ///
    /// # Errors
    /// The text is not formed as a tag: two or three letters, then subtags after hyphens.
    pub fn new(tag: &str) -> Result<Self, LanguageError> {
        if tag.len() > MAX_LENGTH {
            return Err(LanguageError);
        }
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let letters = primary.chars().all(|c| c.is_ascii_alphabetic());
        if !letters || !matches!(primary.len(), 2 | 3) {
            return Err(LanguageError);
        }
        let mut canonical = primary.to_ascii_lowercase();
        for part in parts {
            let formed = part.chars().all(|c| c.is_ascii_alphanumeric());
            if !formed || !matches!(part.len(), 1..=8) {
                return Err(LanguageError);
            }
            canonical.push('-');
            canonical.push_str(&usual_case(part));
        }
        Ok(Self(canonical))
    }

    /// English, the language of the product when nothing else is known.
    #[must_use]
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag's first part: `pt` of `pt-BR`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

/// Regions are written in capitals, scripts with a capital, all else small.
fn usual_case(part: &str) -> String {
    let letters = part.chars().all(|c| c.is_ascii_alphabetic());
    match part.len() {
        2 if letters => part.to_ascii_uppercase(),
        4 if letters => part[..1].to_ascii_uppercase() + &part[1..].to_ascii_lowercase(),
        _ => part.to_ascii_lowercase(),
    }
}

impl TryFrom<String> for Language {
    type Error = LanguageError;
    fn try_from(tag: String) -> Result<Self, LanguageError> {
        Self::new(&tag)
    }
}

impl FromStr for Language {
    type Err = LanguageError;
    fn from_str(tag: &str) -> Result<Self, LanguageError> {
        Self::new(tag)
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for Language {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Language".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_take_their_usual_case() {
        let tag = |text| Language::new(text).map(String::from);
        assert_eq!(tag("EN").as_deref(), Ok("en"));
        assert_eq!(tag("sr-latn-rs").as_deref(), Ok("sr-Latn-RS"));
        assert_eq!(tag("text"), Err(LanguageError));
        assert_eq!(tag("en-"), Err(LanguageError));
        assert_eq!(tag(""), Err(LanguageError));
        assert_eq!(Language::new("pt-br").unwrap().primary(), "pt");
    }
}
