//! Texts as YAML scalars that every reader, of YAML 1.1 or 1.2, reads as the same text.

use std::fmt::Write as _;

/// Words that some version of YAML reads as something else than text.
const RESERVED: [&str; 10] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"];

/// A text in one line: plain where that is safe, else in quotes.
pub(super) fn inline(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else if text.contains(['"', '\\']) && text.chars().all(is_printable) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        double_quoted(text)
    }
}

/// The lines of a text that can stand as a literal block, with the block's indicator.
pub(super) fn block(text: &str) -> Option<(&'static str, std::str::Split<'_, char>)> {
    let (indicator, body) = match text.strip_suffix('\n') {
        Some(body) => ("|", body),
        None => ("|-", text),
    };
    let is_good_line = |line: &str| line.chars().all(|c| is_printable(c) || c == '\t') && !line.ends_with([' ', '\t']);
    let fits = text.contains('\n')
        && !body.is_empty()
        && !body.starts_with(['\n', ' ', '\t'])
        && !body.ends_with('\n')
        && body.split('\n').all(is_good_line);
    fits.then(|| (indicator, body.split('\n')))
}

/// Whether a text has the form of an id, for which quotes are still decided by [`inline`].
pub(super) fn is_slug(text: &str) -> bool {
    let first = text.bytes().next();
    first.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn is_plain(text: &str) -> bool {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
        return false;
    };
    // Letters and digits of all scripts may begin a plain scalar, and of the signs these.
    let begins_well = first.is_alphanumeric() || matches!(first, '(' | '$' | '/' | '+' | '.' | '_');
    begins_well
        && last != ' '
        && last != ':'
        && text.chars().all(is_printable)
        && !text.contains(": ")
        && !text.contains(" #")
        && !looks_like_a_value(text)
}

/// Whether some version of YAML reads a plain scalar as a number, a time or a constant.
fn looks_like_a_value(text: &str) -> bool {
    if RESERVED.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return true;
    }
    let unsigned = text.trim_start_matches(['+', '-']);
    let lower = unsigned.to_ascii_lowercase();
    if matches!(lower.as_str(), ".inf" | ".nan") {
        return true;
    }
    if ["0x", "0o", "0b"].iter().any(|prefix| lower.starts_with(prefix)) {
        return true;
    }
    // Decimal, exponential and sexagesimal numbers.
    let is_number = |byte: u8| byte.is_ascii_digit() || b"_+-.:,e".contains(&byte);
    // Dates and times of day.
    let is_time = |byte: u8| byte.is_ascii_digit() || b"+-.: tz".contains(&byte);
    let begins = lower.bytes().next().is_none_or(|byte| byte.is_ascii_digit() || byte == b'.');
    begins && (lower.bytes().all(is_number) || lower.bytes().all(is_time))
}

/// Whether a character may stand as it is in one line of a scalar. What is invisible or breaks
/// lines in some readers is escaped.
fn is_printable(c: char) -> bool {
    match c {
        '\u{ad}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{e000}'..='\u{f8ff}' => false,
        ' '..='~' => true,
        c => c >= '\u{a0}' && u32::from(c) & 0xfffe != 0xfffe && !('\u{fdd0}'..='\u{fdef}').contains(&c),
    }
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if is_printable(c) => quoted.push(c),
            c => {
                let code = u32::from(c);
                // Writing to a string cannot fail.
                let _ = match code {
                    0..=0xff => write!(quoted, "\\x{code:02x}"),
                    0x100..=0xffff => write!(quoted, "\\u{code:04x}"),
                    _ => write!(quoted, "\\U{code:08x}"),
                };
            }
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_where_a_reader_needs_them() {
        for plain in ["Pays", "Mother of two, 31", "7d", "14 days?", "a > b", "Оплата", "žodis", "(x)", "12 kids"]
        {
            assert_eq!(inline(plain), plain);
        }
        for (text, quoted) in [
            ("", "\"\""),
            ("no", "\"no\""),
            ("Off", "\"Off\""),
            ("1", "\"1\""),
            ("-1.5e3", "\"-1.5e3\""),
            ("1_000", "\"1_000\""),
            ("12:30:45", "\"12:30:45\""),
            ("2026-07-01", "\"2026-07-01\""),
            ("2026-07-01 10:00", "\"2026-07-01 10:00\""),
            ("0x1f", "\"0x1f\""),
            (".inf", "\".inf\""),
            ("a: b", "\"a: b\""),
            ("a #b", "\"a #b\""),
            ("#0072b2", "\"#0072b2\""),
            ("- a", "\"- a\""),
            ("? a", "\"? a\""),
            ("a:", "\"a:\""),
            (" a", "\" a\""),
            ("a ", "\"a \""),
            ("say \"a: b\"", "'say \"a: b\"'"),
            ("\"it's\"", "'\"it''s\"'"),
            ("a\u{2028}b", "\"a\\u2028b\""),
            ("\0", "\"\\x00\""),
        ] {
            assert_eq!(inline(text), quoted);
        }
    }

    #[test]
    fn blocks_hold_texts_of_several_lines() {
        assert_eq!(block("a\nb").map(|(indicator, _)| indicator), Some("|-"));
        assert_eq!(block("a\n\nb\n").map(|(indicator, _)| indicator), Some("|"));
        for not in ["a", "a\n\n", "\na", " a\nb", "a \nb", "a\r\nb", "\n"] {
            assert!(block(not).is_none(), "{not:?}");
        }
    }
}
