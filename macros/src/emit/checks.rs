//! Checks across fields: as functions, in the schema, and in `Validate`.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::flattened;
use super::level::option;
use crate::attributes::checks::Check;
use crate::attributes::garde::RuleKind;
use crate::item::{Field, Item};
use crate::parameters::Parameters;

/// A check, with the fields that it names found.
pub struct Across<'a> {
    pub kind: Kind<'a>,
    /// The indices of the fields.
    pub fields: Vec<usize>,
    /// The index of the field where the issue stands.
    pub at: Option<usize>,
    number: usize,
}

pub enum Kind<'a> {
    /// garde's `matches`, of the first field about the second.
    Matches(&'a Ident),
    Custom(&'a Check),
    /// Of a patch, which has one of its fields.
    NotEmpty,
}

/// The checks of an item: that it is not empty, garde's, and then those of the application, as they are written.
pub fn of(item: &Item) -> Vec<Across<'_>> {
    let fields = item.fields();
    let find = |name: &Ident| fields.iter().position(|field| field.is(name));
    let matches = fields.iter().enumerate().flat_map(|(index, field)| {
        field.garde.rules.list.iter().filter_map(move |rule| match &rule.kind {
            RuleKind::Matches(other) => Some((Kind::Matches(other), vec![index, find(other)?], Some(index))),
            _ => None,
        })
    });
    let customs = item.payload.checks.iter().filter_map(|check| {
        let fields = check.fields.iter().map(find).collect::<Option<_>>()?;
        Some((Kind::Custom(check), fields, check.at.as_ref().and_then(find)))
    });
    let not_empty = item.payload.is_not_empty.then(|| (Kind::NotEmpty, Vec::new(), None));
    let all = not_empty.into_iter().chain(matches).chain(customs).enumerate();
    all.map(|(number, (kind, fields, at))| Across { kind, fields, at, number }).collect()
}

impl Across<'_> {
    /// The name of the function that asks.
    fn name(&self) -> Ident {
        match self.kind {
            Kind::Matches(_) => matches(self.fields[0]),
            Kind::Custom(_) | Kind::NotEmpty => format_ident!("__portcullis_check_{}", self.number),
        }
    }

    /// The parameters of the item, if some are in the types of the fields.
    fn parameters<'f>(&self, fields: &'f [Field]) -> Option<&'f Parameters> {
        self.fields.iter().find_map(|&index| fields[index].parameters.as_ref())
    }

    /// The function that asks, of references to the fields.
    pub fn definition(&self, fields: &[Field]) -> TokenStream {
        let name = self.name();
        let types = self.fields.iter().map(|&index| &fields[index].ty);
        // At the user's check, so that wrong types are reported there.
        let parameter = |at: usize| match &self.kind {
            Kind::Matches(other) => format_ident!("__portcullis_{at}", span = other.span()),
            Kind::Custom(check) => format_ident!("__portcullis_{at}", span = check.fields[at].span()),
            Kind::NotEmpty => format_ident!("__portcullis_{at}"),
        };
        let parameters: Vec<Ident> = (0..self.fields.len()).map(parameter).collect();
        let call = match &self.kind {
            Kind::NotEmpty => return TokenStream::new(),
            Kind::Matches(other) => {
                let name = other.to_string();
                quote_spanned!(other.span()=> ::portcullis::__private::matches(#name, #(#parameters),*))
            }
            Kind::Custom(Check { function, span, .. }) => quote_spanned! {*span=>
                let __portcullis_check = #function;
                __portcullis_check(#(#parameters),*)
            },
        };
        // What is not there in a patch is not compared.
        let patched = parameters.iter().zip(&self.fields).filter(|(_, index)| fields[**index].is_patched);
        let patched: Vec<&Ident> = patched.map(|(parameter, _)| parameter).collect();
        let unless_all_are_there = (!patched.is_empty()).then(|| {
            quote! {
                let (#(::core::option::Option::Some(#patched),)*) = (#(#patched,)*) else {
                    return ::core::result::Result::Ok(());
                };
            }
        });
        let (generics, bounds) = self.parameters(fields).map(Parameters::of_function).unzip();
        quote! {
            fn #name #generics (#(#parameters: &#types),*) -> ::portcullis::garde::Result #bounds {
                #unless_all_are_there
                #call
            }
        }
    }

    /// The check in the schema.
    pub fn schema(&self, item: &Item) -> TokenStream {
        let fields = item.fields();
        let count = flattened::index(item, fields.len());
        let index = |index: &usize| flattened::index(item, *index);
        let (name, indices, at) = (self.name(), self.fields.iter().map(index), option(self.at.as_ref().map(index)));
        let values = self.fields.iter().map(|at| {
            let index = index(at);
            match fields[*at].optional {
                Some(_) => quote!(optional(#index)),
                None => quote!(get(#index)),
            }
        });
        let arguments = self.parameters(fields).map(Parameters::turbofish);
        let test = quote! {
            |__portcullis_members| ::portcullis::__private::check(#name #arguments (#(&__portcullis_members.#values?),*))
        };
        let (kind, test) = match self.kind {
            Kind::Matches(_) => (quote!(Matches), test),
            Kind::Custom(_) => (quote!(Custom), test),
            Kind::NotEmpty => (quote!(NotEmpty), quote!(::portcullis::__private::not_empty)),
        };
        quote! {
            ::portcullis::schema::Check::new(
                &[#(#indices),*],
                #at,
                ::portcullis::schema::CheckKind::#kind,
                #count,
                #test,
            )
        }
    }

    /// The call in `Validate`, where nothing is wrong with the fields. garde's own are among the
    /// rules of their fields.
    pub fn call(&self, fields: &[Field]) -> Option<TokenStream> {
        match self.kind {
            Kind::Custom(_) => {}
            Kind::Matches(_) => return None,
            Kind::NotEmpty => {
                let all = fields.iter().map(|field| &field.member);
                return Some(quote! {
                    ::portcullis::__private::native::not_empty(
                        #(self.#all.is_some())||*,
                        __portcullis_path,
                        __portcullis_report,
                    );
                });
            }
        }
        let name = self.name();
        let sound = self.fields.iter().map(|&index| sound(index));
        let named = self.fields.iter().map(|&index| &fields[index].member);
        let at = option(self.at.map(|index| fields[index].name()));
        Some(quote! {
            if #(#sound)&&* {
                ::portcullis::__private::native::check(
                    #name(#(&self.#named),*),
                    #at,
                    __portcullis_path,
                    __portcullis_report,
                );
            }
        })
    }
}

/// The name of the function that asks whether a field matches another.
pub fn matches(index: usize) -> Ident {
    format_ident!("__portcullis_matches_{index}")
}

/// The name of what tells whether nothing is wrong with a field.
pub fn sound(index: usize) -> Ident {
    format_ident!("__portcullis_is_sound_{index}")
}
