//! Files made to break a reader.

use kelias_map::{Format, MAX_BYTES, read_map};

fn codes(text: &str, format: Format) -> Vec<&'static str> {
    let parsed = read_map(text, format);
    assert_eq!(parsed.map, None);
    parsed.diagnostics.iter().map(|one| one.code).collect()
}

#[test]
fn large_files_are_refused() {
    assert_eq!(codes(&"#".repeat(MAX_BYTES + 1), Format::Yaml), ["too-large"]);
}

#[test]
fn deep_files_are_refused() {
    for deep in ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000)] {
        assert!(["too-deep", "syntax"].contains(&codes(&deep, Format::Yaml)[0]));
    }
    assert_eq!(codes(&"[".repeat(100_000), Format::Json), ["syntax"]);
    let chain = (1..100).map(|n| format!("a{n}: &a{n} [*a{}]\n", n - 1));
    let chain = format!("a0: &a0 x\n{}", chain.collect::<String>());
    assert_eq!(codes(&chain, Format::Yaml), ["too-deep"]);
}

#[test]
fn bombs_of_aliases_are_refused() {
    let list = |n: usize| format!("[{}]", vec![format!("*a{n}"); 10].join(", "));
    let levels = (1..10).map(|n| format!("a{n}: &a{n} {}\n", list(n - 1)));
    let bomb = format!("a0: &a0 boom\n{}", levels.collect::<String>());
    assert_eq!(codes(&bomb, Format::Yaml), ["too-many-aliases"]);
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1_000_000), vec!["*a"; 50].join(", "));
    assert_eq!(codes(&long, Format::Yaml), ["too-many-aliases"]);
}

#[test]
fn anchors_within_reason_are_read() {
    let text = "kelias: 1\nid: m\ntitle: &t Same\nlanguage: en\npurpose: *t\n";
    let map = read_map(text, Format::Yaml).into_result().unwrap();
    assert_eq!(map.purpose, Some(map.title));
}

#[test]
fn endless_problems_come_to_an_end() {
    let text = (0..5_000).map(|n| format!("k{n}: 1")).collect::<Vec<_>>().join("\n");
    let found = codes(&text, Format::Yaml);
    assert_eq!(found.last(), Some(&"too-many-problems"));
    assert!(found.len() < 1_000);
}
