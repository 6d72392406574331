//! The poster's own words and numbers, in the reader's language.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

const CATALOGUES: [(&str, &str); 3] = [
    ("en", include_str!("../../../locales/en/poster.ftl")),
    ("lt", include_str!("../../../locales/lt/poster.ftl")),
    ("ru", include_str!("../../../locales/ru/poster.ftl")),
];

/// A space between digits and before a unit that never breaks.
const NARROW_SPACE: char = '\u{202F}';

/// Labels and number forms of one language; languages without a catalogue get the English one.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
    decimal_comma: bool,
}

impl Words {
    /// Words for a reader of this language, given by the first part of its tag.
    pub(crate) fn new(primary_language: &str) -> Self {
        let (tag, source) =
            CATALOGUES.iter().find(|(tag, _)| *tag == primary_language).copied().unwrap_or(CATALOGUES[0]);
        let resource =
            FluentResource::try_new(source.to_owned()).expect("the catalogues shipped with the poster are well formed");
        let locale: LanguageIdentifier = tag.parse().unwrap_or(langid!("en"));
        let mut bundle = FluentBundle::new(vec![locale]);
        // Marks of direction around every argument would end up in the text of the PDF.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("a catalogue names every message once");
        Self { bundle, decimal_comma: tag != "en" }
    }

    /// A label without arguments.
    pub(crate) fn get(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A label with texts put in.
    pub(crate) fn with(&self, id: &str, texts: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for (name, text) in texts {
            arguments.set(*name, FluentValue::from(*text));
        }
        self.format(id, Some(&arguments))
    }

    /// A label whose form depends on a count, with texts put in.
    pub(crate) fn counted(&self, id: &str, name: &str, count: u64, texts: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set(name, FluentValue::from(count));
        for (name, text) in texts {
            arguments.set(*name, FluentValue::from(*text));
        }
        self.format(id, Some(&arguments))
    }

    fn format(&self, id: &str, arguments: Option<&FluentArgs>) -> String {
        let message = self.bundle.get_message(id).expect("every label stands in every catalogue");
        let pattern = message.value().expect("every label of the poster has a text");
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
        assert!(errors.is_empty(), "the label {id} gets all its arguments: {errors:?}");
        text
    }

    /// A whole number with its digits in groups of three.
    pub(crate) fn count(&self, number: u64) -> String {
        let digits = number.to_string();
        // Four digits stay together where the group mark is a space, as is usual there.
        if self.decimal_comma && digits.len() <= 4 {
            return digits;
        }
        let mark = if self.decimal_comma { NARROW_SPACE } else { ',' };
        let mut out = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }

    /// A number with so many decimals.
    pub(crate) fn decimal(&self, number: f64, decimals: usize) -> String {
        let text = format!("{number:.decimals$}").replace('-', "−");
        if self.decimal_comma { text.replace('.', ",") } else { text }
    }

    /// A number with its sign, one decimal: how emotions are written.
    pub(crate) fn signed(&self, number: f64) -> String {
        let rounded = (number * 10.0).round() / 10.0;
        if rounded == 0.0 {
            return self.decimal(0.0, 1);
        }
        format!("{}{}", if rounded > 0.0 { "+" } else { "" }, self.decimal(rounded, 1))
    }

    /// A whole number with its sign: how a scale of emotions is marked.
    pub(crate) fn tick(&self, number: f64) -> String {
        format!("{}{}", if number > 0.0 { "+" } else { "" }, self.decimal(number, 0))
    }

    /// A share from 0 to 1 as per cent; small ones and findings keep a decimal.
    pub(crate) fn percent(&self, share: f64, decimals: usize) -> String {
        let percent = share * 100.0;
        let small = percent > 0.0 && percent < 1.0;
        format!("{}{NARROW_SPACE}%", self.decimal(percent, if small { decimals.max(1) } else { decimals }))
    }

    /// A length of time in its two largest units.
    pub(crate) fn time(&self, seconds: f64) -> String {
        const UNITS: [(&str, u64); 5] =
            [("weeks", 604_800), ("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1)];
        let mut rest = seconds.max(0.0).round() as u64;
        if rest == 0 {
            return self.counted("seconds", "n", 0, &[]);
        }
        // Weeks are for whole ones only: 10 days say more than a week and three days.
        let start = usize::from(!rest.is_multiple_of(604_800));
        let mut parts = Vec::new();
        for (place, (id, length)) in UNITS.iter().enumerate().skip(start) {
            let many = rest / length;
            if many > 0 {
                parts.push(self.counted(id, "n", many, &[]));
                rest %= length;
                // Only the neighbouring smaller unit is worth naming.
                let next = UNITS.get(place + 1).map_or(0, |(_, length)| rest / length);
                if next > 0 && parts.len() == 1 && many < 10 {
                    parts.push(self.counted(UNITS[place + 1].0, "n", next, &[]));
                }
                break;
            }
        }
        parts.join(" ").replace(' ', "\u{A0}")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn catalogues_hold_the_same_labels() {
        let ids = |source: &str| -> BTreeSet<String> {
            source
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
                .collect()
        };
        let english = ids(CATALOGUES[0].1);
        assert!(english.len() > 100);
        for (tag, source) in CATALOGUES {
            assert_eq!(ids(source), english, "{tag}");
        }
    }

    #[test]
    fn counts_follow_the_plural_rules() {
        let customers =
            |language: &str, count| Words::new(language).counted("finding-travellers-customer", "count", count, &[]);
        for (language, count, expected) in [
            ("en", 1, "customer"),
            ("en", 5, "customers"),
            ("ru", 1, "клиент"),
            ("ru", 2, "клиента"),
            ("ru", 5, "клиентов"),
            ("ru", 11, "клиентов"),
            ("ru", 21, "клиент"),
            ("lt", 1, "klientas"),
            ("lt", 2, "klientai"),
            ("lt", 10, "klientų"),
            ("lt", 11, "klientų"),
            ("lt", 21, "klientas"),
        ] {
            assert_eq!(customers(language, count), expected, "{language} {count}");
        }
    }

    #[test]
    fn numbers_follow_the_language() {
        let (en, ru) = (Words::new("en"), Words::new("ru"));
        assert_eq!(en.count(12_480), "12,480");
        assert_eq!(ru.count(12_480), "12\u{202F}480");
        assert_eq!(ru.count(1_234_567), "1\u{202F}234\u{202F}567");
        assert_eq!(ru.count(2_240), "2240");
        assert_eq!(en.percent(0.127, 1), "12.7\u{202F}%");
        assert_eq!(ru.percent(0.127, 1), "12,7\u{202F}%");
        assert_eq!(en.percent(0.004, 0), "0.4\u{202F}%");
        assert_eq!(en.signed(-1.25), "−1.3");
        assert_eq!(en.signed(-0.01), "0.0");
        assert_eq!(ru.signed(0.9), "+0,9");
    }

    #[test]
    fn times_keep_two_units() {
        let en = Words::new("en");
        let time = |seconds| en.time(seconds).replace('\u{A0}', " ");
        assert_eq!(time(0.0), "0 s");
        assert_eq!(time(90.0), "1 min 30 s");
        assert_eq!(time(7_800.0), "2 h 10 min");
        assert_eq!(time(86_400.0), "1 day");
        assert_eq!(time(1_209_600.0), "2 weeks");
        assert_eq!(time(900_000.0), "10 days");
        assert_eq!(Words::new("ru").time(5.0 * 86_400.0).replace('\u{A0}', " "), "5 дней");
    }
}
