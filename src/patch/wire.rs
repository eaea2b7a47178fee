//! Optional fields on the wire, for serde.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Patch;

/// The name under which an optional field asks for its value: the tape answers with a unit where
/// the field is absent, and formats that know nothing of it with the value.
pub(crate) const ABSENT: &str = "$portcullis::optional";

/// The type of an optional field. Its default stands for absence.
#[diagnostic::on_unimplemented(
    message = "an optional field is an `Option` (absent, but not null) or a `Patch` (absent, null or a value)",
    label = "`{Self}` is neither"
)]
pub trait Optional: Default {
    /// Whether the field is absent.
    fn is_absent(&self) -> bool;
}

/// What an optional field is when its key is there.
#[diagnostic::on_unimplemented(
    message = "an optional field is an `Option` (absent, but not null) or a `Patch` (absent, null or a value)",
    label = "`{Self}` is neither"
)]
pub trait Present<'de>: Optional {
    /// Reads what is there.
    ///
    /// # Errors
    ///
    /// The deserializer's.
    fn present<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<T> Optional for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// `null` is none of its values.
impl<'de, T: Deserialize<'de>> Present<'de> for Option<T> {
    fn present<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        T::deserialize(deserializer).map(Some)
    }
}

impl<T> Optional for Patch<T> {
    fn is_absent(&self) -> bool {
        Patch::is_absent(self)
    }
}

impl<'de, T: Deserialize<'de>> Present<'de> for Patch<T> {
    fn present<D: Deserializer<'de>>(deserializer: D) -> Result<Patch<T>, D::Error> {
        Option::deserialize(deserializer).map(Patch::from)
    }
}

/// Whether an optional field is left out when it is written.
pub fn is_absent<T: Optional>(field: &T) -> bool {
    field.is_absent()
}

/// Reads an optional field.
///
/// # Errors
///
/// The deserializer's.
pub fn present<'de, D: Deserializer<'de>, T: Present<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_newtype_struct(ABSENT, Reader(PhantomData))
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Present<'de>> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an optional value")
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::present(deserializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Patch<T>, D::Error> {
        present(deserializer)
    }
}

/// Absence is for the struct around it, which leaves the key out; alone it is `null`.
impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}
