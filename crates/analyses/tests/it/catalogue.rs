use kelias_analyses::catalogue;

#[test]
fn every_analysis_has_its_manual_page() {
    let names: Vec<_> = catalogue().iter().map(|entry| entry.name).collect();
    assert!(names.is_sorted() && names.len() == 6);
    for entry in catalogue() {
        let page = entry.doc();
        let headings: Vec<_> = page.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        let expected = ["What it says", "How it is computed", "When not to trust it", "Example"];
        assert_eq!(headings, expected, "{}", entry.name);
        assert!(!entry.summary.is_empty());
    }
}
