//! A type that serde converts as a whole: on the wire it is another one, as a newtype is what it holds, and that the
//! conversion succeeds is a rule.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::schema::{head, instance};
use crate::item::Item;

/// All that makes it a payload.
pub fn item(item: &Item, wire: &Type) -> TokenStream {
    let ident = &item.ident;
    let (head, instance) = (head(item), instance(item));
    let kind = quote_spanned!(wire.span()=> <#wire as ::portcullis::Payload>::KIND);
    let may_fail = item.serde.from.as_ref().is_some_and(|from| from.may_fail);
    let rule = may_fail.then(|| {
        quote!(::portcullis::schema::Rule::Conversion(|__portcullis_value| {
            __portcullis_value.deserialize::<Self>().map(::core::mem::drop)
        }))
    });
    quote! {
        const _: () = {
            const _: () = ::core::assert!(
                !#kind.is_option(),
                "what a payload is on the wire is always there: name the value itself, and make the field that holds this \
                 an `Option`",
            );

            #[automatically_derived]
            impl ::portcullis::Payload for #ident {
                const KIND: ::portcullis::Kind = ::portcullis::Kind::Newtype(&#kind);
                const SCHEMA: &'static ::portcullis::schema::Schema =
                    &::portcullis::schema::Schema::Newtype(&::portcullis::schema::Newtype {
                        #head
                        #instance
                        schema: <#wire as ::portcullis::Payload>::schema,
                        normalize: &[],
                        rules: &[#rule],
                    });

                #[cfg(not(target_arch = "wasm32"))]
                fn dive(
                    &self,
                    __portcullis_path: &mut dyn ::core::ops::FnMut() -> ::portcullis::garde::Path,
                    __portcullis_report: &mut ::portcullis::garde::Report,
                ) {
                    ::portcullis::garde::Validate::validate_into(self, &(), __portcullis_path, __portcullis_report);
                }

                fn plan() -> &'static ::portcullis::__private::Plan {
                    static PLAN: ::portcullis::__private::OnceLock<::portcullis::__private::Plan> =
                        ::portcullis::__private::OnceLock::new();
                    PLAN.get_or_init(|| ::portcullis::__private::Plan::new(Self::SCHEMA))
                }
            }

            #[cfg(not(target_arch = "wasm32"))]
            #[automatically_derived]
            impl ::portcullis::garde::Validate for #ident {
                type Context = ();

                fn validate_into(
                    &self,
                    (): &(),
                    __portcullis_path: &mut dyn ::core::ops::FnMut() -> ::portcullis::garde::Path,
                    __portcullis_report: &mut ::portcullis::garde::Report,
                ) {
                    let __portcullis_wire: #wire =
                        ::core::convert::Into::into(<Self as ::core::clone::Clone>::clone(self));
                    ::portcullis::Payload::dive(&__portcullis_wire, __portcullis_path, __portcullis_report);
                }
            }
        };
    }
}
