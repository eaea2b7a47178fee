//! Structs that flatten others: all fields in one constant, which is put together when the crate is compiled.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::level::Level;
use super::schema;
use crate::item::Item;

/// The constants that the schema of such a struct is made of.
pub fn parts(item: &Item, levels: &[Level]) -> Option<TokenStream> {
    if !item.flattens() {
        return None;
    }
    let parts = levels.iter().map(|level| {
        let ty = &level.field.ty;
        match level.field.serde.flatten {
            Some(span) => quote_spanned! {span=>
                ::portcullis::__private::flatten::Part::Flattened(::portcullis::__private::flatten::object::<#ty>())
            },
            None => {
                let field = schema::field(level, &level.field.wire(item.serde.rename_all));
                quote!(::portcullis::__private::flatten::Part::Field(#field))
            }
        }
    });
    let apart = levels.iter().enumerate().filter_map(|(index, level)| {
        let span = level.field.serde.flatten?;
        Some(quote_spanned! {span=>
            const _: () = ::core::assert!(
                ::portcullis::__private::flatten::is_apart(__PORTCULLIS_PARTS, #index),
                "a key of this struct is one of another field too: give one of them another name with \
                 `#[serde(rename = \"..\")]`",
            );
        })
    });
    let count = index(item, levels.len());
    Some(quote! {
        const __PORTCULLIS_PARTS: &[::portcullis::__private::flatten::Part] = &[#(#parts),*];
        const __PORTCULLIS_FIELDS: [::portcullis::schema::Field; #count] =
            ::portcullis::__private::flatten::fields(__PORTCULLIS_PARTS);
        #(#apart)*
    })
}

/// The index of a field among all those of the object.
pub fn index(item: &Item, field: usize) -> TokenStream {
    match item.flattens() {
        true => quote!(const { ::portcullis::__private::flatten::position(__PORTCULLIS_PARTS, #field) }),
        false => Literal::usize_unsuffixed(field).to_token_stream(),
    }
}

/// The checks of the struct and of those that it flattens.
pub fn checks(own: impl Iterator<Item = TokenStream>) -> TokenStream {
    quote! {{
        const OWN: &[::portcullis::schema::Check] = &[#(#own),*];
        const ALL: [::portcullis::schema::Check;
            ::portcullis::__private::flatten::count_checks(__PORTCULLIS_PARTS, OWN)] =
            ::portcullis::__private::flatten::checks(__PORTCULLIS_PARTS, OWN);
        &ALL
    }}
}

/// What report and printers must know of flattened structs.
pub fn list(item: &Item) -> TokenStream {
    let flattened = item.fields().iter().enumerate().filter(|(_, field)| field.serde.flatten.is_some());
    let flattened = flattened.map(|(at, field)| {
        let (member, ty, first) = (field.name(), &field.ty, index(item, at));
        quote! {
            ::portcullis::schema::Flattened {
                member: #member,
                first: #first,
                schema: <#ty as ::portcullis::Payload>::SCHEMA,
            }
        }
    });
    quote!(&[#(#flattened),*])
}
