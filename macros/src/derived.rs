//! `patch(Name)`, `pick(Name: field, field)` and `omit(Name: field, field)`: payloads that have the
//! fields of another one. Each is a struct with all attributes of the original, written next to it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Field, Fields, FieldsNamed, LitStr, Token, parse_quote, parse2};

use crate::attributes::checks::Check;
use crate::attributes::payload::{self, LANGUAGE};
use crate::attributes::serde;
use crate::attributes::{Value, retain};
use crate::check::is_field;
use crate::errors::Errors;
use crate::item::{This, without_self};

/// One of the payloads that are derived from another.
struct Derived {
    /// `patch`, `pick` or `omit`.
    kind: Ident,
    name: Name,
}

/// What is in the parentheses: docs, if there are to be others, the name, and the words behind a colon.
struct Name {
    docs: Vec<Attribute>,
    name: Ident,
    words: Vec<Ident>,
}

impl Parse for Name {
    fn parse(input: ParseStream) -> syn::Result<Name> {
        let docs = Attribute::parse_outer(input)?;
        let name = input.parse()?;
        let mut words = Punctuated::<Ident, Token![,]>::new();
        if input.parse::<Option<Token![:]>>()?.is_some() {
            words = Punctuated::parse_terminated(input)?;
        }
        match input.is_empty() {
            true => Ok(Name { docs, name, words: words.into_iter().collect() }),
            false => Err(input.error("say what it is about behind a colon")),
        }
    }
}

/// Takes what is to be derived out of the attributes of a payload, and gives the payloads that are.
pub fn of(original: &mut DeriveInput, errors: &mut Errors) -> Vec<DeriveInput> {
    let mut all = Vec::new();
    retain(&mut original.attrs, LANGUAGE, |argument| {
        let form = match argument.name.to_string().as_str() {
            "patch" => "say the name of the new struct: `patch(UpdateContact)`, or `patch(UpdateContact: allow_empty)`",
            "pick" => "say the name of the new struct and its fields: `pick(ContactName: first_name, last_name)`",
            "omit" => "say the name of the new struct and the fields it lacks: `omit(NewContact: id, created_at)`",
            _ => return true,
        };
        let name = argument.tokens().and_then(|tokens| parse2::<Name>(tokens.clone()));
        let needs_words = argument.name != "patch";
        match name {
            Ok(name) if !needs_words || !name.words.is_empty() => {
                all.push(Derived { kind: argument.name.clone(), name })
            }
            Ok(name) => errors.at(name.name.span(), form),
            Err(_) if argument.tokens().is_ok_and(TokenStream::is_empty) => errors.at(argument.span(), form),
            Err(error) => errors.at(error.span(), form),
        }
        false
    });
    all.into_iter().filter_map(|derived| errors.take(derived.derive(original))).collect()
}

impl Derived {
    fn derive(self, original: &DeriveInput) -> syn::Result<DeriveInput> {
        let Derived { kind, name: Name { docs, name, words } } = self;
        if serde::Container::find(&original.attrs).from.is_some() {
            return Err(syn::Error::new(
                kind.span(),
                "the fields here are not on the wire: derive it from the type that is, which serde makes this one of",
            ));
        }
        let arguments = original.generics.split_for_impl().1;
        let arguments = if original.generics.params.is_empty() {
            TokenStream::new()
        } else {
            arguments.as_turbofish().to_token_stream()
        };
        let this = This { ident: &original.ident, arguments };
        let mut input: DeriveInput = parse2(without_self(original.to_token_stream(), &this))?;
        input.ident = name;
        if !docs.is_empty() {
            input.attrs.retain(|attribute| !attribute.path().is_ident("doc"));
            input.attrs.splice(0..0, docs);
        }
        let fields = match &mut input.data {
            Data::Struct(data) => match &mut data.fields {
                Fields::Named(fields) => fields,
                // What is wrong with these is said of the original.
                Fields::Unnamed(_) | Fields::Unit => return Ok(input),
            },
            Data::Enum(_) | Data::Union(_) => {
                return Err(syn::Error::new(kind.span(), "an enum has no fields to take: remove it"));
            }
        };
        match kind.to_string().as_str() {
            "patch" => {
                let allows_empty = allows_empty(&words)?;
                if let Some((_, span)) = fields.named.iter().find_map(|field| serde::Field::find(&field.attrs).with) {
                    return Err(syn::Error::new(
                        span,
                        "a patch cannot convert what may be absent: put the field in a struct of its own, or write \
                         the patch out",
                    ));
                }
                if let Some(span) = fields.named.iter().find_map(|field| serde::Field::find(&field.attrs).flatten) {
                    return Err(syn::Error::new(
                        span,
                        "a patch does not look into what is flattened: derive a patch of that struct too, and \
                         flatten it in a patch that you write yourself",
                    ));
                }
                fields.named.iter_mut().for_each(patch);
                if !allows_empty {
                    let not_empty = Ident::new(payload::NOT_EMPTY, kind.span());
                    input.attrs.push(parse_quote!(#[payload(#not_empty)]));
                }
            }
            kind => {
                are_fields(&words, fields)?;
                choose(fields, |field| words.contains(field) == (kind == "pick"));
                let rest: Vec<Ident> = fields.named.iter().filter_map(|field| field.ident.clone()).collect();
                compare(&mut input.attrs, fields, &rest);
            }
        }
        Ok(input)
    }
}

fn allows_empty(words: &[Ident]) -> syn::Result<bool> {
    match words.iter().find(|word| *word != "allow_empty") {
        Some(word) => Err(syn::Error::new(
            word.span(),
            "a patch is told `allow_empty` and nothing else: all fields are in it, and for less say \
             `#[payload(patch(..))]` on a struct that has less",
        )),
        None => Ok(!words.is_empty()),
    }
}

fn are_fields(words: &[Ident], fields: &FieldsNamed) -> syn::Result<()> {
    let mut errors = Errors::default();
    for (at, word) in words.iter().enumerate() {
        errors.take(is_field(word, fields.named.iter().filter_map(|field| field.ident.as_ref())));
        if words[..at].contains(word) {
            errors.at(word.span(), "this field is named twice: remove one");
        }
    }
    errors.into_error().map_or(Ok(()), Err)
}

fn choose(fields: &mut FieldsNamed, is_chosen: impl Fn(&Ident) -> bool) {
    let all = std::mem::take(&mut fields.named);
    fields.named = all.into_iter().filter(|field| field.ident.as_ref().is_some_and(&is_chosen)).collect();
}

/// Makes a field one that may be absent, and is held against its rules where it is not.
fn patch(field: &mut Field) {
    retain(&mut field.attrs, "serde", |argument| {
        !["default", "skip_serializing_if"].contains(&&*argument.name.to_string())
    });
    retain(&mut field.attrs, "ts", |argument| argument.name != "optional");
    // One that may be absent already needs no other `Option` for that.
    if payload::Field::find_optional(&field.attrs).is_none() {
        retain(&mut field.attrs, "ts", |argument| {
            if let ("as", Ok(ty)) = (argument.name.to_string().as_str(), argument.text()) {
                let ty = LitStr::new(&format!("::core::option::Option<{}>", ty.value()), ty.span());
                argument.value = Value::Equals(parse_quote!(#ty));
            }
            true
        });
        let (ty, patched) = (&field.ty, Ident::new(payload::PATCHED, Span::call_site()));
        field.ty = parse_quote!(::core::option::Option<#ty>);
        field.attrs.push(parse_quote!(#[payload(optional, #patched)]));
    }
}

/// Leaves out what compares fields that are not all there.
fn compare(attributes: &mut [Attribute], fields: &mut FieldsNamed, rest: &[Ident]) {
    let mut is_asked = true;
    retain(attributes, LANGUAGE, |argument| match argument.name.to_string().as_str() {
        "check" => {
            is_asked = Check::parse(argument).map_or(true, |check| check.names().all(|field| rest.contains(field)));
            is_asked
        }
        "at" => is_asked && argument.expression().map_or(true, |field| rest.iter().any(|other| is(field, other))),
        _ => true,
    });
    for field in &mut fields.named {
        retain(&mut field.attrs, "garde", |argument| {
            argument.name != "matches"
                || argument.tokens().map_or(true, |field| rest.iter().any(|other| is(field, other)))
        });
    }
}

fn is(field: &impl ToTokens, name: &Ident) -> bool {
    *name == field.to_token_stream().to_string()
}
