//! Fields that may stay away: what PATCH requests are made of.

#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod typescript;
mod wire;

pub(crate) use wire::ABSENT;
pub use wire::{is_absent, present};

/// A field of a PATCH request: left as it is, cleared, or set.
///
/// On the wire these are a missing key, `null`, and a value; in TypeScript `field?: T | null`. It is
/// the type of a field that says `#[payload(optional)]`, and of nothing else. Rules look inside, as
/// they do with `Option`, and hold where there is no value.
///
/// ```
/// use portcullis::{Patch, Payload, payload};
///
/// #[payload]
/// struct Update {
///     #[garde(length(chars, min = 1))]
///     #[payload(optional)]
///     nickname: Patch<String>,
/// }
///
/// let mut nickname = Some("ada".to_owned());
/// for (json, expected) in [
///     ("{}", Some("ada")),
///     (r#"{"nickname":"lovelace"}"#, Some("lovelace")),
///     (r#"{"nickname":null}"#, None),
/// ] {
///     Update::from_json(json.as_bytes())?.nickname.apply(&mut nickname);
///     assert_eq!(nickname.as_deref(), expected);
/// }
/// # Ok::<(), portcullis::ErrorShape>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Patch<T> {
    /// The key is not there: nothing changes.
    #[default]
    Absent,
    /// `null`: the value is cleared.
    Null,
    /// The new value.
    Value(T),
}

impl<T> Patch<T> {
    /// Whether nothing changes.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Patch::Absent)
    }

    /// Whether the value is cleared.
    pub const fn is_null(&self) -> bool {
        matches!(self, Patch::Null)
    }

    /// The new value, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Patch::Value(value) => Some(value),
            Patch::Absent | Patch::Null => None,
        }
    }

    /// The same with a reference to the new value.
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Patch::Absent => Patch::Absent,
            Patch::Null => Patch::Null,
            Patch::Value(value) => Patch::Value(value),
        }
    }

    /// The same with another new value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Patch::Absent => Patch::Absent,
            Patch::Null => Patch::Null,
            Patch::Value(value) => Patch::Value(change(value)),
        }
    }

    /// What to write into a nullable column, if anything: `Some(None)` clears it.
    pub fn into_option(self) -> Option<Option<T>> {
        match self {
            Patch::Absent => None,
            Patch::Null => Some(None),
            Patch::Value(value) => Some(Some(value)),
        }
    }

    /// Does to a value what this says.
    pub fn apply(self, value: &mut Option<T>) {
        if let Some(new) = self.into_option() {
            *value = new;
        }
    }
}

/// `None` clears.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Patch<T> {
        value.map_or(Patch::Null, Patch::Value)
    }
}
