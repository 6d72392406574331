//! What the portfolio says of a map's file.

use kelias_map::{MapId, Parsed};
use kelias_metastore::MapRow;

use crate::problem::{Kind, MapProblem, MapProblemSeverity, Problem};
use crate::state::App;
use crate::summary::{MapSource, StoredSummary, stored};

/// The problems of a file that was read.
pub(super) fn of_file(parsed: &Parsed) -> Vec<MapProblem> {
    let comments = parsed.comments.first().map(|first| MapProblem {
        line: first.line,
        column: first.column,
        ..note(
            MapProblemSeverity::Warning,
            "comments-kept",
            "the file has comments, which would be lost if edits were written to it: they stay here until \
             `kelias fmt --drop-comments` has run on the file",
        )
    });
    parsed.diagnostics.iter().cloned().map(MapProblem::from).chain(comments).collect()
}

/// A problem of a file as a whole that keeps it from being a map here.
pub(super) fn of_whole(code: &str, message: &str) -> Vec<MapProblem> {
    vec![note(MapProblemSeverity::Error, code, message)]
}

/// The problem of a file whose id something else has.
pub(super) fn of_taken_id(id: &MapId, holder: &str) -> Vec<MapProblem> {
    of_whole("duplicate-map-id", &format!("the map's id `{id}` is taken by {holder}; give this map another id"))
}

/// The problem of a file that is too large to become the document; any other problem is not the file's.
pub(super) fn of_refusal(problem: Problem) -> Result<Vec<MapProblem>, Problem> {
    if problem.kind() == Kind::TooLarge { Ok(of_whole("too-large-map", problem.detail())) } else { Err(problem) }
}

fn note(severity: MapProblemSeverity, code: &str, message: &str) -> MapProblem {
    let (code, message) = (code.to_owned(), message.to_owned());
    MapProblem { severity, code, message, line: 1, column: 1, value: None, suggestion: None }
}

/// Whether the portfolio says that the file has errors.
pub(super) fn has_errors(row: &MapRow) -> Result<bool, Problem> {
    Ok(stored(row)?.problems.iter().any(|problem| problem.severity == MapProblemSeverity::Error))
}

/// Has the portfolio say it. When the map was last changed, and by whom, stays as it is.
pub(super) async fn put(app: &App, row: &MapRow, problems: Vec<MapProblem>) -> Result<(), Problem> {
    let mut row = row.clone();
    loop {
        let known = stored(&row)?;
        if known.source == MapSource::Folder && known.problems == problems {
            return Ok(());
        }
        let summary = StoredSummary { source: MapSource::Folder, problems: problems.clone(), ..known };
        if app.store.set_summary(&row.id, &summary.to_json(), row.summary_revision).await? {
            return Ok(());
        }
        // The map was edited meanwhile.
        row = app.store.map(&row.id).await?.ok_or_else(|| Problem::no_map(&row.id))?;
    }
}

/// The row of a map, deleted or not.
pub(super) async fn row(app: &App, id: &MapId) -> Result<MapRow, Problem> {
    app.store.map(id.as_str()).await?.ok_or_else(|| Problem::no_map(id.as_str()))
}

#[cfg(test)]
mod tests {
    use kelias_collab::room::RoomError;

    use super::*;

    #[test]
    fn a_file_is_blamed_for_its_size_and_nothing_else() {
        let problems = of_refusal(RoomError::TooLarge.into()).unwrap();
        assert_eq!(problems, of_whole("too-large-map", &RoomError::TooLarge.to_string()));
        assert_eq!(of_refusal(Problem::no_map("shop")).unwrap_err(), Problem::no_map("shop"));
    }
}
