//! How the lines of the emotion curve share their room: how far the drawing reaches, which face sits where, on which side
//! its label stands.

use crate::data::{Point, Series, WHOLE_SCALE};

/// Where a label begins and ends beside its face, in units of emotion: about the same on paper and on the screen.
const LABEL: (f64, f64) = (0.4, 1.5);
/// How far left and right of its face a label is looked at, as parts of the face's own room.
const LOOKS: [f64; 5] = [-0.4, -0.2, 0.0, 0.2, 0.4];

/// Least and greatest value to draw, whole numbers: neutral stays in the middle of at least one step up and down, and
/// ends of the scale that no line comes near are left out.
pub(super) fn scale(series: &[Series]) -> [f64; 2] {
    let [mut low, mut high] = [-1.0_f64, 1.0_f64];
    let points = series.iter().flat_map(|line| &line.points);
    let spans = points.flat_map(|point| [Some(point.value), point.low, point.high]);
    for value in spans.flatten().chain(series.iter().flat_map(|line| &line.plateaus).map(|bar| bar.value)) {
        // A line a little beyond a step stays near it; the labels' room is enough for it.
        low = low.min((value + 0.3).floor());
        high = high.max((value - 0.3).ceil());
    }
    [low.max(WHOLE_SCALE[0]), high.min(WHOLE_SCALE[1])]
}

/// Gives every face of a column its own place beside the others.
pub(super) fn seat(series: &mut [Series]) {
    let mut columns: Vec<f64> =
        series.iter().filter(|line| line.faces).flat_map(|line| line.points.iter().map(|point| point.x)).collect();
    columns.sort_by(f64::total_cmp);
    columns.dedup();
    for x in columns {
        let crowd = series
            .iter()
            .filter(|line| line.faces && line.points.iter().any(|point| point.x.total_cmp(&x).is_eq()))
            .count();
        let mut seat = 0.0;
        for line in series.iter_mut().filter(|line| line.faces) {
            for point in line.points.iter_mut().filter(|point| point.x.total_cmp(&x).is_eq()) {
                point.crowd = crowd;
                point.aside = (seat + 0.5) / crowd as f64 - 0.5;
                seat += 1.0;
            }
        }
    }
}

/// Puts every label on the side where fewer lines run through it.
pub(super) fn side(series: &mut [Series]) {
    let sides: Vec<Vec<bool>> = series
        .iter()
        .map(|line| {
            line.points.iter().enumerate().map(|(number, point)| is_above(series, line, number, point)).collect()
        })
        .collect();
    for (line, sides) in series.iter_mut().zip(sides) {
        for (point, above) in line.points.iter_mut().zip(sides) {
            point.above = above;
        }
    }
}

fn is_above(series: &[Series], line: &Series, number: usize, point: &Point) -> bool {
    let (mut above, mut below) = (0, 0);
    for look in LOOKS {
        let x = place(point) + look / point.crowd as f64;
        for value in series.iter().filter_map(|other| value_at(&other.points, x)) {
            let off = value - point.value;
            above += usize::from((LABEL.0..=LABEL.1).contains(&off));
            below += usize::from((LABEL.0..=LABEL.1).contains(&-off));
        }
    }
    if above != below {
        return above < below;
    }
    // Above a peak and below a dip the line does not cross its own label.
    let near: Vec<f64> = [number.checked_sub(1), Some(number + 1)]
        .into_iter()
        .flatten()
        .filter_map(|at| line.points.get(at))
        .map(|near| near.value)
        .collect();
    near.is_empty() || point.value >= near.iter().sum::<f64>() / near.len() as f64
}

/// Where the point is drawn, in columns.
fn place(point: &Point) -> f64 {
    point.x + point.aside
}

/// About the value at which a line passes: level at its points, steepest between them.
fn value_at(points: &[Point], x: f64) -> Option<f64> {
    let pair = points.windows(2).find(|pair| place(&pair[0]) <= x && x <= place(&pair[1]))?;
    let (from, to) = (place(&pair[0]), place(&pair[1]));
    let part = if to > from { (x - from) / (to - from) } else { 0.0 };
    Some(pair[0].value + (pair[1].value - pair[0].value) * part * part * (3.0 - 2.0 * part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(values: &[f64]) -> Series {
        let point = |(column, value): (usize, &f64)| Point {
            x: column as f64 + 0.5,
            aside: 0.0,
            crowd: 1,
            above: false,
            value: *value,
            icon: None,
            text: String::new(),
            word: String::new(),
            gap: None,
            low: None,
            high: None,
            reach: 1.0,
        };
        Series {
            kind: "claimed",
            persona: 0,
            badge: String::new(),
            label: String::new(),
            key: String::new(),
            faces: true,
            points: values.iter().enumerate().map(point).collect(),
            plateaus: Vec::new(),
        }
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "the ends of the scale are whole numbers")]
    fn the_drawing_reaches_as_far_as_the_values() {
        assert_eq!(scale(&[line(&[0.0, 0.2])]), [-1.0, 1.0]);
        assert_eq!(scale(&[line(&[-0.4, 1.2])]), [-1.0, 1.0], "a little beyond is near enough");
        assert_eq!(scale(&[line(&[-1.4, 1.0]), line(&[1.6])]), [-2.0, 2.0]);
        assert_eq!(scale(&[line(&[-2.0, 2.0])]), [-2.0, 2.0]);
        assert_eq!(scale(&[]), [-1.0, 1.0]);
    }

    #[test]
    fn labels_keep_out_of_the_way_of_other_lines() {
        let mut alone = [line(&[0.0, 1.0, 0.0])];
        side(&mut alone);
        assert_eq!(alone[0].points.iter().map(|point| point.above).collect::<Vec<_>>(), [false, true, false]);
        let mut crossed = [line(&[0.0, 0.3, 0.0]), line(&[1.0, 1.0, 1.0])];
        side(&mut crossed);
        assert!(!crossed[0].points[1].above, "the other line runs above");
        assert!(crossed[1].points[1].above, "the other line runs below");
    }
}
