//! What may enter a document: only what is complete.
//!
//! A block enters when everything it builds on is there, so a document never holds blocks that wait for others, never has
//! holes, and what it serves can be integrated by whoever receives it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::UpdateError;
use super::scan::{Block, Content, Id, Kind, Parent, Update};

/// What a document has, as far as it takes to judge updates.
#[derive(Debug, Default)]
pub(crate) struct Guard {
    /// How many elements of each client are there, without a hole.
    clocks: HashMap<u64, u32>,
    /// What stands under the keys of the top-level types, by its first element.
    entries: BTreeMap<Id, Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    end: u32,
    content: Content,
}

/// The part of an update that may enter.
#[derive(Debug, Default)]
pub(crate) struct Admitted {
    /// As an update of its own; none where nothing of it is new.
    pub(crate) bytes: Option<Vec<u8>>,
    /// Whether something had to stay outside, because what it builds on is not there.
    pub(crate) is_incomplete: bool,
    clocks: HashMap<u64, u32>,
    entries: BTreeMap<Id, Entry>,
}

impl Guard {
    /// Judges an update.
    pub(super) fn judge(&self, update: &Update<'_>) -> Result<Admitted, UpdateError> {
        let mut admitting = Admitting { guard: self, admitted: Admitted::default(), waiting: HashMap::new() };
        let taken = admitting.take(update)?;
        let mut admitted = admitting.admitted;
        let has_left_out = |(run, taken): (&super::scan::Run<'_>, &Range<usize>)| taken.end < run.blocks.len();
        admitted.is_incomplete = update.runs.iter().zip(&taken).any(has_left_out);
        let mut deleted = Vec::with_capacity(update.deleted.len());
        for (client, range) in &update.deleted {
            let known = admitted.clocks.get(client).copied().unwrap_or_else(|| self.clock(*client));
            admitted.is_incomplete |= known < range.end;
            if range.start < known {
                deleted.push((*client, range.start..range.end.min(known)));
            }
        }
        if !deleted.is_empty() || taken.iter().any(|range| !range.is_empty()) {
            admitted.bytes = Some(encode(update, &taken, &deleted));
        }
        Ok(admitted)
    }

    /// Notes that what was admitted is in the document now.
    pub(crate) fn enter(&mut self, admitted: Admitted) {
        self.clocks.extend(admitted.clocks);
        self.entries.extend(admitted.entries);
    }

    fn clock(&self, client: u64) -> u32 {
        self.clocks.get(&client).copied().unwrap_or_default()
    }
}

struct Admitting<'g> {
    guard: &'g Guard,
    admitted: Admitted,
    /// Runs that wait for an element, by its client and clock.
    waiting: HashMap<u64, BTreeMap<u32, Vec<usize>>>,
}

impl Admitting<'_> {
    /// Goes through the runs until none can go on; which blocks of each are new and can enter.
    fn take(&mut self, update: &Update<'_>) -> Result<Vec<Range<usize>>, UpdateError> {
        let mut taken: Vec<Range<usize>> = Vec::with_capacity(update.runs.len());
        for run in &update.runs {
            let known = self.clock(run.client);
            let first = run.blocks.partition_point(|block| block.end() <= known);
            taken.push(first..first);
        }
        let mut ready: Vec<usize> = (0..update.runs.len()).collect();
        while let Some(at) = ready.pop() {
            let run = &update.runs[at];
            let before = self.clock(run.client);
            while let Some(block) = run.blocks.get(taken[at].end) {
                // What comes after a hole waits for the next update.
                if matches!(block.kind, Kind::Skip) || block.clock > self.clock(run.client) {
                    break;
                }
                if let Some((client, clock)) = block.needs().find(|need| !self.has(*need)) {
                    self.waiting.entry(client).or_default().entry(clock).or_default().push(at);
                    break;
                }
                self.note_entry(run.client, block)?;
                self.admitted.clocks.insert(run.client, block.end());
                taken[at].end += 1;
            }
            let now = self.clock(run.client);
            if now > before
                && let Some(waiting) = self.waiting.get_mut(&run.client)
            {
                let later = waiting.split_off(&now);
                ready.extend(std::mem::replace(waiting, later).into_values().flatten());
            }
        }
        Ok(taken)
    }

    fn clock(&self, client: u64) -> u32 {
        self.admitted.clocks.get(&client).copied().unwrap_or_else(|| self.guard.clock(client))
    }

    fn has(&self, (client, clock): Id) -> bool {
        clock < self.clock(client)
    }

    fn entry(&self, id: Id) -> Option<Entry> {
        let find = |entries: &BTreeMap<Id, Entry>| {
            let ((client, _), entry) = entries.range(..=id).next_back()?;
            (*client == id.0 && id.1 < entry.end).then_some(*entry)
        };
        find(&self.admitted.entries).or_else(|| find(&self.guard.entries))
    }

    /// Types stand under the keys of top-level types and nowhere else: nesting without end would take the stack of
    /// whoever walks it. And what says that it stands in a type must name one.
    fn note_entry(&mut self, client: u64, block: &Block<'_>) -> Result<(), UpdateError> {
        let Kind::Item { left, right, parent, content } = block.kind else { return Ok(()) };
        let is_entry = match parent {
            Parent::TopEntry => true,
            Parent::Beside => left.or(right).is_some_and(|neighbour| self.entry(neighbour).is_some()),
            Parent::TopList => false,
            Parent::Nested(id) => {
                let is_type = self.entry(id).is_some_and(|entry| entry.content != Content::Plain);
                if !is_type {
                    return Err(UpdateError::Malformed("it puts a value where no record is"));
                }
                false
            }
        };
        if is_entry {
            let entry = Entry { end: block.end(), content };
            self.admitted.entries.insert((client, block.clock), entry);
        } else if content == Content::Type {
            return Err(UpdateError::Malformed("it holds a type where no record can be"));
        }
        Ok(())
    }
}

/// Writes the blocks that were taken as an update.
fn encode(update: &Update<'_>, taken: &[Range<usize>], deleted: &[(u64, Range<u32>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let runs = || update.runs.iter().zip(taken).filter(|(_, taken)| !taken.is_empty());
    write_number(&mut out, runs().count() as u64);
    // Yjs writes the greatest client first.
    for (run, taken) in runs().collect::<Vec<_>>().into_iter().rev() {
        let blocks = &run.blocks[taken.clone()];
        write_number(&mut out, blocks.len() as u64);
        write_number(&mut out, run.client);
        write_number(&mut out, u64::from(blocks[0].clock));
        blocks.iter().for_each(|block| out.extend_from_slice(block.bytes));
    }
    let by_client: Vec<_> = deleted.chunk_by(|(a, _), (b, _)| a == b).collect();
    write_number(&mut out, by_client.len() as u64);
    for ranges in by_client {
        write_number(&mut out, ranges[0].0);
        write_number(&mut out, ranges.len() as u64);
        for (_, range) in ranges {
            write_number(&mut out, u64::from(range.start));
            write_number(&mut out, u64::from(range.end - range.start));
        }
    }
    out
}

fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(0x80 | (number & 0x7f) as u8);
        number >>= 7;
    }
    out.push(number as u8);
}
