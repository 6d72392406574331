//! The head: what map this is and whose journey.

use kelias_map::Item;

use super::Reader;
use crate::data::{Claim, Detail, Portrait, PortraitList};
use crate::pictures::Pictures;
use crate::text::{breakable, plain};

impl Reader<'_> {
    /// Product, state, subject, status and tags.
    pub(super) fn pills(&self) -> Vec<String> {
        let map = self.map;
        let mut pills = Vec::new();
        pills.extend(map.scope.product.as_ref().map(|product| self.text(product)));
        pills.extend(map.scope.state.map(|state| self.words.get(&format!("state-{state}"))));
        pills.push(self.words.get(&format!("status-{}", map.status)));
        let subject = match map.subject.as_str() {
            "customer" | "employee" | "partner" | "patient" | "order" => {
                self.words.get(&format!("subject-{}", map.subject))
            }
            other => breakable(other),
        };
        pills.push(subject);
        pills.extend(map.tags.iter().map(|tag| format!("#{}", breakable(tag))));
        pills
    }

    /// Owner, period, version and date, as far as they are known.
    pub(super) fn details(&self) -> Vec<Detail> {
        let scope = &self.map.scope;
        let mut details = Vec::new();
        let mut push = |id: &str, value: Option<String>| {
            details.extend(
                value.filter(|value| !value.is_empty()).map(|value| Detail { label: self.words.get(id), value }),
            );
        };
        push("detail-owner", self.map.owner.as_deref().map(breakable));
        push("detail-period", period(scope.from.map(|d| d.to_string()), scope.until.map(|d| d.to_string())));
        let measured = self.options.measured.as_ref().map(|measured| &measured.period);
        push(
            "detail-measured",
            measured.and_then(|one| period(one.since.as_deref().map(day), one.until.as_deref().map(day))),
        );
        push("detail-version", self.options.version.as_deref().map(breakable));
        push("detail-date", self.options.date.map(|date| date.to_string()));
        details
    }

    /// Date and version for the foot of every page.
    pub(super) fn foot(&self) -> String {
        let date = self.options.date.map(|date| date.to_string());
        let version =
            self.options.version.as_deref().map(|version| self.words.with("version-of", &[("version", version)]));
        date.into_iter().chain(version).collect::<Vec<_>>().join(" · ")
    }

    pub(super) fn portraits(&self, pictures: &mut Pictures) -> Vec<Portrait> {
        let given = &self.options.pictures;
        self.personas
            .iter()
            .map(|(number, persona)| {
                let name = self.text(&persona.name);
                Portrait {
                    number: *number,
                    badge: Self::badge(*number),
                    alt: plain(&name),
                    name,
                    role: self.optional(persona.role.as_ref()),
                    quote: persona.quote.as_ref().map(|quote| self.quoted(quote)).unwrap_or_default(),
                    picture: persona.picture.as_deref().and_then(|picture| pictures.add(picture, given)),
                    lists: [
                        ("persona-facts", &persona.facts),
                        ("persona-needs", &persona.needs),
                        ("persona-motives", &persona.motives),
                        ("persona-worries", &persona.worries),
                        ("persona-behaviour", &persona.behaviour),
                    ]
                    .into_iter()
                    .filter_map(|(id, items)| self.portrait_list(id, items))
                    .collect(),
                }
            })
            .collect()
    }

    fn portrait_list(&self, id: &str, items: &[Item]) -> Option<PortraitList> {
        let items: Vec<Claim> = items
            .iter()
            .filter(|item| !item.text.is_blank())
            .map(|item| Claim { text: self.text(&item.text), backed: Self::is_backed(item) })
            .collect();
        (!items.is_empty()).then(|| PortraitList { title: self.words.get(id), items })
    }
}

/// The day of a moment written as ISO 8601.
fn day(moment: &str) -> String {
    moment.split(['T', ' ']).next().unwrap_or(moment).to_owned()
}

fn period(from: Option<String>, until: Option<String>) -> Option<String> {
    match (from, until) {
        (None, None) => None,
        (from, until) => {
            Some(format!("{} – {}", from.unwrap_or_default(), until.unwrap_or_default()).trim().to_owned())
        }
    }
}
