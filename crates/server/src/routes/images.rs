//! Pictures of a map.

use std::sync::Arc;

use axum::Json;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kelias_metastore::Image;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::auth::OnMap;
use crate::extract::{PathOf, read_body};
use crate::pictures::{admit, path_of};
use crate::policy::asked::{EditMap, ReadMap};
use crate::problem::{Kind, Problem};
use crate::routes::MapParam;
use crate::security::NOTHING_RUNS;
use crate::state::App;

pub(super) fn routes() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::new()
        // How much is read is a setting of the server, see `add`.
        .routes(routes!(add))
        .layer(DefaultBodyLimit::disable())
        .routes(routes!(read))
}

/// A picture that was taken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Stored {
    /// How the map names it, in an item's `image` or a persona's `picture`.
    pub path: String,
}

/// Add a picture
///
/// PNG, JPEG, GIF, WebP or SVG, at most 20 MB and 50 million pixels. It is drawn anew: an SVG becomes a PNG, an animation its
/// first frame, what is longer than 4,096 pixels is made smaller. All pictures of a map may have 500 MB together.
#[utoipa::path(
    operation_id = "addImage",
    post, path = "/maps/{id}/images", tag = "images", params(MapParam),
    request_body(content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/gif"), (Vec<u8> = "image/webp"),
        (Vec<u8> = "image/svg+xml"), (Vec<u8> = "application/octet-stream")), description = "The picture"),
    responses((status = 201, body = Stored, headers(("Location" = String, description = "Where the picture is"))))
)]
async fn add(State(app): State<Arc<App>>, on: OnMap<EditMap>, request: Request) -> Result<Response, Problem> {
    app.row(&on.id).await?;
    let bytes = read_body(request, app.config.limits.image_bytes).await?;
    let most_pixels = app.config.limits.image_pixels;
    let admitted = app.pool.run(move || admit(&bytes, most_pixels)).await?;
    let picture = admitted.map_err(|error| Problem::new(Kind::BadImage, format!("the picture: {error}")))?;
    let name = picture.name();
    let image = Image { content_type: picture.media_type.to_owned(), bytes: picture.bytes };
    let most = app.config.limits.map_images_bytes;
    let most_kept = i64::try_from(most).unwrap_or(i64::MAX);
    if !app.store.put_image_within(on.id.as_str(), &name, &image, most_kept, app.clock.now()).await? {
        let detail = format!(
            "the map's pictures would have more than {} MB together; make them smaller, or have whoever runs the server allow more \
             (those that neither the map nor a version of it shows go 30 days after they were sent)",
            most / 1_000_000
        );
        return Err(Problem::new(Kind::TooLarge, detail));
    }
    let location = format!("/api/v1/maps/{}/images/{name}", on.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(Stored { path: path_of(&name) })).into_response())
}

/// A picture
#[utoipa::path(
    operation_id = "readImage",
    get, path = "/maps/{id}/images/{name}", tag = "images",
    params(MapParam, ("name" = String, Path, description = "Name of the picture: its path without `images/`")),
    responses((status = 200, content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/webp"))))
)]
async fn read(
    State(app): State<Arc<App>>,
    on: OnMap<ReadMap>,
    path: PathOf<(String, String)>,
) -> Result<Response, Problem> {
    let PathOf((_, name)) = path;
    app.row(&on.id).await?;
    let image = app.store.image(on.id.as_str(), &name).await?;
    let image = image.ok_or_else(|| Problem::new(Kind::Missing, format!("the map has no picture `{name}`")))?;
    let content_type = HeaderValue::from_str(&image.content_type).map_err(|error| Problem::fault(&error))?;
    let headers = [
        (CONTENT_TYPE, content_type),
        // The name is the hash of the content.
        (CACHE_CONTROL, HeaderValue::from_static("private, max-age=31536000, immutable")),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(NOTHING_RUNS)),
    ];
    Ok((headers, image.bytes).into_response())
}
