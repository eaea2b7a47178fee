//! Tuples: of scalars, of payloads, in lists and in each other.

use portcullis::{Decimal, SafeInteger, Uuid, garde, payload};

use super::{Colour, Depth};

pub type Pair = (f32, (u8, u8));

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Tuples {
    #[garde(skip)]
    pub point: (f64, f64),
    #[garde(custom(ordered))]
    pub range: (i32, i32),
    #[garde(skip)]
    pub mixed: (bool, Option<String>, Colour, Uuid, Decimal<6, 2>),
    #[garde(skip)]
    pub large: Option<(Option<i64>, u64)>,
    #[garde(skip)]
    pub list: Vec<(String, Option<SafeInteger>)>,
    #[garde(skip)]
    pub maybe: Vec<Option<(u8, [i8; 2])>>,
    #[garde(skip)]
    pub nested: ((bool, Vec<String>), Option<Pair>),
    #[garde(dive)]
    pub depths: (Depth, Option<Depth>, Vec<Depth>),
    #[garde(dive)]
    pub more: Vec<(Depth, Depth)>,
    #[garde(skip)]
    #[serde(default)]
    pub default: (u8, String, Option<bool>),
    #[garde(skip)]
    #[payload(optional)]
    pub absent: Option<Option<(String, bool)>>,
}

fn ordered(range: &(i32, i32), (): &()) -> garde::Result {
    if range.0 <= range.1 { Ok(()) } else { Err(garde::Error::new("the first is above the second")) }
}
