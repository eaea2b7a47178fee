//! Any JSON.

mod read;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod typescript;

use std::fmt;
use std::ops::Deref;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::{Number, Value};

use crate::SafeInteger;
use crate::json::Input;

/// Any JSON value: metadata of customers, the body of a webhook, a column of PostgreSQL's `jsonb`. In TypeScript
/// it is a `JsonValue`.
///
/// Its numbers are those of JavaScript (ECMA-262's `Number`): `1.0` is `1`, and a fraction is the nearest double.
/// A whole number that JavaScript would write in other digits, as of 2^53 + 1, is refused; so are keys that an
/// object has twice. What it is a part of counts for the 64 levels of depth. No rule but `custom` is for it.
///
/// ```
/// use portcullis::{Json, Payload, garde, payload, serde_json::json};
///
/// #[payload]
/// struct Order {
///     #[garde(custom(is_object))]
///     metadata: Json,
/// }
///
/// fn is_object(json: &Json, _: &()) -> garde::Result {
///     if json.is_object() { Ok(()) } else { Err(garde::Error::new("Must be an object")) }
/// }
///
/// let order = Order::from_json(br#"{"metadata": {"cart": [7, 1.50], "gift": null}}"#)?;
/// assert_eq!(*order.metadata, json!({ "cart": [7, 1.5], "gift": null }));
///
/// let refusal = Order::check_json(br#"{"metadata": {"id": 9007199254740993}}"#).unwrap_err();
/// assert_eq!(refusal.issues()[0].to_string(), "metadata.id: Must be at most 9007199254740991 (too_big)");
/// # Ok::<(), portcullis::ErrorShape>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Json(Value);

impl Json {
    /// Reads a text that the walk has accepted.
    pub(crate) fn read(text: &[u8]) -> Option<Json> {
        let mut input = Input::new();
        input.load(text);
        read::value(&mut input, 0).ok().map(Json)
    }
}

/// Numbers become those of JavaScript: the nearest double.
impl From<Value> for Json {
    fn from(value: Value) -> Json {
        let mut value = value;
        as_in_javascript(&mut value);
        Json(value)
    }
}

impl From<Json> for Value {
    fn from(json: Json) -> Value {
        json.0
    }
}

impl Deref for Json {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

fn as_in_javascript(value: &mut Value) {
    match value {
        Value::Number(number) => *number = nearest(number.as_f64().unwrap_or_default()),
        Value::Array(items) => items.iter_mut().for_each(as_in_javascript),
        Value::Object(members) => members.values_mut().for_each(as_in_javascript),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// A finite double: as a whole number, where it is a safe one.
fn nearest(double: f64) -> Number {
    let whole = double as i64;
    match SafeInteger::new(whole) {
        Some(_) if whole as f64 == double => whole.into(),
        _ => Number::from_f64(double).unwrap_or(0.into()),
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

/// What the text of a value starts with on its way from the tape, as bytes, which JSON itself does not have. serde
/// may try it on other types before, where it does not know which variant of an enum it is: they are no UTF-8,
/// which `String` would take, and too many for a `Uuid`.
const MARK: [u8; 16] = [0xff; 16];

/// The text of a value, as [`Json`] takes it from the tape.
pub(crate) fn marked(text: &[u8]) -> Vec<u8> {
    [&MARK, text].concat()
}

/// Takes what JSON has, and what is marked.
struct Reader;

macro_rules! scalars {
    ($($visit:ident: $type:ty,)*) => {
        $(fn $visit<E: Error>(self, value: $type) -> Result<Json, E> {
            Ok(Value::from(value).into())
        })*
    };
}

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    scalars! {
        visit_bool: bool,
        visit_i64: i64,
        visit_u64: u64,
        visit_f64: f64,
        visit_str: &str,
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::default())
    }

    fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<Json, E> {
        text.strip_prefix(&MARK).and_then(Json::read).ok_or_else(|| E::custom("the text is not JSON"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Json, A::Error> {
        Value::deserialize(SeqAccessDeserializer::new(items)).map(Json::from)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Json, A::Error> {
        Value::deserialize(MapAccessDeserializer::new(members)).map(Json::from)
    }
}
