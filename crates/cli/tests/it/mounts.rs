//! A full disk and a read-only one, as small file systems of their own: only root may mount, so elsewhere these tests say so
//! and pass over.

use std::process::Command;

use crate::support::{Folder, count, csv_of, json, run, verify};

/// A small file system in memory, unmounted when dropped.
struct Mount(String);

impl Mount {
    fn of_size(folder: &Folder, size: &str) -> Option<Self> {
        let path = folder.path("mount");
        std::fs::create_dir(&path).unwrap();
        let options = format!("size={size}");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs", &path]).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self(path));
        }
        println!("skipped: this user cannot mount a file system");
        None
    }

    fn remount(&self, options: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{options}"), &self.0]).status();
        assert!(done.expect("mount runs").success());
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        drop(Command::new("umount").args(["-l", &self.0]).status());
    }
}

#[test]
fn a_full_disk_leaves_the_lake_as_it_was() {
    let folder = Folder::new();
    let Some(disk) = Mount::of_size(&folder, "3m") else { return };
    let lake = format!("{}/lake", disk.0);
    json(&["import", &folder.file("first.csv", csv_of(100)), "--lake", &lake, "--json"]);
    let run = run(&["import", &folder.file("events.csv", csv_of(400_000)), "--lake", &lake]);
    assert_eq!(run.code, 3, "{}", run.out);
    assert!(run.err.contains("free room"), "{}", run.err);
    assert_eq!(count(&lake), 100);
    verify(&lake);
    disk.remount("size=300m");
    assert_eq!(json(&["import", &folder.path("events.csv"), "--lake", &lake, "--json"])["read"], 400_000);
    verify(&lake);
}

#[test]
fn a_read_only_lake_answers_and_refuses() {
    let folder = Folder::new();
    let Some(disk) = Mount::of_size(&folder, "50m") else { return };
    let lake = format!("{}/lake", disk.0);
    json(&["import", &folder.file("first.csv", csv_of(100)), "--lake", &lake, "--json"]);
    disk.remount("ro");
    assert_eq!(count(&lake), 100);
    let asked = ["analyse", "sessions", "--lake", &lake, "--where", "customer = 'u1'", "--json"];
    assert_eq!(json(&asked)["sessions"], 1);
    let run = run(&["import", &folder.file("more.csv", csv_of(200)), "--lake", &lake]);
    assert_eq!(run.code, 3, "{}", run.out);
    assert!(run.err.contains("Read-only file system"), "{}", run.err);
}
