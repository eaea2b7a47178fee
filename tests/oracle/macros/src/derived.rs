//! `patch(…)`, `pick(…)` and `omit(…)`: structs as they would be written by hand.

use proc_macro2::{Ident, TokenStream as Tokens, TokenTree};
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Field, Fields, ItemStruct, Meta, Token, parse_quote};

use crate::take_payload;

/// Takes them out of what is told of a struct; gives each, and what is told of it.
pub fn of(told: &mut Vec<Meta>, item: &ItemStruct) -> Vec<(Vec<Meta>, ItemStruct)> {
    let is_derived = |meta: &Meta| ["patch", "pick", "omit"].iter().any(|kind| meta.path().is_ident(kind));
    let (derived, rest): (Vec<Meta>, Vec<Meta>) = told.drain(..).partition(is_derived);
    *told = rest;
    derived.iter().map(|meta| derive(meta, told, item)).collect()
}

fn derive(meta: &Meta, told: &[Meta], item: &ItemStruct) -> (Vec<Meta>, ItemStruct) {
    let Meta::List(list) = meta else { panic!("patch(…), pick(…), omit(…)") };
    let mut words = list.tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident),
        _ => None,
    });
    let mut twin = item.clone();
    twin.ident = words.next().unwrap();
    let words: Vec<Ident> = words.collect();
    let told = match meta.path().get_ident().unwrap().to_string().as_str() {
        "patch" => {
            let wrapped: Vec<Ident> = twin.fields.iter_mut().filter_map(patch).collect();
            let not_empty = words.is_empty().then(|| not_empty(&twin.fields));
            let checks = told.iter().map(|meta| unless_absent(meta, item, &twin.fields, &wrapped));
            checks.chain(not_empty).collect()
        }
        kind => {
            let Fields::Named(fields) = &mut twin.fields else { panic!("named fields") };
            let all = std::mem::take(&mut fields.named);
            let is_chosen = |field: &Field| words.contains(field.ident.as_ref().unwrap()) == (kind == "pick");
            fields.named = all.into_iter().filter(is_chosen).collect();
            let names: Vec<Ident> = fields.named.iter().map(|field| field.ident.clone().unwrap()).collect();
            fields.named.iter_mut().for_each(|field| drop_matches(field, &names));
            compared(told, item, &names)
        }
    };
    (told, twin)
}

/// Makes a field of a patch; gives its name, if it is in one more `Option` now.
fn patch(field: &mut Field) -> Option<Ident> {
    let shape = take(&mut field.attrs, "serde");
    let shape =
        shape.iter().filter(|told| !["default", "skip_serializing_if"].iter().any(|name| told.path().is_ident(name)));
    field.attrs.push(parse_quote!(#[serde(#(#shape),*)]));
    let steps = take_payload(&mut field.attrs);
    if steps.iter().any(|step| step.path().is_ident("optional")) {
        field.attrs.push(parse_quote!(#[payload(#(#steps),*)]));
        return None;
    }
    let ty = &field.ty;
    field.ty = parse_quote!(Option<#ty>);
    let rules = take(&mut field.attrs, "garde");
    let dives = rules.iter().any(|rule| rule.path().is_ident("dive"));
    let ty = &field.ty;
    let rules = rules.iter().map(|rule| {
        let argument = if let Meta::List(list) = rule { list.tokens.clone() } else { Tokens::new() };
        match rule.path().get_ident().unwrap().to_string().as_str() {
            "skip" | "dive" => quote!(#rule),
            "matches" => quote!(custom(|value, _| crate::own::matches(stringify!(#argument), value, &self.#argument))),
            "custom" if dives => quote! {
                custom(|value: &#ty, context| match value {
                    Some(value) => #argument(value, context),
                    None => Ok(()),
                })
            },
            _ if dives => quote!(#rule),
            _ => quote!(inner(#rule)),
        }
    });
    let rules: Vec<Tokens> = rules.collect();
    if !rules.is_empty() {
        field.attrs.push(parse_quote!(#[garde(#(#rules),*)]));
    }
    field.attrs.push(parse_quote!(#[payload(optional, #(inner(#steps)),*)]));
    field.ident.clone()
}

/// A check, of fields that are all there.
fn unless_absent(meta: &Meta, item: &ItemStruct, fields: &Fields, wrapped: &[Ident]) -> Meta {
    let Some((function, arguments)) = check(meta, item) else { return meta.clone() };
    let types = arguments.iter().map(|name| {
        let field = fields.iter().find(|field| field.ident.as_ref() == Some(name));
        &field.unwrap().ty
    });
    let wrapped: Vec<_> = arguments.iter().filter(|name| wrapped.contains(name)).collect();
    parse_quote! {
        check = (|#(#arguments: &#types),*| match (#(#wrapped,)*) {
            (#(Some(#wrapped),)*) => #function(#(#arguments),*),
            #[allow(unreachable_patterns)]
            _ => Ok(()),
        })(#(#arguments),*)
    }
}

/// The check that one field is there.
fn not_empty(fields: &Fields) -> Meta {
    let names: Vec<_> = fields.iter().map(|field| &field.ident).collect();
    let types = fields.iter().map(|field| &field.ty);
    parse_quote! {
        check = (|#(#names: &#types),*| match #(#names.is_none())&&* {
            true => Err(garde::Error::new("no field is given")),
            false => Ok(()),
        })(#(#names),*)
    }
}

/// The checks whose fields are all there.
fn compared(told: &[Meta], item: &ItemStruct, names: &[Ident]) -> Vec<Meta> {
    let mut is_asked = true;
    let compared = told.iter().filter_map(|meta| {
        if let Some((function, arguments)) = check(meta, item) {
            is_asked = arguments.iter().all(|name| names.contains(name));
            return is_asked.then(|| parse_quote!(check = #function(#(#arguments),*)));
        }
        let is_kept = match meta {
            Meta::NameValue(at) if at.path.is_ident("at") => {
                is_asked && names.iter().any(|name| *name == at.value.to_token_stream().to_string())
            }
            _ => true,
        };
        is_kept.then(|| meta.clone())
    });
    compared.collect()
}

/// The function and the fields of a check. `Self` is the struct that it is written on.
fn check(meta: &Meta, item: &ItemStruct) -> Option<(Tokens, Vec<Ident>)> {
    let Meta::NameValue(meta) = meta else { return None };
    let Expr::Call(call) = &meta.value else { return None };
    let function = call.func.to_token_stream().to_string().replace("Self", &item.ident.to_string());
    let arguments = call.args.iter().map(|argument| parse_quote!(#argument)).collect();
    Some((function.parse().unwrap(), arguments))
}

fn drop_matches(field: &mut Field, names: &[Ident]) {
    let mut rules = take(&mut field.attrs, "garde");
    rules.retain(|rule| match rule {
        Meta::List(list) if list.path.is_ident("matches") => names.iter().any(|name| *name == list.tokens.to_string()),
        _ => true,
    });
    if rules.is_empty() {
        rules.push(parse_quote!(skip));
    }
    field.attrs.push(parse_quote!(#[garde(#(#rules),*)]));
}

fn take(attributes: &mut Vec<Attribute>, language: &str) -> Vec<Meta> {
    let (told, others): (Vec<_>, Vec<_>) =
        attributes.drain(..).partition(|attribute| attribute.path().is_ident(language));
    *attributes = others;
    told.iter()
        .flat_map(|attribute| attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap())
        .collect()
}
