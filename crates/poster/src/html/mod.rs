//! HTML: one self-contained page, with real headings, lists and a table, not a picture of them.
//!
//! Nothing is loaded from elsewhere: style and pictures are inside, the fonts are the reader's own.

mod arcs;
mod curve;
mod escape;
mod grid;
mod numbers;

use std::fmt::Write;

use kelias_map::Map;

use self::escape::{attribute, text};
use crate::compose::compose;
use crate::data::{Portrait, Sheet};
use crate::icons::ICONS;
use crate::pictures::Pictures;
use crate::words::Words;
use crate::{Options, PosterError};

const STYLE: &str = include_str!("style.css");

/// Width of a column on the screen, in CSS pixels.
const STEP: f64 = 186.0;
/// Width of the lanes' headings, in CSS pixels.
const HEAD: f64 = 168.0;

/// What every part of the page is written from.
struct Page<'a> {
    sheet: &'a Sheet,
    pictures: &'a Pictures,
    words: Words,
    options: &'a Options,
}

/// The map as one HTML file for screen and paper, in light and dark.
///
/// # Errors
/// The map has no stages, or a persona asked for is not on it.
pub fn html(map: &Map, options: &Options) -> Result<String, PosterError> {
    let (sheet, pictures) = compose(map, options)?;
    let words = Words::new(&sheet.lang);
    let page = Page { sheet: &sheet, pictures: &pictures, words, options };
    Ok(page.write())
}

impl Page<'_> {
    fn write(&self) -> String {
        let sheet = self.sheet;
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"generator\" content=\"Kelias\">\n<title>{title}</title>\n<style>\n{own}{style}</style>\n</head>\n\
             <body>\n{symbols}{head}<main>\n{personas}{findings}{map}{numbers}</main>\n{foot}</body>\n</html>\n",
            lang = attribute(&sheet.lang),
            title = attribute(&sheet.name),
            style = STYLE,
            own = self.own_style(),
            symbols = symbols(),
            head = self.head(),
            personas = self.personas(),
            findings = self.findings(),
            map = self.map(),
            numbers = self.numbers(),
            foot = self.foot(),
        )
    }

    /// The map's own colours, and a sheet of paper as wide as the table.
    fn own_style(&self) -> String {
        let theme = &self.sheet.theme;
        let columns = self.sheet.columns.len() as f64;
        let width = (((columns * STEP + HEAD) * 25.4 / 96.0) + 40.0).max(297.0);
        let height = (width * 0.707).max(210.0);
        format!(
            ":root{{--accent-ink:{};--accent-dark:{};--head:{HEAD}px;--step:{STEP}px;--columns:{columns}}}\n\
             @page{{size:{width:.0}mm {height:.0}mm;margin:10mm}}\n",
            theme.accent_ink, theme.accent_light,
        )
    }

    fn head(&self) -> String {
        let sheet = self.sheet;
        let mut out = format!("<header>\n<div class=\"title\"><h1>{}</h1>\n", text(&sheet.title));
        if !sheet.purpose.is_empty() {
            let _ = writeln!(out, "<p class=\"purpose\">{}</p>", text(&sheet.purpose));
        }
        out.push_str("<ul class=\"pills\">");
        for pill in &sheet.pills {
            let _ = write!(out, "<li>{}</li>", text(pill));
        }
        out.push_str("</ul></div>\n");
        if !sheet.details.is_empty() {
            out.push_str("<dl class=\"details\">");
            for detail in &sheet.details {
                let _ = write!(out, "<div><dt>{}</dt><dd>{}</dd></div>", text(&detail.label), text(&detail.value));
            }
            out.push_str("</dl>\n");
        }
        out.push_str("</header>\n");
        out
    }

    fn personas(&self) -> String {
        if self.sheet.personas.is_empty() {
            return String::new();
        }
        let mut out =
            format!("<section class=\"personas\" aria-label=\"{}\">\n", attribute(&self.words.get("personas-title")));
        for persona in &self.sheet.personas {
            out.push_str(&self.persona(persona));
        }
        out.push_str("</section>\n");
        out
    }

    fn persona(&self, persona: &Portrait) -> String {
        let colour = self.persona_colour(persona.number);
        let mut out = String::from("<article class=\"persona\">\n<div class=\"who\">");
        match persona.picture.as_deref().and_then(|path| self.pictures.get(path)) {
            Some(picture) => {
                let _ = write!(out, "<img class=\"portrait\" src=\"{}\" alt=\"\">", picture.data_uri());
            }
            None => {
                let _ = write!(
                    out,
                    "<span class=\"portrait\" style=\"background:{colour}\" aria-hidden=\"true\">{}</span>",
                    text(&persona.badge)
                );
            }
        }
        let _ = write!(out, "<div><h2>{}</h2>", text(&persona.name));
        if !persona.role.is_empty() {
            let _ = write!(out, "<p class=\"small\">{}</p>", text(&persona.role));
        }
        if !persona.quote.is_empty() {
            let _ = write!(out, "<blockquote>{}</blockquote>", text(&persona.quote));
        }
        out.push_str("</div></div>\n");
        if !persona.lists.is_empty() {
            out.push_str("<div class=\"lists\">");
            for list in &persona.lists {
                let _ = write!(out, "<section><h3>{}</h3><ul>", text(&list.title));
                for item in &list.items {
                    let _ = write!(out, "<li>{}{}</li>", self.dot(Some(item.backed)), text(&item.text));
                }
                out.push_str("</ul></section>");
            }
            out.push_str("</div>\n");
        }
        out.push_str("</article>\n");
        out
    }

    fn findings(&self) -> String {
        if self.sheet.findings.is_empty() {
            return String::new();
        }
        let mut out =
            format!("<section aria-label=\"{}\"><ul class=\"findings\">", attribute(&self.words.get("page-findings")));
        for finding in &self.sheet.findings {
            let value =
                if finding.value.is_empty() { String::new() } else { format!("<b>{}</b> ", text(&finding.value)) };
            let _ = write!(out, "<li class=\"{}\">{value}<span>{}</span></li>", finding.tone, text(&finding.text));
        }
        out.push_str("</ul></section>\n");
        out
    }

    fn foot(&self) -> String {
        let footer = &self.sheet.footer;
        format!("<footer><span>{}</span><span>{}</span></footer>\n", text(&footer.left), text(&footer.right))
    }

    /// The mark of evidence, said in words to who cannot see it.
    fn dot(&self, backed: Option<bool>) -> String {
        let Some(backed) = backed else { return String::new() };
        let (class, label) = if backed { ("backed", "legend-backed") } else { ("assumed", "legend-assumed") };
        let label = attribute(&self.words.get(label));
        format!("<span class=\"dot {class}\" role=\"img\" aria-label=\"{label}\" title=\"{label}\"></span>")
    }

    fn persona_colour(&self, number: usize) -> &str {
        let colours = &self.sheet.theme.personas;
        colours[number % colours.len()]
    }
}

/// The drawings, once; the rest of the page refers to them.
fn symbols() -> String {
    let mut out = String::from("<svg width=\"0\" height=\"0\" class=\"hidden\" aria-hidden=\"true\"><defs>");
    for (name, path) in ICONS {
        let _ = write!(out, "<symbol id=\"i-{name}\" viewBox=\"0 0 16 16\"><path d=\"{path}\"/></symbol>");
    }
    out.push_str("</defs></svg>\n");
    out
}

/// One of the drawings; decoration, so a reading machine skips it.
fn icon(name: &str) -> String {
    format!("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-{name}\"/></svg>")
}
