//! The line of findings: what the map says in words with numbers.

use super::Reader;
use crate::MeasuredView;
use crate::data::Finding;
use crate::text::breakable;

impl Reader<'_> {
    pub(super) fn findings(&self) -> Vec<Finding> {
        match &self.options.measured {
            Some(view) => self.measured_findings(view),
            None => self.own_findings(),
        }
    }

    fn measured_findings(&self, view: &MeasuredView) -> Vec<Finding> {
        let words = &self.words;
        let mut findings = Vec::new();
        if let Some(travellers) = view.travellers {
            let subject = match self.map.subject.as_str() {
                known @ ("customer" | "employee" | "partner" | "patient" | "order") => known,
                _ => "other",
            };
            let text = words.counted(&format!("finding-travellers-{subject}"), "count", travellers, &[]);
            findings.push(plain(words.count(travellers), text));
        }
        findings.extend(self.overall(view));
        findings.extend(self.coverage(view.evidence_coverage));
        findings.extend(self.worst());
        findings.extend(self.not_on_map(view));
        if !view.never_taken.is_empty() {
            let places: Vec<String> = view.never_taken.iter().map(|id| self.title_of(id)).collect();
            let text = words.with("finding-never-taken", &[("places", &places.join(", "))]);
            findings.push(bad(words.count(view.never_taken.len() as u64), text));
        }
        findings
    }

    /// The share of all travellers that reached the last measured step.
    fn overall(&self, view: &MeasuredView) -> Option<Finding> {
        let columns: Vec<_> = self.map.columns().collect();
        let last = columns
            .iter()
            .rev()
            .find_map(|place| view.step(place.id().as_str()).filter(|step| step.share.is_some()))?;
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
        let next = match &step.next {
            Some(next) => self.title_of(next),
            None => self.title_after(&step.step)?,
        };
        let text = self.words.with("finding-worst", &[("from", &self.title_of(&step.step)), ("to", &next)]);
        Some(bad(self.words.percent(lost, 0), text))
    }

    /// Title of the next measured column, for measurements that do not name it.
    fn title_after(&self, id: &str) -> Option<String> {
        let view = self.options.measured.as_ref()?;
        let mut after = self.map.columns().skip_while(|place| place.id().as_str() != id).skip(1);
        let next = after.find(|place| view.step(place.id().as_str()).is_some_and(|step| step.travellers.is_some()))?;
        Some(self.text(next.title()))
    }

    fn not_on_map(&self, view: &MeasuredView) -> Option<Finding> {
        let most = view.not_on_map.iter().max_by(|one, other| {
            (one.travellers, one.count, &other.event).cmp(&(other.travellers, other.count, &one.event))
        })?;
        let others = view.not_on_map.len() as u64 - 1;
        let event = breakable(&most.event);
        let number = most.travellers.unwrap_or(most.count);
        let text = if others == 0 {
            self.words.with("finding-not-on-map", &[("event", &event)])
        } else {
            self.words.counted("finding-not-on-map-more", "others", others, &[("event", &event)])
        };
        Some(bad(self.words.count(number), text))
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
