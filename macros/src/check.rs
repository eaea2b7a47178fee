//! What is wrong with an item as a whole. What only the types can tell is left to the constant
//! assertions that the output contains.

use std::collections::HashMap;

use proc_macro2::{Ident, Span};

use syn::{LitStr, Member, Type};

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
            let named = fields.iter().filter(|field| field.serde.flatten.is_none());
            names(named.flat_map(|field| field.keys(rename_all)), errors);
        }
        Body::Newtype(field) => {
            of_objects_only(item, "a newtype", errors);
            newtype(item, field, errors);
            converted(item, field, errors);
            rules(item, field, errors);
            of_parameters(field, errors);
        }
        Body::Enum(variants) => variants::check(item, variants, errors),
        Body::Converted(ty) => converted_item(item, ty, errors),
    }
    if !matches!(item.body, Body::Enum(_) | Body::Converted(_)) {
        of_enums_only(item, errors);
    }
    if let (Some(into), None) = (&item.serde.into, &item.serde.from) {
        errors.at(into.span, "a payload reads and writes the same: say `from` or `try_from` with the same type too");
    }
}

/// A field that may have a name.
fn field(item: &Item, field: &Field, rename_all: Option<RenameRule>, errors: &mut Errors) {
    rules(item, field, errors);
    optional(field, rename_all, errors);
    of_parameters(field, errors);
    flattened(item, field, errors);
    converted(item, field, errors);
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
    if item.flattens() {
        if let Some(span) = item.serde.deny_unknown_fields {
            errors.at(span, "serde cannot do this beside `flatten`, and the engine does it anyway: remove it");
        }
        return;
    }
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
    for span in names.chain(default).chain(field.serde.skips_none).chain(field.serde.flatten) {
        errors.at(span, "what a newtype holds has no key: say this on the fields that hold the newtype");
    }
    if field.ident().is_some() && !item.parameters.is_empty() {
        errors.at(field.span(), "with type parameters this is a field without a name: write `struct Name<T>(T);`");
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

/// What serde converts as a whole is on the wire what the other type is, in both directions.
fn converted_item(item: &Item, ty: &Type, errors: &mut Errors) {
    let Container {
        rename_all,
        rename_all_fields,
        deny_unknown_fields,
        transparent,
        tag,
        content,
        untagged,
        from,
        into,
    } = &item.serde;
    if let (Some(from), None) = (from, into) {
        errors.at(from.span, "a payload reads and writes the same: say `into = \"..\"` with the same type too");
    }
    if let Some(into) = into.as_ref().filter(|into| into.ty != *ty) {
        errors.at(into.span, "a payload reads and writes the same: name the same type as for reading");
    }
    if !item.parameters.is_empty() {
        errors.at(item.ident.span(), "what serde converts has no type parameters: write one type per conversion");
    }
    let names = tag.iter().chain(content).map(LitStr::span);
    let spans = names.chain(*untagged).chain(*transparent).chain(*deny_unknown_fields);
    let spans = spans.chain(rename_all_fields.map(|(_, span)| span)).chain(item.payload.unknown.map(|(_, span)| span));
    let spans = spans.chain(item.payload.checks.iter().map(|check| check.span));
    for span in spans.chain(rename_all.map(|_| item.ident.span())) {
        errors.at(span, "this is not on the wire: say it in the type that is, which serde makes this one of");
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

/// What serde converts is one type on the wire and another one in Rust.
fn converted(item: &Item, field: &Field, errors: &mut Errors) {
    match (&field.serde.with, &field.wire) {
        (None, None) => return,
        (Some((_, span)), None) => {
            return errors.at(*span, "say which payload type is on the wire: `#[payload(as = String)]`");
        }
        (None, Some((_, span))) => {
            return errors.at(*span, "say what converts it: `#[serde(with = \"module\")]`");
        }
        (Some((_, span)), Some(_)) if field.ident().is_none() || !item.parameters.is_empty() => {
            return errors.at(*span, "serde converts the named fields of a struct without type parameters: write one");
        }
        _ => {}
    }
    let rules = field.garde.rules.list.iter().filter(|rule| !matches!(rule.kind, RuleKind::Custom(_)));
    let inner = field.garde.rules.inner.iter().map(|inner| inner.span);
    let steps = field.steps.iter().map(|step| step.span);
    let default = field.serde.default.as_ref().map(|default| default.span);
    let shape = [field.garde.dive, default, field.serde.skips_none, field.serde.flatten, field.optional];
    for span in rules.map(|rule| rule.span).chain(inner).chain(steps).chain(shape.into_iter().flatten()) {
        errors.at(
            span,
            "this field is not on the wire what it is in Rust: write a function over the Rust type, and say \
             `custom(my_rule)`",
        );
    }
}

/// A flattened struct is not there itself: only its fields are.
fn flattened(item: &Item, field: &Field, errors: &mut Errors) {
    if field.serde.flatten.is_none() {
        return;
    }
    if !item.parameters.is_empty() || matches!(item.body, Body::Enum(_)) {
        errors.at(field.span(), "only a struct without type parameters flattens others: write the fields out here");
    }
    let names = field.serde.rename.iter().chain(&field.serde.aliases).map(LitStr::span);
    let default = field.serde.default.as_ref().map(|default| default.span);
    for span in names.chain(default).chain(field.serde.skips_none).chain(field.optional) {
        errors.at(span, "what is flattened has no key of its own: say this on the fields of that struct");
    }
    let rules = field.garde.rules.list.iter().map(|rule| rule.span);
    let inner = field.garde.rules.inner.iter().map(|inner| inner.span);
    for span in rules.chain(inner).chain(field.steps.iter().map(|step| step.span)) {
        errors.at(span, "only `dive` is said of what is flattened: say this in that struct, as a check of its fields");
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
        if item.fields().iter().any(|field| field.wire.is_some() && field.is(name)) {
            errors.at(name.span(), "what serde converts is not compared: write a function, and say `custom(my_rule)`");
        }
        if item.fields().iter().any(|field| field.serde.flatten.is_some() && field.is(name)) {
            errors.at(name.span(), "what is flattened has no value of its own: say the check in that struct");
        }
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

/// What is not known of a parameter cannot be held against a rule.
fn of_parameters(field: &Field, errors: &mut Errors) {
    // In a patch all rules are inside, and what they were before is looked at in the struct itself.
    if field.parameters.is_none() || field.is_patched {
        return;
    }
    let rules = field.garde.rules.list.iter().filter(|rule| match rule.kind {
        RuleKind::Length { unit, .. } => unit.is_some(),
        RuleKind::Required | RuleKind::Custom(_) => false,
        _ => true,
    });
    let inner = field.garde.rules.inner.iter().map(|inner| inner.span);
    let steps = field.steps.iter().map(|step| step.span);
    for span in rules.map(|rule| rule.span).chain(inner).chain(steps) {
        errors.at(
            span,
            "a parameter of the struct is in this type, and may stand for anything: say this in what stands for it, \
             or write a function, and say `custom(my_rule)`",
        );
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
