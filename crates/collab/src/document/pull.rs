//! What a document holds, as plain data: values of no kind that a map has are left out here.

use std::collections::BTreeMap;

use yrs::types::text::TextRef;
use yrs::{Any, GetString, Map as _, MapRef, Out, ReadTxn};

use super::shape::{EMOTIONS, HEAD, Table, is_key};

/// Values of a record by name.
pub(super) type Record = BTreeMap<String, Value>;

/// A plain value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(f64),
    Flag(bool),
    List(Vec<String>),
}

/// The records and texts of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Records {
    pub head: Record,
    pub tables: BTreeMap<Table, BTreeMap<String, Record>>,
    pub emotions: Record,
    /// Texts that are not empty, by name.
    pub texts: BTreeMap<String, String>,
}

impl Records {
    /// Reads everything.
    pub(super) fn pull<T: ReadTxn>(transaction: &T) -> Self {
        let mut records = Self::default();
        if let Some(head) = transaction.get_map(HEAD) {
            records.head = record(&head, transaction);
        }
        if let Some(emotions) = transaction.get_map(EMOTIONS) {
            records.emotions = record(&emotions, transaction);
        }
        for table in Table::ALL {
            let Some(rows) = transaction.get_map(table.name()) else { continue };
            let rows = rows.iter(transaction).filter_map(|(key, row)| match row {
                Out::YMap(row) if is_key(key) => Some((key.to_owned(), record(&row, transaction))),
                _ => None,
            });
            records.tables.insert(table, rows.collect());
        }
        for (name, _) in transaction.root_refs().filter(|(name, _)| name.contains('.')) {
            let text = transaction.get_text(name).map(|text| text_of(&text, transaction)).unwrap_or_default();
            if !text.is_empty() {
                records.texts.insert(name.to_owned(), text);
            }
        }
        records
    }

    pub(super) fn table(&self, table: Table) -> impl Iterator<Item = (&str, &Record)> {
        self.tables.get(&table).into_iter().flatten().map(|(key, record)| (key.as_str(), record))
    }

    pub(super) fn get(&self, table: Table, key: &str) -> Option<&Record> {
        self.tables.get(&table)?.get(key)
    }
}

/// The characters of a text; what else it holds is passed over.
pub(super) fn text_of<T: ReadTxn>(text: &TextRef, transaction: &T) -> String {
    text.get_string(transaction)
}

fn record<T: ReadTxn>(map: &MapRef, transaction: &T) -> Record {
    map.iter(transaction).filter_map(|(name, out)| Some((name.to_owned(), value(&out)?))).collect()
}

fn value(out: &Out) -> Option<Value> {
    let Out::Any(any) = out else { return None };
    match any {
        Any::String(text) => Some(Value::Text(text.to_string())),
        Any::Bool(flag) => Some(Value::Flag(*flag)),
        Any::Number(number) => {
            let number = number.as_f64()?;
            // Adding zero turns -0 into 0.
            number.is_finite().then_some(Value::Number(number + 0.0))
        }
        Any::Array(values) => {
            let texts = values.iter().filter_map(|one| match one {
                Any::String(text) => Some(text.to_string()),
                _ => None,
            });
            Some(Value::List(texts.collect()))
        }
        _ => None,
    }
}

/// Reading values of a record by what they should be.
pub(super) trait Values {
    fn text(&self, name: &str) -> Option<&str>;
    fn number(&self, name: &str) -> Option<f64>;
    fn flag(&self, name: &str) -> bool;
    fn list(&self, name: &str) -> &[String];
    /// A value with a written form.
    fn parsed<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name)?.parse().ok()
    }
}

impl Values for Record {
    fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    fn number(&self, name: &str) -> Option<f64> {
        match self.get(name)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    fn flag(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Value::Flag(true)))
    }

    fn list(&self, name: &str) -> &[String] {
        match self.get(name) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }
}
