//! An update taken apart, so that it can be judged before anything of it is let into a document.
//!
//! `yrs` decodes updates of peers it trusts: it reserves memory by the lengths they state, recurses as deep as they nest
//! and adds up their clocks. So each length, depth and clock is checked here first.

use std::ops::Range;

use super::UpdateError;
use super::cursor::Cursor;

/// Blocks that one update may have. Placing a block among rivals takes time, so their number is bounded.
const MAX_BLOCKS: usize = 1 << 20;

/// Clocks a client may reach: `yrs` takes differences of them as signed numbers.
const MAX_CLOCK: u32 = 1 << 30;

/// Name of an element: its client and its clock.
pub(super) type Id = (u64, u32);

/// An update, block by block.
#[derive(Debug, Default)]
pub(super) struct Update<'u> {
    pub runs: Vec<Run<'u>>,
    /// Ranges of elements that are deleted, by client.
    pub deleted: Vec<(u64, Range<u32>)>,
}

/// The blocks of one client, one after another.
#[derive(Debug)]
pub(super) struct Run<'u> {
    pub client: u64,
    pub blocks: Vec<Block<'u>>,
}

#[derive(Debug)]
pub(super) struct Block<'u> {
    pub clock: u32,
    pub length: u32,
    /// The block as it was sent.
    pub bytes: &'u [u8],
    pub kind: Kind,
}

#[derive(Debug)]
pub(super) enum Kind {
    /// A hole: the sender does not know these elements.
    Skip,
    /// Elements whose content and place are forgotten.
    Collected,
    Item {
        left: Option<Id>,
        right: Option<Id>,
        parent: Parent,
        content: Content,
    },
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parent {
    /// In a list of the document's top level.
    TopList,
    /// Under a key of a top-level type.
    TopEntry,
    /// In the type that is this element.
    Nested(Id),
    /// Where its neighbours stand.
    Beside,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A map, list or text that holds further elements.
    Type,
    Deleted,
    Plain,
}

impl Block<'_> {
    pub(super) fn end(&self) -> u32 {
        self.clock + self.length
    }

    /// The elements that must be there before the block can be placed.
    pub(super) fn needs(&self) -> impl Iterator<Item = Id> {
        let needs = match self.kind {
            Kind::Item { left, right, parent: Parent::Nested(parent), .. } => [left, right, Some(parent)],
            Kind::Item { left, right, .. } => [left, right, None],
            Kind::Skip | Kind::Collected => [None; 3],
        };
        needs.into_iter().flatten()
    }
}

/// Takes an update apart.
pub(super) fn scan(bytes: &[u8]) -> Result<Update<'_>, UpdateError> {
    let mut cursor = Cursor::new(bytes);
    let mut update = Update::default();
    let mut blocks = 0;
    for _ in 0..cursor.count()? {
        let count = cursor.count()?;
        blocks += count;
        if blocks > MAX_BLOCKS {
            return Err(UpdateError::Malformed("it has too many parts"));
        }
        update.runs.push(run(&mut cursor, count)?);
    }
    update.runs.sort_by_key(|run| run.client);
    if update.runs.windows(2).any(|pair| pair[0].client == pair[1].client) {
        return Err(UpdateError::Malformed("it names a client twice"));
    }
    deleted(&mut cursor, &mut update.deleted)?;
    if cursor.is_at_end() { Ok(update) } else { Err(UpdateError::Malformed("it goes on after its end")) }
}

fn run<'u>(cursor: &mut Cursor<'u>, count: usize) -> Result<Run<'u>, UpdateError> {
    let client = cursor.client()?;
    let mut clock = cursor.number()?;
    let mut blocks = Vec::with_capacity(count);
    for _ in 0..count {
        let start = cursor.position();
        let (length, kind) = block(cursor)?;
        let end = clock.checked_add(length).filter(|end| *end <= MAX_CLOCK);
        let end = end.ok_or(UpdateError::Malformed("a clock in it is too large"))?;
        // Old versions of Yjs wrote blocks without content, which change nothing.
        if length > 0 {
            blocks.push(Block { clock, length, bytes: cursor.since(start), kind });
        }
        clock = end;
    }
    Ok(Run { client, blocks })
}

fn block(cursor: &mut Cursor<'_>) -> Result<(u32, Kind), UpdateError> {
    const HAS_LEFT: u8 = 0x80;
    const HAS_RIGHT: u8 = 0x40;
    const HAS_KEY: u8 = 0x20;
    let info = cursor.byte()?;
    match info {
        0 => return Ok((length(cursor)?, Kind::Collected)),
        10 => return Ok((length(cursor)?, Kind::Skip)),
        _ => {}
    }
    let left = if info & HAS_LEFT == 0 { None } else { Some(id(cursor)?) };
    let right = if info & HAS_RIGHT == 0 { None } else { Some(id(cursor)?) };
    let parent = if left.is_some() || right.is_some() {
        Parent::Beside
    } else {
        let is_top = cursor.number()? == 1;
        let nested = if is_top {
            cursor.string()?;
            None
        } else {
            Some(id(cursor)?)
        };
        let has_key = info & HAS_KEY != 0;
        if has_key {
            cursor.string()?;
        }
        match nested {
            Some(parent) => Parent::Nested(parent),
            None if has_key => Parent::TopEntry,
            None => Parent::TopList,
        }
    };
    let (length, content) = content(cursor, info & 0x1f)?;
    Ok((length, Kind::Item { left, right, parent, content }))
}

fn length(cursor: &mut Cursor<'_>) -> Result<u32, UpdateError> {
    match cursor.number()? {
        0 => Err(UpdateError::Malformed("a part of it is empty")),
        length => Ok(length),
    }
}

fn id(cursor: &mut Cursor<'_>) -> Result<Id, UpdateError> {
    Ok((cursor.client()?, cursor.number()?))
}

/// Passes over the content of an item. Sub-documents, references between elements and forms that Yjs no longer writes
/// have no place in a journey map and are refused.
fn content(cursor: &mut Cursor<'_>, kind: u8) -> Result<(u32, Content), UpdateError> {
    Ok(match kind {
        1 => (cursor.number()?, Content::Deleted),
        3 => {
            cursor.buffer()?;
            (1, Content::Plain)
        }
        4 => {
            let units = cursor.string()?.encode_utf16().count();
            (units as u32, Content::Plain)
        }
        5 => {
            json(cursor)?;
            (1, Content::Plain)
        }
        6 => {
            cursor.string()?;
            json(cursor)?;
            (1, Content::Plain)
        }
        7 => match cursor.byte()? {
            // A list, a map, a text.
            0..=2 => (1, Content::Type),
            _ => return Err(UpdateError::Malformed("it holds a type that no journey map has")),
        },
        8 => {
            let count = cursor.count()?;
            for _ in 0..count {
                cursor.value()?;
            }
            (count as u32, Content::Plain)
        }
        _ => return Err(UpdateError::Malformed("it holds content that no journey map has")),
    })
}

fn json(cursor: &mut Cursor<'_>) -> Result<(), UpdateError> {
    let text = cursor.string()?;
    match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Ok(_) => Ok(()),
        Err(_) => Err(UpdateError::Malformed("a value in it is not JSON")),
    }
}

fn deleted(cursor: &mut Cursor<'_>, ranges: &mut Vec<(u64, Range<u32>)>) -> Result<(), UpdateError> {
    for _ in 0..cursor.count()? {
        let client = cursor.client()?;
        for _ in 0..cursor.count()? {
            let start = cursor.number()?;
            let length = cursor.number()?;
            let end = start.checked_add(length).filter(|end| *end <= MAX_CLOCK);
            let end = end.ok_or(UpdateError::Malformed("a clock in it is too large"))?;
            if start < end {
                ranges.push((client, start..end));
            }
        }
    }
    // Clients may come twice; ranges of one client stand together from here on.
    ranges.sort_by_key(|(client, range)| (*client, range.start));
    Ok(())
}

/// Reads a state vector: how many elements of each client a peer has.
pub(super) fn state_vector(bytes: &[u8]) -> Result<Vec<Id>, UpdateError> {
    let mut cursor = Cursor::new(bytes);
    let clocks = (0..cursor.count()?).map(|_| id(&mut cursor)).collect::<Result<Vec<_>, _>>()?;
    if cursor.is_at_end() { Ok(clocks) } else { Err(UpdateError::Malformed("it goes on after its end")) }
}
