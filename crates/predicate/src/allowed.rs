//! What a condition may be made of.

use std::ops::Range;

use sqlparser::ast::{
    AccessExpr, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, Ident, Spanned, Subscript, Value,
    ValueWithSpan,
};
use sqlparser::tokenizer::Span;

use crate::near::{nearest, shown};
use crate::{Columns, EVENT_COLUMNS, PredicateError, Used, range};

/// Functions over many rows.
const AGGREGATES: [&str; 25] = [
    "any_value",
    "approx_distinct",
    "approx_median",
    "approx_percentile_cont",
    "array_agg",
    "avg",
    "bit_and",
    "bit_or",
    "bool_and",
    "bool_or",
    "corr",
    "count",
    "first_value",
    "grouping",
    "last_value",
    "max",
    "mean",
    "median",
    "min",
    "nth_value",
    "stddev",
    "string_agg",
    "sum",
    "var",
    "variance",
];

/// Functions whose answer is another one each time.
const VOLATILE: [&str; 9] = [
    "current_date",
    "current_time",
    "current_timestamp",
    "localtime",
    "localtimestamp",
    "now",
    "random",
    "today",
    "uuid",
];

/// Goes over an expression and stops at the first thing that a condition may not hold.
pub(super) struct Checker<'t> {
    text: &'t str,
    columns: Columns,
    pub used: Used,
}

impl<'t> Checker<'t> {
    pub(super) fn new(text: &'t str, columns: Columns) -> Self {
        Self { text, columns, used: Used::default() }
    }

    fn refuse(&self, span: Span, message: impl Into<String>) -> PredicateError {
        PredicateError::new(message, range(self.text, span))
    }

    /// Looks at an expression and all its parts, in the order of the text. It does not recurse:
    /// a chain of operators is as deep as it is long.
    pub(super) fn check(&mut self, expr: &Expr) -> Result<(), PredicateError> {
        let mut waiting = vec![expr];
        while let Some(expr) = waiting.pop() {
            match expr {
                Expr::Identifier(ident) => self.column(ident)?,
                Expr::CompoundIdentifier(parts) => self.path(parts)?,
                other => {
                    self.form(other)?;
                    let parts = parts(other).ok_or_else(|| self.foreign(other))?;
                    waiting.extend(parts.into_iter().rev());
                }
            }
        }
        Ok(())
    }

    /// Refuses forms for reasons that can be told.
    fn form(&self, expr: &Expr) -> Result<(), PredicateError> {
        match expr {
            Expr::Function(function) => self.function(function),
            Expr::Value(ValueWithSpan { value: Value::Placeholder(name), .. }) => {
                let message = format!("there is no value for `{name}`; write the value itself");
                Err(self.refuse(expr.span(), message))
            }
            Expr::Subquery(query) | Expr::InSubquery { subquery: query, .. } | Expr::Exists { subquery: query, .. } => {
                Err(Self::query(range(self.text, query.span())))
            }
            _ => Ok(()),
        }
    }

    fn foreign(&self, expr: &Expr) -> PredicateError {
        let span = range(self.text, expr.span());
        let part = shown(&self.text[span.clone()]);
        PredicateError::new(format!("`{part}` cannot stand in a condition"), span)
    }

    fn query(span: Range<usize>) -> PredicateError {
        let message = "a condition looks at one event; it cannot hold a query of its own";
        PredicateError::new(message, span)
    }

    fn column(&mut self, ident: &Ident) -> Result<(), PredicateError> {
        let name = folded(ident);
        if EVENT_COLUMNS.contains(&name.as_str()) || name == "properties" {
            self.used.columns.insert(name);
            return Ok(());
        }
        Err(self.unknown(ident))
    }

    fn path(&mut self, parts: &[Ident]) -> Result<(), PredicateError> {
        let Some((root, path)) = parts.split_first() else {
            return Ok(());
        };
        // Keys of properties are as the source sent them, so their case matters.
        let path = path.iter().map(|part| part.value.clone()).collect();
        match folded(root).as_str() {
            "properties" => self.used.properties.insert(path),
            "traits" if self.columns == Columns::EventsAndTraits => self.used.traits.insert(path),
            _ => return Err(self.unknown(root)),
        };
        Ok(())
    }

    fn unknown(&self, ident: &Ident) -> PredicateError {
        let name = &ident.value;
        let traits = (self.columns == Columns::EventsAndTraits).then_some("traits");
        let roots = std::iter::once("properties").chain(traits);
        let near = nearest(name, EVENT_COLUMNS.into_iter().chain(roots));
        let message = if ident.quote_style == Some('"') {
            format!("\"{name}\" names a column in double quotes; texts are in single quotes: '{name}'")
        } else if near.is_none() {
            format!("events have no column `{name}`; what a source sent beside is `properties.{name}`")
        } else {
            format!("events have no column `{name}`")
        };
        let mut error = self.refuse(ident.span, message);
        error.suggestion = near.filter(|_| ident.quote_style.is_none()).map(str::to_owned);
        error
    }

    fn function(&self, function: &Function) -> Result<(), PredicateError> {
        let name = function.name.to_string().to_ascii_lowercase();
        let refuse = |message: String| Err(self.refuse(function.name.span(), message));
        if function.over.is_some() {
            return refuse(format!("`{name} over` looks at many events; a condition looks at one"));
        }
        let is_aggregate = AGGREGATES.contains(&name.as_str())
            || name.starts_with("stddev_")
            || name.starts_with("var_")
            || name.starts_with("regr_")
            || name.starts_with("covar");
        if is_aggregate || function.filter.is_some() || !function.within_group.is_empty() {
            return refuse(format!("`{name}` counts over many events; a condition looks at one"));
        }
        if VOLATILE.contains(&name.as_str()) {
            return refuse(format!("`{name}` gives another answer each time; write the date or value itself"));
        }
        Ok(())
    }
}

/// Names without quotes are read in lower case, as the engine does.
fn folded(ident: &Ident) -> String {
    match ident.quote_style {
        None => ident.value.to_lowercase(),
        Some(_) => ident.value.clone(),
    }
}

/// The parts of a form that computes one value from the values of one row; none for other forms.
fn parts(expr: &Expr) -> Option<Vec<&Expr>> {
    Some(match expr {
        Expr::Value(_) | Expr::TypedString(_) => Vec::new(),
        Expr::IsFalse(expr)
        | Expr::IsNotFalse(expr)
        | Expr::IsTrue(expr)
        | Expr::IsNotTrue(expr)
        | Expr::IsNull(expr)
        | Expr::IsNotNull(expr)
        | Expr::IsUnknown(expr)
        | Expr::IsNotUnknown(expr)
        | Expr::UnaryOp { expr, .. }
        | Expr::Cast { expr, .. }
        | Expr::Extract { expr, .. }
        | Expr::Ceil { expr, .. }
        | Expr::Floor { expr, .. }
        | Expr::Nested(expr) => vec![expr],
        Expr::Interval(interval) => vec![&interval.value],
        Expr::IsDistinctFrom(left, right)
        | Expr::IsNotDistinctFrom(left, right)
        | Expr::BinaryOp { left, right, .. } => vec![left, right],
        Expr::Like { expr, pattern, .. }
        | Expr::ILike { expr, pattern, .. }
        | Expr::SimilarTo { expr, pattern, .. } => vec![expr, pattern],
        Expr::AtTimeZone { timestamp, time_zone } => vec![timestamp, time_zone],
        Expr::Position { expr, r#in } => vec![expr, r#in],
        Expr::Between { expr, low, high, .. } => vec![expr, low, high],
        Expr::InList { expr, list, .. } => std::iter::once(expr.as_ref()).chain(list).collect(),
        Expr::Substring { expr, substring_from, substring_for, .. } => {
            let rest = [substring_from, substring_for];
            let rest = rest.into_iter().flatten().map(AsRef::as_ref);
            std::iter::once(expr.as_ref()).chain(rest).collect()
        }
        Expr::Trim { trim_what, expr, trim_characters, .. } => {
            let what = trim_what.iter().map(AsRef::as_ref);
            let characters = trim_characters.iter().flatten();
            what.chain([expr.as_ref()]).chain(characters).collect()
        }
        Expr::Case { operand, conditions, else_result, .. } => {
            let operand = operand.iter().map(AsRef::as_ref);
            let cases = conditions.iter().flat_map(|case| [&case.condition, &case.result]);
            let otherwise = else_result.iter().map(AsRef::as_ref);
            operand.chain(cases).chain(otherwise).collect()
        }
        Expr::CompoundFieldAccess { root, access_chain } => {
            let mut parts = vec![root.as_ref()];
            for access in access_chain {
                match access {
                    AccessExpr::Subscript(Subscript::Index { index }) => parts.push(index),
                    _ => return None,
                }
            }
            parts
        }
        Expr::Function(function) => arguments(function)?,
        _ => return None,
    })
}

/// The arguments of a function that are values.
fn arguments(function: &Function) -> Option<Vec<&Expr>> {
    let list = match &function.args {
        FunctionArguments::List(list) if list.clauses.is_empty() => &list.args,
        FunctionArguments::None => return Some(Vec::new()),
        _ => return None,
    };
    let value = |argument| match argument {
        &FunctionArg::Unnamed(FunctionArgExpr::Expr(ref expr)) => Some(expr),
        _ => None,
    };
    list.iter().map(value).collect()
}
