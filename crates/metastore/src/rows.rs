//! Values out of rows, the same for both databases.

use sqlx::any::AnyRow;
use sqlx::{Any, Decode, Row, Type};

use crate::Result;

/// The value of a column.
pub(crate) fn column<'r, T>(row: &'r AnyRow, name: &str) -> Result<T>
where
    T: Decode<'r, Any> + Type<Any>,
{
    Ok(row.try_get(name)?)
}

/// A yes or no, which both databases hold as 1 or 0.
pub(crate) fn flag(row: &AnyRow, name: &str) -> Result<bool> {
    Ok(column::<i64>(row, name)? != 0)
}
