//! What was measured of a map, as `kelias measure --json` prints it.

use serde::Deserialize;

/// A measured map. Whatever cannot be known is absent, never zero.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct MeasuredView {
    /// Id of the map.
    pub map: Option<String>,
    /// Period the numbers are of.
    pub period: Option<MeasuredPeriod>,
    /// Travellers of the period.
    pub travellers: Option<u64>,
    /// Steps in the map's order.
    pub steps: Vec<MeasuredStep>,
    /// Events that no touchpoint is bound to.
    pub not_on_map: Vec<NotOnMap>,
    /// Ids of bound steps that nobody took.
    pub never_taken: Vec<String>,
    /// Share of the map's claims that cite evidence, 0 to 1.
    pub evidence_coverage: Option<f64>,
}

/// A half-open period; either end may be open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct MeasuredPeriod {
    /// Its first moment, as ISO 8601.
    #[serde(alias = "from", alias = "start")]
    pub since: Option<String>,
    /// The first moment after it, as ISO 8601.
    #[serde(alias = "to", alias = "end")]
    pub until: Option<String>,
}

/// What was measured of one step, or of a stage without steps.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default)]
pub struct MeasuredStep {
    /// Id of the step.
    pub step: String,
    /// Travellers with at least one event of the step.
    pub travellers: Option<u64>,
    /// Their share of all, 0 to 1.
    pub share: Option<f64>,
    /// Lower end of the share's 95 % interval.
    pub share_low: Option<f64>,
    /// Upper end of the share's 95 % interval.
    pub share_high: Option<f64>,
    /// Id of the step that conversion leads to: the next one with a binding.
    pub next: Option<String>,
    /// Share of them that went on to `next`, 0 to 1.
    pub conversion_to_next: Option<f64>,
    /// Those of them that did not.
    pub dropped: Option<u64>,
    /// Median time to the next step, in seconds.
    pub median_seconds_to_next: Option<f64>,
    /// Time within which 9 of 10 reached the next step, in seconds.
    pub p90_seconds_to_next: Option<f64>,
    /// Share of those who reached the step that were active days later, 0 to 1.
    pub retention: Option<f64>,
    /// The same of those who did not reach it.
    pub retention_without: Option<f64>,
    /// Mean emotion, -2 to +2.
    pub emotion_measured: Option<f64>,
    /// Lower end of its 95 % interval.
    pub emotion_low: Option<f64>,
    /// Upper end of its 95 % interval.
    pub emotion_high: Option<f64>,
    /// How many ratings it stands on.
    pub ratings: Option<u64>,
}

/// An event that no touchpoint is bound to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct NotOnMap {
    /// Its name.
    pub event: String,
    /// How often it happened.
    pub count: u64,
    /// How many travellers did it.
    pub travellers: Option<u64>,
}

impl MeasuredView {
    /// What was measured of the step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&MeasuredStep> {
        self.steps.iter().find(|step| step.step == id)
    }
}
