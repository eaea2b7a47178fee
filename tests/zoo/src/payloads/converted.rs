//! Fields that are another type on the wire than in Rust.

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
