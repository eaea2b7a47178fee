//! `impl Payload`: the schema as a constant.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::checks::Across;
use super::converted;
use super::flattened;
use super::level::{Level, option};
use super::variants;
use crate::attributes::garde::{Place, Rule, RuleKind, Rules, Unit};
use crate::attributes::own_rules::Choices;
use crate::attributes::payload::{Step, StepKind, Unknown};
use crate::item::{Body, Item};

/// `impl Payload`.
///
/// The assertions about parameters are part of it: only there it is known what stands for them. Such a payload has no place of its own for a plan, for all its instances would
/// share that.
pub fn implementation(item: &Item, levels: &[Level], checks: &[Across], assertions: &TokenStream) -> TokenStream {
    let ident = &item.ident;
    let (parameters, arguments, bounds) = item.parameters.generics.split_for_impl();
    let (shape, kind, body) = match &item.body {
        Body::Struct(_) => (quote!(Object), quote!(Object), object(item, levels, checks)),
        Body::Newtype(field) => {
            let ty = &field.ty;
            let kind = quote_spanned!(ty.span()=> Newtype(&<#ty as ::portcullis::Payload>::KIND));
            (quote!(Newtype), kind, newtype(item, levels))
        }
        Body::Converted(wire) => {
            let kind = quote_spanned!(wire.span()=> Newtype(&<#wire as ::portcullis::Payload>::KIND));
            (quote!(Newtype), kind, converted::newtype(item, wire))
        }
        Body::Enum(_) if item.is_union() => (quote!(Union), quote!(Union), variants::union(item, levels)),
        Body::Enum(_) => (quote!(Enum), quote!(Enum), variants::names(item)),
    };
    let plan = item.parameters.is_empty().then(|| {
        quote! {
            fn plan() -> &'static ::portcullis::__private::Plan {
                static PLAN: ::portcullis::__private::OnceLock<::portcullis::__private::Plan> =
                    ::portcullis::__private::OnceLock::new();
                PLAN.get_or_init(|| ::portcullis::__private::Plan::new(Self::SCHEMA))
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl #parameters ::portcullis::Payload for #ident #arguments #bounds {
            const KIND: ::portcullis::Kind = ::portcullis::Kind::#kind;
            #[allow(trivial_numeric_casts)]
            const SCHEMA: &'static ::portcullis::schema::Schema = {
                #assertions
                &::portcullis::schema::Schema::#shape(&#body)
            };

            #[cfg(not(target_arch = "wasm32"))]
            fn dive(
                &self,
                __portcullis_path: &mut dyn ::core::ops::FnMut() -> ::portcullis::garde::Path,
                __portcullis_report: &mut ::portcullis::garde::Report,
            ) {
                ::portcullis::garde::Validate::validate_into(self, &(), __portcullis_path, __portcullis_report);
            }

            #plan
        }
    }
}

fn object(item: &Item, levels: &[Level], checks: &[Across]) -> TokenStream {
    let (head, instance) = (head(item), instance(item));
    let unknown = unknown(item);
    let checks = checks.iter().map(|check| check.schema(item));
    let (fields, checks) = match item.flattens() {
        true => (quote!(&__PORTCULLIS_FIELDS), flattened::checks(checks)),
        false => {
            let fields = levels.iter().map(|level| field(level, &level.field.wire(item.serde.rename_all)));
            (quote!(&[#(#fields),*]), quote!(&[#(#checks),*]))
        }
    };
    let flattened = printed("flattened", flattened::list(item));
    quote! {
        ::portcullis::schema::Object {
            #head
            #instance
            unknown: ::portcullis::schema::Unknown::#unknown,
            fields: #fields,
            #flattened
            checks: #checks,
        }
    }
}

/// What becomes of keys that no field has.
pub fn unknown(item: &Item) -> TokenStream {
    match item.payload.unknown {
        Some((Unknown::Strip, _)) => quote!(Strip),
        _ => quote!(Refuse),
    }
}

fn newtype(item: &Item, levels: &[Level]) -> TokenStream {
    let (head, instance) = (head(item), instance(item));
    let content = levels.iter().map(content);
    quote! {
        ::portcullis::schema::Newtype {
            #head
            #instance
            #(#content)*
        }
    }
}

/// What a named type is called, and is.
pub fn head(item: &Item) -> TokenStream {
    head_of(item, &item.docs)
}

/// The same with docs of its own: for what a variant holds.
pub fn head_of(item: &Item, docs: &str) -> TokenStream {
    let name = printed("name", syn::ext::IdentExt::unraw(&item.ident).to_string());
    let docs = printed("docs", docs);
    let id = printed("id", quote!(::portcullis::__private::TypeId::of::<Self>));
    quote!(#name #docs #id)
}

/// What stands for the parameters of a struct.
pub fn instance(item: &Item) -> TokenStream {
    let names = item.parameters.names();
    let instance = option((!item.parameters.is_empty()).then(|| {
        let origin = item.ident.to_string();
        quote! {
            &::portcullis::schema::Instance {
                origin: ::core::concat!(::core::module_path!(), "::", #origin),
                arguments: &[#(<#names as ::portcullis::Payload>::schema),*],
            }
        }
    }));
    printed("instance", instance)
}

/// A part of the schema that only printers read, and so is not there in WASM.
pub fn printed(part: &str, value: impl ToTokens) -> TokenStream {
    let part = format_ident!("{part}");
    quote! {
        #[cfg(not(target_arch = "wasm32"))]
        #part: #value,
    }
}

/// A field under its key.
pub fn field(level: &Level, name: &str) -> TokenStream {
    let field = level.field;
    let ty = &field.ty;
    let member = printed("member", field.name());
    let docs = printed("docs", &field.docs);
    let content = content(level);
    let presence = match field.optional {
        Some(_) => quote!(of(<#ty as ::portcullis::Payload>::KIND)),
        None if field.null_is_absent => quote!(NullIsAbsent),
        None => quote!(Always),
    };
    let default = field.serde.default.as_ref().filter(|_| field.optional.is_none());
    let default = option(default.map(|default| {
        let function = match &default.function {
            Some(function) => function.to_token_stream(),
            None => quote!(::core::default::Default::default),
        };
        quote_spanned!(default.span=> || ::portcullis::__private::default_json::<#ty>(#function))
    }));
    let aliases = &field.serde.aliases;
    quote! {
        ::portcullis::schema::Field {
            name: #name,
            aliases: &[#(#aliases),*],
            #member
            #docs
            #content
            default: #default,
            presence: ::portcullis::schema::Presence::#presence,
        }
    }
}

/// What a field or a newtype holds, and what that must keep.
fn content(level: &Level) -> TokenStream {
    let (ty, steps) = (level.field.wire_type(), &level.field.steps);
    let schema = quote_spanned!(ty.span()=> <#ty as ::portcullis::Payload>::schema);
    let normalize = normalize(steps, Some(level.rules));
    let rules = rules(level);
    quote! {
        schema: #schema,
        normalize: #normalize,
        rules: #rules,
    }
}

/// The steps, and beside them the rules for the same value: an email address has ASCII letters.
fn normalize(steps: &[Step], rules: Option<&Rules>) -> TokenStream {
    let steps = steps.iter().map(|step| match &step.kind {
        StepKind::Trim => quote!(Trim),
        StepKind::Lowercase if rules.is_some_and(Rules::has_email) => quote!(LowercaseAscii),
        StepKind::Lowercase => quote!(Lowercase(::portcullis::__private::lowercase)),
        StepKind::Uppercase if rules.is_some_and(Rules::has_email) => quote!(UppercaseAscii),
        StepKind::Uppercase => quote!(Uppercase(::portcullis::__private::uppercase)),
        StepKind::Nfc => quote!(Nfc(::portcullis::__private::nfc)),
        StepKind::CollapseWhitespace => quote!(CollapseWhitespace(::portcullis::__private::collapse_whitespace)),
        StepKind::EmptyAsNull => quote!(EmptyAsNull),
        StepKind::Inner(steps) => {
            let inside = rules.and_then(|rules| rules.inner.as_ref());
            let steps = normalize(steps, inside.map(|inside| &*inside.rules));
            quote!(Inner(#steps))
        }
    });
    quote!(&[#(::portcullis::schema::Normalize::#steps),*])
}

fn rules(level: &Level) -> TokenStream {
    let list = level.rules().filter_map(|(number, rule)| self::rule(level, number, rule));
    let inner = level.inner().map(|inside| {
        let rules = rules(&inside);
        quote!(Inner(#rules))
    });
    let conversion = level.field.serde.with.as_ref().filter(|_| level.depth == 0).map(|(with, span)| {
        let ty = &level.field.ty;
        quote_spanned!(*span=> Conversion(|__portcullis_value| {
            ::portcullis::__private::converts::<#ty, _>(__portcullis_value, #with::deserialize)
        }))
    });
    let rules = conversion.into_iter().chain(list).chain(inner);
    quote!(&[#(::portcullis::schema::Rule::#rules),*])
}

fn rule(level: &Level, number: usize, rule: &Rule) -> Option<TokenStream> {
    let rule = match &rule.kind {
        // A check of the object.
        RuleKind::Matches(_) => return None,
        RuleKind::Format(format) => {
            let format = format.constant();
            quote!(Format(&::portcullis::formats::#format))
        }
        RuleKind::Pattern(_) => {
            let pattern = level.sought(number, rule.span);
            quote!(Pattern(&#pattern))
        }
        RuleKind::Part(place, _) => {
            let part = level.sought(number, rule.span);
            match place {
                Place::Anywhere => quote!(Contains(#part)),
                Place::Start => quote!(Prefix(#part)),
                Place::End => quote!(Suffix(#part)),
            }
        }
        RuleKind::Length { unit, limits } => {
            let ty = &level.ty;
            let unit = match unit {
                None | Some(Unit::Simple) => quote!(Items),
                Some(Unit::Bytes) => quote!(bytes_of(<#ty as ::portcullis::Payload>::KIND)),
                Some(Unit::Chars) => quote!(Chars),
                Some(Unit::Utf16) => quote!(Utf16),
                Some(Unit::Graphemes) => quote!(Graphemes(::portcullis::__private::graphemes)),
            };
            let limit = |limit| quote!(::portcullis::__private::length(#limit.0));
            let minimum = limits.minimum.as_ref().map(|_| limit(level.minimum(number, rule.span)));
            let maximum = limits.maximum.as_ref().map(|_| limit(level.maximum(number, rule.span)));
            let minimum = minimum.unwrap_or(quote!(0));
            let maximum = maximum.unwrap_or(quote!(u32::MAX));
            quote!(Length { unit: ::portcullis::schema::Unit::#unit, minimum: #minimum, maximum: #maximum })
        }
        RuleKind::Range(limits) => {
            let minimum = option(limits.minimum.as_ref().map(|_| bound(level.minimum(number, rule.span))));
            let maximum = option(limits.maximum.as_ref().map(|_| bound(level.maximum(number, rule.span))));
            quote!(Range { minimum: #minimum, maximum: #maximum })
        }
        RuleKind::GreaterThan(_) => {
            let limit = bound(level.minimum(number, rule.span));
            quote!(GreaterThan(#limit))
        }
        RuleKind::LessThan(_) => {
            let limit = bound(level.maximum(number, rule.span));
            quote!(LessThan(#limit))
        }
        RuleKind::MultipleOf(_) => {
            let divisor = level.sought(number, rule.span);
            quote!(multiple_of(&#divisor))
        }
        RuleKind::OneOf(choices) => match choices {
            Choices::Texts(texts) => quote!(one_of(::portcullis::schema::Choices::Texts(&[#(#texts),*]))),
            Choices::Integers(integers) => quote!(one_of(::portcullis::schema::Choices::Integers(&[#(#integers),*]))),
            Choices::Boolean(only) => quote!(one_of(::portcullis::schema::Choices::Boolean(#only))),
        },
        RuleKind::Unique => quote!(unique(::portcullis::__private::repeats)),
        RuleKind::Required => quote!(Required),
        RuleKind::Custom(_) => {
            let (function, arguments) = (level.custom(number), level.arguments());
            if let Some((with, _)) = level.field.serde.with.as_ref().filter(|_| level.depth == 0) {
                return Some(quote!(Custom(|__portcullis_value| ::portcullis::__private::custom_of_converted(
                    __portcullis_value,
                    #with::deserialize,
                    #function,
                ))));
            }
            let call = match level.field.optional.filter(|_| level.depth == 0) {
                Some(_) => quote!(custom_of_optional),
                None => quote!(custom),
            };
            quote!(Custom(|__portcullis_value| ::portcullis::__private::#call(__portcullis_value, #function #arguments)))
        }
    };
    Some(rule)
}

/// A limit on a number, from the constant that holds it.
fn bound(limit: Ident) -> TokenStream {
    quote!(&#limit.bound())
}
