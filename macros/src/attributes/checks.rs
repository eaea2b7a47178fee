//! `#[payload(check = function(field, field), at = field)]`: checks across fields.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprCall, ExprPath};

use super::{Argument, once};
use crate::errors::Errors;

/// A function of the application, and the fields that it compares.
pub struct Check {
    /// Its path.
    pub function: TokenStream,
    /// Where that is written.
    pub span: Span,
    pub fields: Vec<Ident>,
    /// The field where the issue stands, and where that is said.
    pub at: Option<Ident>,
}

impl Check {
    /// Parses `check = function(field, field)`.
    pub fn parse(argument: &Argument) -> syn::Result<Check> {
        let form = "say the function and the fields it compares: `check = ends_after_start(start, end)`";
        let Expr::Call(ExprCall { func, args, .. }) = argument.expression()? else {
            return Err(syn::Error::new_spanned(argument.expression()?, form));
        };
        let Expr::Path(ExprPath { path, .. }) = &**func else {
            return Err(syn::Error::new_spanned(func, form));
        };
        if args.is_empty() {
            return Err(syn::Error::new_spanned(argument.expression()?, form));
        }
        let mut errors = Errors::default();
        let fields = args.iter().filter_map(|field| errors.take(self::field(field))).collect();
        match errors.into_error() {
            Some(error) => Err(error),
            None => Ok(Check { function: path.to_token_stream(), span: path.span(), fields, at: None }),
        }
    }

    /// Parses `at = field`.
    pub fn stand(&mut self, argument: &Argument, errors: &mut Errors) {
        if let Some(field) = errors.take(argument.expression().and_then(field)) {
            once(&mut self.at, field, argument.span(), "at", errors);
        }
    }

    /// All the fields that are named.
    pub fn names(&self) -> impl Iterator<Item = &Ident> {
        self.fields.iter().chain(&self.at)
    }
}

/// The bare name of a field.
pub fn field(expression: &Expr) -> syn::Result<Ident> {
    if let Expr::Path(ExprPath { path, qself: None, .. }) = expression
        && let Some(field) = path.get_ident()
        && field != "self"
    {
        return Ok(field.clone());
    }
    Err(syn::Error::new_spanned(
        expression.to_token_stream(),
        "name the field alone, without `self` and `&`: the function gets a reference to its value",
    ))
}
