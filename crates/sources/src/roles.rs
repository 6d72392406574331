//! Which column plays which role.

use std::collections::HashMap;

use crate::error::SourceError;
use crate::guess::Guess;
use crate::options::{Columns, ReadOptions, Wanted};

/// A role a column can play, with the names by which it goes.
#[derive(Debug, Clone, Copy)]
struct Role {
    name: &'static str,
    option: &'static str,
    /// Usual names, the surest first, as [`normal`] spells them.
    usual: &'static [&'static str],
}

const CUSTOMER: Role = Role {
    name: "customer",
    option: "--customer",
    usual: &[
        "case:concept:name",
        "caseid",
        "case",
        "customerid",
        "customer",
        "userid",
        "uid",
        "distinctid",
        "clientid",
        "visitorid",
        "anonymousid",
        "userpseudoid",
        "personid",
        "profileid",
        "memberid",
        "accountid",
        "patientid",
        "employeeid",
        "travellerid",
        "travelerid",
        "traceid",
        "deviceid",
        "appmetricadeviceid",
        "domainuserid",
        "ym:s:clientid",
        "ym:pv:clientid",
        "user",
    ],
};
const EVENT: Role = Role {
    name: "event",
    option: "--event",
    usual: &[
        "concept:name",
        "activity",
        "event",
        "eventname",
        "eventtype",
        "activityname",
        "action",
        "actionname",
        "task",
        "taskname",
    ],
};
const TIME: Role = Role {
    name: "time",
    option: "--time",
    usual: &[
        "time:timestamp",
        "timestamp",
        "time",
        "eventtime",
        "eventtimestamp",
        "eventdatetime",
        "ts",
        "datetime",
        "occurredat",
        "completetimestamp",
        "endtimestamp",
        "starttimestamp",
        "originaltimestamp",
        "createdat",
        "derivedtstamp",
        "collectortstamp",
        "timestampiso",
        "ym:s:datetimeutc",
        "ym:s:datetime",
        "ym:pv:datetime",
        "date",
        "eventdate",
    ],
};
const ID: Role = Role {
    name: "id",
    option: "--id-column",
    usual: &["eventid", "eventuuid", "messageid", "uuid", "$insertid", "insertid"],
};
const SESSION: Role = Role {
    name: "session",
    option: "--session",
    usual: &["sessionid", "$sessionid", "domainsessionid", "gasessionid"],
};
const CHANNEL: Role = Role { name: "channel", option: "--channel", usual: &["channel", "case:channel"] };
const RATING: Role = Role {
    name: "rating",
    option: "--rating",
    usual: &[
        "rating",
        "nps",
        "npsscore",
        "csat",
        "csatscore",
        "ces",
        "cesscore",
        "stars",
        "starrating",
        "reviewscore",
        "score",
    ],
};
const SCALE: Role = Role { name: "rating scale", option: "--rating-scale", usual: &["ratingscale"] };
const TEXT: Role = Role {
    name: "text",
    option: "--text",
    usual: &[
        "comment",
        "comments",
        "review",
        "reviewtext",
        "reviewcomment",
        "feedback",
        "feedbacktext",
        "text",
        "verbatim",
    ],
};

/// The place of a column that plays a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picked {
    /// Index into the columns.
    pub(crate) column: usize,
    /// Whether the name alone decided; then the values may still speak against it.
    pub(crate) is_guess: bool,
}

/// The columns of the roles, by index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Roles {
    pub(crate) customer: usize,
    pub(crate) event: usize,
    pub(crate) time: usize,
    pub(crate) id: Option<Picked>,
    pub(crate) session: Option<usize>,
    pub(crate) channel: Option<usize>,
    pub(crate) rating: Option<Picked>,
    pub(crate) rating_scale: Option<usize>,
    /// A scale that holds for all rows.
    pub(crate) fixed_scale: Option<String>,
    pub(crate) text: Option<usize>,
    pub(crate) links: Vec<usize>,
}

impl Roles {
    /// Columns that are spelt out in the batch and so do not stand in the properties again. The id and the links do.
    pub(crate) fn takes(&self, column: usize) -> bool {
        self.taken().any(|taken| taken == column)
    }

    /// The columns [`Self::takes`] is true for.
    pub(crate) fn taken(&self) -> impl Iterator<Item = usize> {
        let optional = [self.session, self.channel, self.rating.map(|p| p.column), self.rating_scale, self.text];
        [self.customer, self.event, self.time].into_iter().chain(optional.into_iter().flatten())
    }
}

/// Names of columns as they are met, each with a number; files may have very many.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) all: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Names {
    /// The number of a name, a new one if it was not met before.
    pub(crate) fn number(&mut self, name: &str) -> usize {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        self.all.push(name.to_owned());
        self.numbers.insert(name.to_owned(), self.all.len() - 1);
        self.all.len() - 1
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.numbers.contains_key(name)
    }
}

/// Names as they are compared: lower case, without spaces, underscores and hyphens.
pub(crate) fn normal(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// Finds the columns of the roles among `columns`, reporting what was guessed. Where `nested` names stand (paths with
/// dots), the part behind the last dot is tried when no whole name is a usual one.
pub(crate) fn choose(
    columns: &[String],
    options: &ReadOptions,
    nested: bool,
    guesses: &mut Vec<Guess>,
) -> Result<Roles, SourceError> {
    let mut finder = Finder { columns, normal: columns.iter().map(|c| normal(c)).collect(), nested, guesses };
    let named: &Columns = &options.columns;
    let customer = finder.required(CUSTOMER, named.customer.as_deref())?;
    let event = finder.required(EVENT, named.event.as_deref())?;
    let time = finder.required(TIME, named.time.as_deref())?;
    let mut roles = Roles {
        customer,
        event,
        time,
        id: None,
        session: None,
        channel: None,
        rating: None,
        rating_scale: None,
        fixed_scale: None,
        text: None,
        links: Vec::new(),
    };
    if options.wanted == Wanted::Core {
        return Ok(roles);
    }
    roles.id = finder.optional(ID, named.id.as_deref(), &roles)?;
    roles.session = finder.optional(SESSION, named.session.as_deref(), &roles)?.map(|p| p.column);
    roles.channel = finder.optional(CHANNEL, named.channel.as_deref(), &roles)?.map(|p| p.column);
    roles.rating = finder.optional(RATING, named.rating.as_deref(), &roles)?;
    let is_column = |name: &&str| columns.iter().any(|column| column == name);
    let scale = named.rating_scale.as_deref();
    roles.fixed_scale = scale.filter(|name| !is_column(name)).map(str::to_owned);
    if roles.fixed_scale.is_none() {
        roles.rating_scale = finder.optional(SCALE, scale, &roles)?.map(|p| p.column);
    }
    roles.text = finder.optional(TEXT, named.text.as_deref(), &roles)?.map(|p| p.column);
    roles.links = named.links.iter().map(|name| finder.named(name, "link", "--link")).collect::<Result<_, _>>()?;
    Ok(roles)
}

struct Finder<'a> {
    columns: &'a [String],
    normal: Vec<String>,
    nested: bool,
    guesses: &'a mut Vec<Guess>,
}

impl Finder<'_> {
    fn required(&mut self, role: Role, named: Option<&str>) -> Result<usize, SourceError> {
        if let Some(name) = named {
            return self.named(name, role.name, role.option);
        }
        let Some(column) = self.usual(role, |_| true) else {
            return Err(SourceError::MissingColumn {
                role: role.name,
                option: role.option,
                columns: self.columns.to_vec(),
                suggestion: self.near_usual(role),
            });
        };
        self.only(column, role.name)?;
        self.guesses.push(Guess::new(role.name, format!("column `{}`", self.columns[column])));
        Ok(column)
    }

    fn optional(&mut self, role: Role, named: Option<&str>, taken: &Roles) -> Result<Option<Picked>, SourceError> {
        if let Some(name) = named {
            let column = self.named(name, role.name, role.option)?;
            return Ok(Some(Picked { column, is_guess: false }));
        }
        let Some(column) = self.usual(role, |column| !taken.takes(column)) else { return Ok(None) };
        self.only(column, role.name)?;
        // What the values must confirm is reported once they have.
        if role.name != ID.name && role.name != RATING.name {
            self.guesses.push(Guess::new(role.name, format!("column `{}`", self.columns[column])));
        }
        Ok(Some(Picked { column, is_guess: true }))
    }

    /// The column of the surest usual name.
    fn usual(&self, role: Role, is_free: impl Fn(usize) -> bool) -> Option<usize> {
        let whole = |usual: &&str| {
            self.normal.iter().enumerate().find(|(i, name)| name == usual && is_free(*i)).map(|(i, _)| i)
        };
        let last = |usual: &&str| {
            let behind = |name: &str| name.rsplit_once('.').is_some_and(|(_, last)| last == *usual);
            self.normal.iter().enumerate().find(|(i, name)| behind(name) && is_free(*i)).map(|(i, _)| i)
        };
        let found = role.usual.iter().find_map(whole);
        if self.nested { found.or_else(|| role.usual.iter().find_map(last)) } else { found }
    }

    /// A column the user named: exactly, or but for case where that is unambiguous.
    fn named(&self, name: &str, role: &'static str, option: &'static str) -> Result<usize, SourceError> {
        let exact = self.columns.iter().position(|column| column == name);
        let mut loose = self.columns.iter().enumerate().filter(|(_, column)| column.eq_ignore_ascii_case(name));
        let column = exact.or_else(|| match (loose.next(), loose.next()) {
            (Some((i, _)), None) => Some(i),
            _ => None,
        });
        let Some(column) = column else {
            return Err(SourceError::UnknownColumn {
                column: name.to_owned(),
                option,
                columns: self.columns.to_vec(),
                suggestion: nearest(name, self.columns.iter().map(String::as_str)).map(str::to_owned),
            });
        };
        self.only(column, role)?;
        Ok(column)
    }

    /// A role's column must not occur twice.
    fn only(&self, column: usize, role: &'static str) -> Result<(), SourceError> {
        let name = &self.columns[column];
        let count = self.columns.iter().filter(|other| *other == name).count();
        if count == 1 {
            return Ok(());
        }
        Err(SourceError::AmbiguousColumn { column: name.clone(), role, count })
    }

    /// A column whose name is nearly a usual one.
    fn near_usual(&self, role: Role) -> Option<String> {
        let distance = |name: &str| role.usual.iter().map(|usual| strsim::damerau_levenshtein(name, usual)).min();
        // Nobody reads a suggestion out of thousands of columns.
        self.normal
            .iter()
            .zip(self.columns)
            .take(1000)
            .filter_map(|(name, column)| Some((distance(name)?, name.chars().count(), column)))
            .filter(|(distance, length, _)| *distance <= 2 && distance * 3 <= *length)
            .min_by_key(|(distance, ..)| *distance)
            .map(|(.., column)| column.clone())
    }
}

/// The name nearest to what was asked for, if any is near.
fn nearest<'a>(name: &str, columns: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = normal(name);
    columns
        .map(|column| (strsim::damerau_levenshtein(&wanted, &normal(column)), column))
        .filter(|(distance, column)| *distance <= 3 && distance * 2 <= column.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, column)| column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(columns: &[&str]) -> Vec<String> {
        columns.iter().map(|c| (*c).to_owned()).collect()
    }

    fn core(columns: &[&str]) -> Result<(usize, usize, usize), SourceError> {
        choose(&names(columns), &ReadOptions::default(), true, &mut Vec::new()).map(|r| (r.customer, r.event, r.time))
    }

    #[test]
    fn standard_names_win_over_familiar_ones() {
        let columns = ["", "concept:name", "time:timestamp", "Activity", "case:concept:name"];
        assert_eq!(core(&columns).unwrap(), (4, 1, 2));
        assert_eq!(core(&["Case ID", "Activity", "Complete Timestamp"]).unwrap(), (0, 1, 2));
        assert_eq!(core(&["TS", "user_id", "Event-Name"]).unwrap(), (1, 2, 0));
    }

    #[test]
    fn nested_names_are_tried_last() {
        assert_eq!(core(&["event", "properties.time", "properties.distinct_id"]).unwrap(), (2, 0, 1));
    }

    #[test]
    fn a_missing_column_names_the_option_and_a_near_miss() {
        let message = core(&["usr_id", "event", "time"]).unwrap_err().to_string();
        assert_eq!(
            message,
            "no column for the customer: name it with --customer (perhaps `usr_id`); the columns are `usr_id`, `event`, `time`"
        );
    }

    #[test]
    fn a_named_column_that_is_not_there_suggests_the_nearest() {
        let mut options = ReadOptions::default();
        options.columns.customer = Some("klient".to_owned());
        let error = choose(&names(&["client", "event", "time"]), &options, false, &mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("perhaps `client`"), "{error}");
        options.columns.customer = Some("CLIENT".to_owned());
        assert!(choose(&names(&["client", "event", "time"]), &options, false, &mut Vec::new()).is_ok());
    }

    #[test]
    fn an_ambiguous_role_is_an_error_only_when_it_is_needed() {
        assert!(matches!(
            core(&["user_id", "event", "time", "time"]),
            Err(SourceError::AmbiguousColumn { count: 2, role: "time", .. })
        ));
        assert!(core(&["user_id", "event", "time", "note", "note"]).is_ok());
    }

    #[test]
    fn a_channel_is_guessed_only_by_its_plain_name() {
        let roles =
            |columns: &[&str]| choose(&names(columns), &ReadOptions::default(), false, &mut Vec::new()).unwrap();
        assert_eq!(roles(&["user_id", "event", "time", "acquisition_channel"]).channel, None);
        assert_eq!(roles(&["user_id", "event", "time", "case:channel"]).channel, Some(3));
    }
}
