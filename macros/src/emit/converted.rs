//! A type that serde converts as a whole: on the wire it is another one, as a newtype is what it holds, and that the
//! conversion succeeds is a rule.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::schema::{head, instance};
use crate::item::{Body, Item};

/// The schema: that of a newtype.
pub fn newtype(item: &Item, wire: &Type) -> TokenStream {
    let (head, instance) = (head(item), instance(item));
    let schema = quote_spanned!(wire.span()=> <#wire as ::portcullis::Payload>::schema);
    let may_fail = item.serde.from.as_ref().is_some_and(|from| from.may_fail);
    let rule = may_fail.then(|| {
        quote!(::portcullis::schema::Rule::Conversion(|__portcullis_value| {
            __portcullis_value.deserialize::<Self>().map(::core::mem::drop)
        }))
    });
    quote! {
        ::portcullis::schema::Newtype {
            #head
            #instance
            schema: #schema,
            normalize: &[],
            rules: &[#rule],
        }
    }
}

/// Whether the other type is one that a payload can be on the wire.
pub fn assertion(item: &Item) -> Option<TokenStream> {
    let Body::Converted(wire) = &item.body else { return None };
    let span = item.serde.from.as_ref().map_or(wire.span(), |from| from.span);
    Some(quote_spanned! {span=>
        const _: () = ::core::assert!(
            !<#wire as ::portcullis::Payload>::KIND.is_option(),
            "a payload is always there: convert the value itself, and make the field that holds this an `Option`",
        );
    })
}

/// The rules that the value keeps: those of what it is on the wire.
pub fn dive(wire: &Type) -> TokenStream {
    let dive = quote_spanned!(wire.span()=> <#wire as ::portcullis::Payload>::dive);
    quote! {
        let __portcullis_wire: #wire = ::core::convert::Into::into(::core::clone::Clone::clone(self));
        #dive(&__portcullis_wire, __portcullis_path, __portcullis_report);
    }
}
