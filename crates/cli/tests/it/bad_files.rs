use std::fs;

use serde_json::{Value, json};

use crate::support::{Folder, count, csv_of, json as json_of, run};

fn import(folder: &Folder, file: &str, more: &[&str]) -> Value {
    let lake = folder.path("lake");
    json_of(&[&["import", file, "--lake", &lake, "--json"], more].concat())
}

#[test]
fn the_counts_add_up_and_rejects_say_why() {
    let folder = Folder::new();
    let file = folder.file(
        "events.csv",
        b"user_id,event,timestamp\nu1,a,2026-01-01 10:00:00\nu1,b,yesterday\nu2,\"say \"\"hi\"\"\",2026-01-01 10:00:01\r\nu3,\xff\xfe,2026-01-01 10:00:02\nu4,n\0l,2026-01-01 10:00:03\nu5,a\n",
    );
    let done = import(&folder, &file, &[]);
    assert_eq!((&done["read"], &done["kept"], &done["rejected"]), (&json!(6), &json!(2), &json!(4)));
    let rejects = fs::read_to_string(done["rejects_file"].as_str().unwrap()).unwrap();
    let lines: Vec<&str> = rejects.lines().collect();
    assert_eq!(lines[0], "file,line,reason,row");
    for line in ["3", "5", "6", "7"] {
        assert!(lines.iter().any(|reject| reject.contains(&format!("events.csv,{line},"))), "line {line}: {rejects}");
    }
    assert_eq!(count(&folder.path("lake")), 2);
    let again = import(&folder, &file, &[]);
    assert_eq!((&again["kept"], &again["duplicates"], &again["rejected"]), (&json!(0), &json!(2), &json!(4)));
}

#[test]
fn files_that_cannot_be_read_change_nothing() {
    let folder = Folder::new();
    let lake = folder.path("lake");
    let empty = folder.file("empty.csv", "");
    let no_columns = folder.file("odd.csv", "a,b,c\n1,2,3\n");
    let folder_itself = folder.path("");
    for (file, words) in [
        (empty.as_str(), "empty"),
        (no_columns.as_str(), "--customer"),
        (folder_itself.as_str(), "directory"),
        ("/nowhere/events.csv", "no file"),
    ] {
        let run = run(&["import", file, "--lake", &lake, "--json"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{file}: {}", run.err);
        assert!(run.err.contains(words), "{file}: {}", run.err);
    }
}

#[test]
fn a_header_without_rows_is_an_empty_log() {
    let folder = Folder::new();
    let done = import(&folder, &folder.file("events.csv", "user_id,event,timestamp\n"), &[]);
    assert_eq!((&done["read"], &done["kept"], &done["rejects_file"]), (&json!(0), &json!(0), &Value::Null));
}

#[test]
fn a_cut_archive_adds_nothing_unless_asked_to() {
    let folder = Folder::new();
    let plain = folder.file("events.csv", csv_of(50_000));
    let gzip = std::process::Command::new("gzip").args(["-k", &plain]).status();
    assert!(gzip.expect("gzip runs").success());
    let bytes = fs::read(folder.path("events.csv.gz")).unwrap();
    let cut = folder.file("cut.csv.gz", &bytes[..bytes.len() / 2]);
    let lake = folder.path("lake");
    let run = run(&["import", &cut, "--lake", &lake]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains("cut"), "{}", run.err);
    assert_eq!(count(&lake), 0);
    let kept = import(&folder, &cut, &["--keep-good"])["kept"].as_u64().unwrap();
    assert!(kept > 1_000 && kept < 50_000, "{kept}");
    let rest = import(&folder, &folder.path("events.csv.gz"), &[]);
    assert_eq!(rest["kept"].as_u64().unwrap() + kept, 50_000);
}

#[test]
fn errors_stay_out_of_the_json() {
    let folder = Folder::new();
    let run = run(&["lake", "stats", "--lake", &folder.path("none"), "--json"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("there is no lake"), "{}", run.err);
}
