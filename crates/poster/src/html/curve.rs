//! The emotion curve as a drawing that says itself in words too.

use std::fmt::Write;

use super::escape::{attribute, text};
use super::{Page, STEP};
use crate::data::{Lane, Point, Series};
use crate::text::plain;

/// Height of a unit of emotion, in pixels.
const UNIT: f64 = 34.0;
/// Radius of a face, in pixels.
const FACE: f64 = 9.5;
/// Room above the highest and below the lowest line of the scale, in pixels.
const EDGE: f64 = 16.0;
/// Width of a letter of a label, about, in pixels.
const LETTER: f64 = 6.6;
/// Height of a line of a label, in pixels.
const LABEL_LINE: f64 = 14.0;

impl Page<'_> {
    pub(super) fn curve(&self, lane: &Lane) -> String {
        if lane.series.is_empty() {
            return String::new();
        }
        let wide = self.sheet.columns.len() as f64 * STEP;
        // As high as the scale, and beyond it wherever a label or a face is.
        let reaches = lane.series.iter().flat_map(|series| series.points.iter().map(|point| reach(series, point)));
        let ends = (y(lane.scale[1]) - EDGE, y(lane.scale[0]) + EDGE);
        let (top, bottom) = reaches.fold(ends, |(top, bottom), (a, b)| (top.min(a), bottom.max(b)));
        let mut out = format!(
            "<svg class=\"curve\" viewBox=\"0 {top:.0} {wide} {:.0}\" role=\"img\" aria-label=\"{}\">",
            bottom - top,
            attribute(&lane.alt)
        );
        self.axis(&mut out, lane, wide);
        for series in &lane.series {
            self.line(&mut out, series);
        }
        for series in &lane.series {
            self.points(&mut out, series);
        }
        out.push_str("</svg>");
        out
    }

    /// A line for every whole value, named at the left.
    fn axis(&self, out: &mut String, lane: &Lane, wide: f64) {
        for value in [2.0, 1.0, 0.0, -1.0, -2.0] {
            if value < lane.scale[0] || value > lane.scale[1] {
                continue;
            }
            let dash = if value == 0.0 { "" } else { " stroke-dasharray=\"3 5\"" };
            let _ = write!(
                out,
                "<line class=\"axis\" stroke=\"#e1e5ea\" x1=\"0\" x2=\"{wide}\" y1=\"{0:.1}\" y2=\"{0:.1}\"{dash}/>\
                 <text class=\"tick\" font-size=\"10\" x=\"4\" y=\"{1:.1}\">{2}</text>",
                y(value),
                y(value) - 3.0,
                text(&self.words.tick(value))
            );
        }
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
        for point in &series.points {
            let (px, py) = (x(point), y(point.value));
            if !series.faces {
                let _ = write!(out, "<circle cx=\"{px:.1}\" cy=\"{py:.1}\" r=\"3\" style=\"fill:{colour}\"/>");
                continue;
            }
            let _ = write!(
                out,
                "<g class=\"face\" fill=\"none\" transform=\"translate({px:.1},{py:.1})\" style=\"stroke:{colour}\"><circle r=\"{FACE}\"/>{}</g>",
                point.icon.map_or_else(|| face(point.value), chosen)
            );
            label(out, point, px, py);
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

/// Height of a value; the drawing's top lies wherever the highest label needs it.
fn y(value: f64) -> f64 {
    -value * UNIT
}

fn x(point: &Point) -> f64 {
    (point.x + point.aside) * STEP
}

/// Eyes, and a mouth that bends with the value.
fn face(value: f64) -> String {
    let bend = value.clamp(-1.4, 1.4) * 3.2;
    let mouth = 3.4 - bend * 0.35;
    format!(
        "<circle class=\"eye\" cx=\"-3.2\" cy=\"-2.4\" r=\".6\"/><circle class=\"eye\" cx=\"3.2\" cy=\"-2.4\" r=\".6\"/>\
         <path d=\"M-4,{mouth:.1} Q0,{:.1} 4,{mouth:.1}\"/>",
        mouth + bend
    )
}

/// The icon chosen for the emotion, in place of eyes and mouth.
fn chosen(icon: &str) -> String {
    format!("<use href=\"#i-{icon}\" x=\"-6\" y=\"-6\" width=\"12\" height=\"12\"/>")
}

/// The lines of a label with their classes.
fn label_lines(point: &Point) -> Vec<(&'static str, String)> {
    // Faces side by side share the width of a column.
    let letters = (STEP / point.crowd as f64 / LETTER) as usize;
    let mut lines = vec![("value", point.text.clone())];
    lines.extend(wrapped(&plain(&point.word), letters).into_iter().map(|line| ("word", line)));
    lines.extend(point.gap.iter().map(|gap| ("gap", gap.clone())));
    lines
}

/// Top and bottom of a point with its label.
fn reach(series: &Series, point: &Point) -> (f64, f64) {
    let middle = y(point.value);
    let high = if series.faces { label_lines(point).len() as f64 * LABEL_LINE } else { 0.0 };
    let (above, below) = if point.above { (high, 0.0) } else { (0.0, high) };
    (middle - FACE - above - 12.0, middle + FACE + below + 12.0)
}

fn label(out: &mut String, point: &Point, px: f64, py: f64) {
    let lines = label_lines(point);
    let top = if point.above { py - 3.0 - lines.len() as f64 * LABEL_LINE } else { py + 25.0 };
    for (number, (class, line)) in lines.iter().enumerate() {
        let at = top + number as f64 * LABEL_LINE;
        let _ = write!(
            out,
            "<text class=\"{class}\" text-anchor=\"middle\" font-size=\"11.5\" x=\"{px:.1}\" y=\"{at:.1}\">{}</text>",
            text(line)
        );
    }
}

/// Lines of at most so many letters; a longer word stands alone.
pub(super) fn wrapped(words: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < letters => {
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
