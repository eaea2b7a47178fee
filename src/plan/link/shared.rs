//! What places have in common is kept once: most of what is asked of a text is asked of many.

use core::iter::zip;
use core::ptr;

use crate::plan::{Asks, EnumPlan, IntegerPlan, Normalization, OptionPlan, Spelling, TextAsks, WholePlan};

/// What the places of all plans refer to.
#[derive(Default)]
pub(super) struct Shared {
    asks: Vec<&'static Asks>,
    integers: Vec<&'static IntegerPlan>,
    normalizations: Vec<&'static Normalization>,
    text_asks: Vec<&'static TextAsks>,
    enums: Vec<&'static EnumPlan>,
}

/// What can be kept.
pub(super) trait Share: Sized + 'static {
    fn kept(shared: &mut Shared) -> &mut Vec<&'static Self>;

    /// Whether this says the same as another, and refers to the same.
    fn is(&self, other: &Self) -> bool;

    /// The one that is kept.
    fn share(self, shared: &mut Shared) -> &'static Self {
        let kept = Self::kept(shared);
        match kept.iter().find(|other| self.is(other)) {
            Some(same) => same,
            None => {
                let new = &*Box::leak(Box::new(self));
                kept.push(new);
                new
            }
        }
    }
}

impl Share for Asks {
    fn kept(shared: &mut Shared) -> &mut Vec<&'static Asks> {
        &mut shared.asks
    }

    fn is(&self, other: &Asks) -> bool {
        are(&self.rules, &other.rules) && is_option(&self.option, &other.option)
    }
}

fn is_option(one: &OptionPlan, other: &OptionPlan) -> bool {
    let inside = match (&one.inside, &other.inside) {
        (Some(one), Some(other)) => is_option(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    inside && one.required == other.required && one.empties == other.empties && are(&one.customs, &other.customs)
}

impl Share for IntegerPlan {
    fn kept(shared: &mut Shared) -> &mut Vec<&'static IntegerPlan> {
        &mut shared.integers
    }

    fn is(&self, other: &IntegerPlan) -> bool {
        is_whole(&self.whole(), &other.whole())
    }
}

fn is_whole(one: &WholePlan, other: &WholePlan) -> bool {
    let limits = |plan: &WholePlan| (plan.minimum, plan.maximum, plan.exclusive, plan.of.whole_limits());
    limits(one) == limits(other)
}

impl Share for Normalization {
    fn kept(shared: &mut Shared) -> &mut Vec<&'static Normalization> {
        &mut shared.normalizations
    }

    fn is(&self, other: &Normalization) -> bool {
        are(&self.steps, &other.steps)
    }
}

impl Share for TextAsks {
    fn kept(shared: &mut Shared) -> &mut Vec<&'static TextAsks> {
        &mut shared.text_asks
    }

    fn is(&self, other: &TextAsks) -> bool {
        let spelling = match (&self.spelling, &other.spelling) {
            (Spelling::Free, Spelling::Free) => true,
            (Spelling::Format(one), Spelling::Format(other)) => ptr::eq(*one, *other),
            (Spelling::Decimal(one, limits), Spelling::Decimal(other, others)) => {
                ptr::eq(*one, *other) && is_whole(limits, others)
            }
            _ => false,
        };
        spelling && are(&self.rules, &other.rules)
    }
}

impl Share for EnumPlan {
    fn kept(shared: &mut Shared) -> &mut Vec<&'static EnumPlan> {
        &mut shared.enums
    }

    fn is(&self, other: &EnumPlan) -> bool {
        ptr::eq(self.schema, other.schema) && self.keys == other.keys
    }
}

/// Whether these are the very same.
fn are<T>(these: &[&'static T], others: &[&'static T]) -> bool {
    these.len() == others.len() && zip(these, others).all(|(one, other)| ptr::eq(*one, *other))
}
