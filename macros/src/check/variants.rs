//! What is wrong with an enum: with the names of its variants, and with what they hold.

use syn::LitStr;

use super::{field, names, of_objects_only, unknown_keys, unusual};
use crate::attributes::garde::RuleKind;
use crate::attributes::serde::Tagging;
use crate::errors::Errors;
use crate::item::{Field, Item};
use crate::rename::is_plain_variant;
use crate::variant::{Content, Variant};

/// Adds all that is wrong.
pub fn check(item: &Item, variants: &[Variant], errors: &mut Errors) {
    let rename_all = item.serde.rename_all;
    if item.is_union() {
        unknown_keys(item, errors);
        tagging(item, variants, errors);
        for check in &item.payload.checks {
            errors.at(
                check.span,
                "an enum has no fields to compare: put those of the variant in a struct of its own, and say this there",
            );
        }
    } else {
        of_objects_only(item, "an enum of names", errors);
    }
    for variant in variants {
        if rename_all.is_some() && variant.serde.rename.is_none() && !is_plain_variant(&variant.ident) {
            unusual(&variant.ident, "UpperCamelCase", errors);
        }
        content(item, variant, errors);
    }
    other(item, variants, errors);
    let aliases = variants.iter().flat_map(|variant| &variant.serde.aliases).map(|alias| (alias.value(), alias.span()));
    let own = variants.iter().map(|variant| (variant.wire(rename_all), variant.ident.span()));
    names(own.chain(aliases), errors);
}

/// How the variants are told apart.
fn tagging(item: &Item, variants: &[Variant], errors: &mut Errors) {
    let serde = &item.serde;
    if let (Some(content), None) = (&serde.content, &serde.tag) {
        errors.at(content.span(), "`content` stands beside the name of the variant: say `tag = \"..\"` too");
    }
    if let Some(span) = serde.untagged {
        if !item.parameters.is_empty() {
            errors.at(
                span,
                "which variants an `untagged` enum has must be known, so it takes no type parameters: write one enum per \
                 type, or say `tag = \"..\"`",
            );
        }
        let tag = serde.tag.iter().chain(&serde.content).map(LitStr::span);
        tag.for_each(|tag| errors.at(tag, "this contradicts `untagged`: remove one of them"));
        let renamed = variants.iter().flat_map(|variant| variant.serde.rename.iter().chain(&variant.serde.aliases));
        let all = serde.rename_all.map(|_| span);
        for span in renamed.map(LitStr::span).chain(all) {
            errors.at(span, "no name of an `untagged` variant is on the wire: remove what renames it");
        }
    }
    if let Tagging::Adjacent(tag, content) = serde.tagging()
        && tag.value() == content.value()
    {
        errors.at(content.span(), "`tag` and `content` are two keys: give them different names");
    }
    names(serde.tag.iter().map(|tag| (tag.value(), tag.span())), errors);
    names(serde.content.iter().map(|content| (content.value(), content.span())), errors);
}

/// What a variant holds.
fn content(item: &Item, variant: &Variant, errors: &mut Errors) {
    let spelling = variant.spelling(&item.serde);
    for one in variant.fields() {
        field(item, one, spelling, errors);
        for rule in one.garde.rules.list.iter().filter(|rule| matches!(rule.kind, RuleKind::Matches(_))) {
            errors.at(
                rule.span,
                "a variant compares no fields: put them in a struct of their own, which the variant holds",
            );
        }
    }
    match &variant.content {
        Content::Struct(fields) => {
            let tag = match item.serde.tagging() {
                Tagging::Internal(tag) => Some((tag.value(), tag.span())),
                _ => None,
            };
            names(tag.into_iter().chain(fields.iter().flat_map(|field| field.keys(spelling))), errors);
        }
        Content::Newtype(field) => unnamed(field, errors),
        Content::Tuple(fields) => fields.iter().for_each(|field| in_list(item, field, errors)),
        Content::Unit => {}
    }
    if let (Some((_, span)), Content::Unit | Content::Newtype(_) | Content::Tuple(_)) =
        (variant.serde.rename_all, &variant.content)
    {
        errors.at(span, "this variant has no fields with names: remove it, or say it where the fields are");
    }
}

/// What a variant holds without a name has no key of its own.
fn unnamed(field: &Field, errors: &mut Errors) {
    let names = field.serde.rename.iter().chain(&field.serde.aliases).map(LitStr::span);
    let default = field.serde.default.as_ref().map(|default| default.span);
    for span in names.chain(default).chain(field.serde.skips_none).chain(field.optional) {
        errors.at(span, "what the variant holds has no key: give the field a name, or remove this");
    }
}

/// One of several values that a variant holds in a list.
fn in_list(item: &Item, field: &Field, errors: &mut Errors) {
    unnamed(field, errors);
    if let Tagging::Internal(_) = item.serde.tagging() {
        errors.at(
            field.span(),
            "the name of the variant stands beside fields, and a list has none: name them, or say `content = \"..\"` \
             beside `tag`",
        );
    }
    let rules = field.garde.rules.list.iter().map(|rule| rule.span);
    let inner = field.garde.rules.inner.iter().map(|inner| inner.span);
    for span in rules.chain(inner).chain(field.steps.iter().map(|step| step.span)) {
        errors.at(
            span,
            "in the list that a variant holds there are no rules but those that the types have: name the fields, or \
             say this in a newtype",
        );
    }
}

/// The variant that stands for all names that no other has. What else there is to it serde says.
fn other(item: &Item, variants: &[Variant], errors: &mut Errors) {
    let is_external = matches!(item.serde.tagging(), Tagging::External) && item.is_union();
    if item.serde.untagged.is_some() || is_external {
        for span in variants.iter().filter_map(|variant| variant.serde.other) {
            errors.at(span, "only a tag can have another name: say `#[serde(tag = \"..\")]` on the enum");
        }
    }
}
