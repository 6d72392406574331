//! SVG: text as outlines, so it looks the same without the fonts.

use typst_svg::SvgOptions;

use crate::Poster;

impl Poster {
    /// One SVG document per page.
    #[must_use]
    pub fn svg_pages(&self) -> Vec<String> {
        let options = SvgOptions::default();
        self.document.pages().iter().map(|page| typst_svg::svg(page, &options)).collect()
    }
}
