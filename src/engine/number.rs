//! Numbers, and the limits of their types and rules.

use core::cmp::Ordering;

use crate::engine::report::Doubt;
use crate::engine::walk::Walk;
use crate::formats::DecimalFormat;
use crate::issue::{Limit, Origin, Reason};
use crate::json::Whole;
use crate::plan::{BigIntegerPlan, Exclusive, IntegerPlan, NumberPlan, WholePlan};

/// Walks a whole number of 64 bits.
pub(crate) fn big_integer(walk: &mut Walk, plan: &'static BigIntegerPlan, slot: usize) -> Result<(), Doubt> {
    let whole = walk.input.whole()?;
    let value = match whole {
        Whole::Exactly(value) => i128::from(value),
        Whole::Large(value) => i128::from(value),
        _ => return walk.wrong_integer(whole, &plan.whole),
    };
    // The bits of an i64 or u64, whichever it is.
    walk.tape.set(slot, value as u64);
    if plan.whole.contains(value) { Ok(()) } else { walk.wrong_integer(whole, &plan.whole) }
}

/// Walks a double, or a single.
pub(crate) fn number(walk: &mut Walk, plan: &'static NumberPlan, slot: usize) -> Result<(), Doubt> {
    let value = walk.input.number()?;
    walk.tape.set(slot, value.to_bits());
    if plan.contains(value) { Ok(()) } else { walk.wrong_number(plan.held(value), plan) }
}

impl Walk {
    /// Walks a whole number that a double holds.
    #[inline(never)]
    pub(super) fn integer(&mut self, plan: &'static IntegerPlan, slot: usize) -> Result<(), Doubt> {
        let whole = self.input.whole()?;
        if let Whole::Exactly(value) = whole {
            self.tape.set(slot, (value as f64).to_bits());
            if plan.contains(value) {
                return Ok(());
            }
        }
        self.wrong_integer(whole, &plan.whole())
    }

    #[cold]
    fn wrong_integer(&mut self, whole: Whole, plan: &WholePlan) -> Result<(), Doubt> {
        let value = match whole {
            Whole::Exactly(value) => i128::from(value),
            Whole::Large(value) => i128::from(value),
            Whole::Below => i128::MIN,
            Whole::Above => i128::MAX,
            Whole::Not => {
                return self.report.fault(Reason::InvalidType { expected: "int", received: "number" });
            }
        };
        self.beyond(value, plan, None)
    }

    /// A whole number, or the units of a decimal, beyond a limit of its plan.
    #[cold]
    #[inline(never)]
    pub(super) fn beyond(
        &mut self,
        value: i128,
        plan: &WholePlan,
        decimal: Option<&'static DecimalFormat>,
    ) -> Result<(), Doubt> {
        let Exclusive { minimum, maximum } = plan.exclusive;
        let (side, most, inclusive) = match value < plan.minimum {
            true => (Ordering::Less, plan.minimum - i128::from(minimum), !minimum),
            false => (Ordering::Greater, plan.maximum + i128::from(maximum), !maximum),
        };
        let limit = decimal.map_or_else(|| Limit::whole(most), |format| Limit::Decimal(most, format));
        self.out_of_range(side, limit, inclusive, plan.fits(value))
    }

    #[cold]
    fn wrong_number(&mut self, value: f64, plan: &NumberPlan) -> Result<(), Doubt> {
        let Exclusive { minimum, maximum } = plan.exclusive;
        let (side, limit, inclusive) = match value < plan.minimum {
            true => (Ordering::Less, if minimum { plan.minimum.next_down() } else { plan.minimum }, !minimum),
            false => (Ordering::Greater, if maximum { plan.maximum.next_up() } else { plan.maximum }, !maximum),
        };
        self.out_of_range(side, Limit::of(limit), inclusive, value.is_finite())
    }

    /// Text that is no decimal number, or one beyond the limits of its rules.
    #[cold]
    pub(super) fn wrong_decimal(
        &mut self,
        format: &'static DecimalFormat,
        plan: &WholePlan,
        units: Option<i128>,
    ) -> Result<(), Doubt> {
        match units {
            Some(units) => self.beyond(units, plan, Some(format)),
            None => {
                let DecimalFormat { precision, scale, .. } = *format;
                self.report.fault(Reason::NotDecimal { format: "decimal", precision, scale })
            }
        }
    }

    /// A number beyond a limit: of a rule, or even of its type, which it then does not fit.
    #[cold]
    pub(super) fn out_of_range(
        &mut self,
        side: Ordering,
        limit: Limit,
        inclusive: bool,
        fits: bool,
    ) -> Result<(), Doubt> {
        let reason = beyond(side, limit, inclusive);
        if fits { self.report.issue(reason) } else { self.report.fault(reason) }
    }
}

/// What is said of a number beyond a limit.
#[cold]
pub(super) fn beyond(side: Ordering, limit: Limit, inclusive: bool) -> Reason {
    let (origin, exact, unit) = (Origin::Number, false, None);
    match side {
        Ordering::Less => Reason::TooSmall { origin, minimum: limit, inclusive, exact, unit },
        _ => Reason::TooBig { origin, maximum: limit, inclusive, exact, unit },
    }
}
