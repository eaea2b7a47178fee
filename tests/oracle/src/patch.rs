//! Fields that a value may lack.

use serde::{Deserialize, Deserializer, Serialize};

use crate::{Edit, Normalise};

/// Absent, null or a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Patch<T> {
    /// No key.
    #[default]
    Absent,
    /// `null`.
    Null,
    /// A value.
    Value(T),
}

/// What garde sees of an optional field, and serde of one that is there.
pub trait Optional {
    /// The type inside.
    type Inside;

    /// As garde sees it.
    fn as_option(&self) -> Option<Self::Inside>;

    /// Whether it is not written.
    fn is_absent(&self) -> bool;
}

impl<T: Clone> Optional for Option<T> {
    type Inside = T;

    fn as_option(&self) -> Option<T> {
        self.clone()
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Clone> Optional for Patch<T> {
    type Inside = T;

    fn as_option(&self) -> Option<T> {
        match self {
            Patch::Value(value) => Some(value.clone()),
            _ => None,
        }
    }

    fn is_absent(&self) -> bool {
        matches!(self, Patch::Absent)
    }
}

/// For serde.
pub fn is_absent<T: Optional>(field: &T) -> bool {
    field.is_absent()
}

/// For serde: what is there.
pub fn present<'de, D: Deserializer<'de>, T: There<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// An optional field that is there.
pub trait There<'de>: Sized {
    /// Reads it.
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

impl<'de, T: Deserialize<'de>> There<'de> for Option<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Some(T::deserialize(deserializer)?))
    }
}

impl<'de, T: Deserialize<'de>> There<'de> for Patch<T> {
    fn read<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Option::deserialize(deserializer)? {
            Some(value) => Patch::Value(value),
            None => Patch::Null,
        })
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Patch::Value(value) => value.serialize(serializer),
            _ => serializer.serialize_unit(),
        }
    }
}

impl<T: Edit> Edit for Patch<T> {
    fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
        if let Patch::Value(value) = self {
            value.edit(change);
        }
    }
}

impl<T: Normalise> Normalise for Patch<T> {
    fn normalise(&mut self) {
        if let Patch::Value(value) = self {
            value.normalise();
        }
    }
}
