//! `derive(ErrorCode)`: an enum whose variants are codes of refusals.

use std::collections::HashSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Lit, LitStr};

use crate::attributes::{arguments, docs::docs, once};
use crate::errors::Errors;
use crate::rename::{RenameRule, is_plain_variant};

/// A variant.
struct Code {
    ident: Ident,
    docs: String,
    name: String,
    /// Where the name is from.
    span: Span,
    status: u16,
}

/// `impl ErrorCode`.
pub fn expand(input: DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let codes = match &input.data {
        Data::Enum(data) => data
            .variants
            .iter()
            .filter_map(|variant| Code::parse(&variant.ident, &variant.attrs, &mut errors))
            .collect(),
        _ => {
            errors.at(input.ident.span(), "error codes are the variants of an enum: write one");
            Vec::new()
        }
    };
    check(&codes, &mut errors);
    // With errors, an enum without codes: what uses it is not wrong as well.
    let error = errors.into_error();
    let codes = if error.is_some() { &[] } else { codes.as_slice() };
    let implementation = implementation(&input, codes);
    let error = error.map(syn::Error::into_compile_error);
    quote!(#error #implementation)
}

impl Code {
    fn parse(ident: &Ident, attributes: &[Attribute], errors: &mut Errors) -> Option<Code> {
        let (mut status, mut rename) = (None, None);
        for argument in arguments(attributes, "code", errors) {
            let span = argument.span();
            match argument.name.to_string().as_str() {
                "status" => {
                    let number = errors.take(argument.expression().and_then(self::status));
                    once(&mut status, number, span, "status", errors);
                }
                "rename" => {
                    if let Some(name) = errors.take(argument.text()) {
                        once(&mut rename, name.clone(), span, "rename", errors);
                    }
                }
                _ => errors.at(span, "a code is told its `status = ..` and `rename = \"..\"`, and nothing else"),
            }
        }
        if status.is_none() {
            errors.at(ident.span(), "say which HTTP status belongs to this code: `#[code(status = 409)]`");
        }
        if rename.is_none() && !is_plain_variant(ident) {
            errors.at(ident.span(), "name the variant in ASCII UpperCamelCase, or the code with `rename = \"..\"`");
        }
        let name = rename.as_ref().map_or_else(|| RenameRule::Snake.variant(&ident.unraw().to_string()), LitStr::value);
        let span = rename.map_or(ident.span(), |rename| rename.span());
        Some(Code { ident: ident.clone(), docs: docs(attributes), name, span, status: status?? })
    }
}

/// The status of a refusal.
fn status(expression: &Expr) -> syn::Result<u16> {
    if let Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) = expression
        && let Ok(status @ 400..=599) = number.base10_parse()
    {
        return Ok(status);
    }
    Err(syn::Error::new_spanned(expression, "the status of a refusal is a number from 400 to 599"))
}

fn check(codes: &[Code], errors: &mut Errors) {
    let mut seen = HashSet::new();
    for code in codes {
        let is_snake = code.name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'));
        if !is_snake || !code.name.starts_with(|first: char| first.is_ascii_lowercase()) {
            errors.at(code.span, "a code is ASCII snake_case, as the built-in ones are");
        }
        if !seen.insert(&code.name) {
            errors.at(code.span, format!("the code `{}` is there twice: give one another name", code.name));
        }
    }
}

/// Text that only printers read, and so is left out of WASM.
fn host(text: &str) -> TokenStream {
    quote!(::portcullis::__private::host(#text))
}

fn implementation(input: &DeriveInput, codes: &[Code]) -> TokenStream {
    let ident = &input.ident;
    let (parameters, arguments, bounds) = input.generics.split_for_impl();
    let (name, docs) = (host(&ident.unraw().to_string()), host(&docs(&input.attrs)));
    let data = codes.iter().map(|code| {
        let Code { name, status, docs, .. } = code;
        let docs = host(docs);
        quote!(::portcullis::error::ApplicationCode { name: #name, status: #status, docs: #docs })
    });
    let variants = codes.iter().enumerate().map(|(index, Code { ident, .. })| quote!(Self::#ident { .. } => #index));
    let clashes = codes.iter().map(|code| {
        let name = &code.name;
        let message = format!("`{name}` is a built-in code: use that, or give this one another name");
        quote_spanned!(code.span=> const _: () = ::core::assert!(!::portcullis::__private::is_built_in(#name), #message);)
    });
    let code = if codes.is_empty() {
        quote!(::core::unreachable!("an enum without codes has no value"))
    } else {
        quote! {
            let index: usize = match self { #(#variants,)* };
            ::portcullis::error::Code::Application(&Self::CODES.codes[index])
        }
    };
    quote! {
        const _: () = {
            #(#clashes)*

            #[automatically_derived]
            impl #parameters ::portcullis::ErrorCode for #ident #arguments #bounds {
                const CODES: &'static ::portcullis::error::ApplicationCodes = &::portcullis::error::ApplicationCodes {
                    name: #name,
                    docs: #docs,
                    codes: &[#(#data),*],
                };

                fn code(&self) -> ::portcullis::error::Code {
                    #code
                }
            }
        };
    }
}
