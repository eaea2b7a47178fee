//! `from`, `try_from` and `into`: rules and normalisation are those of what is on the wire.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Item, LitStr, Type};

/// The type that is on the wire, if it is another one.
pub fn wire(item: &Item) -> Option<Type> {
    let attributes = match item {
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        _ => return None,
    };
    let mut wire = None;
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("into") {
                wire = Some(meta.value()?.parse::<LitStr>()?.parse()?);
            } else if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        });
    }
    wire
}

pub fn payload(item: Item, wire: &Type) -> TokenStream {
    let name = match &item {
        Item::Struct(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        _ => return TokenStream::new(),
    };
    let is_payload = match quote!(#wire).to_string().as_str() {
        "Ends" => true,
        // garde knows no rules of what is no payload.
        "u8" => false,
        other => panic!("say whether `{other}` is a payload"),
    };
    let rules = is_payload.then(|| {
        quote! {
            let wire: #wire = self.clone().into();
            garde::Validate::validate_into(&wire, context, path, report);
        }
    });
    quote! {
        #[derive(serde::Serialize, serde::Deserialize)]
        #item

        impl garde::Validate for #name {
            type Context = ();

            #[allow(unused_variables)]
            fn validate_into(&self, context: &(), path: &mut dyn FnMut() -> garde::Path, report: &mut garde::Report) {
                #rules
            }
        }

        impl crate::maps::Dive for #name {
            fn dive(&self) -> crate::Report {
                crate::errors(self)
            }
        }

        impl crate::Normalise for #name {
            fn normalise(&mut self) {
                let mut wire: #wire = self.clone().into();
                crate::Normalise::normalise(&mut wire);
                if let Ok(value) = wire.try_into() {
                    *self = value;
                }
            }
        }
    }
}
