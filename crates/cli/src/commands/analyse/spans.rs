//! Spans of time as users write and read them.

const UNITS: [(&str, f64); 7] =
    [("ms", 1e3), ("s", 1e6), ("min", 60e6), ("m", 60e6), ("h", 3_600e6), ("d", 86_400e6), ("w", 7.0 * 86_400e6)];

/// Microseconds of a span such as `30m`, `7d`, `1h30m` or `1.5h`.
pub(super) fn parse(text: &str) -> Result<i64, String> {
    let wrong = || {
        format!("{text:?} is no span of time; write numbers with units, such as 30m, 7d or 1h30m (ms, s, m, h, d, w)")
    };
    let (mut rest, mut micros) = (text.trim(), 0.0);
    if rest.is_empty() {
        return Err(wrong());
    }
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').ok_or_else(wrong)?;
        let (number, after) = rest.split_at(digits);
        let after = after.trim_start();
        let letters = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at(letters);
        let number: f64 = number.parse().map_err(|_| wrong())?;
        let (_, length) = UNITS.iter().find(|(name, _)| *name == unit).ok_or_else(wrong)?;
        micros += number * length;
        rest = after.trim_start();
    }
    // Far below the 2^63 microseconds that a time can hold.
    if micros > 1e17 { Err(format!("{text:?} is longer than three thousand years")) } else { Ok(micros.round() as i64) }
}

/// A span for people: its two largest units.
pub(super) fn human(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    match seconds {
        s if s < 1.0 => format!("{:.0} ms", s * 1e3),
        s if s < 59.95 => format!("{s:.1} s"),
        _ if whole < 3_600 => format!("{} min {:02} s", whole / 60, whole % 60),
        _ if whole < 86_400 => format!("{} h {:02} min", whole / 3_600, whole % 3_600 / 60),
        _ => format!("{} d {:02} h", whole / 86_400, whole % 86_400 / 3_600),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read() {
        let minute = 60_000_000;
        for (text, micros) in [
            ("30m", 30 * minute),
            ("1h30m", 90 * minute),
            ("1.5h", 90 * minute),
            ("7d", 10_080 * minute),
            ("2 w", 20_160 * minute),
            ("250ms", 250_000),
        ] {
            assert_eq!(parse(text), Ok(micros), "{text}");
        }
        for text in ["", "30", "m", "-5m", "1y", "1..5h", "99999999w"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn spans_are_written() {
        for (seconds, text) in [
            (0.0, "0 ms"),
            (0.25, "250 ms"),
            (44.03, "44.0 s"),
            (59.97, "1 min 00 s"),
            (3_599.0, "59 min 59 s"),
            (9_000.0, "2 h 30 min"),
            (180_000.0, "2 d 02 h"),
        ] {
            assert_eq!(human(seconds), text);
        }
    }
}
