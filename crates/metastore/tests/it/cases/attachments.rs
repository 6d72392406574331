use kelias_metastore::{Image, ImageRow, Json, NewVersion, StoreError, VersionKind};
use serde_json::json;

use crate::place::{Place, new_map};

pub(super) async fn images_are_kept_by_name_and_copied(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    new_map(&store, "copy").await;
    store.put_image("shop", "b.png", "image/png", &[0, 1, 2], 2).await.unwrap();
    store.put_image("shop", "a.webp", "image/webp", &[], 3).await.unwrap();
    store.put_image("shop", "b.png", "image/gif", &[9], 4).await.unwrap();
    let row = |name: &str, kind: &str, bytes, at| ImageRow {
        name: name.to_owned(),
        content_type: kind.to_owned(),
        bytes,
        at,
    };
    let rows = [row("a.webp", "image/webp", 0, 3), row("b.png", "image/png", 3, 2)];
    assert_eq!(store.images("shop").await.unwrap(), rows);
    let image = Image { content_type: "image/png".to_owned(), bytes: vec![0, 1, 2] };
    assert_eq!(store.image("shop", "b.png").await.unwrap().as_ref(), Some(&image));
    assert_eq!(store.image("shop", "c.png").await.unwrap(), None);
    assert_eq!(store.image("copy", "b.png").await.unwrap(), None);

    store.copy_images("shop", "copy", 5).await.unwrap();
    assert_eq!(store.image("copy", "b.png").await.unwrap(), Some(image));
    assert_eq!(store.images("copy").await.unwrap(), rows.map(|row| ImageRow { at: 5, ..row }));
    for result in
        [store.put_image("none", "b.png", "image/png", &[1], 2).await, store.copy_images("shop", "none", 5).await]
    {
        assert!(matches!(result, Err(StoreError::MapNotFound(id)) if id == "none"));
    }
}

pub(super) async fn images_of_a_map_have_a_limit_together(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    new_map(&store, "clinic").await;
    let image = |length| Image { content_type: "image/png".to_owned(), bytes: vec![7; length] };
    assert!(store.put_image_within("shop", "a.png", &image(6), 10, 1).await.unwrap());
    assert!(!store.put_image_within("shop", "b.png", &image(5), 10, 2).await.unwrap());
    assert_eq!(store.image("shop", "b.png").await.unwrap(), None);
    assert!(store.put_image_within("shop", "c.png", &image(4), 10, 3).await.unwrap());
    // What is there already is no more of it.
    assert!(store.put_image_within("shop", "a.png", &image(6), 10, 4).await.unwrap());
    assert!(store.put_image_within("clinic", "b.png", &image(5), 10, 5).await.unwrap());
    assert_eq!(store.images("shop").await.unwrap().iter().map(|row| row.bytes).sum::<i64>(), 10);
    let error = store.put_image_within("none", "a.png", &image(1), 10, 6).await.unwrap_err();
    assert!(matches!(error, StoreError::MapNotFound(id) if id == "none"));
}

pub(super) async fn images_are_purged_that_are_old_and_in_no_version(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    new_map(&store, "clinic").await;
    for (map, name) in [("shop", "a.png"), ("shop", "b.png"), ("shop", "c.png"), ("clinic", "a.png")] {
        store.put_image(map, name, "image/png", &[0; 6], 2).await.unwrap();
    }
    let again = Image { content_type: "image/png".to_owned(), bytes: vec![0; 6] };
    assert!(store.put_image_within("shop", "c.png", &again, 18, 9).await.unwrap());
    assert_eq!(store.maps_with_images_above(6).await.unwrap(), ["shop"]);
    assert_eq!(store.maps_with_images_above(5).await.unwrap(), ["clinic", "shop"]);
    let new = NewVersion {
        kind: VersionKind::Named,
        author: "ada".to_owned(),
        reason: None,
        title: None,
        at: 3,
        map_json: "{\"picture\":\"images/b.png\"}".to_owned(),
    };
    store.add_version("shop", new).await.unwrap();
    for (name, is_purged) in [("a.png", true), ("a.png", false), ("b.png", false), ("c.png", false)] {
        assert_eq!(store.purge_image("shop", name, 9).await.unwrap(), is_purged, "{name}");
    }
    assert_eq!(store.images("shop").await.unwrap().len(), 2);
    assert_eq!(store.images("clinic").await.unwrap().len(), 1);
    store.delete_map("shop", 10).await.unwrap();
    assert_eq!(store.maps_with_images_above(5).await.unwrap(), ["clinic"]);
}

pub(super) async fn the_last_measurement_counts(place: Place) {
    let store = place.open().await;
    new_map(&store, "shop").await;
    assert_eq!(store.measurement("shop").await.unwrap(), None);
    let measured =
        json!({"version": 1, "steps": [{"id": "pay", "share": 0.1, "customers": 9_007_199_254_740_993_i64}]});
    store.put_measurement("shop", &Json::Null, 5).await.unwrap();
    store.put_measurement("shop", &measured, 6).await.unwrap();
    assert_eq!(store.measurement("shop").await.unwrap(), Some((measured, 6)));
    let map = store.map("shop").await.unwrap().unwrap();
    assert_eq!((map.measured_at, map.updated_at), (Some(6), 1));
    let error = store.put_measurement("none", &Json::Null, 5).await.unwrap_err();
    assert!(matches!(error, StoreError::MapNotFound(_)), "{error}");
}

pub(super) async fn settings_are_replaced(place: Place) {
    let store = place.open().await;
    assert_eq!(store.setting("theme").await.unwrap(), None);
    store.set_setting("theme", &json!("dark")).await.unwrap();
    store.set_setting("theme", &json!({"accent": "#0b7285"})).await.unwrap();
    store.set_setting("language", &Json::Null).await.unwrap();
    assert_eq!(store.setting("theme").await.unwrap(), Some(json!({"accent": "#0b7285"})));
    assert_eq!(store.setting("language").await.unwrap(), Some(Json::Null));
}
