//! Real logs: counts that are known, and times held against values worked out by hand.

use std::collections::HashSet;

use kelias_sources::{ReadOptions, Wanted, open};

use crate::support::{Whole, drain, micros, shared};

/// Rows, customers and the first event of a log, read whole and read for its core.
fn check(file: &str, rows: u64, customers: usize, first: (&str, &str, &str)) -> Option<Whole> {
    let path = shared(file)?;
    let whole = drain(open(&path, &ReadOptions::default()).unwrap());
    assert_eq!((whole.read, whole.rejects.len()), (rows, 0), "{:?}", whole.rejects.first());
    let core = whole.core();
    let distinct: HashSet<&str> = core.iter().map(|(customer, ..)| customer.as_str()).collect();
    assert_eq!(distinct.len(), customers);
    assert_eq!(core[0], (first.0.to_owned(), first.1.to_owned(), micros(first.2)));
    let options = ReadOptions { wanted: Wanted::Core, ..ReadOptions::default() };
    assert_eq!(drain(open(&path, &options).unwrap()).core(), core);
    Some(whole)
}

#[test]
fn receipt() {
    let Some(whole) =
        check("receipt.csv", 8577, 1434, ("case-10011", "Confirmation of receipt", "2011-10-11T11:45:40.276Z"))
    else {
        return;
    };
    assert_eq!(whole.guess("time"), "column `time:timestamp`, format %Y-%m-%d %H:%M:%S%.f%:z");
    assert_eq!(whole.guess("channel"), "column `case:channel`");
    let properties = &whole.properties()[0];
    assert_eq!(properties["case:department"], "General");
    assert!(properties.get("case:deadline").is_some() && properties.get("case:channel").is_none());
}

#[test]
fn sepsis() {
    let Some(whole) = check("sepsis.csv", 15214, 1050, ("A", "ER Registration", "2014-10-22T11:15:41Z")) else {
        return;
    };
    assert_eq!(whole.guess("delimiter"), "semicolon");
    assert_eq!(whole.properties()[0]["Age"], 85);
    assert_eq!(whole.properties()[0]["InfectionSuspected"], true);
}

#[test]
fn ecom() {
    let Some(whole) = check("ecom.csv.gz", 31106, 600, ("user_0000", "home", "2024-03-13T10:21:14Z")) else { return };
    assert_eq!(whole.guess("compression"), "gzip, by its first bytes");
    assert_eq!(whole.guess("time"), "column `timestamp`, format %Y-%m-%d %H:%M:%S, taken as UTC");
    assert!(whole.batches[0].session.is_some() && whole.batches[0].channel.is_none());
}

#[test]
fn running_example() {
    let Some(whole) = check("running-example.csv", 42, 6, ("3", "register request", "2010-12-30T13:32:00Z")) else {
        return;
    };
    assert_eq!(whole.guess("event"), "column `concept:name`");
    assert_eq!(whole.properties()[0]["column_1"], 0);
}

#[test]
fn helpdesk() {
    let Some(whole) = check("helpdesk.xes.gz", 21348, 4580, ("Case 1", "Assign seriousness", "2012-10-09T14:50:17Z"))
    else {
        return;
    };
    assert_eq!(whole.guess("customer"), "column `case:concept:name`");
    assert_eq!(whole.properties()[0]["org:resource"], "Value 1");
}
