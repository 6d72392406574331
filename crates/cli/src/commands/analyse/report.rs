//! Answers for machines and for people.

use comfy_table::{CellAlignment, Table, presets};
use kelias_analyses::retention::Unit;
use kelias_analyses::variants::Sequence;
use kelias_analyses::{funnel, ngrams, retention, sessions, transitions, variants};

use super::spans::human;

/// The answer to an analysis.
pub(crate) enum Report {
    Funnel(funnel::Output),
    Transitions(transitions::Output),
    Sessions(sessions::Output),
    Retention(retention::Output, Unit),
    Variants(variants::Output),
    Ngrams(ngrams::Output),
}

impl Report {
    /// The documented object, on one line.
    pub(crate) fn json(&self) -> String {
        let written = match self {
            Self::Funnel(answer) => serde_json::to_string(answer),
            Self::Transitions(answer) => serde_json::to_string(answer),
            Self::Sessions(answer) => serde_json::to_string(answer),
            Self::Retention(answer, _) => serde_json::to_string(answer),
            Self::Variants(answer) => serde_json::to_string(answer),
            Self::Ngrams(answer) => serde_json::to_string(answer),
        };
        written.expect("answers are made of texts, numbers and lists")
    }

    /// The same for people, ending in a line break.
    pub(crate) fn table(&self) -> String {
        let table = match self {
            Self::Funnel(answer) => of_funnel(answer),
            Self::Transitions(answer) => of_transitions(answer),
            Self::Sessions(answer) => of_sessions(answer),
            Self::Retention(answer, unit) => of_retention(answer, *unit),
            Self::Variants(answer) => of_variants(answer),
            Self::Ngrams(answer) => of_ngrams(answer),
        };
        format!("{table}\n")
    }
}

fn of_funnel(answer: &funnel::Output) -> String {
    let rows = answer.steps.iter().map(|step| {
        vec![
            step.step.clone(),
            step.travellers.to_string(),
            percent(step.conversion_from_previous),
            percent(step.conversion_overall),
            span(step.median_seconds_from_previous),
            span(step.p90_seconds_from_previous),
        ]
    });
    let header = ["step", "travellers", "of previous", "of first", "median time", "90% within"];
    table(&header, 1, rows)
}

fn of_transitions(answer: &transitions::Output) -> String {
    let rows = answer.transitions.iter().map(|t| {
        let times = [t.mean_seconds, t.median_seconds, t.min_seconds, t.max_seconds, t.stdev_seconds];
        let mut row = vec![t.from.clone(), t.to.clone(), t.count.to_string(), t.travellers.to_string()];
        row.extend(times.map(span));
        row
    });
    let header = ["from", "to", "count", "travellers", "mean", "median", "min", "max", "deviation"];
    table(&header, 2, rows)
}

fn of_sessions(answer: &sessions::Output) -> String {
    let rows = [
        vec!["sessions".to_owned(), answer.sessions.to_string()],
        vec!["events of a session, mean".to_owned(), decimal(answer.events_per_session_mean)],
        vec!["duration, mean".to_owned(), span(answer.duration_seconds_mean)],
        vec!["duration, median".to_owned(), span(answer.duration_seconds_median)],
    ];
    table(&["", ""], 1, rows.into_iter())
}

fn of_retention(answer: &retention::Output, unit: Unit) -> String {
    let cells = answer.cohorts.iter().map(|cohort| cohort.active.len()).max().unwrap_or(0);
    let unit = match unit {
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
    };
    let mut header = vec!["cohort".to_owned(), "size".to_owned()];
    header.extend((1..cells).map(|cell| format!("{unit} {cell}")));
    let rows = answer.cohorts.iter().map(|cohort| {
        let mut row = vec![cohort.start.clone(), cohort.size.to_string()];
        let share = |&active: &u64| percent((cohort.size > 0).then(|| active as f64 / cohort.size as f64));
        row.extend(cohort.active.iter().skip(1).map(share));
        row.resize(cells.max(1) + 1, String::new());
        row
    });
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    table(&header, 1, rows)
}

fn of_variants(answer: &variants::Output) -> String {
    let travellers = answer.travellers;
    let share = |sequence: &Sequence| percent(Some(sequence.count as f64 / travellers as f64));
    let rows = answer.variants.iter().map(|variant| vec![joined(variant), variant.count.to_string(), share(variant)]);
    let table = table(&["variant", "travellers", "of all"], 1, rows);
    format!("{table}\n\n{travellers} travellers")
}

fn of_ngrams(answer: &ngrams::Output) -> String {
    let rows = answer.ngrams.iter().map(|run| vec![joined(run), run.count.to_string()]);
    table(&["run", "count"], 1, rows)
}

/// A table whose columns from `numbers` on are numbers.
fn table(header: &[&str], numbers: usize, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING);
    if header.iter().any(|title| !title.is_empty()) {
        table.set_header(header);
    }
    table.add_rows(rows);
    for column in table.column_iter_mut().skip(numbers) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.trim_fmt()
}

fn joined(sequence: &Sequence) -> String {
    sequence.events.join(" > ")
}

fn percent(share: Option<f64>) -> String {
    share.map_or_else(String::new, |share| format!("{:.1}%", share * 100.0))
}

fn decimal(number: Option<f64>) -> String {
    number.map_or_else(String::new, |number| format!("{number:.2}"))
}

fn span(seconds: Option<f64>) -> String {
    seconds.map_or_else(String::new, human)
}
