//! What is wrong with an item as a whole. What only the types can tell is left to the constant
//! assertions that the output contains.

use std::collections::HashMap;

use proc_macro2::{Ident, Span};

use syn::{LitStr, Member};

use crate::attributes::checks::Check;
use crate::attributes::garde::{RuleKind, Rules};
use crate::attributes::payload::Unknown;
use crate::attributes::serde::Container;
use crate::errors::Errors;
use crate::item::{Body, Field, Item};
use crate::rename::{RenameRule, is_plain_field};

mod variants;

/// Adds all that is wrong.
pub fn check(item: &Item, errors: &mut Errors) {
    let rename_all = item.serde.rename_all;
    match &item.body {
        Body::Struct(fields) => {
            unknown_keys(item, errors);
            across(item, errors);
            fields.iter().for_each(|field| self::field(item, field, rename_all, errors));
            names(fields.iter().flat_map(|field| field.keys(rename_all)), errors);
        }
        Body::Newtype(field) => {
            of_objects_only(item, "a newtype", errors);
            newtype(item, field, errors);
            rules(item, field, errors);
        }
        Body::Enum(variants) => variants::check(item, variants, errors),
    }
    if !matches!(item.body, Body::Enum(_)) {
        of_enums_only(item, errors);
    }
}

/// A field that may have a name.
fn field(item: &Item, field: &Field, rename_all: Option<RenameRule>, errors: &mut Errors) {
    rules(item, field, errors);
    optional(field, rename_all, errors);
    if let Member::Named(ident) = &field.member
        && rename_all.is_some()
        && field.serde.rename.is_none()
        && !is_plain_field(ident)
    {
        unusual(ident, "snake_case", errors);
    }
}

/// serde must do to unknown keys what the payload says.
fn unknown_keys(item: &Item, errors: &mut Errors) {
    match (item.payload.unknown, item.serde.deny_unknown_fields) {
        (Some((Unknown::Strip, _)), Some(span)) => {
            errors.at(span, "this contradicts `unknown = \"strip\"`, which drops unknown keys: remove one of them")
        }
        (None | Some((Unknown::Refuse, _)), None) => errors.at(
            item.ident.span(),
            "a payload refuses unknown keys: write `#[payload]` instead of `derive(Payload)`, \
             or tell serde with `#[serde(deny_unknown_fields)]`",
        ),
        _ => {}
    }
}

fn of_objects_only(item: &Item, what: &str, errors: &mut Errors) {
    let unknown = item.payload.unknown.map(|(_, span)| span);
    for span in unknown.into_iter().chain(item.serde.deny_unknown_fields) {
        errors.at(span, format!("{what} has no keys that could be unknown: remove it"));
    }
    for check in &item.payload.checks {
        errors.at(check.span, format!("{what} has no fields to compare: remove it"));
    }
}

/// A struct is what it is.
fn of_enums_only(item: &Item, errors: &mut Errors) {
    let Container { tag, content, untagged, rename_all_fields, .. } = &item.serde;
    let names = tag.iter().chain(content).map(LitStr::span);
    for span in names.chain(*untagged).chain(rename_all_fields.map(|(_, span)| span)) {
        errors.at(span, "a struct has no variants to tell apart: remove it, or make this an enum");
    }
}

/// What a newtype holds is all of it: it has no key, and nothing beside it.
fn newtype(item: &Item, field: &Field, errors: &mut Errors) {
    if item.serde.rename_all.is_some() {
        errors.at(item.ident.span(), "a newtype has no keys to rename: remove `rename_all`");
    }
    let names = field.serde.rename.iter().chain(&field.serde.aliases).map(LitStr::span);
    let default = field.serde.default.as_ref().map(|default| default.span);
    for span in names.chain(default).chain(field.serde.skips_none) {
        errors.at(span, "what a newtype holds has no key: say this on the fields that hold the newtype");
    }
    if let Some(span) = field.optional {
        errors.at(span, "what a newtype holds is always there: say `optional` on the fields that hold the newtype");
    }
    for rule in field.garde.rules.list.iter().filter(|rule| matches!(rule.kind, RuleKind::Matches(_))) {
        errors.at(
            rule.span,
            "a newtype has no other field to compare: say `matches` on the fields that hold the newtype",
        );
    }
}

/// serde and ts-rs must know of fields that a value may lack.
fn optional(field: &Field, rename_all: Option<RenameRule>, errors: &mut Errors) {
    let Some(lacking) = field.optional.or(field.serde.skips_none) else { return };
    if field.wire(rename_all) == "__proto__" {
        errors.at(
            lacking,
            "JavaScript cannot add a field of this name: give it another with `#[serde(rename = \"..\")]`",
        );
    }
    if !field.is_missing {
        errors.at(
            lacking,
            "`#[payload]` on the struct tells serde and ts-rs of this: write that instead of `derive(Payload)`, \
             and this outside of `cfg_attr`",
        );
    }
    if let (true, Some(default)) = (field.null_is_absent, &field.serde.default)
        && default.function.is_some()
    {
        errors.at(
            default.span,
            "a field that was `null` is left out, and would come back as this: say plain `default`, or remove \
             `skip_serializing_if`",
        );
    }
    if field.optional.is_none() {
        return;
    }
    for rule in field.garde.rules.list.iter().filter(|rule| matches!(rule.kind, RuleKind::Required)) {
        errors.at(rule.span, "`required` contradicts `optional`: remove one of them");
    }
}

/// What compares fields names those that are there.
fn across(item: &Item, errors: &mut Errors) {
    let rules = item.fields().iter().flat_map(|field| &field.garde.rules.list);
    let others = rules.filter_map(|rule| match &rule.kind {
        RuleKind::Matches(other) => Some(other),
        _ => None,
    });
    for name in others.chain(item.payload.checks.iter().flat_map(Check::names)) {
        errors.take(is_field(name, item.fields().iter().filter_map(Field::ident)));
    }
}

/// Says which fields there are, where a name is none of theirs.
pub fn is_field<'f>(name: &Ident, mut fields: impl Iterator<Item = &'f Ident> + Clone) -> syn::Result<()> {
    let all: Vec<_> = fields.clone().map(|field| format!("`{field}`")).collect();
    match fields.any(|field| field == name) {
        true => Ok(()),
        false => {
            Err(syn::Error::new(name.span(), format!("no field is called `{name}`: there are {}", all.join(", "))))
        }
    }
}

/// As in garde: each field is validated, or says that it is not.
fn rules(item: &Item, field: &Field, errors: &mut Errors) {
    let garde = &field.garde;
    if !garde.is_told && !item.garde.allow_unvalidated {
        errors.at(
            field.span(),
            "this field has no rule: say `#[garde(skip)]` if every value of its type will do, \
             or `#[garde(dive)]` if it holds a payload",
        );
    }
    if let Some(span) = garde.skip
        && (garde.dive.is_some() || !garde.rules.is_empty())
    {
        errors.at(span, "`skip` contradicts the other rules: remove it, or them");
    }
    one_limit(&garde.rules, errors);
    // In a patch all rules are inside, and what they were before is looked at in the struct itself.
    if let Some(span) = garde.dive
        && garde.rules.inner.is_some()
        && !field.is_patched
    {
        errors.at(
            span,
            "`dive` already goes into what is inside, and garde takes no `inner` beside it: \
             put the list in a payload of its own",
        );
    }
}

/// A number has one limit on either side.
fn one_limit(rules: &Rules, errors: &mut Errors) {
    let range = rules.list.iter().find_map(|rule| match &rule.kind {
        RuleKind::Range(limits) => Some(limits),
        _ => None,
    });
    for rule in &rules.list {
        let (other, name) = match rule.kind {
            RuleKind::GreaterThan(_) => (range.and_then(|range| range.minimum.as_ref()), "min"),
            RuleKind::LessThan(_) => (range.and_then(|range| range.maximum.as_ref()), "max"),
            _ => continue,
        };
        if other.is_some() {
            errors.at(rule.span, format!("`range` has a limit on this side already: remove its `{name}`, or this"));
        }
    }
    if let Some(inner) = &rules.inner {
        one_limit(&inner.rules, errors);
    }
}

/// serde and ts-rs rename names of another style differently, so TypeScript would be wrong.
fn unusual(ident: &Ident, style: &str, errors: &mut Errors) {
    errors
        .at(ident.span(), format!("`rename_all` is for names in ASCII {style}: say `#[serde(rename = \"..\")]` here"));
}

fn names(names: impl Iterator<Item = (String, Span)>, errors: &mut Errors) {
    let mut seen = HashMap::new();
    for (name, span) in names {
        if name.contains(|letter: char| matches!(letter, '"' | '\\') || letter.is_control()) {
            errors.at(span, "choose a name without quotes, backslashes and control characters");
        }
        if seen.insert(name.clone(), ()).is_some() {
            errors.at(
                span,
                format!("`{name}` is on the wire twice: give one another name with `#[serde(rename = \"..\")]`"),
            );
        }
    }
}
