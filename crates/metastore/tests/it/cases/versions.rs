use kelias_metastore::{NewVersion, Version, VersionKind, VersionRow};

use sqlx::Row;

use crate::place::{Place, new_map};

pub(super) async fn versions_count_from_one_for_each_map(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    new_map(&store, "clinic").await;
    let kinds = [VersionKind::Automatic, VersionKind::Named, VersionKind::Restored, VersionKind::Imported];
    let mut expected = Vec::new();
    for (n, kind) in (1..).zip(kinds) {
        let new = NewVersion {
            kind,
            author: format!("author {n}"),
            reason: (n % 2 == 0).then(|| format!("reason {n}")),
            title: (n > 2).then(|| format!("title {n}")),
            at: n * 10,
            map_json: format!("{{\"title\": \"{n}\"}}"),
        };
        assert_eq!(store.add_version("shop", new.clone()).await.unwrap(), n);
        assert_eq!(store.add_version("clinic", new.clone()).await.unwrap(), n);
        let NewVersion { kind, author, reason, title, at, map_json } = new;
        let row = VersionRow { n, kind, author, reason, title, at };
        assert_eq!(store.version("shop", n).await.unwrap(), Some(Version { row: row.clone(), map_json }));
        expected.push(row);
        assert_eq!(store.map("shop").await.unwrap().unwrap().version_at, Some(at));
    }
    assert_eq!(store.versions("shop").await.unwrap(), expected);
}

pub(super) async fn versions_of_unknown_maps_are_none(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    assert_eq!(store.versions("shop").await.unwrap(), []);
    assert_eq!(store.versions("clinic").await.unwrap(), []);
    for (map, n) in [("clinic", 1), ("shop", 0), ("shop", 1), ("shop", -1), ("shop", i64::MAX)] {
        assert_eq!(store.version(map, n).await.unwrap(), None);
    }
}

pub(super) async fn a_version_equal_to_another_takes_up_no_room(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    let contents = ["{\"id\":\"a\"}", "{\"id\":\"a\"}", "{\"id\":\"a\"}", "{\"id\":\"b\"}", "{\"id\":\"a\"}"];
    for (at, content) in (1..).zip(contents) {
        let new = NewVersion {
            kind: VersionKind::Named,
            author: "ada".to_owned(),
            reason: None,
            title: Some(format!("title {at}")),
            at,
            map_json: content.to_owned(),
        };
        store.add_version("shop", new).await.unwrap();
    }
    for (n, content) in (1..).zip(contents) {
        let version = store.version("shop", n).await.unwrap().unwrap();
        assert_eq!((version.map_json.as_str(), version.row.title), (content, Some(format!("title {n}"))));
    }
    let raw = place.raw().await;
    let kept =
        sqlx::query("SELECT n FROM kelias_versions WHERE map_json <> '' ORDER BY n").fetch_all(&raw).await.unwrap();
    assert_eq!(kept.iter().map(|row| row.get::<i64, _>("n")).collect::<Vec<_>>(), [1, 4]);
}
