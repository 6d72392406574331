//! Which ids are one traveller: union-find over the links.

use std::collections::{BTreeMap, HashMap};

use crate::links::Link;

/// Ids joined into travellers. Only ids that occur in a link are held; every other id is a traveller of its own.
/// So memory grows with the linked ids, at some 100 bytes each.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    numbers: HashMap<String, usize>,
    ids: Vec<String>,
    parents: Vec<usize>,
}

impl Identity {
    pub(crate) fn of(links: &[Link]) -> Self {
        let mut identity = Self::default();
        for (one, two) in links {
            let (one, two) = (identity.number(one), identity.number(two));
            identity.join(one, two);
        }
        identity
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The traveller an id belongs to. A traveller goes by the smallest of the ids, so the order of links does not matter.
    pub(crate) fn traveller<'a>(&'a self, id: &'a str) -> &'a str {
        self.numbers.get(id).map_or(id, |&number| &self.ids[self.root(number)])
    }

    /// Ids that go under another traveller than before: (traveller before, traveller now).
    pub(crate) fn moves_since(&self, before: &Self) -> BTreeMap<String, String> {
        let moves = self.ids.iter().filter_map(|id| {
            let (old, new) = (before.traveller(id), self.traveller(id));
            (old != new).then(|| (old.to_owned(), new.to_owned()))
        });
        moves.collect()
    }

    fn number(&mut self, id: &str) -> usize {
        if let Some(&number) = self.numbers.get(id) {
            return number;
        }
        let number = self.ids.len();
        self.numbers.insert(id.to_owned(), number);
        self.ids.push(id.to_owned());
        self.parents.push(number);
        number
    }

    fn root(&self, mut number: usize) -> usize {
        while self.parents[number] != number {
            number = self.parents[number];
        }
        number
    }

    /// The smaller id becomes the root; paths are halved on the way, which keeps trees flat (Tarjan, van Leeuwen 1984).
    fn join(&mut self, one: usize, two: usize) {
        let (one, two) = (self.root_halving(one), self.root_halving(two));
        if self.ids[one] < self.ids[two] {
            self.parents[two] = one;
        } else {
            self.parents[one] = two;
        }
    }

    fn root_halving(&mut self, mut number: usize) -> usize {
        while self.parents[number] != number {
            self.parents[number] = self.parents[self.parents[number]];
            number = self.parents[number];
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn links(pairs: &[(&str, &str)]) -> Vec<Link> {
        pairs.iter().map(|(one, two)| ((*one).to_owned(), (*two).to_owned())).collect()
    }

    #[test]
    fn links_join_across_a_chain() {
        let identity = Identity::of(&links(&[("crm-7", "user-1"), ("anon-9", "user-1"), ("x", "y")]));
        assert_eq!(identity.traveller("crm-7"), "anon-9");
        assert_eq!(identity.traveller("user-1"), "anon-9");
        assert_eq!(identity.traveller("stranger"), "stranger");
    }

    #[test]
    fn a_late_link_moves_the_traveller_it_renames() {
        let before = Identity::of(&links(&[("b", "c")]));
        let after = Identity::of(&links(&[("b", "c"), ("a", "c")]));
        assert_eq!(after.moves_since(&before), BTreeMap::from([("b".to_owned(), "a".to_owned())]));
    }

    proptest! {
        #[test]
        fn the_order_of_links_does_not_matter(pairs in prop::collection::vec((0_u8..12, 0_u8..12), 0..30)) {
            let mut links: Vec<Link> = pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
            let one = Identity::of(&links);
            links.reverse();
            let two = Identity::of(&links);
            for id in 0..12_u8 {
                let id = id.to_string();
                prop_assert_eq!(one.traveller(&id), two.traveller(&id));
            }
        }
    }
}
