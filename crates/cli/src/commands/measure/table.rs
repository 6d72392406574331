//! A measured map as a table for people.

use std::collections::HashMap;

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, TableComponent, presets};
use kelias_map::{Language, Map};
use kelias_measure::{Measured, MeasuredStep, NotOnMap};

/// What cannot be known.
const UNKNOWN: &str = "–";

/// Stands in the table for the line of a stage, whose title may be wider than the column of the steps.
const STAGE: &str = "\u{e000}";

/// How many events off the map are listed.
const LISTED: usize = 20;

/// The measured map for people: a line for each stage, two for each step, then what is not on the map and what was
/// never taken. Titles stand in the reader's language where the map has them in it; `width` is in columns of the
/// terminal, 80 at least.
pub(crate) fn table(measured: &Measured, map: &Map, language: &Language, width: u16) -> String {
    let titles: HashMap<&str, &str> =
        map.places().map(|place| (place.id().as_str(), place.title().get(language, &map.language))).collect();
    let title = |id: &str| titles.get(id).copied().unwrap_or_default().to_owned();
    let mut parts = vec![heading(measured, map.title.get(language, &map.language))];
    parts.push(steps(measured, &title, width.max(80)));
    if !measured.not_on_map.is_empty() {
        parts.push(not_on_map(&measured.not_on_map));
    }
    if !measured.never_taken.is_empty() {
        let steps: Vec<String> = measured.never_taken.iter().map(|id| format!("  {}", title(id))).collect();
        parts.push(format!("Never taken, though bound to events:\n{}", steps.join("\n")));
    }
    if let Some(coverage) = measured.evidence_coverage {
        parts.push(format!("{} of the map's claims cite evidence.", percent(coverage)));
    }
    parts.join("\n\n") + "\n"
}

fn heading(measured: &Measured, title: &str) -> String {
    let period = match (&measured.period.since, &measured.period.until) {
        (None, None) => "all events".to_owned(),
        (Some(since), None) => format!("since {since}"),
        (None, Some(until)) => format!("until {until}"),
        (Some(since), Some(until)) => format!("{since} until {until}"),
    };
    let window = humanised(measured.definitions.window_seconds as f64);
    format!("{title}\n{}, {period}; the next step counts within {window}", counted(measured.travellers, "traveller"))
}

fn steps(measured: &Measured, title: &dyn Fn(&str) -> String, width: u16) -> String {
    let mut table = Table::new();
    table
        .load_preset(presets::NOTHING)
        .set_style(TableComponent::HeaderLines, '─')
        .set_style(TableComponent::MiddleHeaderIntersections, '─')
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width);
    let definitions = &measured.definitions;
    let days = format!("Days {}–{}\nothers", definitions.retention_from_day, definitions.retention_to_day);
    let numbers = ["Travellers\n95 %", "To next\nlost", "Median\np90", &days, "Claimed\nrated (n)"].map(right);
    table.set_header(std::iter::once(Cell::new("Step")).chain(numbers));
    let mut stages = Vec::new();
    for step in &measured.steps {
        if stages.last() != Some(&&step.stage) {
            stages.push(&step.stage);
            table.add_row([STAGE]);
        }
        table.add_row(row(step, &title(&step.step)));
    }
    // The step's column indents the lines that follow the first, too.
    table.column_mut(0).expect("the header has columns").set_padding((2, 0));
    for column in table.column_iter_mut().skip(1) {
        column.set_constraint(ColumnConstraint::ContentWidth).set_padding((1, 0));
    }
    let mut stages = stages.into_iter();
    let in_place = |line: &str| match line.trim() {
        STAGE => stages.next().map_or_else(String::new, |stage| title(stage)),
        _ => line.to_owned(),
    };
    table.trim_fmt().lines().map(in_place).collect::<Vec<_>>().join("\n")
}

fn right(text: impl ToString) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}

fn row(step: &MeasuredStep, title: &str) -> Vec<Cell> {
    let claimed = step.emotion_claimed.map_or_else(String::new, points);
    let Some(travellers) = step.travellers else {
        let mut cells = vec![Cell::new(title), right("not bound")];
        cells.extend((0..3).map(|_| Cell::new("")));
        cells.push(right(claimed));
        return cells;
    };
    let share = step.share.map_or_else(String::new, |share| format!(" {}", percent(share)));
    let interval = step.share_low.zip(step.share_high);
    let interval = interval.map_or_else(String::new, |(low, high)| between(low, high));
    let (went_on, lost) = match (&step.next, step.dropped) {
        (Some(_), Some(dropped)) => (known(step.conversion_to_next, percent), grouped(dropped)),
        _ => (String::new(), String::new()),
    };
    let (median, p90) = match step.next {
        Some(_) => (known(step.median_seconds_to_next, humanised), known(step.p90_seconds_to_next, humanised)),
        None => (String::new(), String::new()),
    };
    let rated = match (step.emotion_measured, step.ratings) {
        (Some(mean), Some(ratings)) => format!("{} ({})", points(mean), grouped(ratings)),
        (None, Some(ratings)) if ratings > 0 => format!("{UNKNOWN} ({})", grouped(ratings)),
        _ => UNKNOWN.to_owned(),
    };
    vec![
        Cell::new(title),
        right(format!("{}{share}\n{interval}", grouped(travellers))),
        right(format!("{went_on}\n{lost}")),
        right(format!("{median}\n{p90}")),
        right(format!("{}\n{}", known(step.retention, percent), known(step.retention_without, percent))),
        right(format!("{}\n{rated}", if claimed.is_empty() { UNKNOWN } else { &claimed })),
    ]
}

fn not_on_map(events: &[NotOnMap]) -> String {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING);
    for event in events.iter().take(LISTED) {
        let travellers = format!("of {}", counted(event.travellers, "traveller"));
        table.add_row([
            Cell::new(format!(" {}", event.event)),
            right(counted(event.count, "event")),
            right(travellers),
        ]);
    }
    let more = match events.len().saturating_sub(LISTED) {
        0 => String::new(),
        more => format!("\n  and {} more event names, listed with --json", grouped(more as u64)),
    };
    format!("Not on the map:\n{}{more}", table.trim_fmt())
}

fn known(value: Option<f64>, write: fn(f64) -> String) -> String {
    value.map_or_else(|| UNKNOWN.to_owned(), write)
}

/// Points on the scale of emotions.
fn points(value: f64) -> String {
    if value.abs() < 0.05 { "0".to_owned() } else { format!("{value:+.1}") }
}

/// A share in per cent. Only nothing and everything are written as such.
fn percent(share: f64) -> String {
    let hundredths = share * 100.0;
    if share > 0.0 && hundredths < 0.1 {
        "<0.1 %".to_owned()
    } else if share < 1.0 && hundredths > 99.9 {
        ">99.9 %".to_owned()
    } else {
        format!("{} %", without_zero(hundredths))
    }
}

fn between(low: f64, high: f64) -> String {
    format!("{}–{} %", without_zero(low * 100.0), without_zero(high * 100.0))
}

/// With one digit after the point, but for nothing and a hundred.
fn without_zero(hundredths: f64) -> String {
    let text = format!("{hundredths:.1}");
    match text.as_str() {
        "0.0" => "0".to_owned(),
        "100.0" => "100".to_owned(),
        _ => text,
    }
}

/// A span of time in the unit that suits it.
fn humanised(seconds: f64) -> String {
    const UNITS: [(f64, &str); 5] = [(1.0, "s"), (60.0, "min"), (3600.0, "h"), (86_400.0, "d"), (31_557_600.0, "y")];
    // From two of a unit on that unit is used, so that 90 minutes are no 1.5 hours.
    let fits = |(size, _): &&(f64, &str)| seconds >= 2.0 * size;
    let (size, unit) = UNITS.iter().rev().find(fits).unwrap_or(&UNITS[0]);
    let count = seconds / size;
    let whole = count >= 10.0 || (count - count.round()).abs() < 0.05;
    if whole { format!("{count:.0} {unit}") } else { format!("{count:.1} {unit}") }
}

fn counted(count: u64, noun: &str) -> String {
    format!("{} {noun}{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// A count with commas between thousands.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_are_written_for_people() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(
            [0.0, 0.000_01, 0.123_45, 0.9999, 1.0].map(percent),
            ["0 %", "<0.1 %", "12.3 %", ">99.9 %", "100 %"]
        );
        assert_eq!([0.0, -0.04, 1.25, -0.96].map(points), ["0", "0", "+1.2", "-1.0"]);
        assert_eq!(between(0.0, 0.9996), "0–100 %");
        assert_eq!(
            [0.0, 1.25, 45.0, 119.0, 227.0, 5_400.0, 9_000.0, 2_592_000.0].map(humanised),
            ["0 s", "1.2 s", "45 s", "119 s", "3.8 min", "90 min", "2.5 h", "30 d"]
        );
    }

    #[test]
    fn a_step_takes_two_lines_under_its_stage() {
        let step = |id: &str, title: &str| json!({"id": id, "title": {"en": title}, "touchpoints": []});
        let map = serde_json::from_value(json!({
            "kelias": 1, "id": "shop", "title": "Shop", "language": "en",
            "stages": [{"id": "buy", "title": "Buy", "steps": [
                step("looks", "Looks at everything there is on the shelves"), step("asks", "Asks"), step("pays", "Pays"),
            ]}],
        }))
        .unwrap();
        let measured = serde_json::from_value(json!({
            "map": "shop", "lake_version": 4, "period": {"since": "2026-01-01T00:00:00Z", "until": null},
            "travellers": 2500,
            "steps": [
                {"step": "looks", "stage": "buy", "travellers": 2000, "share": 0.8, "share_low": 0.7839,
                 "share_high": 0.8152, "next": "pays", "conversion_to_next": 0.0, "dropped": 2000,
                 "retention": 0.25, "emotion_claimed": 1.0, "emotion_measured": -0.5, "ratings": 7, "touchpoints": []},
                {"step": "asks", "stage": "buy", "emotion_claimed": -1.0, "touchpoints": []},
                {"step": "pays", "stage": "buy", "travellers": 0, "share": 0.0, "share_low": 0.0, "share_high": 0.0015,
                 "ratings": 0, "touchpoints": []},
            ],
            "not_on_map": [{"event": "error", "count": 1200, "travellers": 1}],
            "never_taken": ["pays"],
            "evidence_coverage": 0.5,
            "definitions": {
                "window_seconds": 604_800, "retention_from_day": 8, "retention_to_day": 14, "minimum_ratings": 5,
                "observed_until": "2026-02-01T00:00:00Z", "interval_of_shares": "", "interval_of_differences": "",
                "interval_of_means": "",
            },
        }))
        .unwrap();
        assert_eq!(table(&measured, &map, &Language::english(), 80), EXPECTED);
    }

    const EXPECTED: &str = "\
Shop
2,500 travellers, since 2026-01-01T00:00:00Z; the next step counts within 7 d

  Step                         Travellers  To next  Median  Days 8–14    Claimed
                                     95 %     lost     p90     others  rated (n)
────────────────────────────────────────────────────────────────────────────────
Buy
  Looks at everything there  2,000 80.0 %      0 %       –     25.0 %       +1.0
  is on the shelves           78.4–81.5 %    2,000       –          –   -0.5 (7)
  Asks                          not bound                                   -1.0
  Pays                              0 0 %                           –          –
                                  0–0.1 %                           –          –

Not on the map:
  error  1,200 events  of 1 traveller

Never taken, though bound to events:
  Pays

50.0 % of the map's claims cite evidence.
";
}
