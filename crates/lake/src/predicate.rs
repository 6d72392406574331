//! Predicates of bindings, evaluated over the events their names select and remembered as sets of rows.

use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{Array, AsArray, BooleanArray, BooleanBufferBuilder};
use arrow::buffer::{BooleanBuffer, Buffer};
use arrow::compute::prep_null_mask_filter;
use arrow::datatypes::{DataType, Int32Type};
use datafusion::common::DFSchema;
use datafusion::common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion::logical_expr::{Expr, Volatility};
use datafusion::physical_plan::PhysicalExpr;
use datafusion::prelude::SessionContext;
use datafusion::sql::sqlparser::ast::{
    BinaryOperator, Expr as Sql, Function, FunctionArg, FunctionArgExpr, FunctionArgumentList, FunctionArguments,
    Ident, ObjectName, UnaryOperator, Value, VisitMut, VisitorMut,
};
use kelias_event::schema;
use kelias_journeys::RowSet;
use kelias_journeys::index::{Index, IndexedFile};
use kelias_predicate::Predicate;
use parquet::arrow::arrow_reader::RowSelection;

use crate::scan::{canonical_with_dictionaries, read_columns};
use crate::{Lake, LakeError};

impl Lake {
    /// The events among those of the given names (all events without names) that a predicate is true for.
    ///
    /// Each file of the lake is asked once: the answer is kept beside the table under the hash of names and predicate.
    ///
    /// # Errors
    /// When the predicate does not fit the columns, or files cannot be read.
    pub fn rows_where(
        &self,
        index: &Index,
        names: Option<&[String]>,
        predicate: &Predicate,
    ) -> Result<RowSet, LakeError> {
        let question = Question::new(names, predicate)?;
        let total = index.files().iter().map(|file| (file.first_row + file.rows) as usize).max().unwrap_or(0);
        let mut bits = BooleanBufferBuilder::new(total);
        bits.append_n(total, false);
        for file in index.files() {
            let answer = self.answer(&question, file)?;
            for (start, end) in answer.set_slices() {
                let first = file.first_row as usize;
                (first + start..first + end).for_each(|row| bits.set_bit(row, true));
            }
        }
        Ok(RowSet::new(bits.finish()))
    }

    /// The rows of a file, from the cache where it has them.
    fn answer(&self, question: &Question, file: &IndexedFile) -> Result<BooleanBuffer, LakeError> {
        let folder = self.beside("predicates").join(&question.hash);
        let cached = folder.join(&file.path).with_extension("bits");
        let rows = file.rows as usize;
        if let Ok(bytes) = fs::read(&cached)
            && bytes.len() == rows.div_ceil(8)
        {
            return Ok(BooleanBuffer::new(Buffer::from(bytes), 0, rows));
        }
        let answer = question.ask(&self.path().join(&file.path), rows)?;
        // A cache that cannot be written (a read-only lake) costs time at the next question and nothing else.
        if let Err(error) = keep(&cached, &answer) {
            tracing::debug!(%error, "the answer of a predicate is not kept");
        }
        Ok(answer)
    }

    /// Forgets the answers for files that are no longer part of the table.
    pub(crate) fn sweep_predicates(&self, files: &BTreeSet<String>) {
        let folders = fs::read_dir(self.beside("predicates")).into_iter().flatten().flatten();
        for entry in folders.flat_map(|folder| fs::read_dir(folder.path())).flatten().flatten() {
            let path = entry.path();
            let file = path.with_extension("parquet");
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if !files.contains(&name) {
                drop(fs::remove_file(path));
            }
        }
    }
}

fn keep(path: &Path, answer: &BooleanBuffer) -> std::io::Result<()> {
    let folder = path.parent().expect("answers are kept in folders");
    fs::create_dir_all(folder)?;
    let packed: BooleanBuffer = answer.iter().collect();
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    std::io::Write::write_all(&mut file, &packed.inner().as_slice()[..answer.len().div_ceil(8)])?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A predicate planned over the columns of the table.
struct Question {
    hash: String,
    names: Option<BTreeSet<String>>,
    columns: Vec<&'static str>,
    planned: Arc<dyn PhysicalExpr>,
}

impl Question {
    fn new(names: Option<&[String]>, predicate: &Predicate) -> Result<Self, LakeError> {
        let names: Option<BTreeSet<String>> = names.map(|names| names.iter().cloned().collect());
        let spelled = format!("1\0{names:?}\0{}", predicate.expr());
        let columns = columns_of(predicate);
        let planned = plan(predicate, &columns)?;
        Ok(Self { hash: format!("{:032x}", xxhash_rust::xxh3::xxh3_128(spelled.as_bytes())), names, columns, planned })
    }

    /// Evaluates the predicate over a file.
    fn ask(&self, path: &Path, rows: usize) -> Result<BooleanBuffer, LakeError> {
        let named = self.named(path, rows)?;
        let only = RowSelection::from_filters(&[BooleanArray::new(named.clone(), None)]);
        let mut answers = BooleanBufferBuilder::new(rows);
        for batch in read_columns(path, &self.columns, Some(only))? {
            let batch = batch?;
            let value = self.planned.evaluate(&batch).and_then(|value| value.into_array(batch.num_rows()));
            let value = value.map_err(|error| refused(&error))?;
            // What is unknown is not true.
            let value = value.as_boolean();
            let value = if value.null_count() > 0 { prep_null_mask_filter(value) } else { value.clone() };
            answers.append_buffer(value.values());
        }
        Ok(spread(&named, &answers.finish()))
    }

    /// The rows whose event has one of the names.
    fn named(&self, path: &Path, rows: usize) -> Result<BooleanBuffer, LakeError> {
        let Some(names) = &self.names else { return Ok(BooleanBuffer::new_set(rows)) };
        let mut bits = BooleanBufferBuilder::new(rows);
        for batch in read_columns(path, &[schema::EVENT], None)? {
            let batch = batch?;
            let events = batch.column(0).as_dictionary::<Int32Type>();
            let wanted: Vec<bool> = events
                .values()
                .as_string::<i32>()
                .iter()
                .map(|name| name.is_some_and(|name| names.contains(name)))
                .collect();
            events.keys().values().iter().for_each(|&key| bits.append(wanted[key as usize]));
        }
        Ok(bits.finish())
    }
}

/// The answers, given for the asked rows one after the other, at the places of those rows.
fn spread(asked: &BooleanBuffer, answers: &BooleanBuffer) -> BooleanBuffer {
    let mut bits = BooleanBufferBuilder::new(asked.len());
    bits.append_n(asked.len(), false);
    for (row, answer) in asked.set_indices().zip(answers) {
        bits.set_bit(row, answer);
    }
    bits.finish()
}

/// The canonical columns a predicate reads, in the order of the table; at least the event's name.
fn columns_of(predicate: &Predicate) -> Vec<&'static str> {
    let read = |column: &&'static str| {
        predicate.columns().contains(*column)
            || (*column == schema::PROPERTIES && !predicate.properties().is_empty())
            || *column == schema::EVENT
    };
    schema::COLUMNS.into_iter().filter(read).collect()
}

/// From the checked expression to one that DataFusion evaluates over columns.
fn plan(predicate: &Predicate, columns: &[&str]) -> Result<Arc<dyn PhysicalExpr>, LakeError> {
    let mut sql = predicate.expr().clone();
    let _: ControlFlow<()> = sql.visit(&mut TypedProperties);
    let mut context = SessionContext::new();
    datafusion_functions_json::register_all(&mut context).map_err(|error| refused(&error))?;
    let table = canonical_with_dictionaries();
    let places: Vec<usize> = columns.iter().filter_map(|column| table.index_of(column).ok()).collect();
    let read =
        table.project(&places).and_then(|read| DFSchema::try_from(read).map_err(arrow::error::ArrowError::from))?;
    let expr = context.parse_sql_expr(&sql.to_string(), &read).map_err(|error| refused(&error))?;
    refuse_changing(&expr)?;
    let planned = context.create_physical_expr(expr, &read).map_err(|error| refused(&error))?;
    match planned.data_type(read.as_arrow()).map_err(|error| refused(&error))? {
        DataType::Boolean => Ok(planned),
        other => {
            Err(LakeError::Query(format!("the predicate gives a value of type {other}, where true or false is needed")))
        }
    }
}

/// A predicate that gives another answer tomorrow cannot be remembered.
fn refuse_changing(expr: &Expr) -> Result<(), LakeError> {
    let mut changing = None;
    let walked = expr.apply(|node| {
        if let Expr::ScalarFunction(function) = node
            && function.func.signature().volatility != Volatility::Immutable
        {
            changing = Some(function.func.name().to_owned());
            return Ok(TreeNodeRecursion::Stop);
        }
        Ok(TreeNodeRecursion::Continue)
    });
    walked.map_err(|error| refused(&error))?;
    match changing {
        Some(name) => Err(LakeError::Query(format!(
            "the function {name} gives another answer each time, so a predicate cannot use it; write the time or number out"
        ))),
        None => Ok(()),
    }
}

fn refused(error: &datafusion::error::DataFusionError) -> LakeError {
    LakeError::Query(format!("the predicate cannot be evaluated: {}", error.strip_backtrace()))
}

/// Reads each property as the type it is compared with: beside a number as a number, beside true or false as
/// such, elsewhere as text.
struct TypedProperties;

impl VisitorMut for TypedProperties {
    type Break = ();

    fn pre_visit_expr(&mut self, expr: &mut Sql) -> ControlFlow<()> {
        match expr {
            Sql::BinaryOp { left, op, right } if compares(op) || computes(op) => {
                let kind =
                    if computes(op) { Kind::Number } else { Kind::of(left).or(Kind::of(right)).unwrap_or(Kind::Text) };
                read_as(left, kind);
                read_as(right, kind);
            }
            Sql::Between { expr, low, high, .. } => {
                let kind = Kind::of(low).or(Kind::of(high)).unwrap_or(Kind::Text);
                [expr, low, high].into_iter().for_each(|side| read_as(side, kind));
            }
            Sql::InList { expr, list, .. } => {
                let kind = list.iter().find_map(Kind::of).unwrap_or(Kind::Text);
                read_as(expr, kind);
            }
            Sql::IsTrue(side) | Sql::IsFalse(side) | Sql::IsNotTrue(side) | Sql::IsNotFalse(side) => {
                read_as(side, Kind::Truth);
            }
            Sql::UnaryOp { op: UnaryOperator::Not, expr } => read_as(expr, Kind::Truth),
            Sql::UnaryOp { op: UnaryOperator::Minus, expr } => read_as(expr, Kind::Number),
            _ => {}
        }
        ControlFlow::Continue(())
    }

    fn post_visit_expr(&mut self, expr: &mut Sql) -> ControlFlow<()> {
        read_as(expr, Kind::Text);
        ControlFlow::Continue(())
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Truth,
}

impl Kind {
    /// The kind of a literal or of a computation; none where it does not show.
    fn of(expr: &Sql) -> Option<Self> {
        match expr {
            Sql::Value(value) => match &value.value {
                Value::Number(..) => Some(Self::Number),
                Value::Boolean(_) => Some(Self::Truth),
                _ => None,
            },
            Sql::UnaryOp { op: UnaryOperator::Minus | UnaryOperator::Plus, expr } => Self::of(expr),
            Sql::BinaryOp { op, .. } if computes(op) => Some(Self::Number),
            Sql::Nested(inner) => Self::of(inner),
            Sql::Identifier(name) if name.value.eq_ignore_ascii_case(schema::RATING) => Some(Self::Number),
            _ => None,
        }
    }

    const fn function(self) -> &'static str {
        match self {
            Self::Text => "json_as_text",
            Self::Number => "json_get_float",
            Self::Truth => "json_get_bool",
        }
    }
}

fn compares(op: &BinaryOperator) -> bool {
    use BinaryOperator::{Eq, Gt, GtEq, Lt, LtEq, NotEq, Spaceship};
    matches!(op, Eq | NotEq | Lt | LtEq | Gt | GtEq | Spaceship)
}

fn computes(op: &BinaryOperator) -> bool {
    use BinaryOperator::{Divide, Minus, Modulo, Multiply, Plus};
    matches!(op, Plus | Minus | Multiply | Divide | Modulo)
}

/// Puts the function that reads a property in the place of its name, if this is one.
fn read_as(expr: &mut Sql, kind: Kind) {
    if let Sql::Nested(inner) = expr {
        return read_as(inner, kind);
    }
    let Sql::CompoundIdentifier(path) = expr else { return };
    if !path.first().is_some_and(|name| name.value.eq_ignore_ascii_case(schema::PROPERTIES)) {
        return;
    }
    let argument = |expr| FunctionArg::Unnamed(FunctionArgExpr::Expr(expr));
    let column = argument(Sql::Identifier(Ident::new(schema::PROPERTIES)));
    let keys = path[1..].iter().map(|key| argument(Sql::Value(Value::SingleQuotedString(key.value.clone()).into())));
    *expr = Sql::Function(Function {
        name: ObjectName::from(vec![Ident::new(kind.function())]),
        uses_odbc_syntax: false,
        parameters: FunctionArguments::None,
        args: FunctionArguments::List(FunctionArgumentList {
            duplicate_treatment: None,
            args: std::iter::once(column).chain(keys).collect(),
            clauses: Vec::new(),
        }),
        filter: None,
        null_treatment: None,
        over: None,
        within_group: Vec::new(),
    });
}
