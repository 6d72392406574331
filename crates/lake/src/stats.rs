//! What a lake holds, in numbers.

use kelias_journeys::{Analysis, JourneyBatch, run};
use serde::Serialize;

use crate::{Lake, LakeError};

/// What a lake holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LakeStats {
    /// Version of the table.
    pub lake_version: u64,
    /// Number of events.
    pub events: u64,
    /// Number of travellers, linked ids joined.
    pub travellers: u64,
    /// Number of identity links.
    pub links: u64,
    /// Time of the first event, microseconds, UTC.
    pub first_time: Option<i64>,
    /// Time of the last event, microseconds, UTC.
    pub last_time: Option<i64>,
    /// Files of the table.
    pub files: usize,
    /// Their size in bytes.
    pub bytes: u64,
    /// Size of the journey index in bytes.
    pub index_bytes: u64,
    /// Event names, most frequent first.
    pub event_names: Vec<EventCount>,
}

/// How often an event name occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventCount {
    /// The name.
    pub event: String,
    /// Events of this name.
    pub count: u64,
    /// Travellers with at least one.
    pub travellers: u64,
}

impl Lake {
    /// Counts what the lake holds.
    ///
    /// # Errors
    /// When the table or the index cannot be read.
    pub fn stats(&self) -> Result<LakeStats, LakeError> {
        let index = self.journeys()?;
        let files = self.table()?.files()?;
        let names = kelias_journeys::Journeys::names(&index);
        let counts = run(&index, &NameCounts::for_names(names.len()))?;
        let mut event_names: Vec<EventCount> = names
            .iter()
            .zip(counts)
            .map(|(event, (count, travellers))| EventCount { event: event.clone(), count, travellers })
            .collect();
        event_names.sort_by(|one, two| two.count.cmp(&one.count).then_with(|| one.event.cmp(&two.event)));
        Ok(LakeStats {
            lake_version: index.lake_version(),
            events: index.events(),
            travellers: index.travellers(),
            links: index.links(),
            first_time: index.time_range().map(|range| range.0),
            last_time: index.time_range().map(|range| range.1),
            files: files.len(),
            bytes: files.iter().map(|file| file.bytes).sum(),
            index_bytes: index.bytes(),
            event_names,
        })
    }
}

/// Events and travellers of each name.
#[derive(Clone)]
struct NameCounts {
    counts: Vec<(u64, u64)>,
    /// The last traveller that had the name, so that each counts once.
    last: Vec<u64>,
    travellers: u64,
}

impl NameCounts {
    fn for_names(names: usize) -> Self {
        Self { counts: vec![(0, 0); names], last: vec![0; names], travellers: 0 }
    }
}

impl Analysis for NameCounts {
    type Output = Vec<(u64, u64)>;

    fn observe(&mut self, batch: &JourneyBatch) {
        for journey in batch.journeys() {
            self.travellers += 1;
            for &code in journey.codes {
                let code = code as usize;
                self.counts[code].0 += 1;
                if self.last[code] != self.travellers {
                    self.last[code] = self.travellers;
                    self.counts[code].1 += 1;
                }
            }
        }
    }

    fn merge(&mut self, other: Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(other.counts) {
            mine.0 += theirs.0;
            mine.1 += theirs.1;
        }
    }

    fn finish(self) -> Self::Output {
        self.counts
    }
}
