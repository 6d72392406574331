//! `kelias measure`: all numbers of a map by its events.

mod table;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use kelias_journeys::{View, run as observe};
use kelias_map::{Duration, Language, Map};
use kelias_measure::{MINIMUM_RATINGS, Measure, MeasureSpec, Measured};
use miette::{IntoDiagnostic, Result};

use self::table::table;
use super::schema::print;
use crate::exit::OfLake;
use crate::load::{EventsArgs, Loaded, load_map};

/// Measure a map by its events
#[derive(Debug, clap::Args)]
#[command(after_help = "What each number means: docs/measure.md.

Example:
  kelias measure shop.journey.yaml --lake shop --since 2026-07-01 --until 2026-10-01")]
pub(crate) struct Args {
    /// The map
    map: PathBuf,
    #[command(flatten)]
    events: EventsArgs,
    /// Within what time the next step counts as a conversion: 90s, 15m, 2h, 7d, 2w
    #[arg(long, value_name = "DURATION", default_value = "30d")]
    window: Duration,
    /// Fewer ratings at a step give no measured emotion
    #[arg(long, value_name = "NUMBER", default_value_t = MINIMUM_RATINGS)]
    minimum_ratings: u64,
    /// Language of the titles in the table [default: the map's]
    #[arg(long, value_name = "LANG")]
    language: Option<Language>,
    /// Print the measured map as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let map = load_map(&args.map)?;
    let loaded = args.events.load(true)?;
    let measured = args.measure(&map, &loaded)?;
    if args.json {
        print(&format!("{}\n", serde_json::to_string(&measured).into_diagnostic()?))?;
    } else {
        let width = terminal_size::terminal_size().map_or(80, |(width, _)| width.0);
        print(&table(&measured, &map, map.language_or(args.language.as_ref()), width))?;
    }
    Ok(ExitCode::SUCCESS)
}

impl Args {
    fn measure(&self, map: &Map, loaded: &Loaded) -> Result<Measured> {
        let spec = self.spec(loaded)?;
        let measure = Measure::new(loaded.measurement(map)?, spec).into_diagnostic()?;
        let view = View::select(loaded.journeys(), self.events.selection(loaded)?);
        Ok(observe(&view, &measure).map_err(kelias_lake::LakeError::from).map_err(OfLake)?)
    }

    /// What is asked, of events that are known up to the last of them.
    fn spec(&self, loaded: &Loaded) -> Result<MeasureSpec> {
        let Loaded::Lake { lake, index, .. } = loaded else { unreachable!("a map is measured by a lake") };
        let observed_until = index.time_range().map_or(0, |(_, last)| last + 1);
        Ok(MeasureSpec {
            window_seconds: self.window.seconds(),
            since: self.events.period.since,
            until: self.events.period.until,
            observed_until,
            ratings: Arc::new(lake.ratings(index).map_err(OfLake)?),
            minimum_ratings: self.minimum_ratings,
            lake_version: self.events.lake.is_some().then(|| index.lake_version()),
        })
    }
}
