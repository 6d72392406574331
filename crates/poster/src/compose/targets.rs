//! Measured values by the names of their metrics, and the targets that are held against them.

use kelias_map::{Metric, Target};
use kelias_measure::MeasuredStep;

use super::Reader;
use crate::words::Words;

/// The value of a metric at a step, in the metric's own unit; none where it was not measured.
fn value(metric: Metric, step: &MeasuredStep) -> Option<f64> {
    match metric {
        Metric::Audience => step.travellers.map(|number| number as f64),
        Metric::Share => step.share,
        Metric::ConversionToNext => step.conversion_to_next,
        Metric::MedianSecondsToNext => step.median_seconds_to_next,
        Metric::Retention => step.retention,
        Metric::Emotion => step.emotion_measured,
    }
}

/// A value of a metric as it is read; a share has so many decimals.
fn written(words: &Words, metric: Metric, value: f64, decimals: usize) -> String {
    match metric {
        Metric::Audience => words.count(value.max(0.0).round() as u64),
        Metric::Share | Metric::ConversionToNext | Metric::Retention => words.percent(value, decimals),
        Metric::MedianSecondsToNext => words.time(value),
        Metric::Emotion => words.signed(value),
    }
}

impl Reader<'_> {
    /// What was measured of a metric at a step, as it is read.
    pub(super) fn metric(&self, metric: Metric, step: &MeasuredStep) -> Option<String> {
        value(metric, step).map(|value| written(&self.words, metric, value, 0))
    }

    /// The targets of a step, each with the icon that says whether it is met; of what was not measured nothing is said.
    pub(super) fn target_notes(&self, step: &MeasuredStep) -> Vec<(&'static str, String)> {
        let targets = self.map.targets.iter().filter(|target| target.step.as_str() == step.step);
        targets
            .filter_map(|target| {
                let is_met = is_met(target, value(target.metric, step)?);
                let (icon, label) = if is_met { ("check", "target-met") } else { ("target", "target-missed") };
                Some((icon, self.words.with(label, &[("target", &self.wanted(target)?)])))
            })
            .collect()
    }

    /// A target in words: “conversion to the next step: at least 40 %”.
    fn wanted(&self, target: &Target) -> Option<String> {
        let label = if target.at_least.is_some() { "target-at-least" } else { "target-at-most" };
        let value = target.at_least.or(target.at_most)?;
        let percent = value * 100.0;
        let decimals = usize::from((percent - percent.round()).abs() >= 0.05);
        let metric = self.words.get(&format!("metric-{}", target.metric));
        let value = written(&self.words, target.metric, value, decimals);
        Some(self.words.with(label, &[("metric", &metric), ("value", &value)]))
    }
}

fn is_met(target: &Target, value: f64) -> bool {
    target.at_least.is_none_or(|least| value >= least) && target.at_most.is_none_or(|most| value <= most)
}
