//! Users' text in markup.

use crate::text::BREAK;

/// The text so that no character of it is markup; places to break become `<wbr>`, line ends `<br>`.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            BREAK => out.push_str("<wbr>"),
            '\n' => out.push_str("<br>"),
            c => push(&mut out, c),
        }
    }
    out
}

/// The text for an attribute in double quotes, or for a place where no element may stand.
pub(super) fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            BREAK => {}
            '\n' => out.push(' '),
            c => push(&mut out, c),
        }
    }
    out
}

fn push(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_markup() {
        assert_eq!(text("<b>&\"'\n\u{200B}x"), "&lt;b&gt;&amp;&quot;&#39;<br><wbr>x");
        assert_eq!(attribute("a\n\"b\u{200B}c\""), "a &quot;bc&quot;");
    }
}
