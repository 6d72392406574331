//! The poster of a journey map: a picture before it is a table.
//!
//! [`render`] turns a map, and what was measured of it, into a [`Poster`]: typeset pages that become PDF, SVG or
//! PNG. [`html`] writes the same content as one self-contained page. Both stand on the same plain data, so they
//! never disagree.
//!
//! The way of a datum: map and measurement -> `compose` (texts in one language, numbers as text) -> `data::Sheet`
//! -> `layout` (sizes that fit the paper) -> Typst template in `template/` -> pages -> one module per output.
//! The template gets users' texts as data, never as markup. No file, network or clock is touched here: pictures
//! and the date come in through [`Options`].
//!
//! Fonts: Inter for Latin, Cyrillic and Greek; Noto Emoji for emoji. Other scripts (Arabic, Hebrew, Chinese,
//! Japanese, Korean and so on) have no glyphs in the PDF, SVG and PNG; the HTML page shows them in the reader's
//! own fonts.

mod compose;
mod data;
mod error;
mod html;
mod icons;
mod layout;
mod options;
mod pdf;
mod pictures;
mod png;
mod poster;
mod svg;
mod text;
mod theme;
mod words;
mod world;

pub use error::PosterError;
pub use html::html;
pub use options::{Options, Paper, Theme};
pub use poster::{Poster, render};
pub use world::FONTS;
