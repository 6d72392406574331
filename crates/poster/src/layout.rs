//! How large everything is: the size of type and the division into pages, found by setting the poster and looking.

use serde::Serialize;
use typst::foundations::Bytes;
use typst_layout::PagedDocument;

use crate::data::Sheet;
use crate::options::Paper;
use crate::pictures::Pictures;
use crate::world::PosterWorld;
use crate::{Options, PosterError};

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// Width of the lanes' headings, in units of type.
const HEAD: f64 = 11.5;
/// A column narrower than this is not readable, in units of type.
const NARROWEST: f64 = 8.5;
/// A comfortable narrow column, in units of type.
const COMFORTABLE: f64 = 11.0;
/// Height of the emotion curve between -2 and +2, in units of type, and the most it grows to on an empty sheet.
const CURVE: (f64, f64) = (8.0, 18.0);
/// Empty space above and below the content of a row, in units of type, and the most it grows to.
const AIR: (f64, f64) = (0.15, 0.8);
/// A page that fits its content is not wider than this; beyond it the map continues on another page.
const WIDEST_FIT: f64 = 8_600.0;
/// A column wider than this leaves lines too long and the sheet empty, in units of type.
const WIDEST: f64 = 26.0;
/// How much wider than those of the fullest sheet the columns of another one become.
const STRETCH: f64 = 1.4;
/// How many bands of columns below each other are tried on one page.
const MOST_BANDS: usize = 6;

/// Sizes of one run, for the template; lengths in points unless said otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Plan {
    /// Size of the running text.
    unit: f64,
    width: f64,
    /// Absent: as high as the content.
    height: Option<f64>,
    margin: f64,
    /// In units.
    head: f64,
    /// In units.
    emotion: f64,
    /// In units.
    air: f64,
    /// Height of pictures, in units.
    picture: f64,
    /// Whether the runs of columns stand below each other rather than on pages of their own.
    stacked: bool,
    sheets: Vec<Part>,
}

/// A run of columns, on one page or in one band of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Part {
    first: usize,
    last: usize,
    /// Width of a column.
    step: f64,
    title: String,
}

/// A size of type with which runs of columns fit the paper.
struct Fit {
    unit: f64,
    /// Height of the highest page.
    height: f64,
    plan: Plan,
}

/// Sets posters of one map.
struct Press<'a> {
    sheet: &'a Sheet,
    data: Bytes,
    pictures: &'a Pictures,
}

/// The set poster in the size the options ask for; `data` is the sheet as JSON.
pub(crate) fn set(
    sheet: &Sheet,
    data: String,
    pictures: &Pictures,
    options: &Options,
) -> Result<PagedDocument, PosterError> {
    let press = Press { sheet, data: Bytes::from_string(data), pictures };
    match options.paper.millimetres() {
        None => press.fit_page(),
        Some((short, long)) => {
            let (width, height) = if options.landscape { (long, short) } else { (short, long) };
            press.fit_paper(&Stock::new(options.paper, width * POINTS, height * POINTS))
        }
    }
}

/// A fixed size of paper and the sizes of type that suit it.
struct Stock {
    width: f64,
    height: f64,
    margin: f64,
    smallest: f64,
    largest: f64,
}

impl Stock {
    fn new(paper: Paper, width: f64, height: f64) -> Self {
        // Larger paper is read from further away.
        let (smallest, largest, margin) = match paper {
            Paper::A0 => (8.0, 28.0, 20.0),
            Paper::A1 => (7.0, 21.0, 16.0),
            Paper::A2 => (6.5, 16.0, 13.0),
            Paper::A3 => (6.0, 12.5, 10.0),
            Paper::A4 | Paper::Fit => (5.5, 10.0, 8.0),
        };
        Self { width, height, margin: margin * POINTS, smallest, largest }
    }

    /// Width of a column when the fullest sheet holds so many.
    fn step(&self, unit: f64, columns: usize) -> f64 {
        (self.width - 2.0 * self.margin - HEAD * unit) / columns as f64
    }
}

impl Press<'_> {
    fn set(&self, plan: &Plan) -> Result<PagedDocument, PosterError> {
        let json = serde_json::to_string(plan).expect("a plan is plain and always serialises");
        let world = PosterWorld::new(self.data.clone(), json, self.pictures);
        typst::compile::<PagedDocument>(&world).output.map_err(|errors| {
            let messages: Vec<String> = errors.iter().map(|error| error.message.to_string()).collect();
            PosterError::Typeset(messages.join("; "))
        })
    }

    /// A page as large as the map needs: columns widen while the sheet is higher than a poster should be.
    fn fit_page(&self) -> Result<PagedDocument, PosterError> {
        const UNIT: f64 = 10.0;
        const MARGIN: f64 = 28.0;
        let mut best = None;
        // Many columns make a sheet wide enough by themselves.
        let narrow = if self.sheet.columns.len() > 12 { 12.5 } else { 14.0 };
        for step in [narrow, 17.0, 21.0] {
            let across = (((WIDEST_FIT - 2.0 * MARGIN) / UNIT - HEAD) / step).floor().max(1.0) as usize;
            let parts = self.parts(across);
            let columns = fullest(&parts);
            // A single narrow column would leave no room for the head.
            let step = step.max((64.0 - HEAD) / columns as f64);
            let width = (columns as f64 * step + HEAD) * UNIT + 2.0 * MARGIN;
            let plan = self.plan(UNIT, width, None, MARGIN, step * UNIT, &parts);
            let document = self.set(&plan)?;
            let height = tallest(&document);
            best = Some((plan, height, document));
            if height <= 0.72 * width {
                break;
            }
        }
        let (plan, height, document) = best.expect("at least one width is tried");
        // A low wide sheet has room for a curve that can be seen from afar.
        let spare = 0.6 * plan.width - height;
        if spare > 2.0 * UNIT { self.set(&self.spread_curve(&plan, spare / UNIT)) } else { Ok(document) }
    }

    /// The map on one sheet, in one band or several below each other, as large as it fits; else on several sheets; where
    /// even the smallest type does not fit, rows continue on further pages too.
    fn fit_paper(&self, stock: &Stock) -> Result<PagedDocument, PosterError> {
        let one = match self.split_in(1) {
            Some(parts) => self.fit_sheets(stock, &parts, false, stock.smallest)?,
            None => None,
        };
        let bands = match &one {
            // A map that fills its sheet gains nothing from being cut.
            Some(fit) if fit.height > 0.6 * stock.height => None,
            one => self.fit_bands(stock, one.as_ref().map_or(stock.smallest, |fit| fit.unit * 1.15))?,
        };
        let best = match (one, bands) {
            (_, Some(bands)) => Some(bands),
            (one, None) => one,
        };
        if let Some(fit) = best {
            return self.finish(stock, &fit);
        }
        let columns = self.sheet.columns.len();
        for sheets in 2..=columns {
            if stock.step(stock.smallest, columns.div_ceil(sheets)) > WIDEST * stock.smallest {
                break;
            }
            let Some(parts) = self.split_in(sheets) else { continue };
            if let Some(fit) = self.fit_sheets(stock, &parts, false, stock.smallest)? {
                return self.finish(stock, &fit);
            }
        }
        let unit = (stock.smallest * 1.15).min(stock.largest);
        let across = ((stock.width - 2.0 * stock.margin - HEAD * unit) / (COMFORTABLE * unit)).floor().max(1.0);
        let parts = self.parts(across as usize);
        // The same number of sheets, but of about equal width.
        let parts = self.split_in(parts.len()).unwrap_or(parts);
        let step = stock.step(unit, fullest(&parts));
        self.set(&self.plan(unit, stock.width, Some(stock.height), stock.margin, step, &parts))
    }

    /// The number of bands that allows the largest type, if it is at least this large.
    fn fit_bands(&self, stock: &Stock, least: f64) -> Result<Option<Fit>, PosterError> {
        let mut best: Option<Fit> = None;
        for bands in 2..=MOST_BANDS {
            let Some(parts) = self.split_in(bands) else { continue };
            if stock.step(stock.largest, fullest(&parts)) > 2.0 * WIDEST * stock.largest {
                break;
            }
            // One more band is worth a larger type only.
            let least = best.as_ref().map_or(least, |before| before.unit * 1.03);
            match (self.fit_sheets(stock, &parts, true, least)?, &best) {
                (Some(fit), _) => best = Some(fit),
                (None, Some(_)) => break,
                (None, None) => {}
            }
        }
        Ok(best)
    }

    /// The largest type with which these runs of columns fit; none when the least one asked for is too large.
    fn fit_sheets(
        &self,
        stock: &Stock,
        parts: &[(usize, usize)],
        stacked: bool,
        least: f64,
    ) -> Result<Option<Fit>, PosterError> {
        let columns = fullest(parts);
        let at = |unit: f64| Plan {
            stacked,
            ..self.plan(unit, stock.width, None, stock.margin, stock.step(unit, columns), parts)
        };
        let height_at = |unit: f64| -> Result<f64, PosterError> {
            if stock.step(unit, columns) < NARROWEST * unit {
                return Ok(f64::INFINITY);
            }
            Ok(tallest(&self.set(&at(unit))?))
        };
        let (mut low, mut high) = (least, stock.largest);
        if low > high {
            return Ok(None);
        }
        let mut height = height_at(low)?;
        if height > stock.height {
            return Ok(None);
        }
        let high_height = height_at(high)?;
        if high_height <= stock.height {
            (low, height) = (high, high_height);
        } else {
            while high / low > 1.035 {
                let middle = (low * high).sqrt();
                let middle_height = height_at(middle)?;
                if middle_height <= stock.height {
                    (low, height) = (middle, middle_height);
                } else {
                    high = middle;
                }
            }
        }
        Ok(Some(Fit { unit: low, height, plan: Plan { height: Some(stock.height), ..at(low) } }))
    }

    /// The pages of a fit, with what is left of them spread.
    fn finish(&self, stock: &Stock, fit: &Fit) -> Result<PagedDocument, PosterError> {
        let pages = if fit.plan.stacked { 1 } else { fit.plan.sheets.len() };
        let document = self.set(&self.spread(&fit.plan, stock.height - fit.height))?;
        if document.pages().len() == pages {
            return Ok(document);
        }
        // Space that was given away can push a line over the edge; without it the sheet is known to fit.
        self.set(&fit.plan)
    }

    /// Gives what is left of the page first to the curve, then to the rows.
    fn spread(&self, tight: &Plan, slack: f64) -> Plan {
        let rest = (slack - 0.5 * tight.unit).max(0.0) / tight.unit;
        let mut plan = self.spread_curve(tight, rest * 0.6);
        let rest = rest - (plan.emotion - tight.emotion) * self.curves(tight);
        let bands = if tight.stacked { tight.sheets.len() } else { 1 };
        let rows = bands * (self.sheet.lanes.iter().map(|lane| lane.parts.len().max(1)).sum::<usize>() + 1);
        plan.air += (rest / (2.0 * rows as f64) * 0.9).min(AIR.1 - AIR.0);
        plan
    }

    /// Gives so many units to the emotion curves.
    fn spread_curve(&self, tight: &Plan, spare: f64) -> Plan {
        let curves = self.curves(tight);
        let more = if curves > 0.0 { (spare / curves).min(CURVE.1 - CURVE.0) } else { 0.0 };
        Plan { emotion: tight.emotion + more, ..tight.clone() }
    }

    /// How many curves a page shows.
    fn curves(&self, plan: &Plan) -> f64 {
        let bands = if plan.stacked { plan.sheets.len() } else { 1 };
        let lanes = self.sheet.lanes.iter().filter(|lane| lane.kind == "emotion" && !lane.series.is_empty()).count();
        (bands * lanes) as f64
    }

    fn plan(
        &self,
        unit: f64,
        width: f64,
        height: Option<f64>,
        margin: f64,
        step: f64,
        parts: &[(usize, usize)],
    ) -> Plan {
        let most = fullest(parts) as f64;
        let part = |&(first, last): &(usize, usize)| {
            // A sheet with fewer columns is as wide as the others as long as its columns do not look stretched.
            let wider = (most / (last - first) as f64).min(STRETCH);
            Part { first, last, step: step * wider, title: self.title(first, last) }
        };
        let sheets = parts.iter().map(part).collect();
        Plan {
            unit,
            width,
            height,
            margin,
            head: HEAD,
            emotion: CURVE.0,
            air: AIR.0,
            picture: 8.0,
            stacked: false,
            sheets,
        }
    }

    /// First and last stage of a sheet.
    fn title(&self, first: usize, last: usize) -> String {
        let on = |column: usize| {
            let stage = self.sheet.stages.iter().rfind(|stage| stage.first <= column);
            stage.map(|stage| stage.title.as_str()).unwrap_or_default()
        };
        let (from, to) = (on(first), on(last - 1));
        if from == to { from.to_owned() } else { format!("{from} – {to}") }
    }

    /// So many sheets of about equal width; none when there are fewer columns than sheets.
    fn split_in(&self, sheets: usize) -> Option<Vec<(usize, usize)>> {
        let columns = self.sheet.columns.len();
        if sheets > columns {
            return None;
        }
        // Stages of unequal width can need a little more room than their equal share.
        let fair = columns.div_ceil(sheets);
        (fair..=columns)
            .map(|most| self.parts(most))
            .find(|parts| parts.len() <= sheets)
            .filter(|parts| parts.len() == sheets)
    }

    /// Sheets of at most so many columns, divided between stages wherever a stage is not wider than a sheet.
    fn parts(&self, most: usize) -> Vec<(usize, usize)> {
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for stage in &self.sheet.stages {
            let end = stage.first + stage.span;
            match parts.last_mut() {
                Some((first, last)) if end - *first <= most => *last = end,
                _ => {
                    let mut first = stage.first;
                    while first < end {
                        let last = end.min(first + most);
                        parts.push((first, last));
                        first = last;
                    }
                }
            }
        }
        parts
    }
}

/// Columns of the fullest run.
fn fullest(parts: &[(usize, usize)]) -> usize {
    parts.iter().map(|(first, last)| last - first).max().unwrap_or(1)
}

/// Height of the highest page, in points.
fn tallest(document: &PagedDocument) -> f64 {
    document.pages().iter().map(|page| page.frame.height().to_pt()).fold(0.0, f64::max)
}
