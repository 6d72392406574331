//! The notation of a map in a request or an answer: JSON or YAML, by media type.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use kelias_map::{Format, Map, Parsed, read_map, write_json, write_yaml};

use crate::extract::RawBody;
use crate::problem::{Kind, Problem};

/// Media types of YAML: the registered one first, then those that older programs send.
const YAML: [&str; 4] = ["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"];
const JSON: &str = "application/json";

/// How a map is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    Json,
    Yaml,
}

impl Notation {
    /// The notation that the client likes best; JSON where it does not care.
    pub(crate) fn wanted(headers: &HeaderMap) -> Result<Self, Problem> {
        let lines: Vec<&str> = headers.get_all(ACCEPT).iter().filter_map(|line| line.to_str().ok()).collect();
        if lines.is_empty() {
            return Ok(Self::Json);
        }
        let liked = |notation: Self| notation.liking(&lines);
        match (liked(Self::Json), liked(Self::Yaml)) {
            (0, 0) => Err(Problem::new(Kind::NotAcceptable, "accept application/json or application/yaml")),
            (json, yaml) if yaml > json => Ok(Self::Yaml),
            _ => Ok(Self::Json),
        }
    }

    /// How much the client likes it, in thousandths. The most telling range decides, not the first.
    fn liking(self, lines: &[&str]) -> u16 {
        let ranges = lines.iter().flat_map(|line| line.split(','));
        let matching = ranges.filter_map(|range| {
            let mut parts = range.split(';').map(str::trim);
            let telling = self.matches(&parts.next()?.to_ascii_lowercase())?;
            let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
            let weight = weight.map_or(1.0, |weight| weight.parse::<f32>().unwrap_or(0.0).clamp(0.0, 1.0));
            Some((telling, (weight * 1000.0) as u16))
        });
        matching.max().map_or(0, |(_, weight)| weight)
    }

    /// How telling a range is that names this notation; none where it does not.
    fn matches(self, range: &str) -> Option<u8> {
        match range {
            "*/*" => Some(0),
            "application/*" => Some(1),
            "text/*" => (self == Self::Yaml).then_some(1),
            JSON => (self == Self::Json).then_some(2),
            other => (self == Self::Yaml && YAML.contains(&other)).then_some(2),
        }
    }

    /// The notation of a body; JSON or YAML must be named.
    fn of(body: &RawBody) -> Result<Self, Problem> {
        match body.media_type.as_deref() {
            Some(JSON) => Ok(Self::Json),
            Some(other) if YAML.contains(&other) => Ok(Self::Yaml),
            _ => Err(Problem::new(Kind::MediaType, "send the map as application/json or application/yaml")),
        }
    }

    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => JSON,
            Self::Yaml => YAML[0],
        }
    }

    /// The map in canonical form.
    pub(crate) fn write(self, map: &Map) -> String {
        match self {
            Self::Json => write_json(map),
            Self::Yaml => write_yaml(map),
        }
    }
}

/// Reads the map in a body; every error of it is in the problem.
pub(crate) fn read(body: &RawBody) -> Result<Map, Problem> {
    let format = match Notation::of(body)? {
        Notation::Json => Format::Json,
        Notation::Yaml => Format::Yaml,
    };
    let parsed: Parsed = read_map(body.text()?, format);
    Ok(parsed.into_result()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(accept: &str) -> Option<Notation> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, accept.parse().unwrap());
        Notation::wanted(&headers).ok()
    }

    #[test]
    fn the_client_chooses() {
        assert_eq!(wanted("*/*"), Some(Notation::Json));
        assert_eq!(wanted("application/yaml"), Some(Notation::Yaml));
        assert_eq!(wanted("text/x-yaml, */*;q=0.1"), Some(Notation::Yaml));
        assert_eq!(wanted("application/json;q=0.5, application/yaml"), Some(Notation::Yaml));
        assert_eq!(wanted("application/yaml;q=0.5, application/json;q=0.6"), Some(Notation::Json));
        assert_eq!(wanted("*/*, application/json;q=0"), Some(Notation::Yaml));
        assert_eq!(wanted("text/html,application/xhtml+xml,*/*;q=0.8"), Some(Notation::Json));
        assert_eq!(wanted("image/png"), None);
        assert_eq!(Notation::wanted(&HeaderMap::new()).ok(), Some(Notation::Json));
    }
}
