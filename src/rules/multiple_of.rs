//! `multiple_of`: whole multiples of a number, counted in decimals.

use crate::issue::Limit;
use crate::schema::Bound;

/// The number that others are to be multiples of, as a decimal: `units` / 10^`decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Divisor {
    /// Its digits, without the point; above 0.
    pub units: u64,
    /// How many of them are behind the point; at most 15, as few as can be.
    pub decimals: u32,
}

/// From so many units on, doubles do not tell all decimals apart.
const MAX_UNITS: u64 = 1 << 51;

impl Divisor {
    /// The divisor that a constant means.
    ///
    /// # Panics
    ///
    /// When it is not above 0, or has more than 15 digits.
    pub const fn new(constant: Bound) -> Divisor {
        let Bound { integer: whole, number } = constant;
        if whole as f64 == number && 0 < whole && whole <= u64::MAX as i128 {
            return Divisor { units: whole as u64, decimals: 0 };
        }
        let mut decimals = 1;
        while decimals <= 15 {
            let units = Divisor::units(number, decimals);
            if number > 0.0 && units < MAX_UNITS && (Divisor { units, decimals }).number() == number {
                return Divisor { units, decimals };
            }
            decimals += 1;
        }
        panic!("the divisor is above 0, and has at most 15 digits")
    }

    /// Whether a whole number, without its sign, is a multiple.
    pub const fn divides_whole(self, number: u64) -> bool {
        self.decimals == 0 && number.is_multiple_of(self.units)
    }

    /// Whether a double is the one nearest to a multiple, which is to say: whether it is a multiple
    /// as people and JSON write it. So 0.3 is a multiple of 0.1, though no double is 0.1 or 0.3.
    ///
    /// No number of 2^51 units or more is: decimals that large share doubles.
    pub fn divides(self, number: f64) -> bool {
        let number = number.abs();
        let units = Divisor::units(number, self.decimals);
        // The division is exact but for one rounding, as reading the decimal would be.
        units < MAX_UNITS && Divisor { units, ..self }.number() == number && units.is_multiple_of(self.units)
    }

    /// The nearest whole number of units.
    const fn units(number: f64, decimals: u32) -> u64 {
        (number * scale(decimals) + 0.5) as u64
    }

    const fn number(self) -> f64 {
        self.units as f64 / scale(self.decimals)
    }

    /// As issues have it.
    #[cold]
    #[inline(never)]
    pub(crate) fn limit(self) -> Limit {
        if self.decimals == 0 { Limit::whole(self.units.into()) } else { Limit::double(self.number()) }
    }
}

/// 10 to that power, exactly.
#[inline(never)]
const fn scale(decimals: u32) -> f64 {
    10_u64.pow(decimals) as f64
}

/// `multiple_of` over typed values.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod native {
    use ::garde::{Error, Result};

    use super::Divisor;
    use crate::rules::bounds::Divisible;

    /// How the error of a number starts that is no multiple.
    pub(crate) const NO_MULTIPLE: &str = "not a multiple of ";

    pub(crate) fn apply<T: Divisible>(value: &T, (written, divisor): (T::Divisor, Divisor)) -> Result {
        if value.is_multiple(divisor) { Ok(()) } else { Err(Error::new(format!("{NO_MULTIPLE}{written}"))) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Divisor};

    fn divisor(number: f64) -> Divisor {
        Divisor::new(Bound { integer: number as i128, number })
    }

    #[test]
    fn divisors_are_decimals() {
        for (number, units, decimals) in [(5.0, 5, 0), (0.1, 1, 1), (0.05, 5, 2), (1.25, 125, 2), (1e-15, 1, 15)] {
            assert_eq!(divisor(number), Divisor { units, decimals });
        }
        let largest = Bound { integer: u64::MAX.into(), number: u64::MAX as f64 };
        assert_eq!(Divisor::new(largest).units, u64::MAX);
    }

    #[test]
    fn multiples_are_those_of_the_written_numbers() {
        let cent = divisor(0.01);
        for multiple in [0.0, -0.0, 0.01, 0.07, 0.29, 0.3, 19.99, -1.15, 1e13, 22_517_998_136_852.47] {
            assert!(cent.divides(multiple), "{multiple}");
        }
        for other in [0.1 + 0.2, 0.001, 0.015, 5e-324, 1e-3, 22_517_998_136_852.48, 1e300, f64::INFINITY, f64::NAN] {
            assert!(!cent.divides(other), "{other}");
        }
        let quarter = divisor(0.25);
        assert!(quarter.divides(-1.75) && !quarter.divides(1.8));
        let three = divisor(3.0);
        assert!(three.divides(9.0) && !three.divides(9.3) && !three.divides(10.0));
        assert!(three.divides_whole(0) && three.divides_whole(9) && !three.divides_whole(u64::MAX - 1));
    }
}
