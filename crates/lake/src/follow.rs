//! Keeps the journey index at the lake's version.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use arrow::array::{ArrayRef, AsArray, DictionaryArray, StringArray};
use arrow::datatypes::{Int32Type, TimestampMicrosecondType};
use kelias_event::schema;
use kelias_journeys::index::{Extension, Index, IndexedFile};

use crate::identity::Identity;
use crate::scan::{no_nulls, read_columns};
use crate::table::EventFile;
use crate::{Lake, LakeError};

/// Bytes of events held in memory while the index is built; more goes to temporary files.
const BUDGET: usize = 512 << 20;

impl Lake {
    /// The journey index at the newest version of the lake, brought up to date first if need be.
    ///
    /// # Errors
    /// When the table or the index cannot be read, or the index must be extended and cannot be written.
    pub fn journeys(&self) -> Result<Index, LakeError> {
        let (version, links) = (self.version()?, self.links().count()?);
        if let Ok(Some(index)) = Index::open(&self.beside("index"))
            && index.lake_version() == version
            && index.links() == links
        {
            return Ok(index);
        }
        let _lock = self.lock()?;
        self.follow(BUDGET)
    }

    /// Extends the index, or builds it anew when it cannot be extended. The lock must be held.
    pub(crate) fn follow(&self, budget: usize) -> Result<Index, LakeError> {
        let folder = self.make_beside("index")?;
        let table = self.table()?;
        let files = table.files()?;
        // An index that cannot be read is a cache that was lost.
        let index = Index::open(&folder).ok().flatten().filter(|index| covers_only(index, &files));
        let links = self.links().read()?;
        let known = index.as_ref().map_or(0, |index| index.links() as usize).min(links.len());
        let (before, now) = (Identity::of(&links[..known]), Identity::of(&links));
        let mut extension = Extension::begin(&folder, index.as_ref(), budget)?;
        for (old, new) in now.moves_since(&before) {
            extension.move_journey(old, new);
        }
        let covered: BTreeSet<String> = index.iter().flat_map(Index::files).map(|file| file.path.clone()).collect();
        let mut next_row =
            index.iter().flat_map(Index::files).map(|file| file.first_row + file.rows).max().unwrap_or(0);
        for file in files.iter().filter(|file| !covered.contains(&file.path)) {
            let rows = self.push_file(&mut extension, file, &now, next_row)?;
            extension.cover(IndexedFile { path: file.path.clone(), first_row: next_row, rows });
            next_row = next_row.checked_add(rows).ok_or(LakeError::TooMany)?;
        }
        Ok(extension.commit(index.as_ref(), table.version(), links.len() as u64)?)
    }

    fn push_file(
        &self,
        extension: &mut Extension,
        file: &EventFile,
        identity: &Identity,
        first_row: u32,
    ) -> Result<u32, LakeError> {
        let path = self.path().join(&file.path);
        let mut rows = 0_u32;
        for batch in read_columns(&path, &[schema::TIME, schema::CUSTOMER, schema::EVENT], None)? {
            let batch = batch?;
            for (column, name) in batch.columns().iter().zip([schema::TIME, schema::CUSTOMER, schema::EVENT]) {
                no_nulls(&path, column, name)?;
            }
            let time = batch.column(0).as_primitive::<TimestampMicrosecondType>();
            let customer = travellers(batch.column(1), identity);
            let row = first_row.checked_add(rows).ok_or(LakeError::TooMany)?;
            extension.push(&customer, batch.column(2), time, row)?;
            rows += batch.num_rows() as u32;
        }
        Ok(rows)
    }
}

/// Whether every file of the index is still part of the table, with as many rows.
fn covers_only(index: &Index, files: &[EventFile]) -> bool {
    let rows: HashMap<&str, u64> = files.iter().map(|file| (file.path.as_str(), file.rows)).collect();
    index.files().iter().all(|file| rows.get(file.path.as_str()) == Some(&u64::from(file.rows)))
}

/// The customers' ids replaced by their travellers'.
fn travellers(customer: &ArrayRef, identity: &Identity) -> ArrayRef {
    if identity.is_empty() {
        return Arc::clone(customer);
    }
    let spelled = customer.as_dictionary::<Int32Type>();
    let ids = spelled.values().as_string::<i32>();
    let joined: StringArray = ids.iter().map(|id| id.map(|id| identity.traveller(id))).collect();
    Arc::new(DictionaryArray::<Int32Type>::new(spelled.keys().clone(), Arc::new(joined)))
}
