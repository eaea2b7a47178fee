//! `Error` and `Result`, as in the crate of that name.

use std::fmt::{self, Display};

/// Why a rule refuses a value: a message for people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Error {
    message: String,
}

impl Error {
    /// An error with that message.
    pub fn new(message: impl Display) -> Error {
        Error { message: message.to_string() }
    }

    /// The message.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// What a rule says of a value.
pub type Result = core::result::Result<(), Error>;
