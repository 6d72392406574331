//! The API's description: made from the routes themselves, completed with what holds for all of them.

use serde_json::{Value, json};
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, ToSchema};

use crate::auth::SESSION_COOKIE;
use crate::journey_map;
use crate::problem::{PROBLEM_JSON, ProblemDetails};
use crate::routes::routes;

/// What stands above the routes.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Kelias",
        description = "Living customer journey maps: read, changed, compared, drawn and measured. Errors are problem details (RFC 9457); times are RFC 3339 in UTC.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    servers((url = "/", description = "This server")),
    components(schemas(ProblemDetails)),
    modifiers(&Credentials),
    tags(
        (name = "session", description = "Coming in, who one is, going out"),
        (name = "maps", description = "The portfolio and its maps"),
        (name = "posters", description = "Maps drawn for print and screen"),
        (name = "versions", description = "The history of a map"),
        (name = "links", description = "Sharing a map"),
        (name = "images", description = "Pictures of a map"),
        (name = "measurement", description = "Maps held against events"),
        (name = "templates", description = "Maps to start from"),
        (name = "server", description = "The server itself"),
    )
)]
pub(crate) struct Head;

/// How a client says who it is.
struct Credentials;

impl Modify for Credentials {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_default();
        let token = Http::builder()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("An API token, made by `kelias token new`"));
        components.add_security_scheme("token", SecurityScheme::Http(token.build()));
        let cookie = ApiKeyValue::with_description(SESSION_COOKIE, "The session of a browser");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// The description of the API as an OpenAPI 3.1 document.
///
/// # Panics
/// Never: the tests describe it.
#[must_use]
pub fn openapi() -> Value {
    let (_, described) =
        utoipa_axum::router::OpenApiRouter::with_openapi(Head::openapi()).merge(routes()).split_for_parts();
    let mut document = serde_json::to_value(described).expect("the keys of a description are strings");
    let schemas = document["components"]["schemas"].as_object_mut().expect("the description has schemas");
    journey_map::describe(schemas);
    let paths = document["paths"].as_object_mut().expect("the description has paths");
    for operations in paths.values_mut().filter_map(Value::as_object_mut) {
        for operation in operations.values_mut() {
            complete(operation);
        }
    }
    document
}

/// What holds for every operation: how it fails, and that it asks who one is.
fn complete(operation: &mut Value) {
    let problem = format!("#/components/schemas/{}", ProblemDetails::name());
    operation["responses"]["default"] = json!({
        "description": "It could not be done",
        "content": { PROBLEM_JSON: { "schema": { "$ref": problem } } },
    });
    if operation["operationId"] == "createMap" {
        // A template needs no body.
        operation["requestBody"]["required"] = json!(false);
    }
    let is_open = ["readHealth", "readReadiness", "readDescription", "signIn", "readShareLink", "enterAsGuest"]
        .contains(&operation["operationId"].as_str().unwrap_or_default());
    operation["security"] = if is_open { json!([{}]) } else { json!([{ "token": [] }, { "session": [] }]) };
}
