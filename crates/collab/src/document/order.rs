//! Positions: strings of base 62 that order siblings, with room between any two of them.

use super::random::{Random, below};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const BASE: u64 = DIGITS.len() as u64;

/// Digits that are counted with at the ends of a row, and how many positions they have.
const WIDTH: usize = 4;
const ROOM: u64 = BASE.pow(WIDTH as u32);

/// How far the next position at an end of a row may be away: enough that two people seldom meet, and that thousands of
/// records follow each other before positions get longer.
const STEP: u64 = 4096;

/// Whether a string is a position.
pub(super) fn is_position(text: &str) -> bool {
    !text.is_empty() && !text.ends_with('0') && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Positions for siblings in the order in which they stand here, of which some have one already: as many as possible of
/// those stay.
pub(super) fn arrange(current: &[Option<&str>], random: &mut dyn Random) -> Vec<String> {
    let kept = longest_rise(current);
    let mut positions: Vec<String> = Vec::with_capacity(current.len());
    let mut next_kept = kept.iter().copied().peekable();
    while positions.len() < current.len() {
        let at = positions.len();
        let next = next_kept.peek().copied();
        if next == Some(at) {
            positions.extend(current[at].map(str::to_owned));
            next_kept.next();
        } else {
            let left = positions.last().cloned();
            let right = next.and_then(|next| current[next]);
            spread(left.as_deref(), right, next.unwrap_or(current.len()) - at, &mut positions, random);
        }
    }
    positions
}

/// Places of the longest strictly rising row of positions.
fn longest_rise(current: &[Option<&str>]) -> Vec<usize> {
    // For each length of a row the place where the one ends that ends lowest.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; current.len()];
    for (at, position) in current.iter().enumerate() {
        let Some(position) = position.filter(|text| is_position(text)) else { continue };
        let length = ends.partition_point(|end| current[*end].is_some_and(|end| end < position));
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut row: Vec<usize> = std::iter::successors(ends.last().copied(), |at| before[*at]).collect();
    row.reverse();
    row
}

/// Adds `count` positions between two.
fn spread(left: Option<&str>, right: Option<&str>, count: usize, positions: &mut Vec<String>, random: &mut dyn Random) {
    match (left, right) {
        (None, None) => {
            let share = ROOM / (count as u64 + 1);
            for place in 1..=count as u64 {
                positions.push(if share > 1 {
                    digits(place * share - below(share / 2, random))
                } else {
                    between(positions.last().map(String::as_str), None, random)
                });
            }
        }
        _ if count < 2 => {
            for _ in 0..count {
                positions.push(between(left, right, random));
            }
        }
        // One after the other where nothing bounds them, in halves where something does.
        (_, None) => {
            for _ in 0..count {
                let position = between(positions.last().map(String::as_str).or(left), None, random);
                positions.push(position);
            }
        }
        (_, Some(_)) => {
            let middle = between(left, right, random);
            spread(left, Some(&middle), count / 2, positions, random);
            positions.push(middle.clone());
            spread(Some(&middle), right, count - count / 2 - 1, positions, random);
        }
    }
}

/// A position between two, of which either may be missing. The left one stands before the right one.
fn between(left: Option<&str>, right: Option<&str>, random: &mut dyn Random) -> String {
    let step = 1 + below(STEP, random);
    match (left, right) {
        (None, None) => digits(ROOM / 2 + step),
        // Digits that leave no room on that side are passed over, so the next ones always leave enough for a step.
        (Some(left), None) => {
            let rest = left.trim_start_matches('z');
            left[..left.len() - rest.len()].to_owned() + &digits(value(rest) + step)
        }
        (None, Some(right)) => {
            let rest = right.trim_start_matches('0');
            right[..right.len() - rest.len()].to_owned() + &digits(value(rest) - step)
        }
        (Some(left), Some(right)) => inside(left, right, random),
    }
}

/// A position in a gap, somewhere around its middle.
fn inside(left: &str, right: &str, random: &mut dyn Random) -> String {
    let digit = |text: &str, at: usize| text.as_bytes().get(at).map_or(0, |byte| digit_value(*byte));
    let mut position = String::new();
    let mut right = Some(right);
    for at in 0.. {
        let low = digit(left, at);
        let high = right.map_or(BASE, |right| digit(right, at));
        if high > low + 1 {
            let room = high - low - 1;
            position.push(character(low + 1 + room / 4 + below(room - room / 2, random)));
            break;
        }
        position.push(character(low));
        // One digit lower, everything that follows is below the right one.
        if high > low {
            right = None;
        }
    }
    position.push(character(below(BASE, random)));
    position.push(character(1 + below(BASE - 1, random)));
    position
}

/// The first digits of a position as a number.
fn value(position: &str) -> u64 {
    let digits = position.bytes().map(digit_value).chain(std::iter::repeat(0));
    digits.take(WIDTH).fold(0, |value, digit| value * BASE + digit)
}

fn digits(mut value: u64) -> String {
    let mut digits = [0; WIDTH];
    for digit in digits.iter_mut().rev() {
        *digit = value % BASE;
        value /= BASE;
    }
    let text: String = digits.into_iter().map(character).collect();
    text.trim_end_matches('0').to_owned()
}

fn character(digit: u64) -> char {
    char::from(DIGITS[digit as usize])
}

fn digit_value(byte: u8) -> u64 {
    DIGITS.binary_search(&byte).unwrap_or_default() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(u64);

    impl Random for Counting {
        fn fill(&mut self, bytes: &mut [u8]) {
            for byte in bytes {
                self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                *byte = (self.0 >> 56) as u8;
            }
        }
    }

    fn check(left: Option<&str>, right: Option<&str>, random: &mut Counting) -> String {
        let position = between(left, right, random);
        assert!(is_position(&position), "{position}");
        assert!(left.is_none_or(|left| left < position.as_str()), "{left:?} {position}");
        assert!(right.is_none_or(|right| position.as_str() < right), "{position} {right:?}");
        position
    }

    #[test]
    fn there_is_always_room() {
        let mut random = Counting(1);
        for (left, right) in [("1", "2"), ("1", "101"), ("a", "a001"), ("Zz", "a"), ("zzzzz", "zzzzz1"), ("1", "11")] {
            for _ in 0..200 {
                check(Some(left), Some(right), &mut random);
            }
        }
        for edge in ["1", "0001", "000000001", "z", "zzzz", "zzzzz"] {
            check(None, Some(edge), &mut random);
            check(Some(edge), None, &mut random);
        }
    }

    #[test]
    fn positions_stay_short_where_people_insert() {
        let mut random = Counting(2);
        let (mut last, mut first) = (None::<String>, None::<String>);
        for _ in 0..5_000 {
            last = Some(check(last.as_deref(), None, &mut random));
            first = Some(check(None, first.as_deref(), &mut random));
        }
        assert!(last.unwrap().len() <= 8);
        assert!(first.unwrap().len() <= 8);
        let mut right = "V".to_owned();
        for _ in 0..100 {
            right = check(Some("U"), Some(&right), &mut random);
        }
        assert!(right.len() < 40, "{right}");
    }

    #[test]
    fn what_stands_in_order_stays() {
        let mut random = Counting(3);
        let current = [Some("b"), None, Some("a"), Some("c"), Some("c"), Some("x0"), Some("d")];
        let positions = arrange(&current, &mut random);
        assert!(positions.is_sorted() && positions.windows(2).all(|pair| pair[0] < pair[1]), "{positions:?}");
        let kept = current.iter().zip(&positions).filter(|(old, new)| **old == Some(new.as_str())).count();
        assert_eq!(kept, 3);
        let many = arrange(&vec![None; 2_400], &mut random);
        assert!(many.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(many.iter().all(|position| position.len() <= WIDTH && is_position(position)));
    }
}
