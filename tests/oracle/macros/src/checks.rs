//! Checks across fields, and fields that a value may lack: a `Validate` that asks garde's own first,
//! of a struct without either, and then the checks.

use proc_macro2::TokenStream as Tokens;
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, Expr, Field, ItemStruct, Meta, parse_quote};

/// What serde is told of a field that a value may lack.
pub fn optional() -> Attribute {
    parse_quote!(#[serde(default, skip_serializing_if = "crate::patch::is_absent", deserialize_with = "crate::patch::present")])
}

fn is_optional(field: &Field) -> bool {
    let optional = optional().to_token_stream().to_string();
    field.attrs.iter().any(|attribute| attribute.to_token_stream().to_string() == optional)
}

/// Where it takes more than garde's derive: `Validate`, by way of a struct without them that garde's derive is for.
pub fn validate<'m>(item: &mut ItemStruct, told: impl Iterator<Item = &'m Meta>) -> Option<Tokens> {
    let mut checks: Vec<(&Expr, Option<&Expr>)> = Vec::new();
    for meta in told {
        match meta {
            Meta::NameValue(meta) if meta.path.is_ident("check") => checks.push((&meta.value, None)),
            Meta::NameValue(meta) if meta.path.is_ident("at") => checks.last_mut().unwrap().1 = Some(&meta.value),
            _ => {}
        }
    }
    if checks.is_empty() && !item.fields.iter().any(is_optional) {
        return None;
    }
    let asked = checks.into_iter().enumerate().map(|(index, (call, at))| {
        let Expr::Call(call) = call else { panic!("function(field, …)") };
        let (function, fields): (_, Vec<_>) = (&call.func, call.args.iter().collect());
        let path = at.map_or(quote!(path()), |at| quote!(path().join(stringify!(#at))));
        quote! {
            let is_about = |error: &str| {
                let field = error.split(['.', '[']).next();
                [#(stringify!(#fields)),*].contains(&field.unwrap())
            };
            if !own.iter().any(|(path, _)| is_about(&path.to_string()))
                && let Err(error) = #function(#(&self.#fields),*)
            {
                crate::said::note(path(), #index, &error);
                report.append(#path, error);
            }
        }
    });
    let asked: Tokens = asked.collect();
    let (name, twin) = (&item.ident, format_ident!("{}WithoutChecks", item.ident));
    let mut fields = item.fields.clone();
    let members: Vec<_> = fields.iter().map(|field| field.ident.clone()).collect();
    let values: Vec<_> = fields
        .iter()
        .map(|Field { ident, .. }| quote!(self.#ident))
        .zip(fields.iter().map(is_optional))
        .map(|(value, is_optional)| match is_optional {
            true => quote!(crate::patch::Optional::as_option(&#value)),
            false => quote!(#value.clone()),
        })
        .collect();
    for field in &mut fields {
        if is_optional(field) {
            let ty = &field.ty;
            field.ty = parse_quote!(Option<<#ty as crate::patch::Optional>::Inside>);
        }
        field.attrs.retain(|attribute| attribute.path().is_ident("garde"));
    }
    for field in &mut item.fields {
        field.attrs.retain(|attribute| !attribute.path().is_ident("garde"));
    }
    Some(quote! {
        #[derive(garde::Validate)]
        #[allow(dead_code, reason = "not every field has a rule")]
        struct #twin #fields

        impl garde::Validate for #name {
            type Context = ();

            fn validate_into(
                &self,
                context: &(),
                path: &mut dyn FnMut() -> garde::Path,
                report: &mut garde::Report,
            ) {
                let twin = #twin { #(#members: #values),* };
                twin.validate_into(context, path, report);
                let mut own = garde::Report::new();
                crate::said::silently(|| twin.validate_into(context, &mut garde::Path::empty, &mut own));
                #asked
            }
        }
    })
}
