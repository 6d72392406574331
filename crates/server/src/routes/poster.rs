//! The poster and the report of a map, drawn from the live document with what was measured.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kelias_map::{Date, Language, Map, MapId, PersonaId};
use kelias_measure::Measured;
use kelias_poster::{Options, Paper, PosterError, Theme};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnMap;
use crate::etag::State as Known;
use crate::extract::QueryOf;
use crate::pictures::{self, Pictures, admit_inline};
use crate::policy::Actor;
use crate::policy::asked::ReadMap;
use crate::problem::{Kind, Problem};
use crate::routes::MapParam;
use crate::security::NOTHING_RUNS;
use crate::state::App;
use crate::summary::stored;
use crate::time::moment;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new().routes(routes!(pdf)).routes(routes!(svg)).routes(routes!(png)).routes(routes!(report))
}

/// How to draw a map.
#[derive(Debug, Clone, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct DrawQuery {
    /// Size of the page; `fit` is as large as the map needs.
    #[param(inline)]
    paper: Option<PaperName>,
    /// Upright paper rather than lying.
    #[serde(default)]
    portrait: bool,
    /// Language of the reader; the map's own by default.
    #[param(pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length = 64)]
    language: Option<String>,
    /// Colours: `light`, or `print` for greys with little ink.
    #[param(inline)]
    theme: Option<ThemeName>,
    /// Ids of the personas to show, with commas between them; all of them by default.
    #[param(max_length = 2000)]
    personas: Option<String>,
    /// Whether to show what was measured, where something was.
    measured: Option<bool>,
    /// Of a picture (SVG, PNG) with several pages: which one.
    #[param(minimum = 1, maximum = 1000)]
    page: Option<u32>,
    /// Of a PNG: pixels per inch.
    #[param(minimum = 10, maximum = 600)]
    ppi: Option<u32>,
}

/// Size of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum PaperName {
    A0,
    A1,
    A2,
    A3,
    A4,
    Fit,
}

/// Colours of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum ThemeName {
    Light,
    Print,
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Output {
    Pdf,
    Svg,
    Png,
    Html,
}

/// The poster as PDF
#[utoipa::path(operation_id = "drawPosterPdf", get, path = "/maps/{id}/poster.pdf", tag = "posters", params(MapParam, DrawQuery),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = 304, description = "The client has it")))]
async fn pdf(
    state: State<Arc<App>>,
    on: OnMap<ReadMap>,
    query: QueryOf<DrawQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    draw(state.0, on, query.0, &headers, Output::Pdf).await
}

/// The poster as SVG
#[utoipa::path(operation_id = "drawPosterSvg", get, path = "/maps/{id}/poster.svg", tag = "posters", params(MapParam, DrawQuery),
    responses((status = 200, body = String, content_type = "image/svg+xml"), (status = 304, description = "The client has it")))]
async fn svg(
    state: State<Arc<App>>,
    on: OnMap<ReadMap>,
    query: QueryOf<DrawQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    draw(state.0, on, query.0, &headers, Output::Svg).await
}

/// The poster as PNG
#[utoipa::path(operation_id = "drawPosterPng", get, path = "/maps/{id}/poster.png", tag = "posters", params(MapParam, DrawQuery),
    responses((status = 200, body = Vec<u8>, content_type = "image/png"), (status = 304, description = "The client has it")))]
async fn png(
    state: State<Arc<App>>,
    on: OnMap<ReadMap>,
    query: QueryOf<DrawQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    draw(state.0, on, query.0, &headers, Output::Png).await
}

/// The report: the poster's content as one self-contained page
#[utoipa::path(operation_id = "drawReport", get, path = "/maps/{id}/report.html", tag = "posters", params(MapParam, DrawQuery),
    responses((status = 200, body = String, content_type = "text/html"), (status = 304, description = "The client has it")))]
async fn report(
    state: State<Arc<App>>,
    on: OnMap<ReadMap>,
    query: QueryOf<DrawQuery>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    draw(state.0, on, query.0, &headers, Output::Html).await
}

impl Output {
    const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Html => "html",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Html => "text/html; charset=utf-8",
        }
    }
}

async fn draw(
    app: Arc<App>,
    on: OnMap<ReadMap>,
    query: DrawQuery,
    headers: &HeaderMap,
    output: Output,
) -> Result<Response, Problem> {
    let map = app.current(&on.id).await?.map;
    let measured = if query.measured.unwrap_or(true) { app.measured(&on.id).await? } else { None };
    let date = Date::new(moment(app.clock.now()).date_naive()).map_err(|error| Problem::fault(&error))?;
    let mut options = query.options(date)?;
    // Titles of other maps are not a guest's to read.
    if !matches!(on.actor, Actor::Guest { .. }) {
        options.map_titles = app.linked_titles(&map).await?;
    }
    let known = query.state(&map, measured.as_ref(), &options);
    let tag = known.tag(output.ending());
    if known.is_known(headers, output.ending()) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
    }
    options.measured = measured;
    let pictures = pictures::resolve(&app, &map).await?;
    let drawing =
        Drawing { map, options, pictures, page: query.page.unwrap_or(1), ppi: query.ppi.unwrap_or(144), output };
    let most_pixels = app.config.limits.image_pixels;
    let drawn = app.pool.run(move || drawing.draw(most_pixels)).await??;
    let name = format!("inline; filename=\"{}.{}\"", on.id, output.ending());
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(output.media_type())),
        (CONTENT_DISPOSITION, HeaderValue::from_str(&name).expect("an id is made of letters, digits and hyphens")),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING_RUNS)),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (ETAG, tag),
    ];
    Ok((headers, drawn).into_response())
}

impl DrawQuery {
    fn options(&self, date: Date) -> Result<Options, Problem> {
        let invalid = |error: String| Problem::new(Kind::Invalid, error);
        let language = self.language.as_deref().map(Language::new).transpose();
        let personas =
            self.personas.as_deref().unwrap_or_default().split(',').map(str::trim).filter(|id| !id.is_empty());
        let personas: Result<Vec<PersonaId>, _> = personas.map(PersonaId::new).collect();
        if !self.ppi.is_none_or(|ppi| (10..=600).contains(&ppi)) {
            return Err(invalid("ppi lies between 10 and 600".to_owned()));
        }
        if !self.page.is_none_or(|page| (1..=1000).contains(&page)) {
            return Err(invalid("page lies between 1 and 1000".to_owned()));
        }
        Ok(Options {
            language: language.map_err(|error| invalid(error.to_string()))?,
            paper: self.paper.map_or(Paper::Fit, Paper::from),
            landscape: !self.portrait,
            theme: self.theme.map_or(Theme::Light, Theme::from),
            personas: personas.map_err(|error| invalid(error.to_string()))?,
            date: Some(date),
            ..Options::default()
        })
    }

    /// What the drawing follows from: the same state is drawn the same. Pictures are named by their content.
    fn state(&self, map: &Map, measured: Option<&Measured>, options: &Options) -> Known {
        let measured = serde_json::to_vec(&measured).expect("the keys of a measured map are strings");
        let asked = format!("{self:?} {:?} {:?}", options.date, options.map_titles);
        let version = env!("CARGO_PKG_VERSION");
        Known::of_parts(&[Known::of(map).as_str().as_bytes(), &measured, asked.as_bytes(), version.as_bytes()])
    }
}

/// Everything that one drawing needs.
struct Drawing {
    map: Map,
    options: Options,
    pictures: Pictures,
    page: u32,
    ppi: u32,
    output: Output,
}

impl Drawing {
    fn draw(mut self, most_pixels: u64) -> Result<Vec<u8>, Problem> {
        admit_inline(&mut self.map, &mut self.pictures, most_pixels);
        self.options.pictures = self.pictures;
        if self.output == Output::Html {
            return Ok(kelias_poster::html(&self.map, &self.options).map_err(explain)?.into_bytes());
        }
        let poster = kelias_poster::render(&self.map, &self.options).map_err(explain)?;
        let page = (self.page as usize).saturating_sub(1);
        let missing = || Problem::new(Kind::Missing, format!("the poster has {} pages", poster.pages()));
        match self.output {
            Output::Svg => poster.svg_pages().into_iter().nth(page).map(String::into_bytes).ok_or_else(missing),
            Output::Png => poster.png_pages(self.ppi).map_err(explain)?.into_iter().nth(page).ok_or_else(missing),
            Output::Pdf | Output::Html => poster.pdf().map_err(explain),
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn explain(error: PosterError) -> Problem {
    match error {
        PosterError::UnknownPersona { .. } | PosterError::TooManyPixels { .. } => {
            Problem::new(Kind::Invalid, error.to_string())
        }
        PosterError::Empty => Problem::new(Kind::Conflict, error.to_string()),
        PosterError::Typeset(_) | PosterError::Pdf(_) | PosterError::Png(_) => Problem::fault(&error),
    }
}

impl App {
    /// What was measured of the map; a measurement that another version wrote and this one cannot read counts as none.
    async fn measured(&self, id: &MapId) -> Result<Option<Measured>, Problem> {
        let Some((measured, _)) = self.store.measurement(id.as_str()).await? else { return Ok(None) };
        let read = serde_json::from_value(measured);
        Ok(read
            .inspect_err(
                |error| tracing::warn!(map = %id, %error, "the measurement cannot be read; measure the map again"),
            )
            .ok())
    }

    /// Titles of the maps that stages lead to.
    async fn linked_titles(&self, map: &Map) -> Result<BTreeMap<MapId, String>, Problem> {
        let mut titles = BTreeMap::new();
        for id in map.stages.iter().filter_map(|stage| stage.map.as_ref()) {
            if !titles.contains_key(id)
                && let Some(row) = self.store.map(id.as_str()).await?
            {
                titles.insert(id.clone(), stored(&row)?.own_title().to_owned());
            }
        }
        Ok(titles)
    }
}

impl From<PaperName> for Paper {
    fn from(name: PaperName) -> Self {
        match name {
            PaperName::A0 => Self::A0,
            PaperName::A1 => Self::A1,
            PaperName::A2 => Self::A2,
            PaperName::A3 => Self::A3,
            PaperName::A4 => Self::A4,
            PaperName::Fit => Self::Fit,
        }
    }
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::Light,
            ThemeName::Print => Self::Print,
        }
    }
}
