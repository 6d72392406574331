//! Conditions of bindings and segments: one scalar SQL expression over the columns of an event.
//!
//! This is a check of the form alone; whether functions exist and types fit is for the engine
//! that evaluates the condition.

mod allowed;
pub mod near;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use sqlparser::ast::Expr;
use sqlparser::dialect::GenericDialect;
use sqlparser::keywords::Keyword;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::{Location, Span, Token, TokenWithSpan, Tokenizer};

/// Columns of the canonical event that a condition may name.
pub const EVENT_COLUMNS: [&str; 12] = [
    "event_id",
    "sequence",
    "time",
    "received_at",
    "customer",
    "event",
    "channel",
    "source",
    "session",
    "rating",
    "rating_scale",
    "text",
];

/// Bytes a condition may have.
const MAX_BYTES: usize = 64 * 1024;

/// Operators and keywords a condition may have. A chain of operators is as deep as it is long, and
/// whoever evaluates it recurses.
const MAX_OPERATORS: usize = 128;

/// Parentheses within parentheses.
const MAX_NESTING: usize = 12;

/// Calls within calls of the parser. One takes some 60 kB of stack in a debug build, and threads
/// may have 2 MB.
const MAX_RECURSION: usize = 20;

/// Which columns a condition may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// Those of events, and `properties`.
    Events,
    /// The same, and the customer's `traits`.
    EventsAndTraits,
}

/// A condition whose form is good.
#[derive(Debug, Clone, PartialEq)]
pub struct Predicate {
    text: String,
    expr: Expr,
    used: Used,
}

/// What a condition reads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Used {
    columns: BTreeSet<String>,
    properties: BTreeSet<Vec<String>>,
    traits: BTreeSet<Vec<String>>,
}

impl Predicate {
    /// The condition as written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parsed expression.
    #[must_use]
    pub fn expr(&self) -> &Expr {
        &self.expr
    }

    /// Canonical columns it names; `properties` is among them where it is named whole.
    #[must_use]
    pub fn columns(&self) -> &BTreeSet<String> {
        &self.used.columns
    }

    /// Paths into `properties` it names: `properties.a.b` is `["a", "b"]`.
    #[must_use]
    pub fn properties(&self) -> &BTreeSet<Vec<String>> {
        &self.used.properties
    }

    /// Paths into `traits` it names.
    #[must_use]
    pub fn traits(&self) -> &BTreeSet<Vec<String>> {
        &self.used.traits
    }
}

/// Why a condition cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PredicateError {
    message: String,
    span: Range<usize>,
    suggestion: Option<String>,
}

impl PredicateError {
    fn new(message: impl Into<String>, span: Range<usize>) -> Self {
        Self { message: message.into(), span, suggestion: None }
    }

    /// The part that is wrong, in bytes of the condition; empty where something is missing.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What was probably meant.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }
}

impl fmt::Display for PredicateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for PredicateError {}

/// Checks the condition of a binding.
///
/// # Errors
/// The text is not one scalar expression over the columns of an event and `properties`.
pub fn check_predicate(text: &str) -> Result<Predicate, PredicateError> {
    check_with(text, Columns::Events)
}

/// Checks the condition of a segment, which may also name the customer's `traits`.
///
/// # Errors
/// The text is not one scalar expression over the columns of an event, `properties` and `traits`.
pub fn check_segment(text: &str) -> Result<Predicate, PredicateError> {
    check_with(text, Columns::EventsAndTraits)
}

/// Checks the form of a condition that may name these columns.
///
/// # Errors
/// What is wrong with it, and where.
pub fn check_with(text: &str, columns: Columns) -> Result<Predicate, PredicateError> {
    let expr = parse(text)?;
    let mut checker = allowed::Checker::new(text, columns);
    checker.check(&expr)?;
    Ok(Predicate { text: text.to_owned(), expr, used: checker.used })
}

fn parse(text: &str) -> Result<Expr, PredicateError> {
    let whole = 0..text.len();
    if text.trim().is_empty() {
        return Err(PredicateError::new("it is empty; leave `where` out", whole));
    }
    if text.len() > MAX_BYTES {
        let message = format!("it is longer than {} KiB", MAX_BYTES / 1024);
        return Err(PredicateError::new(message, whole));
    }
    let dialect = GenericDialect {};
    let tokens = Tokenizer::new(&dialect, text).tokenize_with_location().map_err(|error| {
        let at = offset(text, error.location);
        PredicateError::new(lower_first(&error.message), at..at)
    })?;
    check_tokens(text, &tokens)?;
    let mut parser = Parser::new(&dialect).with_recursion_limit(MAX_RECURSION).with_tokens_with_locations(tokens);
    let next = parser.peek_token();
    if let Token::Word(word) = &next.token
        && ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "DROP", "CREATE"]
            .contains(&word.value.to_ascii_uppercase().as_str())
        && word.quote_style.is_none()
    {
        let message = "a condition is one expression such as `channel = 'web'`, not a statement";
        return Err(PredicateError::new(message, token_range(text, &next)));
    }
    let expr = parser.parse_expr().map_err(|error| syntax_error(text, &error))?;
    let rest = parser.peek_token();
    if rest.token != Token::EOF {
        let message = format!(
            "after the expression comes `{}`; a condition is one expression, joined by `and` or `or`",
            rest.token
        );
        return Err(PredicateError::new(message, token_range(text, &rest)));
    }
    Ok(expr)
}

/// Keeps the depth of the expression within bounds before anything recurses into it.
fn check_tokens(text: &str, tokens: &[TokenWithSpan]) -> Result<(), PredicateError> {
    let (mut operators, mut depth) = (0, 0_usize);
    for token in tokens {
        match &token.token {
            Token::LParen | Token::LBracket | Token::LBrace => depth += 1,
            Token::RParen | Token::RBracket | Token::RBrace => depth = depth.saturating_sub(1),
            _ => {}
        }
        operators += usize::from(deepens(&token.token));
        let problem = if depth > MAX_NESTING {
            format!("parentheses are nested more than {MAX_NESTING} deep")
        } else if operators > MAX_OPERATORS {
            format!("it has more than {MAX_OPERATORS} operators; use `in (...)` for long lists")
        } else {
            continue;
        };
        return Err(PredicateError::new(problem, token_range(text, token)));
    }
    Ok(())
}

/// Whether a token may make the expression a level deeper.
fn deepens(token: &Token) -> bool {
    match token {
        Token::Word(word) => {
            let name = word.value.to_ascii_lowercase();
            let is_column = EVENT_COLUMNS.contains(&name.as_str()) || name == "properties";
            word.keyword != Keyword::NoKeyword && !is_column
        }
        Token::Whitespace(_)
        | Token::Comma
        | Token::Period
        | Token::Number(..)
        | Token::SingleQuotedString(_)
        | Token::RParen
        | Token::RBracket
        | Token::RBrace
        | Token::EOF => false,
        _ => true,
    }
}

fn syntax_error(text: &str, error: &ParserError) -> PredicateError {
    let end = text.len()..text.len();
    let (ParserError::ParserError(message) | ParserError::TokenizerError(message)) = error else {
        return PredicateError::new("it is nested too deeply", end);
    };
    // The position is only to be had as the tail of the message.
    let (message, at) = match message.rsplit_once(" at Line: ") {
        Some((message, place)) => {
            let mut numbers = place.split(", Column: ").map(|part| part.trim().parse().ok());
            match (numbers.next().flatten(), numbers.next().flatten()) {
                (Some(line), Some(column)) => {
                    let at = offset(text, Location { line, column });
                    (message, at..at)
                }
                _ => (message, end),
            }
        }
        None => (message.as_str(), end),
    };
    let message = message
        .strip_suffix(", found: EOF")
        .map_or_else(|| message.to_owned(), |wanted| format!("{wanted}, but it ends there"));
    PredicateError::new(lower_first(&message), at)
}

fn lower_first(message: &str) -> String {
    let mut chars = message.chars();
    let first = chars.next().map(|c| c.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

fn token_range(text: &str, token: &TokenWithSpan) -> Range<usize> {
    offset(text, token.span.start)..offset(text, token.span.end)
}

fn range(text: &str, span: Span) -> Range<usize> {
    if span.start.line == 0 {
        return 0..text.len();
    }
    offset(text, span.start)..offset(text, span.end)
}

/// The byte at a line and column, both from 1.
fn offset(text: &str, location: Location) -> usize {
    let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).max(1) - 1;
    let line = number(location.line);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = &text[start..];
    let column = rest.char_indices().nth(number(location.column));
    start + column.map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        let error = check_predicate(text).expect_err(text);
        let part = &text[error.span()];
        let hint = error.suggestion().map(|hint| format!(" -> {hint}"));
        format!("[{part}] {error}{}", hint.unwrap_or_default())
    }

    #[test]
    fn scalar_conditions_are_good() {
        for good in [
            "properties.category = 'kids'",
            "channel in ('web', 'mobile') and rating >= 4",
            "lower(text) like '%late%' or session is null",
            "Time between timestamp '2026-01-01' and timestamp '2026-02-01'",
            "properties.basket.total > 100.5 and not (source = 'crm')",
            "cast(properties['price'] as double) > 1",
            "properties->>'price' = '12'",
            "case when rating > 3 then true else false end",
            "extract(hour from time) < 12",
            "coalesce(properties.size, 'none') <> 'none'",
        ] {
            assert!(check_predicate(good).is_ok(), "{good}: {:?}", check_predicate(good));
        }
    }

    #[test]
    fn it_knows_what_it_reads() {
        let good = check_segment("properties.a.b = 1 and Channel = 'x' and traits.children > 1").unwrap();
        assert!(good.columns().contains("channel"));
        assert!(good.properties().contains(&vec!["a".to_owned(), "b".to_owned()]));
        assert!(good.traits().contains(&vec!["children".to_owned()]));
        assert!(check_predicate("traits.children > 1").is_err());
    }

    #[test]
    fn what_is_not_a_scalar_condition_is_refused() {
        let refused = [
            "chanel = 'web'",
            "channel = \"web\"",
            "propertys.x = 1",
            "channel = ",
            "channel = 'web",
            "channel = 'web'; drop table events",
            "channel = 'a', rating > 1",
            "select 1",
            "customer in (select customer from events)",
            "exists (select 1)",
            "count(*) > 3",
            "sum(rating) > 3",
            "row_number() over (order by time) = 1",
            "time < now()",
            "rating > $1",
            "text = any(array['a'])",
            "rating = 1 and {'a': 1} is null",
            "",
        ]
        .map(|text| format!("{text}\n    {}", message(text)));
        insta::assert_snapshot!(refused.join("\n"));
    }

    #[test]
    fn hostile_lengths_and_depths_are_refused() {
        for hostile in [
            "(".repeat(100_000),
            format!("{}1{}", "(".repeat(60_000), ")".repeat(60_000)),
            "a or ".repeat(12_000) + "a",
            "not ".repeat(15_000) + "rating",
            "- ".repeat(15_000) + "rating",
            format!("rating{}", "[1".repeat(10_000)),
            "case when ".repeat(5_000),
            "not ".repeat(120) + "rating",
            format!("{}1{}", "lower(".repeat(13), ")".repeat(13)),
        ] {
            assert!(check_predicate(&hostile).is_err());
        }
        let longest = "rating + ".repeat(127) + "rating > 1";
        assert!(check_predicate(&longest).is_ok(), "{:?}", check_predicate(&longest));
        assert!(check_predicate(&format!("{}rating > 1", "not ".repeat(12))).is_ok());
        let list = (0..1_000).map(|n| format!("'{n}'")).collect::<Vec<_>>().join(", ");
        assert!(check_predicate(&format!("event in ({list})")).is_ok());
    }
}
