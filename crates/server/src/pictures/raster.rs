//! Pictures made of pixels.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{LONGEST_SIDE, Picture, PictureError};

/// Memory that a decoder may ask for, in bytes for each pixel that is let through: four, and as much again to work in.
const BYTES_PER_PIXEL: u64 = 8;

/// Quality of JPEG, of 100: no visible loss in photographs.
const JPEG_QUALITY: u8 = 88;

/// The format that the first bytes tell.
pub(super) fn format_of(bytes: &[u8]) -> Option<ImageFormat> {
    let known = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];
    image::guess_format(bytes).ok().filter(|format| known.contains(format))
}

/// Whether the header names at most so many pixels.
pub(super) fn check_size(bytes: &[u8], format: ImageFormat, most_pixels: u64) -> Result<(), PictureError> {
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(broken)?;
    if u64::from(width) * u64::from(height) > most_pixels {
        return Err(PictureError::TooManyPixels { width, height, most: most_pixels / 1_000_000 });
    }
    Ok(())
}

/// Decodes the picture and writes it anew: JPEG stays JPEG, WebP stays WebP, all else becomes PNG.
pub(super) fn admit(bytes: &[u8], format: ImageFormat, most_pixels: u64) -> Result<Picture, PictureError> {
    check_size(bytes, format, most_pixels)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(most_pixels * BYTES_PER_PIXEL);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    // Cameras write how they were held beside the pixels; that note is lost below.
    let orientation = decoder.orientation().map_err(broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    if picture.width().max(picture.height()) > LONGEST_SIDE {
        picture = picture.resize(LONGEST_SIDE, LONGEST_SIDE, FilterType::CatmullRom);
    }
    match format {
        ImageFormat::Jpeg => {
            let mut out = Vec::new();
            let encoder = JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
            DynamicImage::from(picture.to_rgb8()).write_with_encoder(encoder).map_err(broken)?;
            Ok(Picture { bytes: out, media_type: "image/jpeg", extension: "jpg" })
        }
        ImageFormat::WebP => {
            let bytes = write(&DynamicImage::from(picture.to_rgba8()), ImageFormat::WebP)?;
            Ok(Picture { bytes, media_type: "image/webp", extension: "webp" })
        }
        _ => {
            let bytes = write(&picture, ImageFormat::Png)?;
            Ok(Picture { bytes, media_type: "image/png", extension: "png" })
        }
    }
}

fn write(picture: &DynamicImage, format: ImageFormat) -> Result<Vec<u8>, PictureError> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).map_err(broken)?;
    Ok(out.into_inner())
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn broken(error: ImageError) -> PictureError {
    PictureError::Broken(error.to_string())
}
