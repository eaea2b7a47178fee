//! Maps: of all keys, of scalars and of payloads, in lists and in each other.

use std::collections::{BTreeMap, HashMap};

use portcullis::{SafeInteger, Uuid, chrono::NaiveDate, garde, payload};

use super::{Colour, Depth, Phone};

/// A key with rules and normalisation of its own.
#[payload]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(
    #[garde(length(chars, min = 1, max = 8), pattern("^[a-z]*$"), custom(not_three))]
    #[payload(trim, lowercase)]
    String,
);

fn not_three(word: &str, _: &()) -> garde::Result {
    if word.len() == 3 { Err(garde::Error::new("Must not be three")) } else { Ok(()) }
}

/// A number as a key.
#[payload]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank(
    #[garde(range(max = 40), custom(not_seven))]
    #[payload(multiple_of = 2)]
    u8,
);

fn not_seven(rank: &u8, _: &()) -> garde::Result {
    if *rank == 14 { Err(garde::Error::new("Must not be twice seven")) } else { Ok(()) }
}

/// Keys of every kind.
#[payload(patch(KeysPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Keys {
    #[garde(length(max = 3), inner(range(max = 9)))]
    pub texts: HashMap<String, u8>,
    #[garde(skip)]
    pub integers: BTreeMap<i16, bool>,
    #[garde(length(min = 1), custom(not_two_entries))]
    pub safe: HashMap<SafeInteger, f64>,
    #[garde(skip)]
    pub ids: BTreeMap<Uuid, String>,
    #[garde(skip)]
    pub colours: HashMap<Colour, Option<i64>>,
    #[garde(skip)]
    pub letters: BTreeMap<char, NaiveDate>,
    #[garde(dive, length(max = 4))]
    pub words: HashMap<Word, Colour>,
    #[garde(dive)]
    pub ranks: BTreeMap<Rank, String>,
}

fn not_two_entries(map: &HashMap<SafeInteger, f64>, _: &()) -> garde::Result {
    if map.len() == 2 { Err(garde::Error::new("Must not be two")) } else { Ok(()) }
}

/// Maps in all places, of all values.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Maps {
    #[garde(inner(length(chars, min = 1, max = 4)))]
    #[payload(inner(trim, lowercase))]
    pub texts: HashMap<String, String>,
    #[garde(inner(length(max = 2), inner(range(min = 1))))]
    pub lists: BTreeMap<String, Vec<i8>>,
    #[garde(dive)]
    pub depths: HashMap<String, Depth>,
    #[garde(dive)]
    pub gaps: BTreeMap<i32, Option<Depth>>,
    #[garde(dive)]
    pub phones: Option<HashMap<Word, Phone>>,
    #[garde(dive)]
    pub list: Vec<BTreeMap<String, Depth>>,
    #[garde(skip)]
    pub nested: HashMap<String, HashMap<i8, Option<String>>>,
    #[garde(skip)]
    #[serde(default)]
    pub default: BTreeMap<String, u64>,
    #[garde(skip)]
    #[payload(optional)]
    pub absent: Option<Option<BTreeMap<String, [bool; 2]>>>,
}
