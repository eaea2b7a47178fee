//! Linking numbers: the limits that types and rules set together.

use crate::plan::{Exclusive, NumberPlan, WholePlan};
use crate::schema::{Bound, Double, Rule, Schema};

/// The numbers that are allowed.
struct Interval<T> {
    minimum: T,
    maximum: T,
    exclusive: Exclusive,
}

impl<T: Copy + PartialOrd> Interval<T> {
    fn new(minimum: T, maximum: T) -> Interval<T> {
        Interval { minimum, maximum, exclusive: Exclusive::default() }
    }

    /// The part of it that rules leave, for numbers of which each has one next to it.
    fn limited(
        self,
        rules: &[&'static Rule],
        of: fn(&Bound) -> T,
        above: fn(T) -> T,
        below: fn(T) -> T,
    ) -> Interval<T> {
        let mut interval = self;
        for rule in rules {
            match **rule {
                Rule::Range { minimum, maximum } => {
                    minimum.map(of).into_iter().for_each(|limit| interval.raise(limit, false));
                    maximum.map(of).into_iter().for_each(|limit| interval.lower(limit, false));
                }
                Rule::GreaterThan(limit) => interval.raise(above(of(limit)), true),
                Rule::LessThan(limit) => interval.lower(below(of(limit)), true),
                _ => {}
            }
        }
        interval
    }

    fn raise(&mut self, minimum: T, exclusive: bool) {
        if minimum > self.minimum {
            (self.minimum, self.exclusive.minimum) = (minimum, exclusive);
        }
    }

    fn lower(&mut self, maximum: T, exclusive: bool) {
        if maximum < self.maximum {
            (self.maximum, self.exclusive.maximum) = (maximum, exclusive);
        }
    }
}

#[inline(never)]
pub(super) fn whole(of: &'static Schema, rules: &[&'static Rule]) -> WholePlan {
    let (minimum, maximum) = of.whole_limits().unwrap_or_default();
    let interval = Interval::new(minimum, maximum);
    let Interval { minimum, maximum, exclusive } =
        interval.limited(rules, |bound| bound.integer, |limit| limit + 1, |limit| limit - 1);
    WholePlan { minimum, maximum, exclusive, of }
}

#[inline(never)]
pub(super) fn number(double: &Double, is_single: bool, rules: &[&'static Rule]) -> NumberPlan {
    (double.spells)();
    let most = if is_single { f32::MAX.into() } else { f64::MAX };
    let interval = Interval::new(-most, most);
    let Interval { minimum, maximum, exclusive } =
        interval.limited(rules, |bound| bound.number, f64::next_up, f64::next_down);
    NumberPlan { walk: double.walk, minimum, maximum, exclusive, is_single }
}
