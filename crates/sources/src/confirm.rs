//! Holding guesses by name against the first rows, and telling from them what names cannot tell.

use std::collections::HashSet;

use crate::assemble;
use crate::error::SourceError;
use crate::guess::Guess;
use crate::options::ReadOptions;
use crate::roles::{Picked, Roles, normal};
use crate::time::{Guessed, TimeParser};

/// What the first rows settle.
pub(crate) struct Settled {
    pub(crate) times: TimeParser,
    pub(crate) fixed_scale: Option<String>,
}

/// Settles the roles with `value(row, column)` of the `rows` first rows, empty where there is none.
pub(crate) fn settle<'a>(
    roles: &mut Roles,
    columns: &[String],
    options: &ReadOptions,
    rows: usize,
    value: impl Fn(usize, usize) -> &'a str,
    guesses: &mut Vec<Guess>,
) -> Result<Settled, SourceError> {
    let values = |column: usize| (0..rows).map(move |row| (row, column)).map(|(row, column)| value(row, column));
    roles.id = roles.id.filter(|picked| is_id(*picked, columns, values(picked.column), guesses));
    roles.rating = roles.rating.filter(|picked| is_rating(*picked, columns, values(picked.column), guesses));
    let fixed_scale = scale(roles, columns, &values, guesses);
    let times = times(roles.time, columns, options, values(roles.time), guesses)?;
    Ok(Settled { times, fixed_scale })
}

/// Ids of events do not repeat; a column of that name which does repeat names kinds of events.
fn is_id<'a>(
    picked: Picked,
    columns: &[String],
    values: impl Iterator<Item = &'a str>,
    guesses: &mut Vec<Guess>,
) -> bool {
    if !picked.is_guess {
        return true;
    }
    let said: Vec<&str> = values.filter(|value| !value.is_empty()).collect();
    let distinct: HashSet<&str> = said.iter().copied().collect();
    let is_id = distinct.len() * 10 >= said.len() * 9;
    let name = &columns[picked.column];
    let decision = if is_id {
        format!("column `{name}`: rows with equal ids are one event")
    } else {
        format!("column `{name}` is not taken for the event's id, because its values repeat")
    };
    guesses.push(Guess::new("id", decision));
    is_id
}

fn is_rating<'a>(
    picked: Picked,
    columns: &[String],
    values: impl Iterator<Item = &'a str>,
    guesses: &mut Vec<Guess>,
) -> bool {
    if !picked.is_guess {
        return true;
    }
    let (mut said, mut numbers) = (0, 0);
    for value in values.filter(|value| !value.is_empty()) {
        said += 1;
        numbers += usize::from(assemble::rating(value).is_ok());
    }
    let is_rating = numbers == said;
    if is_rating {
        guesses.push(Guess::new("rating", format!("column `{}`", columns[picked.column])));
    }
    is_rating
}

/// The scale of the ratings where no column gives it: by option, by what the column is called, by the values.
fn scale<'a, V: Iterator<Item = &'a str>>(
    roles: &Roles,
    columns: &[String],
    values: &impl Fn(usize) -> V,
    guesses: &mut Vec<Guess>,
) -> Option<String> {
    if roles.fixed_scale.is_some() || roles.rating_scale.is_some() {
        return roles.fixed_scale.clone();
    }
    let rating = roles.rating?.column;
    let name = normal(&columns[rating]);
    let (scale, reason) = if name.starts_with("nps") {
        ("0-10", "as NPS has")
    } else {
        let scores: Vec<f64> = values(rating).filter_map(|value| assemble::rating(value).ok()).collect();
        let lies_in = |low: f64, high: f64| scores.iter().all(|score| (low..=high).contains(score));
        match () {
            () if scores.is_empty() => return None,
            () if lies_in(1.0, 5.0) => ("1-5", "because all of the first ratings lie in it"),
            () if lies_in(0.0, 10.0) => ("0-10", "because all of the first ratings lie in it"),
            () if lies_in(0.0, 100.0) => ("0-100", "because all of the first ratings lie in it"),
            () => return None,
        }
    };
    guesses.push(Guess::new("rating scale", format!("{scale}, {reason}")));
    Some(scale.to_owned())
}

fn times<'a>(
    column: usize,
    columns: &[String],
    options: &ReadOptions,
    values: impl Iterator<Item = &'a str>,
    guesses: &mut Vec<Guess>,
) -> Result<TimeParser, SourceError> {
    if let Some(format) = &options.time_format {
        return TimeParser::explicit(format, options.time_zone);
    }
    let mut values = values.peekable();
    let has_rows = values.peek().is_some();
    let unknown = |reason: String| SourceError::UnknownTime { column: columns[column].clone(), reason };
    match TimeParser::guess(values, options.time_zone).map_err(unknown)? {
        Some(told) => {
            report_times(&told, &columns[column], guesses);
            Ok(told.parser)
        }
        None if has_rows => Err(unknown("it is empty in all of the first rows".to_owned())),
        // Without rows there is nothing to parse.
        None => Ok(TimeParser::typed(options.time_zone, false)),
    }
}

/// Says the format, and how sure it is where some rows speak against it.
fn report_times(told: &Guessed, column: &str, guesses: &mut Vec<Guess>) {
    let Guessed { parser, fitting, sampled } = told;
    let unsure = if fitting < sampled {
        format!("; so written in {fitting} of the first {sampled} rows")
    } else {
        String::new()
    };
    let decision = format!("column `{column}`, {}{unsure}", parser.describe());
    // The role was reported when its column was chosen; the format belongs to it.
    guesses.retain(|guess| guess.about != "time");
    guesses.push(Guess::new("time", decision));
}
