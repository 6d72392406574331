//! Which map has which file: new files and new maps, files that moved, came and went.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use kelias_map::{Language, Map, MapId, Text, write_yaml};
use kelias_metastore::MapRow;

use super::binding::{Binding, Remembered, parse};
use super::disk::{Content, Disk, ENDING, Files};
use super::{notes, pictures};
use crate::documents::{Draft, blocking};
use crate::problem::{MapProblem, Problem};
use crate::state::App;
use crate::summary::{MapSource, stored};

/// How often names are looked through again because something gave one up.
const ROUNDS: usize = 3;

/// The revision of a document that was just made.
const FIRST: i64 = 0;

/// What a look through the folder may take for granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// The disk was quiet: a file that this look misses, as the last one did, is gone.
    Settled,
    /// The disk is not quiet: a file that is missing may be on its way.
    Unquiet,
}

/// Follows files and maps.
#[derive(Debug)]
pub(super) struct Follower {
    pub(super) disk: Disk,
    pub(super) root: String,
    pub(super) bindings: BTreeMap<MapId, Binding>,
    /// Maps of which is known whether they have a file here.
    asked: BTreeSet<String>,
    /// Maps whose file the last look missed.
    missed: BTreeSet<MapId>,
}

impl Follower {
    pub(super) fn new(disk: Disk) -> Self {
        let root = disk.root().display().to_string();
        Self { disk, root, bindings: BTreeMap::new(), asked: BTreeSet::new(), missed: BTreeSet::new() }
    }

    /// Reads all files and brings files and maps to one. A file that is missing may be on its way to another place, by a
    /// checkout that is not done: its map is archived when the next look at a quiet disk misses it as well.
    pub(super) async fn look(&mut self, app: &App, look: Look) -> Result<(), Problem> {
        let mut missed_before = std::mem::take(&mut self.missed);
        if look == Look::Unquiet {
            missed_before.clear();
        }
        for _ in 0..ROUNDS {
            let disk = self.disk.clone();
            let files = blocking(move || disk.files()).await?.map_err(|error| Problem::fault(&error))?;
            self.rows(app).await?;
            self.name(app, &files).await;
            let bound: Vec<_> = self.bindings.iter().map(|(id, binding)| (id.clone(), binding.path.clone())).collect();
            for (id, path) in &bound {
                let settled = match (files.found.get(path), files.why_unknown(path)) {
                    (Some(content), _) => self.settle(app, id, Some(content.clone())).await,
                    (None, Some(why)) => self.note_unread(app, id, why).await,
                    (None, None) if missed_before.contains(id) => self.settle_removed(app, id).await,
                    (None, None) => {
                        self.missed.extend(self.bindings[id].present.then(|| id.clone()));
                        self.settle(app, id, None).await
                    }
                };
                report(id, settled);
            }
            if self.bindings.len() == bound.len() {
                break;
            }
        }
        self.look_at_portfolio(app).await
    }

    /// Whether the last look missed files, so that another has to follow it.
    pub(super) fn misses_some(&self) -> bool {
        !self.missed.is_empty()
    }

    /// Brings files and maps to one where the portfolio changed: maps made, deleted, brought back.
    pub(super) async fn look_at_portfolio(&mut self, app: &App) -> Result<(), Problem> {
        for row in self.rows(app).await? {
            if let Ok(id) = MapId::new(row.id.clone()) {
                report(&id, self.look_at_row(app, &id, &row).await);
            }
        }
        Ok(())
    }

    async fn look_at_row(&mut self, app: &App, id: &MapId, row: &MapRow) -> Result<(), Problem> {
        let is_there = row.deleted_at.is_none();
        match self.bindings.get(id) {
            Some(binding) if binding.present == is_there => return Ok(()),
            Some(_) => {}
            None if is_there && self.is_ours(app, row).await? => {
                let binding = Binding::new(&self.root, self.free_path(row).await?);
                binding.save(&app.store, id).await?;
                self.bindings.insert(id.clone(), binding);
            }
            None => return Ok(()),
        }
        self.settle_now(app, id).await;
        Ok(())
    }

    /// Writes what was edited of a map. Whether its file was removed is for a look to find out, when the disk is quiet.
    pub(super) async fn write(&mut self, app: &App, id: &MapId) -> Result<(), Problem> {
        if self.bindings.contains_key(id) {
            self.settle_now(app, id).await;
        }
        Ok(())
    }

    /// Brings the map and its file as it is at this moment to one.
    async fn settle_now(&mut self, app: &App, id: &MapId) {
        let (disk, path) = (self.disk.clone(), self.bindings[id].path.clone());
        match blocking(move || disk.read(&path)).await {
            Ok(Ok(content)) => report(id, self.settle(app, id, content).await),
            Ok(Err(error)) => tracing::warn!(map = %id, %error, "the map's file cannot be read"),
            Err(problem) => tracing::warn!(map = %id, %problem, "the map's file was not read"),
        }
    }

    /// The portfolio; remembers which of its maps have their file here.
    async fn rows(&mut self, app: &App) -> Result<Vec<MapRow>, Problem> {
        let rows = app.store.maps(true).await?;
        let ids: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        self.bindings.retain(|id, _| ids.contains(id.as_str()));
        for row in &rows {
            if self.asked.insert(row.id.clone())
                && let (Ok(id), Remembered::Here(binding)) =
                    (MapId::new(row.id.clone()), Binding::load(&app.store, &self.root, &row.id).await?)
            {
                self.bindings.insert(id, binding);
            }
        }
        Ok(rows)
    }

    /// Whether a map without a file was made to have one in this folder.
    async fn is_ours(&self, app: &App, row: &MapRow) -> Result<bool, Problem> {
        let is_of_a_folder = stored(row)?.source == MapSource::Folder;
        Ok(is_of_a_folder && Binding::load(&app.store, &self.root, &row.id).await? == Remembered::Nothing)
    }

    /// A file for a map that has none: by its id, in the folder it is filed in. Where the disk cannot have such a folder, or does not
    /// tell what is in it, the file stands in the topmost one.
    async fn free_path(&self, row: &MapRow) -> Result<String, Problem> {
        let is_plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0']);
        if let Some(folder) = row.folder.clone().filter(|folder| folder.split('/').all(is_plain)) {
            match self.free_path_in(Some(folder.clone()), &row.id).await? {
                Ok(path) => return Ok(path),
                Err(error) => tracing::warn!(map = row.id, folder, %error, "the map's file cannot stand in its folder"),
            }
        }
        self.free_path_in(None, &row.id).await?.map_err(|error| Problem::fault(&error))
    }

    async fn free_path_in(&self, folder: Option<String>, name: &str) -> Result<io::Result<String>, Problem> {
        let bound: BTreeSet<String> = self.bindings.values().map(|binding| binding.path.clone()).collect();
        let (disk, name) = (self.disk.clone(), name.to_owned());
        blocking(move || disk.free_path(folder.as_deref(), &name, |path| bound.contains(path))).await
    }

    /// Finds the map of every file that has none yet. One file's trouble holds up neither the others nor the start of the
    /// server; it is tried again with the next look.
    async fn name(&mut self, app: &App, files: &Files) {
        let bound: BTreeSet<String> = self.bindings.values().map(|binding| binding.path.clone()).collect();
        for (path, content) in files.found.iter().filter(|(path, _)| !bound.contains(*path)) {
            if let Err(problem) = self.name_one(app, files, path, content).await {
                tracing::warn!(file = path, %problem, "the file is not served");
            }
        }
    }

    async fn name_one(&mut self, app: &App, files: &Files, path: &str, content: &Content) -> Result<(), Problem> {
        let (id, problems) = match content {
            Err(message) => (None, notes::of_whole("unreadable-file", message)),
            Ok(text) => {
                let text = text.clone();
                let (text, parsed) = blocking(move || {
                    let parsed = parse(&text);
                    (text, parsed)
                })
                .await?;
                let problems = notes::of_file(&parsed);
                match parsed.map {
                    Some(map) => {
                        let id = map.id.clone();
                        match self.holder(app, &id).await? {
                            Some(holder) => (Some(id.clone()), notes::of_taken_id(&id, &holder)),
                            None => match self.adopt(app, path, text, map, problems).await {
                                Ok(()) => return Ok(()),
                                Err(problem) => (Some(id), notes::of_refusal(problem)?),
                            },
                        }
                    }
                    None => (written_id(&text), problems),
                }
            }
        };
        let moved = id.as_ref().and_then(|id| self.bindings.get_mut(id));
        match (id.clone(), moved.filter(|binding| files.lack(&binding.path))) {
            (Some(id), Some(binding)) => {
                path.clone_into(&mut binding.path);
                binding.save(&app.store, &id).await
            }
            (id, _) => self.show_broken(app, path, id, problems).await,
        }
    }

    /// What has an id that a file gives itself, if the file would be a second one, or would put itself in the place of a map
    /// that has no file.
    pub(super) async fn holder(&self, app: &App, id: &MapId) -> Result<Option<String>, Problem> {
        if let Some(binding) = self.bindings.get(id) {
            return Ok(Some(binding.path.clone()));
        }
        let Some(row) = app.store.map(id.as_str()).await? else { return Ok(None) };
        let is_kept = stored(&row)?.source == MapSource::Database;
        Ok(is_kept.then(|| match row.deleted_at {
            None => "a map that is kept in the data folder".to_owned(),
            Some(_) => "a map that was deleted and can be brought back for 30 days".to_owned(),
        }))
    }

    /// Serves a good file that is new.
    async fn adopt(
        &mut self,
        app: &App,
        path: &str,
        text: String,
        map: Map,
        problems: Vec<MapProblem>,
    ) -> Result<(), Problem> {
        let id = map.id.clone();
        let revision = match app.store.map(id.as_str()).await? {
            None => {
                let map = app.create(draft(path, map)).await?;
                pictures::take(app, &self.disk, path, &map).await?;
                FIRST
            }
            Some(row) => {
                if row.deleted_at.is_some() {
                    app.store.undelete_map(&row.id).await?;
                }
                let replaced = self.take_over(app, path, map, &row).await;
                if let (Err(_), Some(at)) = (&replaced, row.deleted_at) {
                    // The file does not bring it back after all.
                    app.store.delete_map(&row.id, at).await?;
                    app.rooms.close(&id).await;
                }
                replaced?
            }
        };
        let binding = Binding { text, present: true, revision, ..Binding::new(&self.root, path.to_owned()) };
        self.bind(app, id, binding, problems).await
    }

    /// Puts the map of a file in the place of the one of its id that was here before, which stays in the history; gives the
    /// revision that says it.
    async fn take_over(&self, app: &App, path: &str, map: Map, before: &MapRow) -> Result<i64, Problem> {
        // Whoever sees the map change finds its pictures there.
        pictures::take(app, &self.disk, path, &map).await?;
        Ok(app.replace_kept(map, path, &before.updated_by).await?.revision)
    }

    /// Shows a file that is no map, or not one by its own id, under an id that is free. It is remembered as the text that both
    /// sides agreed on, so that what is edited of it before the file is mended is merged then.
    async fn show_broken(
        &mut self,
        app: &App,
        path: &str,
        id: Option<MapId>,
        problems: Vec<MapProblem>,
    ) -> Result<(), Problem> {
        let id = id.or_else(|| slug(name_of(path)));
        let id = id.unwrap_or_else(|| MapId::new("map").expect("the word `map` is a slug"));
        let map = app.create(draft(path, placeholder(id, path))).await?;
        let text = write_yaml(&map);
        let binding = Binding { text, present: true, ..Binding::new(&self.root, path.to_owned()) };
        self.bind(app, map.id, binding, problems).await
    }

    async fn bind(&mut self, app: &App, id: MapId, binding: Binding, problems: Vec<MapProblem>) -> Result<(), Problem> {
        binding.save(&app.store, &id).await?;
        notes::put(app, &notes::row(app, &id).await?, problems).await?;
        self.asked.insert(id.to_string());
        self.bindings.insert(id, binding);
        Ok(())
    }
}

/// One map's trouble does not hold up the others; it is tried again with the next change.
fn report(id: &MapId, settled: Result<(), Problem>) {
    if let Err(problem) = settled {
        tracing::warn!(map = %id, %problem, "the map and its file are not at one");
    }
}

/// A map of a file, filed as the file is.
fn draft(path: &str, map: Map) -> Draft {
    let folder = path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    Draft { map, folder, author: path.to_owned(), reason: Some(path.to_owned()) }
}

/// The map that stands for a file with errors.
pub(super) fn placeholder(id: MapId, path: &str) -> Map {
    Map::new(id, Text::from(name_of(path)), Language::english())
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(ENDING)
}

/// The id that a file with errors gives itself.
fn written_id(text: &str) -> Option<MapId> {
    let line = text.lines().find_map(|line| line.strip_prefix("id:"))?;
    MapId::new(line.trim().trim_matches(['"', '\''])).ok()
}

fn slug(name: &str) -> Option<MapId> {
    let lower = name.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let slug: String = parts.collect::<Vec<_>>().join("-").chars().take(64).collect();
    MapId::new(slug).ok()
}
