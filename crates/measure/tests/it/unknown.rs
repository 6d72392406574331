//! What cannot be known or asked.

use kelias_journeys::{InMemory, Journeys, run};
use kelias_map::Map;
use kelias_measure::{Measure, MeasureError, MeasureSpec, Measurement};
use serde_json::{Value, json};

const DAY: i64 = 86_400_000_000;

fn map() -> Map {
    serde_json::from_value(json!({
        "kelias": 1, "id": "small", "title": "Small", "language": "en",
        "stages": [
            {"id": "alone", "title": "No steps"},
            {"id": "shop", "title": "Shop", "steps": [
                {"id": "comes", "title": "Comes", "touchpoints": [
                    {"id": "door", "title": "Door", "binding": {"events": ["visit"]}},
                    {"id": "sign", "title": "Sign"},
                ]},
                {"id": "looks", "title": "Looks", "touchpoints": [{"id": "shelf", "title": "Shelf"}]},
                {"id": "pays", "title": "Pays", "touchpoints": [
                    {"id": "till", "title": "Till", "binding": {"events": ["pay"], "where": "channel = 'store'"}},
                ]},
            ]},
        ],
    }))
    .unwrap()
}

fn measurement(names: &[&str]) -> Measurement {
    let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    let nothing = arrow::buffer::BooleanBuffer::new_unset(8);
    Measurement::new(&map(), &names, &|_| Some(kelias_journeys::RowSet::new(nothing.clone()).into())).unwrap()
}

fn document(journeys: &InMemory, spec: MeasureSpec) -> Value {
    let names: Vec<&str> = journeys.names().iter().map(String::as_str).collect();
    let measured = run(journeys, &Measure::new(measurement(&names), spec).unwrap()).unwrap();
    serde_json::to_value(measured).unwrap()
}

/// The keys of the documented answer, in order; absent values are null and not left out.
#[test]
fn without_events_nothing_is_known() {
    let document = document(&InMemory::from_events([]), MeasureSpec::new(0));
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        keys(&document),
        [
            "map",
            "lake_version",
            "period",
            "travellers",
            "steps",
            "not_on_map",
            "never_taken",
            "evidence_coverage",
            "definitions"
        ]
    );
    assert_eq!(document["map"], "small");
    assert_eq!(document["lake_version"], Value::Null);
    assert_eq!(document["period"], json!({"since": null, "until": null}));
    assert_eq!(document["travellers"], 0);
    assert_eq!(document["evidence_coverage"], Value::Null);
    assert_eq!(document["never_taken"], json!(["comes", "pays"]));
    let ids: Vec<_> =
        document["steps"].as_array().unwrap().iter().map(|step| (&step["stage"], &step["step"])).collect();
    assert_eq!(json!(ids), json!([["alone", "alone"], ["shop", "comes"], ["shop", "looks"], ["shop", "pays"]]));
    let comes = &document["steps"][1];
    assert_eq!((&comes["travellers"], &comes["share"], &comes["dropped"]), (&json!(0), &Value::Null, &json!(0)));
    assert_eq!(comes["next"], "pays");
    assert_eq!(comes["touchpoints"][1], json!({"touchpoint": "sign", "events": null, "travellers": null}));
    let unbound = document["steps"][2].as_object().unwrap();
    let known: Vec<_> = unbound.iter().filter(|(_, value)| !value.is_null()).map(|(key, _)| key.as_str()).collect();
    assert_eq!(known, ["step", "stage", "touchpoints"]);
}

#[test]
fn the_period_is_half_open_and_told() {
    let events = [("a", "visit", 0), ("a", "visit", DAY), ("b", "visit", 2 * DAY)];
    let spec =
        MeasureSpec { since: Some(DAY), until: Some(2 * DAY), lake_version: Some(3), ..MeasureSpec::new(9 * DAY) };
    let document = document(&InMemory::from_events(events), spec);
    assert_eq!((&document["travellers"], &document["steps"][1]["events"]), (&json!(1), &json!(1)));
    assert_eq!(document["period"], json!({"since": "1970-01-02T00:00:00Z", "until": "1970-01-03T00:00:00Z"}));
    assert_eq!(document["definitions"]["observed_until"], "1970-01-03T00:00:00Z");
    assert_eq!(document["lake_version"], 3);
}

#[test]
fn an_uncovered_event_of_a_bound_name_is_not_on_the_map() {
    let document = document(&InMemory::from_events([("a", "pay", 0), ("a", "pay", 1)]), MeasureSpec::new(2));
    assert_eq!(document["not_on_map"], json!([{"event": "pay", "count": 2, "travellers": 1}]));
    assert_eq!(document["steps"][3]["travellers"], 0);
}

#[test]
fn the_answer_can_be_read_again() {
    let document = document(&InMemory::from_events([("a", "visit", 0), ("b", "pay", 1)]), MeasureSpec::new(2));
    let read: kelias_measure::Measured = serde_json::from_value(document.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), document);
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let refused = |spec| Measure::new(measurement(&[]), spec).unwrap_err().to_string();
    let backwards = MeasureSpec { since: Some(DAY), until: Some(0), ..MeasureSpec::new(0) };
    assert_eq!(
        refused(backwards),
        "the period ends at 1970-01-01T00:00:00Z before it begins at 1970-01-02T00:00:00Z; exchange the two times"
    );
    assert_eq!(refused(MeasureSpec::new(i64::MAX)), MeasureError::Time { micros: i64::MAX }.to_string());
    assert_eq!(
        Measurement::new(&map(), &[], &|_| None).unwrap_err(),
        MeasureError::Predicate { touchpoint: "till".to_owned() }
    );
}
