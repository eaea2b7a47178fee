//! garde's `matches`: two fields are equal.

use crate::garde::Result;

/// A type that `matches` can compare with another.
#[diagnostic::on_unimplemented(
    message = "`matches` compares fields, and `{Self}` has no equality with `{O}`",
    label = "this field is of another type",
    note = "write a function that compares them, and say `#[payload(check = function(field, field))]` on the struct"
)]
pub trait Matches<O>: PartialEq<O> {}

#[diagnostic::do_not_recommend]
impl<T: PartialEq<O>, O> Matches<O> for T {}

/// Whether a value equals that of another field.
///
/// # Errors
///
/// garde's, where it does not.
pub fn matches<T: Matches<O>, O>(name: &'static str, value: &T, other: &O) -> Result {
    #[cfg(not(target_arch = "wasm32"))]
    return ::garde::rules::matches::apply(value, (name, other));
    // The engine has words of its own.
    #[cfg(target_arch = "wasm32")]
    return if value == other { Ok(()) } else { Err(crate::garde::Error::new(name)) };
}
