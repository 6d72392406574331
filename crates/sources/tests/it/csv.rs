//! CSV and TSV, well-formed and not.

use std::io::Write as _;

use kelias_sources::{Columns, Format, ReadOptions, SourceError, Wanted};
use proptest::prelude::*;
use serde_json::json;

use crate::support::{drain, micros, open_error, read, read_with};

const HEADER: &str = "user_id,event,time,note\n";

/// Reads rows under [`HEADER`]: the events that are left and line and reason of each reject.
fn check(rows: impl AsRef<[u8]>, kept: usize, rejected: &[(u64, &str)]) -> crate::support::Whole {
    let whole = read("a.csv", [HEADER.as_bytes(), rows.as_ref()].concat());
    assert_eq!(whole.kept(), kept, "{:?}", whole.rejects);
    assert_eq!(whole.rejects.len(), rejected.len(), "{:?}", whole.rejects);
    for (reject, (line, reason)) in whole.rejects.iter().zip(rejected) {
        assert_eq!(reject.line, *line, "{reject:?}");
        assert!(reject.reason.contains(reason), "{reject:?}");
        assert!(reject.raw.chars().count() <= 301);
    }
    assert!(whole.failure.is_none());
    whole
}

fn rows(n: usize, row: impl Fn(usize) -> String) -> String {
    (0..n).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn rows_become_events() {
    let whole = read(
        "a.csv",
        "user_id,event,time,amount,zip,sure,note,gap\n1,buy,2024-01-02 03:04:05,9.60,00501,true,\"say \"\"hi\"\", twice\",\n",
    );
    assert_eq!(whole.core(), [("1".into(), "buy".into(), micros("2024-01-02T03:04:05Z"))]);
    let expected = json!({"amount": 9.6, "zip": "00501", "sure": true, "note": "say \"hi\", twice"});
    assert_eq!(whole.properties()[0], expected);
}

#[test]
fn quotes_inside_quotes_and_lines_inside_quotes() {
    let whole = check(
        "1,a,2024-01-01,\"he said \"\"\"\"x\"\"\"\"\"\n2,b,2024-01-01,\"two\nlines\"\n3,c,2024-01-01\n",
        2,
        &[(5, "3 fields")],
    );
    assert_eq!(whole.properties()[0]["note"], "he said \"\"x\"\"");
    assert_eq!(whole.properties()[1]["note"], "two\nlines");
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_line_only() {
    let rows = "1,a,2024-01-01,ok\n2,b,2024-01-01,\"open\n3,c,2024-01-01,ok\n4,d,2024-01-01,ok";
    check(rows, 3, &[(3, "a quote that opens in this row is never closed")]);
}

#[test]
fn crlf_blank_lines_and_a_missing_end_of_line() {
    let whole = check(
        "1,a,2024-01-01,x\r\n\r\n2,b,2024-01-02,y\r\n3,c\r\n4,d,2024-01-03,z",
        3,
        &[(5, "2 fields where the header has 4")],
    );
    assert_eq!(whole.properties()[2]["note"], "z");
    assert_eq!(whole.rejects[0].raw, "3,c");
}

#[test]
fn byte_order_marks() {
    let text = format!("{HEADER}1,a,2024-01-01,ąžuolas\n");
    let utf16 = |bytes: fn(u16) -> [u8; 2]| {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(bytes).collect::<Vec<u8>>()
    };
    let marked = [
        ([b"\xef\xbb\xbf", text.as_bytes()].concat(), "UTF-8, by its byte order mark"),
        (utf16(u16::to_le_bytes), "UTF-16LE, by its byte order mark"),
        (utf16(u16::to_be_bytes), "UTF-16BE, by its byte order mark"),
    ];
    for (bytes, guess) in marked {
        let whole = read("a.csv", bytes);
        assert_eq!(whole.guess("encoding"), guess);
        assert_eq!((whole.kept(), &whole.properties()[0]), (1, &json!({"note": "ąžuolas"})));
    }
}

#[test]
fn a_named_encoding_is_decoded() {
    let options = ReadOptions { encoding: Some("windows-1251".to_owned()), ..ReadOptions::default() };
    let bytes = [HEADER.as_bytes(), b"1,\xea\xf3\xef\xe8\xeb,2024-01-01,\n"].concat();
    assert_eq!(read_with("a.csv", bytes.clone(), &options).core()[0].1, "купил");
    assert!(matches!(
        open_error("a.csv", bytes, &ReadOptions { encoding: Some("klingon".to_owned()), ..options }),
        SourceError::UnknownEncoding { .. }
    ));
}

#[test]
fn mixed_encodings_reject_the_rows_that_are_no_utf8() {
    let whole = check(
        b"1,a,2024-01-01,caf\xc3\xa9\n2,b,2024-01-01,caf\xe9\n3,c,2024-01-01,x\n",
        2,
        &[(3, "field 4 is not text")],
    );
    assert!(whole.rejects[0].reason.contains("0xe9") && whole.rejects[0].reason.contains("--encoding"));
    assert!(whole.rejects[0].raw.starts_with("2,b,2024-01-01,caf"));
}

#[test]
fn half_a_character_on_each_side_of_a_comma_is_no_text() {
    check(b"1,a,2024-01-01,x\n2\xc3,\xa9,2024-01-01,x\n", 1, &[(3, "field 1 is not text")]);
}

#[test]
fn nul_bytes_are_rejected_by_row() {
    check(b"1,a,2024-01-01,x\n2,b\0b,2024-01-01,x\n", 1, &[(3, "field 2 holds a NUL byte")]);
}

#[test]
fn a_ten_megabyte_line_is_a_row_and_a_longer_one_than_allowed_is_not() {
    let long = "x".repeat(10 << 20);
    let rows = format!("1,a,2024-01-01,short\n2,b,2024-01-01,{long}\n3,c,2024-01-01,short\n");
    let whole = check(&rows, 3, &[]);
    assert_eq!(whole.properties()[1]["note"].as_str().unwrap().len(), 10 << 20);
    let options = ReadOptions { max_row_bytes: 1 << 20, ..ReadOptions::default() };
    let strict = read_with("a.csv", format!("{HEADER}{rows}"), &options);
    assert_eq!((strict.kept(), strict.rejects.len()), (2, 1));
    assert!(strict.rejects[0].line == 3 && strict.rejects[0].reason.contains("longer than 1048576 bytes"));
    assert!(strict.rejects[0].raw.starts_with("2,b,") && strict.core()[1].0 == "3");
}

#[test]
fn a_long_line_right_behind_the_header_is_met_too() {
    let long = "x".repeat(9 << 20);
    check(format!("1,a,2024-01-01,{long}\n2,b,2024-01-01,y\n"), 2, &[]);
}

#[test]
fn batches_are_bounded_in_rows_and_bytes() {
    let whole = check(rows(70_000, |i| format!("{i},a,2024-01-01,x")), 70_000, &[]);
    assert_eq!(whole.batches.iter().map(kelias_event::EventBatch::len).collect::<Vec<_>>(), [65_536, 4_464]);
    let long = "x".repeat(1 << 20);
    let heavy = rows(100, |i| format!("{i},a,2024-01-01,{long}"));
    assert!(check(heavy, 100, &[]).batches.iter().all(|batch| batch.len() <= 49));
}

#[test]
fn an_empty_file_and_a_directory_are_errors() {
    assert!(open_error("a.csv", "", &ReadOptions::default()).to_string().starts_with("empty file"));
    assert!(open_error("a.csv", "\n\n", &ReadOptions::default()).to_string().contains("no header"));
    let folder = tempfile::tempdir().unwrap();
    let error = kelias_sources::open(folder.path(), &ReadOptions::default()).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("is a directory where a file is expected"));
    let missing = kelias_sources::open(&folder.path().join("no.csv"), &ReadOptions::default()).map(|_| ()).unwrap_err();
    assert!(matches!(missing, SourceError::Open { .. }));
}

#[test]
fn a_header_alone_is_no_rows() {
    for text in ["user_id,event,time\n", "user_id,event,time"] {
        let whole = read("a.csv", text);
        assert_eq!((whole.read, whole.batches.len()), (0, 0));
    }
}

#[test]
fn data_in_place_of_the_header_is_said_to_be_data() {
    let error = open_error("a.csv", "1,buy,2024-01-01 10:00:00\n2,buy,2024-01-01 10:00:00\n", &ReadOptions::default());
    assert!(error.to_string().contains("has no header") && error.to_string().contains("looks like data"), "{error}");
}

#[test]
fn repeated_columns_stay_apart_unless_they_play_a_role() {
    let whole = read("a.csv", "user_id,event,time,note,note\n1,a,2024-01-01,x,y\n");
    assert_eq!(whole.properties()[0], json!({"note": "x", "note_2": "y"}));
    let error = open_error("a.csv", "user_id,event,event,time\n", &ReadOptions::default());
    assert!(error.to_string().contains("column `event` occurs 2 times"), "{error}");
}

#[test]
fn years_nobody_means_are_rejected() {
    check(
        "1,a,2024-01-01,x\n2,b,0000-01-01,x\n3,c,9999-12-31,x\n4,d,2024-02-30,x\n5,e,,x\n6,f,-2024-01-01,x\n7,g,2024-01-02,x\n",
        2,
        &[
            (3, "outside the years"),
            (4, "outside the years"),
            (5, "not of the format %Y-%m-%d"),
            (6, "time is empty"),
            (7, "not of the format"),
        ],
    );
}

#[test]
fn seconds_milliseconds_and_microseconds_do_not_mix() {
    let rows = "1,a,1700000000000,x\n2,b,1700000000001,x\n3,c,1700000000,x\n4,d,1700000000000000,x\n5,e,-1700000000000,x\n6,f,99999999999999999999,x\n";
    let whole = check(
        rows,
        2,
        &[(4, "looks like seconds"), (5, "looks like microseconds"), (6, "is negative"), (7, "not a number")],
    );
    assert_eq!(whole.core()[1].2, 1_700_000_000_001_000);
    assert!(whole.rejects[0].reason.contains("are milliseconds, guessed"));
    assert!(whole.guess("time").contains("so written in 2 of the first 6 rows"), "{}", whole.guess("time"));
}

#[test]
fn an_explicit_format_lifts_the_check() {
    let options = ReadOptions { time_format: Some("s".to_owned()), ..ReadOptions::default() };
    let whole = read_with("a.csv", "user_id,event,time\n1,a,-5\n2,b,1700000000000\n3,c,1e3\n", &options);
    assert_eq!(whole.core()[0].2, -5_000_000);
    assert_eq!(whole.kept() + whole.rejects.len(), 3);
    assert!(whole.rejects[0].reason.contains("outside the years 1 to 9999"), "{:?}", whole.rejects);
    assert!(matches!(
        open_error("a.csv", HEADER, &ReadOptions { time_format: Some("%Q".to_owned()), ..options }),
        SourceError::TimeFormat { .. }
    ));
}

#[test]
fn a_time_nobody_can_read_asks_for_its_format() {
    let error = open_error("a.csv", format!("{HEADER}1,a,last tuesday,x\n"), &ReadOptions::default());
    assert!(error.to_string().contains("`last tuesday`") && error.to_string().contains("--time-format"), "{error}");
}

#[test]
fn delimiters_are_told_apart() {
    for (delimiter, name) in [(";", "semicolon"), ("\t", "tab"), ("|", "vertical bar")] {
        let text = "user_id,event,time,note\n1,a,2024-01-01,\"x,y\"\n2,b,2024-01-02,z\n";
        let text = text.replace(',', delimiter).replace(&format!("x{delimiter}y"), "x, y");
        let whole = read("a.csv", text);
        assert_eq!((whole.kept(), whole.guess("delimiter").as_str()), (2, name));
        assert_eq!(whole.properties()[0]["note"], "x, y");
    }
    let options = ReadOptions { delimiter: Some(b'!'), ..ReadOptions::default() };
    assert_eq!(read_with("a.csv", "user_id!event!time\n1!a!2024-01-01\n", &options).kept(), 1);
    let tabs = ReadOptions { format: Format::Tsv, ..ReadOptions::default() };
    assert_eq!(read_with("a", "user_id\tevent\ttime\n1\ta,b\t2024-01-01\n", &tabs).core()[0].1, "a,b");
}

#[test]
fn roles_beyond_the_core() {
    let text = "user_id,event,ts,event_id,session_id,channel,nps,comment,email\n\
        1,rated,2024-01-01,e1,s1,web,9,good,a@x\n2,came,2024-01-01,e2,,,,,\n3,rated,2024-01-01,e3,s2,app,nine,,\n";
    let columns = Columns { links: vec!["email".to_owned()], ..Columns::default() };
    let options = ReadOptions { columns, channel_value: Some("shop".to_owned()), ..ReadOptions::default() };
    let error = drain(kelias_sources::open_bytes("a.csv", text, &options).unwrap());
    assert_eq!(error.guess("rating"), "", "`nine` speaks against a guessed rating");
    let columns = Columns { rating: Some("nps".to_owned()), ..options.columns.clone() };
    let whole = read_with("a.csv", text, &ReadOptions { columns, ..options });
    let batch = &whole.batches[0];
    assert_eq!(whole.rejects.len(), 1);
    assert!(whole.rejects[0].reason.contains("rating `nine` is not a number"));
    let text = |array: &dyn arrow::array::Array| {
        let array = arrow::compute::cast(array, &arrow::datatypes::DataType::Utf8).unwrap();
        arrow::array::AsArray::as_string::<i32>(&array).iter().map(|v| v.map(str::to_owned)).collect::<Vec<_>>()
    };
    let some = |value: &str| Some(value.to_owned());
    assert_eq!(text(batch.own_id.as_ref().unwrap()), [some("e1"), some("e2")]);
    assert_eq!(text(batch.session.as_ref().unwrap()), [some("s1"), None]);
    assert_eq!(text(batch.channel.as_ref().unwrap()), [some("web"), some("shop")]);
    assert_eq!(text(batch.rating_scale.as_ref().unwrap()), [some("0-10"), None]);
    assert_eq!(text(batch.text.as_ref().unwrap()), [some("good"), None]);
    assert_eq!(text(&batch.links[0]), [some("a@x"), None]);
    assert_eq!(batch.rating.as_ref().unwrap().iter().collect::<Vec<_>>(), [Some(9.0), None]);
    assert_eq!(whole.properties(), [json!({"event_id": "e1", "email": "a@x"}), json!({"event_id": "e2"})]);
}

#[test]
fn ids_that_repeat_are_no_ids_of_events() {
    let whole = read("a.csv", "user_id,event,time,event_id\n1,a,2024-01-01,7\n2,a,2024-01-01,7\n");
    assert!(whole.batches[0].own_id.is_none() && whole.guess("id").contains("values repeat"));
    assert_eq!(whole.properties()[0], json!({"event_id": 7}));
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn compressed_files_are_read_as_they_are() {
    let (one, two) = (format!("{HEADER}1,a,2024-01-01,x\n"), "2,b,2024-01-01,y\n");
    let members = [gzip(one.as_bytes()), gzip(two.as_bytes())].concat();
    let whole = read("a.csv.gz", members);
    assert_eq!((whole.kept(), whole.guess("compression").as_str()), (2, "gzip, by its first bytes"));
    let frames = [zstd::encode_all(one.as_bytes(), 1).unwrap(), zstd::encode_all(two.as_bytes(), 1).unwrap()].concat();
    let whole = read("a.csv.zst", frames);
    assert_eq!((whole.kept(), whole.guess("compression").as_str()), (2, "zstd, by its first bytes"));
}

#[test]
fn a_cut_file_gives_its_rows_and_then_says_where_it_ends() {
    let rows = rows(50_000, |i| format!("{i},e{},2024-01-01 00:00:{:02},n{}", i % 7, i % 60, i * 31 % 997));
    let text = format!("{HEADER}{rows}");
    for (name, bytes) in [("gzip", gzip(text.as_bytes())), ("zstd", zstd::encode_all(text.as_bytes(), 1).unwrap())] {
        let cut = bytes.len() * 2 / 3;
        let whole = read("a.csv", &bytes[..cut]);
        let kept = whole.kept();
        assert!(kept > 5_000 && kept < 50_000, "{name}: {kept}");
        assert_eq!(whole.rejects.len(), 0, "{name}: the row that is cut is no row");
        let message = whole.failure.as_ref().unwrap().to_string();
        assert!(message.contains(&format!("its {name} data ends at byte {cut}")), "{message}");
        assert_eq!(whole.core()[kept - 1].0, (kept - 1).to_string());
    }
}

proptest! {
    #[test]
    fn what_is_written_as_csv_reads_back(rows in prop::collection::vec(("[^\0]{1,12}", "[^\0]{1,12}", "[^\0]{0,12}"), 1..20)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["user_id", "event", "time", "note"]).unwrap();
        for (customer, event, note) in &rows {
            writer.write_record([customer.as_str(), event.as_str(), "2024-01-01", note.as_str()]).unwrap();
        }
        let options = ReadOptions { delimiter: Some(b','), ..ReadOptions::default() };
        let whole = read_with("a.csv", writer.into_inner().unwrap(), &options);
        prop_assert_eq!(whole.read, rows.len() as u64);
        prop_assert!(whole.rejects.is_empty(), "{:?}", whole.rejects);
        for ((core, properties), (customer, event, note)) in whole.core().iter().zip(whole.properties()).zip(&rows) {
            prop_assert_eq!((&core.0, &core.1), (customer, event));
            let read = match properties.get("note") {
                None => String::new(),
                Some(serde_json::Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
            };
            // A number keeps its value; its digits stand in the JSON as they stood in the file.
            prop_assert!(&read == note || read.parse::<f64>() == note.parse::<f64>(), "{read:?} {note:?}");
        }
    }

    #[test]
    fn counts_add_up_whatever_the_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400), wanted in any::<bool>()) {
        let options = ReadOptions { wanted: if wanted { Wanted::Everything } else { Wanted::Core }, delimiter: Some(b','), ..ReadOptions::default() };
        let text = [HEADER.as_bytes(), b"1,a,2024-01-01,x\n", &bytes].concat();
        let whole = read_with("a.csv", text, &options);
        prop_assert_eq!(whole.read, (whole.kept() + whole.rejects.len()) as u64);
    }
}
