//! Posters and reports, drawn from the live document.

use axum::http::{Method, StatusCode};
use image::ImageFormat;

use crate::support::{SHOP, World};

const PATH: &str = "/api/v1/maps/shop";

#[tokio::test]
async fn a_map_is_drawn_in_every_form() {
    let (world, program) = World::with_shop().await;
    let draw = |form: &str| world.get(&format!("{PATH}/{form}"), &program);
    let pdf = draw("poster.pdf?paper=a3").send().await.expect(StatusCode::OK);
    assert!(pdf.body.starts_with(b"%PDF-"));
    assert_eq!(pdf.header("content-disposition"), "inline; filename=\"shop.pdf\"");
    let svg = draw("poster.svg").send().await.expect(StatusCode::OK);
    assert_eq!(svg.header("content-type"), "image/svg+xml");
    assert!(svg.text().starts_with("<svg"));
    let png = draw("poster.png?ppi=40&theme=print").send().await.expect(StatusCode::OK);
    assert!(image::load_from_memory_with_format(&png.body, ImageFormat::Png).is_ok());
    let report = draw("report.html?language=lt").send().await.expect(StatusCode::OK);
    assert!(report.text().contains("Compares prices"));
    for answer in [&pdf, &svg, &png, &report] {
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"));
    }
    draw("poster.pdf").header("if-none-match", pdf.header("etag")).send().await.expect(StatusCode::OK);
    draw("poster.pdf?paper=a3")
        .header("if-none-match", pdf.header("etag"))
        .send()
        .await
        .expect(StatusCode::NOT_MODIFIED);
    let changed = SHOP.replace("Compares prices", "Asks a friend");
    let put = world.ask(Method::PUT, PATH, &program).yaml(&changed).header("if-match", "*");
    put.send().await.expect(StatusCode::OK);
    let again = draw("report.html?language=lt").header("if-none-match", report.header("etag")).send().await;
    assert!(again.expect(StatusCode::OK).text().contains("Asks a friend"));
}

#[tokio::test]
async fn what_cannot_be_drawn_is_told() {
    let (world, program) = World::with_shop().await;
    let draw = |form: &str| world.get(&format!("{PATH}/{form}"), &program).send();
    draw("poster.pdf?paper=a9").await.problem(StatusCode::BAD_REQUEST, "malformed-request");
    draw("poster.pdf?language=12").await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    draw("poster.png?ppi=100000").await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    draw("poster.svg?personas=nobody").await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    for form in ["poster.pdf", "poster.svg", "poster.png", "report.html"] {
        draw(&format!("{form}?page=0")).await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
        draw(&format!("{form}?ppi=9")).await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    }
    draw("poster.svg?page=900").await.problem(StatusCode::NOT_FOUND, "not-found");
    let empty = "kelias: 1\nid: empty\ntitle: Empty\nlanguage: en\n";
    world.post("/api/v1/maps", &program).yaml(empty).send().await.expect(StatusCode::CREATED);
    world.get("/api/v1/maps/empty/poster.pdf", &program).send().await.problem(StatusCode::CONFLICT, "conflict");
}

#[tokio::test]
async fn pictures_in_a_map_are_checked_before_they_are_drawn() {
    let (world, program) = World::with_shop().await;
    let drawing = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='4' height='4' onload='alert(1)'%3E%3Crect width='4' height='4'/%3E%3C/svg%3E";
    let map = SHOP
        .replace("kind: text", "kind: image")
        .replace("[Compares prices]", &format!("[{{text: Seen, image: \"{drawing}\"}}]"));
    let put = world.ask(Method::PUT, PATH, &program).yaml(&map).header("if-match", "*");
    put.send().await.expect(StatusCode::OK);
    let report = world.get(&format!("{PATH}/report.html"), &program).send().await.expect(StatusCode::OK);
    assert!(report.text().contains("data:image/png;base64,"));
    assert!(!report.text().contains("onload") && !report.text().contains("svg+xml"));
}
