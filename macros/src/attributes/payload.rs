//! `#[payload(..)]`: what neither serde nor garde has.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Attribute, Type};

use super::checks::Check;
use super::garde::{Inner, RuleKind, Rules};
use super::{Argument, arguments, once, own_rules};
use crate::errors::Errors;

pub const LANGUAGE: &str = "payload";

/// What `patch` says of the struct that it writes, and of its fields. Not for use by hand.
pub const NOT_EMPTY: &str = "__not_empty";
pub const PATCHED: &str = "__patched";

/// What `#[payload]` says of a field that it has told ts-rs may be missing. Not for use by hand.
pub const MISSING: &str = "__missing";

/// What becomes of keys that no field has.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Unknown {
    #[default]
    Refuse,
    Strip,
}

/// What is said on a struct or an enum.
#[derive(Default)]
pub struct Container {
    pub unknown: Option<(Unknown, Span)>,
    pub checks: Vec<Check>,
    /// Whether an object must have one of its fields: a patch.
    pub is_not_empty: bool,
}

/// What is said on a field: how its value is changed before any rule looks at it, and rules that
/// garde does not have.
#[derive(Default)]
pub struct Field {
    /// Whether the value may lack the field, and where that is said.
    pub optional: Option<Span>,
    /// Whether all that is said is about what is inside an `Option` that tells of absence: the field
    /// of a patch.
    pub is_patched: bool,
    /// Whether ts-rs knows that the field may be missing.
    pub is_missing: bool,
    /// The type that is on the wire, if it is another one, and where that is said.
    pub wire: Option<(Type, Span)>,
    pub steps: Vec<Step>,
    /// Whether a rule is said, be it wrong.
    pub has_rule: bool,
    pub rules: Rules,
}

/// A change made to text.
pub struct Step {
    pub span: Span,
    pub kind: StepKind,
}

pub enum StepKind {
    Trim,
    Lowercase,
    Uppercase,
    Nfc,
    CollapseWhitespace,
    EmptyAsNull,
    Inner(Vec<Step>),
}

impl StepKind {
    fn undoes(&self, other: &StepKind) -> bool {
        matches!((self, other), (StepKind::Lowercase, StepKind::Uppercase) | (StepKind::Uppercase, StepKind::Lowercase))
    }

    pub fn name(&self) -> &'static str {
        match self {
            StepKind::Trim => "trim",
            StepKind::Lowercase => "lowercase",
            StepKind::Uppercase => "uppercase",
            StepKind::Nfc => "nfc",
            StepKind::CollapseWhitespace => "collapse_whitespace",
            StepKind::EmptyAsNull => "empty_as_null",
            StepKind::Inner(_) => "inner",
        }
    }
}

impl Container {
    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> Container {
        let mut container = Container::default();
        for argument in &arguments(attributes, LANGUAGE, errors) {
            let span = argument.span();
            match argument.name.to_string().as_str() {
                "unknown" => {
                    if let Some(unknown) = errors.take(unknown(argument)) {
                        once(&mut container.unknown, (unknown, span), span, "unknown", errors);
                    }
                }
                "check" => container.checks.extend(errors.take(Check::parse(argument))),
                "at" => match container.checks.last_mut() {
                    Some(check) => check.stand(argument, errors),
                    None => errors.at(span, "this goes behind a check: `check = function(field, field), at = field`"),
                },
                NOT_EMPTY => container.is_not_empty = true,
                "patch" | "pick" | "omit" => {
                    errors.at(span, "only `#[payload]` writes another struct: say that instead of `derive(Payload)`")
                }
                "trim" | "lowercase" | "uppercase" | "nfc" | "collapse_whitespace" | "empty_as_null" | "inner" => {
                    errors.at(span, "this goes on the field whose text it changes")
                }
                "optional" => errors.at(span, "this goes on the field that may be absent"),
                _ => errors.at(
                    span,
                    "a payload is told `unknown = \"refuse\"` or `unknown = \"strip\"`, \
                     `check = function(field, field)` with `at = field`, `patch(..)`, `pick(..)`, `omit(..)`, \
                     and nothing else",
                ),
            }
        }
        container
    }
}

fn unknown(argument: &Argument) -> syn::Result<Unknown> {
    let text = argument.text()?;
    match text.value().as_str() {
        "refuse" => Ok(Unknown::Refuse),
        "strip" => Ok(Unknown::Strip),
        _ => Err(syn::Error::new(
            text.span(),
            "say \"refuse\" (an unknown key is an issue) or \"strip\" (it is dropped)",
        )),
    }
}

impl Field {
    /// Where the attributes say that the field is optional.
    pub fn find_optional(attributes: &[Attribute]) -> Option<Span> {
        // Whatever is wrong here is said when the derive sees the same attributes.
        let arguments = arguments(attributes, LANGUAGE, &mut Errors::default());
        arguments.iter().find(|argument| argument.name == "optional").map(Argument::span)
    }

    /// What is said, whatever is wrong with it: that is said when the derive sees the same attributes.
    pub fn find(attributes: &[Attribute]) -> Field {
        Field::parse(attributes, &mut Errors::default())
    }

    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> Field {
        let arguments = arguments(attributes, LANGUAGE, errors);
        Field::from_arguments(&arguments, errors)
    }

    /// Whether only a few values are allowed.
    pub fn has_choices(&self) -> bool {
        self.rules.list.iter().any(|rule| matches!(rule.kind, RuleKind::OneOf(_)))
    }

    fn from_arguments(arguments: &[Argument], errors: &mut Errors) -> Field {
        let mut field = Field::default();
        for argument in arguments {
            match own_rules::parse(argument) {
                Some(rule) => {
                    field.has_rule = true;
                    field.rules.push(argument, rule, errors);
                }
                None => field.add_step(argument, errors),
            }
        }
        field
    }

    fn add_step(&mut self, argument: &Argument, errors: &mut Errors) {
        let span = argument.span();
        if argument.name == "optional" {
            errors.take(argument.alone());
            return once(&mut self.optional, span, span, "optional", errors);
        }
        if argument.name == PATCHED {
            self.is_patched = true;
            return;
        }
        if argument.name == MISSING {
            self.is_missing = true;
            return;
        }
        if argument.name == "as" {
            if let Some(ty) = errors.take(argument.expression()) {
                once(&mut self.wire, (Type::Verbatim(ty.to_token_stream()), span), span, "as", errors);
            }
            return;
        }
        let kind = match argument.name.to_string().as_str() {
            "trim" => argument.alone().map(|()| StepKind::Trim),
            "lowercase" => argument.alone().map(|()| StepKind::Lowercase),
            "uppercase" => argument.alone().map(|()| StepKind::Uppercase),
            "nfc" => argument.alone().map(|()| StepKind::Nfc),
            "collapse_whitespace" => argument.alone().map(|()| StepKind::CollapseWhitespace),
            "empty_as_null" => argument.alone().map(|()| StepKind::EmptyAsNull),
            "inner" => argument.list().map(|list| {
                let Field { steps, has_rule, rules, optional, .. } = Field::from_arguments(&list, errors);
                if let Some(span) = optional {
                    errors.at(span, "say `optional` on the field itself, outside `inner`");
                }
                self.has_rule |= has_rule;
                if !rules.is_empty() {
                    self.rules.extend(Rules { list: Vec::new(), inner: Some(Inner { span, rules: rules.into() }) });
                }
                StepKind::Inner(steps)
            }),
            "unknown" => Err(syn::Error::new(span, "this goes on the struct: `#[payload(unknown = ..)]`")),
            "patch" | "pick" | "omit" => Err(syn::Error::new(span, "this goes on the struct whose fields it takes")),
            "check" | "at" => {
                Err(syn::Error::new(span, "this goes on the struct: `#[payload(check = function(field, field))]`"))
            }
            _ => Err(syn::Error::new(
                span,
                "a field is told `optional`, `as`, `trim`, `collapse_whitespace`, `lowercase`, `uppercase`, `nfc`, `empty_as_null`, \
                 `greater_than`, `less_than`, `multiple_of`, `one_of`, `unique`, or the name of a format, \
                 or these inside `inner(..)`, and nothing else",
            )),
        };
        let Some(kind) = errors.take(kind) else { return };
        let name = kind.name();
        if self.steps.iter().any(|step| step.kind.name() == name) {
            errors.at(span, format!("`{name}` is said twice: remove one"));
        } else if self.steps.iter().any(|step| step.kind.undoes(&kind)) {
            errors.at(span, "`uppercase` and `lowercase` undo each other: remove one");
        } else {
            self.steps.push(Step { span, kind });
        }
    }
}
