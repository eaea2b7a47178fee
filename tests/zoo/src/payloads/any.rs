//! Any JSON: by itself, in lists, tuples and maps, and in enums.

use std::collections::HashMap;

use portcullis::{Json, garde, payload};

#[payload(patch(AnythingPatch), check = is_other(any, looked_at))]
#[derive(Clone, Debug, PartialEq)]
pub struct Anything {
    #[garde(skip)]
    pub any: Json,
    #[garde(custom(not_false))]
    #[serde(default)]
    pub looked_at: Json,
    #[garde(custom(not_empty))]
    pub maybe: Option<Json>,
    #[garde(length(max = 3))]
    pub list: Vec<Json>,
    #[garde(skip)]
    pub gaps: Vec<Option<Json>>,
    #[garde(length(max = 3))]
    pub map: HashMap<String, Json>,
    #[garde(skip)]
    pub pair: (Json, String),
    #[garde(dive, custom(is_quiet))]
    pub notices: Vec<Notice>,
    #[garde(dive)]
    #[serde(default)]
    pub values: Vec<CountOrAny>,
    #[garde(dive)]
    pub tag: Option<Tag>,
    #[garde(skip)]
    #[payload(optional)]
    pub absent: Option<Json>,
    #[garde(skip)]
    #[payload(optional)]
    pub null: Option<Option<Json>>,
}

fn not_false(json: &Json, _: &()) -> garde::Result {
    if json.as_bool() == Some(false) { Err(garde::Error::new("Must not be false")) } else { Ok(()) }
}

fn not_empty(json: &Option<Json>, _: &()) -> garde::Result {
    let is_empty = json.as_ref().is_some_and(|json| json.as_array().is_some_and(|items| items.is_empty()));
    if is_empty { Err(garde::Error::new("Must not be empty")) } else { Ok(()) }
}

fn is_other(any: &Json, looked_at: &Json) -> garde::Result {
    let is_same = any.is_string() && any == looked_at;
    if is_same { Err(garde::Error::new("Must be another text")) } else { Ok(()) }
}

fn is_quiet(notices: &[Notice], _: &()) -> garde::Result {
    let is_loud = |notice: &Notice| matches!(notice, Notice::Seen { data, .. } if data.as_f64() > Some(100.0));
    if notices.iter().any(is_loud) { Err(garde::Error::new("Must be quiet")) } else { Ok(()) }
}

/// What serde buffers.
#[payload(unknown = "strip")]
#[serde(tag = "kind")]
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    Seen {
        #[garde(skip)]
        data: Json,
        #[garde(length(chars, max = 4))]
        note: Option<String>,
    },
    Gone,
}

#[payload]
#[serde(untagged)]
#[derive(Clone, Debug, PartialEq)]
pub enum CountOrAny {
    Count(#[garde(skip)] u32),
    Text(#[garde(length(chars, max = 4))] String),
    Any(#[garde(skip)] Json),
}

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Tag(#[garde(custom(not_false))] Json);
