//! Optional fields on the wire, for serde: an `Option` that is `None` where the key is missing, around
//! the type of what is there otherwise.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// The name under which an optional field asks for its value: the tape answers with a unit where
/// the field is absent, and formats that know nothing of it with the value.
pub(crate) const ABSENT: &str = "$portcullis::optional";

/// The type of an optional field. Its default stands for absence.
#[diagnostic::on_unimplemented(
    message = "an optional field is an `Option<..>` (absent, but not null) or an `Option<Option<..>>` (absent, null or a value)",
    label = "`{Self}` is neither"
)]
pub trait Optional<'de>: Default {
    /// Reads what is there. `null` is a value of what is inside, if it is one at all.
    ///
    /// # Errors
    ///
    /// The deserializer's.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<'de, T: Deserialize<'de>> Optional<'de> for Option<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        T::deserialize(deserializer).map(Some)
    }
}

/// Reads an optional field.
///
/// # Errors
///
/// The deserializer's.
pub fn present<'de, D: Deserializer<'de>, T: Optional<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(ABSENT, Reader(PhantomData))
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Optional<'de>> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an optional value")
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}
