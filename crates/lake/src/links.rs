//! Identity links as they are stored: pairs of ids of one traveller, in the order they became known.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::LakeError;

/// A link between two ids of one traveller.
pub(crate) type Link = (String, String);

/// The links of a lake: files of JSON lines, each named after the number of its first link and of its links, so
/// that their count is known without opening one. A file is complete before it has its name.
#[derive(Debug, Clone)]
pub(crate) struct Links {
    folder: PathBuf,
}

impl Links {
    pub(crate) fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Number of links.
    pub(crate) fn count(&self) -> Result<u64, LakeError> {
        Ok(self.files()?.last().map_or(0, |&(first, count, _)| first + count))
    }

    /// All links in order of arrival.
    pub(crate) fn read(&self) -> Result<Vec<Link>, LakeError> {
        let mut links = Vec::new();
        for (_, _, path) in self.files()? {
            let text = fs::read_to_string(&path).map_err(LakeError::io("read", &path))?;
            for line in text.lines() {
                let link = serde_json::from_str(line).map_err(|error| {
                    LakeError::io("read", &path)(std::io::Error::new(std::io::ErrorKind::InvalidData, error))
                })?;
                links.push(link);
            }
        }
        Ok(links)
    }

    /// Adds those links that are new, on disk before this returns. The lake's lock must be held.
    pub(crate) fn add(&self, links: &[Link]) -> Result<u64, LakeError> {
        if links.is_empty() {
            return Ok(0);
        }
        let mut known: HashSet<Link> = self.read()?.into_iter().collect();
        let fresh: Vec<&Link> = links.iter().filter(|link| known.insert((*link).clone())).collect();
        if fresh.is_empty() {
            return Ok(0);
        }
        let path = self.folder.join(format!("{:012}-{}.jsonl", self.count()?, fresh.len()));
        self.write(&path, &fresh).map_err(LakeError::io("write", &path))?;
        Ok(fresh.len() as u64)
    }

    fn write(&self, path: &Path, links: &[&Link]) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        for link in links {
            serde_json::to_writer(&mut file, link)?;
            file.write_all(b"\n")?;
        }
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        File::open(&self.folder)?.sync_all()
    }

    /// (number of the first link, number of links, path), in order.
    fn files(&self) -> Result<Vec<(u64, u64, PathBuf)>, LakeError> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(LakeError::io("read", &self.folder)(error)),
        };
        let mut files: Vec<_> = entries
            .flatten()
            .filter_map(|entry| {
                let path = entry.path();
                let (first, count) = path.file_name()?.to_str()?.strip_suffix(".jsonl")?.split_once('-')?;
                Some((first.parse().ok()?, count.parse().ok()?, path))
            })
            .collect();
        files.sort();
        Ok(files)
    }
}
