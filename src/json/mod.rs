//! JSON (RFC 8259): a scanner that is only a scanner, a syntax check that explains, and how
//! answers are written.

mod block;
mod input;
mod key;
pub(crate) mod lookahead;
mod number;
pub(crate) mod spell;
mod string;
mod syntax;
mod utf8;
mod write;

pub(crate) use block::{Block, LENGTH};
pub(crate) use input::Input;
pub(crate) use key::Key;
pub(crate) use number::Whole;
pub(crate) use string::Text;
pub(crate) use syntax::{SyntaxError, check};
pub(crate) use utf8::{as_text, is_utf8};
pub(crate) use write::to_vec;

/// How deep arrays and objects may be nested.
pub(crate) const MAX_DEPTH: u32 = 64;

/// The scanner met something that it does not take. The syntax check says what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;
