//! Near misses: which known word was probably meant.

use std::fmt::Write as _;

/// Beyond so many candidates a suggestion is not worth the wait.
const MAX_CANDIDATES: usize = 5_000;

/// Beyond so many characters a value is cut when it is shown.
const SHOWN: usize = 60;

/// The candidate nearest to `word`, if one is near enough to have been meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(word);
    let allowed = (wanted.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .take(MAX_CANDIDATES)
        .filter(|candidate| candidate.len().abs_diff(wanted.len()) <= 4 * allowed)
        .map(|candidate| {
            let distance = strsim::damerau_levenshtein(&wanted, &plain(candidate));
            (distance, candidate)
        })
        .filter(|(distance, candidate)| *distance <= allowed && *distance < candidate.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Case, spaces and underscores are slips, not differences.
fn plain(word: &str) -> String {
    word.chars()
        .take(4 * SHOWN)
        .map(|c| if matches!(c, ' ' | '_') { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words as a list for people: `a`, `b` or `c`.
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<_> = words.into_iter().collect();
    let mut list = String::new();
    for (at, word) in words.iter().enumerate() {
        let joint = match at {
            0 => "",
            _ if at + 1 == words.len() => " or ",
            _ => ", ",
        };
        // Writing to a string cannot fail.
        let _ = write!(list, "{joint}`{word}`");
    }
    list
}

/// A value as it is shown in a message: on one line, cut when long.
#[must_use]
pub fn shown(value: &str) -> String {
    let mut short: String = value.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_strangers_are_not() {
        let keys = ["touchpoints", "title", "colour", "moment-of-truth"];
        assert_eq!(nearest("touchpoint", keys), Some("touchpoints"));
        assert_eq!(nearest("color", keys), Some("colour"));
        assert_eq!(nearest("Moment_of_truth", keys), Some("moment-of-truth"));
        assert_eq!(nearest("weather", keys), None);
        assert_eq!(nearest("x", ["a"]), None);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(listed(["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(listed(["a"]), "`a`");
    }
}
