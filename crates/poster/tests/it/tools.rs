//! Programs from Debian packages, run on a poster. A missing program fails the test: a check that cannot run is no check.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::NamedTempFile;

/// A word on a page with its box, in points.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) page: usize,
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

pub(crate) fn run(program: &str, arguments: &[&str]) -> Output {
    Command::new(program).args(arguments).output().unwrap_or_else(|error| {
        panic!("cannot run {program}: {error}; install the Debian packages qpdf and poppler-utils")
    })
}

fn on_disk(bytes: &[u8]) -> NamedTempFile {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    file
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Asserts that qpdf finds no fault and that the file is tagged.
pub(crate) fn assert_sound(pdf: &[u8]) {
    let file = on_disk(pdf);
    let check = run("qpdf", &["--check", path(file.path())]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    let info = run("pdfinfo", &[path(file.path())]);
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    assert!(info.contains("Tagged:          yes"), "{info}");
}

/// The text of a PDF as a search sees it: letters and digits only, words broken at a line's end joined.
pub(crate) fn searchable(pdf: &[u8]) -> String {
    let file = on_disk(pdf);
    let text = run("pdftotext", &["-enc", "UTF-8", path(file.path()), "-"]);
    assert!(text.status.success(), "{}", String::from_utf8_lossy(&text.stderr));
    letters(&String::from_utf8_lossy(&text.stdout))
}

/// A text without anything a line break may add or drop.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Words with their boxes, and the sizes of the pages.
pub(crate) fn words(pdf: &[u8]) -> (Vec<(f64, f64)>, Vec<Word>) {
    let file = on_disk(pdf);
    let boxes = run("pdftotext", &["-bbox", "-enc", "UTF-8", path(file.path()), "-"]);
    assert!(boxes.status.success(), "{}", String::from_utf8_lossy(&boxes.stderr));
    let html = String::from_utf8_lossy(&boxes.stdout).into_owned();
    let (mut pages, mut words) = (Vec::new(), Vec::new());
    for line in html.lines().map(str::trim) {
        let number = |name: &str| -> f64 {
            let start = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
            line[start..].split('"').next().unwrap().parse().unwrap()
        };
        if line.starts_with("<page ") {
            pages.push((number("width"), number("height")));
        } else if line.starts_with("<word ") {
            let text = line.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
            let (left, top, right, bottom) = (number("xMin"), number("yMin"), number("xMax"), number("yMax"));
            words.push(Word { page: pages.len() - 1, text, left, top, right, bottom });
        }
    }
    (pages, words)
}

/// Asserts that every word lies on its page and none lies on another.
pub(crate) fn assert_nothing_overlaps(pdf: &[u8]) {
    let (pages, words) = words(pdf);
    assert!(!words.is_empty());
    for word in &words {
        let (width, height) = pages[word.page];
        let inside = word.left >= 0.0 && word.top >= 0.0 && word.right <= width && word.bottom <= height;
        assert!(inside, "{word:?} lies outside its page of {width} x {height}");
    }
    let mut clashes = BTreeSet::new();
    for (number, one) in words.iter().enumerate() {
        for other in &words[number + 1..] {
            if one.page == other.page && overlaps(one, other) {
                clashes.insert(format!("{} / {} at {:.0},{:.0}", one.text, other.text, one.left, one.top));
            }
        }
    }
    assert!(clashes.is_empty(), "words lie on each other: {clashes:#?}");
}

/// Boxes are as high as the font's ascenders and descenders, so those of neighbouring lines touch: only the middle of a
/// word counts.
fn overlaps(one: &Word, other: &Word) -> bool {
    let core = |word: &Word| {
        let inset = 0.3 * (word.bottom - word.top);
        (word.top + inset, word.bottom - inset)
    };
    let ((top, bottom), (other_top, other_bottom)) = (core(one), core(other));
    let across = one.right.min(other.right) - one.left.max(other.left);
    let down = bottom.min(other_bottom) - top.max(other_top);
    across > 0.25 && down > 0.25
}

#[test]
fn overlapping_words_are_found() {
    let word =
        |left: f64, top: f64| Word { page: 0, text: "x".to_owned(), left, top, right: left + 10.0, bottom: top + 8.0 };
    assert!(overlaps(&word(0.0, 0.0), &word(5.0, 1.0)));
    assert!(!overlaps(&word(0.0, 0.0), &word(10.0, 0.0)), "side by side");
    assert!(!overlaps(&word(0.0, 0.0), &word(0.0, 7.0)), "below each other");
}
