//! Fields and whole types that are another type on the wire than in Rust.

use std::collections::BTreeMap;
use std::time::Duration;

use portcullis::{garde, payload};

#[payload(omit(ConvertedRest: name))]
#[derive(Clone, Debug, PartialEq)]
pub struct Converted {
    #[garde(custom(is_short))]
    #[payload(as = u32)]
    #[serde(with = "seconds")]
    pub timeout: Duration,
    #[garde(length(chars, max = 3))]
    pub name: String,
    #[garde(skip)]
    #[payload(as = Vec<(String, Option<i64>)>)]
    #[serde(with = "pairs", rename = "pair-list", alias = "pairs")]
    pub pairs: Pairs,
    #[garde(dive)]
    pub inside: Option<Box<Converted>>,
}

/// The names, and the numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Pairs {
    names: Vec<String>,
    numbers: Vec<Option<i64>>,
}

fn is_short(timeout: &Duration, _: &()) -> garde::Result {
    match timeout.as_secs() > 3_000_000_000 {
        true => Err(garde::Error::new("Must be short")),
        false => Ok(()),
    }
}

mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        duration.as_secs().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        u32::deserialize(deserializer).map(|seconds| Duration::from_secs(seconds.into()))
    }
}

mod pairs {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Pairs;

    pub fn serialize<S: Serializer>(pairs: &Pairs, serializer: S) -> Result<S::Ok, S::Error> {
        pairs.names.iter().zip(&pairs.numbers).collect::<Vec<_>>().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Pairs, D::Error> {
        let (names, numbers) = Vec::<(String, Option<i64>)>::deserialize(deserializer)?.into_iter().unzip();
        Ok(Pairs { names, numbers })
    }
}

/// From one day to another, which is no earlier.
#[payload]
#[serde(try_from = "Ends", into = "Ends")]
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    ends: Ends,
}

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Ends {
    #[garde(range(max = 99))]
    pub first: u8,
    #[garde(range(max = 99))]
    pub last: u8,
    #[garde(length(chars, max = 3))]
    #[payload(trim)]
    pub note: Option<String>,
}

impl TryFrom<Ends> for Stay {
    type Error = &'static str;

    fn try_from(ends: Ends) -> Result<Stay, &'static str> {
        if ends.first <= ends.last { Ok(Stay { ends }) } else { Err("Conversion: must not end before it starts") }
    }
}

impl From<Stay> for Ends {
    fn from(stay: Stay) -> Ends {
        stay.ends
    }
}

/// Half of them.
#[payload]
#[serde(try_from = "u8", into = "u8")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Half {
    Of(u8),
    None,
}

impl TryFrom<u8> for Half {
    type Error = String;

    fn try_from(number: u8) -> Result<Half, String> {
        match number {
            0 => Ok(Half::None),
            _ if number.is_multiple_of(2) => Ok(Half::Of(number / 2)),
            _ => Err("Conversion: must be even".to_owned()),
        }
    }
}

impl From<Half> for u8 {
    fn from(half: Half) -> u8 {
        match half {
            Half::Of(number) => 2 * number,
            Half::None => 0,
        }
    }
}

/// Such types in all places.
#[payload(patch(StaysPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Stays {
    #[garde(dive, custom(is_long))]
    pub stay: Stay,
    #[garde(dive)]
    pub stays: Vec<Stay>,
    #[garde(dive)]
    pub half: Option<Half>,
    #[garde(dive)]
    pub halves: BTreeMap<Half, Option<bool>>,
}

fn is_long(stay: &Stay, _: &()) -> garde::Result {
    if stay.ends.last == 7 { Err(garde::Error::new("Must be longer")) } else { Ok(()) }
}
