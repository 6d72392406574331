//! What can go wrong.

/// Why there is no poster.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PosterError {
    /// A persona to show is not on the map.
    #[error("there is no persona `{wanted}` on the map; it has: {known}")]
    UnknownPersona {
        /// The id asked for.
        wanted: String,
        /// Ids of the map's personas.
        known: String,
    },
    /// The map has no columns to draw.
    #[error("the map has no stages to draw; add one to `stages`, or show one that is hidden")]
    Empty,
    /// The pages could not be typeset: a fault of the template, not of the map.
    #[error("the poster could not be typeset: {0}")]
    Typeset(String),
    /// The PDF could not be written.
    #[error("the PDF could not be written: {0}")]
    Pdf(String),
    /// The picture would be larger than can be drawn.
    #[error(
        "a page of {width} x {height} pixels is too large to draw; take a lower --ppi than {ppi}, a smaller paper, or a PDF"
    )]
    TooManyPixels {
        /// Width of the page in pixels.
        width: u64,
        /// Height of the page in pixels.
        height: u64,
        /// Pixels per inch asked for.
        ppi: u32,
    },
    /// The picture could not be encoded.
    #[error("the picture could not be encoded: {0}")]
    Png(String),
}
