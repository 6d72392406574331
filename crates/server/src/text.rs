//! Short texts that people give: names, titles, reasons.

use crate::problem::{Kind, Problem};

/// Characters that a name may have.
pub(crate) const NAME: usize = 80;
/// Characters that a title or the name of a folder may have.
pub(crate) const TITLE: usize = 200;
/// Characters that a reason may have.
pub(crate) const REASON: usize = 2000;

/// The text without blanks around it, if it has at most so many characters and says something.
pub(crate) fn short(what: &str, text: &str, most: usize) -> Result<String, Problem> {
    let text = text.trim();
    let invalid = |why: String| Err(Problem::new(Kind::Invalid, format!("{what} {why}")));
    if text.is_empty() {
        return invalid("must not be empty".to_owned());
    }
    let length = text.chars().count();
    if length > most {
        return invalid(format!("has at most {most} characters, this one has {length}"));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return invalid("holds control characters; leave them out".to_owned());
    }
    Ok(text.to_owned())
}

/// The same of a text that may be left out; an empty one counts as left out.
pub(crate) fn optional(what: &str, text: Option<&str>, most: usize) -> Result<Option<String>, Problem> {
    text.filter(|text| !text.trim().is_empty()).map(|text| short(what, text, most)).transpose()
}
