//! Pictures beside the files: those a map names stand in the folder `images` next to its file.

use kelias_map::Map;

use super::disk::Disk;
use crate::documents::blocking;
use crate::pictures::{admit, resolve};
use crate::problem::Problem;
use crate::state::App;

/// Takes the pictures that the map names and the store lacks out of the folder. What is no picture is passed over, as
/// the page and the poster do.
pub(super) async fn take(app: &App, disk: &Disk, file: &str, map: &Map) -> Result<(), Problem> {
    for path in map.pictures() {
        let Some(name) = file_name(path) else { continue };
        if app.store.image(map.id.as_str(), name).await?.is_some() {
            continue;
        }
        let (disk, beside, most) = (disk.clone(), beside(file, path), app.config.limits.image_bytes);
        let bytes = blocking(move || disk.bytes(&beside, most)).await?;
        let Ok(Some(bytes)) = bytes else { continue };
        let most_pixels = app.config.limits.image_pixels;
        match app.pool.run(move || admit(&bytes, most_pixels)).await? {
            Ok(picture) => {
                let now = app.clock.now();
                app.store.put_image(map.id.as_str(), name, picture.media_type, &picture.bytes, now).await?;
            }
            Err(error) => tracing::warn!(map = %map.id, picture = path, %error, "a picture was not taken"),
        }
    }
    Ok(())
}

/// Puts the pictures that the map names and the folder lacks beside the map's file.
pub(super) async fn put(app: &App, disk: &Disk, file: &str, map: &Map) -> Result<(), Problem> {
    for (path, bytes) in resolve(app, map).await? {
        if file_name(&path).is_some() {
            let (disk, beside) = (disk.clone(), beside(file, &path));
            let put = blocking(move || disk.replace(&beside, &bytes, None)).await?;
            put.map_err(|error| Problem::fault(&error))?;
        }
    }
    Ok(())
}

/// The picture's name, if the path is one that stands for a picture beside the file.
fn file_name(path: &str) -> Option<&str> {
    let name = path.strip_prefix("images/")?;
    let is_plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0']);
    is_plain.then_some(name)
}

fn beside(file: &str, path: &str) -> String {
    file.rsplit_once('/').map_or_else(|| path.to_owned(), |(folder, _)| format!("{folder}/{path}"))
}
