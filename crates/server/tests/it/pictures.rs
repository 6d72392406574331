//! Pictures: what is taken, what is made of it, what is refused.

use std::io::Cursor;

use axum::http::{Method, StatusCode};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, RgbaImage};
use serde_json::json;

use crate::support::{Answer, MINUTE, SHOP, Who, World, wait_until};

const PATH: &str = "/api/v1/maps/shop/images";

/// A small picture with a red corner.
fn drawn(format: ImageFormat) -> Vec<u8> {
    let mut pixels = RgbImage::from_pixel(16, 8, Rgb([255, 255, 255]));
    pixels.put_pixel(0, 0, Rgb([255, 0, 0]));
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(pixels).write_to(&mut out, format).unwrap();
    out.into_inner()
}

async fn add(world: &World, who: &Who, bytes: Vec<u8>) -> Answer {
    // What the client says of the bytes does not matter.
    world.post(PATH, who).body("application/octet-stream", bytes).send().await
}

/// The stored picture, and its media type.
async fn stored(world: &World, who: &Who, bytes: Vec<u8>) -> (RgbaImage, String, Vec<u8>) {
    let added = add(world, who, bytes).await.expect(StatusCode::CREATED);
    let path = added.json()["path"].as_str().unwrap().to_owned();
    assert!(path.starts_with("images/"), "{path}");
    let read = world.get(added.location(), who).send().await.expect(StatusCode::OK);
    assert_eq!(read.header("x-content-type-options"), "nosniff");
    assert!(read.header("content-security-policy").contains("default-src 'none'"));
    assert!(read.header("content-security-policy").contains("sandbox"));
    let picture = image::load_from_memory(&read.body).unwrap().to_rgba8();
    let media_type = read.header("content-type").to_owned();
    (picture, media_type, read.body)
}

#[tokio::test]
async fn pictures_are_stored_as_pixels() {
    let (world, program) = World::with_shop().await;
    let kinds = [
        (ImageFormat::Png, "image/png"),
        (ImageFormat::Jpeg, "image/jpeg"),
        (ImageFormat::Gif, "image/png"),
        (ImageFormat::WebP, "image/webp"),
    ];
    for (format, expected) in kinds {
        let (picture, media_type, _) = stored(&world, &program, drawn(format)).await;
        assert_eq!((picture.dimensions(), media_type.as_str()), ((16, 8), expected), "{format:?}");
        let red = picture.get_pixel(0, 0).0;
        assert!(red[0] > 150 && red[2] < 150, "{format:?}: {red:?}");
    }
    let twice =
        [add(&world, &program, drawn(ImageFormat::Png)).await, add(&world, &program, drawn(ImageFormat::Png)).await];
    assert_eq!(twice[0].json(), twice[1].json(), "the same picture has the same name");
    let huge = DynamicImage::new_rgb8(5000, 1000);
    let mut bytes = Cursor::new(Vec::new());
    huge.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let (picture, ..) = stored(&world, &program, bytes.into_inner()).await;
    assert_eq!(picture.dimensions(), (4096, 819));
}

/// A picture that differs from others by how many dots it has.
fn dotted(dots: u32) -> Vec<u8> {
    let pixels = RgbImage::from_fn(8, 8, |x, y| Rgb([if x + 8 * y < dots { 0 } else { 255 }; 3]));
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(pixels).write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

#[tokio::test]
async fn the_pictures_of_a_map_have_a_limit_together() {
    let world = World::with(None, |config| config.limits.map_images_bytes = 200).await;
    let program = world.make_shop().await;
    add(&world, &program, dotted(1)).await.expect(StatusCode::CREATED);
    let mut refused = None;
    for dots in 2..10 {
        let answer = add(&world, &program, dotted(dots)).await;
        if answer.status != StatusCode::CREATED {
            refused = Some(answer);
        }
    }
    refused.unwrap().problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    // What the map has already it can be given again.
    add(&world, &program, dotted(1)).await.expect(StatusCode::CREATED);
}

#[tokio::test]
async fn pictures_that_nothing_shows_make_room_after_30_days() {
    let small = |config: &mut kelias_server::Config| config.limits.map_images_bytes = 1_500;
    let world = World::with(None, small).await;
    let program = world.make_shop().await;
    let path = async |dots| {
        let added = add(&world, &program, dotted(dots)).await.expect(StatusCode::CREATED);
        added.json()["path"].as_str().unwrap().to_owned()
    };
    let (once, still, never) = (path(1).await, path(2).await, path(3).await);
    for picture in [&once, &still] {
        let text = format!("{SHOP}personas:\n  - {{id: ona, name: Ona, picture: {picture}}}\n");
        let put = world.ask(Method::PUT, "/api/v1/maps/shop", &program).header("if-match", "*").yaml(&text);
        put.send().await.expect(StatusCode::OK);
        if *picture == once {
            let kept = world.post("/api/v1/maps/shop/versions", &program).json(&json!({ "title": "Once" }));
            kept.send().await.expect(StatusCode::CREATED);
        }
    }
    let mut dots = 4;
    while add(&world, &program, dotted(dots)).await.status == StatusCode::CREATED {
        dots += 1;
    }
    world.pass(31 * 24 * 60 * MINUTE);
    // The next time that it is looked for.
    let world = world.restart(small, async |_| {}).await;
    wait_until!(add(&world, &program, dotted(dots)).await.status == StatusCode::CREATED);
    let status = async |path: &str| world.get(&format!("/api/v1/maps/shop/{path}"), &program).send().await.status;
    wait_until!(status(&never).await == StatusCode::NOT_FOUND);
    assert_eq!((status(&once).await, status(&still).await), (StatusCode::OK, StatusCode::OK));
}

#[tokio::test]
async fn a_polyglot_loses_what_it_carries() {
    let (world, program) = World::with_shop().await;
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif] {
        let mut bytes = drawn(format);
        bytes.extend_from_slice(b"<script>alert(1)</script>PK\x03\x04");
        let (.., written) = stored(&world, &program, bytes).await;
        let text = String::from_utf8_lossy(&written);
        assert!(!text.contains("script") && !text.contains("PK\u{3}\u{4}"), "{format:?}");
    }
}

#[tokio::test]
async fn a_drawing_becomes_pixels_and_reaches_for_nothing() {
    let (world, program) = World::with_shop().await;
    let svg = r##"<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="32" onload="alert(1)">
        <script>alert(1)</script><image href="file:///etc/passwd" width="9" height="9"/><image href="http://127.0.0.1:9/x.png" width="9" height="9"/>
        <rect width="64" height="32" fill="#ff0000"/></svg>"##;
    let (picture, media_type, _) = stored(&world, &program, svg.into()).await;
    assert_eq!((media_type.as_str(), picture.dimensions()), ("image/png", (1024, 512)));
    assert_eq!(picture.get_pixel(500, 200).0, [255, 0, 0, 255]);
    let nested =
        format!("<svg xmlns='http://www.w3.org/2000/svg'>{}{}</svg>", "<g>".repeat(50_000), "</g>".repeat(50_000));
    add(&world, &program, nested.into()).await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-image");
    let laughs = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>&h;&h;&h;&h;</text></svg>";
    add(&world, &program, laughs.into()).await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-image");
}

#[tokio::test]
async fn letters_of_a_drawing_are_drawn() {
    let (world, program) = World::with_shop().await;
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><rect width="512" height="512" fill="#fff"/>
        <text x="20" y="300" font-family="Comic Sans MS" font-size="200" fill="#000">Žalia</text></svg>"##;
    let (picture, ..) = stored(&world, &program, svg.into()).await;
    let inked = picture.pixels().filter(|pixel| pixel.0[0] < 128).count();
    assert!(inked > 5_000, "{inked} dark pixels");
}

/// The beginning of a PNG of 10,000 x 10,000 pixels, its header's checksum right, up to where the pixels begin.
const HUNDRED_MEGAPIXELS: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x27\x10\0\0\x27\x10\x08\x02\0\0\0\x35\x2c\xf5\x70\0\0\x10\0IDAT\x78\x9c";

/// The small picture, its header saying that it has 10,000 x 10,000 pixels.
fn inflated(format: ImageFormat) -> Vec<u8> {
    let mut bytes = drawn(format);
    match format {
        ImageFormat::Jpeg => {
            let frame = bytes.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
            bytes[frame + 5..frame + 9].copy_from_slice(&[0x27, 0x10, 0x27, 0x10]);
        }
        ImageFormat::Gif => bytes[6..10].copy_from_slice(&[0x10, 0x27, 0x10, 0x27]),
        // Twice fourteen bits behind the signature of a lossless picture.
        ImageFormat::WebP => {
            assert_eq!(&bytes[12..16], b"VP8L");
            let sides: u32 = 0x270f | 0x270f << 14;
            let rest = bytes[24] & 0xf0;
            bytes[21..25].copy_from_slice(&sides.to_le_bytes());
            bytes[24] |= rest;
        }
        _ => panic!("{format:?} has no such header"),
    }
    bytes
}

#[tokio::test]
async fn a_small_file_of_a_hundred_megapixels_is_refused_by_its_header() {
    let (world, program) = World::with_shop().await;
    let formats = [ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP].map(inflated);
    for bytes in formats.into_iter().chain([HUNDRED_MEGAPIXELS.to_vec()]) {
        let begin = String::from_utf8_lossy(&bytes[..8]).into_owned();
        let problem = add(&world, &program, bytes).await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-image");
        assert!(problem["detail"].as_str().unwrap().contains("10000 x 10000"), "{begin}: {problem}");
    }
    // Inside of a drawing it is left out.
    let inside = BASE64_STANDARD.encode(HUNDRED_MEGAPIXELS);
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='512' height='512'><rect width='512' height='512' fill='#0f0'/>\
         <image width='512' height='512' href='data:image/png;base64,{inside}'/></svg>"
    );
    let (picture, ..) = stored(&world, &program, svg.into()).await;
    assert_eq!(picture.get_pixel(256, 256).0, [0, 255, 0, 255]);
    // A drawing that says it is large is drawn small.
    let svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='100000' height='100000'><rect width='9' height='9'/></svg>";
    assert_eq!(stored(&world, &program, svg.into()).await.0.dimensions(), (2048, 2048));
}

#[tokio::test]
async fn pictures_that_are_none_are_refused() {
    let (world, program) = World::with_shop().await;
    let mut cut = drawn(ImageFormat::Png);
    cut.truncate(40);
    let refused: [&[u8]; 6] = [b"", b"<html><script>alert(1)</script></html>", b"GIF89a", b"<svg", &cut, b"%PDF-1.7"];
    for bytes in refused {
        add(&world, &program, bytes.to_vec()).await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-image");
    }
    let heavy = add(&world, &program, vec![0; 20_000_001]).await;
    heavy.problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
    for name in ["none.png", "..%2Fshop", "..%2F..%2F..%2Fetc%2Fpasswd", "%00"] {
        let nothing = world.get(&format!("{PATH}/{name}"), &program).send().await;
        assert!(nothing.status.is_client_error(), "{name}: {}", nothing.status);
        assert_eq!(nothing.header("content-type"), "application/problem+json", "{name}");
    }
}
