//! The type parameters of a payload.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{GenericParam, Generics, TypeParam, parse_quote};

use crate::errors::Errors;

/// The type parameters of a payload, each of which any payload may stand for.
#[derive(Clone)]
pub struct Parameters {
    pub generics: Generics,
}

impl Parameters {
    /// Reads them, and gives them the bounds that all payloads keep.
    pub fn parse(mut generics: Generics, errors: &mut Errors) -> Parameters {
        for parameter in &mut generics.params {
            match parameter {
                GenericParam::Type(TypeParam { bounds, .. }) => {
                    bounds.push(parse_quote!(::portcullis::Payload));
                    bounds.push(parse_quote!(::portcullis::__private::serde::Serialize));
                    bounds.push(parse_quote!(::portcullis::__private::serde::de::DeserializeOwned));
                }
                GenericParam::Lifetime(_) => {
                    errors.at(
                        parameter.span(),
                        "a payload owns what it holds: write `String` for `&str`, or `Cow<'static, str>`, \
                         and remove the lifetime",
                    );
                }
                GenericParam::Const(_) => errors.at(
                    parameter.span(),
                    "the parameters of a payload are types, since TypeScript has no others: write one struct per value",
                ),
            }
        }
        Parameters { generics }
    }

    pub fn is_empty(&self) -> bool {
        self.generics.params.is_empty()
    }

    /// The names of the types.
    pub fn names(&self) -> impl Iterator<Item = &Ident> {
        self.generics.type_params().map(|parameter| &parameter.ident)
    }

    /// Whether a type has one of them in it. Nothing can hide them: no alias has parameters of its own
    /// that it is not given.
    pub fn are_in(&self, ty: &TokenStream) -> bool {
        ty.clone().into_iter().any(|token| match token {
            TokenTree::Ident(ident) => self.names().any(|name| *name == ident),
            TokenTree::Group(group) => self.are_in(&group.stream()),
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        })
    }

    /// `::<T, U>`, or nothing.
    pub fn turbofish(&self) -> TokenStream {
        match self.is_empty() {
            true => TokenStream::new(),
            false => self.generics.split_for_impl().1.as_turbofish().to_token_stream(),
        }
    }

    /// `<T: Payload>` and what is behind `where`, for a function about a field that has them.
    pub fn of_function(&self) -> (TokenStream, TokenStream) {
        let (parameters, _, bounds) = self.generics.split_for_impl();
        (parameters.to_token_stream(), quote!(#bounds))
    }
}
