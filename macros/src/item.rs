//! What the user wrote: a struct with named fields, a newtype, or an enum.

use std::{iter, slice};

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Index, LitStr, Member, Type};

use crate::attributes::docs::docs;
use crate::attributes::{garde, payload, serde, ts};
use crate::errors::Errors;
use crate::parameters::Parameters;
use crate::rename::RenameRule;
use crate::variant::{Content, Variant};

/// A struct or an enum that is to be a payload.
pub struct Item {
    pub ident: Ident,
    pub parameters: Parameters,
    pub docs: String,
    pub serde: serde::Container,
    pub garde: garde::Container,
    pub payload: payload::Container,
    pub body: Body,
}

pub enum Body {
    Struct(Vec<Field>),
    /// A struct that is on the wire what its one field is.
    Newtype(Box<Field>),
    Enum(Vec<Variant>),
    /// On the wire it is another type, whatever it is in Rust.
    Converted(Box<Type>),
}

pub struct Field {
    pub member: Member,
    pub ty: Type,
    pub docs: String,
    pub serde: serde::Field,
    /// Its rules, with those that garde does not have.
    pub garde: garde::Field,
    /// Whether a value may lack the field, and where that is said.
    pub optional: Option<Span>,
    /// Whether the value lacks it where it is `null`.
    pub null_is_absent: bool,
    /// Whether ts-rs knows that the field may be missing.
    pub is_missing: bool,
    /// Whether it is the field of a patch: in an `Option` that is not there in what the user wrote.
    pub is_patched: bool,
    pub steps: Vec<payload::Step>,
    /// The parameters of the item, if some are in the type.
    pub parameters: Option<Parameters>,
    /// The type that is on the wire, if it is another one.
    pub wire: Option<(Type, Span)>,
}

/// What `Self` is.
pub struct This<'a> {
    pub ident: &'a Ident,
    /// What stands behind it where it has parameters.
    pub arguments: TokenStream,
}

impl Item {
    /// Reads the item; what cannot be a payload becomes an error, and is left out.
    pub fn parse(input: DeriveInput, errors: &mut Errors) -> Item {
        let parameters = Parameters::parse(input.generics, errors);
        let this = This { ident: &input.ident, arguments: parameters.turbofish() };
        ts::container(&input.attrs, errors);
        let serde = serde::Container::parse(&input.attrs, errors);
        let garde = garde::Container::parse(&input.attrs, errors);
        let mut payload = payload::Container::parse(&input.attrs, errors);
        for check in &mut payload.checks {
            check.function = without_self(check.function.clone(), &this);
        }
        let body = match input.data {
            data if let Some(from) = &serde.from => {
                only_outside(&data, errors);
                Body::Converted(from.ty.clone().into())
            }
            Data::Struct(data) => structure(data.fields, &serde, &this, &parameters, errors),
            Data::Enum(data) => {
                if data.variants.is_empty() {
                    errors.at(input.ident.span(), "an enum without variants has no value: give it one");
                }
                let variants = data.variants.into_iter();
                Body::Enum(variants.map(|variant| Variant::parse(variant, &this, &parameters, errors)).collect())
            }
            Data::Union(data) => {
                errors.at(data.union_token.span, "a union is no payload: write a struct");
                Body::Struct(Vec::new())
            }
        };
        Item { docs: docs(&input.attrs), ident: input.ident, parameters, serde, garde, payload, body }
    }
}

impl Item {
    /// Whether a field of it is flattened.
    pub fn flattens(&self) -> bool {
        self.fields().iter().any(|field| field.serde.flatten.is_some())
    }

    /// The fields of a struct; an enum has none.
    pub fn fields(&self) -> &[Field] {
        match &self.body {
            Body::Struct(fields) => fields,
            Body::Newtype(field) => slice::from_ref(field),
            Body::Enum(_) | Body::Converted(_) => &[],
        }
    }

    /// The same; of an enum those of all variants, one after the other.
    pub fn all_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields().iter().chain(self.variants().iter().flat_map(Variant::fields))
    }

    /// The variants of an enum; a struct has none.
    pub fn variants(&self) -> &[Variant] {
        match &self.body {
            Body::Enum(variants) => variants,
            Body::Struct(_) | Body::Newtype(_) | Body::Converted(_) => &[],
        }
    }

    /// Whether it is an enum that is more than a list of names on the wire.
    pub fn is_union(&self) -> bool {
        let is_told = self.serde.tag.is_some() || self.serde.untagged.is_some();
        let holds_data = |variant: &Variant| !matches!(variant.content, Content::Unit);
        is_told && matches!(self.body, Body::Enum(_)) || self.variants().iter().any(holds_data)
    }
}

impl Field {
    pub fn parse(field: syn::Field, item: &This, parameters: &Parameters, errors: &mut Errors) -> Field {
        let member = field.ident.map_or_else(|| Index { index: 0, span: field.ty.span() }.into(), Member::Named);
        let attributes: Vec<Attribute> = field.attrs;
        let mut garde = garde::Field::parse(&attributes, errors);
        let mut payload = payload::Field::parse(&attributes, errors);
        ts::field(&attributes, payload.is_missing, errors);
        let serde = serde::Field::parse(&attributes, errors);
        garde.is_told |= payload.has_rule;
        garde.rules.extend(payload.rules);
        name_self(&mut garde.rules, item);
        if payload.is_patched {
            let span = member.span();
            garde.rules = garde.rules.inside(span);
            payload.steps = vec![payload::Step { span, kind: payload::StepKind::Inner(payload.steps) }];
        }
        let ty = without_self(field.ty.into_token_stream(), item);
        Field {
            member,
            docs: docs(&attributes),
            null_is_absent: serde.skips_none.is_some() && payload.optional.is_none(),
            serde,
            garde,
            optional: payload.optional,
            is_missing: payload.is_missing,
            is_patched: payload.is_patched,
            steps: payload.steps,
            wire: payload.wire,
            parameters: parameters.are_in(&ty).then(|| parameters.clone()),
            ty: Type::Verbatim(ty),
        }
    }

    /// The name in Rust.
    pub fn name(&self) -> String {
        self.member.to_token_stream().to_string()
    }

    /// The type that is on the wire.
    pub fn wire_type(&self) -> &Type {
        self.wire.as_ref().map_or(&self.ty, |(ty, _)| ty)
    }

    /// Its identifier, where it has one.
    pub fn ident(&self) -> Option<&Ident> {
        match &self.member {
            Member::Named(ident) => Some(ident),
            Member::Unnamed(_) => None,
        }
    }

    /// Whether this is its name.
    pub fn is(&self, name: &Ident) -> bool {
        matches!(&self.member, Member::Named(ident) if ident == name)
    }

    pub fn span(&self) -> Span {
        self.member.span()
    }

    /// The keys on the wire, and where they are said.
    pub fn keys(&self, rename_all: Option<RenameRule>) -> impl Iterator<Item = (String, Span)> {
        let aliases = self.serde.aliases.iter().map(|alias| (alias.value(), alias.span()));
        iter::once((self.wire(rename_all), self.span())).chain(aliases)
    }

    /// The key on the wire.
    pub fn wire(&self, rename_all: Option<RenameRule>) -> String {
        let name = self.name();
        let name = name.trim_start_matches("r#");
        wire(&self.serde.rename, || rename_all.map_or(name.to_owned(), |rule| rule.field(name)))
    }
}

/// What is inside of a type that serde converts is not on the wire.
fn only_outside(data: &Data, errors: &mut Errors) {
    let inside: Vec<&Attribute> = match data {
        Data::Struct(data) => data.fields.iter().flat_map(|field| &field.attrs).collect(),
        Data::Enum(data) => {
            let of_fields = data.variants.iter().flat_map(|variant| &variant.fields).flat_map(|field| &field.attrs);
            data.variants.iter().flat_map(|variant| &variant.attrs).chain(of_fields).collect()
        }
        Data::Union(_) => Vec::new(),
    };
    let languages = ["payload", "garde", "serde", "ts"];
    for attribute in inside.into_iter().filter(|attribute| languages.iter().any(|name| attribute.path().is_ident(name)))
    {
        errors
            .at(attribute.span(), "this is not on the wire: say it in the type that is, which serde makes this one of");
    }
}

pub fn wire(rename: &Option<LitStr>, otherwise: impl FnOnce() -> String) -> String {
    rename.as_ref().map_or_else(otherwise, LitStr::value)
}

/// An object, or a newtype.
fn structure(
    fields: Fields,
    serde: &serde::Container,
    item: &This,
    parameters: &Parameters,
    errors: &mut Errors,
) -> Body {
    let is_one = fields.len() == 1;
    if let (Some(span), false) = (serde.transparent, is_one) {
        errors.at(span, "only a struct with one field can be what its field is: remove this");
    }
    let is_newtype = match &fields {
        Fields::Named(_) => is_one && serde.transparent.is_some(),
        Fields::Unnamed(_) if is_one => true,
        Fields::Unnamed(fields) => {
            errors.at(
                fields.span(),
                "a payload is an object, whose fields have names: write `{ name: Type }`; \
                 without a name it has one field, and is on the wire what that is",
            );
            return Body::Struct(Vec::new());
        }
        Fields::Unit => {
            errors.at(item.ident.span(), "a payload is an object: write `{}` instead of `;`");
            return Body::Struct(Vec::new());
        }
    };
    if is_newtype {
        fields.iter().filter(|field| field.ident.is_some()).for_each(|field| ts::alias(&field.attrs, errors));
    }
    let mut fields: Vec<Field> =
        fields.into_iter().map(|field| Field::parse(field, item, parameters, errors)).collect();
    match fields.pop() {
        Some(field) if is_newtype => Body::Newtype(field.into()),
        last => {
            fields.extend(last);
            Body::Struct(fields)
        }
    }
}

/// Gives `Self` in rules its name: the rules are written outside of any `impl`.
fn name_self(rules: &mut garde::Rules, item: &This) {
    use garde::RuleKind::{
        Custom, Format, GreaterThan, Length, LessThan, Matches, MultipleOf, OneOf, Part, Pattern, Range, Required,
        Unique,
    };

    let named = |expression: &mut syn::Expr| {
        *expression = syn::Expr::Verbatim(without_self(expression.to_token_stream(), item));
    };
    for rule in &mut rules.list {
        match &mut rule.kind {
            Format(_) | Pattern(_) | Matches(_) | OneOf(_) | Required | Unique => {}
            Custom(expression)
            | Part(_, expression)
            | GreaterThan(expression)
            | LessThan(expression)
            | MultipleOf(expression) => named(expression),
            Length { limits, .. } | Range(limits) => {
                limits.minimum.iter_mut().chain(&mut limits.maximum).for_each(named);
            }
        }
    }
    if let Some(inner) = &mut rules.inner {
        name_self(&mut inner.rules, item);
    }
}

pub fn without_self(tokens: TokenStream, item: &This) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(ident) if ident == "Self" => {
                let mut name = item.ident.clone();
                name.set_span(Span::resolved_at(&ident.span(), item.ident.span()));
                let arguments = &item.arguments;
                quote!(#name #arguments)
            }
            TokenTree::Group(group) => {
                let mut named = Group::new(group.delimiter(), without_self(group.stream(), item));
                named.set_span(group.span());
                TokenTree::Group(named).into()
            }
            token => token.into(),
        })
        .collect()
}
