//! The rules that garde does not have.

use portcullis::{SafeInteger, payload};

const MOST: u8 = 100;

/// Limits that are not allowed themselves.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Between {
    #[payload(greater_than = 0, less_than = MOST)]
    pub share: u8,
    #[garde(range(max = -1))]
    #[payload(greater_than = -100)]
    pub below_zero: i16,
    #[payload(greater_than = 0.0, less_than = 1.5)]
    pub f64: f64,
    #[payload(less_than = -0.1)]
    pub f32: Option<f32>,
    #[payload(greater_than = 9_007_199_254_740_992, less_than = u64::MAX)]
    pub large: u64,
    #[payload(less_than = 9_007_199_254_740_991)]
    pub safe: Option<SafeInteger>,
    #[garde(length(max = 4))]
    #[payload(inner(greater_than = 1, less_than = 5))]
    pub list: Vec<i64>,
    #[garde(inner(inner(range(min = 0.0))))]
    #[payload(inner(inner(less_than = 1.0)))]
    pub shares: Vec<Option<f64>>,
}
