//! The rules in `#[payload(..)]`: those that garde does not have.

use super::Argument;
use super::garde::{RuleKind, constant};

/// The rule that an argument is, unless it is none.
pub fn parse(argument: &Argument) -> Option<syn::Result<RuleKind>> {
    Some(match argument.name.to_string().as_str() {
        "greater_than" => constant(argument).map(RuleKind::GreaterThan),
        "less_than" => constant(argument).map(RuleKind::LessThan),
        _ => return None,
    })
}
