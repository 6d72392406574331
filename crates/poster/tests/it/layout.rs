//! Where everything stands: on the paper, readable, nothing over another.

use kelias_poster::{Options, Paper, render};

use crate::maps::{full, long, measured, nasty, options, read, usual};
use crate::tools::{assert_nothing_overlaps, assert_sound, searchable, words};

/// Points of an A1 sheet lying on its long side.
const A1: (f64, f64) = (2_383.94, 1_683.78);

#[test]
fn a_tiny_map_is_a_poster_too() {
    let map = read("kelias: 1\nid: a\ntitle: Tiny\nlanguage: en\nstages:\n  - {id: s, title: Only stage}\n");
    for paper in Paper::ALL {
        let poster = render(&map, &options("en", paper)).unwrap();
        assert_eq!(poster.pages(), 1, "{paper}");
        let pdf = poster.pdf().unwrap();
        assert_sound(&pdf);
        assert_nothing_overlaps(&pdf);
        assert!(searchable(&pdf).contains("Onlystage"));
    }
    let empty = read("kelias: 1\nid: a\ntitle: Nothing yet\nlanguage: en\n");
    assert!(render(&empty, &options("en", Paper::A4)).err().unwrap().to_string().contains("no stages"));
}

#[test]
fn the_usual_map_fits_every_paper() {
    let map = usual();
    for paper in Paper::ALL {
        for landscape in [true, false] {
            let options = Options { landscape, measured: Some(measured()), ..options("ru", paper) };
            let poster = render(&map, &options).unwrap();
            let pdf = poster.pdf().unwrap();
            assert_sound(&pdf);
            assert_nothing_overlaps(&pdf);
            if paper != Paper::A4 {
                assert_eq!(poster.pages(), 1, "{paper}");
            }
        }
    }
}

#[test]
fn fifteen_stages_by_eleven_lanes_fit_one_a1() {
    let poster = render(&full(15, 11), &options("en", Paper::A1)).unwrap();
    assert_eq!(poster.pages(), 1);
    let (width, height) = poster.page_sizes()[0];
    assert!((width - A1.0).abs() < 0.1 && (height - A1.1).abs() < 0.1, "{width} x {height}");
    let pdf = poster.pdf().unwrap();
    assert_sound(&pdf);
    assert_nothing_overlaps(&pdf);
    let (_, words) = words(&pdf);
    assert!(words.len() > 15 * 11 * 26, "{}", words.len());
    let lowest = words.iter().map(|word| word.bottom - word.top).fold(f64::INFINITY, f64::min);
    assert!(lowest > 5.0, "the smallest line is {lowest} points high");
}

#[test]
fn what_does_not_fit_continues() {
    let map = full(15, 11);
    let poster = render(&map, &options("en", Paper::A4)).unwrap();
    assert!(poster.pages() > 1 && poster.pages() <= 12, "{}", poster.pages());
    let pdf = poster.pdf().unwrap();
    assert_nothing_overlaps(&pdf);
    let found = searchable(&pdf);
    for stage in &map.stages {
        let title = crate::tools::letters(stage.title.get(&map.language, &map.language));
        assert!(found.contains(&title), "{title}");
    }
}

#[test]
fn forty_stages_fit_something_sensible() {
    let map = long(40);
    for paper in [Paper::A1, Paper::A4, Paper::Fit] {
        let poster = render(&map, &options("en", paper)).unwrap();
        // A PDF page is at most 14,400 units wide.
        assert!(poster.page_sizes().iter().all(|(width, _)| *width < 14_400.0));
        assert!(poster.pages() <= 8, "{paper}: {}", poster.pages());
        let pdf = poster.pdf().unwrap();
        assert_sound(&pdf);
        assert_nothing_overlaps(&pdf);
        let found = searchable(&pdf);
        for stage in 0..40 {
            assert!(found.contains(&format!("Stage{stage}")), "{paper}: stage {stage}");
        }
    }
}

#[test]
fn long_words_and_long_cells_stay_in_their_places() {
    for paper in [Paper::A4, Paper::A2, Paper::Fit] {
        let pdf = render(&nasty(&[]), &options("en", paper)).unwrap().pdf().unwrap();
        assert_sound(&pdf);
        assert_nothing_overlaps(&pdf);
    }
}
