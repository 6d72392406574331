use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::{Folder, count, csv_of, json, kelias, run, told, verify};

const ROWS: usize = 600_000;

fn start(file: &str, lake: &str) -> Child {
    let mut command = kelias();
    command.args(["import", file, "--lake", lake, "--json"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the program starts")
}

/// Whatever the moment it is killed at, the lake opens, holds all of the import or nothing, and importing again completes it.
#[test]
fn an_import_that_is_killed_leaves_all_or_nothing() {
    let folder = Folder::new();
    let file = folder.file("events.csv", csv_of(ROWS));
    let whole = Instant::now();
    json(&["import", &file, "--lake", &folder.path("measure"), "--json"]);
    let whole = whole.elapsed();
    for part in 1..8 {
        let lake = folder.path(&format!("lake-{part}"));
        json(&["import", &folder.file("first.csv", csv_of(10)), "--lake", &lake, "--json"]);
        let mut import = start(&file, &lake);
        sleep(whole * part / 8);
        import.kill().expect("it can be killed");
        import.wait().expect("it ends");
        let before = count(&lake);
        assert!(before == 10 || before == ROWS as u64, "{before} events after being killed in part {part}");
        verify(&lake);
        let again = json(&["import", &file, "--lake", &lake, "--json"]);
        assert_eq!(again["read"], ROWS);
        assert_eq!(again["kept"].as_u64().unwrap() + again["duplicates"].as_u64().unwrap(), ROWS as u64);
        assert_eq!(count(&lake), ROWS as u64);
        verify(&lake);
    }
}

#[test]
fn ctrl_c_leaves_the_lake_as_it_was() {
    let folder = Folder::new();
    let file = folder.file("events.csv", csv_of(3_000_000));
    let lake = folder.path("lake");
    json(&["import", &folder.file("first.csv", csv_of(10)), "--lake", &lake, "--json"]);
    let import = start(&file, &lake);
    sleep(Duration::from_millis(300));
    let asked = std::process::Command::new("kill").args(["-INT", &import.id().to_string()]).status();
    assert!(asked.expect("kill runs").success());
    let run = told(import.wait_with_output().expect("it ends"));
    assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
    assert!(run.err.contains("the lake is as it was"), "{}", run.err);
    assert_eq!(count(&lake), 10);
    let found = json(&["lake", "verify", "--lake", &lake, "--json"]);
    assert_eq!(found["strays"], serde_json::json!([]));
}

#[test]
fn two_imports_at_once_both_arrive() {
    let folder = Folder::new();
    let lake = folder.path("lake");
    let (one, two) = (folder.file("one.csv", csv_of(20_000)), folder.file("two.csv", csv_of(30_000)));
    let imports = [start(&one, &lake), start(&two, &lake)];
    for import in imports {
        let run = told(import.wait_with_output().expect("it ends"));
        assert_eq!(run.code, 0, "{}", run.err);
    }
    assert_eq!(count(&lake), 30_000);
    verify(&lake);
}

#[test]
fn a_corrupt_log_is_explained() {
    let folder = Folder::new();
    let lake = folder.path("lake");
    json(&["import", &folder.file("events.csv", csv_of(10)), "--lake", &lake, "--json"]);
    std::fs::write(folder.path("lake/_delta_log/00000000000000000001.json"), "{\"add\":").unwrap();
    let more = folder.file("more.csv", csv_of(20));
    for arguments in [vec!["import", &more, "--lake", &lake], vec!["lake", "verify", "--lake", &lake]] {
        let run = run(&arguments);
        assert_eq!(run.code, 3, "{arguments:?} {}", run.out);
        assert!(run.err.contains("cannot read the table"), "{}", run.err);
    }
}
