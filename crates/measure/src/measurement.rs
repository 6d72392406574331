//! A map laid out for measuring.

use std::collections::HashMap;
use std::sync::Arc;

use kelias_journeys::{Candidate, Classifier, RowSet};
use kelias_map::{Column, Map, Touchpoint};
use thiserror::Error;

/// A map that cannot be measured as asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MeasureError {
    /// A touchpoint's predicate was not evaluated.
    #[error("the predicate of the touchpoint {touchpoint} was not evaluated over the events")]
    Predicate {
        /// Id of the touchpoint.
        touchpoint: String,
    },
    /// The period holds no moment.
    #[error("the period ends at {until} before it begins at {since}; exchange the two times")]
    EmptyPeriod {
        /// Its first moment.
        since: String,
        /// Its end.
        until: String,
    },
    /// A time that no calendar holds.
    #[error("{micros} microseconds since 1970 is beyond the calendar; give a time between the years 0 and 9999")]
    Time {
        /// The time.
        micros: i64,
    },
}

/// A map laid out for measuring: its steps in order, and its bindings as a lookup table over event codes.
#[derive(Debug, Clone)]
pub struct Measurement {
    pub(crate) map: String,
    pub(crate) evidence_coverage: Option<f64>,
    pub(crate) names: Arc<[String]>,
    pub(crate) steps: Vec<StepPlan>,
    pub(crate) touchpoints: Vec<TouchpointPlan>,
    pub(crate) classifier: Classifier,
}

/// A column of the map.
#[derive(Debug, Clone)]
pub(crate) struct StepPlan {
    pub(crate) id: String,
    pub(crate) stage: String,
    pub(crate) emotion_claimed: Option<f64>,
    /// Whether any of its touchpoints has a binding.
    pub(crate) bound: bool,
    /// The next column that is bound, for one that is itself.
    pub(crate) next: Option<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct TouchpointPlan {
    pub(crate) id: String,
    /// Place of its column.
    pub(crate) step: usize,
    pub(crate) bound: bool,
}

impl Measurement {
    /// Lays out a map over events whose codes stand for `names`. `rows` gives the rows of the lake for which the
    /// predicate of a touchpoint holds; it is asked once for each touchpoint whose binding has a `where`.
    ///
    /// # Errors
    /// When `rows` has no answer for a touchpoint that has a predicate.
    pub fn new(
        map: &Map,
        names: &[String],
        rows: &dyn Fn(&Touchpoint) -> Option<Arc<RowSet>>,
    ) -> Result<Self, MeasureError> {
        let mut layout = Self {
            map: map.id.to_string(),
            evidence_coverage: map.evidence_coverage().share(),
            names: names.into(),
            steps: Vec::new(),
            touchpoints: Vec::new(),
            classifier: Classifier::new(names.len()),
        };
        let codes: HashMap<&str, u32> = names.iter().map(String::as_str).zip(0..).collect();
        for column in map.columns() {
            for touchpoint in column.touchpoints() {
                layout.bind(touchpoint, &codes, rows)?;
            }
            layout.steps.push(StepPlan::new(&column));
        }
        layout.link_steps();
        Ok(layout)
    }

    /// Ids of the touchpoints in the map's order: the targets of [`Measurement::classifier`].
    pub fn touchpoints(&self) -> impl Iterator<Item = &str> {
        self.touchpoints.iter().map(|touchpoint| touchpoint.id.as_str())
    }

    /// Which events are which touchpoint; the targets are the places of the touchpoints in the map's order.
    #[must_use]
    pub const fn classifier(&self) -> &Classifier {
        &self.classifier
    }

    fn bind(
        &mut self,
        touchpoint: &Touchpoint,
        codes: &HashMap<&str, u32>,
        rows: &dyn Fn(&Touchpoint) -> Option<Arc<RowSet>>,
    ) -> Result<(), MeasureError> {
        let target = self.touchpoints.len() as u32;
        let bound = touchpoint.binding.is_some();
        self.touchpoints.push(TouchpointPlan { id: touchpoint.id.to_string(), step: self.steps.len(), bound });
        let Some(binding) = &touchpoint.binding else { return Ok(()) };
        let only = match &binding.predicate {
            None => None,
            Some(_) => Some(
                rows(touchpoint).ok_or_else(|| MeasureError::Predicate { touchpoint: touchpoint.id.to_string() })?,
            ),
        };
        // A name without a code is one that no event has.
        for &code in binding.events.iter().filter_map(|name| codes.get(name.as_str())) {
            self.classifier.bind(code, Candidate { target, only: only.clone() });
        }
        Ok(())
    }

    /// Finds out which steps are bound, and which of these follows which.
    fn link_steps(&mut self) {
        for touchpoint in &self.touchpoints {
            self.steps[touchpoint.step].bound |= touchpoint.bound;
        }
        let mut next = None;
        for (place, step) in self.steps.iter_mut().enumerate().rev() {
            if step.bound {
                step.next = next;
                next = Some(place);
            }
        }
    }
}

impl StepPlan {
    fn new(column: &Column<'_>) -> Self {
        let claimed: Vec<f64> = column.emotion().values().filter_map(|emotion| emotion.claimed).collect();
        Self {
            id: column.id().to_string(),
            stage: column.stage.id.to_string(),
            emotion_claimed: (!claimed.is_empty()).then(|| claimed.iter().sum::<f64>() / claimed.len() as f64),
            bound: false,
            next: None,
        }
    }
}
