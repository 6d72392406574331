//! CSV and TSV, well-formed and not.

use crate::support::{micros, read};

#[test]
fn rows_become_events() {
    let whole = read("a.csv", "user_id,event,time,amount,note\n1,buy,2024-01-02 03:04:05,9.60,\"say \"\"hi\"\", twice\"\n");
    assert_eq!(whole.core(), [("1".into(), "buy".into(), micros("2024-01-02T03:04:05Z"))]);
    assert_eq!(whole.properties()[0], serde_json::json!({"amount": 9.6, "note": "say \"hi\", twice"}));
}
