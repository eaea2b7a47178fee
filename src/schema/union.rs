//! Enums whose variants hold data.

use super::{Enum, Field, Object, Unknown};
use crate::engine::{self, Walker};
use crate::plan::UnionPlan;

/// One of several variants, of which some may hold data.
#[derive(Debug)]
pub struct Union {
    /// The variants by their names.
    pub names: Enum,
    /// How the wire tells which variant it is.
    pub tagging: Tagging,
    /// What becomes of unknown keys beside the name of a variant.
    pub unknown: Unknown,
    /// What the variants hold, in the order of the names.
    pub contents: &'static [Content],
}

/// What a variant of a [`Union`] holds.
#[derive(Debug)]
pub enum Content {
    /// Nothing.
    Unit,
    /// One value. Its name is the key that it has on the wire, if it has one.
    Value(Field),
    /// Several values: a [`Schema::Tuple`](super::Schema::Tuple).
    Tuple(Field),
    /// Fields.
    Object(&'static Object),
}

/// How the wire tells which variant of a [`Union`] it is, and the walk that looks there.
#[derive(Debug)]
pub struct Tagging {
    /// Where the name of the variant stands.
    pub place: TagPlace,
    pub(crate) walk: Walker<UnionPlan>,
}

/// Where the name of a variant stands: one of serde's representations of enums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagPlace {
    /// It is the one key of an object, or, of a variant that holds nothing, a text alone.
    Around,
    /// In the object that has what the variant holds.
    Inside {
        /// Under this key.
        tag: &'static str,
    },
    /// In an object of its own.
    Beside {
        /// Under this key.
        tag: &'static str,
        /// What the variant holds is under this one.
        content: &'static str,
    },
    /// Nowhere: it is the first variant that takes the value.
    Nowhere,
}

impl Tagging {
    /// serde's own, without attributes: externally tagged.
    pub const fn external() -> Tagging {
        Tagging { place: TagPlace::Around, walk: engine::external }
    }

    /// `#[serde(tag = "..")]`.
    pub const fn internal(tag: &'static str) -> Tagging {
        Tagging { place: TagPlace::Inside { tag }, walk: engine::internal }
    }

    /// `#[serde(untagged)]`.
    pub const fn untagged() -> Tagging {
        Tagging { place: TagPlace::Nowhere, walk: engine::untagged }
    }

    /// `#[serde(tag = "..", content = "..")]`.
    pub const fn adjacent(tag: &'static str, content: &'static str) -> Tagging {
        Tagging { place: TagPlace::Beside { tag, content }, walk: engine::adjacent }
    }
}
