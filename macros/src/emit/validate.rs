//! `impl garde::Validate`, for typed values built in Rust.
//!
//! garde's own derive would need garde as a dependency of the user's crate. This one gives the same
//! report: fields in the order of their names, what is inside before the rules of the field itself,
//! and rules in garde's order. Checks across fields come last.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::Member;

use super::checks::{self, Across, sound};
use super::converted;
use super::level::{Level, option};
use crate::attributes::garde::{Place, RuleKind, Unit};
use crate::attributes::own_rules::Choices;
use crate::item::{Body, Item};
use crate::variant::Variant;

/// `impl garde::Validate`.
pub fn implementation(item: &Item, levels: &[Level], checks: &[Across]) -> TokenStream {
    let ident = &item.ident;
    let (parameters, arguments, bounds) = item.parameters.generics.split_for_impl();
    let body = match &item.body {
        Body::Enum(variants) => self::variants(item, variants, levels),
        Body::Converted(wire) => converted::dive(wire),
        Body::Struct(_) | Body::Newtype(_) => fields(item, levels, |level| {
            let member = &level.field.member;
            quote!(&self.#member)
        }),
    };
    let calls = checks.iter().filter_map(|check| check.call(item.fields()));
    quote! {
        #[cfg(not(target_arch = "wasm32"))]
        #[automatically_derived]
        impl #parameters ::portcullis::garde::Validate for #ident #arguments #bounds {
            type Context = ();

            #[allow(unused_imports, unused_variables)]
            fn validate_into(
                &self,
                (): &(),
                __portcullis_path: &mut dyn ::core::ops::FnMut() -> ::portcullis::garde::Path,
                __portcullis_report: &mut ::portcullis::garde::Report,
            ) {
                use ::portcullis::__private::native::Unsuited as _;
                #body
                #(#calls)*
            }
        }
    }
}

/// Applies the rules of fields, each of which is found at a reference.
fn fields(item: &Item, levels: &[Level], at: impl Fn(&Level) -> TokenStream) -> TokenStream {
    let mut levels: Vec<&Level> = levels.iter().collect();
    levels.sort_by_cached_key(|level| level.field.name());
    let fields = levels.into_iter().map(|level| field(item, level, at(level)));
    quote!(#(#fields)*)
}

/// Applies the rules of the variant that is there.
fn variants(item: &Item, variants: &[Variant], levels: &[Level]) -> TokenStream {
    let mut left = levels;
    let arms = variants.iter().map(|variant| {
        let (levels, behind) = left.split_at(variant.fields().len());
        left = behind;
        let value = |level: &Level| format_ident!("__portcullis_value_{}", level.index);
        let members = levels.iter().map(|level| &level.field.member);
        let values = levels.iter().map(value);
        let rules = fields(item, levels, |level| value(level).into_token_stream());
        let ident = &variant.ident;
        quote!(Self::#ident { #(#members: #values),* } => { #rules })
    });
    quote!(match self { #(#arms)* })
}

/// Applies the rules of a field, and says whether nothing is wrong with it.
fn field(item: &Item, level: &Level, value: TokenStream) -> TokenStream {
    let dive = level.field.garde.dive.map(|_| quote!(__portcullis_subject.dive();));
    let inner = inner(level);
    let rules = rules(level);
    let is_sound = sound(level.index);
    if dive.is_none() && inner.is_none() && rules.is_empty() {
        return quote!(let #is_sound = true;);
    }
    let (path, report) = (quote!(__portcullis_path), quote!(__portcullis_report));
    let rules = quote!(|mut __portcullis_subject| { #dive #inner #rules });
    let applied = match (&item.body, &level.field.member) {
        (Body::Newtype(_), _) => quote!(newtype(#value, #path, #report, #rules)),
        (_, Member::Unnamed(index)) => {
            let index = index.index as usize;
            quote!(field(#value, #index, #path, #report, #rules))
        }
        (_, Member::Named(_)) => {
            let name = level.field.name();
            quote!(field(#value, #name, #path, #report, #rules))
        }
    };
    quote!(let #is_sound = ::portcullis::__private::native::#applied;)
}

fn inner(level: &Level) -> Option<TokenStream> {
    let inside = level.inner()?;
    let (rules, inner) = (rules(&inside), inner(&inside));
    Some(quote!(__portcullis_subject.inner(|mut __portcullis_subject| { #rules #inner });))
}

/// The calls of a level's own rules: those of the application first, as garde has them, and ours,
/// of which garde knows nothing, behind them.
fn rules(level: &Level) -> TokenStream {
    let mut rules: Vec<_> = level.rules().collect();
    rules.sort_by_key(|(_, rule)| place(&rule.kind));
    let calls = rules.into_iter().map(|(number, rule)| match &rule.kind {
        RuleKind::GreaterThan(_) => {
            let limit = level.minimum(number, rule.span);
            quote!(greater_than(#limit.0))
        }
        RuleKind::LessThan(_) => {
            let limit = level.maximum(number, rule.span);
            quote!(less_than(#limit.0))
        }
        RuleKind::MultipleOf(_) => {
            let (limit, divisor) = (level.minimum(number, rule.span), level.sought(number, rule.span));
            quote!(multiple_of((#limit, #divisor)))
        }
        RuleKind::OneOf(Choices::Texts(texts)) => quote!(one_of_texts(&[#(#texts),*])),
        RuleKind::OneOf(Choices::Integers(integers)) => quote!(one_of_integers(&[#(#integers),*])),
        RuleKind::OneOf(Choices::Boolean(only)) => quote!(is_only(#only)),
        RuleKind::Unique => quote!(unique()),
        RuleKind::Required => quote!(required(())),
        RuleKind::Custom(_) => {
            let (function, arguments) = (level.custom(number), level.arguments());
            quote!(custom(#function #arguments))
        }
        RuleKind::Format(format) => {
            let kind = |kind: TokenStream| quote!(ip((::portcullis::garde::rules::ip::IpKind::#kind,)));
            let name = format_ident!("{}", format.name());
            match format.name() {
                "ip" => kind(quote!(Any)),
                "ipv4" => kind(quote!(V4)),
                "ipv6" => kind(quote!(V6)),
                _ if format.place().is_some() => quote!(#name(())),
                _ => {
                    let format = format.constant();
                    quote!(format(&::portcullis::formats::#format))
                }
            }
        }
        RuleKind::Pattern(_) => {
            let pattern = level.sought(number, rule.span);
            quote!(pattern((&#pattern,)))
        }
        RuleKind::Part(place, _) => {
            let part = level.sought(number, rule.span);
            match place {
                Place::Anywhere => quote!(contains((#part,))),
                Place::Start => quote!(prefix((#part,))),
                Place::End => quote!(suffix((#part,))),
            }
        }
        RuleKind::Length { unit, limits } => {
            let unit = match unit {
                None | Some(Unit::Simple) => quote!(simple),
                Some(Unit::Bytes) => quote!(bytes),
                Some(Unit::Chars) => quote!(chars),
                Some(Unit::Graphemes) => quote!(graphemes),
                Some(Unit::Utf16) => quote!(utf16),
            };
            let (minimum, maximum) = (level.minimum(number, rule.span), level.maximum(number, rule.span));
            let minimum = limits.minimum.as_ref().map_or(quote!(0), |_| quote!(#minimum.0));
            let maximum = limits.maximum.as_ref().map_or(quote!(usize::MAX), |_| quote!(#maximum.0));
            quote!(#unit((#minimum, #maximum)))
        }
        RuleKind::Matches(other) => {
            let (function, own) = (checks::matches(level.index), &level.field.member);
            quote!(matches(#function(&self.#own, &self.#other)))
        }
        RuleKind::Range(limits) => {
            let limit = |limit| quote!(#limit.0);
            let minimum = option(limits.minimum.as_ref().map(|_| limit(level.minimum(number, rule.span))));
            let maximum = option(limits.maximum.as_ref().map(|_| limit(level.maximum(number, rule.span))));
            quote!(range((#minimum, #maximum)))
        }
    });
    quote!(#(__portcullis_subject.#calls;)*)
}

/// A rule's place in garde's order.
fn place(rule: &RuleKind) -> u8 {
    match rule {
        RuleKind::Custom(_) => 0,
        RuleKind::GreaterThan(_)
        | RuleKind::LessThan(_)
        | RuleKind::MultipleOf(_)
        | RuleKind::OneOf(_)
        | RuleKind::Unique => 1,
        RuleKind::Required => 2,
        RuleKind::Format(format) => format.place().map_or(1, |place| 3 + place as u8),
        RuleKind::Length { unit, .. } => match unit {
            None | Some(Unit::Simple) => 10,
            Some(Unit::Bytes) => 11,
            Some(Unit::Chars) => 12,
            Some(Unit::Graphemes) => 13,
            Some(Unit::Utf16) => 14,
        },
        RuleKind::Matches(_) => 15,
        RuleKind::Range(_) => 16,
        RuleKind::Part(place, _) => match place {
            Place::Anywhere => 17,
            Place::Start => 18,
            Place::End => 19,
        },
        RuleKind::Pattern(_) => 20,
    }
}
