//! Which analysis, with its options, and its answer.

use std::sync::Arc;

use chrono_tz::Tz;
use clap::{Subcommand, ValueEnum};
use kelias_analyses::funnel::{self, Funnel, Mode, Step};
use kelias_analyses::ngrams::{self, Ngrams};
use kelias_analyses::retention::{self, Membership, Retention, Unit};
use kelias_analyses::sessions::{self, Sessions};
use kelias_analyses::transitions::{self, Transitions};
use kelias_analyses::variants::{self, Variants};
use kelias_journeys::{Analysis, Journeys, run};
use miette::{IntoDiagnostic, Result};

use super::report::Report;
use super::{names, spans};
use crate::exit::CouldNot;

/// An analysis.
#[derive(Debug, Subcommand)]
pub(crate) enum What {
    /// How many travellers take given steps in order, and how long it takes
    Funnel {
        /// Names of events in order: a,b,c (a comma within a name is written `\,`)
        #[arg(long, value_name = "EVENTS")]
        steps: String,
        /// How long after its first step a chain may go on, such as 7d or 1h30m
        #[arg(long, value_name = "SPAN", value_parser = spans::parse, default_value = "7d", allow_hyphen_values = true)]
        window: i64,
        /// How steps are counted: canonical, or as ClickHouse does: `clickhouse`, `clickhouse_strict_order`,
        /// `clickhouse_strict_deduplication`, `clickhouse_strict_increase`, `clickhouse_strict_once` or several joined by +
        #[arg(long, default_value = "canonical")]
        mode: Mode,
    },
    /// Which event follows which, how often and after what time
    Transitions {
        /// Also from a node `start` to first events and from last events to a node `end`
        #[arg(long)]
        ends: bool,
    },
    /// Visits, split where a traveller was silent for longer than a timeout
    Sessions {
        /// The longest silence within a session
        #[arg(long, value_name = "SPAN", value_parser = spans::parse, default_value = "30m", allow_hyphen_values = true)]
        timeout: i64,
    },
    /// Who comes back after how many days, weeks or months
    Retention {
        /// Length of the calendar's intervals
        #[arg(long, value_enum, default_value_t)]
        by: By,
        /// Event that makes a traveller part of a cohort; any when left out
        #[arg(long, value_name = "EVENT")]
        start: Option<String>,
        /// Event that counts as coming back; any when left out
        #[arg(long = "return", value_name = "EVENT")]
        back: Option<String>,
        /// Whether to count who came back in an interval, or in it or later
        #[arg(long, value_enum, default_value_t)]
        mode: On,
        /// Whether a traveller is in the first cohort only or in every one
        #[arg(long, value_enum, default_value_t)]
        cohorts: Cohorts,
        /// Time zone of the calendar, such as Europe/Vilnius; UTC when left out
        #[arg(long, value_name = "ZONE")]
        zone: Option<Tz>,
    },
    /// Whole journeys that were walked in the same way
    Variants {
        /// How many to show; all when left out
        #[arg(long, value_name = "N")]
        top: Option<usize>,
    },
    /// The most frequent runs of a given number of events
    Ngrams {
        /// Events of a run
        #[arg(long, value_name = "N", default_value_t = 5)]
        length: usize,
        /// How many to show
        #[arg(long, value_name = "N", default_value_t = 20)]
        top: usize,
    },
}

/// Length of an interval.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum By {
    /// Calendar days
    Day,
    /// Weeks from Monday
    #[default]
    Week,
    /// Calendar months
    Month,
}

/// How a return is counted.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum On {
    /// In the interval
    #[default]
    On,
    /// In the interval or any later one
    OnOrAfter,
}

/// Who belongs to a cohort.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Cohorts {
    /// Those whose first start event is in the interval
    #[default]
    FirstTime,
    /// All with a start event in the interval
    Recurring,
}

/// Runs the analysis over the journeys.
///
/// # Errors
/// When an event that is named does not exist, an option is out of range, or the journeys cannot be read.
pub(crate) fn answer(what: &What, journeys: &dyn Journeys) -> Result<Report> {
    let names = journeys.names();
    match what {
        What::Funnel { steps, window, mode } => {
            let step = |name: String| Ok(Step { codes: vec![names::code(names, &name)?], name });
            let steps = names::split(steps).into_iter().map(step).collect::<Result<_>>()?;
            let spec = funnel::Spec::new(steps, Some(*window), *mode).into_diagnostic()?;
            Ok(Report::Funnel(observed(journeys, &Funnel::new(spec))?))
        }
        What::Transitions { ends } => {
            let spec = transitions::Spec { ends: *ends };
            Ok(Report::Transitions(observed(journeys, &Transitions::new(spec, Arc::clone(names)))?))
        }
        What::Sessions { timeout } => {
            let spec = sessions::Spec::new(*timeout).into_diagnostic()?;
            Ok(Report::Sessions(observed(journeys, &Sessions::new(spec))?))
        }
        What::Retention { by, start, back, mode, cohorts, zone } => {
            let codes = |name: &Option<String>| {
                name.as_deref().map(|name| names::code(names, name).map(|code| vec![code])).transpose()
            };
            let spec = retention::Spec {
                unit: by.unit(),
                zone: *zone,
                start: codes(start)?,
                back: codes(back)?,
                mode: mode.mode(),
                membership: cohorts.membership(),
            };
            Ok(Report::Retention(observed(journeys, &Retention::new(spec))?.into_diagnostic()?, by.unit()))
        }
        What::Variants { top } => {
            let spec = variants::Spec { top: *top };
            Ok(Report::Variants(observed(journeys, &Variants::new(spec, Arc::clone(names)))?))
        }
        What::Ngrams { length, top } => {
            let spec = ngrams::Spec::new(*length, Some(*top)).into_diagnostic()?;
            Ok(Report::Ngrams(observed(journeys, &Ngrams::new(spec, Arc::clone(names)))?))
        }
    }
}

fn observed<A: Analysis>(journeys: &dyn Journeys, empty: &A) -> Result<A::Output> {
    run(journeys, empty).map_err(|error| CouldNot(error.to_string()).into())
}

impl By {
    const fn unit(self) -> Unit {
        match self {
            Self::Day => Unit::Day,
            Self::Week => Unit::Week,
            Self::Month => Unit::Month,
        }
    }
}

impl On {
    const fn mode(self) -> retention::Mode {
        match self {
            Self::On => retention::Mode::On,
            Self::OnOrAfter => retention::Mode::OnOrAfter,
        }
    }
}

impl Cohorts {
    const fn membership(self) -> Membership {
        match self {
            Self::FirstTime => Membership::FirstTime,
            Self::Recurring => Membership::Recurring,
        }
    }
}
