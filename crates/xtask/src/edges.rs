//! Crates depend in the direction of the design only.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// What each crate may depend on. A new edge is a decision: it is written here and in ARCHITECTURE.md.
const ALLOWED: [(&str, &[&str]); 16] = [
    ("kelias-predicate", &[]),
    ("kelias-event", &[]),
    ("kelias-map", &["kelias-predicate"]),
    ("kelias-sources", &["kelias-event"]),
    ("kelias-journeys", &["kelias-event"]),
    ("kelias-analyses", &["kelias-journeys"]),
    ("kelias-lake", &["kelias-event", "kelias-journeys", "kelias-predicate"]),
    ("kelias-measure", &["kelias-analyses", "kelias-journeys", "kelias-map"]),
    ("kelias-poster", &["kelias-map", "kelias-measure"]),
    ("kelias-exchange", &["kelias-map"]),
    ("kelias-collab", &["kelias-exchange", "kelias-map"]),
    ("kelias-metastore", &[]),
    (
        "kelias-server",
        &["kelias-collab", "kelias-exchange", "kelias-map", "kelias-measure", "kelias-metastore", "kelias-poster"],
    ),
    (
        "kelias-cli",
        &[
            "kelias-analyses",
            "kelias-event",
            "kelias-journeys",
            "kelias-lake",
            "kelias-map",
            "kelias-measure",
            "kelias-metastore",
            "kelias-poster",
            "kelias-predicate",
            "kelias-server",
            "kelias-sources",
        ],
    ),
    ("xtask", &[]),
    ("kelias-bench", &["kelias-analyses", "kelias-journeys", "kelias-sources"]),
];

/// Crates that only the lake may name.
const LAKE_ONLY: [&str; 3] = ["datafusion", "datafusion-functions-json", "deltalake"];

/// Every edge that is not allowed, and every crate that is not listed.
pub(crate) fn problems() -> Vec<String> {
    let packages = match packages() {
        Ok(packages) => packages,
        Err(problem) => return vec![problem],
    };
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.into_iter().collect();
    let mut problems = Vec::new();
    for (name, dependencies) in &packages {
        let Some(edges) = allowed.get(name.as_str()) else {
            problems.push(format!("crate {name} is not in the list of edges in crates/xtask/src/edges.rs"));
            continue;
        };
        for dependency in dependencies {
            let ours = packages.contains_key(dependency);
            if ours && !edges.contains(&dependency.as_str()) {
                problems.push(format!("crate {name} must not depend on {dependency}"));
            }
            if LAKE_ONLY.contains(&dependency.as_str()) && name != "kelias-lake" {
                problems.push(format!("crate {name} must not name {dependency}: only kelias-lake does"));
            }
        }
    }
    problems
}

/// The workspace's crates with what they depend on, tests left out.
fn packages() -> Result<BTreeMap<String, BTreeSet<String>>, String> {
    let output =
        Command::new(env!("CARGO")).args(["metadata", "--no-deps", "--format-version", "1", "--offline"]).output();
    let output = output.map_err(|error| format!("cannot run cargo metadata: {error}"))?;
    let metadata: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("cannot read cargo metadata: {error}"))?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let of_package = |package: &Value| {
        let normal = list(&package["dependencies"]).into_iter().filter(|dependency| dependency["kind"] != "dev");
        (name(package), normal.map(|dependency| name(&dependency)).collect())
    };
    Ok(list(&metadata["packages"]).iter().map(of_package).collect())
}
