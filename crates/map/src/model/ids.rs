//! Ids: slugs, one newtype for each space of names.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// How long a slug may be, in characters.
const MAX_LENGTH: usize = 64;

/// Why a string is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The string is empty.
    #[error("an id cannot be empty")]
    Empty,
    /// The string has more than 64 characters.
    #[error("an id has at most {MAX_LENGTH} characters, this one has {0}")]
    TooLong(usize),
    /// The string begins with a hyphen.
    #[error("an id begins with a letter or a digit")]
    Start,
    /// The string holds a character that is not allowed.
    #[error("an id is made of lower-case letters a-z, digits and hyphens, not {0:?}")]
    Character(char),
}

fn check(text: &str) -> Result<(), IdError> {
    if let Some(bad) = text.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return Err(IdError::Character(bad));
    }
    match text.len() {
        0 => Err(IdError::Empty),
        length if length > MAX_LENGTH => Err(IdError::TooLong(length)),
        _ if text.starts_with('-') => Err(IdError::Start),
        _ => Ok(()),
    }
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// A slug: lower-case letters, digits and hyphens, 1 to 64 characters, beginning with a
        /// letter or a digit.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The id, if `text` is a slug.
            ///
            /// # Errors
            /// Says what keeps `text` from being a slug.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                check(&text)?;
                Ok(Self(text))
            }

            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$" })
            }
        }
    )+};
}

id! {
    /// Id of a map, by which other maps link to it.
    MapId;
    /// Id of a stage or a step: they share one space.
    PlaceId;
    /// Id of a touchpoint.
    TouchpointId;
    /// Id of a barrier.
    BarrierId;
    /// Id of an idea.
    IdeaId;
    /// Id of a persona.
    PersonaId;
    /// Id of a lane.
    LaneId;
    /// Id of a piece of evidence.
    EvidenceId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slugs_are_ids() {
        assert_eq!(MapId::new("a-1").unwrap().as_str(), "a-1");
        assert!(MapId::new("x".repeat(64)).is_ok());
        assert_eq!(MapId::new("x".repeat(65)), Err(IdError::TooLong(65)));
        assert_eq!(MapId::new(""), Err(IdError::Empty));
        assert_eq!(MapId::new("-a"), Err(IdError::Start));
        assert_eq!(MapId::new("A"), Err(IdError::Character('A')));
        assert_eq!(MapId::new("ž"), Err(IdError::Character('ž')));
    }
}
