//! `#[serde(..)]`: the shape on the wire.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Attribute, ExprPath, LitStr, Type, parse_quote, parse_quote_spanned};

use super::{Argument, Refused, Value, arguments, once, refuse};
use crate::errors::Errors;
use crate::rename::RenameRule;

const LANGUAGE: &str = "serde";

const PROXY: &str = "write the type as it is on the wire, and say `from` or `try_from`, and `into`, on the other one";
const OWN_TYPE: &str = "give the variant a payload of its own to hold, and say it there";
const ONE_WAY: &str = "a payload reads and writes the same keys; leave the field out of this struct";
const BOUNDS: &str = "type parameters have the bounds that all payloads keep; remove it";
const IN_FIELD: &str =
    "a payload reads and writes the same: say `with = \"..\"`, and `#[payload(as = T)]` for what is on the wire";

/// The functions that `#[payload]` gives serde for an optional field.
const IS_ABSENT: &str = "::core::option::Option::is_none";
const PRESENT: &str = "::portcullis::__private::present";

/// What it asks of type parameters.
const SERIALIZE: &str = "::portcullis::__private::serde::Serialize";
const DESERIALIZE: &str = "::portcullis::__private::serde::Deserialize<'de>";

const OF_CONTAINERS: &Refused = &[
    (&["rename"], "it would rename the TypeScript type; rename the Rust type"),
    (&["default"], "say `#[serde(default)]` on each field that may be missing"),
    (&["remote"], PROXY),
    (&["variant_identifier", "field_identifier"], "an enum is one of its variants; remove it"),
    (&["bound"], BOUNDS),
    (&["expecting"], "messages come from the issue codes; remove it"),
];

const OF_FIELDS: &Refused = &[
    (&["skip", "skip_serializing", "skip_deserializing"], ONE_WAY),
    (&["serialize_with", "deserialize_with", "getter"], IN_FIELD),
    (&["borrow"], "fields own what they hold; use `String`"),
    (&["bound"], BOUNDS),
];

const HONOURED: &str = "a field takes `rename`, `alias`, `default`, `skip_serializing_if`, `flatten` and `with`";

const OF_VARIANTS: &Refused = &[
    (&["skip", "skip_serializing", "skip_deserializing"], "remove the variant, or accept its name"),
    (&["untagged"], "either all variants have their names on the wire or none: say it on the enum"),
    (&["with", "serialize_with", "deserialize_with", "borrow", "bound"], OWN_TYPE),
];

/// What serde is told about a struct or an enum.
#[derive(Default)]
pub struct Container {
    pub rename_all: Option<RenameRule>,
    pub rename_all_fields: Option<(RenameRule, Span)>,
    pub deny_unknown_fields: Option<Span>,
    pub transparent: Option<Span>,
    pub tag: Option<LitStr>,
    pub content: Option<LitStr>,
    pub untagged: Option<Span>,
    pub from: Option<Conversion>,
    pub into: Option<Conversion>,
}

/// The type on the wire that serde makes the value of, or what it makes of the value.
pub struct Conversion {
    pub ty: Type,
    pub span: Span,
    /// Whether it may be refused.
    pub may_fail: bool,
}

/// How the wire tells which variant of an enum it is.
#[derive(Clone, Copy)]
pub enum Tagging<'a> {
    /// By the key, or by text alone.
    External,
    /// By a field beside those of the variant.
    Internal(&'a LitStr),
    /// By a field beside one that has what the variant holds.
    Adjacent(&'a LitStr, &'a LitStr),
    /// By nothing but what the variant holds.
    Untagged,
}

/// What serde is told about a field.
#[derive(Default)]
pub struct Field {
    pub rename: Option<LitStr>,
    /// Other keys for it in what is read.
    pub aliases: Vec<LitStr>,
    pub default: Option<StandIn>,
    /// The module that converts it, and where that is said.
    pub with: Option<(ExprPath, Span)>,
    /// Where it is said that the fields of the struct in it stand in its place.
    pub flatten: Option<Span>,
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
    /// The spelling of the variant's fields.
    pub rename_all: Option<(RenameRule, Span)>,
    pub aliases: Vec<LitStr>,
    /// Where it is said that the variant stands for all names that no other has.
    pub other: Option<Span>,
}

impl Container {
    /// As far as it is right.
    pub fn find(attributes: &[Attribute]) -> Container {
        Container::parse(attributes, &mut Errors::default())
    }

    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> Container {
        let mut container = Container::default();
        for argument in arguments(attributes, LANGUAGE, errors) {
            let span = argument.span();
            match argument.name.to_string().as_str() {
                "rename_all" => {
                    if let Some(rule) = errors.take(spelling(&argument)) {
                        once(&mut container.rename_all, rule, span, "rename_all", errors);
                    }
                }
                "rename_all_fields" => {
                    if let Some(rule) = errors.take(spelling(&argument)) {
                        once(&mut container.rename_all_fields, (rule, span), span, "rename_all_fields", errors);
                    }
                }
                "tag" => {
                    if let Some(name) = errors.take(argument.text()) {
                        once(&mut container.tag, name.clone(), span, "tag", errors);
                    }
                }
                "content" => {
                    if let Some(name) = errors.take(argument.text()) {
                        once(&mut container.content, name.clone(), span, "content", errors);
                    }
                }
                "untagged" => {
                    errors.take(argument.alone());
                    container.untagged = Some(span);
                }
                name @ ("from" | "try_from" | "into") => {
                    if let Some(ty) = errors.take(argument.text().and_then(LitStr::parse)) {
                        let slot = if name == "into" { &mut container.into } else { &mut container.from };
                        once(slot, Conversion { ty, span, may_fail: name == "try_from" }, span, name, errors);
                    }
                }
                "deny_unknown_fields" => container.deny_unknown_fields = Some(span),
                "transparent" => {
                    errors.take(argument.alone());
                    container.transparent = Some(span);
                }
                "crate" => {}
                "bound" if argument.to_token_stream().to_string().contains(DESERIALIZE) => {}
                _ => errors.push(refuse(
                    &argument,
                    LANGUAGE,
                    OF_CONTAINERS,
                    "a payload takes `rename_all`, `deny_unknown_fields`, `transparent`, `from`, `try_from` and `into`; \
                     an enum takes `tag`, `content`, `untagged` and `rename_all_fields` too",
                )),
            }
        }
        container
    }

    /// How the variants of an enum are told apart.
    pub fn tagging(&self) -> Tagging<'_> {
        match (&self.tag, &self.content) {
            _ if self.untagged.is_some() => Tagging::Untagged,
            (Some(tag), Some(content)) => Tagging::Adjacent(tag, content),
            (Some(tag), None) => Tagging::Internal(tag),
            (None, _) => Tagging::External,
        }
    }
}

impl Field {
    /// What serde is told, whatever is wrong with it: that is said when the derive sees the same attributes.
    pub fn find(attributes: &[Attribute]) -> Field {
        Field::parse(attributes, &mut Errors::default())
    }

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
                "with" => {
                    if let Some(path) = errors.take(argument.text().and_then(LitStr::parse)) {
                        once(&mut field.with, (path, span), span, "with", errors);
                    }
                }
                "flatten" => {
                    errors.take(argument.alone());
                    once(&mut field.flatten, span, span, "flatten", errors);
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
            let span = argument.span();
            match argument.name.to_string().as_str() {
                "rename" => {
                    if let Some(name) = errors.take(one_name(&argument)) {
                        once(&mut variant.rename, name.clone(), span, "rename", errors);
                    }
                }
                "rename_all" => {
                    if let Some(rule) = errors.take(spelling(&argument)) {
                        once(&mut variant.rename_all, (rule, span), span, "rename_all", errors);
                    }
                }
                "alias" => variant.aliases.extend(errors.take(argument.text()).cloned()),
                "other" => {
                    errors.take(argument.alone());
                    variant.other = Some(span);
                }
                _ => errors.push(refuse(
                    &argument,
                    LANGUAGE,
                    OF_VARIANTS,
                    "a variant takes `rename`, `rename_all`, `alias` and `other`",
                )),
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

/// What `#[payload]` tells serde of type parameters: serde itself would ask too little of those in optional
/// fields, and too much of those in fields with a default.
pub fn bounds(names: &[&Ident]) -> Attribute {
    let bound = |to: &str| names.iter().map(|name| format!("{name}: {to}")).collect::<Vec<_>>().join(", ");
    let (serialize, deserialize) = (bound(SERIALIZE), bound(DESERIALIZE));
    parse_quote!(#[serde(bound(serialize = #serialize, deserialize = #deserialize))])
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

/// The rule of `rename_all = ".."`.
fn spelling(argument: &Argument) -> syn::Result<RenameRule> {
    one_name(argument).and_then(RenameRule::parse)
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
