//! What may enter a document: only what is complete.
//!
//! A block enters when everything it builds on is there, so a document never holds blocks that wait for others, never has
//! holes, and what it serves can be integrated by whoever receives it.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::UpdateError;
use super::cursor::write_number;
use super::scan::{Block, Content, Id, Kind, Parent, Run, Update};

/// What a document has, as far as it takes to judge updates.
#[derive(Debug, Default)]
pub(crate) struct Guard {
    /// How many elements of each client are there, without a hole.
    clocks: HashMap<u64, u32>,
    spans: Spans,
    chains: HashMap<Chain, u32>,
    /// What kind each chain is of, by its number.
    kinds: Vec<ChainKind>,
}

/// Elements that follow each other and stand in one chain, by the first of them.
type Spans = BTreeMap<Id, Span>;

#[derive(Debug, Clone, Copy)]
struct Span {
    end: u32,
    /// None for elements of which nothing is known any more.
    chain: Option<u32>,
    content: Content,
}

/// Where elements follow each other: the list of a type, or the values that a key of it has had.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Chain {
    Top { name: Box<str>, key: Option<Box<str>> },
    Nested { parent: Id, key: Option<Box<str>> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChainKind {
    List,
    /// The values of a key of a top-level type: records, or values of the head.
    Entry,
    /// The values of a key of a record.
    Value,
}

impl Chain {
    fn kind(&self) -> ChainKind {
        match self {
            Self::Top { key: Some(_), .. } => ChainKind::Entry,
            Self::Nested { key: Some(_), .. } => ChainKind::Value,
            _ => ChainKind::List,
        }
    }
}

/// The part of an update that may enter.
#[derive(Debug, Default)]
pub(crate) struct Admitted {
    /// As an update of its own; none where nothing of it is new.
    pub(crate) bytes: Option<Vec<u8>>,
    /// Whether something had to stay outside, because what it builds on is not there.
    pub(crate) is_incomplete: bool,
    clocks: HashMap<u64, u32>,
    spans: Spans,
    chains: HashMap<Chain, u32>,
    kinds: Vec<ChainKind>,
}

impl Guard {
    /// Judges an update.
    pub(super) fn judge(&self, update: &Update<'_>) -> Result<Admitted, UpdateError> {
        let mut admitting = Admitting { guard: self, admitted: Admitted::default(), waiting: HashMap::new() };
        let taken = admitting.take(update)?;
        let mut admitted = admitting.admitted;
        let has_left_out = |(run, taken): (&Run<'_>, &Range<usize>)| taken.end < run.blocks.len();
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
        self.chains.extend(admitted.chains);
        self.kinds.extend(admitted.kinds);
        for (id, span) in admitted.spans {
            add(&mut self.spans, id, span);
        }
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
                self.note(run.client, block)?;
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

    fn span(&self, id: Id) -> Option<Span> {
        let find = |spans: &Spans| {
            let ((client, _), span) = spans.range(..=id).next_back()?;
            (*client == id.0 && id.1 < span.end).then_some(*span)
        };
        find(&self.admitted.spans).or_else(|| find(&self.guard.spans))
    }

    fn kind(&self, chain: u32) -> ChainKind {
        let known = self.guard.kinds.len();
        let at = chain as usize;
        if at < known { self.guard.kinds[at] } else { self.admitted.kinds[at - known] }
    }

    /// The number of a chain, a new one for one that nothing has stood in yet.
    fn number(&mut self, chain: Chain) -> u32 {
        if let Some(number) = self.guard.chains.get(&chain).or_else(|| self.admitted.chains.get(&chain)) {
            return *number;
        }
        let number = (self.guard.kinds.len() + self.admitted.kinds.len()) as u32;
        self.admitted.kinds.push(chain.kind());
        self.admitted.chains.insert(chain, number);
        number
    }

    /// Holds a block against what `yrs` takes for granted, and notes where it stands.
    fn note(&mut self, client: u64, block: &Block<'_>) -> Result<(), UpdateError> {
        let (chain, content) = match block.kind {
            Kind::Item { left, right, parent, content } => (self.chain(left, right, parent)?, content),
            Kind::Skip | Kind::Collected => (None, Content::Deleted),
        };
        // Of a block that is known in part the rest follows the known part, whatever the block says now.
        let start = block.clock.max(self.clock(client));
        let before =
            if start > block.clock { self.span((client, start - 1)).and_then(|span| span.chain) } else { None };
        if before.is_some() && chain.is_some() && before != chain {
            return Err(UpdateError::Malformed("it moves what is known"));
        }
        match chain.map(|chain| self.kind(chain)) {
            // Whoever walks nested types needs a level of stack for each, so they stand in tables and nowhere else.
            Some(ChainKind::List | ChainKind::Value) | None if content == Content::Type => {
                return Err(UpdateError::Malformed("it holds a type where no record can be"));
            }
            // A value is one element: one that is taken apart would have a part that is neither current nor deleted.
            Some(ChainKind::Entry | ChainKind::Value) if content == Content::Text => {
                return Err(UpdateError::Malformed("it puts characters where a value belongs"));
            }
            _ => {}
        }
        let span = Span { end: block.end(), chain, content };
        add(&mut self.admitted.spans, (client, start), span);
        Ok(())
    }

    /// The chain that an item joins. Neighbours of two chains would tie these together.
    fn chain(&mut self, left: Option<Id>, right: Option<Id>, parent: Parent<'_>) -> Result<Option<u32>, UpdateError> {
        match parent {
            Parent::Top { name, key } => {
                Ok(Some(self.number(Chain::Top { name: name.into(), key: key.map(Into::into) })))
            }
            Parent::Nested { parent, key } => {
                let is_type =
                    self.span(parent).is_some_and(|span| matches!(span.content, Content::Type | Content::Deleted));
                if !is_type {
                    return Err(UpdateError::Malformed("it puts a value where no record is"));
                }
                Ok(Some(self.number(Chain::Nested { parent, key: key.map(Into::into) })))
            }
            Parent::Beside => {
                let chain_of = |id: Option<Id>| self.span(id?)?.chain;
                match (chain_of(left), chain_of(right)) {
                    (Some(left), Some(right)) if left != right => {
                        Err(UpdateError::Malformed("it puts something between neighbours that are none"))
                    }
                    (left, right) => Ok(left.or(right)),
                }
            }
        }
    }
}

/// Notes a span, as a part of the one before it where nothing tells them apart.
fn add(spans: &mut Spans, (client, clock): Id, span: Span) {
    if let Some(((before, _), last)) = spans.range_mut(..(client, clock)).next_back()
        && *before == client
        && last.end == clock
        && last.chain == span.chain
        && last.content == span.content
    {
        last.end = span.end;
    } else {
        spans.insert((client, clock), span);
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
        blocks.iter().for_each(|block| out.extend_from_slice(&block.bytes));
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
