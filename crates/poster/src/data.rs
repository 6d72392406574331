//! The poster as plain data: texts in one language, numbers as text, positions in columns. What the Typst template
//! and the HTML page read, and all they read.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::theme::Colours;

/// Everything a poster says.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Sheet {
    /// Language of the texts, the first part of its tag: for hyphenation.
    pub(crate) lang: String,
    /// Title without places to break, for the document's own record.
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) description: String,
    pub(crate) keywords: Vec<String>,
    pub(crate) purpose: String,
    pub(crate) pills: Vec<String>,
    pub(crate) details: Vec<Detail>,
    pub(crate) personas: Vec<Portrait>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) has_goals: bool,
    pub(crate) has_steps: bool,
    /// Heading of the row of steps, and what it adds.
    pub(crate) steps_title: String,
    pub(crate) steps_caption: String,
    pub(crate) has_chips: bool,
    pub(crate) columns: Vec<Column>,
    /// Heading of the measured row; absent when nothing was measured.
    pub(crate) measured: Option<Lane>,
    pub(crate) lanes: Vec<Lane>,
    pub(crate) arcs: Vec<Arc>,
    pub(crate) legend: Vec<LegendEntry>,
    pub(crate) footer: Footer,
    /// Labels of the template itself.
    pub(crate) words: BTreeMap<&'static str, String>,
    pub(crate) theme: Colours,
    pub(crate) icons: BTreeMap<&'static str, &'static str>,
}

impl Sheet {
    /// The data as the template reads it.
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("the poster's data is plain and always serialises")
    }
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Detail {
    pub(crate) label: String,
    pub(crate) value: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Portrait {
    /// Place among all personas of the map: the colour keeps when some are left out.
    pub(crate) number: usize,
    pub(crate) badge: String,
    pub(crate) name: String,
    pub(crate) alt: String,
    pub(crate) role: String,
    pub(crate) quote: String,
    /// Virtual path of the picture.
    pub(crate) picture: Option<String>,
    pub(crate) lists: Vec<PortraitList>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct PortraitList {
    pub(crate) title: String,
    pub(crate) items: Vec<Claim>,
}

/// A text and whether it is backed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Claim {
    pub(crate) text: String,
    pub(crate) backed: bool,
}

/// One thing the map says, with its number.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Finding {
    pub(crate) value: String,
    pub(crate) text: String,
    /// `plain` or `bad`.
    pub(crate) tone: &'static str,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Stage {
    pub(crate) title: String,
    pub(crate) first: usize,
    pub(crate) span: usize,
    pub(crate) goal: String,
    pub(crate) moment: Option<String>,
    pub(crate) sub_map: Option<String>,
    pub(crate) fill: String,
    pub(crate) ink: String,
    pub(crate) moment_ink: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Column {
    /// Id of the step or stage.
    pub(crate) id: String,
    /// Title of the step; empty where the stage itself is the column.
    pub(crate) title: String,
    /// Title of the step or stage, for descriptions.
    pub(crate) place: String,
    pub(crate) moment: Option<String>,
    pub(crate) success: String,
    pub(crate) expected: String,
    pub(crate) evidence: Option<EvidenceMark>,
    pub(crate) measured: Option<Measured>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct EvidenceMark {
    pub(crate) backed: bool,
    pub(crate) text: String,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Measured {
    /// 0 to 1, for the bar.
    pub(crate) share: Option<f64>,
    pub(crate) number: String,
    pub(crate) share_text: String,
    pub(crate) next: String,
    pub(crate) worst: bool,
    /// Icon and text.
    pub(crate) notes: Vec<(&'static str, String)>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Lane {
    /// Kind of the map's lane, or `line` for a line of a blueprint, or `measured`.
    pub(crate) kind: &'static str,
    pub(crate) title: String,
    pub(crate) caption: String,
    pub(crate) colour: Option<String>,
    pub(crate) tint: Option<String>,
    pub(crate) icon: Option<&'static str>,
    /// Rows of cells: the stage's own above those of its steps where both are filled.
    pub(crate) parts: Vec<Vec<Cell>>,
    pub(crate) series: Vec<Series>,
    /// Least and greatest value that the curve's drawing reaches.
    pub(crate) scale: [f64; 2],
    pub(crate) alt: String,
}

/// The scale of emotions, from end to end.
pub(crate) const WHOLE_SCALE: [f64; 2] = [-2.0, 2.0];

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Cell {
    pub(crate) first: usize,
    pub(crate) span: usize,
    pub(crate) items: Vec<Entry>,
}

/// What stands in a cell.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum Entry {
    Note(Note),
    Touchpoint(Touchpoint),
    Barrier(Barrier),
    Idea(Idea),
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Note {
    pub(crate) text: String,
    pub(crate) alt: String,
    /// Absent where nothing is claimed: measured values.
    pub(crate) backed: Option<bool>,
    /// Virtual path of the picture.
    pub(crate) image: Option<String>,
    /// A picture is named but was not given or cannot be read.
    pub(crate) missing: bool,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Touchpoint {
    pub(crate) text: String,
    pub(crate) icon: &'static str,
    /// Virtual path of the picture that stands in place of the icon.
    pub(crate) picture: Option<String>,
    pub(crate) bound: bool,
    pub(crate) note: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Barrier {
    pub(crate) text: String,
    pub(crate) backed: Option<bool>,
    pub(crate) criticality: Option<u8>,
    pub(crate) level: String,
    pub(crate) notes: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Idea {
    pub(crate) text: String,
    pub(crate) backed: Option<bool>,
    pub(crate) notes: Vec<String>,
}

/// A line of the emotion curve.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Series {
    /// `claimed`, `wished` or `measured`.
    pub(crate) kind: &'static str,
    /// Place of the persona, for the colour.
    pub(crate) persona: usize,
    pub(crate) badge: String,
    pub(crate) label: String,
    /// What the key beside the curve calls it; empty where another line's entry speaks for it.
    pub(crate) key: String,
    /// Whether it is drawn with faces and numbers.
    pub(crate) faces: bool,
    pub(crate) points: Vec<Point>,
    /// Values of whole stages, drawn as bars.
    pub(crate) plateaus: Vec<Plateau>,
}

/// A value of a whole stage of several columns.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Plateau {
    /// First column of the stage.
    pub(crate) from: usize,
    /// The column after its last.
    pub(crate) until: usize,
    /// -2 to +2.
    pub(crate) value: f64,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Point {
    /// Middle of the column, counted in columns from the left.
    pub(crate) x: f64,
    /// How far it is drawn beside the middle, in columns: faces of one column stand side by side.
    pub(crate) aside: f64,
    /// How many faces share the column.
    pub(crate) crowd: usize,
    /// Whether its label stands above it rather than below: where fewer lines run.
    pub(crate) above: bool,
    /// -2 to +2.
    pub(crate) value: f64,
    /// The icon that stands in place of the face.
    pub(crate) icon: Option<&'static str>,
    pub(crate) text: String,
    pub(crate) word: String,
    pub(crate) gap: Option<String>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    /// How far off the point before may be to count as its neighbour, in columns.
    pub(crate) reach: f64,
}

/// A way beside the order of the stages.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Arc {
    /// Middle of the column where it begins, in columns.
    pub(crate) from: f64,
    /// Middle of the column where it leads.
    pub(crate) to: f64,
    /// `loop`, `branch` or `skip`.
    pub(crate) kind: &'static str,
    pub(crate) title: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct LegendEntry {
    pub(crate) mark: &'static str,
    pub(crate) text: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Footer {
    pub(crate) left: String,
    pub(crate) right: String,
}
