//! Drawings: turned into pixels, so that scripts, links and fonts of others stay behind.

use std::sync::{Arc, LazyLock};

use kelias_poster::FONTS;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{ImageHrefResolver, Options, Tree};

use super::{Picture, PictureError, raster};

/// A drawing larger than this is not read, in bytes.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// The longest side of the pixels, unless the drawing asks for fewer.
const LONGEST_SIDE: f32 = 2048.0;
/// The shorter of both sides is drawn at least so long, where the longer lets it.
const SHORTEST_SIDE: f32 = 512.0;

/// Letters are drawn in the fonts of the poster, whichever the drawing names: those of the machine are its own affair.
static LETTERS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    const FAMILY: &str = "Inter";
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_serif_family(FAMILY);
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_monospace_family(FAMILY);
    fonts.set_cursive_family(FAMILY);
    fonts.set_fantasy_family(FAMILY);
    Arc::new(fonts)
});

/// Whether the bytes begin like a drawing.
pub(super) fn looks_like(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("<svg") || ((start.starts_with("<?xml") || start.starts_with("<!")) && start.contains("<svg"))
}

/// Draws it. Pictures inside are drawn where the drawing holds their bytes; files and addresses are not followed.
pub(super) fn admit(bytes: &[u8], most_pixels: u64) -> Result<Picture, PictureError> {
    if bytes.len() > MOST_BYTES {
        return Err(PictureError::Broken("a drawing has at most 4 MiB".to_owned()));
    }
    let inside = ImageHrefResolver::default_data_resolver();
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(move |media_type, data, options| {
                let format = raster::format_of(&data)?;
                raster::check_size(&data, format, most_pixels).ok()?;
                inside(media_type, data, options)
            }),
            resolve_string: Box::new(|_, _| None),
        },
        fontdb: LETTERS.clone(),
        ..Options::default()
    };
    let tree = Tree::from_data(bytes, &options).map_err(|error| PictureError::Broken(error.to_string()))?;
    let size = tree.size();
    let (long, short) = (size.width().max(size.height()), size.width().min(size.height()));
    let scale = (SHORTEST_SIDE / short).max(1.0).min(LONGEST_SIDE / long);
    let pixels = |side: f32| (side * scale).round().max(1.0) as u32;
    let mut canvas = Pixmap::new(pixels(size.width()), pixels(size.height())).ok_or(PictureError::Blank)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let bytes = canvas.encode_png().map_err(|error| PictureError::Broken(error.to_string()))?;
    Ok(Picture { bytes, media_type: "image/png", extension: "png" })
}
