//! Formats that garde does not have, over typed values.

use ::garde::{Error, Result};

use super::one_of::Text;
use crate::formats::Format;

/// The text is so spelled, if there is text.
pub fn apply<T: Text>(value: &T, format: &'static Format) -> Result {
    match value.text().is_none_or(|text| (format.check)(text.as_bytes())) {
        true => Ok(()),
        false => Err(Error::new(message(format))),
    }
}

/// What the error of a text says that is spelled otherwise.
pub(crate) fn message(format: &Format) -> String {
    format!("not a valid {}", format.name)
}
