//! What a poster says: every text, in every language, in every output.

use kelias_map::{Map, Text};
use kelias_poster::{Options, Paper, Theme, html, render};

use crate::maps::{measured, nasty, nasty_texts, options, usual};
use crate::tools::{assert_sound, letters, searchable};

#[test]
fn every_text_can_be_searched_in_three_languages() {
    let map = usual();
    for language in ["en", "ru", "lt"] {
        let options = options(language, Paper::A3);
        let poster = render(&map, &options).unwrap();
        assert!(poster.warnings().is_empty(), "{language}: {:?}", poster.warnings());
        let pdf = poster.pdf().unwrap();
        assert_sound(&pdf);
        let found = searchable(&pdf);
        let page = letters(&html(&map, &options).unwrap());
        let mut texts = 0;
        let evidence: Vec<&Text> = map.evidence.iter().map(|one| &one.title).collect();
        map.for_each_text(&mut |text| {
            // Evidence is named by its kind only.
            if evidence.contains(&text) {
                return;
            }
            let wanted = letters(text.get(&language.parse().unwrap(), &map.language));
            assert!(found.contains(&wanted), "{language}: the PDF has no {wanted}");
            assert!(page.contains(&wanted), "{language}: the page has no {wanted}");
            texts += 1;
        });
        assert!(texts > 30, "{texts}");
    }
}

#[test]
fn what_was_measured_is_said() {
    let map = usual();
    for (language, customers, conversion, worst) in [
        ("en", "12,480customers", "38", "leavebetweenAsksandPays"),
        ("ru", "12480клиентов", "38", "теряютсямеждуСпрашиваетиПлатит"),
        ("lt", "12480klientų", "38", "nubyratarpKlausiairMoka"),
    ] {
        let options = Options { measured: Some(measured()), ..options(language, Paper::A2) };
        let pdf = render(&map, &options).unwrap().pdf().unwrap();
        assert_sound(&pdf);
        let found = searchable(&pdf);
        for wanted in [customers, conversion, worst, "supportchat"] {
            assert!(found.contains(&letters(wanted)), "{language}: no {wanted} in {found}");
        }
        let page = html(&map, &options).unwrap();
        assert!(page.contains("class=\"numbers\""));
        assert!(letters(&page).contains(&letters(worst)), "{language}");
    }
}

#[test]
fn targets_are_held_against_what_was_measured() {
    let map = usual();
    for (language, met, missed, finer) in [
        (
            "en",
            "Target met – conversion to the next step: at least 40%",
            "median time to the next step: at most 1 h",
            "98.5%",
        ),
        (
            "ru",
            "Достигнуто — конверсия в следующий шаг: не меньше 40%",
            "медианное время до следующего шага: не больше 1 ч",
            "98,5%",
        ),
        (
            "lt",
            "Pasiekta – konversija į kitą žingsnį: ne mažiau kaip 40%",
            "laiko iki kito žingsnio mediana: ne daugiau kaip 1 val.",
            "98,5%",
        ),
    ] {
        let options = Options { measured: Some(measured()), ..options(language, Paper::A2) };
        let found = searchable(&render(&map, &options).unwrap().pdf().unwrap());
        let page = letters(&html(&map, &options).unwrap());
        for wanted in [met, missed, finer] {
            assert!(found.contains(&letters(wanted)), "{language}: the PDF has no {wanted} in {found}");
            assert!(page.contains(&letters(wanted)), "{language}: the page has no {wanted}");
        }
        // Nobody measured whether who wears it came back.
        assert!(!page.contains("50%"), "{language}");
    }
    let alone = letters(&html(&map, &options("en", Paper::A2)).unwrap());
    assert!(!alone.contains(&letters("Target met")), "without a measurement nothing is met");
}

#[test]
fn an_icon_chosen_for_an_emotion_stands_in_place_of_its_face() {
    let faces = |icon: &str| {
        let mut map = usual();
        let emotion = map.stages[0].steps[1].emotion.values_mut().next().unwrap();
        emotion.icon = Some(icon.to_owned());
        let page = html(&map, &options("en", Paper::A2)).unwrap();
        (page.matches("class=\"eye\"").count(), page.contains("<use href=\"#i-star\" x="))
    };
    let (with_star, has_star) = faces("star");
    let (with_none, has_none) = faces("nothing-we-draw");
    assert!(has_star && !has_none);
    assert_eq!(faces("images/star.png"), (with_none, false), "a picture names no icon of ours");
    assert_eq!(with_star + 2, with_none, "one face less");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let map = usual();
    let options = Options { measured: Some(measured()), ..options("lt", Paper::A3) };
    let (one, other) = (render(&map, &options).unwrap(), render(&map, &options).unwrap());
    assert_eq!(one.pdf().unwrap(), other.pdf().unwrap());
    assert_eq!(one.svg_pages(), other.svg_pages());
    assert_eq!(one.png_pages(50).unwrap(), other.png_pages(50).unwrap());
    assert_eq!(html(&map, &options).unwrap(), html(&map, &options).unwrap());
}

#[test]
fn texts_are_never_markup() {
    let map = nasty(&[]);
    let poster = render(&map, &options("en", Paper::A3)).unwrap();
    assert_eq!(poster.warnings().len(), 1, "{:?}", poster.warnings());
    assert!(poster.warnings()[0].contains("not-there.png"));
    let pdf = poster.pdf().unwrap();
    assert_sound(&pdf);
    let found = searchable(&pdf);
    let page = html(&map, &options("en", Paper::Fit)).unwrap();
    assert!(!page.contains("<script"));
    for text in nasty_texts() {
        assert!(found.contains(&letters(&text)), "the PDF has no {text}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;double&quot; &#39;single&#39; &amp;amp;"));
    assert!(page.contains("#panic(&quot;x&quot;)"));
    let loads = ["src=\"http", "href=\"http", "url(", "@import", "<link"];
    assert!(loads.iter().all(|load| !page.contains(load)), "the page loads nothing");
}

#[test]
fn scripts_without_glyphs_are_told() {
    let map = nasty(&["שלום עולם", "你好"]);
    let poster = render(&map, &options("en", Paper::A3)).unwrap();
    assert!(poster.warnings().iter().any(|warning| warning.contains("no glyph")), "{:?}", poster.warnings());
    assert_sound(&poster.pdf().unwrap());
    assert!(html(&map, &options("en", Paper::Fit)).unwrap().contains("שלום"));
}

#[test]
fn pictures_and_svg_come_out() {
    let map = usual();
    let poster = render(&map, &Options { theme: Theme::Print, ..options("en", Paper::A4) }).unwrap();
    assert_eq!(poster.svg_pages().len(), poster.pages());
    assert!(poster.svg_pages()[0].starts_with("<svg"));
    let png = &poster.png_pages(72).unwrap()[0];
    assert_eq!(&png[1..4], b"PNG");
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert_eq!(width, 842, "A4 lying, at 72 pixels per inch");
    assert!(poster.png_pages(60_000).is_err());
}

#[test]
fn an_icon_of_ones_own_stands_in_place_of_the_channels() {
    let mut map = usual();
    let icon = |map: &mut Map, icon: &str| {
        let steps = map.stages.iter_mut().flat_map(|stage| &mut stage.steps);
        steps.flat_map(|step| &mut step.touchpoints).next().unwrap().icon = Some(icon.to_owned());
    };
    let options = options("en", Paper::A3);
    let plain = render(&map, &options).unwrap().png_pages(72).unwrap();
    let red = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='16'%3E%3Crect width='16' height='16' fill='red'/%3E%3C/svg%3E";
    icon(&mut map, red);
    let poster = render(&map, &options).unwrap();
    assert_eq!(poster.warnings(), [""; 0]);
    assert_ne!(poster.png_pages(72).unwrap(), plain);
    assert_sound(&poster.pdf().unwrap());
    assert_eq!(html(&map, &options).unwrap().matches("<img class=\"icon\" src=\"data:image/svg+xml").count(), 1);
    // Without its file the icon of the channel is drawn, and said so.
    icon(&mut map, "images/none.png");
    let poster = render(&map, &options).unwrap();
    assert!(poster.warnings().iter().any(|warning| warning.contains("images/none.png")), "{:?}", poster.warnings());
    assert_eq!(poster.png_pages(72).unwrap(), plain);
}

#[test]
fn a_persona_can_be_chosen() {
    let map = usual();
    let only = Options { personas: vec!["grandmother".parse().unwrap()], ..options("en", Paper::A3) };
    let found = searchable(&render(&map, &only).unwrap().pdf().unwrap());
    assert!(found.contains("Grandmother") && !found.contains("Motheroftwo"));
    let unknown = Options { personas: vec!["nobody".parse().unwrap()], ..options("en", Paper::A3) };
    let told = render(&map, &unknown).err().unwrap().to_string();
    assert!(told.contains("nobody") && told.contains("grandmother"), "{told}");
}

#[test]
fn what_is_hidden_is_left_out() {
    let mut map = usual();
    let title = "Somewhere out of sight";
    let shown = map.clone();
    let mut stage = map.stages[0].clone();
    stage.id = "hidden".parse().unwrap();
    stage.title = title.into();
    stage.hidden = true;
    stage.barriers.clear();
    stage.steps.clear();
    map.stages.insert(1, stage);
    let options = options("en", Paper::A3);
    assert_eq!(html(&map, &options).unwrap(), html(&shown, &options).unwrap());
    map.stages[1].hidden = false;
    assert!(html(&map, &options).unwrap().contains(title));
    let all = map.stages.len();
    map.stages[0].steps.iter_mut().for_each(|step| step.hidden = true);
    assert_eq!(map.without_hidden().stages.len(), all - 1, "a stage goes with the last of its steps");
    assert!(html(&map, &options).unwrap().contains(title));
    map.stages.iter_mut().for_each(|stage| stage.hidden = true);
    assert!(html(&map, &options).is_err());
}
