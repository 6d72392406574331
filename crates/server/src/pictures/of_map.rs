//! The pictures of a map, ready to be drawn.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kelias_map::{Item, Map};

use super::{FOLDER, admit};
use crate::problem::Problem;
use crate::state::App;

/// Bytes of pictures by the path under which the map names them.
pub(crate) type Pictures = BTreeMap<String, Vec<u8>>;

/// The stored pictures that the map names. Other paths stay unresolved; the poster passes over them.
pub(crate) async fn resolve(app: &App, map: &Map) -> Result<Pictures, Problem> {
    let mut pictures = Pictures::new();
    for path in map.pictures() {
        let Some(name) = path.strip_prefix(FOLDER) else { continue };
        if !pictures.contains_key(path)
            && let Some(image) = app.store.image(map.id.as_str(), name).await?
        {
            pictures.insert(path.to_owned(), image.bytes);
        }
    }
    Ok(pictures)
}

/// Takes the pictures that stand in the map itself (data URIs) through the same checks as those that are sent, and
/// leaves their paths in their place. Takes as long as reading them does.
pub(crate) fn admit_inline(map: &mut Map, pictures: &mut Pictures, most_pixels: u64) {
    let mut take = |picture: &mut Option<String>| {
        let Some(uri) = picture.as_deref().and_then(|path| path.strip_prefix("data:")) else { return };
        let admitted = decode(uri).and_then(|bytes| admit(&bytes, most_pixels).ok());
        *picture = admitted.map(|admitted| {
            let path = super::path_of(&admitted.name());
            pictures.insert(path.clone(), admitted.bytes);
            path
        });
    };
    for persona in &mut map.personas {
        take(&mut persona.picture);
    }
    let mut items = |items: &mut Vec<Item>| items.iter_mut().for_each(|item| take(&mut item.image));
    for stage in &mut map.stages {
        stage.cells.values_mut().for_each(&mut items);
        stage.steps.iter_mut().for_each(|step| step.cells.values_mut().for_each(&mut items));
    }
    let touchpoints = map.stages.iter_mut().flat_map(|stage| &mut stage.steps).flat_map(|step| &mut step.touchpoints);
    for touchpoint in touchpoints {
        take(&mut touchpoint.icon);
    }
}

fn decode(uri: &str) -> Option<Vec<u8>> {
    let (head, body) = uri.split_once(',')?;
    if head.ends_with(";base64") {
        let compact: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        return STANDARD.decode(compact).ok();
    }
    percent_decode(body)
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
