//! From what a reader hands over to rows of the event table.

use std::sync::Arc;

use arrow::array::{
    Array, ArrayRef, AsArray, BinaryBuilder, BooleanArray, DictionaryArray, Float64Array, Int64Array, RecordBatch,
    StringArray, TimestampMicrosecondArray, new_null_array,
};
use arrow::compute::{cast, filter};
use arrow::datatypes::{DataType, Field, Int32Type, Schema, SchemaRef};
use kelias_event::{EventBatch, EventId, RowKey, schema};

use crate::LakeError;

/// Text columns in which few values repeat are kept as dictionaries on the way to the file.
fn dictionary() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
}

/// The canonical schema with repeating texts as dictionaries: what is written to Parquet, where the two are the same.
pub(crate) fn staged_schema() -> SchemaRef {
    let canonical = schema::canonical();
    let fields = canonical.fields().iter().map(|field| match field.name().as_str() {
        schema::EVENT | schema::CHANNEL | schema::SOURCE | schema::RATING_SCALE => {
            Arc::new(Field::new(field.name(), dictionary(), field.is_nullable()))
        }
        _ => Arc::clone(field),
    });
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

/// A batch in the types of the table, with the ids its rows would have if no identical row came before.
pub(crate) struct Spelled {
    customer: ArrayRef,
    event: ArrayRef,
    time: TimestampMicrosecondArray,
    channel: ArrayRef,
    session: ArrayRef,
    rating: ArrayRef,
    rating_scale: ArrayRef,
    text: ArrayRef,
    properties: ArrayRef,
    /// Whether the source gave ids of its own: equal ids are then one event, not several identical rows.
    pub(crate) own_ids: Vec<bool>,
    pub(crate) ids: Vec<EventId>,
}

/// Spells out a batch of a source.
pub(crate) fn spell(batch: &EventBatch, source: &str) -> Result<Spelled, LakeError> {
    let rows = batch.len();
    let or_null = |column: Option<&ArrayRef>, wanted: &DataType| match column {
        Some(column) => cast(column, wanted),
        None => Ok(new_null_array(wanted, rows)),
    };
    let text = |column: Option<&StringArray>| {
        column.map_or_else(|| new_null_array(&DataType::Utf8, rows), |c| Arc::new(c.clone()))
    };
    let mut spelled = Spelled {
        customer: cast(&batch.customer, &DataType::Utf8)?,
        event: cast(&batch.event, &dictionary())?,
        time: batch.time.clone().with_timezone("UTC"),
        channel: or_null(batch.channel.as_ref(), &dictionary())?,
        session: or_null(batch.session.as_ref(), &DataType::Utf8)?,
        rating: batch.rating.as_ref().map_or_else(|| new_null_array(&DataType::Float64, rows), |r| Arc::new(r.clone())),
        rating_scale: or_null(batch.rating_scale.as_ref(), &dictionary())?,
        text: text(batch.text.as_ref()),
        properties: text(batch.properties.as_ref()),
        own_ids: vec![false; rows],
        ids: Vec::new(),
    };
    spelled.ids = spelled.row_ids();
    if let Some(own) = &batch.own_id {
        for (row, id) in own.iter().enumerate() {
            if let Some(id) = id.filter(|id| !id.is_empty()) {
                spelled.ids[row] = EventId::of_own(source, id);
                spelled.own_ids[row] = true;
            }
        }
    }
    Ok(spelled)
}

/// A text column, plain or as a dictionary.
enum Texts<'a> {
    Plain(&'a StringArray),
    Dictionary(&'a DictionaryArray<Int32Type>, &'a StringArray),
}

impl<'a> Texts<'a> {
    fn of(column: &'a ArrayRef) -> Self {
        match column.as_dictionary_opt::<Int32Type>() {
            Some(spelled) => Self::Dictionary(spelled, spelled.values().as_string()),
            None => Self::Plain(column.as_string()),
        }
    }

    fn get(&self, row: usize) -> Option<&'a [u8]> {
        match self {
            Self::Plain(texts) => texts.is_valid(row).then(|| texts.value(row).as_bytes()),
            Self::Dictionary(spelled, texts) => spelled.key(row).map(|key| texts.value(key).as_bytes()),
        }
    }
}

impl Spelled {
    fn row_ids(&self) -> Vec<EventId> {
        let before = [&self.customer, &self.event, &self.channel, &self.session].map(Texts::of);
        let after = [&self.rating_scale, &self.text, &self.properties].map(Texts::of);
        let ratings: &Float64Array = self.rating.as_primitive();
        let mut key = RowKey::default();
        (0..self.time.len())
            .map(|row| {
                key.start();
                key.field(Some(&self.time.value(row).to_le_bytes()));
                before.iter().for_each(|column| key.field(column.get(row)));
                let rating = ratings.is_valid(row).then(|| ratings.value(row).to_bits().to_le_bytes());
                key.field(rating.as_ref().map(<[u8; 8]>::as_slice));
                after.iter().for_each(|column| key.field(column.get(row)));
                key.id()
            })
            .collect()
    }

    /// The rows that are kept, as rows of the table. `ids` are final; `sequence` numbers the first kept row.
    pub(crate) fn into_rows(
        self,
        kept: &[bool],
        sequence: i64,
        received_at: i64,
        source: &str,
    ) -> Result<RecordBatch, LakeError> {
        let count = kept.iter().filter(|&&kept| kept).count();
        let mut ids = BinaryBuilder::with_capacity(count, count * 16);
        let final_ids = self.ids.iter().zip(kept).filter(|&(_, &kept)| kept);
        final_ids.for_each(|(id, _)| ids.append_value(id.to_bytes()));
        let everything = count == kept.len();
        let mask = BooleanArray::from(kept.to_vec());
        let keep = |column: ArrayRef| if everything { Ok(column) } else { filter(&column, &mask) };
        let sources =
            DictionaryArray::<Int32Type>::new(vec![0; count].into(), Arc::new(StringArray::from(vec![source])));
        Ok(RecordBatch::try_new(
            staged_schema(),
            vec![
                Arc::new(ids.finish()),
                Arc::new(Int64Array::from_iter_values(sequence..sequence + count as i64)),
                keep(Arc::new(self.time))?,
                Arc::new(TimestampMicrosecondArray::from_value(received_at, count).with_timezone("UTC")),
                keep(self.customer)?,
                keep(self.event)?,
                keep(self.channel)?,
                Arc::new(sources),
                keep(self.session)?,
                keep(self.rating)?,
                keep(self.rating_scale)?,
                keep(self.text)?,
                keep(self.properties)?,
            ],
        )?)
    }
}
