//! JSON as text that may be odd: keys in any order and more than once, numbers as they are
//! spelled, strings with any escapes, white space anywhere.

use fastrand::Rng;
use serde_json::Value;

/// A JSON value that remembers how it is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// A number, literal, or anything else, as it stands.
    Raw(String),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, with its keys in order.
    Object(Vec<(String, Json)>),
}

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Whether white space is strewn in.
    pub space: bool,
    /// Whether characters become escapes that need not be.
    pub escapes: bool,
}

impl Json {
    /// `null`.
    pub fn null() -> Json {
        Json::Raw("null".to_owned())
    }

    /// What serde_json has written. Keys come in alphabetical order.
    pub fn read(text: &[u8]) -> Json {
        Json::from(serde_json::from_slice::<Value>(text).expect("what serde_json writes is JSON"))
    }

    /// The JSON type, as issues name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Json::Text(_) => "string",
            Json::Array(_) => "array",
            Json::Object(_) => "object",
            Json::Raw(raw) => match raw.as_bytes()[0] {
                b'"' => "string",
                b'[' => "array",
                b'{' => "object",
                b't' | b'f' => "boolean",
                b'n' => "null",
                _ => "number",
            },
        }
    }

    /// Whether there is a number in it that is beyond all doubles.
    pub fn holds_infinity(&self) -> bool {
        match self {
            Json::Raw(raw) => raw.parse().is_ok_and(f64::is_infinite),
            Json::Text(_) => false,
            Json::Array(items) => items.iter().any(Json::holds_infinity),
            Json::Object(members) => members.iter().any(|(_, value)| value.holds_infinity()),
        }
    }

    /// Writes the text.
    pub fn write(&self, style: Style, rng: &mut Rng) -> String {
        let mut text = String::new();
        self.write_into(&mut text, style, rng);
        text
    }

    fn write_into(&self, text: &mut String, style: Style, rng: &mut Rng) {
        let space = |text: &mut String, rng: &mut Rng| {
            while style.space && rng.u8(..4) == 0 {
                text.push(*rng.choice(&[' ', '\n', '\t', '\r']).unwrap());
            }
        };
        space(text, rng);
        match self {
            Json::Raw(raw) => text.push_str(raw),
            Json::Text(value) => write_string(value, text, style, rng),
            Json::Array(items) => {
                text.push('[');
                for (at, item) in items.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { "," });
                    item.write_into(text, style, rng);
                }
                space(text, rng);
                text.push(']');
            }
            Json::Object(fields) => {
                text.push('{');
                for (at, (key, value)) in fields.iter().enumerate() {
                    text.push_str(if at == 0 { "" } else { "," });
                    space(text, rng);
                    // serde_json takes no escapes in keys that are numbers.
                    let is_number = key.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
                    write_string(key, text, Style { escapes: style.escapes && !is_number, ..style }, rng);
                    space(text, rng);
                    text.push(':');
                    value.write_into(text, style, rng);
                }
                space(text, rng);
                text.push('}');
            }
        }
        space(text, rng);
    }
}

impl From<Value> for Json {
    fn from(value: Value) -> Json {
        match value {
            Value::String(text) => Json::Text(text),
            Value::Array(items) => Json::Array(items.into_iter().map(Json::from).collect()),
            Value::Object(members) => {
                Json::Object(members.into_iter().map(|(key, value)| (key, Json::from(value))).collect())
            }
            raw => Json::Raw(raw.to_string()),
        }
    }
}

fn write_string(value: &str, text: &mut String, style: Style, rng: &mut Rng) {
    text.push('"');
    for char in value.chars() {
        let plain = !matches!(char, '"' | '\\' | '\0'..='\x1f');
        if plain && !(style.escapes && rng.u8(..3) == 0) {
            text.push(char);
            continue;
        }
        let short = match char {
            '"' | '\\' | '/' => Some(char),
            '\u{8}' => Some('b'),
            '\u{c}' => Some('f'),
            '\n' => Some('n'),
            '\r' => Some('r'),
            '\t' => Some('t'),
            _ => None,
        };
        match short {
            Some(short) if rng.bool() => text.extend(['\\', short]),
            _ => {
                for unit in char.encode_utf16(&mut [0; 2]) {
                    let escape = if rng.bool() { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
                    text.push_str(&escape);
                }
            }
        }
    }
    text.push('"');
}
