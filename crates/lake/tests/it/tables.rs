use kelias_lake::LakeError;

use crate::support::{batch, import, lake, sql, with_properties};

#[test]
fn queries_read_and_nothing_else() {
    let (folder, lake) = lake();
    import(&lake, "shop", [with_properties(&[("anna", "view", 1)], &[r#"{"kind":"kids"}"#])]);
    assert_eq!(sql(&lake, "select event, properties->>'kind' from events"), ["view|kids"]);
    let target = folder.path().join("out.csv");
    for query in [
        "drop table events".to_owned(),
        "insert into events select * from events".to_owned(),
        "create table x as select 1".to_owned(),
        format!("copy events to '{}'", target.display()),
        "set datafusion.execution.batch_size = 1".to_owned(),
        "select * from '/etc/passwd'".to_owned(),
        "select * from nothing".to_owned(),
        "selec".to_owned(),
    ] {
        let refused = lake.sql(&query, |_| Ok(()));
        assert!(matches!(refused, Err(LakeError::Query(_))), "{query}");
    }
    assert!(!target.exists());
}

#[test]
fn an_empty_lake_answers() {
    let (_folder, lake) = lake();
    assert_eq!(sql(&lake, "select count(*) from events"), ["0"]);
    assert_eq!(lake.stats().unwrap().events, 0);
}

#[test]
fn what_is_damaged_is_found() {
    let (folder, lake) = lake();
    import(&lake, "shop", [batch(&[("anna", "view", 1)])]);
    import(&lake, "shop", [batch(&[("anna", "view", 2)])]);
    let files = std::fs::read_dir(folder.path().join("lake")).unwrap().flatten();
    let parts: Vec<_> =
        files.map(|file| file.path()).filter(|path| path.extension().is_some_and(|e| e == "parquet")).collect();
    std::fs::write(&parts[0], "no parquet").unwrap();
    std::fs::remove_file(&parts[1]).unwrap();
    assert_eq!(lake.verify().unwrap().problems.len(), 2);
}
