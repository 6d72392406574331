use std::fs;

use serde_json::{Value, json};

use crate::support::{Folder, json as json_of, of_root, root, run};

fn step<'a>(measured: &'a Value, id: &str) -> &'a Value {
    let steps = measured["steps"].as_array().expect("steps are a list");
    steps.iter().find(|step| step["step"] == id).unwrap_or_else(|| panic!("no step {id}"))
}

#[test]
fn the_shop_is_measured_from_its_lake_and_from_its_file() {
    let folder = Folder::new();
    let (lake, map) = (folder.path("lake"), of_root("examples/ecom/web-shop.journey.yaml"));
    let events = of_root("examples/ecom/ecom.csv.gz");
    json_of(&["import", &events, "--lake", &lake, "--json"]);
    let measured = json_of(&["measure", &map, "--lake", &lake, "--window", "520w", "--json"]);
    assert_eq!(
        (&measured["map"], &measured["travellers"], &measured["lake_version"]),
        (&json!("web-shop"), &json!(600), &json!(1))
    );
    // Counted with DuckDB: travellers with an event of the step, and those with an event of the next step after it.
    for (id, travellers, converted) in [("arrives", 590, 582), ("views-product", 598, 373), ("pays", 328, 71)] {
        let step = step(&measured, id);
        assert_eq!(step["travellers"], travellers, "{id}");
        assert_eq!(step["dropped"], travellers - converted, "{id}");
    }
    assert_eq!(step(&measured, "hears-of-shop")["travellers"], Value::Null);
    assert_eq!(measured["never_taken"], json!(["recommends"]));
    let not_on_map: Vec<&str> =
        measured["not_on_map"].as_array().unwrap().iter().map(|e| e["event"].as_str().unwrap()).collect();
    assert_eq!(not_on_map, ["error_page", "checkout_bug"]);

    let mut of_file = json_of(&["measure", &map, "--events", &events, "--window", "520w", "--json"]);
    assert_eq!(of_file["lake_version"], Value::Null);
    of_file["lake_version"] = json!(1);
    assert_eq!(of_file, measured);

    let table = run(&["measure", &map, "--lake", &lake]);
    assert_eq!(table.code, 0, "{}", table.err);
    assert!(table.out.contains("error_page"), "{}", table.out);
}

#[test]
fn a_poster_shows_what_was_measured() {
    let folder = Folder::new();
    let (map, events) = (of_root("examples/ecom/web-shop.journey.yaml"), of_root("examples/ecom/ecom.csv.gz"));
    let measured = folder.file("measured.json", run(&["measure", &map, "--events", &events, "--json"]).out);
    let report = folder.path("report.html");
    let drawn = run(&["render", &map, "-o", &report, "--measured", &measured]);
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    let text = fs::read_to_string(&report).unwrap();
    assert!(text.contains("error_page") && text.contains("600"), "the report does not show what was measured");
}

/// The bound maps of the research logs; a newcomer's clone has the maps but not the logs.
#[test]
fn the_example_maps_are_bound_to_their_logs() {
    let data = root().join("../shared/data");
    if !data.exists() {
        println!("skipped: ../shared/data is not there, so the research logs cannot be measured");
        return;
    }
    for (map, log, travellers) in [
        ("helpdesk/helpdesk", "helpdesk.xes.gz", 4_580),
        ("receipt/receipt", "receipt.csv", 1_434),
        ("sepsis/sepsis", "sepsis.csv", 1_050),
    ] {
        let map = of_root(&format!("examples/{map}.journey.yaml"));
        let log = data.join(log);
        let measured = json_of(&["measure", &map, "--events", log.to_str().unwrap(), "--json"]);
        assert_eq!(measured["travellers"], travellers, "{map}");
        let reached =
            measured["steps"].as_array().unwrap().iter().filter(|step| step["travellers"].as_u64() > Some(0)).count();
        assert!(reached > 3, "{map}: only {reached} steps are reached");
    }
}
