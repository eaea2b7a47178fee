//! The macros of portcullis.
//!
//! Use them through the `portcullis` crate. The way of an item: `item` reads what the user wrote,
//! with one file per attribute language in `attributes`; `check` says what is wrong with it;
//! `emit` writes the schema and garde's `Validate`.

use proc_macro::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

mod attributes;
mod check;
mod derived;
mod emit;
mod error_code;
mod errors;
mod item;
mod parameters;
mod pattern;
mod payload;
mod rename;
mod variant;

use errors::Errors;
use item::Item;

#[doc = include_str!("../docs/attribute.md")]
#[proc_macro_attribute]
pub fn payload(arguments: TokenStream, input: TokenStream) -> TokenStream {
    payload::expand(arguments.into(), input.into()).into()
}

#[doc = include_str!("../docs/derive.md")]
#[proc_macro_derive(Payload, attributes(payload, garde, serde, ts))]
pub fn derive_payload(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let stub = emit::stub(&input);
    let mut errors = Errors::default();
    let item = Item::parse(input, &mut errors);
    check::check(&item, &mut errors);
    match errors.into_error() {
        Some(error) => {
            let error = error.into_compile_error();
            quote!(#error #stub).into()
        }
        None => emit::item(&item).into(),
    }
}

#[doc = include_str!("../docs/error_code.md")]
#[proc_macro_derive(ErrorCode, attributes(code))]
pub fn derive_error_code(input: TokenStream) -> TokenStream {
    error_code::expand(parse_macro_input!(input as DeriveInput)).into()
}
