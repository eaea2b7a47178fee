//! Fields that are there or not, and under which keys.

use portcullis::{Uuid, garde, payload};

/// What stands in for a missing key is made by functions.
#[payload(patch(StandInsPatch), check = from_before_to(from, to), at = to)]
#[derive(Clone, Debug, PartialEq)]
pub struct StandIns {
    #[garde(length(chars, min = 1, max = 12))]
    #[payload(trim, lowercase)]
    #[serde(default = "name")]
    pub name: String,
    #[garde(range(min = 1))]
    #[serde(default = "too_small")]
    pub count: i32,
    #[garde(range(max = 20))]
    #[serde(default = "Hours::from")]
    pub from: u8,
    #[garde(range(max = 20))]
    #[serde(default = "Hours::to")]
    pub to: u8,
    #[garde(inner(length(chars, max = 3)))]
    #[payload(inner(uppercase))]
    #[serde(default = "words")]
    pub words: Vec<Option<String>>,
    #[garde(dive)]
    #[serde(default = "inner")]
    pub inner: Option<Box<StandIns>>,
    #[garde(skip)]
    #[serde(default = "Uuid::nil")]
    pub id: Uuid,
    #[garde(skip)]
    #[serde(default = "most")]
    pub most: u64,
}

struct Hours;

impl Hours {
    fn from() -> u8 {
        3
    }

    fn to() -> u8 {
        5
    }
}

fn name() -> String {
    " É\"\n\u{1f680} ".to_owned()
}

fn too_small() -> i32 {
    0
}

fn words() -> Vec<Option<String>> {
    vec![None, Some("ß".to_owned()), Some(String::new())]
}

fn inner() -> Option<Box<StandIns>> {
    None
}

fn most() -> u64 {
    u64::MAX
}

fn from_before_to(from: &u8, to: &u8) -> garde::Result {
    if from < to { Ok(()) } else { Err(garde::Error::new("Must be after the start")) }
}

/// What is `None` is left out.
#[payload(patch(LeftOutPatch: allow_empty))]
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    #[garde(length(chars, min = 2, max = 5))]
    #[payload(trim, empty_as_null)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[garde(skip)]
    pub there: Option<u8>,
    #[garde(range(max = 9), required)]
    #[serde(skip_serializing_if = "std::option::Option::is_none")]
    pub required: Option<u8>,
    #[garde(custom(is_some))]
    #[serde(rename = "left-out", default, skip_serializing_if = "Option::is_none")]
    pub custom: Option<bool>,
    #[garde(dive)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub again: Option<Box<LeftOut>>,
    #[garde(dive)]
    #[serde(default)]
    pub list: Vec<LeftOut>,
}

fn is_some(option: &Option<bool>, _: &()) -> garde::Result {
    if option.is_some() { Ok(()) } else { Err(garde::Error::new("Must be some")) }
}

/// One field under several keys.
#[payload(patch(AliasesPatch))]
#[derive(Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Aliases {
    #[garde(length(chars, max = 5))]
    #[serde(alias = "givenName", alias = "given_name", alias = "größe 🚀")]
    pub first_name: String,
    #[garde(matches(first_name))]
    #[serde(alias = "again")]
    pub repeated: String,
    #[garde(dive)]
    #[serde(default, alias = "sons", alias = "daughters")]
    pub children: Vec<Aliases>,
    #[garde(skip)]
    #[serde(alias = "constructor")]
    pub odd: Option<u8>,
}

/// The same, where other keys do not matter.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct LaxAliases {
    #[garde(range(max = 5))]
    #[serde(rename = "old", alias = "older", alias = "oldest")]
    pub new: u8,
    #[garde(dive)]
    #[serde(alias = "aliases")]
    pub inner: Option<Aliases>,
}
