//! The emotion curve as a drawing that says itself in words too.

use std::fmt::Write;

use super::escape::{attribute, text};
use super::{Page, STEP};
use crate::data::{Lane, Point, Series};
use crate::text::plain;

/// Height of a unit of emotion, in pixels.
const UNIT: f64 = 34.0;
/// Room for labels above and below, in pixels.
const PAD: f64 = 66.0;
/// Letters of a word under a point that fit one line.
const LINE: usize = 22;

impl Page<'_> {
    pub(super) fn curve(&self, lane: &Lane) -> String {
        if lane.series.is_empty() {
            return String::new();
        }
        let wide = self.sheet.columns.len() as f64 * STEP;
        let high = 4.0 * UNIT + 2.0 * PAD;
        let mut out = format!(
            "<svg class=\"curve\" viewBox=\"0 0 {wide} {high}\" role=\"img\" aria-label=\"{}\">",
            attribute(&lane.alt)
        );
        for value in [2.0, 0.0, -2.0] {
            let dash = if value == 0.0 { "" } else { " stroke-dasharray=\"3 5\"" };
            let _ = write!(
                out,
                "<line class=\"axis\" stroke=\"#e1e5ea\" x1=\"0\" x2=\"{wide}\" y1=\"{0:.1}\" y2=\"{0:.1}\"{dash}/>",
                y(value)
            );
        }
        for series in &lane.series {
            self.line(&mut out, series);
        }
        for series in &lane.series {
            self.points(&mut out, series);
        }
        out.push_str("</svg>");
        out
    }

    fn line(&self, out: &mut String, series: &Series) {
        let style = self.pen(series);
        let band: Vec<(&Point, f64, f64)> =
            series.points.iter().filter_map(|point| Some((point, point.low?, point.high?))).collect();
        if band.len() > 1 {
            let upper: Vec<_> = band.iter().map(|(point, _, high)| (x(point), y(*high))).collect();
            let lower: Vec<_> = band.iter().rev().map(|(point, low, _)| (x(point), y(*low))).collect();
            let _ = write!(
                out,
                "<path class=\"band\" fill-opacity=\".14\" d=\"{} L{}Z\"/>",
                smooth(&upper),
                smooth(&lower).trim_start_matches('M')
            );
        }
        for bar in &series.plateaus {
            let (from, until) = (bar.from as f64 * STEP + 10.0, bar.until as f64 * STEP - 10.0);
            let _ = write!(
                out,
                "<line class=\"plateau\" x1=\"{from}\" x2=\"{until}\" y1=\"{0:.1}\" y2=\"{0:.1}\" {style}/>",
                y(bar.value)
            );
        }
        for pair in series.points.windows(2) {
            let ends = [&pair[0], &pair[1]].map(|point| (x(point), y(point.value)));
            let bridging = pair[1].x - pair[0].x > pair[1].reach;
            let class = if bridging { "way thin" } else { "way" };
            let _ = write!(out, "<path class=\"{class}\" fill=\"none\" d=\"{}\" {style}/>", smooth(&ends));
        }
    }

    fn points(&self, out: &mut String, series: &Series) {
        let colour = self.series_colour(series);
        for (number, point) in series.points.iter().enumerate() {
            let (px, py) = (x(point), y(point.value));
            if !series.faces {
                let _ = write!(out, "<circle cx=\"{px:.1}\" cy=\"{py:.1}\" r=\"3\" style=\"fill:{colour}\"/>");
                continue;
            }
            let bend = point.value.clamp(-1.4, 1.4) * 3.2;
            let mouth = 3.4 - bend * 0.35;
            let _ = write!(
                out,
                "<g class=\"face\" fill=\"none\" transform=\"translate({px:.1},{py:.1})\" style=\"stroke:{colour}\"><circle r=\"9.5\"/>\
                 <circle class=\"eye\" cx=\"-3.2\" cy=\"-2.4\" r=\".6\"/><circle class=\"eye\" cx=\"3.2\" cy=\"-2.4\" r=\".6\"/>\
                 <path d=\"M-4,{mouth:.1} Q0,{:.1} 4,{mouth:.1}\"/></g>",
                mouth + bend
            );
            label(out, point, px, py, is_above(&series.points, number));
        }
    }

    /// The lines' names beside their samples.
    pub(super) fn curve_key(&self, lane: &Lane) -> String {
        let samples = lane.series.iter().filter(|series| !series.key.is_empty()).map(|series| {
            let style = self.pen(series);
            format!(
                "<small class=\"key\"><svg viewBox=\"0 0 26 8\" aria-hidden=\"true\"><line class=\"way\" x1=\"0\" x2=\"26\" y1=\"4\" y2=\"4\" {style}/></svg>{}</small>",
                text(&series.key)
            )
        });
        samples.collect()
    }

    fn pen(&self, series: &Series) -> String {
        let colour = self.series_colour(series);
        let (width, dash) = match series.kind {
            "measured" => (2.8, "none"),
            "wished" => (1.4, "1.5 4"),
            _ if series.persona.is_multiple_of(2) => (2.2, "7 5"),
            _ => (2.2, "12 4 2 4"),
        };
        format!("style=\"stroke:{colour};stroke-width:{width};stroke-dasharray:{dash}\"")
    }

    fn series_colour(&self, series: &Series) -> &str {
        if series.kind == "measured" { "var(--alert)" } else { self.persona_colour(series.persona) }
    }
}

fn y(value: f64) -> f64 {
    PAD + (2.0 - value) * UNIT
}

fn x(point: &Point) -> f64 {
    (point.x + point.aside) * STEP
}

fn is_above(points: &[Point], number: usize) -> bool {
    let near: Vec<f64> = [number.checked_sub(1), Some(number + 1)]
        .into_iter()
        .flatten()
        .filter_map(|at| points.get(at))
        .map(|point| point.value)
        .collect();
    near.is_empty() || points[number].value >= near.iter().sum::<f64>() / near.len() as f64
}

fn label(out: &mut String, point: &Point, px: f64, py: f64, above: bool) {
    let mut lines = vec![("value", point.text.clone())];
    lines.extend(wrapped(&plain(&point.word)).into_iter().map(|line| ("word", line)));
    lines.extend(point.gap.iter().map(|gap| ("gap", gap.clone())));
    let height = lines.len() as f64 * 14.0;
    let top = if above { py - 14.0 - height + 11.0 } else { py + 25.0 };
    for (number, (class, line)) in lines.iter().enumerate() {
        let at = top + number as f64 * 14.0;
        let _ = write!(
            out,
            "<text class=\"{class}\" text-anchor=\"middle\" font-size=\"11.5\" x=\"{px:.1}\" y=\"{at:.1}\">{}</text>",
            text(line)
        );
    }
}

/// At most three short lines; a word of feeling is rarely longer.
pub(super) fn wrapped(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn smooth(points: &[(f64, f64)]) -> String {
    let mut out = String::new();
    for (number, (px, py)) in points.iter().enumerate() {
        if number == 0 {
            let _ = write!(out, "M{px:.1},{py:.1}");
        } else {
            let (ax, ay) = points[number - 1];
            let middle = f64::midpoint(ax, *px);
            let _ = write!(out, " C{middle:.1},{ay:.1} {middle:.1},{py:.1} {px:.1},{py:.1}");
        }
    }
    out
}
