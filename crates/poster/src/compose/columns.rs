//! Stages and steps: the ribbon, and what stands under it in every column.

use std::collections::{BTreeMap, BTreeSet};

use kelias_map::{Column as Place, EvidenceId, EvidenceKind, TransitionKind};
use kelias_measure::MeasuredStep;

use super::Reader;
use crate::data::{Column, EvidenceMark, Lane, Measured, Stage, WHOLE_SCALE};
use crate::theme::{hex, ink_on, rgb};

/// Whether the row of steps has something to show in this column.
pub(super) fn says_something(column: &Column) -> bool {
    !column.title.is_empty() || column.moment.is_some() || column.evidence.is_some()
}

impl<'a> Reader<'a> {
    pub(super) fn stages(&self) -> Vec<Stage> {
        let mut first = 0;
        self.map
            .stages
            .iter()
            .map(|stage| {
                let fill = match stage.colour {
                    // The grey theme keeps its greys.
                    Some(colour) if self.options.theme == crate::Theme::Light => hex(rgb(colour)),
                    _ => self.colours.ribbon.clone(),
                };
                let ink = ink_on(bytes(&fill));
                let span = stage.steps.len().max(1);
                first += span;
                Stage {
                    title: self.text(&stage.title),
                    first: first - span,
                    span,
                    goal: self.optional(stage.goal.as_ref()),
                    moment: stage.moment_of_truth.map(|moment| self.words.get(&format!("moment-{moment}"))),
                    sub_map: stage.map.as_ref().map(|id| {
                        self.options
                            .map_titles
                            .get(id)
                            .map_or_else(|| id.to_string(), |title| crate::text::breakable(title))
                    }),
                    // Yellow is readable on a dark ribbon only, and the grey theme has none.
                    moment_ink: if ink == [255; 3] && self.options.theme == crate::Theme::Light {
                        "#f0e442".to_owned()
                    } else {
                        hex(ink)
                    },
                    ink: hex(ink),
                    fill,
                }
            })
            .collect()
    }

    pub(super) fn columns(&self) -> Vec<Column> {
        let worst = self.worst_step().map(|step| step.step.as_str());
        self.map
            .columns()
            .map(|place| {
                let step = place.step;
                let measured = self.options.measured.as_ref().and_then(|view| view.step(place.id().as_str()));
                Column {
                    id: place.id().to_string(),
                    title: step.map(|step| self.text(&step.title)).unwrap_or_default(),
                    place: self.text(place.title()),
                    moment: step
                        .and_then(|step| step.moment_of_truth)
                        .map(|moment| self.words.get(&format!("moment-{moment}"))),
                    success: self.optional(step.and_then(|step| step.success.as_ref())),
                    expected: step
                        .and_then(|step| step.expected_time)
                        .map(|time| {
                            self.words.with("expected-time", &[("time", &self.words.time(time.seconds() as f64))])
                        })
                        .unwrap_or_default(),
                    evidence: self.evidence_mark(&place),
                    measured: measured.map(|step| self.measured(step, worst == Some(step.step.as_str()))),
                }
            })
            .collect()
    }

    /// What backs the claims of a column; nothing where nothing is claimed.
    fn evidence_mark(&self, place: &Place<'a>) -> Option<EvidenceMark> {
        let mut claims = 0;
        let mut cited: BTreeSet<&EvidenceId> = BTreeSet::new();
        let items = place.cells().values().flatten().map(|item| &item.evidence);
        let emotions = place.emotion().iter().filter(|(id, emotion)| self.is_shown(id) && emotion.claimed.is_some());
        let barriers = place.barriers().iter().map(|barrier| &barrier.evidence);
        for evidence in items.chain(emotions.map(|(_, emotion)| &emotion.evidence)).chain(barriers) {
            claims += 1;
            cited.extend(evidence);
        }
        if claims == 0 {
            return None;
        }
        let mut kinds: BTreeMap<EvidenceKind, u64> = BTreeMap::new();
        for id in cited {
            if let Some(evidence) = self.map.evidence(id) {
                *kinds.entry(evidence.kind).or_default() += 1;
            }
        }
        if kinds.is_empty() {
            return Some(EvidenceMark { backed: false, text: self.words.get("assumption") });
        }
        let texts: Vec<String> = kinds
            .iter()
            .map(|(kind, count)| self.words.counted(&format!("evidence-{kind}"), "count", *count, &[]))
            .collect();
        Some(EvidenceMark { backed: true, text: texts.join(", ") })
    }

    /// The step after which most travellers are lost, counted in travellers.
    ///
    /// Not going on is a loss only where the map expects everybody to go on to a step that somebody takes: a step that a
    /// shortcut or a branch leads past is left out, and one that nobody took is a finding of its own.
    pub(super) fn worst_step(&self) -> Option<&MeasuredStep> {
        let measured = self.options.measured.as_ref()?;
        // With a single transition there is nothing it could be the worst of.
        if measured.steps.iter().filter(|step| step.conversion_to_next.is_some()).count() < 2 {
            return None;
        }
        let places: Vec<&str> = self.map.columns().map(|place| place.id().as_str()).collect();
        let column = |id: &str| places.iter().position(|place| *place == id);
        let losses: Vec<(u64, &MeasuredStep)> = measured
            .steps
            .iter()
            .filter_map(|step| {
                let (lost, next) = (step.dropped?, step.next.as_deref()?);
                let taken = measured.step(next)?.travellers? > 0;
                (taken && !self.may_pass(column(&step.step)?, column(next)?)).then_some((lost, step))
            })
            .collect();
        // The first of equal losses: the map's order is the journey's.
        let (lost, worst) = losses.into_iter().rev().max_by_key(|(lost, _)| *lost)?;
        (lost > 0).then_some(worst)
    }

    /// Whether a shortcut or a branch that begins no later than the column leads past the next one.
    fn may_pass(&self, column: usize, next: usize) -> bool {
        self.map.transitions.iter().filter(|one| one.kind != TransitionKind::Loop).any(|one| {
            let ends = self.extent(&one.from).zip(self.extent(&one.to));
            ends.is_some_and(|((_, from), (to, _))| from <= column && next < to)
        })
    }

    fn measured(&self, step: &MeasuredStep, worst: bool) -> Measured {
        let words = &self.words;
        let interval = match (step.share_low, step.share_high) {
            (Some(low), Some(high)) if high - low >= 0.01 => {
                format!(" ({}–{})", words.decimal(low * 100.0, 0), words.decimal(high * 100.0, 0))
            }
            _ => String::new(),
        };
        let mut notes = Vec::new();
        if let Some(dropped) = step.dropped.filter(|number| *number > 0) {
            notes.push(("leave", words.with("dropped", &[("number", &words.count(dropped))])));
        }
        match (step.median_seconds_to_next, step.p90_seconds_to_next) {
            (Some(median), Some(p90)) => {
                notes.push((
                    "clock",
                    words.with("median-p90", &[("time", &words.time(median)), ("p90", &words.time(p90))]),
                ));
            }
            (Some(median), None) => notes.push(("clock", words.with("median-time", &[("time", &words.time(median))]))),
            _ => {}
        }
        if let Some(share) = step.retention {
            let share = words.percent(share, 0);
            notes.push((
                "loop",
                match notable_comparison(step) {
                    Some(without) => {
                        words.with("retention-without", &[("share", &share), ("without", &words.percent(without, 0))])
                    }
                    None => words.with("retention", &[("share", &share)]),
                },
            ));
        }
        notes.extend(self.target_notes(step));
        Measured {
            share: step.share.map(|share| share.clamp(0.0, 1.0)),
            number: step.travellers.map(|number| words.count(number)).unwrap_or_default(),
            share_text: step.share.map(|share| words.percent(share, 0) + &interval).unwrap_or_default(),
            next: step.conversion_to_next.map(|share| words.percent(share, 0)).unwrap_or_default(),
            worst,
            notes,
        }
    }

    /// Heading of the measured row, when a column has something measured.
    pub(super) fn measured_row(&self, columns: &[Column]) -> Option<Lane> {
        columns.iter().any(|column| column.measured.is_some()).then(|| Lane {
            kind: "measured",
            title: self.words.get("measured"),
            caption: self.words.get("measured-caption"),
            colour: None,
            tint: None,
            icon: None,
            parts: Vec::new(),
            series: Vec::new(),
            scale: WHOLE_SCALE,
            alt: String::new(),
        })
    }
}

/// Retention of those who never reached the step, where the 95 % interval of the difference leaves out zero: any other
/// difference may be chance, and a poster has no room to say so.
fn notable_comparison(step: &MeasuredStep) -> Option<f64> {
    let (low, high) = (step.retention_difference_low?, step.retention_difference_high?);
    step.retention_without.filter(|_| low > 0.0 || high < 0.0)
}

/// The bytes of `#rrggbb`.
fn bytes(hex: &str) -> [u8; 3] {
    let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("colours of a theme are written #rrggbb");
    [byte(1), byte(3), byte(5)]
}
