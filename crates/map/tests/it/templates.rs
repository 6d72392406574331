//! The maps to start from.

use std::collections::BTreeSet;

use kelias_map::{Format, Language, MapId, Template, TemplateLanguage, Text, read_map, templates, write_yaml};

fn languages() -> BTreeSet<Language> {
    ["en", "lt", "ru"].map(|tag| Language::new(tag).expect("a tag")).into()
}

#[test]
fn every_template_is_a_good_map_in_three_languages() {
    for template in templates() {
        let parsed = read_map(template.source, Format::Yaml);
        assert_eq!(parsed.diagnostics, [], "{}", template.name);
        let map = parsed.map.unwrap();
        assert_eq!(map.id.as_str(), template.name);
        map.for_each_text(&mut |text| {
            let found: BTreeSet<_> = text.languages().cloned().collect();
            assert_eq!(found, languages(), "{}: {text:?}", template.name);
            if let Text::ByLanguage(texts) = text {
                assert!(texts.values().all(|text| !text.trim().is_empty()), "{text:?}");
            }
        });
    }
}

#[test]
fn every_template_starts_a_good_map_in_each_language() {
    let id = MapId::new("mine").unwrap();
    for template in templates() {
        for language in languages() {
            let choice = TemplateLanguage::One(language.clone());
            let map = template.instantiate(&choice, id.clone(), None);
            assert_eq!(map.languages(), [language.clone()].into());
            let parsed = read_map(&write_yaml(&map), Format::Yaml);
            assert_eq!(parsed.diagnostics, [], "{} {language}", template.name);
            assert_eq!(parsed.map, Some(map));
        }
    }
}

#[test]
fn a_new_map_takes_its_title_and_can_keep_all_languages() {
    let template = Template::named("e-commerce").unwrap();
    let id = MapId::new("shop").unwrap();
    let map = template.instantiate(&TemplateLanguage::All, id, Some("Our shop".into()));
    assert_eq!(map.title, "Our shop".into());
    assert_eq!(map.id.as_str(), "shop");
    assert_eq!(map.languages(), languages());
}

#[test]
fn the_blank_grid_has_fifteen_stages_and_eleven_aspects() {
    let map = Template::named("blank").unwrap().map();
    assert_eq!((map.columns().count(), map.lanes.len()), (15, 11));
    assert!(map.columns().all(|column| column.cells().is_empty()));
}

#[test]
fn a_journey_can_be_a_loop() {
    let map = Template::named("dynamic-journey").unwrap().map();
    assert!(map.transitions.len() >= 2);
}
