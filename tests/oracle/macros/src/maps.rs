//! `dive` and `inner` where there are maps: as `custom` rules, for garde's own take few maps.

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Field, GenericArgument, Meta, PathArguments, Token, Type, parse_quote};

use crate::inside;

/// Rewrites the rules of a field.
pub fn look_inside(field: &mut Field) {
    let ty = field.ty.clone();
    if !mentions_map(&ty) {
        return;
    }
    for attribute in field.attrs.iter_mut().filter(|attribute| attribute.path().is_ident("garde")) {
        let rules = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap();
        let rules = rules.iter().map(|rule| rewritten(rule, &ty));
        *attribute = parse_quote!(#[garde(#(#rules),*)]);
    }
}

fn rewritten(rule: &Meta, ty: &Type) -> TokenStream {
    if rule.path().is_ident("dive") {
        return quote!(custom(|value, _| crate::maps::dive(value)));
    }
    let Some(item) = innermost(ty).filter(|_| rule.path().is_ident("inner")) else { return quote!(#rule) };
    let rules = inside(rule);
    let rules = rules.iter().map(|rule| if mentions_map(&item) { rewritten(rule, &item) } else { quote!(#rule) });
    match is_map(ty) {
        false => quote!(inner(#(#rules),*)),
        true => quote! {
            custom(|map: &#ty, _| {
                #[derive(garde::Validate)]
                #[garde(transparent)]
                struct Item(#[garde(#(#rules),*)] #item);
                crate::maps::each(map, |value| crate::errors(&Item(value.clone())))
            })
        },
    }
}

fn mentions_map(ty: &Type) -> bool {
    quote!(#ty).to_string().contains("Map <")
}

fn is_map(ty: &Type) -> bool {
    matches!(ty, Type::Path(ty) if ty.path.segments.last().unwrap().ident.to_string().ends_with("Map"))
}

/// The last parameter of a type.
fn innermost(ty: &Type) -> Option<Type> {
    let Type::Path(ty) = ty else { return None };
    let PathArguments::AngleBracketed(arguments) = &ty.path.segments.last()?.arguments else { return None };
    match arguments.args.last()? {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    }
}
