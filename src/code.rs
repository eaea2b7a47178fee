//! The codes of refusals, ours and those of applications, each with its HTTP status.

use crate::constant::are_equal;
use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($(#[doc = $docs:literal])* $name:ident = $text:literal, $status:literal;)*) => {
        /// The codes that an [`ErrorShape`](crate::ErrorShape) can have, each with its HTTP status.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code {
            $($(#[doc = $docs])* $name,)*
            /// A code that the application has added: see [`ErrorCode`].
            Application(&'static ApplicationCode),
        }

        impl Code {
            /// The code as it stands in JSON.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Code::$name => $text,)*
                    Code::Application(code) => code.name,
                }
            }

            /// The HTTP status that belongs to the code (RFC 9110, RFC 6585).
            pub const fn status(self) -> u16 {
                match self {
                    $(Code::$name => $status,)*
                    Code::Application(code) => code.status,
                }
            }
        }

        /// What applications cannot call a code of theirs.
        const BUILT_IN: &[&str] = &[$($text),*];
    };
}

codes! {
    /// The body is no JSON.
    InvalidJson = "invalid_json", 400;
    /// Nobody is signed in.
    Unauthorized = "unauthorized", 401;
    /// Whoever is signed in may not do this.
    Forbidden = "forbidden", 403;
    /// There is no such thing.
    NotFound = "not_found", 404;
    /// It contradicts what is already there.
    Conflict = "conflict", 409;
    /// The body has too many bytes.
    PayloadTooLarge = "payload_too_large", 413;
    /// The body is not of a media type that is understood.
    UnsupportedMediaType = "unsupported_media_type", 415;
    /// The body is JSON, but not what it should say.
    ValidationFailed = "validation_failed", 422;
    /// Too many requests.
    RateLimited = "rate_limited", 429;
    /// Something went wrong on the answering side.
    Internal = "internal", 500;
    /// Not now; later perhaps.
    Unavailable = "unavailable", 503;
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Whether one of our own codes has this name.
pub const fn is_built_in(name: &str) -> bool {
    let mut at = 0;
    while at < BUILT_IN.len() {
        if are_equal(BUILT_IN[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

/// What can go wrong in an application, beyond what every boundary can say: an enum whose variants
/// are codes.
///
/// Derived with [`derive(ErrorCode)`](macro@crate::ErrorCode). Its codes stand beside the built-in
/// ones, in Rust and, once [`contracts!`](crate::contracts!) lists them, in TypeScript:
///
/// ```
/// use portcullis::{ErrorCode, ErrorShape};
///
/// #[derive(ErrorCode)]
/// pub enum CrmError {
///     /// Somebody has this email address already.
///     #[code(status = 409)]
///     EmailTaken,
/// }
///
/// let refusal = ErrorShape::new(CrmError::EmailTaken, "This email address is taken");
/// assert_eq!(refusal.status(), 409);
/// assert_eq!(
///     refusal.to_json(),
///     r#"{"code":"email_taken","message":"This email address is taken","details":null}"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of error codes",
    label = "these are no codes of an application",
    note = "mark the enum with `#[derive(portcullis::ErrorCode)]`"
)]
pub trait ErrorCode {
    /// All codes of the enum, in its order.
    const CODES: &'static ApplicationCodes;

    /// The code of this value.
    fn code(&self) -> Code;
}

impl<T: ErrorCode> From<T> for Code {
    fn from(error: T) -> Code {
        error.code()
    }
}

/// The codes of an enum, as data.
#[derive(Debug)]
pub struct ApplicationCodes {
    /// The enum's name in Rust and TypeScript.
    pub name: &'static str,
    /// The doc comment, without the leading space of its lines; empty where there is none.
    pub docs: &'static str,
    /// The codes in the order of the enum.
    pub codes: &'static [ApplicationCode],
}

/// A code of an application.
#[derive(Debug, PartialEq, Eq)]
pub struct ApplicationCode {
    /// The code as it stands in JSON.
    pub name: &'static str,
    /// The HTTP status that belongs to the code.
    pub status: u16,
    /// The doc comment, without the leading space of its lines; empty where there is none.
    pub docs: &'static str,
}

#[cfg(test)]
mod tests {
    use super::is_built_in;

    #[test]
    fn names_are_compared_in_full() {
        assert!(is_built_in("not_found") && is_built_in("unavailable"));
        assert!(!is_built_in("not_foun") && !is_built_in("not_founds") && !is_built_in(""));
    }
}
