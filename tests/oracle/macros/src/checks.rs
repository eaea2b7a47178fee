//! Checks across fields: a `Validate` that asks garde's own first, of a struct without them, and then the
//! checks.

use proc_macro2::TokenStream as Tokens;
use quote::{format_ident, quote};
use syn::{Expr, Field, ItemStruct, Meta};

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
    if checks.is_empty() {
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
    let values = fields.iter().map(|Field { ident, .. }| quote!(self.#ident.clone()));
    let values: Vec<_> = values.collect();
    for field in &mut fields {
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
