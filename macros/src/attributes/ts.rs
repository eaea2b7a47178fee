//! `#[ts(..)]`: how TypeScript spells a type. Only what cannot contradict the wire is let through.

use syn::{Attribute, Expr};

use super::{Argument, Refused, Value, arguments, refuse};
use crate::errors::Errors;

const LANGUAGE: &str = "ts-rs";

const NAMES: &str = "TypeScript has the names of the wire; rename them with serde, and a type in Rust";
const OPTIONAL: &str = "a missing `Option` is `null` in what a payload gives back; add ` = nullable`";
const ALL_OF_IT: &str = "TypeScript describes what is on the wire; leave the field out of this struct";

const REFUSED: &Refused = &[
    (&["rename", "rename_all", "rename_all_fields"], NAMES),
    (&["optional", "optional_fields"], OPTIONAL),
    (&["skip", "flatten"], ALL_OF_IT),
    (&["tag", "content", "untagged", "repr"], "an enum is a union of its names; remove it"),
    (&["export", "export_to"], "`portcullis build` writes the types; remove it"),
    (&["bound", "concrete"], "TypeScript has the same type parameters; remove it"),
];

/// Looks at what is said on a struct or an enum.
pub fn container(attributes: &[Attribute], errors: &mut Errors) {
    for argument in arguments(attributes, "ts", errors) {
        match argument.name.to_string().as_str() {
            "crate" => {}
            "as" if is_ours(&argument) => {}
            "optional_fields" if is_nullable(&argument) => {}
            _ => errors.push(refuse(&argument, LANGUAGE, REFUSED, "a payload takes `optional_fields = nullable`")),
        }
    }
}

/// Looks at what is said on a field, which a value may lack.
pub fn field(attributes: &[Attribute], may_be_missing: bool, errors: &mut Errors) {
    for argument in arguments(attributes, "ts", errors) {
        match argument.name.to_string().as_str() {
            "type" | "as" | "inline" => {}
            "optional" if is_nullable(&argument) || may_be_missing => {}
            _ => errors.push(refuse(
                &argument,
                LANGUAGE,
                REFUSED,
                "a field takes `type`, `as`, `inline` and `optional = nullable`",
            )),
        }
    }
}

/// Whether a field is spelled in another way.
pub fn is_told(attributes: &[Attribute]) -> bool {
    let arguments = arguments(attributes, "ts", &mut Errors::default());
    arguments.iter().any(|argument| ["type", "as", "inline"].iter().any(|name| argument.name == name))
}

/// Looks at what is said on the field of a newtype, if that has a name.
pub fn alias(attributes: &[Attribute], errors: &mut Errors) {
    for argument in arguments(attributes, "ts", errors) {
        errors.at(
            argument.span(),
            "TypeScript gets another name for the field's type: to change that, leave the field without a name",
        );
    }
}

/// Looks at what is said on a variant.
pub fn variant(attributes: &[Attribute], errors: &mut Errors) {
    for argument in arguments(attributes, "ts", errors) {
        errors.push(refuse(&argument, LANGUAGE, REFUSED, "a variant takes nothing"));
    }
}

/// What `#[payload]` tells ts-rs about a newtype.
fn is_ours(argument: &Argument) -> bool {
    argument.text().is_ok_and(|ty| ty.value().contains(":: __private :: Alias"))
}

fn is_nullable(argument: &Argument) -> bool {
    matches!(&argument.value, Value::Equals(Expr::Path(path)) if path.path.is_ident("nullable"))
}
