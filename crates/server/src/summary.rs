//! What the portfolio says of a map, kept beside the document so that a list need not open every map.

use std::collections::{BTreeMap, BTreeSet};

use kelias_map::{Map, MapStatus, ScopeState, Text};
use kelias_metastore::{Json, MapRow, StoreError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::preview::Preview;
use crate::problem::{MapProblem, Problem};
use crate::time::written;

/// What follows from a map's content alone, as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct StoredSummary {
    /// Title by language.
    pub title: BTreeMap<String, String>,
    /// Language of the plainly written texts.
    pub language: String,
    /// How far the work on the map has come.
    #[schema(value_type = String)]
    pub status: MapStatus,
    /// Who answers for the map.
    #[schema(required = true)]
    pub owner: Option<String>,
    /// Words to find the map by.
    pub tags: Vec<String>,
    /// Whose journey it is.
    pub subject: String,
    /// The journey as it is, or as it should become.
    #[schema(required = true, value_type = Option<String>)]
    pub state: Option<ScopeState>,
    /// Number of stages.
    pub stages: usize,
    /// Number of steps.
    pub steps: usize,
    /// Share of the cells that show something; null for a map without cells.
    #[schema(required = true, minimum = 0.0, maximum = 1.0)]
    pub completeness: Option<f64>,
    /// Share of the claims that cite evidence; null for a map without claims.
    #[schema(required = true, minimum = 0.0, maximum = 1.0)]
    pub evidence_coverage: Option<f64>,
    /// Ids of the maps that its stages lead to.
    pub maps: Vec<String>,
    /// The map in miniature.
    #[serde(default)]
    pub(crate) preview: Preview,
    /// Where the map is kept.
    #[serde(default)]
    pub source: MapSource,
    /// Of a file that cannot be read as a map: what is wrong with it. The map is then shown as it last was.
    #[serde(default)]
    pub problems: Vec<MapProblem>,
}

/// Where a map is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MapSource {
    /// In the server's database.
    #[default]
    Database,
    /// In a file of the folder that the server was started with, and followed there.
    Folder,
}

/// A map as the portfolio lists it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct MapSummary {
    /// Id of the map.
    pub id: String,
    /// What follows from its content.
    #[serde(flatten)]
    pub content: StoredSummary,
    /// Folder of the portfolio it is filed in.
    #[schema(required = true)]
    pub folder: Option<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it was last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// Who changed it last.
    pub updated_by: String,
    /// When it was last measured.
    #[schema(required = true, format = DateTime)]
    pub measured_at: Option<String>,
    /// When it was deleted; null for a map that is not.
    #[schema(required = true, format = DateTime)]
    pub deleted_at: Option<String>,
}

impl StoredSummary {
    /// The summary of a map that is kept in the database.
    #[must_use]
    pub(crate) fn of(map: &Map) -> Self {
        let linked: BTreeSet<String> =
            map.stages.iter().filter_map(|stage| stage.map.as_ref()).map(ToString::to_string).collect();
        Self {
            title: by_language(map, &map.title),
            language: map.language.to_string(),
            status: map.status,
            owner: map.owner.clone(),
            tags: map.tags.clone(),
            subject: map.subject.clone(),
            state: map.scope.state,
            stages: map.stages.len(),
            steps: map.steps().count(),
            completeness: map.completeness().share(),
            evidence_coverage: map.evidence_coverage().share(),
            maps: linked.into_iter().collect(),
            preview: Preview::of(map),
            source: MapSource::Database,
            problems: Vec::new(),
        }
    }

    /// The summary as the store keeps it.
    ///
    /// # Panics
    /// Never: all its keys are strings.
    #[must_use]
    pub(crate) fn to_json(&self) -> Json {
        serde_json::to_value(self).expect("the keys of a summary are strings")
    }

    /// The title in the map's own language.
    pub(crate) fn own_title(&self) -> &str {
        let own = self.title.get(&self.language).or_else(|| self.title.values().next());
        own.map_or("", String::as_str)
    }
}

/// A text by language; one written plainly is in the map's own.
pub(crate) fn by_language(map: &Map, text: &Text) -> BTreeMap<String, String> {
    match text {
        Text::Plain(plain) => BTreeMap::from([(map.language.to_string(), plain.clone())]),
        Text::ByLanguage(texts) => texts.iter().map(|(language, text)| (language.to_string(), text.clone())).collect(),
    }
}

impl MapSummary {
    /// The summary of a stored map.
    pub(crate) fn of(row: MapRow) -> Result<Self, Problem> {
        let content = stored(&row)?;
        Ok(Self {
            id: row.id,
            content,
            folder: row.folder,
            created_at: written(row.created_at),
            updated_at: written(row.updated_at),
            updated_by: row.updated_by,
            measured_at: row.measured_at.map(written),
            deleted_at: row.deleted_at.map(written),
        })
    }
}

/// What the row says of the map's content.
pub(crate) fn stored(row: &MapRow) -> Result<StoredSummary, Problem> {
    serde_json::from_value(row.summary.clone()).map_err(|error| {
        let damaged = StoreError::Damaged { what: format!("the summary of map {}", row.id), why: error.to_string() };
        Problem::from(damaged)
    })
}
