//! The emotion curve's lines: claimed and wished for by persona, measured for all.

use kelias_map::{Column as Place, Emotion, Persona};

use super::{Reader, curve};
use crate::data::{Plateau, Point, Series};
use crate::icons;

/// A difference between claim and measurement from here on is named.
const NAMED_GAP: f64 = 0.5;

impl<'a> Reader<'a> {
    /// The lines, and the least and greatest value of the drawing.
    pub(super) fn emotion(&self) -> (Vec<Series>, [f64; 2]) {
        let measured = self.measured_series();
        let mut series = Vec::new();
        for (number, persona) in &self.personas {
            let line = |kind: &'static str, faces: bool, value: fn(&Emotion) -> Option<f64>| {
                let (points, plateaus) = self.points(persona, value, faces);
                (!points.is_empty() || !plateaus.is_empty()).then(|| Series {
                    kind,
                    persona: *number,
                    badge: Self::badge(*number),
                    label: self.series_label(kind, persona),
                    key: self.series_key(kind, persona),
                    faces,
                    points,
                    plateaus,
                })
            };
            series.extend(line("wished", false, |emotion| emotion.wished));
            // What was measured speaks with faces; beside it a claim is only a line.
            series.extend(line("claimed", measured.is_none(), |emotion| emotion.claimed));
        }
        series.extend(measured);
        curve::seat(&mut series);
        curve::side(&mut series);
        // One entry of the key speaks for all lines of wishes.
        let mut wishes = series.iter_mut().filter(|line| line.kind == "wished").skip(1);
        wishes.by_ref().for_each(|line| line.key.clear());
        let scale = curve::scale(&series);
        (series, scale)
    }

    /// The short name beside the curve: of several personas the name alone tells the line, unless something was
    /// measured beside the claims.
    fn series_key(&self, kind: &str, persona: &Persona) -> String {
        let what = self.words.get(&format!("emotion-{kind}"));
        match kind {
            "claimed" if self.personas.len() > 1 => self.series_label(kind, persona),
            _ => what,
        }
    }

    fn series_label(&self, kind: &str, persona: &Persona) -> String {
        let what = self.words.get(&format!("emotion-{kind}"));
        if self.personas.len() < 2 {
            return what;
        }
        self.words.with("emotion-of", &[("what", &what), ("persona", &self.text(&persona.name))])
    }

    /// Values of one persona in the order of the columns. What is said of a whole stage of several columns is a bar
    /// over them, and a point of the line where none of the steps says anything itself.
    fn points(&self, persona: &Persona, value: fn(&Emotion) -> Option<f64>, words: bool) -> (Vec<Point>, Vec<Plateau>) {
        let of = |place: &Place<'a>| {
            let emotion = place.emotion().get(&persona.id)?;
            Some((value(emotion)?.clamp(-2.0, 2.0), emotion))
        };
        let (mut points, mut plateaus) = (Vec::new(), Vec::new());
        let mut first = 0;
        let mut half_before = 0.0;
        let mut push = |x: f64, half: f64, value: f64, emotion: &Emotion| {
            let mut point = self.point(x, value, Some(emotion).filter(|_| words));
            point.reach = half + half_before + 0.01;
            half_before = half;
            points.push(point);
        };
        for (stage_index, stage) in self.map.stages.iter().enumerate() {
            let span = stage.steps.len().max(1);
            let steps = stage.steps.iter().enumerate();
            let spoken: Vec<_> = steps
                .filter_map(|(at, step)| Some((at, of(&Place { stage_index, stage, step: Some(step) })?)))
                .collect();
            if let Some((value, emotion)) = of(&Place { stage_index, stage, step: None }) {
                if span > 1 {
                    plateaus.push(Plateau { from: first, until: first + span, value });
                }
                if spoken.is_empty() {
                    let half = span as f64 / 2.0;
                    push(first as f64 + half, half, value, emotion);
                }
            }
            for (at, (value, emotion)) in spoken {
                push((first + at) as f64 + 0.5, 0.5, value, emotion);
            }
            first += span;
        }
        (points, plateaus)
    }

    fn point(&self, x: f64, value: f64, emotion: Option<&Emotion>) -> Point {
        let word = emotion.and_then(|emotion| emotion.word.as_ref()).map(|word| self.text(word)).unwrap_or_default();
        // An icon by its name stands in place of the face, an emoji before the word. A path or data URI names none of ours.
        let icon = emotion.and_then(|emotion| emotion.icon.as_deref());
        let emoji = icon.filter(|icon| is_emoji(icon)).unwrap_or_default();
        Point {
            x,
            aside: 0.0,
            crowd: 1,
            above: true,
            value,
            icon: icon.filter(|icon| !icon.contains('/')).and_then(icons::for_word),
            text: self.words.signed(value),
            word: [emoji, &word].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
            gap: None,
            low: None,
            high: None,
            reach: 1.01,
        }
    }

    fn measured_series(&self) -> Option<Series> {
        let view = self.options.measured.as_ref()?;
        let mut points = Vec::new();
        for (number, place) in self.map.columns().enumerate() {
            let Some(step) = view.step(place.id().as_str()) else { continue };
            let Some(value) = step.emotion_measured else { continue };
            let mut point = self.point(number as f64 + 0.5, value.clamp(-2.0, 2.0), None);
            point.low = step.emotion_low.map(|low| low.clamp(-2.0, 2.0));
            point.high = step.emotion_high.map(|high| high.clamp(-2.0, 2.0));
            if let Some(ratings) = step.ratings {
                let count = self.words.count(ratings);
                point.word = self.words.counted("emotion-ratings", "ratings", ratings, &[("number", &count)]);
            }
            point.gap = self
                .claimed_mean(&place)
                .map(|claimed| value - claimed)
                .filter(|gap| gap.abs() > NAMED_GAP)
                .map(|gap| self.words.with("emotion-gap", &[("gap", &self.words.signed(gap))]));
            points.push(point);
        }
        let has_band = points.iter().any(|point| point.low.is_some());
        let label = if has_band { "emotion-measured-interval" } else { "emotion-measured" };
        (!points.is_empty()).then(|| Series {
            kind: "measured",
            persona: 0,
            badge: String::new(),
            label: self.words.get(label),
            key: self.words.get(label),
            faces: true,
            points,
            plateaus: Vec::new(),
        })
    }

    /// Mean of what is claimed for the shown personas.
    fn claimed_mean(&self, place: &Place<'a>) -> Option<f64> {
        let emotions = place.emotion().iter().filter(|(id, _)| self.is_shown(id));
        let claimed: Vec<f64> = emotions.filter_map(|(_, emotion)| emotion.claimed).collect();
        (!claimed.is_empty()).then(|| claimed.iter().sum::<f64>() / claimed.len() as f64)
    }

    /// The curve in words, for who cannot see it.
    pub(super) fn emotion_alt(&self, series: &[Series]) -> String {
        let places: Vec<String> = self.map.columns().map(|place| self.text(place.title())).collect();
        let mut parts = vec![self.words.get("emotion-alt")];
        for line in series {
            let points: Vec<String> = line
                .points
                .iter()
                .map(|point| {
                    let column = (point.x.floor() as usize).min(places.len() - 1);
                    self.words.with("emotion-alt-point", &[("place", &places[column]), ("value", &point.text)])
                })
                .collect();
            parts.push(self.words.with("emotion-alt-series", &[("name", &line.label), ("points", &points.join(", "))]));
        }
        parts.join(" ")
    }
}

/// Whether the text is one picture character, with the joiners and variation marks it may carry.
fn is_emoji(text: &str) -> bool {
    let mut characters = text.trim().chars();
    let pictorial = |c: char| matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
    characters.next().is_some_and(pictorial)
        && text.trim().chars().count() <= 10
        && characters.all(|c| pictorial(c) || matches!(c, '\u{200D}' | '\u{FE0F}'))
}
