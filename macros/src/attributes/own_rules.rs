//! The rules in `#[payload(..)]`: those that garde does not have.

use std::collections::HashSet;

use proc_macro2::Span;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, ExprUnary, Lit, LitBool, LitInt, LitStr, Token, UnOp};

use super::Argument;
use super::formats::Format;
use super::garde::{RuleKind, constant};
use crate::errors::Errors;

/// What `one_of` allows: text, whole numbers, or one of two.
pub enum Choices {
    Texts(Vec<LitStr>),
    Integers(Vec<Expr>),
    Boolean(LitBool),
}

/// The rule that an argument is, unless it is none.
pub fn parse(argument: &Argument) -> Option<syn::Result<RuleKind>> {
    Some(match argument.name.to_string().as_str() {
        "greater_than" => constant(argument).map(RuleKind::GreaterThan),
        "less_than" => constant(argument).map(RuleKind::LessThan),
        "multiple_of" => constant(argument).map(RuleKind::MultipleOf),
        "one_of" => one_of(argument).map(RuleKind::OneOf),
        "unique" => argument.alone().map(|()| RuleKind::Unique),
        name => {
            let format = Format::own(name)?;
            argument.alone().map(|()| RuleKind::Format(format))
        }
    })
}

fn one_of(argument: &Argument) -> syn::Result<Choices> {
    let list = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(argument.tokens()?.clone())?;
    if let (1, Some(Expr::Lit(ExprLit { lit: Lit::Bool(only), .. }))) = (list.len(), list.first()) {
        return Ok(Choices::Boolean(only.clone()));
    }
    let mut errors = Errors::default();
    let (mut texts, mut integers) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    let is_empty = list.is_empty();
    for choice in list {
        let (value, span) = match (text(&choice), integer(&choice)) {
            (Some(text), _) => {
                texts.push(text.clone());
                (text.value(), text.span())
            }
            (_, Some((digits, span))) => {
                integers.push(choice);
                (digits, span)
            }
            (None, None) => {
                let message = "write the values themselves, text or whole numbers: `one_of(\"EUR\", \"USD\")`; \
                               of `true` and `false` one: `one_of(true)`";
                errors.push(syn::Error::new_spanned(choice, message));
                continue;
            }
        };
        if !seen.insert(value) {
            errors.at(span, "this value is said twice: remove one");
        }
    }
    if is_empty || !texts.is_empty() && !integers.is_empty() {
        errors.at(argument.span(), "say which values: all text, or all whole numbers");
    }
    match errors.into_error() {
        Some(error) => Err(error),
        None if integers.is_empty() => Ok(Choices::Texts(texts)),
        None => Ok(Choices::Integers(integers)),
    }
}

fn text(choice: &Expr) -> Option<&LitStr> {
    match choice {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        _ => None,
    }
}

/// The digits of a whole number, with its sign.
fn integer(choice: &Expr) -> Option<(String, Span)> {
    let digits = |number: &LitInt| (number.base10_digits().to_owned(), number.span());
    match choice {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => Some(digits(number)),
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => match &**expr {
            Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => {
                let (digits, span) = digits(number);
                Some((format!("-{digits}"), span))
            }
            _ => None,
        },
        _ => None,
    }
}
