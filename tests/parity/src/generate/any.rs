//! Any JSON.

use super::{Generator, MAX_DEPTH};
use crate::json::Json;

/// Numbers that JavaScript has in the same digits, or as the nearest double.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "7",
    "-40",
    "1.0",
    "1.50",
    "-0.1",
    "1e2",
    "1E-7",
    "1e-400",
    "9007199254740991",
    "-9007199254740991",
    "9007199254740992",
    "-9007199254740994",
    "9007199254740993.0",
    "590295810358705700000",
    "1e20",
    "1.7976931348623157e308",
    "0.1234567890123456789",
];

/// Numbers that it has not.
pub const BEYOND: &[&str] = &[
    "9007199254740993",
    "-9007199254740993",
    "9223372036854775808",
    "12345678901234567890",
    "-590295810358705651712",
    "1000000000000000000000",
    "1.8e308",
    "-1e400",
];

const TEXTS: &[&str] = &["", "text", "é🚀", "a\"b\\c", "\u{1}\n", "2026-01-05"];

const KEYS: &[&str] = &["a", "b", "", "__proto__", "constructor", "é", "a\"b", "1"];

impl Generator<'_> {
    /// Makes any value; a slip is a number or a key that is not taken.
    pub(super) fn any(&mut self, depth: usize) -> Json {
        match self.rng.u8(..if depth < MAX_DEPTH { 8 } else { 6 }) {
            0 => Json::Raw((*self.rng.choice(&["null", "true", "false"]).unwrap()).to_owned()),
            1 | 2 => {
                let numbers = if self.slip() { BEYOND } else { NUMBERS };
                Json::Raw((*self.rng.choice(numbers).unwrap()).to_owned())
            }
            3..6 => Json::Text((*self.rng.choice(TEXTS).unwrap()).to_owned()),
            6 => Json::Array((0..self.rng.u8(..4)).map(|_| self.any(depth + 1)).collect()),
            _ => {
                let mut members: Vec<(String, Json)> = Vec::new();
                for _ in 0..if self.rng.u8(..16) == 0 { 30 } else { self.rng.u8(..4) } {
                    let number = self.rng.u8(..40).to_string();
                    let key = (*self.rng.choice(KEYS).filter(|_| self.rng.bool()).unwrap_or(&&*number)).to_owned();
                    if members.iter().all(|(other, _)| *other != key) || self.slip() {
                        members.push((key, self.any(depth + 1)));
                    }
                }
                Json::Object(members)
            }
        }
    }
}
