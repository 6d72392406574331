//! Bringing one map and its file to one.

use std::sync::Arc;

use kelias_collab::room::Current;
use kelias_map::{Map, MapId, write_yaml};
use kelias_metastore::MapRow;

use super::binding::{Binding, NEVER, parse};
use super::disk::{Content, Replaced};
use super::follower::{Follower, placeholder};
use super::{notes, pictures};
use crate::documents::blocking;
use crate::problem::{MapProblem, Problem};
use crate::state::App;

/// How often a file is read again that changes while it is about to be written.
const ATTEMPTS: usize = 5;

impl Follower {
    /// Brings a map and its file, which holds `content`, to one.
    pub(super) async fn settle(&mut self, app: &App, id: &MapId, mut content: Option<Content>) -> Result<(), Problem> {
        for _ in 0..ATTEMPTS {
            let row = notes::row(app, id).await?;
            let is_there = row.deleted_at.is_none();
            let binding = &self.bindings[id];
            let written = match (content, binding.present, is_there) {
                // A file that is missing is not removed before a second look misses it, see `settle_removed`; and only one that can
                // be read brings its map back.
                (None, true, true) | (None, false, false) | (Some(Err(_)), _, false) => return Ok(()),
                (None, true, false) => return self.note_absence(app, id).await,
                (None, false, true) => self.make_file(app, id).await?,
                (Some(Ok(text)), true, false) if text == binding.text => self.remove_file(app, id).await?,
                (Some(content), ..) => {
                    if !is_there {
                        app.store.undelete_map(&row.id).await?;
                    }
                    self.bring_together(app, id, &row, content).await?
                }
            };
            if written == Replaced::Done {
                return Ok(());
            }
            // Somebody changed the file meanwhile: what they wrote comes in first.
            let (disk, path) = (self.disk.clone(), self.bindings[id].path.clone());
            content = blocking(move || disk.read(&path)).await?.map_err(|error| Problem::fault(&error))?;
        }
        tracing::warn!(map = %id, "the map's file changes all the time; it is written when it rests");
        Ok(())
    }

    /// Settles a map whose file two looks have missed.
    pub(super) async fn settle_removed(&mut self, app: &App, id: &MapId) -> Result<(), Problem> {
        let is_there = notes::row(app, id).await?.deleted_at.is_none();
        if is_there && self.bindings[id].present {
            self.archive(app, id).await
        } else {
            self.settle(app, id, None).await
        }
    }

    /// Says of a map that its file is out of reach. Nothing else is known, so nothing else follows.
    pub(super) async fn note_unread(&self, app: &App, id: &MapId, why: &str) -> Result<(), Problem> {
        let row = notes::row(app, id).await?;
        if row.deleted_at.is_some() || !self.bindings[id].present {
            return Ok(());
        }
        let message = format!("the file's folder cannot be read: {why}");
        notes::put(app, &row, notes::of_whole("unreadable-file", &message)).await
    }

    /// The file was removed: the map goes with it, and comes back with it.
    async fn archive(&mut self, app: &App, id: &MapId) -> Result<(), Problem> {
        app.store.delete_map(id.as_str(), app.clock.now()).await?;
        app.rooms.close(id).await;
        self.note_absence(app, id).await
    }

    async fn note_absence(&mut self, app: &App, id: &MapId) -> Result<(), Problem> {
        self.remember(app, id, |binding| (binding.present, binding.writing) = (false, None)).await
    }

    /// The map was deleted: its file goes with it. What it held is remembered.
    async fn remove_file(&mut self, app: &App, id: &MapId) -> Result<Replaced, Problem> {
        let (disk, binding) = (self.disk.clone(), self.bindings[id].clone());
        let removed = blocking(move || disk.remove(&binding.path, binding.text.as_bytes())).await?;
        let removed = removed.map_err(|error| Problem::fault(&error))?;
        if removed == Replaced::Done {
            self.note_absence(app, id).await?;
        }
        Ok(removed)
    }

    /// A map was made or brought back: it gets its file, as it was where it was before, comments and all.
    async fn make_file(&mut self, app: &App, id: &MapId) -> Result<Replaced, Problem> {
        let Current { map, revision } = app.rooms.room(id).map().await?;
        let known = self.bindings[id].clone();
        let (is_known, has_comments) = known_text(&known, &map).await?;
        let (text, says) = match () {
            () if is_known => (known.text, revision),
            () if has_comments => (known.text, NEVER),
            () => (write_yaml(&map), revision),
        };
        let made = self.put(app, id, text, None, says).await?;
        if made == Replaced::Done {
            notes::put(app, &notes::row(app, id).await?, notes::of_file(&parse(&self.bindings[id].text))).await?;
            pictures::put(app, &self.disk, &self.bindings[id].path, &map).await?;
        }
        Ok(made)
    }

    /// Merges what changed in the file into the map, then writes what changed in the map to the file.
    async fn bring_together(
        &mut self,
        app: &App,
        id: &MapId,
        row: &MapRow,
        content: Content,
    ) -> Result<Replaced, Problem> {
        let text = match content {
            Ok(text) => text,
            Err(message) => {
                notes::put(app, row, notes::of_whole("unreadable-file", &message)).await?;
                return Ok(Replaced::Done);
            }
        };
        let binding = &self.bindings[id];
        if binding.writing.as_ref() == Some(&text) {
            self.remember(app, id, |binding| binding.text = binding.writing.take().unwrap_or_default()).await?;
        } else if (binding.text != text || !binding.present) && !self.take_in(app, id, row, text).await? {
            return Ok(Replaced::Done);
        } else if notes::has_errors(row)? {
            let known = parse(&self.bindings[id].text);
            notes::put(app, row, notes::of_file(&known)).await?;
        }
        if notes::row(app, id).await?.revision == self.bindings[id].revision {
            return Ok(Replaced::Done);
        }
        let Current { map, revision } = app.rooms.room(id).map().await?;
        self.write_out(app, id, &map, revision).await
    }

    /// Merges a text that is new into the map; false if there is no map of this id in it.
    async fn take_in(&mut self, app: &App, id: &MapId, row: &MapRow, text: String) -> Result<bool, Problem> {
        let known = self.bindings[id].clone();
        let (text, parsed, base) = blocking(move || {
            let (parsed, base) = (parse(&text), known.map());
            (text, parsed, base)
        })
        .await?;
        let problems = notes::of_file(&parsed);
        let Some(theirs) = parsed.map else {
            self.leave_alone(app, id, row, problems).await?;
            return Ok(false);
        };
        if theirs.id != *id {
            self.called_otherwise(app, id, row, &theirs.id).await?;
            return Ok(false);
        }
        // Whoever sees the map change finds its pictures there.
        pictures::take(app, &self.disk, &self.bindings[id].path, &theirs).await?;
        let actor: Arc<str> = self.bindings[id].path.as_str().into();
        let room = app.rooms.room(id);
        // Of a file that never was good older programs remembered no text; its map began as this.
        let base = base.unwrap_or_else(|| placeholder(id.clone(), &actor));
        let merged = match room.merge(base, theirs.clone(), actor).await {
            Ok(merged) => merged,
            Err(error) => {
                self.leave_alone(app, id, row, notes::of_refusal(error.into())?).await?;
                return Ok(false);
            }
        };
        let revision = if merged.map == theirs { merged.revision } else { NEVER };
        self.remember(app, id, |binding| {
            (binding.text, binding.writing, binding.present, binding.revision) = (text, None, true, revision);
        })
        .await?;
        app.summarise(id, &merged.map, merged.revision).await?;
        notes::put(app, &notes::row(app, id).await?, problems).await?;
        Ok(true)
    }

    /// Says what is wrong with a file that is there and cannot be taken in.
    async fn leave_alone(
        &mut self,
        app: &App,
        id: &MapId,
        row: &MapRow,
        problems: Vec<MapProblem>,
    ) -> Result<(), Problem> {
        notes::put(app, row, problems).await?;
        self.remember(app, id, |binding| binding.present = true).await
    }

    /// The file now holds the map of another id, under which it is found again; ours has lost its file. A file that only
    /// repeats the id of another stays where it is shown.
    async fn called_otherwise(&mut self, app: &App, id: &MapId, row: &MapRow, other: &MapId) -> Result<(), Problem> {
        // One whose file is gone is not in the way: it comes back with this file.
        let is_gone = self.bindings.get(other).is_some_and(|binding| !binding.present);
        if !is_gone && let Some(holder) = self.holder(app, other).await? {
            return notes::put(app, row, notes::of_taken_id(other, &holder)).await;
        }
        self.archive(app, id).await?;
        self.bindings.remove(id);
        Binding::forget(&app.store, id).await
    }

    /// Writes the map over the text that its file is known to hold.
    async fn write_out(&mut self, app: &App, id: &MapId, map: &Map, revision: i64) -> Result<Replaced, Problem> {
        let known = self.bindings[id].clone();
        let (is_known, has_comments) = known_text(&known, map).await?;
        if is_known {
            self.remember(app, id, |binding| binding.revision = revision).await?;
            return Ok(Replaced::Done);
        }
        if has_comments {
            return Ok(Replaced::Done);
        }
        let written = self.put(app, id, write_yaml(map), Some(known.text), revision).await?;
        if written == Replaced::Done {
            pictures::put(app, &self.disk, &self.bindings[id].path, map).await?;
        }
        Ok(written)
    }

    /// Writes a map for the last time before the server stops, when nothing can be merged any more: a file that was changed is
    /// left to the next start.
    pub(super) async fn write_last(&mut self, app: &App, id: &MapId, map: &Map, revision: i64) -> Result<(), Problem> {
        let is_there = app.store.map(id.as_str()).await?.is_some_and(|row| row.deleted_at.is_none());
        let is_behind = |binding: &&Binding| is_there && binding.present && binding.revision != revision;
        if let Some(binding) = self.bindings.get(id).filter(is_behind)
            && binding.map().is_some()
        {
            self.write_out(app, id, map, revision).await?;
        }
        Ok(())
    }

    /// Puts a text into the map's file, noting before and after, so that a kill in between is seen for what it is.
    async fn put(
        &mut self,
        app: &App,
        id: &MapId,
        text: String,
        expected: Option<String>,
        revision: i64,
    ) -> Result<Replaced, Problem> {
        self.remember(app, id, |binding| binding.writing = Some(text.clone())).await?;
        let (disk, path, bytes) = (self.disk.clone(), self.bindings[id].path.clone(), text.clone());
        let replaced = blocking(move || disk.replace(&path, bytes.as_bytes(), expected.as_deref().map(str::as_bytes)));
        let replaced = replaced.await?.map_err(|error| Problem::fault(&error))?;
        self.remember(app, id, |binding| {
            binding.writing = None;
            if replaced == Replaced::Done {
                (binding.text, binding.present, binding.revision) = (text, true, revision);
            }
        })
        .await?;
        Ok(replaced)
    }

    /// Changes what is remembered of a map.
    async fn remember(&mut self, app: &App, id: &MapId, change: impl FnOnce(&mut Binding)) -> Result<(), Problem> {
        let known = self.bindings.get_mut(id).expect("only maps with a file are settled");
        let mut binding = known.clone();
        change(&mut binding);
        if *known != binding {
            binding.save(&app.store, id).await?;
            *known = binding;
        }
        Ok(())
    }
}

/// Whether the known text says this map, and whether it has comments.
async fn known_text(known: &Binding, map: &Map) -> Result<(bool, bool), Problem> {
    let (known, map) = (known.clone(), map.clone());
    blocking(move || (known.map().as_ref() == Some(&map), known.has_comments())).await
}
