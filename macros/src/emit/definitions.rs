//! What the schema and `Validate` both need: limits as constants, the application's rules as
//! functions.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

use super::level::Level;
use crate::attributes::garde::{Limits, Rule, RuleKind};
use crate::attributes::own_rules::Choices;
use crate::parameters::Parameters;
use crate::pattern::{Pattern, Table};

/// The definitions of a field's rules.
pub fn rules(level: &Level) -> TokenStream {
    let definitions = level.rules().map(|(number, rule)| self::rule(level, number, rule));
    let order = order(level);
    let inside = level.inner().map(|inside| rules(&inside));
    quote!(#(#definitions)* #order #inside)
}

fn rule(level: &Level, number: usize, rule: &Rule) -> TokenStream {
    let ty = &level.ty;
    match &rule.kind {
        // What `matches` compares is a check of the object.
        RuleKind::Format(_)
        | RuleKind::Matches(_)
        | RuleKind::OneOf(Choices::Texts(_) | Choices::Boolean(_))
        | RuleKind::Unique
        | RuleKind::Required => TokenStream::new(),
        RuleKind::Pattern(pattern) => {
            let name = level.sought(number, rule.span);
            let pattern = self::pattern(pattern);
            quote!(static #name: ::portcullis::schema::Pattern = #pattern;)
        }
        RuleKind::Part(_, part) => {
            let name = level.sought(number, rule.span);
            quote_spanned!(rule.span=> const #name: &str = const { #part };)
        }
        RuleKind::Length { limits, .. } => {
            let ty = quote_spanned!(rule.span=> ::portcullis::__private::Limit<usize>);
            let constants = limits_of(level, number, rule.span, limits, &ty);
            let minimum = limits.minimum.as_ref().map(|limit| fits(limit, &level.minimum(number, rule.span)));
            let maximum = limits.maximum.as_ref().map(|limit| fits(limit, &level.maximum(number, rule.span)));
            quote!(#constants #minimum #maximum)
        }
        RuleKind::Range(limits) => limits_of(level, number, rule.span, limits, &limit_of(level, rule)),
        RuleKind::GreaterThan(limit) => constant(&level.minimum(number, rule.span), &limit_of(level, rule), limit),
        RuleKind::LessThan(limit) => constant(&level.maximum(number, rule.span), &limit_of(level, rule), limit),
        RuleKind::MultipleOf(divisor) => {
            let (value, name) = (level.minimum(number, rule.span), level.sought(number, rule.span));
            let value_of = constant(
                &value,
                &quote_spanned!(rule.span=> <#ty as ::portcullis::__private::Divisible>::Divisor),
                divisor,
            );
            quote! {
                #value_of
                const #name: ::portcullis::schema::Divisor = ::portcullis::schema::Divisor::new(#value.bound());
            }
        }
        // Numbers that the type of the field does not hold are an error of the compiler's own.
        RuleKind::OneOf(Choices::Integers(integers)) => quote_spanned! {rule.span=>
            #[allow(clippy::type_complexity)]
            const _: &[<#ty as ::portcullis::__private::Whole>::Integer] = &[#(#integers),*];
        },
        RuleKind::Custom(function) => {
            let name = level.custom(number);
            // At the user's rule, so that a wrong signature is reported there.
            let value = Ident::new("__portcullis_value", function.span());
            let call = quote_spanned! {function.span()=>
                let __portcullis_rule = #function;
                __portcullis_rule(#value, &())
            };
            let (parameters, bounds) = level.field.parameters.as_ref().map(Parameters::of_function).unzip();
            quote! {
                fn #name #parameters (#value: &#ty) -> ::portcullis::garde::Result #bounds {
                    #call
                }
            }
        }
    }
}

/// A pattern with its table.
fn pattern(pattern: &Pattern) -> TokenStream {
    let Pattern { source, table } = pattern;
    let Table { classes, next, shift, start, accepting } = table;
    let (classes, next) = (Literal::byte_string(classes), Literal::byte_string(next));
    quote! {
        ::portcullis::schema::Pattern {
            source: #source,
            classes: #classes,
            next: #next,
            shift: #shift,
            start: #start,
            accepting: #accepting,
        }
    }
}

/// The type of a limit on the numbers here.
fn limit_of(level: &Level, rule: &Rule) -> TokenStream {
    let ty = &level.ty;
    quote_spanned!(rule.span=> <#ty as ::portcullis::__private::Ranged>::Limit)
}

/// A limit as a constant of a type.
fn constant(name: &Ident, ty: &TokenStream, limit: &Expr) -> TokenStream {
    // The block puts what is wrong with the type at the rule, where it is reported already.
    let constant = quote_spanned!(name.span()=> const #name: #ty = ::portcullis::__private::Limit(const { #limit }););
    let assertion = quote_spanned! {limit.span()=>
        const _: () = ::core::assert!(#name.is_finite(), "no number is beyond it: leave the limit out");
    };
    quote!(#constant #assertion)
}

/// The limits as constants of a type.
fn limits_of(level: &Level, number: usize, span: Span, limits: &Limits, ty: &TokenStream) -> TokenStream {
    let (minimum, maximum) = (level.minimum(number, span), level.maximum(number, span));
    let least = limits.minimum.as_ref().map(|limit| constant(&minimum, ty, limit));
    let most = limits.maximum.as_ref().map(|limit| constant(&maximum, ty, limit));
    let order = limits.minimum.as_ref().zip(limits.maximum.as_ref()).map(|(limit, _)| {
        quote_spanned! {limit.span()=>
            const _: () = ::core::assert!(
                #minimum.is_at_most(#maximum),
                "`min` is above `max`, so no value would do: swap them",
            );
        }
    });
    quote!(#least #most #order)
}

/// Where a limit is not included, there must be something between it and the other one.
fn order(level: &Level) -> Option<TokenStream> {
    let mut minimum = None;
    let mut maximum = None;
    let mut exclusive = None;
    for (number, rule) in level.rules() {
        let span = rule.span;
        match &rule.kind {
            RuleKind::GreaterThan(_) => minimum = Some(level.minimum(number, *exclusive.insert(span))),
            RuleKind::LessThan(_) => maximum = Some(level.maximum(number, *exclusive.insert(span))),
            RuleKind::Range(limits) => {
                minimum = minimum.or(limits.minimum.as_ref().map(|_| level.minimum(number, span)));
                maximum = maximum.or(limits.maximum.as_ref().map(|_| level.maximum(number, span)));
            }
            _ => {}
        }
    }
    let (minimum, maximum, span) = (minimum?, maximum?, exclusive?);
    Some(quote_spanned! {span=>
        const _: () = ::core::assert!(#minimum.is_below(#maximum), "no number is between these limits: move one of them");
    })
}

fn fits(limit: &Expr, constant: &Ident) -> TokenStream {
    quote_spanned! {limit.span()=>
        const _: () = ::core::assert!(
            ::portcullis::__private::length(#constant.0) < u32::MAX,
            "a length has at most 32 bits: choose a limit below 4294967295, or say none",
        );
    }
}
