//! Plans of numbers.

use crate::engine::Walker;
use crate::schema::Schema;

/// A whole number that a double holds, and its rules.
#[derive(Debug)]
pub(crate) struct IntegerPlan {
    pub(crate) minimum: i64,
    pub(crate) maximum: i64,
    pub(crate) exclusive: Exclusive,
    /// The type.
    pub(crate) of: &'static Schema,
}

impl IntegerPlan {
    #[inline(always)]
    pub(crate) fn contains(&self, value: i64) -> bool {
        self.minimum <= value && value <= self.maximum
    }

    /// The same for numbers of any size.
    pub(crate) fn whole(&self) -> WholePlan {
        let &IntegerPlan { minimum, maximum, exclusive, of } = self;
        WholePlan { minimum: minimum.into(), maximum: maximum.into(), exclusive, of }
    }
}

/// A whole number and its rules; or a decimal, in units of its last place.
#[derive(Debug)]
pub(crate) struct WholePlan {
    pub(crate) minimum: i128,
    pub(crate) maximum: i128,
    pub(crate) exclusive: Exclusive,
    /// The type.
    pub(crate) of: &'static Schema,
}

impl WholePlan {
    pub(crate) fn contains(&self, value: i128) -> bool {
        self.minimum <= value && value <= self.maximum
    }

    /// Whether the Rust type can hold a value. A decimal is read from no more digits than it can.
    pub(crate) fn fits(&self, value: i128) -> bool {
        self.of.integer_limits().is_none_or(|(minimum, maximum)| minimum <= value && value <= maximum)
    }
}

/// A whole number of 64 bits, and its rules.
#[derive(Debug)]
pub(crate) struct BigIntegerPlan {
    pub(crate) walk: Walker<BigIntegerPlan>,
    pub(crate) is_signed: bool,
    pub(crate) whole: WholePlan,
}

/// A double and its rules.
#[derive(Debug)]
pub(crate) struct NumberPlan {
    pub(crate) walk: Walker<NumberPlan>,
    pub(crate) minimum: f64,
    pub(crate) maximum: f64,
    pub(crate) exclusive: Exclusive,
    /// Whether Rust holds it as a single, which is what the rules look at then.
    pub(crate) is_single: bool,
}

impl NumberPlan {
    /// What the type holds of a value.
    #[inline(always)]
    pub(crate) fn held(&self, value: f64) -> f64 {
        if self.is_single { f64::from(value as f32) } else { value }
    }

    #[inline(always)]
    pub(crate) fn contains(&self, value: f64) -> bool {
        let held = self.held(value);
        self.minimum <= held && held <= self.maximum
    }
}

/// Which limits were written as the number next to them, which is itself not allowed: what issues
/// name, where the walk compares with the limit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Exclusive {
    pub(crate) minimum: bool,
    pub(crate) maximum: bool,
}
