//! Telling the format of times from the first rows.

use chrono_tz::Tz;

use super::TimeParser;
use super::layout::Layout;
use super::unit::Unit;

/// A format told from samples.
#[derive(Debug)]
pub(crate) struct Guessed {
    pub(crate) parser: TimeParser,
    /// Samples of that format.
    pub(crate) fitting: usize,
    /// All samples that are not empty.
    pub(crate) sampled: usize,
}

impl TimeParser {
    /// The format most of the samples have; `Ok(None)` when there is none to look at.
    pub(crate) fn guess<'a>(samples: impl Iterator<Item = &'a str>, zone: Tz) -> Result<Option<Guessed>, String> {
        guess(samples, zone)
    }
}

/// What can be told from a column of values; more fitting samples win, then the earlier one here.
const LAYOUTS: [Layout; 5] = [Layout::Compact, Layout::YearFirst, Layout::DayFirst, Layout::MonthFirst, Layout::Mail];

pub(super) fn guess<'a>(samples: impl Iterator<Item = &'a str>, zone: Tz) -> Result<Option<Guessed>, String> {
    let mut tally = Tally::default();
    for sample in samples.map(str::trim_ascii).filter(|sample| !sample.is_empty()) {
        tally.add(sample);
    }
    let Some(first) = tally.first else { return Ok(None) };
    let best = tally.fits.iter().copied().max().unwrap_or_default().max(tally.numbers);
    if best * 2 < tally.sampled || best == 0 {
        return Err(format!(
            "values such as `{}` are of no format known here",
            tally.strange.unwrap_or(first).chars().take(60).collect::<String>()
        ));
    }
    if tally.numbers == best && tally.fits[0] < best {
        let (unit, fitting) =
            tally.units.winner().ok_or("the numbers are no times between 1970 and 2100 in any unit")?;
        return Ok(Some(Guessed { parser: TimeParser::number(unit), fitting, sampled: tally.sampled }));
    }
    let chosen = tally.fits.iter().position(|fit| *fit == best).expect("the best is among them");
    let layout = LAYOUTS[chosen];
    if matches!(layout, Layout::DayFirst | Layout::MonthFirst) {
        tally.day_or_month()?;
    }
    let mut shown = String::new();
    let example = tally.examples[chosen].expect("a layout that fits has an example");
    layout.parse(example.as_bytes(), &mut shown);
    Ok(Some(Guessed { parser: TimeParser::text(layout, shown, zone), fitting: best, sampled: tally.sampled }))
}

#[derive(Default)]
struct Tally<'a> {
    sampled: usize,
    first: Option<&'a str>,
    /// The first value nothing fits.
    strange: Option<&'a str>,
    fits: [usize; LAYOUTS.len()],
    examples: [Option<&'a str>; LAYOUTS.len()],
    numbers: usize,
    units: UnitVotes,
}

impl<'a> Tally<'a> {
    fn add(&mut self, sample: &'a str) {
        self.sampled += 1;
        self.first.get_or_insert(sample);
        let mut is_known = false;
        for (i, layout) in LAYOUTS.into_iter().enumerate() {
            // Compact dates are numbers too; only plausible ones are dates.
            let fits = layout
                .parse(sample.as_bytes(), &mut ())
                .is_some_and(|moment| layout != Layout::Compact || super::TEXT_RANGE.contains(&moment.local));
            if fits {
                self.fits[i] += 1;
                self.examples[i].get_or_insert(sample);
                is_known = true;
            }
        }
        if let Some(number) = Unit::number(sample) {
            self.numbers += 1;
            self.units.add(number);
            is_known = true;
        }
        if !is_known {
            self.strange.get_or_insert(sample);
        }
    }

    /// Both orders fit equally often only when no value told them apart; with points the day comes first by custom.
    fn day_or_month(&self) -> Result<(), String> {
        let (day_first, month_first) = (self.fits[2], self.fits[3]);
        let example = self.examples[2].unwrap_or_default();
        if day_first != month_first || example.contains('.') && !example.contains('/') {
            return Ok(());
        }
        let separator = if example.contains('/') { '/' } else { '-' };
        Err(format!(
            "in `{example}` and all the other times sampled the day and the month could be either way round; \
             it is %d{separator}%m{separator}%Y or %m{separator}%d{separator}%Y"
        ))
    }
}

/// How many numbers look like which unit.
#[derive(Debug, Default)]
struct UnitVotes {
    counts: [usize; 4],
    first: Option<Unit>,
}

impl UnitVotes {
    fn add(&mut self, number: i64) {
        if let Some(unit) = Unit::of(number) {
            self.counts[unit as usize] += 1;
            self.first.get_or_insert(unit);
        }
    }

    /// The unit of most numbers; of equals the one that came first.
    fn winner(&self) -> Option<(Unit, usize)> {
        let first = self.first?;
        let best = self.counts.iter().copied().max().unwrap_or_default();
        let is_best = |unit: &Unit| self.counts[*unit as usize] == best;
        let unit = Some(first).filter(is_best).or_else(|| Unit::ALL.into_iter().find(is_best))?;
        Some((unit, best))
    }
}
