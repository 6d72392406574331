//! The poster as set pages.

use kelias_map::Map;
use typst_layout::PagedDocument;

use crate::compose::compose;
use crate::world::missing_glyphs;
use crate::{Options, PosterError, layout};

/// A typeset poster; the outputs are its methods, one module each.
pub struct Poster {
    pub(crate) document: PagedDocument,
    pub(crate) ident: String,
    pub(crate) date: Option<kelias_map::Date>,
    /// Whether every character has a glyph, without which a PDF cannot be PDF/UA.
    pub(crate) is_covered: bool,
    warnings: Vec<String>,
}

impl Poster {
    /// What could not be shown as the map asks, such as a picture that cannot be read.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Number of pages.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// Width and height of every page, in points.
    #[must_use]
    pub fn page_sizes(&self) -> Vec<(f64, f64)> {
        let sizes = self.document.pages().iter().map(|page| page.frame.size());
        sizes.map(|size| (size.x.to_pt(), size.y.to_pt())).collect()
    }
}

/// Sets the poster of a map. The same map and options give the same bytes in every output.
///
/// # Errors
/// The map has no stages, a persona asked for is not on it, or the template fails.
pub fn render(map: &Map, options: &Options) -> Result<Poster, PosterError> {
    let (sheet, pictures) = compose(map, options)?;
    let data = sheet.to_json();
    let missing = missing_glyphs(&data);
    let mut warnings = pictures.warnings.clone();
    if !missing.is_empty() {
        let shown: String = missing.iter().take(20).collect();
        warnings.push(format!(
            "{} characters have no glyph in the fonts of the poster, among them {shown}; the HTML page can show them, and the PDF is tagged but not PDF/UA",
            missing.len()
        ));
    }
    let document = layout::set(&sheet, data, &pictures, options)?;
    // What the compiler remembers of older posters would grow without end in a server.
    typst::comemo::evict(5);
    Ok(Poster {
        document,
        ident: format!("kelias:{}", map.id),
        date: options.date,
        is_covered: missing.is_empty(),
        warnings,
    })
}
