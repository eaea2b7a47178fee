//! A variant of an enum, and what it holds.

use std::slice;

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Fields, Index};

use crate::attributes::docs::docs;
use crate::attributes::{serde, ts};
use crate::errors::Errors;
use crate::item::{Field, This, wire};
use crate::parameters::Parameters;
use crate::rename::RenameRule;

pub struct Variant {
    pub ident: Ident,
    pub docs: String,
    pub serde: serde::Variant,
    pub content: Content,
}

/// What a variant holds.
pub enum Content {
    Unit,
    /// One value, which has no name.
    Newtype(Box<Field>),
    /// Several, in a list.
    Tuple(Vec<Field>),
    Struct(Vec<Field>),
}

impl Variant {
    pub fn parse(variant: syn::Variant, item: &This, parameters: &Parameters, errors: &mut Errors) -> Variant {
        ts::variant(&variant.attrs, errors);
        let content = match variant.fields {
            Fields::Unit => Content::Unit,
            Fields::Named(fields) => Content::Struct(
                fields.named.into_iter().map(|field| Field::parse(field, item, parameters, errors)).collect(),
            ),
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let field = fields.unnamed.into_iter().next();
                field.map_or(Content::Unit, |field| {
                    Content::Newtype(Field::parse(field, item, parameters, errors).into())
                })
            }
            Fields::Unnamed(fields) if fields.unnamed.is_empty() => {
                errors.at(fields.span(), "a variant that holds nothing has no parentheses: remove them");
                Content::Unit
            }
            Fields::Unnamed(fields) => {
                let fields = fields.unnamed.into_iter().enumerate().map(|(index, field)| {
                    let field = Field::parse(field, item, parameters, errors);
                    let member = Index { index: index as u32, span: field.span() };
                    Field { member: member.into(), ..field }
                });
                Content::Tuple(fields.collect())
            }
        };
        Variant {
            ident: variant.ident,
            docs: docs(&variant.attrs),
            serde: serde::Variant::parse(&variant.attrs, errors),
            content,
        }
    }

    /// The name on the wire.
    pub fn wire(&self, rename_all: Option<RenameRule>) -> String {
        let name = self.ident.unraw().to_string();
        wire(&self.serde.rename, || rename_all.map_or(name.clone(), |rule| rule.variant(&name)))
    }

    /// The fields that it holds.
    pub fn fields(&self) -> &[Field] {
        match &self.content {
            Content::Unit => &[],
            Content::Newtype(field) => slice::from_ref(field),
            Content::Tuple(fields) | Content::Struct(fields) => fields,
        }
    }

    /// How its fields are spelled.
    pub fn spelling(&self, container: &serde::Container) -> Option<RenameRule> {
        self.serde.rename_all.or(container.rename_all_fields).map(|(rule, _)| rule)
    }
}
