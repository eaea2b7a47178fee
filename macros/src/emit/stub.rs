//! What an item with errors becomes: a payload without fields, so that the user sees what is wrong
//! with it, and not what follows from that.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, parse_quote};

/// The traits without their content.
pub fn stub(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let mut generics = input.generics.clone();
    if !generics.params.is_empty() {
        generics.make_where_clause().predicates.push(parse_quote!(Self: 'static));
    }
    let kind = match &input.data {
        Data::Enum(data) if data.variants.iter().any(|variant| !variant.fields.is_empty()) => quote!(Union),
        Data::Enum(_) => quote!(Enum),
        Data::Struct(_) | Data::Union(_) => quote!(Object),
    };
    let (parameters, arguments, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters ::portcullis::Payload for #ident #arguments #bounds {
            const KIND: ::portcullis::Kind = ::portcullis::Kind::#kind;
            const SCHEMA: &'static ::portcullis::schema::Schema = &::portcullis::schema::Schema::Boolean;
        }

        #[cfg(not(target_arch = "wasm32"))]
        #[automatically_derived]
        impl #parameters ::portcullis::garde::Validate for #ident #arguments #bounds {
            type Context = ();

            fn validate_into(
                &self,
                (): &(),
                _: &mut dyn ::core::ops::FnMut() -> ::portcullis::garde::Path,
                _: &mut ::portcullis::garde::Report,
            ) {
            }
        }
    }
}
