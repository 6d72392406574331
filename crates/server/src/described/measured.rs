//! The measured map as the API describes it: what `kelias measure --json` prints. It only describes; a test holds it
//! against the value itself.

use utoipa::ToSchema;

/// A measured map, as `kelias measure --json` prints it. Whatever cannot be known is null, never zero.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct Measured {
    /// Id of the map.
    map: String,
    /// Version of the lake that was read; null when the events came straight from a file.
    #[schema(required = true)]
    lake_version: Option<u64>,
    /// The period the numbers are of.
    period: MeasuredPeriod,
    /// Travellers with at least one event in the period, on the map or not.
    travellers: u64,
    /// The map's columns in its order: steps, and stages without steps under their own id.
    steps: Vec<MeasuredStep>,
    /// Event names with events that belong to no touchpoint; by count, the greatest first, then by name.
    not_on_map: Vec<MeasuredNotOnMap>,
    /// Ids of bound steps that nobody took, in the map's order.
    never_taken: Vec<String>,
    /// Share of the map's claims that cite evidence, 0 to 1; null for a map without claims.
    #[schema(required = true)]
    evidence_coverage: Option<f64>,
    /// The parameters behind the numbers.
    definitions: MeasuredDefinitions,
}

/// A half-open period; an end that is null is open.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct MeasuredPeriod {
    /// Its first moment, as RFC 3339 in UTC.
    #[schema(required = true)]
    since: Option<String>,
    /// The first moment after it, as RFC 3339 in UTC.
    #[schema(required = true)]
    until: Option<String>,
}

/// What was measured of one step. A step without a binding has nulls wherever something would be counted.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct MeasuredStep {
    /// Id of the step, or of the stage where the stage has no steps.
    step: String,
    /// Id of its stage.
    stage: String,
    /// Travellers with at least one event of the step.
    #[schema(required = true)]
    travellers: Option<u64>,
    /// Their share of all travellers, 0 to 1.
    #[schema(required = true)]
    share: Option<f64>,
    /// Lower end of the share's 95 % interval (Wilson).
    #[schema(required = true)]
    share_low: Option<f64>,
    /// Upper end of the share's 95 % interval (Wilson).
    #[schema(required = true)]
    share_high: Option<f64>,
    /// Id of the step that conversion leads to: the next one that has a binding.
    #[schema(required = true)]
    next: Option<String>,
    /// Share of the step's travellers who went on to `next` within the window, 0 to 1.
    #[schema(required = true)]
    conversion_to_next: Option<f64>,
    /// Lower end of the conversion's 95 % interval (Wilson).
    #[schema(required = true)]
    conversion_low: Option<f64>,
    /// Upper end of the conversion's 95 % interval (Wilson).
    #[schema(required = true)]
    conversion_high: Option<f64>,
    /// The step's travellers who did not go on to `next` within the window.
    #[schema(required = true)]
    dropped: Option<u64>,
    /// Median time to `next` of those who went on, in seconds.
    #[schema(required = true)]
    median_seconds_to_next: Option<f64>,
    /// Time within which nine in ten of those who went on reached `next`, in seconds.
    #[schema(required = true)]
    p90_seconds_to_next: Option<f64>,
    /// Share of the step's travellers active 8 to 14 days after they first reached it, 0 to 1.
    #[schema(required = true)]
    retention: Option<f64>,
    /// How many travellers `retention` is a share of: those observed for 15 days after they reached the step.
    #[schema(required = true)]
    retention_travellers: Option<u64>,
    /// The same share, at the same ages, of travellers who never reached the step.
    #[schema(required = true)]
    retention_without: Option<f64>,
    /// How many of `retention_travellers` have someone of the same age to be compared with.
    #[schema(required = true)]
    retention_compared: Option<u64>,
    /// Retention of those compared, less `retention_without`.
    #[schema(required = true)]
    retention_difference: Option<f64>,
    /// Lower end of the difference's 95 % interval (Newcombe).
    #[schema(required = true)]
    retention_difference_low: Option<f64>,
    /// Upper end of the difference's 95 % interval (Newcombe).
    #[schema(required = true)]
    retention_difference_high: Option<f64>,
    /// Mean of what the team claims that the personas feel, -2 to +2.
    #[schema(required = true)]
    emotion_claimed: Option<f64>,
    /// Mean of the ratings at the step, -2 to +2; null below the minimum number of ratings.
    #[schema(required = true)]
    emotion_measured: Option<f64>,
    /// Lower end of the mean's 95 % interval (normal approximation).
    #[schema(required = true)]
    emotion_low: Option<f64>,
    /// Upper end of the mean's 95 % interval (normal approximation).
    #[schema(required = true)]
    emotion_high: Option<f64>,
    /// Number of ratings at the step, enough for a mean or not.
    #[schema(required = true)]
    ratings: Option<u64>,
    /// Number of events of the step.
    #[schema(required = true)]
    events: Option<u64>,
    /// The step's touchpoints in order.
    touchpoints: Vec<MeasuredTouchpoint>,
}

/// What was counted of one touchpoint; nulls without a binding.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct MeasuredTouchpoint {
    /// Id of the touchpoint.
    touchpoint: String,
    /// Number of its events.
    #[schema(required = true)]
    events: Option<u64>,
    /// Travellers with at least one of them.
    #[schema(required = true)]
    travellers: Option<u64>,
}

/// Events of one name that belong to no touchpoint.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct MeasuredNotOnMap {
    /// The name.
    event: String,
    /// Number of these events.
    count: u64,
    /// Travellers with at least one of them.
    travellers: u64,
}

/// The parameters behind the numbers of a measured map.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "only describes")]
pub(crate) struct MeasuredDefinitions {
    /// Within how many seconds the next step counts as a conversion.
    window_seconds: u64,
    /// First day after reaching a step on which being active counts as retained.
    retention_from_day: u32,
    /// Last such day.
    retention_to_day: u32,
    /// With fewer ratings there is no measured emotion.
    minimum_ratings: u64,
    /// Up to when travellers were observed, as RFC 3339 in UTC; who reached a step less than 15 days before is not
    /// old enough for retention.
    observed_until: String,
    /// How intervals of shares and conversions are computed.
    interval_of_shares: String,
    /// How the interval of the difference in retention is computed.
    interval_of_differences: String,
    /// How the interval of the mean emotion is computed.
    interval_of_means: String,
}
