//! Who is compared: each turns the same bytes into a value, or judges them.

use std::fmt::Debug;
use std::hint::black_box;

use anyhow::{Result, ensure};
use portcullis::Payload;
use portcullis::garde::Validate;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A name and what is measured under it.
pub(crate) type Contender<'a> = (&'static str, Box<dyn Fn() + 'a>);

/// All of them, the one that the others are compared with first. They agree on the body.
pub(crate) fn contenders<'a, T>(bytes: &'a [u8], schema: &Value) -> Result<Vec<Contender<'a>>>
where
    T: Payload + DeserializeOwned + Validate<Context = ()> + PartialEq + Debug,
{
    let schema = jsonschema::options().should_validate_formats(true).build(schema)?;

    let value: T = serde_json::from_slice(bytes)?;
    value.validate()?;
    ensure!(T::check_json(bytes).is_ok(), "the verdict refuses it");
    ensure!(T::from_json(bytes).is_ok_and(|typed| typed == value), "the typed value is another");
    ensure!(schema.is_valid(&serde_json::from_slice(bytes)?), "the JSON Schema refuses it");

    Ok(vec![
        ("serde_json", Box::new(move || discard(parse::<T>(bytes)))),
        ("verdict", Box::new(move || discard(T::check_json(black_box(bytes)).is_ok()))),
        ("typed", Box::new(move || discard(T::from_json(black_box(bytes)).ok()))),
        ("garde", Box::new(move || discard(parse::<T>(bytes).filter(|value| value.validate().is_ok())))),
        ("jsonschema", Box::new(move || discard(parse::<Value>(bytes).filter(|value| schema.is_valid(value))))),
    ])
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(black_box(bytes)).ok()
}

/// Drops what was made, as whoever made it would; the optimiser cannot know.
fn discard<T>(made: T) {
    drop(black_box(made));
}
