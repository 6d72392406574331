//! What was measured, as a table with the meaning of its numbers.

use std::fmt::Write;

use kelias_measure::{Measured, MeasuredStep};

use super::Page;
use super::escape::text;
use crate::text::breakable;

/// A column of the table: label and value.
type Field = (&'static str, fn(&Page<'_>, &MeasuredStep) -> Option<String>);

const FIELDS: [Field; 9] = [
    ("page-travellers", |page, step| step.travellers.map(|number| page.words.count(number))),
    ("page-share", share),
    ("page-next", |page, step| step.conversion_to_next.map(|share| page.words.percent(share, 1))),
    ("page-dropped", |page, step| step.dropped.map(|number| page.words.count(number))),
    ("page-median", |page, step| step.median_seconds_to_next.map(|seconds| page.words.time(seconds))),
    ("page-p90", |page, step| step.p90_seconds_to_next.map(|seconds| page.words.time(seconds))),
    ("page-retention", |page, step| step.retention.map(|share| page.words.percent(share, 1))),
    ("page-retention-without", |page, step| step.retention_without.map(|share| page.words.percent(share, 1))),
    ("page-emotion", emotion),
];

const DEFINITIONS: [(&str, &str); 6] = [
    ("page-travellers", "page-define-travellers"),
    ("page-share", "page-define-share"),
    ("page-next", "page-define-next"),
    ("page-median", "page-define-time"),
    ("page-retention", "page-define-retention"),
    ("page-emotion", "page-define-emotion"),
];

fn share(page: &Page<'_>, step: &MeasuredStep) -> Option<String> {
    let words = &page.words;
    let share = words.percent(step.share?, 1);
    Some(match (step.share_low, step.share_high) {
        (Some(low), Some(high)) => {
            format!("{share} ({}–{})", words.decimal(low * 100.0, 1), words.decimal(high * 100.0, 1))
        }
        _ => share,
    })
}

fn emotion(page: &Page<'_>, step: &MeasuredStep) -> Option<String> {
    let value = page.words.signed(step.emotion_measured?);
    let ratings = step.ratings.map(|ratings| {
        page.words.counted("emotion-ratings", "ratings", ratings, &[("number", &page.words.count(ratings))])
    });
    Some(match ratings {
        Some(ratings) => format!("{value} ({ratings})"),
        None => value,
    })
}

impl Page<'_> {
    pub(super) fn numbers(&self) -> String {
        let Some(measured) = &self.options.measured else { return String::new() };
        let mut out = format!(
            "<section class=\"numbers\">\n<h2>{0}</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table>\n<thead><tr>",
            text(&self.words.get("page-measured"))
        );
        let _ = write!(out, "<th scope=\"col\">{}</th>", text(&self.words.get("page-step")));
        // A column where nothing is known would be dashes only.
        let known = |field: &Field| measured.steps.iter().any(|step| field.1(self, step).is_some());
        let fields: Vec<Field> = FIELDS.into_iter().filter(known).collect();
        for (id, _) in &fields {
            let _ = write!(out, "<th scope=\"col\">{}</th>", text(&self.words.get(id)));
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for step in &measured.steps {
            let _ = write!(out, "<tr><th scope=\"row\">{}</th>", text(&self.place(&step.step)));
            for (_, value) in &fields {
                // An unknown value is a dash, never a zero.
                let _ =
                    write!(out, "<td>{}</td>", value(self, step).map_or_else(|| "–".to_owned(), |value| text(&value)));
            }
            out.push_str("</tr>\n");
        }
        out.push_str("</tbody>\n</table></div>\n");
        out.push_str(&self.definitions(&fields));
        out.push_str(&self.not_on_map(measured));
        out.push_str("</section>\n");
        out
    }

    /// Title of a measured step; its id where the map no longer has it.
    fn place(&self, id: &str) -> String {
        self.sheet
            .columns
            .iter()
            .find(|column| column.id == id)
            .map_or_else(|| breakable(id), |column| column.place.clone())
    }

    fn definitions(&self, fields: &[Field]) -> String {
        let mut out = format!("<h3>{}</h3>\n<dl class=\"definitions\">", text(&self.words.get("page-definitions")));
        for (term, meaning) in DEFINITIONS.into_iter().filter(|(term, _)| fields.iter().any(|(id, _)| id == term)) {
            let _ = write!(
                out,
                "<div><dt>{}</dt><dd>{}</dd></div>",
                text(&self.words.get(term)),
                text(&self.words.get(meaning))
            );
        }
        out.push_str("</dl>\n");
        out
    }

    fn not_on_map(&self, measured: &Measured) -> String {
        if measured.not_on_map.is_empty() {
            return String::new();
        }
        let words = &self.words;
        let mut out = format!(
            "<h3>{0}</h3>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table>\n<thead><tr><th scope=\"col\">{1}</th><th scope=\"col\">{2}</th><th scope=\"col\">{3}</th></tr></thead>\n<tbody>\n",
            text(&words.get("page-not-on-map")),
            text(&words.get("page-event")),
            text(&words.get("page-count")),
            text(&words.get("page-travellers")),
        );
        for event in &measured.not_on_map {
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
                text(&breakable(&event.event)),
                words.count(event.count),
                words.count(event.travellers),
            );
        }
        out.push_str("</tbody>\n</table></div>\n");
        out
    }
}
