//! The attributes of the four languages a payload is written in: serde's decide the wire shape,
//! garde's the rules, `payload` what neither has, and ts-rs' how TypeScript spells a type.
//!
//! All four have the same grammar, parsed here: a list of `name`, `name = value` and `name(list)`.
//! What the names mean is in one file per language.

pub mod checks;
pub mod docs;
pub mod formats;
pub mod garde;
pub mod own_rules;
pub mod payload;
pub mod serde;
pub mod ts;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Token, Type};

use crate::errors::Errors;

/// One argument of an attribute.
pub struct Argument {
    pub name: Ident,
    pub value: Value,
}

/// What follows the name of an [`Argument`].
pub enum Value {
    /// `name`
    Nothing,
    /// `name = value`
    Equals(Expr),
    /// `name(list)`
    List(TokenStream),
}

impl Parse for Argument {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let name = Ident::parse_any(input)?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            // ts-rs has types in quotes.
            match name == "as" && !input.peek(LitStr) {
                true => Value::Equals(Expr::Verbatim(input.parse::<Type>()?.into_token_stream())),
                false => Value::Equals(input.parse()?),
            }
        } else if input.peek(syn::token::Paren) {
            let list;
            syn::parenthesized!(list in input);
            Value::List(list.parse()?)
        } else {
            Value::Nothing
        };
        Ok(Argument { name, value })
    }
}

impl ToTokens for Argument {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = &self.name;
        tokens.extend(match &self.value {
            Value::Nothing => quote!(#name),
            Value::Equals(value) => quote!(#name = #value),
            Value::List(list) => quote!(#name(#list)),
        });
    }
}

impl Argument {
    pub fn span(&self) -> Span {
        self.name.span()
    }

    /// The string of `name = "..."`.
    pub fn text(&self) -> syn::Result<&LitStr> {
        match &self.value {
            Value::Equals(Expr::Lit(ExprLit { lit: Lit::Str(text), .. })) => Ok(text),
            _ => Err(self.wants(" = \"..\"")),
        }
    }

    /// The expression of `name = expression`.
    pub fn expression(&self) -> syn::Result<&Expr> {
        match &self.value {
            Value::Equals(value) => Ok(value),
            _ => Err(self.wants(" = ..")),
        }
    }

    /// The tokens of `name(tokens)`.
    pub fn tokens(&self) -> syn::Result<&TokenStream> {
        match &self.value {
            Value::List(tokens) => Ok(tokens),
            _ => Err(self.wants("(..)")),
        }
    }

    /// The arguments of `name(argument, argument)`.
    pub fn list(&self) -> syn::Result<Vec<Argument>> {
        self.tokens().cloned().and_then(list)
    }

    /// Nothing but the name.
    pub fn alone(&self) -> syn::Result<()> {
        match &self.value {
            Value::Nothing => Ok(()),
            _ => Err(syn::Error::new(self.span(), format!("`{}` stands alone: remove what follows it", self.name))),
        }
    }

    fn wants(&self, form: &str) -> syn::Error {
        syn::Error::new(self.span(), format!("say `{}{form}`", self.name))
    }
}

/// The arguments in a token stream.
pub fn list(tokens: TokenStream) -> syn::Result<Vec<Argument>> {
    let arguments = Punctuated::<Argument, Token![,]>::parse_terminated.parse2(tokens)?;
    Ok(arguments.into_iter().collect())
}

/// The arguments of all attributes of one language.
pub fn arguments(attributes: &[Attribute], language: &str, errors: &mut Errors) -> Vec<Argument> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident(language))
        .filter_map(|attribute| {
            let tokens = attribute.meta.require_list().map(|meta| meta.tokens.clone());
            errors.take(tokens.and_then(list))
        })
        .flatten()
        .collect()
}

/// Keeps only some arguments in the attributes of one language, which may be changed. Where that cannot be parsed, all of it
/// stays, and the derive says what is wrong.
pub fn retain(attributes: &mut [Attribute], language: &str, mut is_kept: impl FnMut(&mut Argument) -> bool) {
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident(language)) {
        if let Meta::List(meta) = &mut attribute.meta
            && let Ok(mut arguments) = list(meta.tokens.clone())
        {
            arguments.retain_mut(&mut is_kept);
            meta.tokens = quote!(#(#arguments),*);
        }
    }
}

/// Sets what may be said once.
pub fn once<T>(slot: &mut Option<T>, value: T, span: Span, name: &str, errors: &mut Errors) {
    if slot.replace(value).is_some() {
        errors.at(span, format!("`{name}` is said twice: remove one"));
    }
}

/// Names that a language has and payloads do not honour, with what to do instead.
type Refused = [(&'static [&'static str], &'static str)];

/// The error for an argument that is not honoured.
fn refuse(argument: &Argument, language: &str, refused: &Refused, honoured: &str) -> syn::Error {
    let name = argument.name.unraw().to_string();
    let mend = refused.iter().find(|(names, _)| names.contains(&name.as_str())).map_or(honoured, |(_, mend)| mend);
    syn::Error::new(argument.span(), format!("{language}'s `{name}` is not for payloads: {mend}"))
}
