//! From the values of a row to a row of the batch: what all formats made of rows share.

use std::sync::Arc;

use arrow::array::{ArrayRef, Float64Builder, StringBuilder, StringDictionaryBuilder, TimestampMicrosecondBuilder};
use arrow::datatypes::Int32Type;
use kelias_event::{EventBatch, Reject};

use crate::options::{ReadOptions, Wanted};
use crate::reader::{BATCH_BYTES, BATCH_ROWS, ReadBatch};
use crate::time::TimeParser;

/// Characters of a rejected row that are kept for the person who mends it.
const RAW_CHARS: usize = 300;

/// The values of one row by role; `None` and empty mean the row does not say.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub(crate) customer: Option<&'a str>,
    pub(crate) event: Option<&'a str>,
    pub(crate) time: Option<&'a str>,
    pub(crate) id: Option<&'a str>,
    pub(crate) session: Option<&'a str>,
    pub(crate) channel: Option<&'a str>,
    pub(crate) rating: Option<&'a str>,
    pub(crate) rating_scale: Option<&'a str>,
    pub(crate) text: Option<&'a str>,
    pub(crate) properties: Option<&'a str>,
}

/// Collects rows into batches.
pub(crate) struct Assembler {
    wanted: Wanted,
    channel_value: Option<String>,
    fixed_scale: Option<String>,
    times: TimeParser,
    columns: ColumnBuilders,
    rejects: Vec<Reject>,
    read: u64,
    bytes: usize,
}

struct ColumnBuilders {
    customer: StringBuilder,
    event: StringDictionaryBuilder<Int32Type>,
    time: TimestampMicrosecondBuilder,
    id: StringBuilder,
    session: StringBuilder,
    channel: StringDictionaryBuilder<Int32Type>,
    rating: Float64Builder,
    rating_scale: StringDictionaryBuilder<Int32Type>,
    text: StringBuilder,
    properties: StringBuilder,
    links: Vec<StringBuilder>,
}

impl Assembler {
    pub(crate) fn new(options: &ReadOptions, fixed_scale: Option<String>, links: usize, times: TimeParser) -> Self {
        Self {
            wanted: options.wanted,
            channel_value: options.channel_value.clone(),
            fixed_scale,
            times,
            columns: ColumnBuilders::new(links),
            rejects: Vec::new(),
            read: 0,
            bytes: 0,
        }
    }

    /// Takes a row in, or rejects it; `links` are asked for only when the row is good.
    pub(crate) fn add<'a>(
        &mut self,
        row: &Row<'a>,
        links: impl Iterator<Item = Option<&'a str>>,
    ) -> Result<(), String> {
        let customer = said(row.customer).ok_or("the customer is empty")?;
        let event = said(row.event).ok_or("the event is empty")?;
        let time = self.times.parse(said(row.time).ok_or("the time is empty")?)?;
        let rating = said(row.rating).map(rating).transpose()?;
        let columns = &mut self.columns;
        columns.customer.append_value(customer);
        columns.event.append_value(event);
        columns.time.append_value(time);
        self.read += 1;
        self.bytes += customer.len() + 32;
        if self.wanted == Wanted::Core {
            return Ok(());
        }
        columns.id.append_option(said(row.id));
        columns.session.append_option(said(row.session));
        columns.channel.append_option(said(row.channel).or(self.channel_value.as_deref()));
        columns.rating.append_option(rating);
        let scale = said(row.rating_scale).or(self.fixed_scale.as_deref()).filter(|_| rating.is_some());
        columns.rating_scale.append_option(scale);
        columns.text.append_option(said(row.text));
        columns.properties.append_option(row.properties);
        for (builder, link) in columns.links.iter_mut().zip(links) {
            builder.append_option(said(link));
        }
        let lengths = [row.id, row.session, row.text, row.properties];
        self.bytes += lengths.iter().flatten().map(|value| value.len()).sum::<usize>();
        Ok(())
    }

    /// Counts a row that is no event.
    pub(crate) fn reject(&mut self, line: u64, reason: impl Into<String>, raw: &[u8]) {
        let raw = shorten(raw);
        self.bytes += raw.len() + 128;
        self.read += 1;
        self.rejects.push(Reject { line, reason: reason.into(), raw });
    }

    /// Whether the batch should go out.
    pub(crate) fn is_full(&self) -> bool {
        self.read >= BATCH_ROWS as u64 || self.bytes >= BATCH_BYTES
    }

    /// The batch so far, unless it has no rows.
    pub(crate) fn take(&mut self) -> Option<ReadBatch> {
        if self.read == 0 {
            return None;
        }
        self.bytes = 0;
        let events = self.columns.finish(self.wanted);
        Some(ReadBatch { events, rejects: std::mem::take(&mut self.rejects), read: std::mem::take(&mut self.read) })
    }
}

impl ColumnBuilders {
    fn new(links: usize) -> Self {
        Self {
            customer: StringBuilder::new(),
            event: StringDictionaryBuilder::new(),
            time: TimestampMicrosecondBuilder::new().with_timezone("UTC"),
            id: StringBuilder::new(),
            session: StringBuilder::new(),
            channel: StringDictionaryBuilder::new(),
            rating: Float64Builder::new(),
            rating_scale: StringDictionaryBuilder::new(),
            text: StringBuilder::new(),
            properties: StringBuilder::new(),
            links: (0..links).map(|_| StringBuilder::new()).collect(),
        }
    }

    fn finish(&mut self, wanted: Wanted) -> EventBatch {
        let customer: ArrayRef = Arc::new(self.customer.finish());
        let mut batch = EventBatch::core(customer, Arc::new(self.event.finish()), self.time.finish());
        if wanted == Wanted::Core {
            return batch;
        }
        let text = |builder: &mut StringBuilder| Some(builder.finish()).filter(|array| !is_all_null(array));
        batch.own_id = text(&mut self.id);
        batch.session = text(&mut self.session).map(|array| Arc::new(array) as ArrayRef);
        batch.text = text(&mut self.text);
        batch.properties = text(&mut self.properties);
        let names = |builder: &mut StringDictionaryBuilder<Int32Type>| {
            Some(builder.finish()).filter(|array| !is_all_null(array)).map(|array| Arc::new(array) as ArrayRef)
        };
        batch.channel = names(&mut self.channel);
        batch.rating_scale = names(&mut self.rating_scale);
        batch.rating = Some(self.rating.finish()).filter(|array| !is_all_null(array));
        batch.links = self.links.iter_mut().map(StringBuilder::finish).collect();
        batch
    }
}

fn is_all_null(array: &dyn arrow::array::Array) -> bool {
    array.null_count() == array.len()
}

fn said(value: Option<&str>) -> Option<&str> {
    value.filter(|value| !value.is_empty())
}

/// A score as a number; a comma may be its decimal point.
pub(crate) fn rating(text: &str) -> Result<f64, String> {
    let parsed: Option<f64> = text.trim().parse().ok().or_else(|| text.trim().replacen(',', ".", 1).parse().ok());
    parsed
        .filter(|value| value.is_finite())
        .ok_or_else(|| format!("rating `{}` is not a number", shorten(text.as_bytes())))
}

/// The row as it stood, shortened, with what is not text made visible.
pub(crate) fn shorten(raw: &[u8]) -> String {
    // A character takes four bytes at most, so more bytes than this cannot matter.
    let start = &raw[..raw.len().min(RAW_CHARS * 4)];
    let text = String::from_utf8_lossy(start);
    let text = text.trim_end_matches(['\r', '\n']);
    let mut short: String = text.chars().take(RAW_CHARS).collect();
    if short.len() < text.len() || raw.len() > start.len() {
        short.push('…');
    }
    short
}
