//! The line of findings: what the map says in words with numbers.

use kelias_measure::Measured;

use super::Reader;
use crate::data::Finding;
use crate::text::breakable;

impl Reader<'_> {
    pub(super) fn findings(&self) -> Vec<Finding> {
        match &self.options.measured {
            Some(measured) => self.measured_findings(measured),
            None => self.own_findings(),
        }
    }

    fn measured_findings(&self, measured: &Measured) -> Vec<Finding> {
        let words = &self.words;
        let subject = match self.map.subject.as_str() {
            known @ ("customer" | "employee" | "partner" | "patient" | "order") => known,
            _ => "other",
        };
        let travellers = words.counted(&format!("finding-travellers-{subject}"), "count", measured.travellers, &[]);
        let mut findings = vec![plain(words.count(measured.travellers), travellers)];
        findings.extend(self.overall(measured));
        findings.extend(self.coverage(measured.evidence_coverage));
        findings.extend(self.worst());
        findings.extend(self.not_on_map(measured));
        // Hidden steps are measured too, but are not spoken of.
        let is_shown = |id: &&String| self.map.places().any(|place| place.id().as_str() == id.as_str());
        let never_taken: Vec<String> =
            measured.never_taken.iter().filter(is_shown).map(|id| self.title_of(id)).collect();
        if !never_taken.is_empty() {
            let text = words.with("finding-never-taken", &[("places", &never_taken.join(", "))]);
            findings.push(bad(words.count(never_taken.len() as u64), text));
        }
        findings
    }

    /// The share of all travellers that reached the last step anybody reached: steps nobody took are a finding of
    /// their own.
    fn overall(&self, measured: &Measured) -> Option<Finding> {
        let columns: Vec<_> = self.map.columns().collect();
        let last = columns.iter().rev().find_map(|place| {
            measured.step(place.id().as_str()).filter(|step| step.travellers.is_some_and(|number| number > 0))
        })?;
        let place = self.title_of(&last.step);
        let text = match (last.share_low, last.share_high) {
            (Some(low), Some(high)) => self.words.with(
                "finding-overall-interval",
                &[
                    ("place", &place),
                    ("low", &self.words.decimal(low * 100.0, 1)),
                    ("high", &self.words.decimal(high * 100.0, 1)),
                ],
            ),
            _ => self.words.with("finding-overall", &[("place", &place)]),
        };
        Some(plain(self.words.percent(last.share?, 1), text))
    }

    fn coverage(&self, measured: Option<f64>) -> Option<Finding> {
        let share = measured.or_else(|| self.map.evidence_coverage().share())?;
        Some(plain(self.words.percent(share, 0), self.words.get("finding-evidence")))
    }

    fn worst(&self) -> Option<Finding> {
        let step = self.worst_step()?;
        let lost = 1.0 - step.conversion_to_next?;
        let next = self.title_of(step.next.as_deref()?);
        let text = self.words.with("finding-worst", &[("from", &self.title_of(&step.step)), ("to", &next)]);
        Some(bad(self.words.percent(lost, 0), text))
    }

    fn not_on_map(&self, measured: &Measured) -> Option<Finding> {
        let most = measured.not_on_map.iter().max_by(|one, other| {
            (one.travellers, one.count, &other.event).cmp(&(other.travellers, other.count, &one.event))
        })?;
        let others = measured.not_on_map.len() as u64 - 1;
        let event = breakable(&most.event);
        let text = if others == 0 {
            self.words.with("finding-not-on-map", &[("event", &event)])
        } else {
            self.words.counted("finding-not-on-map-more", "others", others, &[("event", &event)])
        };
        Some(bad(self.words.count(most.travellers), text))
    }

    /// What the map says of itself as long as nothing is measured.
    fn own_findings(&self) -> Vec<Finding> {
        let (map, words) = (self.map, &self.words);
        let counted =
            |id: &str, count: usize| plain(words.count(count as u64), words.counted(id, "count", count as u64, &[]));
        let mut findings = vec![counted("finding-stages", map.stages.len())];
        let steps = map.steps().count();
        if steps > 0 {
            findings.push(counted("finding-steps", steps));
        }
        let touchpoints = map.touchpoints().count();
        if touchpoints > 0 {
            let bound = map.touchpoints().filter(|placed| placed.touchpoint.binding.is_some()).count();
            let text = words.counted(
                "finding-touchpoints",
                "count",
                touchpoints as u64,
                &[("bound", &words.count(bound as u64))],
            );
            findings.push(plain(words.count(touchpoints as u64), text));
        }
        findings.extend(self.coverage(None));
        let barriers = map.barriers().count();
        if barriers > 0 {
            findings.push(counted("finding-barriers", barriers));
        }
        // The first of equally critical ones: the map's order is the journey's.
        let mut critical: Option<(u8, &kelias_map::Barrier)> = None;
        for (_, barrier) in map.barriers() {
            if let Some(level) = barrier.criticality.filter(|level| critical.is_none_or(|(best, _)| *level > best)) {
                critical = Some((level, barrier));
            }
        }
        if let Some((level, barrier)) = critical {
            let (level, text) = (words.count(u64::from(level)), self.text(&barrier.text));
            findings.push(bad(
                String::new(),
                words.with("finding-critical", &[("criticality", &level), ("barrier", &text)]),
            ));
        }
        findings
    }

    /// Title of the step or stage with this id, or the id where the map has none.
    fn title_of(&self, id: &str) -> String {
        let place = self.map.places().find(|place| place.id().as_str() == id);
        place.map_or_else(|| breakable(id), |place| self.text(place.title()))
    }
}

fn plain(value: String, text: String) -> Finding {
    Finding { value, text, tone: "plain" }
}

fn bad(value: String, text: String) -> Finding {
    Finding { value, text, tone: "bad" }
}
