//! Colours: after Okabe and Ito, safe for the colour-blind, and readable in greys.

use kelias_map::Colour;
use serde::Serialize;

use crate::options::Theme;

/// Colours by their use, as `#rrggbb`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Colours {
    pub(crate) ink: String,
    pub(crate) soft: String,
    pub(crate) faint: String,
    pub(crate) rule: String,
    pub(crate) edge: String,
    pub(crate) panel: String,
    pub(crate) card: String,
    pub(crate) paper: String,
    pub(crate) track: String,
    /// Marks of moments of truth: the map's own colour where it has one.
    pub(crate) accent: String,
    pub(crate) accent_ink: String,
    /// The accent on a dark page.
    pub(crate) accent_light: String,
    /// What needs a look: losses, barriers, low feelings. The same in every map, so it keeps its meaning.
    pub(crate) alert: String,
    pub(crate) alert_ink: String,
    pub(crate) alert_tint: String,
    pub(crate) on_alert: String,
    pub(crate) good: String,
    pub(crate) good_ink: String,
    pub(crate) good_tint: String,
    pub(crate) data: String,
    pub(crate) data_light: String,
    pub(crate) data_tint: String,
    pub(crate) data_ink: String,
    pub(crate) assumed: String,
    pub(crate) ribbon: String,
    pub(crate) personas: Vec<&'static str>,
}

const WHITE: [u8; 3] = [255; 3];
const BLACK: [u8; 3] = [0; 3];
const VERMILION: [u8; 3] = [0xd5, 0x5e, 0x00];
const RIBBON: [u8; 3] = [0x0b, 0x35, 0x58];

impl Colours {
    /// Colours of a theme, with the map's own accent and ribbon where it allows colour.
    pub(crate) fn new(theme: Theme, own: &kelias_map::Theme) -> Self {
        match theme {
            Theme::Light => Self::light(own.accent.map_or(VERMILION, rgb), own.ribbon.map_or(RIBBON, rgb)),
            Theme::Print => Self::print(),
        }
    }

    fn light(accent: [u8; 3], ribbon: [u8; 3]) -> Self {
        let fixed = |text: &str| text.to_owned();
        Self {
            ink: fixed("#1f2937"),
            soft: fixed("#59626f"),
            faint: fixed("#b6bdc7"),
            rule: fixed("#e1e5ea"),
            edge: fixed("#b3bdc9"),
            panel: fixed("#f6f8fa"),
            card: fixed("#f1f4f8"),
            paper: fixed("#ffffff"),
            track: fixed("#e8ecf1"),
            accent: hex(accent),
            accent_ink: hex(readable_on_white(accent)),
            accent_light: hex(mix(accent, WHITE, 0.45)),
            alert: hex(VERMILION),
            alert_ink: hex(readable_on_white(VERMILION)),
            alert_tint: hex(mix(VERMILION, WHITE, 0.92)),
            on_alert: hex(ink_on(VERMILION)),
            good: fixed("#009e73"),
            good_ink: fixed("#006247"),
            good_tint: fixed("#e9f7f2"),
            data: fixed("#0072b2"),
            data_light: fixed("#56b4e9"),
            data_tint: fixed("#eef7fd"),
            data_ink: fixed("#0b3558"),
            assumed: fixed("#8a5200"),
            ribbon: hex(ribbon),
            personas: vec!["#0072b2", "#a8447d", "#00795a", "#8a5200", "#4b5563", "#6a4fb3"],
        }
    }

    fn print() -> Self {
        let fixed = |text: &str| text.to_owned();
        Self {
            ink: fixed("#111111"),
            soft: fixed("#4a4a4a"),
            faint: fixed("#9a9a9a"),
            rule: fixed("#c9c9c9"),
            edge: fixed("#8c8c8c"),
            panel: fixed("#ffffff"),
            card: fixed("#f4f4f4"),
            paper: fixed("#ffffff"),
            track: fixed("#e4e4e4"),
            accent: fixed("#222222"),
            accent_ink: fixed("#111111"),
            accent_light: fixed("#dddddd"),
            alert: fixed("#222222"),
            alert_ink: fixed("#111111"),
            alert_tint: fixed("#ececec"),
            on_alert: fixed("#ffffff"),
            good: fixed("#7a7a7a"),
            good_ink: fixed("#333333"),
            good_tint: fixed("#f8f8f8"),
            data: fixed("#555555"),
            data_light: fixed("#8f8f8f"),
            data_tint: fixed("#f6f6f6"),
            data_ink: fixed("#222222"),
            assumed: fixed("#444444"),
            ribbon: fixed("#2b2b2b"),
            personas: vec!["#222222", "#6b6b6b", "#444444", "#858585", "#333333", "#777777"],
        }
    }
}

/// The bytes of a map's colour.
pub(crate) fn rgb(colour: Colour) -> [u8; 3] {
    colour.rgb
}

/// `#rrggbb`.
pub(crate) fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// So much of the second colour in the first, 0 to 1.
pub(crate) fn mix(first: [u8; 3], second: [u8; 3], part: f64) -> [u8; 3] {
    let blend = |a: u8, b: u8| (f64::from(a) * (1.0 - part) + f64::from(b) * part).round() as u8;
    [blend(first[0], second[0]), blend(first[1], second[1]), blend(first[2], second[2])]
}

/// Black or white, whichever is easier to read on the colour.
pub(crate) fn ink_on(colour: [u8; 3]) -> [u8; 3] {
    // White text is preferred as long as it reaches the contrast of large bold type.
    if contrast(colour, WHITE) >= 3.0 { WHITE } else { [0x11, 0x18, 0x27] }
}

/// The colour, darkened until text in it is easy to read on white.
pub(crate) fn readable_on_white(colour: [u8; 3]) -> [u8; 3] {
    let steps = (0..=20).map(|step| mix(colour, BLACK, f64::from(step) / 20.0));
    steps.into_iter().find(|shade| contrast(*shade, WHITE) >= 5.0).unwrap_or(BLACK)
}

/// Ratio of luminances as the Web Content Accessibility Guidelines define it, 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|byte| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_readable_on_any_colour_a_map_asks_for() {
        for colour in [VERMILION, RIBBON, [255, 235, 59], [0, 200, 83], WHITE, BLACK] {
            assert!(contrast(colour, ink_on(colour)) >= 3.0, "{}", hex(colour));
            assert!(contrast(readable_on_white(colour), WHITE) >= 5.0, "{}", hex(colour));
        }
        assert_eq!(hex(mix(VERMILION, WHITE, 0.0)), "#d55e00");
    }
}
