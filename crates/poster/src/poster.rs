//! The poster as set pages.

use kelias_map::Map;
use typst_layout::PagedDocument;

use crate::compose::compose;
use crate::{Options, PosterError, layout};

/// A typeset poster; the outputs are its methods, one module each.
pub struct Poster {
    pub(crate) document: PagedDocument,
    pub(crate) ident: String,
    pub(crate) date: Option<kelias_map::Date>,
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
    let document = layout::set(&sheet, &pictures, options)?;
    // What the compiler remembers of older posters would grow without end in a server.
    typst::comemo::evict(5);
    Ok(Poster { document, ident: format!("kelias:{}", map.id), date: options.date, warnings: pictures.warnings })
}
