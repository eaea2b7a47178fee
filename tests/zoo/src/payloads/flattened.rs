//! Structs whose fields stand among those of another one.

use portcullis::{Uuid, garde, payload};

use super::Colour;

#[payload(omit(PlaceWithoutLook: look))]
#[derive(Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    #[garde(length(chars, max = 5))]
    #[payload(trim, uppercase)]
    pub full_name: String,
    #[garde(dive)]
    #[serde(flatten)]
    pub position: Position,
    #[garde(range(max = 9))]
    pub weight: u8,
    #[garde(dive)]
    #[serde(flatten)]
    pub look: Box<Look>,
    #[garde(matches(full_name))]
    #[payload(trim, uppercase)]
    #[serde(alias = "again")]
    pub repeated: String,
}

/// With a check of its own.
#[payload(check = is_not_the_origin(x, y), at = y)]
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    #[garde(range(min = -180.0, max = 180.0))]
    pub x: f64,
    #[garde(range(min = -90.0, max = 90.0))]
    #[serde(alias = "latitude")]
    pub y: f64,
    #[garde(skip)]
    pub height: Option<f64>,
}

fn is_not_the_origin(x: &f64, y: &f64) -> garde::Result {
    if *x == 0.0 && *y == 0.0 { Err(garde::Error::new("Must not be the origin")) } else { Ok(()) }
}

/// With a flattened struct in it, and a name that another struct has too.
#[payload(patch(LookPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    #[garde(skip)]
    pub colour: Colour,
    #[garde(length(chars, min = 1, max = 20))]
    #[serde(rename = "look-name", default = "name")]
    pub full_name: String,
}

fn name() -> String {
    "É".to_owned()
}

/// Nested.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Sight {
    #[garde(dive)]
    #[serde(flatten)]
    pub place: Place,
    #[garde(dive)]
    #[serde(flatten)]
    pub details: Details,
    #[garde(skip)]
    pub id: Option<Uuid>,
}

/// Whatever may be missing.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Details {
    #[garde(length(chars, max = 3), inner(custom(is_lower)))]
    #[payload(optional, empty_as_null)]
    pub note: Option<Option<String>>,
    #[garde(skip)]
    #[payload(optional)]
    pub count: Option<i64>,
    #[garde(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    #[garde(length(max = 2), inner(length(chars, max = 3)))]
    #[serde(default)]
    pub tags: Vec<String>,
    #[garde(required)]
    pub pair: Option<(u8, Option<bool>)>,
}

fn is_lower(note: &Option<String>, _: &()) -> garde::Result {
    match note.as_deref() {
        Some(note) if note != note.to_lowercase() => Err(garde::Error::new("Must be in small letters")),
        _ => Ok(()),
    }
}

/// In lists, and given to rules.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Sights {
    #[garde(dive, custom(are_some))]
    pub list: Vec<Sight>,
    #[garde(dive, custom(is_light))]
    pub maybe: Option<Box<Place>>,
    #[garde(dive)]
    #[serde(flatten)]
    pub look: LookPatch,
}

fn are_some(sights: &[Sight], _: &()) -> garde::Result {
    match sights.iter().any(|sight| sight.details.count == Some(7) || sight.details.note == Some(None)) {
        true => Err(garde::Error::new("Must have neither a 7 nor a note that is null")),
        false => Ok(()),
    }
}

fn is_light(place: &Option<Box<Place>>, _: &()) -> garde::Result {
    match place {
        Some(place) if place.weight > 5 && place.position.height.is_none() => {
            Err(garde::Error::new("Must be light, or have a height"))
        }
        _ => Ok(()),
    }
}
