//! Maps to start from.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::http::HeaderMap;
use axum::response::Response;
use kelias_map::{Language, Map, Template, TemplateLanguage, Text, templates};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnServer;
use crate::etag::State as Known;
use crate::extract::{PathOf, QueryOf};
use crate::journey_map::JourneyMap;
use crate::notation::Notation;
use crate::policy::asked::CreateMap;
use crate::preview::Preview;
use crate::problem::{Kind, Problem};
use crate::routes::map;
use crate::state::App;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(read))
}

/// A map to start from, as the gallery shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct TemplateSummary {
    /// Name of the template.
    pub name: String,
    /// Title by language.
    pub title: BTreeMap<String, String>,
    /// What it is for, by language.
    pub purpose: BTreeMap<String, String>,
    /// Languages it is written in.
    pub languages: Vec<String>,
    /// Titles of its stages, each by language.
    pub stages: Vec<BTreeMap<String, String>>,
    /// Number of steps.
    pub steps: usize,
    /// Number of lanes.
    pub lanes: usize,
    /// Number of personas.
    pub personas: usize,
    /// The template in miniature.
    pub preview: Preview,
}

/// How to show a template.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct TemplateQuery {
    /// Language to write it in; all it has, side by side, by default.
    #[param(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length = 64)]
    language: Option<String>,
}

impl TemplateSummary {
    fn of(template: Template) -> Self {
        let map = template.map();
        Self {
            name: template.name.to_owned(),
            title: by_language(&map, &map.title),
            purpose: map.purpose.as_ref().map(|purpose| by_language(&map, purpose)).unwrap_or_default(),
            languages: map.languages().iter().map(ToString::to_string).collect(),
            stages: map.stages.iter().map(|stage| by_language(&map, &stage.title)).collect(),
            steps: map.steps().count(),
            lanes: map.lanes.len(),
            personas: map.personas.len(),
            preview: Preview::of(&map),
        }
    }
}

fn by_language(map: &Map, text: &Text) -> BTreeMap<String, String> {
    map.languages().iter().map(|one| (one.to_string(), text.get(one, &map.language).to_owned())).collect()
}

/// Maps to start from
#[utoipa::path(operation_id = "listTemplates", get, path = "/templates", tag = "templates", responses((status = 200, body = Vec<TemplateSummary>)))]
async fn list(_: OnServer<CreateMap>) -> Json<Vec<TemplateSummary>> {
    Json(templates().iter().copied().map(TemplateSummary::of).collect())
}

/// A map to start from
#[utoipa::path(
    operation_id = "readTemplate",
    get, path = "/templates/{name}", tag = "templates",
    params(("name" = String, Path, description = "Name of the template"), TemplateQuery),
    responses((status = 200, content((JourneyMap = "application/json"), (String = "application/yaml"))))
)]
async fn read(
    _: OnServer<CreateMap>,
    PathOf(name): PathOf<String>,
    QueryOf(query): QueryOf<TemplateQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let notation = Notation::wanted(&headers)?;
    let template = Template::named(&name);
    let template = template.ok_or_else(|| Problem::new(Kind::Missing, format!("there is no template `{name}`")))?;
    let map = template.instantiate(&language(query.language.as_deref())?, template.map().id, None);
    Ok(map::answer(&map, &Known::of(&map), notation))
}

/// Which of a template's languages are wanted.
pub(super) fn language(tag: Option<&str>) -> Result<TemplateLanguage, Problem> {
    let Some(tag) = tag else { return Ok(TemplateLanguage::All) };
    let language = Language::new(tag).map_err(|error| Problem::new(Kind::Invalid, error.to_string()))?;
    Ok(TemplateLanguage::One(language))
}
