//! Loops, branches and skips above the ribbon.

use std::fmt::Write;

use super::curve::wrapped;
use super::escape::{attribute, text};
use super::{Page, STEP};
use crate::data::Arc;
use crate::text::plain;

/// Width of a letter of a label, about, in pixels: generous, so labels never touch.
const LETTER: f64 = 7.4;
/// Letters of a line of a label.
const LETTERS: usize = 26;
/// Height of a line of a label, in pixels.
const LINE: f64 = 15.0;

struct Bracket<'a> {
    arc: &'a Arc,
    lines: Vec<String>,
    left: f64,
    right: f64,
}

impl Page<'_> {
    pub(super) fn arcs_row(&self) -> String {
        if self.sheet.arcs.is_empty() {
            return String::new();
        }
        let columns = self.sheet.columns.len();
        let wide = columns as f64 * STEP;
        let levels = levels(self.sheet.arcs.iter().map(|arc| bracket(arc, wide)).collect());
        let heights: Vec<f64> = levels
            .iter()
            .map(|level| level.iter().map(|one| one.lines.len().max(1)).max().unwrap_or(1) as f64 * LINE + 10.0)
            .collect();
        let high = heights.iter().sum::<f64>() + 14.0;
        let mut out = format!(
            "<tr class=\"arcs\"><td></td><td colspan=\"{columns}\"><svg viewBox=\"0 0 {wide} {high}\" role=\"img\" aria-label=\"{}\">",
            attribute(&self.arcs_alt())
        );
        let mut below = high - 14.0;
        for (level, height) in levels.iter().zip(&heights) {
            let middle = below - height / 2.0;
            for one in level {
                draw(&mut out, one, middle, high, wide);
            }
            below -= height;
        }
        out.push_str("</svg></td></tr>\n");
        out
    }

    fn arcs_alt(&self) -> String {
        let place = |x: f64| self.sheet.columns.get(x as usize).map(|column| column.place.as_str()).unwrap_or_default();
        let arcs = self.sheet.arcs.iter().map(|arc| format!("{} → {}: {}", place(arc.from), place(arc.to), arc.title));
        arcs.collect::<Vec<_>>().join("; ")
    }
}

fn bracket(arc: &Arc, wide: f64) -> Bracket<'_> {
    let lines = wrapped(&plain(&arc.title), LETTERS);
    let label = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0) as f64 * LETTER + 12.0;
    let (a, b) = (arc.from * STEP, arc.to * STEP);
    let middle = f64::midpoint(a, b).clamp(label / 2.0, (wide - label / 2.0).max(label / 2.0));
    Bracket {
        arc,
        lines,
        left: a.min(b).min(middle - label / 2.0) - 8.0,
        right: a.max(b).max(middle + label / 2.0) + 8.0,
    }
}

/// Short brackets lie low, long ones above them; two on one level never touch.
fn levels(mut brackets: Vec<Bracket<'_>>) -> Vec<Vec<Bracket<'_>>> {
    brackets.sort_by(|one, other| (one.right - one.left).total_cmp(&(other.right - other.left)));
    let mut levels: Vec<Vec<Bracket<'_>>> = Vec::new();
    for bracket in brackets {
        let free = levels
            .iter()
            .position(|level| level.iter().all(|other| other.right <= bracket.left || bracket.right <= other.left));
        match free {
            Some(level) => levels[level].push(bracket),
            None => levels.push(vec![bracket]),
        }
    }
    levels
}

fn draw(out: &mut String, bracket: &Bracket<'_>, middle: f64, base: f64, wide: f64) {
    let arc = bracket.arc;
    let direction = if arc.to >= arc.from { 1.0 } else { -1.0 };
    let (a, b) = (arc.from * STEP + direction * 6.0, arc.to * STEP - direction * 6.0);
    let (curve, end) = (direction * 8.0, base - 3.0);
    let _ = write!(
        out,
        "<g class=\"arc {}\"><path fill=\"none\" d=\"M{a:.1},{base} V{:.1} Q{a:.1},{middle:.1} {:.1},{middle:.1} H{:.1} Q{b:.1},{middle:.1} {b:.1},{:.1} V{:.1}\"/>\
         <path class=\"tip\" d=\"M{:.1},{:.1} H{:.1} L{b:.1},{end:.1}Z\"/>",
        arc.kind,
        middle + 8.0,
        a + curve,
        b - curve,
        middle + 8.0,
        end - 4.0,
        b - 5.0,
        end - 8.0,
        b + 5.0,
    );
    let label = bracket.lines.iter().map(|line| line.chars().count()).max().unwrap_or(0) as f64 * LETTER + 12.0;
    let x = f64::midpoint(a, b).clamp(label / 2.0, (wide - label / 2.0).max(label / 2.0));
    let high = bracket.lines.len() as f64 * LINE;
    if !bracket.lines.is_empty() {
        let _ = write!(
            out,
            "<rect fill=\"#fff\" x=\"{:.1}\" y=\"{:.1}\" width=\"{label:.1}\" height=\"{high:.1}\"/>",
            x - label / 2.0,
            middle - high / 2.0
        );
    }
    for (number, line) in bracket.lines.iter().enumerate() {
        let y = middle - high / 2.0 + (number as f64 + 0.75) * LINE;
        let _ = write!(
            out,
            "<text text-anchor=\"middle\" font-size=\"12\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>",
            text(line)
        );
    }
    out.push_str("</g>");
}
