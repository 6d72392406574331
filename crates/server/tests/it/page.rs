//! The page's files, and what lies around every answer.

use axum::http::{Method, StatusCode};

use crate::support::{Who, World};

#[tokio::test]
async fn the_page_is_served_where_people_look_for_it() {
    let world = World::new().await;
    let ask = |path: &str| world.get(path, &Who::Stranger).header("accept", "text/html,*/*;q=0.8");
    for path in ["/", "/maps/shop", "/share/some-secret", "/maps/shop/present"] {
        let page = ask(path).send().await.expect(StatusCode::OK);
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert_eq!(page.header("cache-control"), "no-cache", "{path}");
        ask(path).header("if-none-match", page.header("etag")).send().await.expect(StatusCode::NOT_MODIFIED);
    }
    // Programs, and whatever is not a person's address, get a problem instead.
    world.get("/maps/shop", &Who::Stranger).send().await.problem(StatusCode::NOT_FOUND, "not-found");
    ask("/api/v1/nothing").send().await.problem(StatusCode::NOT_FOUND, "not-found");
    world.post("/maps/shop", &Who::Stranger).send().await.problem(StatusCode::NOT_FOUND, "not-found");
    for outside in ["/../secret", "/..%2f..%2fetc/passwd", "/assets/../index.html", "/%00"] {
        let answer = world.get(outside, &Who::Stranger).send().await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{outside}");
    }
}

#[tokio::test]
async fn hashed_files_are_kept_and_sent_small() {
    let world = World::new().await;
    let ask = || world.get("/assets/app-4f2a.js", &Who::Stranger);
    let plain = ask().send().await.expect(StatusCode::OK);
    assert_eq!(plain.text(), "run()");
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(plain.header("content-type"), "text/javascript; charset=utf-8");
    let small = ask().header("accept-encoding", "gzip, deflate, br").send().await;
    assert_eq!((small.text(), small.header("content-encoding")), ("small", "br"));
    assert_ne!(small.header("etag"), plain.header("etag"));
    let refused = ask().header("accept-encoding", "br;q=0").send().await;
    assert_eq!(refused.text(), "run()");
    world.get("/assets/app-4f2a.js.br", &Who::Stranger).send().await.expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_answer_says_what_it_may_do() {
    let (world, program) = World::with_shop().await;
    let stranger = Who::Stranger;
    let asked = [
        ("/", &stranger),
        ("/api/v1/maps", &program),
        ("/api/v1/maps", &stranger),
        ("/nothing", &stranger),
        ("/healthz", &stranger),
    ];
    for (path, who) in asked {
        let answer = world.get(path, who).header("accept", "text/html").send().await;
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(policy.contains("object-src 'none'") && policy.contains("base-uri 'none'"), "{path}: {policy}");
        assert!(policy.contains("ws://kelias.test"), "{path}: {policy}");
        assert!(!policy.contains("script-src") && !policy.contains("unsafe-eval"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("x-request-id").len(), 36, "{path}");
    }
    let forged = world.get("/", &stranger).header("host", "x; script-src *").send().await;
    assert!(!forged.header("content-security-policy").contains("script-src"));
}

#[tokio::test]
async fn answers_are_compressed_and_methods_are_named() {
    let (world, program) = World::with_shop().await;
    let zipped = world.get("/api/openapi.json", &program).header("accept-encoding", "gzip").send().await;
    assert_eq!(zipped.header("content-encoding"), "gzip");
    assert!(zipped.body.starts_with(&[0x1f, 0x8b]));
    let wrong = world.ask(Method::PUT, "/api/v1/maps", &program).send().await;
    let allowed = wrong.header("allow").to_owned();
    wrong.problem(StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed");
    assert!(allowed.contains("GET") && allowed.contains("POST"), "{allowed}");
    let health = world.get("/readyz", &Who::Stranger).send().await.expect(StatusCode::OK);
    assert_eq!(health.json()["status"], "ok");
}
