//! An update taken apart, so that it can be judged before anything of it is let into a document.
//!
//! `yrs` decodes updates of peers it trusts: it reserves memory by the lengths they state, recurses as deep as they nest
//! and adds up their clocks. So each length, depth and clock is checked here first.

use std::borrow::Cow;
use std::ops::Range;

use super::UpdateError;
use super::cursor::{Cursor, write_number};

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
    pub bytes: Cow<'u, [u8]>,
    pub kind: Kind<'u>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'u> {
    /// A hole: the sender does not know these elements.
    Skip,
    /// Elements whose content and place are forgotten.
    Collected,
    Item {
        left: Option<Id>,
        right: Option<Id>,
        parent: Parent<'u>,
        content: Content,
    },
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parent<'u> {
    /// In a top-level type, in its list or under a key.
    Top { name: &'u str, key: Option<&'u str> },
    /// In the type that is this element.
    Nested { parent: Id, key: Option<&'u str> },
    /// Where its neighbours stand.
    Beside,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A map, list or text that holds further elements.
    Type,
    Deleted,
    /// Plain values, of which a block may have several.
    Values,
    /// Characters.
    Text,
    /// What takes one place and is not taken apart.
    Other,
}

impl Block<'_> {
    pub(super) fn end(&self) -> u32 {
        self.clock + self.length
    }

    /// The elements that must be there before the block can be placed.
    pub(super) fn needs(&self) -> impl Iterator<Item = Id> {
        let needs = match self.kind {
            Kind::Item { left, right, parent: Parent::Nested { parent, .. }, .. } => [left, right, Some(parent)],
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
        clock = block(cursor, (client, clock), &mut blocks)?;
    }
    Ok(Run { client, blocks })
}

const HAS_LEFT: u8 = 0x80;
const HAS_RIGHT: u8 = 0x40;
const HAS_KEY: u8 = 0x20;
const VALUES: u8 = 8;

/// Adds the next block; the clock after it.
fn block<'u>(cursor: &mut Cursor<'u>, id: Id, blocks: &mut Vec<Block<'u>>) -> Result<u32, UpdateError> {
    let start = cursor.position();
    let info = cursor.byte()?;
    let (length, kind) = match info {
        0 => (length(cursor)?, Kind::Collected),
        10 => (length(cursor)?, Kind::Skip),
        _ => {
            let (left, right, parent) = standing(cursor, info)?;
            if info & 0x1f == VALUES {
                let head = cursor.since(start);
                return values(cursor, id, head, Kind::Item { left, right, parent, content: Content::Values }, blocks);
            }
            let (length, content) = content(cursor, info & 0x1f)?;
            (length, Kind::Item { left, right, parent, content })
        }
    };
    let end = end_of(id.1, length)?;
    // Old versions of Yjs wrote blocks without content, which change nothing.
    if length > 0 {
        blocks.push(Block { clock: id.1, length, bytes: Cow::Borrowed(cursor.since(start)), kind });
    }
    Ok(end)
}

/// What an item says of where it stands.
fn standing<'u>(cursor: &mut Cursor<'u>, info: u8) -> Result<(Option<Id>, Option<Id>, Parent<'u>), UpdateError> {
    let left = if info & HAS_LEFT == 0 { None } else { Some(id(cursor)?) };
    let right = if info & HAS_RIGHT == 0 { None } else { Some(id(cursor)?) };
    if left.is_some() || right.is_some() {
        return Ok((left, right, Parent::Beside));
    }
    let is_top = cursor.number()? == 1;
    let (name, parent) = if is_top { (cursor.string()?, (0, 0)) } else { ("", id(cursor)?) };
    let key = if info & HAS_KEY == 0 { None } else { Some(cursor.string()?) };
    Ok((None, None, if is_top { Parent::Top { name, key } } else { Parent::Nested { parent, key } }))
}

/// Adds the values of a block as blocks of one each, which means the same. A block under a key that is taken apart later,
/// because somebody deletes or follows one value of it, leaves `yrs` with a value that is neither current nor deleted.
fn values<'u>(
    cursor: &mut Cursor<'u>,
    (client, clock): Id,
    head: &'u [u8],
    first: Kind<'u>,
    blocks: &mut Vec<Block<'u>>,
) -> Result<u32, UpdateError> {
    let count = cursor.count()?;
    let end = end_of(clock, count as u32)?;
    for at in clock..end {
        let start = cursor.position();
        cursor.value()?;
        let value = cursor.since(start);
        let (mut bytes, kind) = match first {
            Kind::Item { right, content, .. } if at > clock => {
                let left = (client, at - 1);
                let mut head = vec![VALUES | HAS_LEFT | if right.is_some() { HAS_RIGHT } else { 0 }];
                for (client, clock) in std::iter::once(left).chain(right) {
                    write_number(&mut head, client);
                    write_number(&mut head, u64::from(clock));
                }
                (head, Kind::Item { left: Some(left), right, parent: Parent::Beside, content })
            }
            _ => (head.to_vec(), first),
        };
        bytes.push(1);
        bytes.extend_from_slice(value);
        blocks.push(Block { clock: at, length: 1, bytes: Cow::Owned(bytes), kind });
    }
    Ok(end)
}

fn end_of(clock: u32, length: u32) -> Result<u32, UpdateError> {
    let end = clock.checked_add(length).filter(|end| *end <= MAX_CLOCK);
    end.ok_or(UpdateError::Malformed("a clock in it is too large"))
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
            (1, Content::Other)
        }
        4 => {
            let units = cursor.string()?.encode_utf16().count();
            (units as u32, Content::Text)
        }
        5 => {
            json(cursor)?;
            (1, Content::Other)
        }
        6 => {
            cursor.string()?;
            json(cursor)?;
            (1, Content::Text)
        }
        7 => match cursor.byte()? {
            // A list, a map, a text.
            0..=2 => (1, Content::Type),
            _ => return Err(UpdateError::Malformed("it holds a type that no journey map has")),
        },
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
            let end = end_of(start, cursor.number()?)?;
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
