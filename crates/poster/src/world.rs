//! What Typst sees: the template, the poster's data, pictures and fonts. No file system, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::pictures::Pictures;

const TEMPLATE: [(&str, &str); 6] = [
    ("/base.typ", include_str!("../template/base.typ")),
    ("/head.typ", include_str!("../template/head.typ")),
    ("/arcs.typ", include_str!("../template/arcs.typ")),
    ("/emotion.typ", include_str!("../template/emotion.typ")),
    ("/cells.typ", include_str!("../template/cells.typ")),
    ("/rows.typ", include_str!("../template/rows.typ")),
];

const MAIN: (&str, &str) = ("/poster.typ", include_str!("../template/poster.typ"));

/// The files of the fonts that posters are set in: Inter for Latin, Cyrillic and Greek, Noto Emoji for emoji.
pub const FONTS: [&[u8]; 6] = [
    include_bytes!("../fonts/Inter-Regular.otf"),
    include_bytes!("../fonts/Inter-Italic.otf"),
    include_bytes!("../fonts/Inter-Medium.otf"),
    include_bytes!("../fonts/Inter-SemiBold.otf"),
    include_bytes!("../fonts/Inter-Bold.otf"),
    include_bytes!("../fonts/NotoEmoji-Regular.ttf"),
];

/// What never changes: read once per process.
struct Fixed {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// Parts of the template; few enough to be searched.
    sources: Vec<Source>,
    main: FileId,
}

static FIXED: LazyLock<Fixed> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect();
    let sources =
        TEMPLATE.into_iter().chain([MAIN]).map(|(path, text)| Source::new(file_id(path), text.to_owned())).collect();
    Fixed {
        // Row headings of the table are tagged as such only with this feature.
        library: LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        sources,
        main: file_id(MAIN.0),
    }
});

fn file_id(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("virtual paths of the poster are plain names");
    FileId::new(RootedPath::new(VirtualRoot::Project, path))
}

/// One run of the compiler: the poster's data and a plan of its pages.
pub(crate) struct PosterWorld<'a> {
    data: Bytes,
    plan: Bytes,
    pictures: &'a Pictures,
}

impl<'a> PosterWorld<'a> {
    /// The data and the plan as JSON.
    pub(crate) fn new(data: Bytes, plan: String, pictures: &'a Pictures) -> Self {
        Self { data, plan: Bytes::from_string(plan), pictures }
    }
}

impl World for PosterWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &FIXED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FIXED.book
    }

    fn main(&self) -> FileId {
        FIXED.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        FIXED.sources.iter().find(|source| source.id() == id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id.vpath().get_with_slash() {
            "/poster.json" => Ok(self.data.clone()),
            "/layout.json" => Ok(self.plan.clone()),
            path => self.pictures.get(path).map(|picture| picture.bytes.clone()).ok_or_else(|| not_found(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FIXED.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Characters of a text that no font of the poster can draw.
pub(crate) fn missing_glyphs(text: &str) -> std::collections::BTreeSet<char> {
    // Joiners and marks of direction or variation are no glyphs of their own.
    let silent = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
    };
    let drawn = |c: char| FIXED.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)));
    text.chars().filter(|c| !silent(*c) && !drawn(*c)).collect()
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
