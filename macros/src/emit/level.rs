//! A field, or what is this many `inner` further in, with the rules that are said there.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use crate::attributes::garde::{Rule, Rules};
use crate::item::Field;
use crate::parameters::Parameters;

pub struct Level<'a> {
    pub field: &'a Field,
    pub rules: &'a Rules,
    pub depth: usize,
    /// The type of the value. Inside `inner` it is a projection, since aliases hide the tokens.
    pub ty: TokenStream,
    /// The field's place in the item.
    pub index: usize,
}

impl<'a> Level<'a> {
    pub fn outermost(index: usize, field: &'a Field) -> Level<'a> {
        Level { field, rules: &field.garde.rules, depth: 0, ty: field.ty.to_token_stream(), index }
    }

    /// What is inside, if there are rules for it.
    pub fn inner(&self) -> Option<Level<'a>> {
        let inner = self.rules.inner.as_ref()?;
        let ty = &self.ty;
        Some(Level {
            rules: &inner.rules,
            depth: self.depth + 1,
            ty: quote_spanned!(inner.span=> <#ty as ::portcullis::__private::Nest>::Item),
            ..*self
        })
    }

    /// The rules in the order they are written, with their numbers.
    pub fn rules(&self) -> impl Iterator<Item = (usize, &'a Rule)> {
        self.rules.list.iter().enumerate()
    }

    /// The name of the constant that holds a rule's smaller limit.
    pub fn minimum(&self, rule: usize, span: Span) -> Ident {
        format_ident!("__PORTCULLIS_MINIMUM_{}_{}_{}", self.index, self.depth, rule, span = span)
    }

    /// The name of the constant that holds a rule's larger limit.
    pub fn maximum(&self, rule: usize, span: Span) -> Ident {
        format_ident!("__PORTCULLIS_MAXIMUM_{}_{}_{}", self.index, self.depth, rule, span = span)
    }

    /// The name of the constant that holds what a rule looks for.
    pub fn sought(&self, rule: usize, span: Span) -> Ident {
        format_ident!("__PORTCULLIS_SOUGHT_{}_{}_{}", self.index, self.depth, rule, span = span)
    }

    /// The name of the function that calls a rule of the application.
    pub fn custom(&self, rule: usize) -> Ident {
        format_ident!("__portcullis_custom_{}_{}_{}", self.index, self.depth, rule)
    }

    /// What stands behind that name where it is called.
    pub fn arguments(&self) -> Option<TokenStream> {
        self.field.parameters.as_ref().map(Parameters::turbofish)
    }
}

/// `Some(..)` or `None`.
pub fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
