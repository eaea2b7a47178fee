//! Whether the rules suit the types: decided by the compiler, which knows them.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::level::Level;
use crate::attributes::garde::{Place, Rule, RuleKind, Unit};
use crate::attributes::own_rules::Choices;
use crate::attributes::payload::{Step, StepKind};
use crate::item::{Body, Field, Item};

/// The assertions of a field.
pub fn field(item: &Item, level: &Level) -> TokenStream {
    let field = level.field;
    let presence = match item.body {
        Body::Newtype(_) => Some(content(field)),
        Body::Struct(_) | Body::Enum(_) | Body::Converted(_) => match (field.optional, field.serde.skips_none) {
            (Some(span), _) => Some(optional(field, span)),
            (None, skips_none) => skips_none.map(|span| left_out(field, span)),
        },
    };
    let flatten = field.serde.flatten.map(|span| flatten(field, span));
    let dive = match &field.wire {
        Some((_, span)) => converted(field, *span),
        None => dive(field),
    };
    let steps = steps(field, &field.steps, 0);
    let rules = rules(level);
    quote!(#presence #flatten #dive #steps #rules)
}

/// serde takes a missing field for `None`, unless a newtype is around it.
fn content(field: &Field) -> TokenStream {
    assertion(
        field,
        0,
        field.span(),
        quote!(!__portcullis_kind.is_option()),
        "what a newtype holds is always there: hold the value itself, and make the field that holds the newtype an \
         `Option`",
    )
}

/// Only some types tell whether a field is absent.
fn optional(field: &Field, span: Span) -> TokenStream {
    assertion(
        field,
        0,
        span,
        quote!(__portcullis_kind.may_be_absent()),
        "an optional field is an `Option<..>` (absent, but not null) or an `Option<Option<..>>` (absent, null or a value)",
    )
}

/// Only `None` can be left out.
fn left_out(field: &Field, span: Span) -> TokenStream {
    assertion(
        field,
        0,
        span,
        quote!(__portcullis_kind.is_option()),
        "only an `Option` can be left out: make the field one, or remove this",
    )
}

/// The rules of what is on the wire would be asked by the engine alone.
fn converted(field: &Field, span: Span) -> TokenStream {
    let ruled = assertion(
        field,
        0,
        span,
        quote!(!__portcullis_kind.holds_rules() && !__portcullis_kind.is_option()),
        "what serde converts is on the wire a type without rules, and no `Option`: say another one here",
    );
    let any = assertion(
        field,
        0,
        span,
        quote!(!__portcullis_kind.is_any()),
        "any JSON is converted once it is there: make the field a `Json`, and convert it after `from_json`",
    );
    quote!(#ruled #any)
}

/// What is flattened always has the same keys.
fn flatten(field: &Field, span: Span) -> TokenStream {
    assertion(
        field,
        0,
        span,
        quote!(__portcullis_kind.is_object()),
        "only a struct can be flattened, since its keys are always the same: remove this, or write the fields out",
    )
}

/// garde looks into a payload only where it is told to, and the engine always does.
fn dive(field: &Field) -> TokenStream {
    // A tuple of payloads and other things: neither `dive` nor `skip` would do.
    let is_open = assertion(
        field,
        0,
        field.garde.dive.or(field.garde.skip).unwrap_or(field.span()),
        quote!(!__portcullis_kind.holds_rules() || __portcullis_kind.is_open()),
        "a payload is in this tuple beside what is none, and garde cannot look into it: \
         write a struct instead of the tuple",
    );
    let is_told = match (field.garde.dive, field.garde.skip) {
        (Some(span), _) => assertion(
            field,
            0,
            span,
            quote!(__portcullis_kind.holds_rules()),
            "`dive` is for payloads, and none is in this field: remove it, or say `#[garde(skip)]`",
        ),
        (None, skip) => assertion(
            field,
            0,
            skip.unwrap_or(field.span()),
            quote!(!__portcullis_kind.holds_rules() || !__portcullis_kind.is_open()),
            "a payload is in this field, and its own rules would not be checked: say `#[garde(dive)]`",
        ),
    };
    quote!(#is_open #is_told)
}

fn steps(field: &Field, steps: &[Step], depth: usize) -> TokenStream {
    let assertions = steps.iter().map(|step| match &step.kind {
        StepKind::Trim | StepKind::Lowercase | StepKind::Uppercase | StepKind::Nfc | StepKind::CollapseWhitespace => {
            let name = step.kind.name();
            let message = format!(
                "`{name}` changes text, and this is neither a `String` nor an `Option` of one: \
                 for the items of a list say `inner({name})`"
            );
            let bare = bare(field, depth, step.span);
            let text = suits(field, depth, step.span, quote!(__portcullis_kind.is_text()), &message);
            quote!(#bare #text)
        }
        StepKind::EmptyAsNull => assertion(
            field,
            // The outer `Option` of an optional field tells of absence, and is never null.
            depth + usize::from(depth == 0 && field.optional.is_some()),
            step.span,
            quote!(__portcullis_kind.holds_text() && __portcullis_kind.is_option()),
            "`empty_as_null` is for an `Option<String>`, which can be null: make the field one \
             (an `Option<Option<String>>` if it is optional), or for a list of these say `inner(empty_as_null)`",
        ),
        StepKind::Inner(inner) => {
            let nests = nests(field, depth, step.span);
            let inner = self::steps(field, inner, depth + 1);
            quote!(#nests #inner)
        }
    });
    quote!(#(#assertions)*)
}

fn rules(level: &Level) -> TokenStream {
    let assertions = level.rules().map(|(_, rule)| self::rule(level, rule));
    let inner = level.rules.inner.as_ref().map(|inner| nests(level.field, level.depth, inner.span));
    let inside = level.inner().map(|inside| rules(&inside));
    quote!(#(#assertions)* #inner #inside)
}

fn rule(level: &Level, rule: &Rule) -> TokenStream {
    let assert = |condition: TokenStream, message: &str| suits(level.field, level.depth, rule.span, condition, message);
    let text = |name: &str, arguments: &str| {
        let message = format!(
            "`{name}` is for text, and this is neither a `String` nor an `Option` of one: \
             for the items of a list say `inner({name}{arguments})`"
        );
        assert(quote!(__portcullis_kind.is_text()), &message)
    };
    let suits = match &rule.kind {
        RuleKind::Format(format) if format.is_of_uuids() => assert(
            quote!(__portcullis_kind.is_text() || __portcullis_kind.is_uuid()),
            &format!(
                "`{name}` is for a `Uuid` or text, or an `Option` of one: for the items of a list say `inner({name})`",
                name = format.name(),
            ),
        ),
        RuleKind::Format(format) => text(format.name(), ""),
        RuleKind::Pattern(_) => text("pattern", "(..)"),
        RuleKind::Part(Place::Anywhere, _) => text("contains", "(..)"),
        RuleKind::Part(Place::Start, _) => text("prefix", "(..)"),
        RuleKind::Part(Place::End, _) => text("suffix", "(..)"),
        RuleKind::Length { unit: None | Some(Unit::Simple), .. } => {
            let unit = assert(
                quote!(!__portcullis_kind.is_text()),
                "the length of text needs a unit: say `length(chars, ..)` (Unicode characters, as JSON Schema and \
                 PostgreSQL count), `utf16` (as JavaScript counts), `graphemes` (as a reader counts) or `bytes`",
            );
            let bytes = assert(
                quote!(!__portcullis_kind.is_bytes()),
                "the length of `Bytes` is said with its unit: say `length(bytes, ..)`",
            );
            let list = assert(
                quote!(
                    __portcullis_kind.is_list()
                        || __portcullis_kind.is_map()
                        || __portcullis_kind.is_text()
                        || __portcullis_kind.is_bytes()
                ),
                "`length` is for lists, maps and text, and this is none: for a number say `range(min = .., max = ..)`",
            );
            let fixed = assert(
                quote!(!__portcullis_kind.has_fixed_length()),
                "an array has as many items as its type says: remove `length`, or use a `Vec`",
            );
            quote!(#unit #bytes #list #fixed)
        }
        RuleKind::Length { unit: Some(unit), .. } => {
            let bytes = (*unit != Unit::Bytes).then(|| {
                assert(
                    quote!(!__portcullis_kind.is_bytes()),
                    "`Bytes` have no characters: say `length(bytes, ..)`, which counts what the text stands for",
                )
            });
            let list = assert(
                quote!(!__portcullis_kind.is_list() && !__portcullis_kind.is_map()),
                "the length of a list or map has no unit: say `length(min = .., max = ..)`, \
                 and for text in it `inner(length(chars, ..))`",
            );
            let text = assert(
                quote!(
                    __portcullis_kind.is_text()
                        || __portcullis_kind.is_list()
                        || __portcullis_kind.is_map()
                        || __portcullis_kind.is_bytes()
                ),
                "`length` is for lists, maps and text, and this is none: for a number say `range(min = .., max = ..)`",
            );
            quote!(#bytes #list #text)
        }
        RuleKind::OneOf(Choices::Texts(_)) => text("one_of", "(..)"),
        RuleKind::OneOf(Choices::Boolean(_)) => assert(
            quote!(__portcullis_kind.is_boolean()),
            "only a `bool` is `true` or `false`, or an `Option` of one: for the items of a list say `inner(one_of(..))`",
        ),
        RuleKind::Unique => assert(
            quote!(__portcullis_kind.is_list_of_scalars()),
            "`unique` compares the items of a list: text, whole numbers, `bool`, enums, or what has one spelling, \
             such as `Uuid`: write a function for anything else, and say `custom(my_rule)`",
        ),
        RuleKind::Required => {
            return assertion(
                level.field,
                level.depth,
                rule.span,
                quote!(__portcullis_kind.is_option()),
                "only an `Option` may be missing: this is there already, so remove `required`",
            );
        }
        // The numbers are of the type that the field's own asks for, `matches` asks whether it can be
        // compared, and `custom` takes any.
        RuleKind::Range(_)
        | RuleKind::GreaterThan(_)
        | RuleKind::LessThan(_)
        | RuleKind::Matches(_)
        | RuleKind::MultipleOf(_)
        | RuleKind::OneOf(Choices::Integers(_))
        | RuleKind::Custom(_) => return TokenStream::new(),
    };
    let bare = bare(level.field, level.depth, rule.span);
    quote!(#bare #suits)
}

fn nests(field: &Field, depth: usize, span: Span) -> TokenStream {
    assertion(
        field,
        depth,
        span,
        quote!(__portcullis_kind.inner(1).is_some()),
        "`inner` is for what is inside a list, a map or an `Option`: this is none, so leave `inner` out",
    )
}

/// What a newtype holds is its own affair, and what any JSON is that of the application.
fn bare(field: &Field, depth: usize, span: Span) -> TokenStream {
    let newtype = assertion(
        field,
        depth,
        span,
        quote!(!__portcullis_kind.is_newtype()),
        "a newtype has its own rules and normalisation: say this where the newtype is declared",
    );
    let any = assertion(
        field,
        depth,
        span,
        quote!(__portcullis_kind.is_newtype() || !__portcullis_kind.is_any()),
        "this is any JSON, of which only the application knows more: write a function, and say `custom(my_rule)`",
    );
    quote!(#newtype #any)
}

/// An assertion that holds for what `bare` has refused.
fn suits(field: &Field, depth: usize, span: Span, condition: TokenStream, message: &str) -> TokenStream {
    let condition = quote!(__portcullis_kind.is_newtype() || __portcullis_kind.is_any() || (#condition));
    assertion(field, depth, span, condition, message)
}

/// An assertion on the `kind` of what is at a depth. Where the type ends before, `inner` was
/// refused already.
pub fn assertion(field: &Field, depth: usize, span: Span, condition: TokenStream, message: &str) -> TokenStream {
    let ty = field.wire_type();
    // Not at the span of the assertion: the condition must see it.
    let kind = quote!(__portcullis_kind);
    let (constant, end) = match field.parameters {
        None => (quote!(const _: () =), quote!(;)),
        // Part of a constant that knows what stands for them.
        Some(_) => (TokenStream::new(), TokenStream::new()),
    };
    quote_spanned! {span=>
        #constant if let ::core::option::Option::Some(#kind) = <#ty as ::portcullis::Payload>::KIND.inner(#depth) {
            ::core::assert!(#condition, "{}", #message);
        } #end
    }
}
