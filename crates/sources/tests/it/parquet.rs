//! Parquet.

use std::sync::Arc;

use arrow::array::{
    ArrayRef, Date32Array, DictionaryArray, Float64Array, Int32Array, Int64Array, LargeStringArray, RecordBatch,
    StringArray, StructArray, TimestampMicrosecondArray, TimestampMillisecondArray, TimestampNanosecondArray,
    TimestampSecondArray, UInt32Array,
};
use arrow::datatypes::{DataType, Field, Int32Type};
use kelias_sources::{Columns, ReadOptions, SourceError, Wanted, open_bytes};
use parquet::arrow::ArrowWriter;
use parquet::file::properties::WriterProperties;
use serde_json::json;

use crate::support::{Whole, drain, micros, open_error, read, read_with};

fn file(columns: Vec<(&str, ArrayRef)>) -> Vec<u8> {
    file_in_groups(columns, 1 << 20)
}

fn file_in_groups(columns: Vec<(&str, ArrayRef)>, group: usize) -> Vec<u8> {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let properties = WriterProperties::builder().set_max_row_group_row_count(Some(group)).build();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    bytes
}

fn customers() -> ArrayRef {
    Arc::new(UInt32Array::from(vec![1, 2, 1]))
}

fn events() -> ArrayRef {
    Arc::new(StringArray::from(vec!["a", "b", "a"]))
}

/// Reads three rows whose times are given in some type.
fn times(time: ArrayRef) -> Whole {
    read("a.parquet", file(vec![("user_id", customers()), ("event", events()), ("ts", time)]))
}

#[test]
fn columns_keep_their_types() {
    let whole =
        times(Arc::new(TimestampMillisecondArray::from(vec![1_704_164_645_000, 1_704_164_645_001, 1_704_164_645_002])));
    let batch = &whole.batches[0];
    assert_eq!(batch.customer.data_type(), &DataType::UInt32);
    assert_eq!(batch.event.data_type(), &DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)));
    assert_eq!(whole.core()[1], ("2".into(), "b".into(), micros("2024-01-02T03:04:05.001Z")));
    assert!(batch.properties.is_none());
    assert_eq!(whole.guess("time"), "column `ts`, type Timestamp(ms), taken as UTC");
}

#[test]
fn times_of_any_type_become_microseconds() {
    let second = 1_704_153_600;
    let arrays: Vec<ArrayRef> = vec![
        Arc::new(TimestampSecondArray::from(vec![second; 3])),
        Arc::new(TimestampMillisecondArray::from(vec![second * 1000; 3]).with_timezone("Europe/Vilnius")),
        Arc::new(TimestampMicrosecondArray::from(vec![second * 1_000_000; 3])),
        Arc::new(TimestampNanosecondArray::from(vec![second * 1_000_000_000; 3])),
        Arc::new(Int64Array::from(vec![second; 3])),
        Arc::new(Int64Array::from(vec![second * 1000; 3])),
        Arc::new(Float64Array::from(vec![second as f64; 3])),
        Arc::new(StringArray::from(vec!["2024-01-02T02:00:00+02:00"; 3])),
        Arc::new(StringArray::from(vec!["1704153600"; 3])),
        Arc::new(Date32Array::from(vec![(second / 86_400) as i32; 3])),
    ];
    for array in arrays {
        let kind = array.data_type().clone();
        let whole = times(array);
        assert_eq!(whole.kept(), 3, "{kind} {:?}", whole.rejects);
        assert!(whole.core().iter().all(|row| row.2 == micros("2024-01-02T00:00:00Z")), "{kind}");
    }
}

#[test]
fn times_without_an_offset_are_in_the_zone_that_is_named() {
    let time: ArrayRef = Arc::new(TimestampSecondArray::from(vec![1_711_843_199, 1_711_855_800, 1_711_857_600]));
    let bytes = file(vec![("user_id", customers()), ("event", events()), ("ts", time)]);
    let options = ReadOptions { time_zone: chrono_tz::Europe::Vilnius, ..ReadOptions::default() };
    let whole = read_with("a.parquet", bytes, &options);
    assert_eq!(whole.rejects.len(), 1);
    assert!(whole.rejects[0].line == 2 && whole.rejects[0].reason.contains("does not exist in Europe/Vilnius"));
    assert_eq!(whole.core()[1].2, micros("2024-03-31T01:00:00Z"));
}

#[test]
fn rows_without_what_an_event_needs_are_rejected() {
    let bytes = file(vec![
        (
            "user_id",
            Arc::new(StringArray::from(vec![Some("u1"), None, Some(""), Some("u4"), Some("u5"), Some("u6")]))
                as ArrayRef,
        ),
        ("event", Arc::new(StringArray::from(vec![Some("a"), Some("b"), Some("c"), None, Some("e"), Some("f")]))),
        (
            "ts",
            Arc::new(TimestampSecondArray::from(vec![Some(1), Some(1), Some(1), Some(1), None, Some(253_402_214_400)])),
        ),
        ("n", Arc::new(Int32Array::from(vec![1, 2, 3, 4, 5, 6]))),
    ]);
    for wanted in [Wanted::Everything, Wanted::Core] {
        let whole = read_with("a.parquet", bytes.clone(), &ReadOptions { wanted, ..ReadOptions::default() });
        assert_eq!(whole.core(), [("u1".into(), "a".into(), 1_000_000)]);
        let reasons: Vec<(u64, &str)> = whole.rejects.iter().map(|r| (r.line, r.reason.as_str())).collect();
        assert_eq!(
            reasons[..4],
            [
                (2, "the customer is empty"),
                (3, "the customer is empty"),
                (4, "the event is empty"),
                (5, "the time is empty")
            ]
        );
        assert!(reasons[4].1.contains("`9999-12-31 00:00:00` is outside the years"), "{:?}", reasons[4]);
        assert!(whole.rejects[3].raw.contains("\"event\":\"e\""), "{}", whole.rejects[3].raw);
    }
}

#[test]
fn numbers_in_several_units_do_not_mix() {
    let whole = times(Arc::new(Int64Array::from(vec![1_704_164_645_000, 1_704_164_645, 1_704_164_645_001])));
    assert_eq!((whole.kept(), whole.rejects[0].line), (2, 2));
    assert!(whole.rejects[0].reason.contains("looks like seconds"));
}

#[test]
fn the_rest_becomes_typed_properties() {
    let place = StructArray::from(vec![(
        Arc::new(Field::new("city", DataType::Utf8, true)),
        Arc::new(StringArray::from(vec![Some("Vilnius"), None, Some("Riga")])) as ArrayRef,
    )]);
    let kind: DictionaryArray<Int32Type> = vec!["x", "y", "x"].into_iter().collect();
    let bytes = file(vec![
        ("user_id", Arc::new(LargeStringArray::from(vec!["u", "v", "w"])) as ArrayRef),
        ("event", Arc::new(kind)),
        ("ts", Arc::new(TimestampSecondArray::from(vec![1, 2, 3]))),
        ("amount", Arc::new(Float64Array::from(vec![Some(1.5), None, Some(2.0)]))),
        ("n", Arc::new(Int32Array::from(vec![Some(7), None, Some(8)]))),
        ("place", Arc::new(place)),
        ("rating", Arc::new(Int32Array::from(vec![Some(4), None, Some(5)]))),
        ("event_id", Arc::new(StringArray::from(vec!["i1", "i2", "i3"]))),
    ]);
    let whole = read("a.parquet", bytes);
    assert_eq!(whole.properties()[0], json!({"amount": 1.5, "n": 7, "place": {"city": "Vilnius"}, "event_id": "i1"}));
    assert_eq!(whole.properties()[1], json!({"place": {}, "event_id": "i2"}));
    assert_eq!(whole.guess("rating scale"), "1-5, because all of the first ratings lie in it");
    let batch = &whole.batches[0];
    assert_eq!(batch.rating.as_ref().unwrap().iter().collect::<Vec<_>>(), [Some(4.0), None, Some(5.0)]);
    assert_eq!(batch.own_id.as_ref().unwrap().value(2), "i3");
    assert_eq!(whole.core()[2].0, "w");
}

#[test]
fn pieces_in_order_are_the_whole() {
    let n = 10_000;
    let bytes = file_in_groups(
        vec![
            ("user_id", Arc::new(UInt32Array::from_iter_values(0..n)) as ArrayRef),
            ("event", Arc::new(StringArray::from_iter_values((0..n).map(|i| format!("e{}", i % 3))))),
            (
                "ts",
                Arc::new((0..n).map(|i| (i % 1000 != 999).then_some(i64::from(i))).collect::<TimestampSecondArray>()),
            ),
        ],
        700,
    );
    let whole = read("a.parquet", bytes.clone());
    assert_eq!((whole.read, whole.rejects.len()), (10_000, 10));
    for parts in [1, 2, 3, 4, 100] {
        let pieces = open_bytes("a.parquet", bytes.clone(), &ReadOptions::default()).unwrap().split(parts);
        assert!(pieces.len() <= parts && (parts > 15 || pieces.len() == parts), "{parts}: {}", pieces.len());
        let total: u64 = pieces.iter().map(|piece| piece.progress().bytes_total.unwrap()).sum();
        assert_eq!(
            Some(total),
            open_bytes("a.parquet", bytes.clone(), &ReadOptions::default()).unwrap().progress().bytes_total
        );
        let read: Vec<Whole> = pieces.into_iter().map(drain).collect();
        assert_eq!(read.iter().flat_map(Whole::core).collect::<Vec<_>>(), whole.core());
        assert_eq!(read.iter().flat_map(|piece| piece.rejects.clone()).collect::<Vec<_>>(), whole.rejects);
    }
}

#[test]
fn other_files_are_refused_with_a_word() {
    let bytes = file(vec![("user_id", customers()), ("event", events()), ("ts", customers())]);
    assert!(matches!(
        open_error("a.parquet", &bytes[..bytes.len() / 2], &ReadOptions::default()),
        SourceError::Parquet { .. }
    ));
    let options = ReadOptions { format: kelias_sources::Format::Parquet, ..ReadOptions::default() };
    assert!(open_error("a.parquet", "user_id,event", &options).to_string().contains("does not begin with PAR1"));
    let columns = Columns { customer: Some("place".to_owned()), ..Columns::default() };
    let place = StructArray::from(vec![(Arc::new(Field::new("city", DataType::Utf8, true)), events())]);
    let bytes = file(vec![("place", Arc::new(place) as ArrayRef), ("event", events()), ("ts", customers())]);
    let error = open_error("a.parquet", bytes, &ReadOptions { columns, ..ReadOptions::default() });
    assert!(error.to_string().contains("which cannot be the customer"), "{error}");
}
