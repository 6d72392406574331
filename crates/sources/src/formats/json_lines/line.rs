//! A line taken apart without building a tree: keys, and values as the text they are.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// An object's members in order; keys are unique.
#[derive(Debug)]
pub(super) struct Object<'a> {
    members: Vec<(Cow<'a, str>, &'a RawValue)>,
}

impl<'a> Object<'a> {
    /// The keys with the text of their values.
    pub(super) fn members(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.members.iter().map(|(key, value)| (key.as_ref(), value.get()))
    }
}

/// The object a line holds, or why there is none.
pub(super) fn object(line: &[u8]) -> Result<Object<'_>, String> {
    let text = std::str::from_utf8(line).map_err(|e| {
        let at = e.valid_up_to();
        format!(
            "byte {} of the row is not text in the file's encoding (0x{:02x}); if all of the file is in another one, name it with --encoding",
            at + 1,
            line[at]
        )
    })?;
    parse(text).map_err(|e| format!("no JSON object: {e}"))
}

fn parse(text: &str) -> Result<Object<'_>, serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let members = reader.deserialize_map(Members)?;
    reader.end()?;
    Ok(Object { members })
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(Cow<'de, str>, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::with_capacity(16);
        while let Some(key) = map.next_key_seed(Key)? {
            members.push((key, map.next_value()?));
        }
        let mut seen = HashSet::with_capacity(members.len());
        if let Some((key, _)) = members.iter().find(|(key, _)| !seen.insert(key.as_ref())) {
            return Err(serde::de::Error::custom(format!("the key `{key}` occurs twice")));
        }
        Ok(members)
    }
}

/// A key, borrowed where it has no escapes.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}

/// The value at a path of keys joined by dots, as text; `None` where there is none or it is null.
pub(super) fn lookup<'a>(object: &Object<'a>, path: &str) -> Result<Option<Cow<'a, str>>, String> {
    find(object, path)?.map_or(Ok(None), |value| text(value, path))
}

fn find<'a>(object: &Object<'a>, path: &str) -> Result<Option<&'a RawValue>, String> {
    if let Some((_, value)) = object.members.iter().find(|(key, _)| key == path) {
        return Ok(Some(value));
    }
    for (key, value) in &object.members {
        let rest = path.strip_prefix(key.as_ref()).and_then(|rest| rest.strip_prefix('.'));
        if let Some(rest) = rest.filter(|_| value.get().starts_with('{')) {
            let inner = parse(value.get()).map_err(|e| format!("`{key}`: {e}"))?;
            if let Some(found) = find(&inner, rest)? {
                return Ok(Some(found));
            }
        }
    }
    Ok(None)
}

fn text<'a>(value: &'a RawValue, path: &str) -> Result<Option<Cow<'a, str>>, String> {
    let json = value.get();
    match json.as_bytes()[0] {
        b'"' if !json.contains('\\') => Ok(Some(Cow::Borrowed(&json[1..json.len() - 1]))),
        b'"' => {
            serde_json::from_str(json).map(|text: String| Some(Cow::Owned(text))).map_err(|e| format!("`{path}`: {e}"))
        }
        b'n' => Ok(None),
        b'{' => Err(format!("`{path}` is an object where a single value is expected")),
        b'[' => Err(format!("`{path}` is a list where a single value is expected")),
        _ => Ok(Some(Cow::Borrowed(json))),
    }
}
