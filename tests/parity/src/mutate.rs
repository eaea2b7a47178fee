//! What goes wrong with inputs: in their structure, and in their bytes.

use fastrand::Rng;

use crate::json::Json;

/// Changes one place of a value: its type, its keys, or what is around it.
pub fn structure(json: &mut Json, rng: &mut Rng) {
    let place = rng.usize(..size(json));
    let target = nth(json, &mut { place }).unwrap();
    match (target, rng.u8(..6)) {
        (Json::Object(fields), 0) => fields.push((unknown_key(rng), any(rng))),
        (Json::Object(fields), 1) if !fields.is_empty() => {
            let copy = fields[rng.usize(..fields.len())].clone();
            fields.insert(rng.usize(..=fields.len()), copy);
        }
        (Json::Object(fields), 2) if !fields.is_empty() => {
            fields.remove(rng.usize(..fields.len()));
        }
        (Json::Object(fields), 3) => {
            // serde takes an array for a struct.
            let values = fields.drain(..).map(|(_, value)| value).collect();
            *nth(json, &mut { place }).unwrap() = Json::Array(values);
        }
        (Json::Array(items), 0 | 1) => items.push(any(rng)),
        (Json::Array(items), 2) if !items.is_empty() => {
            items.remove(rng.usize(..items.len()));
        }
        (target, 4) => {
            let inside = std::mem::replace(target, Json::Raw("null".to_owned()));
            *target = Json::Array(vec![inside]);
        }
        (target, _) => *target = any(rng),
    }
}

fn unknown_key(rng: &mut Rng) -> String {
    let keys = [
        "unknown",
        "",
        "__proto__",
        "constructor",
        "é🚀",
        "a\"b",
        "long key that nobody would ever write in a payload of their own",
    ];
    (*rng.choice(&keys).unwrap()).to_owned()
}

/// Any small value.
fn any(rng: &mut Rng) -> Json {
    let raw = [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1.5",
        "1e400",
        "12345678901234567890",
        "[]",
        "{}",
        "[[[]]]",
        "{\"a\":{\"b\":[1,\"é\"]}}",
    ];
    match rng.usize(..raw.len() + 4) {
        0 => Json::Text(String::new()),
        1 => Json::Text("text".to_owned()),
        2 => Json::Text("💥 é".to_owned()),
        3 => Json::Raw("[".repeat(rng.usize(60..140)) + "]"),
        at => Json::Raw(raw[at - 4].to_owned()),
    }
}

fn size(json: &Json) -> usize {
    1 + match json {
        Json::Raw(_) | Json::Text(_) => 0,
        Json::Array(items) => items.iter().map(size).sum(),
        Json::Object(fields) => fields.iter().map(|(_, value)| size(value)).sum(),
    }
}

/// The value at a place, counted from the outside in.
fn nth<'j>(json: &'j mut Json, place: &mut usize) -> Option<&'j mut Json> {
    if *place == 0 {
        return Some(json);
    }
    *place -= 1;
    match json {
        Json::Raw(_) | Json::Text(_) => None,
        Json::Array(items) => items.iter_mut().find_map(|item| nth(item, place)),
        Json::Object(fields) => fields.iter_mut().find_map(|(_, value)| nth(value, place)),
    }
}

/// Changes some bytes: cuts, doubles, replaces, inserts.
pub fn bytes(text: &mut Vec<u8>, rng: &mut Rng) {
    let hostile: [&[u8]; 20] = [
        b"\"",
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\0",
        b"\x1f",
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\\ud800",
        b"\\udc00",
        b"\\u00",
        b"0",
        b"-",
        b"e9",
    ];
    for _ in 0..rng.u8(1..4) {
        let at = rng.usize(..=text.len());
        match rng.u8(..5) {
            0 => text.truncate(at),
            1 if at < text.len() => {
                text.remove(at);
            }
            2 if at < text.len() => text[at] = rng.u8(..),
            3 => {
                let piece = *rng.choice(&hostile).unwrap();
                text.splice(at..at, piece.iter().copied());
            }
            _ => {
                let end = rng.usize(at..=(at + 12).min(text.len()));
                let copy = text[at..end].to_vec();
                text.splice(at..at, copy);
            }
        }
    }
}
