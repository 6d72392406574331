//! From event names as users write them to codes.

use miette::{Result, miette};

/// How many names a message lists.
const LISTED: usize = 12;

/// How many near misses a message lists.
const NEAR: usize = 3;

/// The code of a name.
///
/// # Errors
/// When no event has the name; the message lists those that come near.
pub(super) fn code(names: &[String], wanted: &str) -> Result<u32> {
    match names.iter().position(|name| name == wanted) {
        Some(code) => Ok(code as u32),
        None => Err(miette!("no event is named {wanted:?}{}", hint(names, wanted))),
    }
}

/// What might have been meant.
fn hint(names: &[String], wanted: &str) -> String {
    let near = near(names, wanted);
    if !near.is_empty() {
        return format!("; did you mean {}?", quoted(&near).join(" or "));
    }
    let mut all: Vec<&str> = names.iter().map(String::as_str).collect();
    all.sort_unstable();
    let more = if all.len() > LISTED { format!(" and {} more", all.len() - LISTED) } else { String::new() };
    all.truncate(LISTED);
    if all.is_empty() {
        "; there are no events".to_owned()
    } else {
        format!("; there are {}{more}", quoted(&all).join(", "))
    }
}

/// The names nearest to the one wanted, the nearest first.
fn near<'a>(names: &'a [String], wanted: &str) -> Vec<&'a str> {
    let plain = wanted.to_lowercase();
    let allowed = (wanted.chars().count() / 3).max(1);
    let mut near: Vec<(usize, &str)> = names
        .iter()
        .map(|name| (strsim::damerau_levenshtein(&name.to_lowercase(), &plain), name.as_str()))
        .filter(|&(distance, _)| distance <= allowed)
        .collect();
    near.sort_unstable();
    near.into_iter().take(NEAR).map(|(_, name)| name).collect()
}

fn quoted(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| format!("{name:?}")).collect()
}

/// Names separated by commas; a comma that is part of a name is written `\,`.
pub(super) fn split(list: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut characters = list.chars().peekable();
    while let Some(character) = characters.next() {
        let name = names.last_mut().expect("there is always a name at hand");
        match character {
            '\\' if characters.peek() == Some(&',') => name.extend(characters.next()),
            ',' => names.push(String::new()),
            other => name.push(other),
        }
    }
    names.into_iter().map(|name| name.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_split_at_commas_that_are_not_escaped() {
        assert_eq!(split("a, b,c\\, or d"), ["a", "b", "c, or d"]);
        assert_eq!(split(""), [""]);
    }

    #[test]
    fn near_misses_are_named() {
        let names = ["cart", "card", "pay"].map(str::to_owned);
        assert_eq!(code(&names, "pay").unwrap(), 2);
        assert_eq!(
            code(&names, "Carr").unwrap_err().to_string(),
            r#"no event is named "Carr"; did you mean "card" or "cart"?"#
        );
        assert_eq!(
            code(&names, "zzz").unwrap_err().to_string(),
            r#"no event is named "zzz"; there are "card", "cart", "pay""#
        );
        assert_eq!(code(&[], "pay").unwrap_err().to_string(), r#"no event is named "pay"; there are no events"#);
    }
}
