//! PDF: tagged, with the fonts inside.

use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{Poster, PosterError};

impl Poster {
    /// The poster as one tagged PDF file that conforms to PDF/UA-1 (ISO 14289-1, accessible PDF), unless a character
    /// of the map has no glyph: then it is a tagged PDF 1.7, and [`Poster::warnings`] says so.
    ///
    /// # Errors
    /// The file does not meet the standard, which is a fault of the template.
    pub fn pdf(&self) -> Result<Vec<u8>, PosterError> {
        let standards = PdfStandards::new(if self.is_covered { &[PdfStandard::Ua_1] } else { &[PdfStandard::V_1_7] })
            .map_err(|error| PosterError::Pdf(error.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(self.ident.clone()),
            creator: Smart::Custom(Some("Kelias".to_owned())),
            timestamp: self.timestamp(),
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            let messages: Vec<String> = errors.iter().map(|error| error.message.to_string()).collect();
            PosterError::Pdf(messages.join("; "))
        })
    }

    /// Midnight of the day the caller gave: no clock is read.
    fn timestamp(&self) -> Option<Timestamp> {
        let text = self.date?.to_string();
        let mut parts = text.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Datetime::from_ymd_hms(year, month, day, 0, 0, 0).map(Timestamp::new_utc)
    }
}
