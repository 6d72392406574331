//! Visiting every text of a map.

use super::{Barrier, Emotion, Item, Map, Persona, Stage, Step, Text, Touchpoint};

/// One walk serves readers and changers: the list of texts must not exist twice.
macro_rules! walk {
    ($name:ident, $iter:ident, $values:ident, $($mutable:tt)?) => {
        mod $name {
            use super::{Barrier, Emotion, Item, Map, Persona, Stage, Step, Text, Touchpoint};

            type Visit<'v> = &'v mut dyn FnMut(&$($mutable)? Text);

            pub(super) fn map(map: &$($mutable)? Map, visit: Visit<'_>) {
                visit(&$($mutable)? map.title);
                map.purpose.$iter().for_each(&mut *visit);
                map.scope.product.$iter().for_each(&mut *visit);
                for evidence in map.evidence.$iter() {
                    visit(&$($mutable)? evidence.title);
                    evidence.note.$iter().for_each(&mut *visit);
                }
                map.personas.$iter().for_each(|one| persona(one, visit));
                map.lanes.$iter().for_each(|lane| visit(&$($mutable)? lane.title));
                map.stages.$iter().for_each(|one| stage(one, visit));
                for transition in map.transitions.$iter() {
                    transition.title.$iter().for_each(&mut *visit);
                }
            }

            fn persona(persona: &$($mutable)? Persona, visit: Visit<'_>) {
                visit(&$($mutable)? persona.name);
                persona.role.$iter().for_each(&mut *visit);
                persona.quote.$iter().for_each(&mut *visit);
                for list in [
                    &$($mutable)? persona.facts,
                    &$($mutable)? persona.needs,
                    &$($mutable)? persona.motives,
                    &$($mutable)? persona.worries,
                    &$($mutable)? persona.behaviour,
                ] {
                    for one in list.$iter() {
 item(one, visit);
 }
                }
            }

            fn stage(stage: &$($mutable)? Stage, visit: Visit<'_>) {
                visit(&$($mutable)? stage.title);
                stage.goal.$iter().for_each(&mut *visit);
                stage.emotion.$values().for_each(|one| emotion(one, visit));
                for cell in stage.cells.$values() {
                    for one in cell.$iter() {
 item(one, visit);
 }
                }
                stage.barriers.$iter().for_each(|one| barrier(one, visit));
                stage.steps.$iter().for_each(|one| step(one, visit));
            }

            fn step(step: &$($mutable)? Step, visit: Visit<'_>) {
                visit(&$($mutable)? step.title);
                step.success.$iter().for_each(&mut *visit);
                step.touchpoints.$iter().for_each(|one| touchpoint(one, visit));
                step.emotion.$values().for_each(|one| emotion(one, visit));
                for cell in step.cells.$values() {
                    for one in cell.$iter() {
 item(one, visit);
 }
                }
                step.barriers.$iter().for_each(|one| barrier(one, visit));
            }

            fn touchpoint(touchpoint: &$($mutable)? Touchpoint, visit: Visit<'_>) {
                visit(&$($mutable)? touchpoint.title);
                touchpoint.actor.$iter().for_each(&mut *visit);
            }

            fn emotion(emotion: &$($mutable)? Emotion, visit: Visit<'_>) {
                emotion.word.$iter().for_each(&mut *visit);
            }

            fn item(item: &$($mutable)? Item, visit: Visit<'_>) {
                visit(&$($mutable)? item.text);
            }

            fn barrier(barrier: &$($mutable)? Barrier, visit: Visit<'_>) {
                visit(&$($mutable)? barrier.text);
                for idea in barrier.ideas.$iter() {
                    visit(&$($mutable)? idea.text);
                }
            }
        }
    };
}

walk!(reading, iter, values,);
walk!(changing, iter_mut, values_mut, mut);

impl Map {
    /// Shows every text of the map, in the order of the file.
    pub fn for_each_text(&self, visit: &mut dyn FnMut(&Text)) {
        reading::map(self, visit);
    }

    /// Hands out every text of the map to be changed, in the order of the file.
    pub fn for_each_text_mut(&mut self, visit: &mut dyn FnMut(&mut Text)) {
        changing::map(self, visit);
    }

    /// The map with all texts plain in one language, which becomes the map's own. A text that is
    /// not in that language is taken from the nearest there is, as a reader would see it.
    #[must_use]
    pub fn in_language(mut self, language: &super::Language) -> Self {
        let own = self.language.clone();
        self.for_each_text_mut(&mut |text| {
            *text = Text::Plain(text.get(language, &own).to_owned());
        });
        self.language = language.clone();
        self
    }
}
