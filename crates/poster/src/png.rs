//! PNG.

use typst::layout::Abs;
use typst_render::RenderOptions;

use crate::{Poster, PosterError};

/// More pixels than this on one page are refused: four bytes each, they would fill the memory.
const MOST_PIXELS: u64 = 400_000_000;

impl Poster {
    /// One PNG file per page, at so many pixels per inch.
    ///
    /// # Errors
    /// A page would have more than 400 million pixels, or the encoder fails.
    pub fn png_pages(&self, ppi: u32) -> Result<Vec<Vec<u8>>, PosterError> {
        let scale = f64::from(ppi) / Abs::inches(1.0).to_pt();
        let options = RenderOptions { pixel_per_pt: scale.into(), render_bleed: false };
        let pages = self.document.pages().iter();
        pages
            .map(|page| {
                let size = page.frame.size();
                let (width, height) = ((size.x.to_pt() * scale) as u64, (size.y.to_pt() * scale) as u64);
                if width * height > MOST_PIXELS {
                    return Err(PosterError::TooManyPixels { width, height, ppi });
                }
                typst_render::render(page, &options).encode_png().map_err(|error| PosterError::Png(error.to_string()))
            })
            .collect()
    }
}
