//! From what the user named (a lake or a file, a map, a predicate, a period) to journeys.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use kelias_journeys::index::Index;
use kelias_journeys::{Builder, InMemory, Journeys, RowSet, Selection, View};
use kelias_lake::Lake;
use kelias_map::{Binding, Map, Touchpoint};
use kelias_measure::Measurement;
use kelias_predicate::check_predicate;
use kelias_sources::{EventReader, ReadOptions, Wanted};
use miette::{IntoDiagnostic, Result, miette};
use tempfile::TempDir;

use crate::commands::check::MapFile;
use crate::exit::{CouldNot, OfLake};
use crate::input::Taking;
use crate::interrupt::Interrupt;
use crate::period::PeriodArgs;
use crate::read_args::ReadArgs;

/// Where the events are.
#[derive(Debug, Clone, Args)]
pub(crate) struct EventsArgs {
    /// The lake that holds the events
    #[arg(long, value_name = "DIR", conflicts_with = "events")]
    pub(crate) lake: Option<PathBuf>,
    /// A file of events, to look first and set up later
    #[arg(long, value_name = "FILE")]
    pub(crate) events: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) read: ReadArgs,
    /// Only events for which this SQL predicate is true, e.g. "channel = 'web' and properties.amount > 10"
    #[arg(long = "where", value_name = "PREDICATE")]
    pub(crate) predicate: Option<String>,
    #[command(flatten)]
    pub(crate) period: PeriodArgs,
}

/// Journeys to analyse, and the lake they come from where there is one.
pub(crate) enum Loaded {
    /// From a lake, or from a file that was read into a temporary one.
    Lake {
        lake: Lake,
        index: Box<Index>,
        /// Removed with this value.
        _temporary: Option<TempDir>,
    },
    /// Straight from a file.
    Memory(InMemory),
}

impl EventsArgs {
    /// Opens the lake or reads the file. A file is grouped in memory when nothing but names and times is
    /// asked of its events; otherwise (`everything`) it goes through a temporary lake.
    pub(crate) fn load(&self, everything: bool) -> Result<Loaded> {
        match (&self.lake, &self.events) {
            (Some(lake), _) => {
                let lake = Lake::open(lake).map_err(OfLake)?;
                let index = lake.journeys().map_err(OfLake)?;
                Ok(Loaded::Lake { lake, index: Box::new(index), _temporary: None })
            }
            (None, Some(file)) if everything || self.predicate.is_some() => self.through_temporary_lake(file),
            (None, Some(file)) => Ok(Loaded::Memory(read_journeys(file, &self.read.options(file, Wanted::Core)?)?)),
            (None, None) => Err(miette!("name the events: --lake DIR or --events FILE")),
        }
    }

    fn through_temporary_lake(&self, file: &Path) -> Result<Loaded> {
        let explain = |error: std::io::Error| CouldNot(format!("cannot make a temporary folder: {error}"));
        let folder = tempfile::tempdir().map_err(explain)?;
        let lake = Lake::open_or_create(folder.path()).map_err(OfLake)?;
        let interrupt = Interrupt::listen();
        let taking = Taking {
            lake: &lake,
            rejects: folder.path().join("rejects.csv"),
            keep_good: false,
            tell_guesses: false,
            interrupt: &interrupt,
        };
        let taken = taking.take(&[(file.to_owned(), self.read.options(file, Wanted::Everything)?)])?;
        warn_of_rejects(file, taken.rejected);
        let index = lake.journeys().map_err(OfLake)?;
        Ok(Loaded::Lake { lake, index: Box::new(index), _temporary: Some(folder) })
    }

    /// Which events count.
    pub(crate) fn selection(&self, loaded: &Loaded) -> Result<Selection> {
        let only = match &self.predicate {
            Some(predicate) => Some(Arc::new(loaded.rows_where(None, predicate, "--where")?)),
            None => None,
        };
        Ok(Selection { since: self.period.since, until: self.period.until, only })
    }
}

impl Loaded {
    /// The journeys.
    pub(crate) fn journeys(&self) -> &dyn Journeys {
        match self {
            Self::Lake { index, .. } => index.as_ref(),
            Self::Memory(journeys) => journeys,
        }
    }

    /// The rows for which a predicate is true, among events of these names.
    pub(crate) fn rows_where(&self, names: Option<&[String]>, predicate: &str, place: &str) -> Result<RowSet> {
        let checked = check_predicate(predicate)
            .map_err(|error| miette!("{place}: {error} in `{predicate}`, at `{}`", &predicate[error.span()]))?;
        match self {
            Self::Lake { lake, index, .. } => Ok(lake.rows_where(index, names, &checked).map_err(OfLake)?),
            Self::Memory(_) => unreachable!("a file whose predicates matter is read into a temporary lake"),
        }
    }

    /// The map laid out over these events, its predicates evaluated.
    pub(crate) fn measurement(&self, map: &Map) -> Result<Measurement> {
        let mut selected = BTreeMap::new();
        for placed in map.touchpoints() {
            let touchpoint = placed.touchpoint;
            if let Some(Binding { events, predicate: Some(predicate) }) = &touchpoint.binding {
                let place = format!("touchpoint {}", touchpoint.id);
                let rows = self.rows_where(Some(events), predicate, &place)?;
                selected.insert(touchpoint.id.to_string(), Arc::new(rows));
            }
        }
        let rows = |touchpoint: &Touchpoint| selected.get(touchpoint.id.as_str()).cloned();
        Measurement::new(map, self.journeys().names(), &rows).into_diagnostic()
    }

    /// The journeys narrowed to the selection and told in the map's touchpoints, where there is a map.
    pub(crate) fn view(&self, selection: Selection, map: Option<&Map>) -> Result<View<'_>> {
        let view = View::select(self.journeys(), selection);
        let Some(map) = map else { return Ok(view) };
        let measurement = self.measurement(map)?;
        let ids: Vec<String> = measurement.touchpoints().map(str::to_owned).collect();
        Ok(view.labelled(measurement.classifier().clone(), ids.into()))
    }
}

/// Whether a binding of the map has a predicate, so that more than names and times is needed.
pub(crate) fn has_predicates(map: &Map) -> bool {
    map.touchpoints()
        .any(|placed| placed.touchpoint.binding.as_ref().is_some_and(|binding| binding.predicate.is_some()))
}

/// Reads a map that must be good; what is wrong with it is told.
pub(crate) fn load_map(path: &Path) -> Result<Map> {
    let file = MapFile::read(path)?;
    if file.parsed.map.is_none() {
        file.tell();
    }
    file.parsed.map.ok_or_else(|| miette!("{} cannot be used before its errors are mended", path.display()))
}

/// Groups the events of a file in memory, its parts read side by side.
fn read_journeys(path: &Path, options: &ReadOptions) -> Result<InMemory> {
    let reader = kelias_sources::open(path, options).into_diagnostic()?;
    for guess in reader.guesses() {
        tracing::info!("{}: {guess}", path.display());
    }
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let parts = reader.split(threads.min(MOST_PARTS));
    let built: Vec<Result<(Builder, u64)>> = std::thread::scope(|scope| {
        let handles: Vec<_> =
            parts.into_iter().enumerate().map(|(part, reader)| scope.spawn(move || build(reader, part))).collect();
        handles
            .into_iter()
            .map(|handle| handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    let (mut whole, mut rejected): (Option<Builder>, u64) = (None, 0);
    for part in built {
        let (builder, rejects) = part?;
        rejected += rejects;
        match &mut whole {
            Some(whole) => whole.merge(builder),
            None => whole = Some(builder),
        }
    }
    warn_of_rejects(path, rejected);
    Ok(whole.unwrap_or_else(Builder::in_memory).finish_in_memory())
}

/// Parts of a file that are read side by side; each has a share of the row numbers, so more would leave too few for one.
const MOST_PARTS: usize = 8;

/// Events of a part for which room is made before they are seen, whatever the file says of itself.
const MOST_RESERVED: u64 = 1 << 24;

/// Rows of a part are numbered from a start of its own, so that earlier parts stay before later ones.
fn build(mut reader: Box<dyn EventReader>, part: usize) -> Result<(Builder, u64)> {
    let mut builder = Builder::in_memory();
    builder.reserve(reader.rows().map_or(0, |rows| rows.min(MOST_RESERVED) as usize));
    let (mut row, mut rejected) = ((part as u32) << 29, 0);
    while let Some(batch) = reader.next_batch().into_diagnostic()? {
        let events = &batch.events;
        builder.push_columns(&events.customer, &events.event, &events.time, row).into_diagnostic()?;
        row += events.len() as u32;
        rejected += batch.rejects.len() as u64;
    }
    Ok((builder, rejected))
}

fn warn_of_rejects(path: &Path, rejected: u64) {
    if rejected > 0 {
        eprintln!("{}: {rejected} rows were passed over; `kelias import` lists them with the reasons", path.display());
    }
}
