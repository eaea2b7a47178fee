//! What each dialect says. That it is right is held against AJV in `tests/parity`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Dialect, Side};
use crate::{Payload, payload};

/// A step on a way.
#[payload(check = is_short(name, next))]
struct Step {
    /// How it is called.
    #[garde(length(chars, min = 1, max = 9))]
    #[payload(trim)]
    #[serde(alias = "title")]
    name: String,
    #[garde(dive)]
    next: Option<Box<Step>>,
    #[payload(greater_than = 0.0)]
    length: f64,
    #[garde(skip)]
    #[serde(default)]
    place: (u8, Option<bool>),
    #[garde(skip)]
    marks: BTreeMap<i8, bool>,
}

fn is_short(_: &str, _: &Option<Box<Step>>) -> crate::garde::Result {
    Ok(())
}

/// The members of the object that a schema is, and of those in it that are on the way to a key.
fn member(schema: &str, path: &[&str]) -> Value {
    path.iter().fold(parse(schema), |mut schema, key| schema[key].take())
}

fn parse(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

#[test]
fn the_newest_draft() {
    let step = concat!(
        r##""title":"Step","description":"A step on a way.","type":"object","properties":{"##,
        r##""title":{"description":"How it is called.","type":"string","minLength":1,"deprecated":true,"##,
        r##""x-portcullis":{"normalize":["trim"],"normalized":{"type":"string","minLength":1,"maxLength":9}}},"##,
        r##""name":{"description":"How it is called.","type":"string","minLength":1,"##,
        r##""x-portcullis":{"normalize":["trim"],"normalized":{"type":"string","minLength":1,"maxLength":9}}},"##,
        r##""next":{"anyOf":[{"$ref":"#/$defs/Step"},{"type":"null"}]},"length":{"type":"number","exclusiveMinimum":0},"##,
        r##""place":{"type":"array","prefixItems":[{"type":"integer","minimum":0,"maximum":255},"##,
        r##"{"type":["boolean","null"]}],"items":false,"minItems":2,"maxItems":2,"default":[0,null]},"##,
        r##""marks":{"type":"object","additionalProperties":{"type":"boolean"},"propertyNames":{"type":"string","##,
        r##""pattern":"^(?:0|-?[1-9][0-9]*)$","x-portcullis":{"number":{"type":"integer","minimum":-128,"maximum":127}}}}},"##,
        r##""required":["length","marks"],"allOf":[{"oneOf":[{"required":["name"]},{"required":["title"]}]}],"##,
        r##""additionalProperties":false"##,
    );
    let checks = r#""x-portcullis":{"checks":[{"rule":"custom","fields":["name","next"]}]}"#;
    assert_eq!(
        Step::json_schema(Dialect::Draft202012, Side::Input),
        format!(
            r#"{{"$schema":"https://json-schema.org/draft/2020-12/schema",{step},"$defs":{{"Step":{{{step},{checks}}}}},{checks}}}"#
        )
    );
}

#[test]
fn what_comes_out_is_normalised_and_complete() {
    let schema = Step::json_schema(Dialect::Draft202012, Side::Output);
    let name = r#"{"description":"How it is called.","maxLength":9,"minLength":1,"type":"string"}"#;
    assert_eq!(member(&schema, &["$defs", "Step", "properties", "name"]), parse(name));
    assert_eq!(member(&schema, &["$defs", "Step", "required"]), parse(r#"["name","next","length","place","marks"]"#));
}

#[test]
fn dialects_differ() {
    let schema = |dialect| Step::json_schema(dialect, Side::Input);
    let (seven, three) = (schema(Dialect::Draft07), schema(Dialect::OpenApi30));
    let path = |key| ["definitions", "Step", "properties", key];
    let pair = r#"[{"maximum":255,"minimum":0,"type":"integer"},{"type":["boolean","null"]}]"#;
    assert_eq!(member(&seven, &[&path("place")[..], &["items"]].concat()), parse(pair));
    assert_eq!(member(&seven, &["$schema"]), "http://json-schema.org/draft-07/schema#");
    assert_eq!(member(&three, &["$schema"]), Value::Null);
    let length = r#"{"exclusiveMinimum":true,"format":"double","minimum":0,"type":"number"}"#;
    assert_eq!(member(&three, &path("length")), parse(length));
    let next = concat!(
        r##"{"anyOf":[{"$ref":"#/definitions/Step"},"##,
        r#"{"enum":[null],"nullable":true,"type":"string"}]}"#
    );
    assert_eq!(member(&three, &path("next")), parse(next));
}
