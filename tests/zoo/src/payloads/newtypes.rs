//! Newtypes, which have rules of their own.

use portcullis::{garde, payload};

use super::{Point, not_the_origin};

/// Text with rules and normalisation of its own.
#[payload]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phone(
    #[garde(length(chars, min = 1, max = 9), pattern("^[0-9 +]*$"), custom(not_seven))]
    #[payload(trim)]
    String,
);

fn not_seven(phone: &str, _: &()) -> garde::Result {
    if phone.len() == 7 { Err(garde::Error::new("Must not be seven")) } else { Ok(()) }
}

/// A newtype of a newtype.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Mobile(#[garde(dive, custom(is_mobile))] Phone);

fn is_mobile(phone: &Phone, _: &()) -> garde::Result {
    if phone.0.len() == 5 { Err(garde::Error::new("Must be a mobile")) } else { Ok(()) }
}

/// A newtype whose field has a name.
#[payload]
#[serde(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Percent {
    #[garde(range(max = 100))]
    pub value: u8,
}

/// A newtype of a list.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Handles(
    #[garde(length(max = 3), inner(length(chars, min = 1, max = 4)))]
    #[payload(inner(lowercase, trim), unique)]
    Vec<String>,
);

/// A newtype of an object.
#[payload]
#[serde(transparent)]
#[derive(Clone, Debug, PartialEq)]
pub struct Corner {
    #[garde(dive, custom(not_the_origin))]
    pub point: Point,
}

/// Newtypes of text in all places.
#[payload(check = differ(phone, mobile), at = mobile)]
#[derive(Clone, Debug, PartialEq)]
pub struct Newtypes {
    #[garde(dive, custom(is_known))]
    pub phone: Phone,
    #[garde(dive, matches(phone))]
    pub again: Phone,
    #[garde(dive)]
    pub mobile: Mobile,
    #[garde(dive, custom(not_four))]
    pub maybe: Option<Phone>,
    #[garde(dive)]
    #[payload(empty_as_null)]
    pub form: Option<Phone>,
    #[garde(dive)]
    #[payload(optional)]
    pub patch: Option<Option<Mobile>>,
    #[garde(dive, length(max = 3))]
    #[payload(unique)]
    pub list: Vec<Phone>,
}

/// Newtypes of other things in all places.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Wrapped {
    #[garde(dive)]
    pub gaps: Vec<Option<Percent>>,
    #[garde(dive)]
    pub pair: [Percent; 2],
    #[garde(dive)]
    #[serde(default)]
    pub share: Percent,
    #[garde(dive)]
    pub handles: Option<Handles>,
    #[garde(dive)]
    pub table: Vec<Handles>,
    #[garde(dive)]
    pub corner: Corner,
    #[garde(dive)]
    pub corners: Vec<Corner>,
    #[garde(dive, required)]
    pub needed: Option<Corner>,
}

fn is_known(phone: &Phone, _: &()) -> garde::Result {
    if phone.0.len() == 6 { Err(garde::Error::new("Must be known")) } else { Ok(()) }
}

fn not_four(phone: &Option<Phone>, _: &()) -> garde::Result {
    match phone {
        Some(phone) if phone.0.len() == 4 => Err(garde::Error::new("Must not be four")),
        _ => Ok(()),
    }
}

fn differ(phone: &Phone, mobile: &Mobile) -> garde::Result {
    if *phone == mobile.0 { Err(garde::Error::new("Must not be the same")) } else { Ok(()) }
}
