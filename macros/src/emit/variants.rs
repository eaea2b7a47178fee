//! The schema of an enum: its names, and what each variant holds.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::assertions::assertion;
use super::level::Level;
use super::schema::{field, head, head_of, instance, printed, unknown};
use crate::attributes::serde::Tagging;
use crate::item::{Field, Item};
use crate::variant::{Content, Variant};

/// The names of an enum.
pub fn names(item: &Item) -> TokenStream {
    let (head, instance) = (head(item), instance(item));
    let variants = item.variants().iter().map(|variant| {
        let name = variant.wire(item.serde.rename_all);
        let aliases = &variant.serde.aliases;
        let member = printed("member", variant.ident.to_string());
        let docs = printed("docs", &variant.docs);
        quote!(::portcullis::schema::Variant { name: #name, aliases: &[#(#aliases),*], #member #docs })
    });
    let has_other = item.variants().iter().any(|variant| variant.serde.other.is_some());
    quote! {
        ::portcullis::schema::Enum {
            #head
            #instance
            variants: &[#(#variants),*],
            has_other: #has_other,
        }
    }
}

/// The names with what the variants hold; the levels are those of all fields.
pub fn union(item: &Item, levels: &[Level]) -> TokenStream {
    let names = names(item);
    let unknown = unknown(item);
    let tagging = match item.serde.tagging() {
        Tagging::External => quote!(external()),
        Tagging::Internal(tag) => quote!(internal(#tag)),
        Tagging::Adjacent(tag, content) => quote!(adjacent(#tag, #content)),
        Tagging::Untagged => quote!(untagged()),
    };
    let mut levels = levels.iter();
    let contents = item.variants().iter().map(|variant| {
        let levels: Vec<&Level> = levels.by_ref().take(variant.fields().len()).collect();
        content(item, variant, &levels)
    });
    quote! {
        ::portcullis::schema::Union {
            names: #names,
            tagging: ::portcullis::schema::Tagging::#tagging,
            unknown: ::portcullis::schema::Unknown::#unknown,
            contents: &[#(::portcullis::schema::Content::#contents),*],
        }
    }
}

fn content(item: &Item, variant: &Variant, levels: &[&Level]) -> TokenStream {
    match &variant.content {
        Content::Unit => quote!(Unit),
        Content::Newtype(_) => {
            let key = key(item, variant);
            let value = levels.iter().map(|level| field(level, &key));
            quote!(Value(#(#value)*))
        }
        Content::Tuple(fields) => {
            let key = key(item, variant);
            let (member, docs) = (printed("member", ""), printed("docs", &variant.docs));
            let types = fields.iter().map(|field| &field.ty);
            quote! {
                Tuple(::portcullis::schema::Field {
                    name: #key,
                    aliases: &[],
                    #member
                    #docs
                    schema: <(#(#types,)*) as ::portcullis::Payload>::schema,
                    normalize: &[],
                    rules: &[],
                    default: ::core::option::Option::None,
                    presence: ::portcullis::schema::Presence::Always,
                })
            }
        }
        Content::Struct(_) => {
            let (head, instance) = (head_of(item, &variant.docs), instance(item));
            let unknown = unknown(item);
            let flattened = printed("flattened", quote!(&[]));
            let spelling = variant.spelling(&item.serde);
            let fields = levels.iter().map(|level| field(level, &level.field.wire(spelling)));
            quote! {
                Object(&::portcullis::schema::Object {
                    #head
                    #instance
                    unknown: ::portcullis::schema::Unknown::#unknown,
                    fields: &[#(#fields),*],
                    #flattened
                    checks: &[],
                })
            }
        }
    }
}

/// The key of what a variant holds without a name, if it has one.
fn key(item: &Item, variant: &Variant) -> String {
    match item.serde.tagging() {
        Tagging::External => variant.wire(item.serde.rename_all),
        Tagging::Adjacent(_, content) => content.value(),
        Tagging::Internal(_) | Tagging::Untagged => String::new(),
    }
}

/// Whether what variants hold can be told apart on the wire; behind it, where only what stands for parameters tells.
pub fn assertions(item: &Item) -> (TokenStream, TokenStream) {
    let newtypes = item.variants().iter().enumerate().filter_map(|(at, variant)| match &variant.content {
        Content::Newtype(field) => Some((at, &**field)),
        Content::Unit | Content::Tuple(_) | Content::Struct(_) => None,
    });
    let (mut outside, mut inside) = (TokenStream::new(), TokenStream::new());
    for (at, field) in newtypes {
        let place = if field.parameters.is_none() { &mut outside } else { &mut inside };
        place.extend(newtype(item, at, field));
    }
    let tuples =
        item.variants().iter().enumerate().filter_map(|(at, variant)| match (&variant.content, item.serde.untagged) {
            (Content::Tuple(fields), Some(_)) => {
                let is_list = quote!({
                    let _ = __portcullis_kind;
                    true
                });
                fields.first().map(|field| list_first(field, is_list, &item.variants()[..at]))
            }
            _ => None,
        });
    outside.extend(tuples);
    (outside, inside)
}

/// The same for what the variant with this number holds, one value without a name.
fn newtype(item: &Item, at: usize, field: &Field) -> TokenStream {
    match item.serde.tagging() {
        Tagging::Internal(tag) => {
            let object = assertion(
                field,
                0,
                field.span(),
                quote!(__portcullis_kind.is_object()),
                "the name of the variant stands beside the fields of a struct, and this is none: name the field, \
                 or say `content = \"..\"` beside `tag`",
            );
            let free = free(field, &tag.value());
            quote!(#object #free)
        }
        Tagging::Untagged => {
            let value = assertion(
                field,
                0,
                field.span(),
                quote!(!__portcullis_kind.is_option()),
                "`null` tells no variants apart: hold the value itself, and make what holds the enum an `Option`",
            );
            let first = list_first(field, quote!(__portcullis_kind.is_sequence()), &item.variants()[..at]);
            let last = (at + 1 < item.variants().len()).then(|| any_last(field));
            quote!(#value #first #last)
        }
        Tagging::External | Tagging::Adjacent(..) => TokenStream::new(),
    }
}

/// A list, if it is one, does not come behind what holds fields.
fn list_first(list: &Field, is_list: TokenStream, before: &[Variant]) -> TokenStream {
    let holds_fields = |variant: &Variant| matches!(variant.content, Content::Struct(_));
    let kinds = before.iter().filter_map(|variant| match &variant.content {
        Content::Newtype(field) => Some(&field.ty),
        Content::Unit | Content::Tuple(_) | Content::Struct(_) => None,
    });
    let kinds: Vec<_> = kinds.map(|ty| quote!(<#ty as ::portcullis::Payload>::KIND.has_fields())).collect();
    let condition = if before.iter().any(holds_fields) {
        quote!(!#is_list)
    } else if kinds.is_empty() {
        return TokenStream::new();
    } else {
        quote!(!(#is_list && (#(#kinds)||*)))
    };
    assertion(
        list,
        0,
        list.span(),
        condition,
        "serde takes a list for a struct, so that this variant may not be met: move it before those that hold fields",
    )
}

/// Nothing comes behind what takes all.
fn any_last(any: &Field) -> TokenStream {
    assertion(
        any,
        0,
        any.span(),
        quote!(!__portcullis_kind.is_any()),
        "this variant takes any JSON, so that those behind it are never met: move it to the end",
    )
}

/// The key for the name of the variant is not among the fields beside it.
fn free(field: &Field, tag: &str) -> TokenStream {
    let ty = &field.ty;
    let message = format!("a field of this struct is called `{tag}` too: rename it, or the `tag`");
    let constant = field.parameters.is_none().then(|| quote!(const _: () =));
    quote_spanned! {field.span()=>
        #constant ::core::assert!(!<#ty as ::portcullis::Payload>::SCHEMA.has_key(#tag), "{}", #message);
    }
}
