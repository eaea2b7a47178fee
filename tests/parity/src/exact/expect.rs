//! What must be said of an input, in the order in which it must be said: by position in the input,
//! missing fields at the end of their object, checks last.
//!
//! It is known from the schema alone, but for what functions of the application say: see
//! [`Functions`].

mod maps;
mod objects;
mod unions;

use portcullis::issue::{Issue, Limit, Literal, Origin, Reason, Segment};
use portcullis::schema::{Enum, Newtype, Rule, Schema, TagPlace, Union};

use super::members::{self, Members, Variant};
use super::place::Place;
use super::rules;
use crate::json::Json;
use crate::{law, wire};

/// How many bytes an issue keeps of a key.
const MAX_KEY_LENGTH: usize = 100;

/// What functions of the application say, which the schema cannot know.
///
/// The oracle is asked: about the same input without what is not of its type there, for functions
/// see only what is, and say the same of it whatever is around it.
#[derive(Debug, Default)]
pub struct Functions {
    /// The rules `custom` and `matches`: paths on the wire, and messages.
    pub rules: Vec<(String, String)>,
    /// The checks: the path of the object, which of its checks, and the message.
    pub checks: Vec<(String, usize, String)>,
}

/// The issues of a value, where it is to be told.
pub fn issues(place: &Place, json: &Json, said: &Functions) -> Vec<Issue> {
    told(place, json, said).0
}

/// The same, and whether that is sure: where the engine is narrower than serde, it may be another
/// variant of an untagged enum that serde takes a value for.
pub fn told(place: &Place, json: &Json, said: &Functions) -> (Vec<Issue>, bool) {
    let mut judge = Judge::new(said, Vec::new());
    judge.value(place, Some(json));
    (judge.issues, !judge.is_unsure)
}

/// The place that a variant of an untagged enum is for the first value that it takes.
pub fn untagged(union: &'static Union, json: &Json) -> Option<Variant> {
    let variants = union.contents.iter().map(Variant::of);
    variants.into_iter().find(|variant| Judge::new(&Functions::default(), Vec::new()).variant(variant, json))
}

/// Whether nothing is wrong with a value, for all that the schema knows.
pub fn keeps(place: &Place, json: &Json) -> bool {
    issues(place, json, &Functions::default()).is_empty()
}

/// What two items of a list are compared by.
pub fn key(place: &Place, json: &Json) -> Json {
    match json {
        Json::Text(text) => place.normal(text).map_or_else(Json::null, Json::Text),
        json => json.clone(),
    }
}

/// The value that a key of a map stands for.
pub fn key_json(place: &Place, key: &str) -> Json {
    let is_number = matches!(place.schema, Schema::Integer { .. }) && rules::matches("^(?:0|-?[1-9][0-9]*)$", key);
    if is_number { Json::Raw(key.to_owned()) } else { Json::Text(key.to_owned()) }
}

/// What is wrong with a key of a map, and whether it is of its type.
pub fn about_key(place: &Place, key: &str) -> (Option<Reason>, bool) {
    let said = Functions::default();
    let judge = Judge { is_at_key: true, ..Judge::new(&said, Vec::new()) };
    judge.key(place, key)
}

/// The way into a map.
pub fn entry(key: &str) -> Segment {
    Segment::Key(key[..key.floor_char_boundary(MAX_KEY_LENGTH)].to_owned().into())
}

/// The JSON type of a shape, as issues name it; but for `int`.
pub fn kind(schema: &Schema) -> &'static str {
    match schema {
        Schema::Boolean => "boolean",
        Schema::Integer { .. } | Schema::BigInteger(_) | Schema::Number(_) | Schema::Single(_) => "number",
        Schema::Text | Schema::Formatted(_) | Schema::Decimal(_) | Schema::Enum(_) => "string",
        Schema::Array(_) | Schema::FixedArray { .. } | Schema::Tuple(_) => "array",
        Schema::Object(_) | Schema::Map(_) | Schema::Union(_) => "object",
        Schema::Option(inner) | Schema::Newtype(Newtype { schema: inner, .. }) => kind(inner()),
        Schema::Any(_) => "any",
    }
}

/// What is said of a value that is not of its shape's JSON type.
pub fn mismatch(schema: &Schema, json: &Json) -> Reason {
    let expected = match schema {
        Schema::Integer { .. } | Schema::BigInteger(_) => "int",
        Schema::Enum(Enum { variants: [], .. }) => "null",
        Schema::Enum(options) => return no_variant(options),
        Schema::Union(union) if union.tagging.place == TagPlace::Around && matches!(json, Json::Text(_)) => {
            return no_variant(&union.names);
        }
        schema => kind(schema),
    };
    Reason::InvalidType { expected, received: json.kind() }
}

/// What is said of a name that no variant has.
fn no_variant(names: &Enum) -> Reason {
    Reason::InvalidValue { values: names.variants.iter().map(|variant| Literal::Text(variant.name)).collect() }
}

struct Judge<'e> {
    said: &'e Functions,
    path: Vec<Segment>,
    issues: Vec<Issue>,
    /// Whether it judges a key of a map: its path is that of the value too.
    is_at_key: bool,
    /// Whether there is a value that serde might take.
    is_suspect: bool,
    is_unsure: bool,
}

impl<'e> Judge<'e> {
    fn new(said: &'e Functions, path: Vec<Segment>) -> Judge<'e> {
        Judge { said, path, issues: Vec::new(), is_at_key: false, is_suspect: false, is_unsure: false }
    }

    fn tell(&mut self, reason: Reason) {
        self.issues.push(Issue { path: self.path.clone(), reason });
    }

    /// Says whether the value is of its type, all that is in it included.
    fn value(&mut self, place: &Place, json: Option<&Json>) -> bool {
        let is_none = json.is_none_or(|json| place.nullable && *json == Json::null() || is_emptied(place, json));
        match json {
            Some(json) if !is_none => {
                if !self.there(place, json) {
                    return false;
                }
                for rule in &place.rules {
                    self.rule(rule, place, json);
                }
            }
            _ if place.is_required(json.is_some()) => self.tell(Reason::Required {}),
            _ => {}
        }
        if place.has_functions(json.is_some()) {
            self.functions();
        }
        true
    }

    /// A rule that looks at the whole value.
    fn rule(&mut self, rule: &Rule, place: &Place, json: &Json) {
        match (rule, json) {
            (Rule::Custom(_), _) => self.functions(),
            (Rule::Unique(_, _), Json::Array(items)) => {
                let Schema::Array(item) = place.schema else { return };
                let place = place.items(*item);
                let keys: Vec<Json> = items.iter().map(|item| key(&place, item)).collect();
                for (at, key) in keys.iter().enumerate() {
                    let first = keys.iter().position(|other| other == key).unwrap_or(at);
                    if first < at {
                        self.within(Segment::Index(at), |judge| judge.tell(Reason::NotUnique { first }));
                    }
                }
            }
            (rule, Json::Raw(raw)) => {
                let reason = rules::about_number(rule, place.schema, raw);
                reason.into_iter().for_each(|reason| self.tell(reason));
            }
            _ => {}
        }
    }

    /// What functions say of the value here. Those for an `Option` and those for what is in it
    /// share a path, and do not both speak.
    fn functions(&mut self) {
        let here = wire::path(&self.path);
        if self.issues.iter().any(|issue| issue.path == self.path && matches!(issue.reason, Reason::Custom { .. })) {
            return;
        }
        for (path, message) in &self.said.rules {
            let of_key = message.strip_prefix(law::KEY);
            if *path == here && of_key.is_some() == self.is_at_key && !is_about_matches(message) {
                self.tell(Reason::Custom { message: of_key.unwrap_or(message).to_owned() });
            }
        }
    }

    /// A value that is not null, unless null is wrong.
    fn there(&mut self, place: &Place, json: &Json) -> bool {
        self.is_suspect |= match (place.schema, json) {
            (Schema::Object(_) | Schema::Union(_), Json::Array(_)) => true,
            (Schema::Enum(names), Json::Object(members)) => {
                members.first().is_some_and(|(name, _)| members::find(names, name).is_some())
            }
            (Schema::Formatted(_), Json::Text(text)) => text.len() > 30,
            _ => false,
        };
        match (place.schema, json) {
            (Schema::Boolean, Json::Raw(_)) if json.kind() == "boolean" => true,
            (Schema::Integer { .. } | Schema::BigInteger(_), Json::Raw(raw)) if json.kind() == "number" => {
                let Some(whole) = rules::whole(raw) else { return self.fault(mismatch(place.schema, json)) };
                self.whole(place, whole)
            }
            (Schema::Number(_) | Schema::Single(_), Json::Raw(raw)) if json.kind() == "number" => {
                let number = rules::number(place.schema, raw);
                let wrong = rules::number_limits(place.schema, &place.rules).wrong(number, Limit::of);
                wrong.into_iter().for_each(|reason| self.tell(reason));
                number.is_finite()
            }
            (Schema::Formatted(format), Json::Text(text)) if !rules::is_of_type(format.name, text) => {
                self.fault(Reason::InvalidFormat { format })
            }
            (Schema::Text | Schema::Formatted(_), Json::Text(text)) => {
                let text = place.normal(text).unwrap_or_default();
                rules::text(&place.rules, &text).into_iter().for_each(|reason| self.tell(reason));
                true
            }
            (Schema::Decimal(format), Json::Text(text)) => match rules::decimal(format, text) {
                Some(units) => self.whole(place, units),
                None => {
                    let (precision, scale) = (format.precision, format.scale);
                    self.fault(Reason::NotDecimal { format: "decimal", precision, scale })
                }
            },
            (Schema::Enum(options), Json::Text(text)) => {
                members::find(options, text).is_some() || self.fault(mismatch(place.schema, json))
            }
            (Schema::Array(item) | Schema::FixedArray { item, .. }, Json::Array(items)) => {
                let length = rules::length(Origin::Array, place.counts(), items.len(), None);
                let is_fixed = matches!(place.schema, Schema::FixedArray { .. });
                let mut is_of_type = !(is_fixed && length.is_some());
                length.into_iter().for_each(|reason| self.tell(reason));
                let place = place.items(*item);
                for (at, item) in items.iter().enumerate() {
                    is_of_type &= self.within(Segment::Index(at), |judge| judge.value(&place, Some(item)));
                }
                is_of_type
            }
            (Schema::Tuple(tuple), Json::Array(items)) => {
                let length = rules::length(Origin::Array, place.counts(), items.len(), None);
                let mut is_of_type = length.is_none();
                length.into_iter().for_each(|reason| self.tell(reason));
                for (at, (item, json)) in tuple.items.iter().zip(items).enumerate() {
                    is_of_type &=
                        self.within(Segment::Index(at), |judge| judge.value(&Place::of_tuple(*item), Some(json)));
                }
                is_of_type
            }
            (Schema::Map(map), Json::Object(members)) => self.map(place, map, members),
            (Schema::Object(object), Json::Object(members)) => self.object(&Members::of(object), members),
            (Schema::Union(union), json) => self.union(union, json),
            (Schema::Any(_), json) => self.any(json),
            (schema, json) => self.fault(mismatch(schema, json)),
        }
    }

    /// Any JSON that JavaScript would keep.
    fn any(&mut self, json: &Json) -> bool {
        match json {
            Json::Raw(raw) => {
                let wrong = rules::beyond_javascript(raw);
                wrong.is_none_or(|reason| self.fault(reason))
            }
            Json::Text(_) => true,
            Json::Array(items) => {
                let mut is_of_type = true;
                for (at, item) in items.iter().enumerate() {
                    is_of_type &= self.within(Segment::Index(at), |judge| judge.any(item));
                }
                is_of_type
            }
            Json::Object(members) => {
                let mut is_of_type = true;
                for (key, json) in members {
                    is_of_type &= self.within(entry(key), |judge| judge.any(json));
                }
                for (at, (key, _)) in members.iter().enumerate() {
                    if members[..at].iter().any(|(other, _)| other == key) {
                        is_of_type &= self.within(entry(key), |judge| judge.fault(Reason::DuplicateKey {}));
                    }
                }
                is_of_type
            }
        }
    }

    fn whole(&mut self, place: &Place, whole: i128) -> bool {
        let Some((limits, (least, most))) = rules::whole_limits(place.schema, &place.rules) else { return false };
        let wrong = limits.wrong(whole, |limit| match place.schema {
            Schema::Decimal(format) => Limit::Decimal(limit, format),
            _ => Limit::whole(limit),
        });
        wrong.into_iter().for_each(|reason| self.tell(reason));
        (least..=most).contains(&whole)
    }

    fn fault(&mut self, reason: Reason) -> bool {
        self.tell(reason);
        false
    }

    fn within<T>(&mut self, segment: Segment, ask: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(segment);
        let answer = ask(self);
        self.path.pop();
        answer
    }
}

/// Whether a text is empty by now, and `null`.
fn is_emptied(place: &Place, json: &Json) -> bool {
    matches!((place.schema, json), (Schema::Text, Json::Text(text)) if place.normal(text).is_none())
}

/// Whether garde's rule `matches` says so.
fn is_about_matches(message: &str) -> bool {
    message.starts_with("does not match ") && message.ends_with(" field")
}
