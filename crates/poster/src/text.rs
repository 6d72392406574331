//! Where a text may be broken.

/// A zero-width space: the template and the page turn it into an empty place where a line may end.
pub(crate) const BREAK: char = '\u{200B}';

/// Words up to this many letters are left to hyphenation.
const LONG_WORD: usize = 24;
/// A piece of an unbreakable run, in characters: narrower than the narrowest column.
const PIECE: usize = 8;

/// The text with places to break in what has none of its own: addresses, codes, very long words. Line ends are made
/// uniform and control characters dropped, for they have no glyph.
pub(crate) fn breakable(text: &str) -> String {
    let text = numbers_with_units(text.trim());
    let clean: String =
        text.replace("\r\n", "\n").chars().filter(|c| *c == '\n' || !(c.is_control() || *c == BREAK)).collect();
    let mut out = String::with_capacity(clean.len());
    let mut word = String::new();
    for c in clean.chars() {
        if c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}' {
            push_word(&mut out, &word);
            word.clear();
            out.push(c);
        } else {
            word.push(c);
        }
    }
    push_word(&mut out, &word);
    out
}

/// The text with a space before a per cent sign that does not break.
fn numbers_with_units(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(" %") {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let is_number = before.ends_with(|c: char| c.is_ascii_digit());
        out.push(if is_number { '\u{A0}' } else { ' ' });
        rest = &after[1..];
    }
    out.push_str(rest);
    out
}

fn push_word(out: &mut String, word: &str) {
    let length = word.chars().count();
    // The full stop of a sentence does not make its last word a code.
    let core = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_code = core.chars().any(|c| c.is_ascii_digit() || matches!(c, '/' | '_' | '.' | '@' | '=' | '&' | '%'));
    if length <= PIECE + 2 || (length <= LONG_WORD && !is_code) {
        out.push_str(word);
        return;
    }
    let mut run = 0;
    let mut rest = length;
    for c in word.chars() {
        out.push(c);
        run += 1;
        rest -= 1;
        let natural = matches!(c, '/' | '_' | '.' | '@' | '=' | '&' | '?' | '-') && run > 2;
        // A mark that joins the character before it must not be parted from it; neither may a last letter stand alone.
        if (natural || run >= PIECE) && rest > 2 && c.is_ascii() | c.is_alphabetic() {
            out.push(BREAK);
            run = 0;
        }
    }
}

/// The text as people wrote it, without the places to break.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| *c != BREAK).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_cannot_break_gets_breaks() {
        assert_eq!(breakable("An ordinary sentence, extraordinarily."), "An ordinary sentence, extraordinarily.");
        assert_eq!(breakable("kūdikių-vaikiškų"), "kūdikių-vaikiškų");
        let address = "https://shop.example/catalogue/kids?size=104&colour=blue";
        let broken = breakable(address);
        assert_eq!(plain(&broken), address);
        assert!(broken.split(BREAK).all(|piece| piece.chars().count() <= PIECE + 2), "{broken}");
        let long = "w".repeat(60);
        assert!(breakable(&long).split(BREAK).all(|piece| piece.len() <= PIECE + 2));
        assert_eq!(breakable("a\r\nb\u{0}c"), "a\nbc");
        assert_eq!(breakable("from 49 % to 50 %, a % sign"), "from 49\u{A0}% to 50\u{A0}%, a % sign");
    }
}
