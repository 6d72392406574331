//! The shipped shop log and its example map, against figures that DuckDB computed.
//!
//! ```sql
//! create table e as select user_id u, event, strptime(timestamp, '%Y-%m-%d %H:%M:%S') t, platform,
//!     row_number() over () r from read_csv('ecom.csv.gz', all_varchar = true, parallel = false);
//! -- s(step, pos, event) holds the bindings; the two for shipping_details cover all of its events.
//! create table x as select s.pos, e.* from e join s using (event);
//! -- AUDIENCE
//! select pos, count(distinct u), count(*) from x group by pos order by pos;
//! -- CONVERTED, and within 30 days its count with median and p90
//! with pairs as (select a.pos, a.u, a.t ta, a.r ra, b.t tb, b.r rb from x a join x b on a.u = b.u and b.pos = a.pos + 1
//!         where (b.t, b.r) > (a.t, a.r) and b.t - a.t <= interval 30 day),
//!     first as (select pos, u, min((ta, ra)) k from pairs group by all),
//!     next as (select p.pos, p.u, min(p.tb) - min(p.ta) d from pairs p join first f
//!         on p.pos = f.pos and p.u = f.u and (p.ta, p.ra) = f.k group by all)
//! select pos, count(*), quantile_cont(epoch(d), .5), quantile_cont(epoch(d), .9) from next group by pos order by pos;
//! -- RETENTION
//! with f as (select u, min(t) t0 from e group by u), o as (select max(t) o from e),
//!     first as (select pos, u, min(t) t from x group by all),
//!     el as (select first.*, date_diff('second', t0, first.t) // 86400 d, exists (select 1 from e where e.u = first.u
//!             and e.t >= first.t + interval 8 day and e.t < first.t + interval 15 day) k
//!         from first join f using (u), o where first.t + interval 15 day <= o),
//!     days as (select u, date_diff('second', t0, t) // 86400 d, min(t) e from e join f using (u) group by all),
//!     dk as (select days.*, exists (select 1 from e where e.u = days.u and e.t >= days.e + interval 8 day
//!             and e.t < days.e + interval 15 day) k from days, o where days.e + interval 15 day <= o),
//!     w as (select p.pos, d, count(*) n, count(*) filter (where k) kk from (select distinct pos from s) p, dk
//!         where not exists (select 1 from x where x.u = dk.u and x.pos = p.pos) group by all),
//!     rr as (select pos, d, count(*) r, count(*) filter (where k) rk from el group by all)
//! select rr.pos, sum(r), sum(rk), sum(r) filter (where n is not null),
//!     sum(r * kk / n) / sum(r) filter (where n is not null)
//! from rr left join w on rr.pos = w.pos and rr.d = w.d group by rr.pos order by rr.pos;
//! ```

use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::Arc;

use arrow::buffer::BooleanBuffer;
use chrono::NaiveDateTime;
use flate2::read::GzDecoder;
use kelias_journeys::{InMemory, Journeys, RowSet, run};
use kelias_map::{Format, Map, Touchpoint, read_map};
use kelias_measure::{Measure, MeasureSpec, Measured, Measurement};

/// Step, travellers, events, converted at any time.
const AUDIENCE: [(&str, u64, u64, u64); 14] = [
    ("arrives", 590, 3558, 582),
    ("browses", 600, 9131, 588),
    ("searches", 594, 4011, 587),
    ("views-product", 598, 6851, 373),
    ("weighs-up", 378, 681, 199),
    ("saves-for-later", 417, 812, 327),
    ("adds-to-basket", 522, 1346, 439),
    ("checks-basket", 489, 1204, 385),
    ("gives-address", 441, 958, 331),
    ("gives-payment", 390, 828, 233),
    ("pays", 328, 470, 71),
    ("asks-for-help", 202, 277, 82),
    ("opens-account", 373, 659, 0),
    ("recommends", 0, 0, 0),
];

/// Converted within 30 days, median and p90 of their seconds.
const CONVERTED: [(u64, f64, f64); 12] = [
    (575, 227.0, 790_619.0),
    (579, 938.0, 1_870_428.0),
    (583, 290.0, 949_674.4),
    (365, 363_528.0, 2_129_956.0),
    (149, 514_032.0, 1_911_953.6),
    (260, 114_430.5, 1_981_827.4),
    (430, 459.0, 1_163_460.0),
    (374, 616.5, 1_283_876.1),
    (321, 577.0, 1_029_984.0),
    (224, 617.0, 910_842.8),
    (49, 574_047.0, 2_203_878.0),
    (68, 664_127.0, 2_396_591.6),
];

/// Old enough, retained, comparable, retention of the others.
const RETENTION: [(u64, u64, u64, Option<f64>); 13] = [
    (582, 197, 413, Some(0.214_527_845_036_319_6)),
    (597, 203, 0, None),
    (588, 208, 402, Some(0.188_225_538_971_807_6)),
    (597, 202, 472, Some(0.494_703_389_830_508_5)),
    (348, 111, 345, Some(0.286_484_024_962_285_9)),
    (401, 149, 393, Some(0.292_279_667_245_253_6)),
    (478, 141, 437, Some(0.280_919_690_530_674_5)),
    (440, 125, 416, Some(0.312_286_402_130_152_1)),
    (391, 108, 383, Some(0.302_958_551_935_718_3)),
    (336, 96, 330, Some(0.283_263_626_768_411_5)),
    (270, 77, 266, Some(0.298_368_384_281_697)),
    (189, 61, 187, Some(0.297_457_400_730_797_4)),
    (341, 98, 338, Some(0.283_972_597_839_714_8)),
];

struct Shop {
    map: Map,
    journeys: InMemory,
    on_phone: Vec<bool>,
    last: i64,
}

fn shop() -> Shop {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/ecom");
    let text = fs::read_to_string(folder.join("web-shop.journey.yaml")).unwrap();
    let map = read_map(&text, Format::Yaml).into_result().unwrap();
    let mut log = csv::Reader::from_reader(GzDecoder::new(File::open(folder.join("ecom.csv.gz")).unwrap()));
    let rows: Vec<csv::StringRecord> = log.records().map(Result::unwrap).collect();
    let time = |row: &csv::StringRecord| {
        NaiveDateTime::parse_from_str(&row[3], "%Y-%m-%d %H:%M:%S").unwrap().and_utc().timestamp_micros()
    };
    Shop {
        map,
        journeys: InMemory::from_events(rows.iter().map(|row| (&row[0], &row[2], time(row)))),
        on_phone: rows.iter().map(|row| &row[4] == "mobile").collect(),
        last: rows.iter().map(time).max().unwrap(),
    }
}

impl Shop {
    fn measure(&self, window_seconds: u64) -> Measured {
        let rows = |touchpoint: &Touchpoint| {
            let on_phone = match touchpoint.binding.as_ref()?.predicate.as_deref()? {
                "properties.platform = 'mobile'" => true,
                "properties.platform <> 'mobile'" => false,
                _ => return None,
            };
            let bits = BooleanBuffer::collect_bool(self.on_phone.len(), |row| self.on_phone[row] == on_phone);
            Some(Arc::new(RowSet::new(bits)))
        };
        let measurement = Measurement::new(&self.map, self.journeys.names(), &rows).unwrap();
        let spec = MeasureSpec { window_seconds, ..MeasureSpec::new(self.last) };
        run(&self.journeys, &Measure::new(measurement, spec).unwrap()).unwrap()
    }
}

#[test]
fn audience_and_conversion_at_any_time() {
    let measured = shop().measure(u64::MAX);
    assert_eq!(measured.travellers, 600);
    assert_eq!((measured.steps[0].step.as_str(), measured.steps[0].travellers), ("hears-of-shop", None));
    // The mean of one persona, and of two: -0.6 and -0.8.
    assert_eq!(measured.steps[0].emotion_claimed, Some(0.4));
    assert_eq!(measured.step("gives-payment").unwrap().emotion_claimed, Some(-0.7));
    for (place, (id, travellers, events, converted)) in AUDIENCE.into_iter().enumerate() {
        let step = &measured.steps[place + 1];
        assert_eq!((step.step.as_str(), step.travellers, step.events), (id, Some(travellers), Some(events)));
        assert_eq!(step.share, Some(travellers as f64 / 600.0), "{id}");
        let next = AUDIENCE.get(place + 1).map(|next| next.0);
        assert_eq!(step.next.as_deref(), next);
        assert_eq!(step.dropped, next.map(|_| travellers - converted), "{id}");
    }
    assert_eq!(measured.step("gives-payment").unwrap().conversion_to_next, Some(233.0 / 390.0));
    assert_eq!(measured.step("recommends").unwrap().conversion_to_next, None);
    assert_eq!(measured.never_taken, ["recommends"]);
    let off: Vec<_> = measured.not_on_map.iter().map(|off| (off.event.as_str(), off.count, off.travellers)).collect();
    assert_eq!(off, [("error_page", 276, 211), ("checkout_bug", 44, 30)]);
}

#[test]
fn touchpoints_are_told_apart_by_predicates() {
    let measured = shop().measure(0);
    let address = &measured.step("gives-address").unwrap().touchpoints;
    let counts: Vec<_> = address.iter().map(|t| (t.touchpoint.as_str(), t.events, t.travellers)).collect();
    assert_eq!(counts, [("address-form", Some(633), Some(305)), ("address-form-phone", Some(325), Some(167))]);
}

#[test]
fn conversion_within_thirty_days() {
    let measured = shop().measure(2_592_000);
    for (step, (converted, median, p90)) in measured.steps[1..].iter().zip(CONVERTED) {
        assert_eq!(step.travellers.unwrap() - step.dropped.unwrap(), converted, "{}", step.step);
        assert_eq!(step.median_seconds_to_next, Some(median), "{}", step.step);
        assert_eq!(step.p90_seconds_to_next, Some(p90), "{}", step.step);
    }
}

#[test]
fn retention_after_a_step_and_without_it() {
    let measured = shop().measure(2_592_000);
    for (step, (old, retained, compared, without)) in measured.steps[1..].iter().zip(RETENTION) {
        assert_eq!(step.retention_travellers, Some(old), "{}", step.step);
        assert_eq!(step.retention, Some(retained as f64 / old as f64), "{}", step.step);
        assert_eq!(step.retention_compared, Some(compared), "{}", step.step);
        match (step.retention_without, without) {
            (Some(is), Some(expected)) => assert!((is - expected).abs() < 1e-12, "{}: {is}", step.step),
            (is, expected) => assert_eq!(is, expected, "{}", step.step),
        }
    }
}
