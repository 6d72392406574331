//! The router: routes, sockets and page, and what lies around all of them.

use std::any::Any;
use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::trace::TraceLayer;

use crate::problem::{Kind, Problem};
use crate::routes::routes;
use crate::state::App;
use crate::{page, security, socket, trace};

/// Bytes of a body, where a route does not take more: names, reasons and the like.
const SMALL_BODY: usize = 64 * 1024;

/// Everything the server answers. What stands last is the outermost.
pub(crate) fn router(app: Arc<App>) -> Router {
    let (api, _) = routes().split_for_parts();
    let compressed = DefaultPredicate::new().and(NotForContentType::const_new("application/pdf"));
    api.merge(socket::routes())
        .method_not_allowed_fallback(page::wrong_method)
        .fallback(page::fallback)
        .layer(DefaultBodyLimit::max(SMALL_BODY))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(Arc::clone(&app), in_time))
        .layer(CompressionLayer::new().compress_when(compressed))
        .layer(from_fn(security::headers))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(trace::span)
                .on_response(trace::answered)
                .on_request(())
                .on_failure(()),
        )
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .with_state(app)
}

/// A handler that takes too long, or a client that sends too slowly, does not hold its place for ever.
async fn in_time(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(app.config.limits.request, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::new(Kind::TimedOut, "send it faster, or ask for less at once").into_response(),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the signature that the layer asks for")]
fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    Problem::fault(&text.unwrap_or("a handler panicked")).into_response()
}
