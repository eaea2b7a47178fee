//! What a JSON Schema cannot say: where AJV accepts a body that the engine refuses, each issue of the refusal is
//! explained by one of these. Most ask for the note that tells of it in the schema.

use std::ptr;

use portcullis::issue::{Issue, Limit, Reason, Segment};
use serde_json::{Map, Value};

/// An issue, and what the schema and the body have where it stands.
pub struct Place<'p> {
    issue: &'p Issue,
    /// The schemas that the value at the path has to keep, or may keep one of.
    schemas: Vec<&'p Value>,
    /// The same of what it is part of, from the inside out.
    outer: Vec<Vec<&'p Value>>,
    document: &'p Value,
    body: Option<&'p Value>,
    has_doubles: bool,
}

impl<'p> Place<'p> {
    /// Finds the place of an issue in a body, as far as that is JSON to serde_json. `has_doubles` says whether an object
    /// in the body has a key twice.
    pub fn new(document: &'p Value, body: Option<&'p Value>, has_doubles: bool, issue: &'p Issue) -> Place<'p> {
        let mut schemas = expanded(document, document);
        let mut outer = Vec::new();
        for segment in &issue.path {
            let inside: Vec<&Value> = schemas.iter().flat_map(|schema| step(schema, segment)).collect();
            let inside = inside.into_iter().flat_map(|schema| expanded(document, schema)).collect();
            outer.insert(0, std::mem::replace(&mut schemas, inside));
        }
        Place { issue, schemas, outer, document, body, has_doubles }
    }

    fn code(&self) -> &str {
        self.issue.code()
    }

    /// The value of a note.
    fn note(&self, name: &str) -> Option<&'p Value> {
        find(&self.schemas, name)
    }

    /// Whether anything that the value is part of has a note.
    fn is_in(&self, name: &str) -> bool {
        self.outer.iter().any(|schemas| find(schemas, name).is_some())
    }

    /// The number in the body. It is not found where others are beyond what serde_json reads, or where it stands under
    /// another name.
    fn number(&self) -> Option<f64> {
        at(self.body?, &self.issue.path)?.as_f64()
    }
}

/// Whether one of the rules explains an issue; which one.
pub fn explained(place: &Place<'_>) -> Option<&'static str> {
    ALL.iter().find(|unsaid| (unsaid.explains)(place)).map(|unsaid| unsaid.what)
}

/// Something that a schema cannot say.
pub struct Unsaid {
    /// What it is.
    pub what: &'static str,
    explains: fn(&Place<'_>) -> bool,
}

/// All of them.
pub const ALL: &[Unsaid] = &[
    Unsaid {
        what: "rules and checks of the application, and what serde converts",
        explains: |place| {
            let is_checked = place.note("checks").is_some() || place.is_in("checks");
            place.code() == "custom" && (place.note("custom").is_some() || is_checked)
        },
    },
    Unsaid {
        what: "keys that are there twice, or under two names, of which `JSON.parse` keeps the last",
        explains: |place| place.code() == "duplicate_key" || place.has_doubles,
    },
    Unsaid {
        what: "what text has to keep once it is normalised",
        explains: |place| {
            let codes = ["too_small", "too_big", "invalid_format", "invalid_value", "required"];
            place.note("normalize").is_some() && codes.contains(&place.code())
        },
    },
    Unsaid {
        what: "lengths in other units than characters",
        explains: |place| {
            let units = ["length in bytes", "length in utf16", "length in graphemes"];
            ["too_small", "too_big"].contains(&place.code()) && units.iter().any(|unit| place.note(unit).is_some())
        },
    },
    Unsaid {
        what: "formats that no pattern describes fully",
        explains: |place| place.code() == "invalid_format" && place.note("format").is_some(),
    },
    Unsaid {
        what: "how large a decimal number is, and that it is no -0",
        explains: |place| {
            let codes = ["too_small", "too_big", "invalid_format"];
            place.note("type").is_some_and(|name| name == "decimal") && codes.contains(&place.code())
        },
    },
    Unsaid {
        what: "whole numbers of 64 bits that are the same double as one within the limits",
        explains: |place| {
            let codes = ["too_small", "too_big", "invalid_value"];
            let is_large = place.number().is_some_and(|number| number.abs() >= 9_007_199_254_740_992.0);
            let is_big = place.note("type").is_some_and(|name| name == "i64" || name == "u64");
            codes.contains(&place.code()) && (is_large || is_big && place.number().is_none())
        },
    },
    Unsaid {
        what: "singles at their very limits, where a double is rounded to an even one",
        explains: |place| {
            let is_single = place.note("type").is_some_and(|name| name == "f32");
            is_single && ["too_small", "too_big"].contains(&place.code())
        },
    },
    Unsaid {
        what: "multiples that doubles do not tell from others",
        explains: |place| {
            // So large that not all decimals are doubles, or so small that a part of it is 0.
            let is_beyond = |number: f64| number.abs() >= 2_251_799_813_685_248.0 || number.abs() < f64::MIN_POSITIVE;
            let is_beyond = place.number().is_some_and(is_beyond);
            place.code() == "not_multiple_of" && (place.note("multipleOf").is_some() || is_beyond)
        },
    },
    Unsaid {
        what: "items that are the same once they are read",
        explains: |place| {
            place.code() == "not_unique" && place.outer.first().is_some_and(|list| find(list, "unique").is_some())
        },
    },
    Unsaid {
        what: "keys of maps: the numbers that they spell, and what they are once they are normalised",
        explains: |place| {
            let Some(map) = place.outer.first() else { return false };
            let names = map.iter().filter_map(|schema| schema.get("propertyNames"));
            let names: Vec<&Value> = names.flat_map(|schema| expanded(place.document, schema)).collect();
            let is_noted = find(map, "keys").is_some()
                || ["number", "normalize", "custom", "format"].iter().any(|note| find(&names, note).is_some());
            place.code() == "invalid_key" && is_noted
        },
    },
    Unsaid {
        what: "numbers in any JSON that JavaScript would write in other digits",
        explains: |place| {
            let is_inside = place.is_in("json") || place.note("json").is_some();
            is_inside && ["too_small", "too_big"].contains(&place.code())
        },
    },
    Unsaid {
        what: "which variant of an untagged enum it is, whatever its rules say",
        explains: |place| place.is_in("untagged") || place.note("untagged").is_some(),
    },
    Unsaid {
        what: "how often alternatives in each other are tried",
        explains: |place| matches!(&place.issue.reason, Reason::InvalidUnion { errors } if errors.is_empty()),
    },
    Unsaid {
        what: "numbers beyond all doubles in what is dropped beside the name of a variant",
        explains: |place| match place.issue.reason {
            Reason::TooBig { maximum: limit, .. } | Reason::TooSmall { minimum: limit, .. } => {
                [f64::MAX, f64::MIN].map(Limit::of).contains(&limit)
            }
            _ => false,
        },
    },
    Unsaid { what: "items of tuples, in OpenAPI 3.0", explains: |place| place.is_in("items") },
    Unsaid {
        what: "whole numbers that are spelled with a fraction or an exponent, or as -0",
        explains: |place| {
            let is_number = matches!(place.issue.reason, Reason::InvalidType { expected: "int", received: "number" });
            is_number && place.number().is_none_or(|number| number.fract() == 0.0)
        },
    },
    Unsaid {
        what: "defaults that break a rule",
        explains: |place| {
            // From the field that is absent on down.
            let is_absent =
                |length: usize| place.body.is_some_and(|body| at(body, &place.issue.path[..length]).is_none());
            let levels = [&place.schemas].into_iter().chain(&place.outer);
            let lengths = (0..=place.issue.path.len()).rev();
            levels.zip(lengths).any(|(schemas, length)| {
                is_absent(length) && schemas.iter().any(|schema| schema.get("default").is_some())
            })
        },
    },
    Unsaid {
        what: "that an object has one of some of its fields",
        explains: |place| {
            let is_not_empty = |check: &Value| check["rule"] == "not_empty";
            place.code() == "too_small"
                && place.note("checks").and_then(Value::as_array).is_some_and(|checks| checks.iter().any(is_not_empty))
        },
    },
];

/// A note in one of the schemas.
fn find<'v>(schemas: &[&'v Value], name: &str) -> Option<&'v Value> {
    schemas.iter().find_map(|schema| schema.get("x-portcullis")?.get(name))
}

/// A schema, those that it refers to, and those that it combines.
fn expanded<'v>(document: &'v Value, schema: &'v Value) -> Vec<&'v Value> {
    let mut found: Vec<&Value> = Vec::new();
    let mut open = vec![schema];
    while let Some(schema) = open.pop() {
        if found.iter().any(|other| ptr::eq(*other, schema)) {
            continue;
        }
        found.push(schema);
        let target = schema.get("$ref").and_then(Value::as_str).and_then(|path| document.pointer(&path[1..]));
        let parts = ["allOf", "anyOf", "oneOf"].into_iter().filter_map(|keyword| schema.get(keyword)?.as_array());
        open.extend(target.into_iter().chain(parts.flatten()));
    }
    found
}

/// The schemas of what is one step further in.
fn step<'v>(schema: &'v Value, segment: &Segment) -> Vec<&'v Value> {
    let inside = match segment {
        Segment::Key(key) => [property(schema, key), schema.get("additionalProperties")],
        Segment::Index(index) => {
            let items = schema.get("items").and_then(|items| items.get(index).or(Some(items)));
            [schema.get("prefixItems").and_then(|items| items.get(index)), items]
        }
    };
    inside.into_iter().flatten().filter(|schema| schema.is_object()).collect()
}

fn property<'v>(schema: &'v Value, key: &str) -> Option<&'v Value> {
    schema.get("properties").and_then(Value::as_object).and_then(|properties: &Map<String, Value>| properties.get(key))
}

/// The value at a path.
fn at<'v>(value: &'v Value, path: &[Segment]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, segment| match segment {
        Segment::Key(key) => value.get(&**key),
        Segment::Index(index) => value.get(index),
    })
}
