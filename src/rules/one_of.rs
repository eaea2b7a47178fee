//! `one_of`, over typed values.

use std::borrow::Cow;

use ::garde::{Error, Result};
use uuid::Uuid;

use super::bounds::Whole;

/// What the error of a value says that is none of those allowed.
pub(crate) const NONE_OF_THEM: &str = "not one of the values";

/// The text is one of these, if there is text.
pub fn texts<T: Text>(value: &T, choices: &[&str]) -> Result {
    hold(value.text().is_none_or(|text| choices.contains(&&*text)))
}

/// The whole number is one of these, if there is one.
pub fn integers<T: Whole>(value: &T, choices: &[i128]) -> Result {
    hold(value.whole().is_none_or(|number| choices.contains(&number)))
}

/// It is this, if it is anything.
pub fn boolean<T: Boolean>(value: &T, only: bool) -> Result {
    hold(value.boolean().is_none_or(|value| value == only))
}

fn hold(holds: bool) -> Result {
    if holds { Ok(()) } else { Err(Error::new(NONE_OF_THEM)) }
}

/// `true` or `false`, or perhaps neither.
pub trait Boolean {
    /// Which of them.
    fn boolean(&self) -> Option<bool>;
}

impl Boolean for bool {
    fn boolean(&self) -> Option<bool> {
        Some(*self)
    }
}

impl<T: Boolean> Boolean for Option<T> {
    fn boolean(&self) -> Option<bool> {
        self.as_ref()?.boolean()
    }
}

/// Text, or perhaps text; or what is text on the wire.
pub trait Text {
    /// The text.
    fn text(&self) -> Option<Cow<'_, str>>;
}

impl Text for String {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Text for Cow<'static, str> {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Text for Uuid {
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(self.to_string()))
    }
}

impl<T: Text> Text for Option<T> {
    fn text(&self) -> Option<Cow<'_, str>> {
        self.as_ref()?.text()
    }
}
