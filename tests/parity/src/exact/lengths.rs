//! Texts of a certain length.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use fastrand::Rng;
use portcullis::schema::{Rule, Unit};

use super::place::{self, Place};
use super::rules;

/// The longest text that is made every time, and the longest of all.
const SHORT: u32 = 300;
const LONG: u32 = 20_000;

/// A rule about the length of text.
#[derive(Clone, Copy, Debug)]
pub struct Length {
    /// What is counted.
    pub unit: Unit,
    /// The smallest and the largest length.
    pub limits: (u32, u32),
}

/// What the rules about the length of text in a place say; those in characters say it together.
pub fn of(place: &Place) -> Vec<Length> {
    let lengths = place.rules.iter().filter_map(|rule| match *rule {
        Rule::Length { unit: Unit::Items, .. } => None,
        Rule::Length { unit: unit @ Unit::Chars, .. } => {
            Some(Length { unit, limits: place::lengths(&place.rules, |unit| matches!(unit, Unit::Chars)) })
        }
        Rule::Length { unit, minimum, maximum } => Some(Length { unit, limits: (minimum, maximum) }),
        _ => None,
    });
    lengths.collect()
}

/// Whether texts of this length are made; the longest seldom.
pub fn is_made(length: u32, rng: &mut Rng) -> bool {
    length <= SHORT || length <= LONG && rng.u8(..50) == 0
}

/// A text made as short or long as it may be.
pub fn at_an_edge(place: &Place, text: String, rng: &mut Rng) -> String {
    let Some(Length { unit, limits: (least, most) }) = rng.choice(of(place)) else { return text };
    let wanted = if rng.bool() { least } else { most };
    if is_made(wanted, rng) { resized(place, &text, unit, wanted) } else { text }
}

/// A text cut and padded to a length, as it is counted after normalisation.
pub fn resized(place: &Place, text: &str, unit: Unit, wanted: u32) -> String {
    let wanted = wanted as usize;
    if let Unit::Decoded(_) = unit {
        let mut bytes = rules::decoded(text).unwrap_or_default();
        bytes.resize(wanted, 0xff);
        return BASE64_STANDARD.encode(bytes);
    }
    let count = |text: &str| rules::counted(unit, text).map_or(0, |(count, _)| count);
    let mut text = place.normal(text).unwrap_or_default();
    while count(&text) > wanted {
        text.pop();
    }
    // White space at the end would be cut off again.
    text.truncate(text.trim_end().len());
    let missing = wanted - count(&text);
    text + &"a".repeat(missing)
}
