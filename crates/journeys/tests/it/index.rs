use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{ArrayRef, StringArray, TimestampMicrosecondArray};
use kelias_journeys::index::{Extension, Index, IndexedFile};
use proptest::prelude::*;

use crate::support::{Log, by_sorting, logs, told};

/// Takes a part of a log into the index of a folder, as a file of the lake.
fn extend(
    folder: &Path,
    log: &[(String, String, i64)],
    first_row: u32,
    moved: &[(&str, &str)],
    budget: usize,
) -> Index {
    let index = Index::open(folder).unwrap();
    let mut extension = Extension::begin(folder, index.as_ref(), budget).unwrap();
    let customer: ArrayRef = Arc::new(log.iter().map(|event| Some(event.0.as_str())).collect::<StringArray>());
    let event: ArrayRef = Arc::new(log.iter().map(|event| Some(event.1.as_str())).collect::<StringArray>());
    let time: TimestampMicrosecondArray = log.iter().map(|event| Some(event.2)).collect();
    extension.push(&customer, &event, &time.with_timezone("UTC"), first_row).unwrap();
    extension.cover(IndexedFile { path: format!("part-{first_row}"), first_row, rows: log.len() as u32 });
    moved.iter().for_each(|&(old, new)| extension.move_journey(old.to_owned(), new.to_owned()));
    extension.commit(index.as_ref(), u64::from(first_row), 0).unwrap()
}

fn extend_in_parts(folder: &Path, log: &Log, part: usize, budget: usize) -> Option<Index> {
    let mut index = None;
    for (number, events) in log.chunks(part).enumerate() {
        index = Some(extend(folder, events, (number * part) as u32, &[], budget));
    }
    index
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_index_extended_in_parts_holds_what_sorting_gives(log in logs(), part in 1_usize..20) {
        let folder = tempfile::tempdir().unwrap();
        if let Some(index) = extend_in_parts(folder.path(), &log, part, usize::MAX) {
            let expected = by_sorting(&log);
            prop_assert_eq!(index.events(), log.len() as u64);
            prop_assert_eq!(index.travellers(), expected.len() as u64);
            prop_assert_eq!(index.time_range().unwrap().0, log.iter().map(|event| event.2).min().unwrap());
            prop_assert_eq!(told(&index), expected);
        }
    }

    #[test]
    fn a_budget_of_nothing_spills_and_changes_nothing(log in logs()) {
        let folder = tempfile::tempdir().unwrap();
        if let Some(index) = extend_in_parts(folder.path(), &log, 7, 0) {
            prop_assert_eq!(told(&index), by_sorting(&log));
        }
    }

    #[test]
    fn a_late_link_joins_journeys_already_stored(log in logs(), part in 1_usize..20) {
        let folder = tempfile::tempdir().unwrap();
        if extend_in_parts(folder.path(), &log, part, usize::MAX).is_some() {
            let index = extend(folder.path(), &[], log.len() as u32, &[("ben", "anna"), ("9", "anna")], usize::MAX);
            let joined = |id: &str| if id == "ben" || id == "9" { "anna".to_owned() } else { id.to_owned() };
            let renamed: Log = log.iter().map(|(id, event, time)| (joined(id), event.clone(), *time)).collect();
            let expected = by_sorting(&renamed);
            prop_assert_eq!(index.travellers(), expected.len() as u64);
            prop_assert_eq!(told(&index), expected);
        }
    }
}

#[test]
fn small_additions_leave_the_large_segment_alone() {
    let folder = tempfile::tempdir().unwrap();
    let many: Log = (0..1_000).map(|n| (format!("c{}", n % 200), "view".to_owned(), n)).collect();
    extend(folder.path(), &many, 0, &[], usize::MAX);
    let first = std::fs::metadata(folder.path().join("segment-00000001.arrow")).unwrap().modified().unwrap();
    let more = vec![("c3".to_owned(), "buy".to_owned(), 5), ("new".to_owned(), "buy".to_owned(), 6)];
    let index = extend(folder.path(), &more, 1_000, &[], usize::MAX);
    assert_eq!(index.segments(), 2);
    assert_eq!(std::fs::metadata(folder.path().join("segment-00000001.arrow")).unwrap().modified().unwrap(), first);
    let all = many.into_iter().chain(more).collect();
    assert_eq!(told(&index), by_sorting(&all));
    assert_eq!(index.files().len(), 2);
}

#[test]
fn a_damaged_segment_is_an_error_that_names_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let log: Log = vec![("a".to_owned(), "view".to_owned(), 1)];
    extend(folder.path(), &log, 0, &[], usize::MAX);
    let file = folder.path().join("segment-00000001.arrow");
    let bytes = std::fs::read(&file).unwrap();
    let mut failures = BTreeMap::new();
    for length in [0, 5, bytes.len() / 2, bytes.len() - 1] {
        std::fs::write(&file, &bytes[..length]).unwrap();
        failures.insert(length, Index::open(folder.path()).unwrap_err().to_string());
    }
    assert!(failures.values().all(|message| message.contains("segment-00000001.arrow")), "{failures:?}");
}
