use kelias_lake::{Lake, LakeError};
use kelias_predicate::{EVENT_COLUMNS, check_predicate};

use crate::support::{batch, import, lake, with_properties};

/// The rows a predicate selects among events of some names.
fn rows(lake: &Lake, names: Option<&[&str]>, predicate: &str) -> Result<Vec<u32>, LakeError> {
    let index = lake.journeys().unwrap();
    let names: Option<Vec<String>> = names.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
    let set = lake.rows_where(&index, names.as_deref(), &check_predicate(predicate).unwrap())?;
    Ok((0..index.events() as u32).filter(|&row| set.contains(row)).collect())
}

fn shop() -> (tempfile::TempDir, Lake) {
    let (folder, lake) = lake();
    let first = [("anna", "view", 1), ("ben", "buy", 2), ("anna", "buy", 3)];
    let properties = [
        r#"{"amount":5,"kind":"kids","gift":true}"#,
        r#"{"amount":20.5,"kind":"men"}"#,
        r#"{"kind":"kids","to":{"city":"Kaunas"}}"#,
    ];
    import(&lake, "shop", [with_properties(&first, &properties)]);
    import(&lake, "shop", [batch(&[("cara", "view", 4)])]);
    (folder, lake)
}

#[test]
fn properties_are_read_as_what_they_are_compared_with() {
    let (_folder, lake) = shop();
    for (predicate, expected) in [
        ("properties.kind = 'kids'", vec![0, 2]),
        ("properties.kind in ('men', 'kids')", vec![0, 1, 2]),
        ("properties.kind like 'k%'", vec![0, 2]),
        ("properties.kind <> 'kids'", vec![1]),
        ("properties.amount > 5", vec![1]),
        ("properties.amount * 2 >= 10", vec![0, 1]),
        ("properties.amount between 5 and 20", vec![0]),
        ("properties.amount = 5", vec![0]),
        ("properties.gift = true", vec![0]),
        ("not properties.gift", vec![]),
        ("properties.amount is null", vec![2, 3]),
        ("properties.to.city = 'Kaunas'", vec![2]),
        ("upper(properties.kind) = 'MEN'", vec![1]),
        ("customer = 'anna' and event = 'buy'", vec![2]),
        ("time >= '1970-01-01T00:00:03Z'", vec![2, 3]),
        ("properties.kind = 'it''s; drop table events'", vec![]),
    ] {
        assert_eq!(rows(&lake, None, predicate).unwrap(), expected, "{predicate}");
    }
}

#[test]
fn only_events_of_the_names_are_asked() {
    let (_folder, lake) = shop();
    assert_eq!(rows(&lake, Some(&["buy"]), "properties.kind = 'kids'").unwrap(), [2]);
    assert_eq!(rows(&lake, Some(&["view", "nothing"]), "customer <> 'nobody'").unwrap(), [0, 3]);
}

#[test]
fn answers_are_kept_for_each_file_and_asked_again_only_for_new_ones() {
    let (folder, lake) = shop();
    let answers = || {
        let folders = std::fs::read_dir(folder.path().join("lake/_kelias/predicates")).unwrap().flatten();
        folders.flat_map(|f| std::fs::read_dir(f.path()).unwrap()).count()
    };
    let predicate = "properties.kind = 'kids'";
    assert_eq!(rows(&lake, None, predicate).unwrap(), [0, 2]);
    assert_eq!(answers(), 2);
    assert_eq!(rows(&lake, None, predicate).unwrap(), [0, 2]);
    import(&lake, "shop", [with_properties(&[("dan", "buy", 9)], &[r#"{"kind":"kids"}"#])]);
    assert_eq!(rows(&lake, None, predicate).unwrap(), [0, 2, 4]);
    assert_eq!(answers(), 3);
}

#[test]
fn what_does_not_fit_is_explained() {
    let (_folder, lake) = shop();
    for predicate in ["customer", "no_such_function(customer) = 1", "customer + 1"] {
        let error = rows(&lake, None, predicate).unwrap_err();
        assert!(matches!(error, LakeError::Query(_)), "{predicate}: {error}");
    }
}

/// The predicate crate names the columns without depending on Arrow; here both lists are held together.
#[test]
fn predicates_name_the_columns_of_the_table() {
    let scalar: Vec<&str> = kelias_event::schema::COLUMNS
        .into_iter()
        .filter(|column| *column != kelias_event::schema::PROPERTIES)
        .collect();
    assert_eq!(EVENT_COLUMNS.to_vec(), scalar);
}
