//! Pictures: data URIs and bytes the caller gave, checked before they reach the template.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterFormat, RasterImage, SvgImage};

/// Pictures of one poster by their virtual paths, and what was wrong with the others.
#[derive(Debug, Default)]
pub(crate) struct Pictures {
    files: BTreeMap<String, Picture>,
    paths: BTreeMap<String, Option<String>>,
    pub(crate) warnings: Vec<String>,
}

/// A picture that can be drawn.
#[derive(Debug, Clone)]
pub(crate) struct Picture {
    pub(crate) bytes: Bytes,
    pub(crate) mime: &'static str,
}

impl Pictures {
    /// The virtual path of a picture named in the map; none, and a warning, when it cannot be drawn.
    pub(crate) fn add(&mut self, name: &str, given: &BTreeMap<String, Vec<u8>>) -> Option<String> {
        if let Some(known) = self.paths.get(name) {
            return known.clone();
        }
        let path = match read(name, given) {
            Ok((picture, extension)) => {
                let path = format!("/pictures/{}.{extension}", self.files.len());
                self.files.insert(path.clone(), picture);
                Some(path)
            }
            Err(reason) => {
                self.warnings.push(format!("picture {}: {reason}", shortened(name)));
                None
            }
        };
        self.paths.insert(name.to_owned(), path.clone());
        path
    }

    /// The picture at a virtual path.
    pub(crate) fn get(&self, path: &str) -> Option<&Picture> {
        self.files.get(path)
    }
}

/// A data URI can be megabytes long; its beginning tells which one it is.
fn shortened(name: &str) -> String {
    let start: String = name.chars().take(60).collect();
    if start.len() < name.len() { format!("`{start}…`") } else { format!("`{start}`") }
}

fn read(name: &str, given: &BTreeMap<String, Vec<u8>>) -> Result<(Picture, &'static str), String> {
    let bytes = match name.strip_prefix("data:") {
        Some(uri) => decode(uri)?,
        None => given.get(name).cloned().ok_or("its file was not given; keep pictures beside the map")?,
    };
    check(Bytes::new(bytes))
}

fn decode(uri: &str) -> Result<Vec<u8>, String> {
    let (head, body) = uri.split_once(',').ok_or("a data URI has a comma before its data")?;
    if head.ends_with(";base64") {
        let compact: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        return STANDARD.decode(compact).map_err(|error| format!("its base64 is broken: {error}"));
    }
    percent_decode(body).ok_or_else(|| "its percent encoding is broken".to_owned())
}

fn percent_decode(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [bytes.next()?, bytes.next()?];
            out.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            out.push(byte);
        }
    }
    Some(out)
}

/// Decodes the picture once, so a broken one is a warning here and not a failure of the whole poster later.
fn check(bytes: Bytes) -> Result<(Picture, &'static str), String> {
    if let Some(format) = ExchangeFormat::detect(&bytes) {
        let (mime, extension) = match format {
            ExchangeFormat::Png => ("image/png", "png"),
            ExchangeFormat::Jpg => ("image/jpeg", "jpg"),
            ExchangeFormat::Gif => ("image/gif", "gif"),
            ExchangeFormat::Webp => ("image/webp", "webp"),
        };
        RasterImage::plain(bytes.clone(), RasterFormat::Exchange(format))
            .map_err(|reason| format!("it cannot be read as {extension}: {reason}"))?;
        return Ok((Picture { bytes, mime }, extension));
    }
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]).into_owned();
    if start.contains("<svg") {
        SvgImage::new(bytes.clone()).map_err(|_| "it cannot be read as svg".to_owned())?;
        return Ok((Picture { bytes, mime: "image/svg+xml" }, "svg"));
    }
    Err("it is none of PNG, JPEG, GIF, WebP, SVG".to_owned())
}

impl Picture {
    /// The picture as a data URI, for the page.
    pub(crate) fn data_uri(&self) -> String {
        format!("data:{};base64,{}", self.mime, STANDARD.encode(self.bytes.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOT: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    #[test]
    fn broken_pictures_are_warnings() {
        let mut pictures = Pictures::default();
        let given = BTreeMap::from([("a.png".to_owned(), b"not a picture".to_vec())]);
        assert_eq!(pictures.add(DOT, &given).as_deref(), Some("/pictures/0.png"));
        assert_eq!(pictures.add(DOT, &given).as_deref(), Some("/pictures/0.png"));
        assert_eq!(pictures.add("a.png", &given), None);
        assert_eq!(pictures.add("missing.png", &given), None);
        assert_eq!(pictures.add("data:image/png;base64,%%%", &given), None);
        assert_eq!(pictures.warnings.len(), 3, "{:?}", pictures.warnings);
        let svg = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/%3E";
        assert_eq!(pictures.add(svg, &given).as_deref(), Some("/pictures/1.svg"));
        assert_eq!(pictures.get("/pictures/1.svg").map(|picture| picture.mime), Some("image/svg+xml"));
    }
}
