//! Measuring a map in the background.

use std::sync::Arc;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use kelias_map::Map;
use kelias_measure::Measured;
use kelias_server::Measurer;
use serde_json::{Value, json};

use crate::support::{SHOP, Who, World};

/// Measures what it is told to, slowly if the map is called so.
struct Steady;

/// A measured map of everything that can be known and everything that cannot.
pub(crate) fn measured(map: &str) -> Value {
    json!({
        "map": map, "lake_version": 4, "period": { "since": null, "until": null }, "travellers": 7,
        "steps": [{
            "step": "looks", "stage": "buy", "travellers": 5, "share": 0.7, "share_low": 0.3, "share_high": 0.9,
            "next": null, "conversion_to_next": null, "conversion_low": null, "conversion_high": null, "dropped": null,
            "median_seconds_to_next": null, "p90_seconds_to_next": null, "retention": null, "retention_travellers": null,
            "retention_without": null, "retention_compared": null, "retention_difference": null,
            "retention_difference_low": null, "retention_difference_high": null, "emotion_claimed": null,
            "emotion_measured": null, "emotion_low": null, "emotion_high": null, "ratings": 0, "events": 9,
            "touchpoints": [{ "touchpoint": "web", "events": 9, "travellers": 5 }],
        }],
        "not_on_map": [{ "event": "error", "count": 2, "travellers": 1 }], "never_taken": ["pays"], "evidence_coverage": 0.5,
        "definitions": {
            "window_seconds": 60, "retention_from_day": 8, "retention_to_day": 14, "minimum_ratings": 5,
            "observed_until": "2026-01-01T00:00:00Z", "interval_of_shares": "", "interval_of_differences": "",
            "interval_of_means": "",
        },
    })
}

impl Measurer for Steady {
    fn measure(
        &self,
        map: &Map,
        progress: &(dyn Fn(f64) + Sync),
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> Result<Measured, String> {
        progress(0.25);
        match map.id.as_str() {
            "slow" => {
                while !cancelled() {
                    std::thread::sleep(Duration::from_millis(5));
                }
                Err("stopped".to_owned())
            }
            "unbound" => Err("no touchpoint is bound to events; bind one".to_owned()),
            id => serde_json::from_value(measured(id)).map_err(|error| error.to_string()),
        }
    }
}

async fn world() -> (World, Who) {
    let world = World::with(Some(Arc::new(Steady)), |_| {}).await;
    let program = world.program().await;
    for id in ["shop", "slow", "unbound"] {
        let map = SHOP.replace("id: shop", &format!("id: {id}"));
        world.post("/api/v1/maps", &program).yaml(&map).send().await.expect(StatusCode::CREATED);
    }
    (world, program)
}

async fn begin(world: &World, who: &Who, map: &str) -> String {
    let path = format!("/api/v1/maps/{map}/measurement");
    let begun = world.post(&path, who).send().await.expect(StatusCode::ACCEPTED);
    assert_eq!(begun.json()["map"], map);
    begun.location().to_owned()
}

/// The job when it has ended.
async fn ended(world: &World, who: &Who, job: &str) -> Value {
    for _ in 0..6_000 {
        let view = world.get(job, who).send().await.expect(StatusCode::OK).json();
        if view["state"] != "running" {
            return view;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the job does not end");
}

#[tokio::test]
async fn a_map_is_measured_and_drawn_with_its_numbers() {
    let (world, program) = world().await;
    let path = "/api/v1/maps/shop/measurement";
    world.get(path, &program).send().await.problem(StatusCode::NOT_FOUND, "not-found");
    let plain = world.get("/api/v1/maps/shop/poster.svg", &program).send().await;
    let job = begin(&world, &program, "shop").await;
    let view = ended(&world, &program, &job).await;
    assert_eq!((view["state"].as_str(), view["progress"].as_f64()), (Some("done"), Some(1.0)));
    let read = world.get(path, &program).send().await.expect(StatusCode::OK).json();
    assert_eq!(read, json!({ "at": "2026-07-01T12:00:00Z", "measured": measured("shop") }));
    let listed = world.get("/api/v1/maps", &program).send().await.json();
    let row = listed.as_array().unwrap().iter().find(|row| row["id"] == "shop").unwrap();
    assert_eq!(row["measured_at"], "2026-07-01T12:00:00Z");
    let with_numbers = world.get("/api/v1/maps/shop/poster.svg", &program).send().await;
    assert_ne!(with_numbers.header("etag"), plain.header("etag"));
    let without = world.get("/api/v1/maps/shop/poster.svg?measured=false", &program).send().await;
    assert_eq!(without.body, plain.body);
}

#[tokio::test]
async fn a_job_is_one_of_its_map_and_can_be_stopped() {
    let (world, program) = world().await;
    let job = begin(&world, &program, "slow").await;
    world.post("/api/v1/maps/slow/measurement", &program).send().await.problem(StatusCode::CONFLICT, "conflict");
    let stopped = world.ask(Method::DELETE, &job, &program).send().await.expect(StatusCode::OK).json();
    assert_eq!(stopped["state"], "cancelled");
    // Its place is free again.
    let job = begin(&world, &program, "shop").await;
    assert_eq!(ended(&world, &program, &job).await["state"], "done");
    world.get("/api/v1/jobs/none", &program).send().await.problem(StatusCode::NOT_FOUND, "not-found");
}

#[tokio::test]
async fn a_job_that_fails_says_why() {
    let (world, program) = world().await;
    let job = begin(&world, &program, "unbound").await;
    let view = ended(&world, &program, &job).await;
    assert_eq!(view["state"], "failed");
    assert_eq!(view["message"], "no touchpoint is bound to events; bind one");
    let (without, program) = World::with_shop().await;
    let asked = without.post("/api/v1/maps/shop/measurement", &program).send().await;
    asked.problem(StatusCode::NOT_IMPLEMENTED, "not-available");
}
