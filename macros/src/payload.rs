//! The attribute macro: thin, since it sees `cfg_attr` unresolved. The work is in the derive.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Data, DeriveInput, Field, Fields, LitStr, Type, parse_quote};

use crate::attributes::payload::{self, Container, MISSING, Unknown};
use crate::attributes::{serde, ts};
use crate::derived;
use crate::errors::Errors;

/// The item as a payload, and those derived from it.
pub fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut input = match syn::parse2::<DeriveInput>(item.clone()) {
        Ok(DeriveInput { data: Data::Union(_), .. }) | Err(_) => {
            let error = syn::Error::new_spanned(&item, "`#[payload]` goes on a struct or an enum");
            let error = error.into_compile_error();
            return quote!(#error #item);
        }
        Ok(input) => input,
    };
    if !arguments.is_empty() {
        input.attrs.insert(0, parse_quote!(#[payload(#arguments)]));
    }
    let mut errors = Errors::default();
    let derived = derived::of(&mut input, &mut errors);
    let error = errors.into_error().map(syn::Error::into_compile_error);
    let (payload, derived) = (self::payload(input), derived.into_iter().map(payload));
    quote!(#error #payload #(#derived)*)
}

/// An item with the derives that make it a payload, and what they need to be told.
fn payload(mut input: DeriveInput) -> TokenStream {
    if tells(&input.attrs, "bound") {
        // The derive refuses it; with it, the others would only say that bounds are missing.
        return quote!(#[derive(::portcullis::Payload)] #[serde(deny_unknown_fields)] #input);
    }
    // Whatever is wrong here is said when the derive sees the same attributes.
    let container = Container::parse(&input.attrs, &mut Errors::default());
    let strips = matches!(container.unknown, Some((Unknown::Strip, _)));
    let converted = serde::Container::parse(&input.attrs, &mut Errors::default()).from;
    literals(&mut input);
    let (has_keys, alias) = match &mut input.data {
        _ if let Some(from) = converted => (false, Some(alias(&from.ty))),
        Data::Struct(data) => match newtype(&data.fields, &input.attrs) {
            // Of one without a name, ts-rs knows itself.
            Some(field) => (false, field.ident.as_ref().map(|_| alias(&field.ty))),
            None => {
                data.fields.iter_mut().for_each(optional);
                // serde knows of no unknown keys beside what is flattened, and refuses to look for them.
                (data.fields.iter().all(|field| serde::Field::find(&field.attrs).flatten.is_none()), None)
            }
        },
        Data::Enum(data) => {
            data.variants.iter_mut().flat_map(|variant| &mut variant.fields).for_each(optional);
            let holds_data = data.variants.iter().any(|variant| !matches!(variant.fields, Fields::Unit));
            (holds_data || tells(&input.attrs, "tag") || tells(&input.attrs, "untagged"), None)
        }
        Data::Union(_) => (false, None),
    };
    let parameters: Vec<&Ident> = input.generics.type_params().map(|parameter| &parameter.ident).collect();
    if !parameters.is_empty() {
        input.attrs.push(serde::bounds(&parameters));
    }
    let denies = tells(&input.attrs, "deny_unknown_fields");
    let deny = (has_keys && !strips && !denies).then(|| quote!(#[serde(deny_unknown_fields)]));
    quote! {
        #[derive(
            ::portcullis::__private::serde::Serialize,
            ::portcullis::__private::serde::Deserialize,
            ::portcullis::Payload,
        )]
        #[cfg_attr(
            not(target_arch = "wasm32"),
            derive(::portcullis::__private::ts_rs::TS),
            ts(crate = "::portcullis::__private::ts_rs"),
        )]
        #[serde(crate = "::portcullis::__private::serde")]
        #deny
        #alias
        #input
    }
}

/// Tells serde and ts-rs of a field that a value may lack, or that is another type on the wire.
fn optional(field: &mut Field) {
    let optional = payload::Field::find_optional(&field.attrs);
    let skipped = serde::Field::find(&field.attrs).skips_none;
    if let Some((wire, span)) = payload::Field::find(&field.attrs).wire {
        let wire = LitStr::new(&wire.to_token_stream().to_string(), span);
        field.attrs.push(parse_quote!(#[cfg_attr(not(target_arch = "wasm32"), ts(as = #wire))]));
    }
    // What is wrong with the type is reported there.
    field.attrs.extend(optional.map(serde::optional));
    if optional.or(skipped).is_some() {
        let missing = Ident::new(MISSING, Span::call_site());
        field.attrs.push(parse_quote!(#[payload(#missing)]));
        field.attrs.push(parse_quote!(#[cfg_attr(not(target_arch = "wasm32"), ts(optional))]));
    }
}

/// Tells ts-rs which values `one_of` allows: a field is known by its number.
fn literals(input: &mut DeriveInput) {
    let fields: Vec<&mut Field> = match &mut input.data {
        // What a newtype holds, readers read without it.
        Data::Struct(data) if newtype(&data.fields, &input.attrs).is_some() => return,
        Data::Struct(data) => data.fields.iter_mut().collect(),
        Data::Enum(data) => data.variants.iter_mut().flat_map(|variant| &mut variant.fields).collect(),
        Data::Union(_) => return,
    };
    for (number, field) in fields.into_iter().enumerate() {
        if payload::Field::find(&field.attrs).has_choices() && !ts::is_told(&field.attrs) {
            let ty = field.ty.to_token_stream();
            let literals = quote!(::portcullis::__private::Literals<#ty, Self, #number>).to_string();
            field.attrs.push(parse_quote!(#[cfg_attr(not(target_arch = "wasm32"), ts(as = #literals))]));
        }
    }
}

/// The field of a newtype, if it is one.
fn newtype<'f>(fields: &'f Fields, attributes: &[Attribute]) -> Option<&'f Field> {
    let is_newtype = matches!(fields, Fields::Unnamed(_)) || tells(attributes, "transparent");
    fields.iter().next().filter(|_| is_newtype && fields.len() == 1)
}

/// Tells ts-rs of a type that is on the wire another one.
fn alias(ty: &Type) -> TokenStream {
    let alias = quote!(::portcullis::__private::Alias<#ty>).to_string();
    quote!(#[cfg_attr(not(target_arch = "wasm32"), ts(as = #alias))])
}

/// Whether the user tells serde this: what serde takes only once, and what is for `derive` to judge.
fn tells(attributes: &[Attribute], what: &str) -> bool {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .filter_map(|attribute| attribute.meta.require_list().ok())
        .flat_map(|meta| meta.tokens.clone())
        .any(|token| matches!(token, TokenTree::Ident(ident) if ident == what))
}
