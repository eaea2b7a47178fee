//! `#[serde(..)]`: the shape on the wire.

use proc_macro2::Span;
use syn::{Attribute, ExprPath, LitStr, parse_quote_spanned};

use super::{Argument, Refused, Value, arguments, once, refuse};
use crate::errors::Errors;
use crate::rename::RenameRule;

const LANGUAGE: &str = "serde";

const PROXY: &str = "write the struct as it is on the wire, and convert it after `from_json`";
const SHAPE: &str = "an enum is a list of names for now; write a struct with an `Option` field per case";
const ONE_WAY: &str = "a payload reads and writes the same keys; leave the field out of this struct";
const IN_FIELD: &str = "give the field the type that is on the wire, and convert it after `from_json`";

/// The functions that `#[payload]` gives serde for an optional field.
const IS_ABSENT: &str = "::core::option::Option::is_none";
const PRESENT: &str = "::portcullis::__private::present";

const OF_CONTAINERS: &Refused = &[
    (&["rename"], "it would rename the TypeScript type; rename the Rust type"),
    (&["default"], "say `#[serde(default)]` on each field that may be missing"),
    (&["from", "try_from", "into", "remote"], PROXY),
    (&["tag", "content", "untagged", "variant_identifier", "field_identifier", "rename_all_fields"], SHAPE),
    (&["bound"], "a payload has no type parameters; remove it"),
    (&["expecting"], "messages come from the issue codes; remove it"),
];

const OF_FIELDS: &Refused = &[
    (&["skip", "skip_serializing", "skip_deserializing"], ONE_WAY),
    (&["flatten"], "write the fields out in this struct"),
    (&["with", "serialize_with", "deserialize_with", "getter"], IN_FIELD),
    (&["borrow"], "fields own what they hold; use `String`"),
    (&["bound"], "a payload has no type parameters; remove it"),
];

const HONOURED: &str = "a field takes `rename`, `alias`, `default` and `skip_serializing_if`";

const OF_VARIANTS: &Refused = &[
    (&["skip", "skip_serializing", "skip_deserializing"], "remove the variant, or accept its name"),
    (&["alias"], "a variant has one name; choose it with `rename`"),
    (&["other"], "every name is listed; what is not listed is refused"),
    (&["with", "serialize_with", "deserialize_with", "untagged", "borrow", "bound", "rename_all"], SHAPE),
];

/// What serde is told about a struct or an enum.
#[derive(Default)]
pub struct Container {
    pub rename_all: Option<RenameRule>,
    pub deny_unknown_fields: Option<Span>,
    pub transparent: Option<Span>,
}

/// What serde is told about a field.
#[derive(Default)]
pub struct Field {
    pub rename: Option<LitStr>,
    /// Other keys for it in what is read.
    pub aliases: Vec<LitStr>,
    pub default: Option<StandIn>,
    /// Whether an `Option` that is `None` is left out, and where that is said.
    pub skips_none: Option<Span>,
}

/// What stands in for a missing field.
pub struct StandIn {
    pub span: Span,
    /// The function that makes it, if not the `Default` of the type.
    pub function: Option<ExprPath>,
}

/// What serde is told about a variant.
#[derive(Default)]
pub struct Variant {
    pub rename: Option<LitStr>,
}

impl Container {
    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> Container {
        let mut container = Container::default();
        for argument in arguments(attributes, LANGUAGE, errors) {
            let span = argument.span();
            match argument.name.to_string().as_str() {
                "rename_all" => {
                    let rule = one_name(&argument).and_then(RenameRule::parse);
                    if let Some(rule) = errors.take(rule) {
                        once(&mut container.rename_all, rule, span, "rename_all", errors);
                    }
                }
                "deny_unknown_fields" => container.deny_unknown_fields = Some(span),
                "transparent" => {
                    errors.take(argument.alone());
                    container.transparent = Some(span);
                }
                "crate" => {}
                _ => errors.push(refuse(
                    &argument,
                    LANGUAGE,
                    OF_CONTAINERS,
                    "a payload takes `rename_all`, `deny_unknown_fields` and `transparent`",
                )),
            }
        }
        container
    }
}

impl Field {
    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> Field {
        let mut field = Field::default();
        for argument in arguments(attributes, LANGUAGE, errors) {
            let span = argument.span();
            match argument.name.to_string().as_str() {
                "rename" => {
                    if let Some(name) = errors.take(one_name(&argument)) {
                        once(&mut field.rename, name.clone(), span, "rename", errors);
                    }
                }
                "alias" => field.aliases.extend(errors.take(argument.text().cloned())),
                "default" => {
                    if let Some(default) = errors.take(StandIn::parse(&argument)) {
                        once(&mut field.default, default, span, "default", errors);
                    }
                }
                "skip_serializing_if" => match is_none(&argument) {
                    true => once(&mut field.skips_none, span, span, "skip_serializing_if", errors),
                    false => errors.at(
                        span,
                        "only an `Option` can be left out, or TypeScript could not tell what is missing: \
                         say `skip_serializing_if = \"Option::is_none\"`",
                    ),
                },
                "deserialize_with" if says(&argument, PRESENT) => {}
                _ => errors.push(refuse(&argument, LANGUAGE, OF_FIELDS, HONOURED)),
            }
        }
        field
    }
}

impl Variant {
    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> Variant {
        let mut variant = Variant::default();
        for argument in arguments(attributes, LANGUAGE, errors) {
            match argument.name.to_string().as_str() {
                "rename" => {
                    if let Some(name) = errors.take(one_name(&argument)) {
                        once(&mut variant.rename, name.clone(), argument.span(), "rename", errors);
                    }
                }
                _ => errors.push(refuse(&argument, LANGUAGE, OF_VARIANTS, "a variant takes `rename`")),
            }
        }
        variant
    }
}

impl StandIn {
    fn parse(argument: &Argument) -> syn::Result<StandIn> {
        let function = match argument.value {
            Value::Nothing => None,
            _ => Some(argument.text()?.parse().map_err(|error| {
                syn::Error::new(
                    error.span(),
                    "name the function that makes the value, without `()`: `default = \"path::to_it\"`",
                )
            })?),
        };
        Ok(StandIn { span: argument.span(), function })
    }
}

/// Where a field is told to be left out if it is `None`.
pub fn find_skips_none(attributes: &[Attribute]) -> Option<Span> {
    // Whatever is wrong here is said when the derive sees the same attributes.
    Field::parse(attributes, &mut Errors::default()).skips_none
}

/// What `#[payload]` tells serde about an optional field.
pub fn optional(span: Span) -> Attribute {
    parse_quote_spanned! {span=>
        #[serde(
            default,
            skip_serializing_if = #IS_ABSENT,
            deserialize_with = #PRESENT,
        )]
    }
}

/// Whether this is the path of `Option::is_none`.
fn is_none(argument: &Argument) -> bool {
    let Ok(path) = argument.text().and_then(LitStr::parse::<ExprPath>) else { return false };
    let mut names = path.path.segments.iter().rev().map(|segment| &segment.ident);
    names.next().is_some_and(|name| name == "is_none") && names.next().is_some_and(|name| name == "Option")
}

fn says(argument: &Argument, path: &str) -> bool {
    argument.text().is_ok_and(|text| text.value() == path)
}

/// The one name of `rename = ".."`, which must be the same in both directions.
fn one_name(argument: &Argument) -> syn::Result<&LitStr> {
    if let Value::List(_) = argument.value {
        return Err(syn::Error::new(
            argument.span(),
            format!("a payload reads and writes the same names: say `{} = \"..\"`", argument.name),
        ));
    }
    argument.text()
}
