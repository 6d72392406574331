//! The answer: what was measured of a map.

use serde::{Deserialize, Serialize};

/// A measured map, as `kelias measure --json` prints it. Whatever cannot be known is null, never zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// Id of the map.
    pub map: String,
    /// Version of the lake that was read; null when the events came straight from a file.
    pub lake_version: Option<u64>,
    /// The period the numbers are of.
    pub period: Period,
    /// Travellers with at least one event in the period, on the map or not.
    pub travellers: u64,
    /// The map's columns in its order: steps, and stages without steps under their own id.
    pub steps: Vec<MeasuredStep>,
    /// Event names with events that belong to no touchpoint; by count, the greatest first, then by name.
    pub not_on_map: Vec<NotOnMap>,
    /// Ids of bound steps that nobody took, in the map's order.
    pub never_taken: Vec<String>,
    /// Share of the map's claims that cite evidence, 0 to 1; null for a map without claims.
    pub evidence_coverage: Option<f64>,
    /// The parameters behind the numbers.
    pub definitions: Definitions,
}

impl Measured {
    /// What was measured of the step with this id.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<&MeasuredStep> {
        self.steps.iter().find(|step| step.step == id)
    }
}

/// A half-open period; an end that is null is open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Period {
    /// Its first moment, as RFC 3339 in UTC.
    pub since: Option<String>,
    /// The first moment after it, as RFC 3339 in UTC.
    pub until: Option<String>,
}

/// What was measured of one step. A step without a binding has nulls wherever something would be counted.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MeasuredStep {
    /// Id of the step, or of the stage where the stage has no steps.
    pub step: String,
    /// Id of its stage.
    pub stage: String,
    /// Travellers with at least one event of the step.
    pub travellers: Option<u64>,
    /// Their share of all travellers, 0 to 1.
    pub share: Option<f64>,
    /// Lower end of the share's 95 % interval (Wilson).
    pub share_low: Option<f64>,
    /// Upper end of the share's 95 % interval (Wilson).
    pub share_high: Option<f64>,
    /// Id of the step that conversion leads to: the next one that has a binding.
    pub next: Option<String>,
    /// Share of the step's travellers who went on to `next` within the window, 0 to 1.
    pub conversion_to_next: Option<f64>,
    /// Lower end of the conversion's 95 % interval (Wilson).
    pub conversion_low: Option<f64>,
    /// Upper end of the conversion's 95 % interval (Wilson).
    pub conversion_high: Option<f64>,
    /// The step's travellers who did not go on to `next` within the window.
    pub dropped: Option<u64>,
    /// Median time to `next` of those who went on, in seconds.
    pub median_seconds_to_next: Option<f64>,
    /// Time within which nine in ten of those who went on reached `next`, in seconds.
    pub p90_seconds_to_next: Option<f64>,
    /// Share of the step's travellers active 8 to 14 days after they first reached it, 0 to 1.
    pub retention: Option<f64>,
    /// How many travellers `retention` is a share of: those observed for 15 days after they reached the step.
    pub retention_travellers: Option<u64>,
    /// The same share, at the same ages, of travellers who never reached the step.
    pub retention_without: Option<f64>,
    /// How many of `retention_travellers` have someone of the same age to be compared with.
    pub retention_compared: Option<u64>,
    /// Retention of those compared, less `retention_without`.
    pub retention_difference: Option<f64>,
    /// Lower end of the difference's 95 % interval (Newcombe).
    pub retention_difference_low: Option<f64>,
    /// Upper end of the difference's 95 % interval (Newcombe).
    pub retention_difference_high: Option<f64>,
    /// Mean of what the team claims that the personas feel, -2 to +2.
    pub emotion_claimed: Option<f64>,
    /// Mean of the ratings at the step, -2 to +2; null below the minimum number of ratings.
    pub emotion_measured: Option<f64>,
    /// Lower end of the mean's 95 % interval (normal approximation).
    pub emotion_low: Option<f64>,
    /// Upper end of the mean's 95 % interval (normal approximation).
    pub emotion_high: Option<f64>,
    /// Number of ratings at the step, enough for a mean or not.
    pub ratings: Option<u64>,
    /// Number of events of the step.
    pub events: Option<u64>,
    /// The step's touchpoints in order.
    pub touchpoints: Vec<MeasuredTouchpoint>,
}

/// What was counted of one touchpoint; nulls without a binding.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MeasuredTouchpoint {
    /// Id of the touchpoint.
    pub touchpoint: String,
    /// Number of its events.
    pub events: Option<u64>,
    /// Travellers with at least one of them.
    pub travellers: Option<u64>,
}

/// Events of one name that belong to no touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotOnMap {
    /// The name.
    pub event: String,
    /// Number of these events.
    pub count: u64,
    /// Travellers with at least one of them.
    pub travellers: u64,
}

/// The parameters behind the numbers of a measured map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definitions {
    /// Within how many seconds the next step counts as a conversion.
    pub window_seconds: u64,
    /// First day after reaching a step on which being active counts as retained.
    pub retention_from_day: u32,
    /// Last such day.
    pub retention_to_day: u32,
    /// With fewer ratings there is no measured emotion.
    pub minimum_ratings: u64,
    /// Up to when travellers were observed, as RFC 3339 in UTC; who reached a step less than 15 days before is not
    /// old enough for retention.
    pub observed_until: String,
    /// How intervals of shares and conversions are computed.
    pub interval_of_shares: String,
    /// How the interval of the difference in retention is computed.
    pub interval_of_differences: String,
    /// How the interval of the mean emotion is computed.
    pub interval_of_means: String,
}
