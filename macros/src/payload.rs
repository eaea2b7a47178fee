//! The attribute macro: thin, since it sees `cfg_attr` unresolved. The work is in the derive.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Field, parse_quote};

use crate::attributes::payload::{self, Container, Unknown};
use crate::attributes::serde;

/// The item with the derives that make it a payload, and what they need to be told.
pub fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut input = match syn::parse2::<DeriveInput>(item.clone()) {
        Ok(DeriveInput { data: Data::Union(_), .. }) | Err(_) => {
            let error = syn::Error::new_spanned(&item, "`#[payload]` goes on a struct or an enum");
            let error = error.into_compile_error();
            return quote!(#error #item);
        }
        Ok(input) => input,
    };
    if let Data::Struct(data) = &mut input.data {
        data.fields.iter_mut().for_each(optional);
    }
    let strips = matches!(Container::parse_tokens(arguments.clone()).unknown, Some((Unknown::Strip, _)));
    let is_struct = matches!(input.data, Data::Struct(_));
    let deny = (is_struct && !strips && !denies(&input.attrs)).then(|| quote!(#[serde(deny_unknown_fields)]));
    let arguments = (!arguments.is_empty()).then(|| quote!(#[payload(#arguments)]));
    quote! {
        #[derive(
            ::portcullis::__private::serde::Serialize,
            ::portcullis::__private::serde::Deserialize,
            ::portcullis::Payload,
        )]
        #[cfg_attr(
            not(target_arch = "wasm32"),
            derive(::portcullis::__private::ts_rs::TS),
            ts(crate = "::portcullis::__private::ts_rs"),
        )]
        #[serde(crate = "::portcullis::__private::serde")]
        #deny
        #arguments
        #input
    }
}

/// Tells serde and ts-rs of a field that is optional.
fn optional(field: &mut Field) {
    if let Some(span) = payload::Field::find_optional(&field.attrs) {
        // What is wrong with the type is reported there.
        field.attrs.push(serde::optional(span));
        field.attrs.push(parse_quote!(#[cfg_attr(not(target_arch = "wasm32"), ts(optional))]));
    }
}

/// Whether the user tells serde already: serde takes it only once.
fn denies(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .filter_map(|attribute| attribute.meta.require_list().ok())
        .flat_map(|meta| meta.tokens.clone())
        .any(|token| matches!(token, TokenTree::Ident(ident) if ident == "deny_unknown_fields"))
}
