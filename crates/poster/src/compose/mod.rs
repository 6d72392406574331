//! From a map and its measurement to the poster's data: every choice of words and numbers is made here.

mod arcs;
mod columns;
mod curve;
mod emotion;
mod findings;
mod head;
mod lanes;
mod legend;
mod targets;

use std::collections::BTreeMap;

use kelias_map::{EvidenceId, Item, Language, Map, Persona, PersonaId, PlaceId, Text};

use crate::data::{Footer, Sheet};
use crate::icons::ICONS;
use crate::pictures::Pictures;
use crate::text::{breakable, plain};
use crate::theme::Colours;
use crate::words::Words;
use crate::{Options, PosterError};

/// A map as one reader sees it.
pub(crate) struct Reader<'a> {
    map: &'a Map,
    options: &'a Options,
    language: &'a Language,
    words: Words,
    colours: Colours,
    /// Shown personas with their places among all.
    personas: Vec<(usize, &'a Persona)>,
}

impl<'a> Reader<'a> {
    fn new(map: &'a Map, options: &'a Options) -> Result<Self, PosterError> {
        for wanted in &options.personas {
            if map.persona(wanted).is_none() {
                let known: Vec<&str> = map.personas.iter().map(|persona| persona.id.as_str()).collect();
                return Err(PosterError::UnknownPersona { wanted: wanted.to_string(), known: known.join(", ") });
            }
        }
        let language = map.language_or(options.language.as_ref());
        let shown = |persona: &Persona| options.personas.is_empty() || options.personas.contains(&persona.id);
        Ok(Self {
            map,
            options,
            language,
            words: Words::new(language.primary()),
            colours: Colours::new(options.theme, &map.theme),
            personas: map.personas.iter().enumerate().filter(|(_, persona)| shown(persona)).collect(),
        })
    }

    /// The text in the reader's language, with places to break.
    fn text(&self, text: &Text) -> String {
        breakable(text.get(self.language, &self.map.language))
    }

    fn optional(&self, text: Option<&Text>) -> String {
        text.map(|text| self.text(text)).unwrap_or_default()
    }

    /// The text in the quotation marks of the reader's language.
    fn quoted(&self, text: &Text) -> String {
        let text = self.text(text);
        let trimmed = text.trim_matches(['"', '“', '”', '„', '«', '»']);
        if trimmed.is_empty() { String::new() } else { self.words.with("quotation", &[("text", trimmed)]) }
    }

    fn place_title(&self, id: &PlaceId) -> String {
        self.map.place(id).map_or_else(|| id.to_string(), |place| self.text(place.title()))
    }

    /// The letter that stands for a persona wherever there is no room for the name.
    fn badge(number: usize) -> String {
        let letter = char::from(b'A' + (number % 26) as u8);
        if number < 26 { letter.to_string() } else { format!("{letter}{}", number / 26) }
    }

    fn is_shown(&self, id: &PersonaId) -> bool {
        self.personas.iter().any(|(_, persona)| persona.id == *id)
    }

    fn is_backed(item: &Item) -> bool {
        !item.is_assumption()
    }

    fn is_evidence(evidence: &[EvidenceId]) -> bool {
        !evidence.is_empty()
    }
}

/// The poster's data, and the pictures it names. Hidden stages and steps are not on a poster.
pub(crate) fn compose(map: &Map, options: &Options) -> Result<(Sheet, Pictures), PosterError> {
    let map = &*map.without_hidden();
    let reader = Reader::new(map, options)?;
    if map.stages.is_empty() {
        return Err(PosterError::Empty);
    }
    let mut pictures = Pictures::default();
    let columns = reader.columns();
    let stages = reader.stages();
    let lanes = reader.lanes(&mut pictures);
    let arcs = reader.arcs();
    let measured = reader.measured_row(&columns);
    let personas = reader.portraits(&mut pictures);
    let findings = reader.findings();
    let legend = reader.legend(&columns, &stages, &lanes, &arcs, !personas.is_empty());
    let title = reader.text(&map.title);
    let purpose = reader.optional(map.purpose.as_ref());
    let words = &reader.words;
    let labels = ["continued", "goal-of-stage", "picture-missing"];
    // Without steps the row says only what backs the stages.
    let has_titles = columns.iter().any(|column| !column.title.is_empty());
    let steps_title = words.get(if has_titles { "steps" } else { "steps-without" });
    let steps_caption = if has_titles { words.get("steps-caption") } else { String::new() };
    let sheet = Sheet {
        lang: reader.language.primary().to_owned(),
        name: plain(&title),
        title,
        author: map.owner.clone().unwrap_or_default(),
        description: plain(&purpose),
        keywords: map.tags.clone(),
        purpose,
        pills: reader.pills(),
        details: reader.details(),
        personas,
        findings,
        steps_title,
        steps_caption,
        has_goals: stages.iter().any(|stage| !stage.goal.is_empty()),
        has_steps: columns.iter().any(columns::says_something),
        has_chips: columns.iter().any(|column| column.measured.as_ref().is_some_and(|m| !m.next.is_empty())),
        stages,
        columns,
        measured,
        lanes,
        arcs,
        legend,
        footer: Footer { left: words.get("made-with"), right: reader.foot() },
        words: labels.into_iter().map(|id| (id, words.get(id))).collect(),
        icons: ICONS.iter().copied().collect::<BTreeMap<_, _>>(),
        theme: reader.colours,
    };
    Ok((sheet, pictures))
}
