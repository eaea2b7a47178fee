//! What a form needs to render the inputs of a payload: labels, types and limits of its fields.
//!
//! A module of its own, without the engine: who has no form does not load it.

mod controls;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use self::controls::control;
use super::HEADER;
use super::javascript::{self, string};
use super::json_schema::Said;
use super::named::Named;
use crate::schema::{Choices, Field, Object, Rule, Schema};

/// The members of an object literal, in their order.
type Members = Vec<(&'static str, String)>;

/// The module: a list of fields for each payload that is an object, and for what is in them.
pub(super) fn module(payloads: &[Named], types: &[Named]) -> String {
    let exported: BTreeSet<String> = payloads.iter().map(|payload| payload.name()).collect();
    let mut text = "/* @ts-self-types=\"./form-fields.d.ts\" */\n".to_owned() + HEADER;
    text += "\n/** @import { FormFields } from \"./runtime/types.d.ts\" */\n";
    let lists: Vec<(String, String)> = (types.iter())
        .filter_map(|named| match named {
            Named::Object(object) => Some((named.name(), fields(object))),
            _ => None,
        })
        .collect();
    let mut said: BTreeSet<&String> = exported.iter().collect();
    while let Some((name, _)) = lists.iter().find(|(name, _)| !said.contains(name) && is_in_some(name, &lists, &said)) {
        said.insert(name);
    }
    for (name, fields) in lists.iter().filter(|(name, _)| said.contains(name)) {
        let export = if exported.contains(name) { "export " } else { "" };
        let _ = write!(text, "\n/** @type {{FormFields}} */\n{export}const {name} = [\n{fields}];\n");
    }
    text
}

/// Whether one of the lists that are said has this one in it. Enums with data have none.
fn is_in_some(name: &str, lists: &[(String, String)], said: &BTreeSet<&String>) -> bool {
    let mention = format!("return {name};");
    lists.iter().any(|(other, fields)| said.contains(other) && fields.contains(&mention))
}

/// Its declaration.
pub(super) fn declaration(payloads: &[Named]) -> String {
    let mut text = HEADER.to_owned() + "\nimport type { FormFields } from \"./runtime/types.d.ts\";\n";
    for payload in payloads.iter().filter(|payload| matches!(payload, Named::Object(_))) {
        let name = payload.name();
        let _ = write!(text, "\nexport declare const {name}: FormFields<import(\"./inputs.d.ts\").{name}>;\n");
    }
    text
}

fn fields(object: &Object) -> String {
    object.fields.iter().map(|field| format!("  {},\n", literal(&self::field(field)))).collect()
}

fn field(field: &Field) -> Members {
    let (label, help) = told(field.name, field.docs);
    let mut members = vec![("name", string(field.name)), ("label", string(&label))];
    members.extend(help.map(|help| ("help", string(&help))));
    members.push(("required", is_required(field).to_string()));
    members.extend(control((field.schema)(), Said::new(field.normalize, field.rules)));
    if let Some(default) = field.default {
        // The wire's text of a default is JSON that the engine takes.
        let default: Value = serde_json::from_slice(&default()).unwrap_or_default();
        let json = self::default((field.schema)(), &default);
        // As text, for in a literal the key `__proto__` would set the prototype.
        let is_plain = !json.contains("__proto__");
        members.push(("default", if is_plain { json } else { format!("JSON.parse({})", javascript::quoted(&json)) }));
    }
    members
}

/// Whether a form must say something. A box that is not checked and a list without items say nothing, and mean
/// something.
fn is_required(field: &Field) -> bool {
    let asks = |is_asked: fn(&Rule) -> bool| field.rules.iter().any(is_asked);
    !field.may_be_absent()
        && match (field.schema)().inside().0 {
            Schema::Boolean => asks(|rule| matches!(rule, Rule::OneOf(Choices::Boolean(true), _) | Rule::Required)),
            Schema::Array(_) => asks(|rule| matches!(rule, Rule::Length { minimum: 1.., .. } | Rule::Required)),
            _ => true,
        }
}

/// A default as JavaScript has it. Whole numbers of 64 bits are text, as their limits are.
fn default(schema: &'static Schema, value: &Value) -> String {
    match (schema.inside().0, value) {
        (Schema::BigInteger(_), Value::Number(number)) => string(&number.to_string()),
        (Schema::Array(item), Value::Array(items)) => {
            let items: Vec<String> = items.iter().map(|value| default(item(), value)).collect();
            format!("[{}]", items.join(", "))
        }
        _ => value.to_string(),
    }
}

/// The label and the help. Of docs with several paragraphs the first is the label; else the name is.
fn told(name: &str, docs: &str) -> (String, Option<String>) {
    match docs.split_once("\n\n") {
        Some((label, help)) => (label.trim_end_matches('.').replace('\n', " "), Some(help.to_owned())),
        None => (words(name), (!docs.is_empty()).then(|| docs.to_owned())),
    }
}

/// The name as people write it: `firstName` and `first_name` are `First name`.
fn words(name: &str) -> String {
    let mut words = String::new();
    let mut was_small = false;
    for char in name.chars() {
        match char {
            '_' | '-' | ' ' => words.push(' '),
            char if words.is_empty() => words.extend(char.to_uppercase()),
            char if char.is_uppercase() && was_small => {
                words.push(' ');
                words.extend(char.to_lowercase());
            }
            char => words.push(char),
        }
        was_small = char.is_lowercase() || char.is_ascii_digit();
    }
    words
}

/// An object literal. What has fields that are those of a type is a getter, for the type may hold itself.
fn literal(members: &Members) -> String {
    let members = members.iter().map(|(key, value)| match *key {
        "fields" => format!("get fields() {{ return {value}; }}"),
        key => format!("{key}: {value}"),
    });
    format!("{{ {} }}", members.collect::<Vec<String>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decimal, Payload, payload};

    #[payload]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        /// A person.
        Person,
        Company,
    }

    /// Who it is.
    #[payload]
    #[serde(rename_all = "camelCase")]
    struct Contact {
        #[garde(length(chars, min = 1, max = 40))]
        #[payload(trim)]
        full_name: String,
        /// Email.
        ///
        /// We never show it.
        #[garde(email)]
        email: Option<String>,
        #[garde(skip)]
        kind: Kind,
        /// In euros.
        #[garde(range(min = Decimal::from_scaled(0)))]
        credit: Decimal<6, 2>,
        #[garde(range(max = 130))]
        #[serde(default)]
        age: u8,
        #[garde(dive, length(max = 3))]
        friends: Vec<Contact>,
        #[garde(length(min = 1))]
        marks: Vec<bool>,
        #[garde(skip)]
        #[serde(default = "last")]
        serial: i64,
        #[garde(skip)]
        is_vip: bool,
        #[payload(one_of(true))]
        agrees: bool,
        #[garde(required)]
        consents: Option<bool>,
    }

    fn last() -> i64 {
        i64::MAX
    }

    #[test]
    fn fields_have_what_inputs_need() {
        let payload = Named::of(Contact::schema()).unwrap();
        assert_eq!(
            module(&[payload], &[payload, Named::of(Kind::schema()).unwrap()]),
            r#"/* @ts-self-types="./form-fields.d.ts" */
// Generated by portcullis. Do not edit.

/** @import { FormFields } from "./runtime/types.d.ts" */

/** @type {FormFields} */
export const Contact = [
  { name: "fullName", label: "Full name", required: true, type: "text", minLength: 1, maxLength: 40, normalize: ["trim"] },
  { name: "email", label: "Email", help: "We never show it.", required: false, type: "email" },
  { name: "kind", label: "Kind", required: true, type: "select", choices: [{ value: "person", label: "Person", help: "A person." }, { value: "company", label: "Company" }] },
  { name: "credit", label: "Credit", help: "In euros.", required: true, type: "decimal", min: "0.00", max: "9999.99", step: "0.01" },
  { name: "age", label: "Age", required: false, type: "number", min: 0, max: 130, step: 1, default: 0 },
  { name: "friends", label: "Friends", required: false, type: "list", maxItems: 3, item: { type: "group", get fields() { return Contact; } } },
  { name: "marks", label: "Marks", required: true, type: "list", minItems: 1, item: { type: "checkbox" } },
  { name: "serial", label: "Serial", required: false, type: "bigint", min: "-9223372036854775808", max: "9223372036854775807", step: "1", default: "9223372036854775807" },
  { name: "isVip", label: "Is vip", required: false, type: "checkbox" },
  { name: "agrees", label: "Agrees", required: true, type: "checkbox" },
  { name: "consents", label: "Consents", required: true, type: "checkbox" },
];
"#
        );
    }
}
