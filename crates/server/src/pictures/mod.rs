//! Pictures that people send: measured before they are decoded, decoded, and written anew, so that nothing but pixels
//! is kept of them. What a file says of itself is not believed.

mod of_map;
mod raster;
mod svg;

pub(crate) use of_map::{Pictures, admit_inline, resolve};

use sha2::{Digest, Sha256};

use crate::etag::hex;

/// Folder under which a map names the pictures that are stored with it.
const FOLDER: &str = "images/";

/// The longest side that is kept: enough for a portrait or a screenshot on the largest paper.
const LONGEST_SIDE: u32 = 4096;

/// A picture as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub(crate) bytes: Vec<u8>,
    pub(crate) media_type: &'static str,
    extension: &'static str,
}

/// Why a picture is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PictureError {
    #[error("it is none of PNG, JPEG, GIF, WebP, SVG")]
    Unknown,
    #[error("it has {width} x {height} pixels, more than {most} million; make it smaller")]
    TooManyPixels { width: u32, height: u32, most: u64 },
    #[error("it cannot be read: {0}")]
    Broken(String),
    #[error("it draws nothing")]
    Blank,
}

impl Picture {
    /// The name it is stored by: the hash of its bytes, so that the same picture is stored once.
    pub(crate) fn name(&self) -> String {
        format!("{}.{}", hex(&Sha256::digest(&self.bytes)), self.extension)
    }
}

/// Whether a stored picture has the name that [`Picture::name`] gives: those that were found beside a file have names of their own.
pub(crate) fn is_named_by_content(name: &str) -> bool {
    let hash = name.split_once('.').map(|(hash, _)| hash);
    hash.is_some_and(|hash| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Where a map names the stored picture of this name.
pub(crate) fn path_of(name: &str) -> String {
    format!("{FOLDER}{name}")
}

/// Takes a picture of at most so many pixels.
pub(crate) fn admit(bytes: &[u8], most_pixels: u64) -> Result<Picture, PictureError> {
    if let Some(format) = raster::format_of(bytes) {
        return raster::admit(bytes, format, most_pixels);
    }
    if svg::looks_like(bytes) { svg::admit(bytes, most_pixels) } else { Err(PictureError::Unknown) }
}
