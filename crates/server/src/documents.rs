//! Maps as documents: made, read and replaced by way of the rooms, so that whoever edits them live is not overruled.

use kelias_collab::room::{Current, RoomError};
use kelias_collab::{Document, UpdateError};
use kelias_map::{Map, MapId};
use kelias_metastore::{MapRow, NewMap, NewVersion, StoreError, VersionKind};

use crate::problem::{Kind, Problem};
use crate::random::Secure;
use crate::state::App;
use crate::summary::{MapSource, StoredSummary, stored};

/// How many names are tried for a map whose id is taken.
const MOST_NAMES: u32 = 1000;

/// How often a map is read again that is edited while it is about to be deleted as it was read.
pub(crate) const ATTEMPTS: usize = 5;

/// A map to be made.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) map: Map,
    pub(crate) folder: Option<String>,
    pub(crate) author: String,
    /// What the history says of its first version.
    pub(crate) reason: Option<String>,
}

impl App {
    /// The row of a map that is there and not deleted.
    pub(crate) async fn row(&self, id: &MapId) -> Result<MapRow, Problem> {
        let row = self.store.map(id.as_str()).await?;
        row.filter(|row| row.deleted_at.is_none()).ok_or_else(|| Problem::no_map(id.as_str()))
    }

    /// The map as it is at this moment.
    pub(crate) async fn current(&self, id: &MapId) -> Result<Current, Problem> {
        self.row(id).await?;
        Ok(self.rooms.room(id).map().await?)
    }

    /// Makes a map and its first version. Where the id is taken it becomes `id-2`, `id-3` and so on.
    pub(crate) async fn create(&self, draft: Draft) -> Result<Map, Problem> {
        let Draft { mut map, folder, author, reason } = draft;
        let made = blocking(move || {
            let state = Document::from_map(&map, &mut Secure)?.encode();
            // What the document makes of the map is what everybody will see from now on.
            map = Document::load([state.as_slice()]).map_or(map.clone(), |document| document.map(&map.id));
            Ok::<_, UpdateError>((map, state))
        });
        let (mut map, state) = made.await?.map_err(RoomError::from)?;
        let wanted = map.id.clone();
        // A map that is to be in the folder of files is written there by whatever follows the folder.
        let source = if self.config.maps.is_some() { MapSource::Folder } else { MapSource::Database };
        let at = self.clock.now();
        for number in 1..=MOST_NAMES {
            map.id = numbered(&wanted, number);
            let new = NewMap {
                id: map.id.to_string(),
                folder: folder.clone(),
                state: state.clone(),
                summary: StoredSummary { source, ..StoredSummary::of(&map) }.to_json(),
                actor: author.clone(),
                at,
            };
            match self.store.create_map(new).await {
                Ok(()) => {
                    let new = version(&map, VersionKind::Imported, author, at);
                    self.store.add_version(map.id.as_str(), NewVersion { reason, ..new }).await?;
                    return Ok(map);
                }
                Err(StoreError::MapExists(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Problem::new(Kind::Conflict, format!("there are {MOST_NAMES} maps called {wanted}; choose another id")))
    }

    /// Puts a map in the place of what is there, which is kept as a version of `before_by`. Those who edit the map get the
    /// difference as edits.
    pub(crate) async fn replace_kept(&self, map: Map, author: &str, before_by: &str) -> Result<Current, Problem> {
        let id = map.id.clone();
        self.row(&id).await?;
        // The room has lent its turn, so nothing can be edited that is overruled and stands in no version. The version is kept
        // before the map is replaced: who is killed between the two leaves a version that was not needed, and loses nothing.
        let replacing = self.rooms.room(&id).replace(map, author.into()).await?;
        let kept = version(&replacing.before.map, VersionKind::Automatic, before_by.to_owned(), self.clock.now());
        if self.last_version(&id).await?.is_none_or(|last| last != kept.map_json) {
            self.store.add_version(id.as_str(), kept).await?;
        }
        let current = replacing.finish().await?;
        self.summarise(&id, &current.map, current.revision).await?;
        Ok(current)
    }

    /// The text of a map's last version.
    async fn last_version(&self, id: &MapId) -> Result<Option<String>, Problem> {
        let Some(last) = self.store.versions(id.as_str()).await?.pop() else { return Ok(None) };
        Ok(self.store.version(id.as_str(), last.n).await?.map(|version| version.map_json))
    }

    /// Brings what the portfolio says of a map up to date, unless it tells of a later revision already.
    pub(crate) async fn summarise(&self, id: &MapId, map: &Map, revision: i64) -> Result<(), Problem> {
        let known = stored(&self.row(id).await?)?;
        // Where a map is kept does not follow from its content.
        let summary = StoredSummary { source: known.source, problems: known.problems, ..StoredSummary::of(map) };
        self.store.set_summary(id.as_str(), &summary.to_json(), revision).await?;
        Ok(())
    }
}

/// A version of this content.
pub(crate) fn version(map: &Map, kind: VersionKind, author: String, at: i64) -> NewVersion {
    NewVersion { kind, author, reason: None, title: None, at, map_json: kelias_map::write_json(map) }
}

/// Runs what would hold up other requests on a thread that may be held up.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Problem::fault(&error))
}

/// The n-th name for a map: `shop`, `shop-2`, `shop-3`.
fn numbered(id: &MapId, number: u32) -> MapId {
    if number == 1 {
        return id.clone();
    }
    let ending = format!("-{number}");
    let longest = 64 - ending.len();
    let stem = &id.as_str()[..id.as_str().len().min(longest)];
    MapId::new(format!("{stem}{ending}")).expect("a slug cut short and a number make a slug")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taken_names_are_numbered() {
        let id = |text: &str| MapId::new(text).unwrap();
        assert_eq!(numbered(&id("shop"), 1), id("shop"));
        assert_eq!(numbered(&id("shop"), 12), id("shop-12"));
        assert_eq!(numbered(&id(&"x".repeat(64)), 2), id(&format!("{}-2", "x".repeat(62))));
    }
}
