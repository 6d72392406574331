//! Writing the properties of a row as a JSON object, without building a tree of values first.

use std::collections::HashSet;

/// One JSON object under construction, reused from row to row.
#[derive(Debug, Default)]
pub(crate) struct ObjectWriter {
    text: String,
}

impl ObjectWriter {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
    }

    /// The object, or `None` when it has no member.
    pub(crate) fn finish(&mut self) -> Option<&str> {
        if self.text.is_empty() {
            return None;
        }
        self.text.push('}');
        Some(&self.text)
    }

    /// A member whose key is already quoted, colon included; see [`key`].
    pub(crate) fn begin(&mut self, key: &str) {
        self.text.push(if self.text.is_empty() { '{' } else { ',' });
        self.text.push_str(key);
    }

    /// Members that are JSON already, separated by commas; none when the text is empty.
    pub(crate) fn members(&mut self, members: &str) {
        if !members.is_empty() {
            self.begin(members);
        }
    }

    /// A value that is JSON already.
    pub(crate) fn raw(&mut self, json: &str) {
        self.text.push_str(json);
    }

    pub(crate) fn string(&mut self, value: &str) {
        quote(value, &mut self.text);
    }

    /// A value of a format without types: canonical numbers and the words true and false keep their meaning,
    /// everything else is a string.
    pub(crate) fn guessed(&mut self, value: &str) {
        if is_number(value) || value == "true" || value == "false" {
            self.raw(value);
        } else {
            self.string(value);
        }
    }
}

/// A key with its quotes and its colon.
pub(crate) fn key(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 3);
    quote(name, &mut out);
    out.push(':');
    out
}

/// A JSON string literal.
pub(crate) fn quote(value: &str, out: &mut String) {
    out.push('"');
    let mut plain = 0;
    for (i, byte) in value.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(&value[plain..i]);
        plain = i + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ => {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                out.push_str("\\u00");
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
    out.push_str(&value[plain..]);
    out.push('"');
}

/// Whether text is a number that stands in JSON digit by digit as it stands here and is not an id in disguise: no sign
/// but a minus, no leading zeros, no exponent, at most 15 digits (more would lose some in a double).
pub(crate) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let is_plain = is_digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(is_digits);
    let is_minus_zero = text.starts_with('-') && digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    is_plain && !is_minus_zero && digits.len() <= 15 + usize::from(fraction.is_some())
}

/// Names for the properties: a repeated one gets a number, an empty one its place.
pub(crate) fn unique(names: &[String]) -> Vec<String> {
    let mut seen: HashSet<String> = names.iter().cloned().collect();
    let mut used = HashSet::new();
    let mut out = Vec::with_capacity(names.len());
    for (i, name) in names.iter().enumerate() {
        let base = if name.is_empty() { format!("column_{}", i + 1) } else { name.clone() };
        let mut unique = base.clone();
        let mut copy = 1;
        while used.contains(&unique) || (unique != *name && seen.contains(&unique)) {
            copy += 1;
            unique = format!("{base}_{copy}");
        }
        seen.insert(unique.clone());
        used.insert(unique.clone());
        out.push(unique);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn canonical_numbers_are_numbers_and_ids_are_not() {
        for number in ["0", "7", "-7", "21.0", "9.60", "0.5", "-0.5", "123456789012345"] {
            assert!(is_number(number), "{number}");
        }
        for text in
            ["", "-", "007", "00", "-0", "-0.0", "1e5", "+1", "1.", ".5", "1,5", "1234567890123456", "NaN", " 1"]
        {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn repeated_and_empty_names_become_unique_keys() {
        let names = ["", "note", "note", "note_2", "note"].map(str::to_owned);
        assert_eq!(unique(&names), ["column_1", "note", "note_3", "note_2", "note_4"]);
        let names = ["a", "a"].map(str::to_owned);
        assert_eq!(unique(&names), ["a", "a_2"]);
    }

    proptest! {
        #[test]
        fn strings_read_back_the_same(value in any::<String>(), name in any::<String>()) {
            let mut object = ObjectWriter::default();
            object.begin(&key(&name));
            object.string(&value);
            let text = object.finish().unwrap();
            let back: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).unwrap();
            prop_assert_eq!(back.get(&name).unwrap().as_str().unwrap(), &value);
        }
    }
}
