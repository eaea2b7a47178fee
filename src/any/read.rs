//! Reading a text that is JSON as serde_json's `Value`.

use serde_json::{Map, Value};

use super::nearest;
use crate::SafeInteger;
use crate::json::{Input, MAX_DEPTH, Malformed, Whole};

/// The value that comes, this deep inside of others. The walk lets none pass that is too deep, but another
/// deserializer might.
pub(super) fn value(input: &mut Input, depth: u32) -> Result<Value, Malformed> {
    if depth > MAX_DEPTH {
        return Err(Malformed);
    }
    Ok(match input.peek() {
        b'"' => string(input)?.into(),
        b'{' => {
            let mut members = Map::new();
            list(input, b'}', |input| {
                let key = string(input)?;
                input.colon()?;
                members.insert(key, value(input, depth + 1)?);
                Ok(())
            })?;
            members.into()
        }
        b'[' => {
            let mut items = Vec::new();
            list(input, b']', |input| {
                items.push(value(input, depth + 1)?);
                Ok(())
            })?;
            items.into()
        }
        b't' => input.literal(b"true").map(|()| true.into())?,
        b'f' => input.literal(b"false").map(|()| false.into())?,
        b'n' => input.literal(b"null").map(|()| Value::Null)?,
        _ => {
            let start = input.at();
            match input.whole()? {
                Whole::Exactly(whole) if SafeInteger::new(whole).is_some() => whole.into(),
                _ => {
                    input.go_back(start);
                    nearest(input.number()?).into()
                }
            }
        }
    })
}

/// What is between brackets, up to the closing one.
fn list(
    input: &mut Input,
    close: u8,
    mut item: impl FnMut(&mut Input) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    input.bump();
    while input.peek() != close {
        item(input)?;
        if input.peek() == b',' {
            input.bump();
        }
    }
    input.bump();
    Ok(())
}

fn string(input: &mut Input) -> Result<String, Malformed> {
    input.peek();
    let mut text = input.string()?;
    if text.escaped {
        text = input.unescape(text)?;
    }
    let text = str::from_utf8(input.span(text.start, text.end())).map_err(|_| Malformed)?;
    Ok(text.to_owned())
}
