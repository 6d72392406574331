//! Who was active again 8 to 14 days later, by age.

use std::collections::BTreeMap;

use crate::intervals::Share;

pub(crate) const DAY: u64 = 86_400_000_000;

/// First day of return that counts, and the first that does not.
pub(crate) const FIRST_DAY: u32 = 8;
pub(crate) const END_DAY: u32 = 15;

/// Days of age that are kept in a table; older ones, which take odd times to come about, in a tree.
const NEAR_DAYS: u32 = 1024;

/// Travellers at one day of age, and how many of them were active 8 to 14 days later.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Returns {
    pub(crate) travellers: u64,
    pub(crate) returned: u64,
}

impl Returns {
    fn add(&mut self, other: Self) {
        self.travellers += other.travellers;
        self.returned += other.returned;
    }
}

/// Travellers by day of age.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByAge {
    near: Vec<Returns>,
    far: BTreeMap<u32, Returns>,
}

impl ByAge {
    /// Takes in a traveller at an age of so many whole days.
    #[inline]
    pub(crate) fn push(&mut self, age: u32, returned: bool) {
        self.add(age, Returns { travellers: 1, returned: u64::from(returned) });
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        for (age, returns) in other.iter() {
            self.add(age, returns);
        }
    }

    /// Ages in rising order.
    fn iter(&self) -> impl Iterator<Item = (u32, Returns)> {
        let near = (0..).zip(self.near.iter().copied());
        near.chain(self.far.iter().map(|(&age, &returns)| (age, returns)))
    }

    fn get(&self, age: u32) -> Returns {
        let near = self.near.get(age as usize);
        near.or_else(|| self.far.get(&age)).copied().unwrap_or_default()
    }

    fn add(&mut self, age: u32, more: Returns) {
        if age >= NEAR_DAYS {
            self.far.entry(age).or_default().add(more);
            return;
        }
        let age = age as usize;
        if self.near.len() <= age {
            self.near.resize(age + 1, Returns::default());
        }
        self.near[age].add(more);
    }
}

/// Retention after a step, and of those who never reached it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Retention {
    /// Those who reached the step early enough to be observed.
    pub(crate) reached: Returns,
    /// How many of these have someone of the same age to be compared with.
    pub(crate) compared: u64,
    /// Retention of the others, weighted by the ages of those compared.
    pub(crate) without: Option<f64>,
    pub(crate) difference: Option<Share>,
}

impl Retention {
    /// `reached`: those who reached the step, at the age when they did. `active`: all travellers, at every age on
    /// which they were active; `active_reachers`: those among them who reached the step at any age.
    pub(crate) fn new(reached: &ByAge, active: &ByAge, active_reachers: &ByAge) -> Self {
        let (mut all, mut matched) = (Returns::default(), Returns::default());
        let (mut expected, mut squared_weights) = (0.0, 0.0);
        for (age, here) in reached.iter() {
            all.add(here);
            let (active, own) = (active.get(age), active_reachers.get(age));
            let others =
                Returns { travellers: active.travellers - own.travellers, returned: active.returned - own.returned };
            if others.travellers > 0 && here.travellers > 0 {
                matched.add(here);
                let (weight, size) = (here.travellers as f64, others.travellers as f64);
                expected += weight * others.returned as f64 / size;
                squared_weights += weight * weight / size;
            }
        }
        if matched.travellers == 0 {
            return Self { reached: all, compared: 0, without: None, difference: None };
        }
        let weights = matched.travellers as f64;
        let without = expected / weights;
        // What the weighting leaves of the others' number (Kish's effective size). One traveller may stand at
        // several ages, but first of all at age 0: there cannot be more of them than that.
        let first = active.get(0).travellers - active_reachers.get(0).travellers;
        let effective = (weights * weights / squared_weights).min(first as f64);
        let with = Share::wilson(matched.returned as f64 / weights, weights);
        let difference = with.less(Share::wilson(without, effective));
        Self { reached: all, compared: matched.travellers, without: Some(without), difference: Some(difference) }
    }

    pub(crate) fn share(&self) -> Option<f64> {
        Share::of(self.reached.returned, self.reached.travellers).map(|share| share.value)
    }
}

/// One journey's events in time, asked for returns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Activity<'a> {
    /// Times of all events; never falling, at least one.
    times: &'a [i64],
    /// Up to when the traveller was observed.
    end: i64,
}

impl<'a> Activity<'a> {
    pub(crate) const fn new(times: &'a [i64], end: i64) -> Self {
        Self { times, end }
    }

    /// Whole days since the first event.
    pub(crate) const fn age(&self, time: i64) -> u32 {
        (time.abs_diff(self.times[0]) / DAY) as u32
    }

    /// Beginning and end of the days 8 to 14 after a time, when they are over.
    fn days_of_return(&self, time: i64) -> Option<(i64, i64)> {
        let end = time.checked_add_unsigned(u64::from(END_DAY) * DAY)?;
        (end <= self.end).then_some((time + i64::from(FIRST_DAY) * DAY as i64, end))
    }

    /// Whether there is an event 8 to 14 days after this time; none when it is too early to tell.
    pub(crate) fn returned(&self, time: i64) -> Option<bool> {
        let (first, end) = self.days_of_return(time)?;
        let next = self.times.partition_point(|&time| time < first);
        Some(self.times.get(next).is_some_and(|&time| time < end))
    }

    /// The days of age with an event, and whether there is one 8 to 14 days after the first event of the day;
    /// without the days too late to tell.
    pub(crate) fn days(&self, days: &mut Vec<(u32, bool)>) {
        days.clear();
        let (mut place, mut ahead) = (0, 0);
        while let Some(&time) = self.times.get(place) {
            let Some((first, end)) = self.days_of_return(time) else { return };
            while self.times.get(ahead).is_some_and(|&time| time < first) {
                ahead += 1;
            }
            let age = self.age(time);
            days.push((age, self.times.get(ahead).is_some_and(|&time| time < end)));
            let next_day = self.times[0] + (i64::from(age) + 1) * DAY as i64;
            while self.times.get(place).is_some_and(|&time| time < next_day) {
                place += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const D: i64 = DAY as i64;

    #[test]
    fn days_eight_to_fourteen_count() {
        let activity = |times| Activity::new(times, 15 * D);
        assert_eq!(activity(&[0, 8 * D - 1, 15 * D]).returned(0), Some(false));
        assert_eq!(activity(&[0, 8 * D]).returned(0), Some(true));
        assert_eq!(activity(&[0, 15 * D - 1]).returned(0), Some(true));
        assert_eq!(activity(&[0, 9 * D]).returned(1), None);
    }

    #[test]
    fn a_day_of_age_is_judged_by_its_first_event() {
        let mut days = Vec::new();
        Activity::new(&[5, 6, D + 4, D + 5, 9 * D + 5], 24 * D).days(&mut days);
        assert_eq!(days, [(0, true), (1, true)]);
    }

    /// At age 0, 2 reached and 1 returned; of 10 others 4 returned. At age 3, 6 reached and 6 returned; of 5
    /// others 1. At age 5 nobody is there to be compared with.
    #[test]
    fn others_are_weighted_by_the_age_at_which_the_step_was_reached() {
        let by_age = |cells: &[(u32, u64, u64)]| {
            let mut by_age = ByAge::default();
            for &(age, travellers, returned) in cells {
                by_age.add(age, Returns { travellers, returned });
            }
            by_age
        };
        let retention = Retention::new(
            &by_age(&[(0, 2, 1), (3, 6, 6), (5, 1, 0)]),
            &by_age(&[(0, 19, 9), (3, 12, 8), (5, 1, 0)]),
            &by_age(&[(0, 9, 5), (3, 7, 7), (5, 1, 0)]),
        );
        assert_eq!(retention.reached, Returns { travellers: 9, returned: 7 });
        assert_eq!(retention.compared, 8);
        assert_eq!(retention.without, Some((2.0 * 0.4 + 6.0 * 0.2) / 8.0));
        // Effective size 64 / (4/10 + 36/5) = 8.42, fewer than the 10 others.
        let difference = Share::wilson(0.875, 8.0).less(Share::wilson(0.25, 64.0 / 7.6));
        assert_eq!(retention.difference, Some(difference));
    }

    #[test]
    fn odd_ages_do_not_fill_the_memory() {
        let mut by_age = ByAge::default();
        by_age.push(100_000_000, true);
        by_age.push(2, false);
        let ages: Vec<_> = by_age.iter().filter(|(_, returns)| returns.travellers > 0).collect();
        assert_eq!(
            ages,
            [(2, Returns { travellers: 1, returned: 0 }), (100_000_000, Returns { travellers: 1, returned: 1 })]
        );
        assert!(by_age.near.len() < 10);
    }
}
