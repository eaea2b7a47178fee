//! `#[garde(..)]`: the rules.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit};

use super::checks::field;
use super::formats::Format;
use super::own_rules::Choices;
use super::{Argument, Refused, arguments, once, refuse};
use crate::errors::Errors;
use crate::pattern::Pattern;

const LANGUAGE: &str = "garde";

const ONE_FIELD: &str =
    "a rule sees its own field only: compare fields with `#[payload(check = function(field, field))]` on the struct";
const NO_CONTEXT: &str = "rules have no context; give them what they need as constants";

const OF_CONTAINERS: &Refused = &[
    (&["context"], NO_CONTEXT),
    (
        &["transparent"],
        "a struct without names for its fields is that already, and one with `#[serde(transparent)]`; remove it",
    ),
    (&["custom"], ONE_FIELD),
];

const OF_FIELDS: &Refused = &[
    (&["phone_number"], "say `#[payload(e164)]` for international numbers, or a `pattern` for what else people dial"),
    (&["if"], "write a function that decides, and say `custom(my_rule)`"),
    (&["adapt"], "write a function over the type itself, and say `custom(my_rule)`"),
    (&["rename"], "issues have the names of the wire; use `#[serde(rename = \"..\")]`"),
    (&["code"], "issues have codes of their own; remove it"),
];

/// What garde is told about a struct or an enum.
#[derive(Default)]
pub struct Container {
    pub allow_unvalidated: bool,
}

/// What garde is told about a field.
#[derive(Default)]
pub struct Field {
    /// Whether anything is said, be it wrong.
    pub is_told: bool,
    pub rules: Rules,
    pub skip: Option<Span>,
    pub dive: Option<Span>,
}

/// The rules of a value, and of what is inside it.
#[derive(Default)]
pub struct Rules {
    pub list: Vec<Rule>,
    pub inner: Option<Inner>,
}

/// `inner(..)`: rules for each item of a list, or for what is inside an `Option`.
pub struct Inner {
    pub span: Span,
    pub rules: Box<Rules>,
}

pub struct Rule {
    pub span: Span,
    pub kind: RuleKind,
}

pub enum RuleKind {
    Format(Format),
    Pattern(Box<Pattern>),
    /// `contains`, `prefix` or `suffix`.
    Part(Place, Expr),
    Length {
        unit: Option<Unit>,
        limits: Limits,
    },
    Range(Limits),
    /// `greater_than`, beside garde's rules.
    GreaterThan(Expr),
    /// `less_than`, beside garde's rules.
    LessThan(Expr),
    /// The field that this one equals.
    Matches(Ident),
    /// `multiple_of`, beside garde's rules.
    MultipleOf(Expr),
    /// `one_of`, beside garde's rules.
    OneOf(Choices),
    /// `unique`, beside garde's rules.
    Unique,
    /// The `Option` has a value.
    Required,
    Custom(Expr),
}

/// Where in a text a part must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Anywhere,
    Start,
    End,
}

/// What a length counts, where it is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Simple,
    Bytes,
    Chars,
    Graphemes,
    Utf16,
}

/// The limits of a length or a range, both inclusive.
pub struct Limits {
    pub minimum: Option<Expr>,
    pub maximum: Option<Expr>,
}

impl Container {
    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> Container {
        let mut container = Container::default();
        for argument in arguments(attributes, LANGUAGE, errors) {
            if argument.name == "allow_unvalidated" {
                errors.take(argument.alone());
                container.allow_unvalidated = true;
            } else {
                let honoured = "a payload takes `allow_unvalidated`; rules go on its fields";
                errors.push(refuse(&argument, LANGUAGE, OF_CONTAINERS, honoured));
            }
        }
        container
    }
}

impl Field {
    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> Field {
        let is_told = attributes.iter().any(|attribute| attribute.path().is_ident(LANGUAGE));
        let mut field = Field { is_told, ..Field::default() };
        for argument in arguments(attributes, LANGUAGE, errors) {
            let span = argument.span();
            match argument.name.to_string().as_str() {
                "skip" => {
                    errors.take(argument.alone());
                    once(&mut field.skip, span, span, "skip", errors);
                }
                "dive" => {
                    if argument.alone().is_err() {
                        errors.at(span, format!("say plain `dive`: {NO_CONTEXT}"));
                    }
                    once(&mut field.dive, span, span, "dive", errors);
                }
                _ => field.rules.add(&argument, errors),
            }
        }
        field
    }
}

impl Rules {
    pub fn is_empty(&self) -> bool {
        self.list.is_empty() && self.inner.is_none()
    }

    pub fn has_email(&self) -> bool {
        self.list.iter().any(|rule| matches!(rule.kind, RuleKind::Format(format) if format.name() == "email"))
    }

    fn add(&mut self, argument: &Argument, errors: &mut Errors) {
        let span = argument.span();
        let kind = match argument.name.to_string().as_str() {
            name if let Some(format) = Format::of_garde(name) => argument.alone().map(|()| RuleKind::Format(format)),
            "pattern" => pattern(argument),
            "contains" => part(argument, Place::Anywhere),
            "prefix" => part(argument, Place::Start),
            "suffix" => part(argument, Place::End),
            "length" => length(argument),
            "range" => range(argument),
            "matches" => matches(argument),
            "required" => argument.alone().map(|()| RuleKind::Required),
            "custom" => custom(argument),
            "inner" => {
                let list = errors.take(argument.list()).unwrap_or_default();
                let inner = self.inner.get_or_insert_with(|| Inner { span, rules: Box::default() });
                if list.is_empty() {
                    errors.at(span, "say which rules: `inner(length(chars, max = 40))`");
                }
                for argument in list {
                    match argument.name == "matches" {
                        true => errors.at(argument.span(), "say `matches` on the field itself: it compares all of it"),
                        false => inner.rules.add(&argument, errors),
                    }
                }
                return;
            }
            "skip" | "dive" => Err(syn::Error::new(
                span,
                format!(
                    "say `{}` on the field itself, outside `inner`: it holds for all that is inside",
                    argument.name
                ),
            )),
            name if Format::own(name).is_some() => {
                Err(syn::Error::new(span, format!("this is a rule of portcullis: say `#[payload({name})]`")))
            }
            _ => Err(refuse(
                argument,
                LANGUAGE,
                OF_FIELDS,
                "a field takes `length`, `range`, `pattern`, `contains`, `prefix`, `suffix`, `email`, `url`, `ip`, `ipv4`, \
                 `ipv6`, `ascii`, `alphanumeric`, `required`, `matches`, `inner`, `custom`, `dive` and `skip`",
            )),
        };
        self.push(argument, kind, errors);
    }

    /// Adds the rule that an argument is, if it is right.
    pub fn push(&mut self, argument: &Argument, kind: syn::Result<RuleKind>, errors: &mut Errors) {
        let Some(kind) = errors.take(kind) else { return };
        let rule = Rule { span: argument.span(), kind };
        if self.list.iter().any(|other| other.kind.excludes(&rule.kind)) {
            errors.at(rule.span, format!("`{}` is said twice: remove one", argument.name));
        }
        self.list.push(rule);
    }

    /// The same rules for what is inside an `Option` of the value, but for those that compare it.
    pub fn inside(self, span: Span) -> Rules {
        let Rules { list, inner } = self;
        let (outside, list): (Vec<_>, _) = list.into_iter().partition(|rule| matches!(rule.kind, RuleKind::Matches(_)));
        let inside = Rules { list, inner };
        let inner = (!inside.is_empty()).then(|| Inner { span, rules: inside.into() });
        Rules { list: outside, inner }
    }

    /// Adds the rules of another language for the same value.
    pub fn extend(&mut self, others: Rules) {
        self.list.extend(others.list);
        if let Some(Inner { span, rules }) = others.inner {
            self.inner.get_or_insert_with(|| Inner { span, rules: Box::default() }).rules.extend(*rules);
        }
    }
}

impl RuleKind {
    /// Whether garde takes only one of the two: one rule of each kind, except `custom`.
    fn excludes(&self, other: &RuleKind) -> bool {
        match (self, other) {
            (RuleKind::Length { unit: a, .. }, RuleKind::Length { unit: b, .. }) => {
                a.unwrap_or(Unit::Simple) == b.unwrap_or(Unit::Simple)
            }
            (RuleKind::Format(a), RuleKind::Format(b)) => a == b,
            (RuleKind::Part(a, _), RuleKind::Part(b, _)) => a == b,
            (RuleKind::Custom(_), RuleKind::Custom(_)) => false,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

fn pattern(argument: &Argument) -> syn::Result<RuleKind> {
    match syn::parse2(argument.tokens()?.clone())? {
        Expr::Lit(ExprLit { lit: Lit::Str(source), .. }) => {
            Pattern::new(source).map(|pattern| RuleKind::Pattern(Box::new(pattern)))
        }
        other => Err(syn::Error::new_spanned(
            other,
            "a pattern becomes a table when the macro runs, which sees no constants: write it here, `pattern(\"..\")`",
        )),
    }
}

fn part(argument: &Argument, place: Place) -> syn::Result<RuleKind> {
    let part: Expr = syn::parse2(argument.tokens()?.clone())?;
    match mention(part.to_token_stream(), &["self", "ctx"]) {
        Some(span) => Err(syn::Error::new(
            span,
            "this text is a constant, known when the crate is built: \
             for anything else write a function, and say `custom(my_rule)`",
        )),
        None => Ok(RuleKind::Part(place, part)),
    }
}

fn length(argument: &Argument) -> syn::Result<RuleKind> {
    let mut errors = Errors::default();
    let mut unit = None;
    let mut limits = Vec::new();
    for argument in argument.list()? {
        let said = match argument.name.to_string().as_str() {
            "simple" => Unit::Simple,
            "bytes" => Unit::Bytes,
            "chars" => Unit::Chars,
            "graphemes" => Unit::Graphemes,
            "utf16" => Unit::Utf16,
            _ => {
                limits.push(argument);
                continue;
            }
        };
        errors.take(argument.alone());
        if unit.replace(said).is_some() {
            errors.at(argument.span(), "one unit is enough: write a second `length(..)` for the other");
        }
    }
    let limits = self::limits(
        argument,
        limits,
        "a unit (`chars`, `utf16`, `graphemes`, `bytes`), `min`, `max` or `equal`",
        &mut errors,
    );
    match errors.into_error() {
        Some(error) => Err(error),
        None => Ok(RuleKind::Length { unit, limits }),
    }
}

fn range(argument: &Argument) -> syn::Result<RuleKind> {
    let mut errors = Errors::default();
    let limits = limits(argument, argument.list()?, "`min`, `max` or `equal`", &mut errors);
    match errors.into_error() {
        Some(error) => Err(error),
        None => Ok(RuleKind::Range(limits)),
    }
}

fn limits(rule: &Argument, list: Vec<Argument>, known: &str, errors: &mut Errors) -> Limits {
    let (mut minimum, mut maximum, mut equal) = (None, None, None);
    for argument in &list {
        let name = argument.name.to_string();
        let slot = match name.as_str() {
            "min" => &mut minimum,
            "max" => &mut maximum,
            "equal" => &mut equal,
            _ => {
                errors.at(argument.span(), format!("`{}` takes {known}", rule.name));
                continue;
            }
        };
        let Some(limit) = errors.take(constant(argument)) else { continue };
        once(slot, limit, argument.span(), &name, errors);
    }
    if equal.is_some() && (minimum.is_some() || maximum.is_some()) {
        errors.at(rule.span(), "`equal` says it all: remove `min` and `max`");
    }
    if list.is_empty() {
        errors.at(rule.span(), format!("say a limit: `{}` takes {known}", rule.name));
    }
    Limits { minimum: minimum.or_else(|| equal.clone()), maximum: maximum.or(equal) }
}

/// The number of `name = number`.
pub fn constant(argument: &Argument) -> syn::Result<Expr> {
    let number = argument.expression()?;
    match mention(number.to_token_stream(), &["self", "ctx"]) {
        Some(span) => Err(syn::Error::new(
            span,
            "a limit is a constant, known when the crate is built: \
             for anything else write a function, and say `custom(my_rule)`",
        )),
        None => Ok(number.clone()),
    }
}

fn matches(argument: &Argument) -> syn::Result<RuleKind> {
    let expression: Expr = syn::parse2(argument.tokens()?.clone())?;
    field(&expression).map(RuleKind::Matches)
}

fn custom(argument: &Argument) -> syn::Result<RuleKind> {
    let rule: Expr = syn::parse2(argument.tokens()?.clone())?;
    match mention(rule.to_token_stream(), &["self"]) {
        Some(span) => Err(syn::Error::new(span, ONE_FIELD)),
        None => Ok(RuleKind::Custom(rule)),
    }
}

/// Where one of the names occurs.
fn mention(tokens: TokenStream, names: &[&str]) -> Option<Span> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) => names.iter().any(|name| ident == name).then(|| ident.span()),
        TokenTree::Group(group) => mention(group.stream(), names),
        _ => None,
    })
}
