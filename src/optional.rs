//! Optional fields on the wire, for serde: an `Option` that is `None` where the key is missing, around
//! the type of what is there otherwise.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// The name under which an optional field asks for its value: the tape answers with a unit where
/// the field is absent, and formats that know nothing of it with the value.
pub(crate) const ABSENT: &str = "$portcullis::optional";

/// Reads an optional field. `null` is a value of what is inside, if it is one at all.
///
/// # Errors
///
/// The deserializer's.
pub fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    deserializer.deserialize_newtype_struct(ABSENT, Reader(PhantomData))
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an optional value")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::deserialize(deserializer).map(Some)
    }
}
