use std::sync::Arc;

use arrow::array::{Int64Array, StringArray};
use kelias_event::EventBatch;
use kelias_lake::{Import, Imported, Lake, LakeError};
use proptest::prelude::*;

use crate::support::{batch, import, lake, sql};

fn kept(imported: &Imported) -> (u64, u64) {
    (imported.kept, imported.duplicates)
}

#[test]
fn the_same_file_twice_adds_nothing() {
    let (_folder, lake) = lake();
    let rows = [("anna", "view", 1), ("ben", "view", 2), ("anna", "buy", 3)];
    let first = import(&lake, "shop", [batch(&rows)]);
    assert_eq!((kept(&first), first.lake_version), ((3, 0), 1));
    let again = import(&lake, "shop", [batch(&rows)]);
    assert_eq!((kept(&again), again.lake_version), ((0, 3), 1));
    assert_eq!(sql(&lake, "select count(*) from events"), ["3"]);
}

#[test]
fn identical_rows_of_one_file_are_events_of_their_own() {
    let (_folder, lake) = lake();
    let row = ("anna", "view", 1);
    assert_eq!(kept(&import(&lake, "shop", [batch(&[row, row]), batch(&[row])])), (3, 0));
    assert_eq!(kept(&import(&lake, "shop", [batch(&[row, row, row, row])])), (1, 3));
    assert_eq!(sql(&lake, "select count(*), count(distinct event_id) from events"), ["4|4"]);
}

#[test]
fn equal_ids_of_the_source_are_one_event() {
    let (_folder, lake) = lake();
    let with_ids = |ids: &[&str]| EventBatch {
        own_id: Some(StringArray::from(ids.to_vec())),
        ..batch(&[("anna", "view", 1), ("anna", "view", 2)])
    };
    assert_eq!(kept(&import(&lake, "shop", [with_ids(&["1", "1"])])), (1, 1));
    assert_eq!(kept(&import(&lake, "shop", [with_ids(&["1", "2"])])), (1, 1));
    assert_eq!(kept(&import(&lake, "crm", [with_ids(&["1", "2"])])), (2, 0));
}

#[test]
fn rows_of_another_file_of_the_same_import_are_duplicates() {
    let (_folder, lake) = lake();
    let mut import = Import::begin(&lake, 0).unwrap();
    for _ in 0..2 {
        import.begin_file("shop").unwrap();
        import.push(batch(&[("anna", "view", 1), ("anna", "view", 1)])).unwrap();
    }
    assert_eq!(kept(&import.commit().unwrap()), (2, 2));
}

#[test]
fn an_import_that_is_dropped_leaves_the_lake_as_it_was() {
    let (folder, lake) = lake();
    import(&lake, "shop", [batch(&[("anna", "view", 1)])]);
    let files = || std::fs::read_dir(folder.path().join("lake")).unwrap().count();
    let before = files();
    let mut import = Import::begin(&lake, 0).unwrap();
    import.begin_file("shop").unwrap();
    let many: Vec<(String, i64)> = (0..600_000).map(|n| (format!("c{n}"), n)).collect();
    let rows: Vec<_> = many.iter().map(|(customer, time)| (customer.as_str(), "view", *time)).collect();
    import.push(batch(&rows)).unwrap();
    drop(import);
    assert_eq!(files(), before);
    assert_eq!((lake.version().unwrap(), sql(&lake, "select count(*) from events")), (1, vec!["1".to_owned()]));
}

#[test]
fn integers_are_ids_and_sequence_follows_arrival() {
    let (_folder, lake) = lake();
    let rows = EventBatch { customer: Arc::new(Int64Array::from(vec![7, -7])), ..batch(&[("", "b", 2), ("", "a", 1)]) };
    import(&lake, "shop", [rows]);
    import(&lake, "shop", [batch(&[("8", "c", 0)])]);
    let told = sql(&lake, "select sequence, customer, event, source, channel from events order by sequence");
    assert_eq!(told, ["0|7|b|shop|-", "1|-7|a|shop|-", "2|8|c|shop|-"]);
}

#[test]
fn a_batch_with_a_null_is_refused() {
    let (_folder, lake) = lake();
    let mut import = Import::begin(&lake, 0).unwrap();
    let customer: StringArray = [Some("a"), None].into_iter().collect();
    let bad = EventBatch { customer: Arc::new(customer), ..batch(&[("", "b", 2), ("", "a", 1)]) };
    assert!(matches!(import.push(bad), Err(LakeError::Batch(_))));
}

#[test]
fn two_imports_at_once_both_arrive() {
    let (_folder, lake) = lake();
    std::thread::scope(|scope| {
        for writer in 0..4_i64 {
            let lake = &lake;
            scope.spawn(move || {
                let rows: Vec<_> = (0..50).map(|n| ("anna", "view", writer * 100 + n)).collect();
                import(lake, "shop", [batch(&rows)])
            });
        }
    });
    assert_eq!(sql(&lake, "select count(*), count(distinct sequence) from events"), ["200|200"]);
    assert_eq!(lake.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn ids_are_found_again_when_what_was_kept_beside_the_table_is_lost() {
    let (folder, lake) = lake();
    let rows = [("anna", "view", 1), ("ben", "view", 2)];
    import(&lake, "shop", [batch(&rows)]);
    std::fs::remove_dir_all(folder.path().join("lake/_kelias")).unwrap();
    assert_eq!(kept(&import(&lake, "shop", [batch(&rows)])), (0, 2));
    assert_eq!(lake.journeys().unwrap().events(), 2);
}

#[test]
fn a_folder_that_is_no_lake_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Lake::open(&folder.path().join("none")).unwrap_err();
    assert!(missing.to_string().contains("kelias import"), "{missing}");
    let file = folder.path().join("file");
    std::fs::write(&file, "x").unwrap();
    assert!(matches!(Lake::open_or_create(&file), Err(LakeError::NotAFolder(_))));
}

#[test]
fn a_damaged_log_is_an_error_that_names_the_lake() {
    let (folder, lake) = lake();
    import(&lake, "shop", [batch(&[("anna", "view", 1)])]);
    let log = folder.path().join("lake/_delta_log/00000000000000000001.json");
    std::fs::write(&log, "{\"add\": {\"path\": ").unwrap();
    std::fs::remove_dir_all(folder.path().join("lake/_kelias")).unwrap();
    let error = lake.journeys().unwrap_err();
    assert!(matches!(error, LakeError::Table { .. }), "{error}");
    assert!(error.to_string().contains("lake"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// However a file's rows fall into batches and however often it comes, the lake holds each row once.
    #[test]
    fn every_row_of_a_file_is_kept_once(rows in prop::collection::vec((0_u8..3, 0_u8..2, 0_i64..3), 0..40), cut in 1_usize..9) {
        let (_folder, lake) = lake();
        let named: Vec<(String, String, i64)> = rows.iter().map(|(c, e, t)| (format!("c{c}"), format!("e{e}"), *t)).collect();
        let rows: Vec<_> = named.iter().map(|(c, e, t)| (c.as_str(), e.as_str(), *t)).collect();
        let first = import(&lake, "shop", rows.chunks(cut).map(batch));
        prop_assert_eq!(kept(&first), (rows.len() as u64, 0));
        let again = import(&lake, "shop", rows.chunks(cut + 1).map(batch));
        prop_assert_eq!(kept(&again), (0, rows.len() as u64));
        let part = import(&lake, "shop", [batch(&rows[..rows.len() / 2])]);
        prop_assert_eq!(part.kept, 0);
    }
}
