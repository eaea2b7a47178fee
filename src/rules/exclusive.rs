//! `greater_than` and `less_than`, over typed values.

use core::cmp::Ordering;

use ::garde::{Error, Result};

use super::bounds::Ranged;

/// How the error of a number starts that is not above its limit.
pub(crate) const NOT_GREATER: &str = "not greater than ";
/// How the error of a number starts that is not below its limit.
pub(crate) const NOT_LESS: &str = "not less than ";

/// The number is above the limit. As in garde's `range`, what cannot be compared is let through.
pub fn greater_than<T: Ranged>(value: &T, limit: T::Bound) -> Result {
    match value.compare(&limit) {
        Some(Ordering::Less | Ordering::Equal) => Err(Error::new(format!("{NOT_GREATER}{limit}"))),
        Some(Ordering::Greater) | None => Ok(()),
    }
}

/// The number is below the limit. As in garde's `range`, what cannot be compared is let through.
pub fn less_than<T: Ranged>(value: &T, limit: T::Bound) -> Result {
    match value.compare(&limit) {
        Some(Ordering::Greater | Ordering::Equal) => Err(Error::new(format!("{NOT_LESS}{limit}"))),
        Some(Ordering::Less) | None => Ok(()),
    }
}
