//! What must be said of an input, in the order in which it must be said: by position in the input,
//! missing fields at the end of their object, checks last.
//!
//! It is known from the schema alone, but for what functions of the application say: see
//! [`Functions`].

use portcullis::issue::{Issue, Limit, Literal, Origin, Reason, Segment};
use portcullis::schema::{CheckKind, Content, Enum, Map, Newtype, Rule, Schema, TagPlace, Union, Unknown};

use super::members::{self, Members, Variant};
use super::place::Place;
use super::rules;
use crate::json::Json;
use crate::{law, wire};

/// How many keys an issue lists, and how many bytes it keeps of each.
const MAX_KEYS: usize = 20;
const MAX_KEY_LENGTH: usize = 100;

/// How many issues are told of the nearest variant.
const MAX_ERRORS: usize = 10;

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
        Schema::Integer { .. } | Schema::BigInteger { .. } | Schema::Number | Schema::Single => "number",
        Schema::Text | Schema::Formatted(_) | Schema::Decimal(_) | Schema::Enum(_) => "string",
        Schema::Array(_) | Schema::FixedArray { .. } | Schema::Tuple(_) => "array",
        Schema::Object(_) | Schema::Map(_) | Schema::Union(_) => "object",
        Schema::Option(inner) | Schema::Newtype(Newtype { schema: inner, .. }) => kind(inner()),
    }
}

/// What is said of a value that is not of its shape's JSON type.
pub fn mismatch(schema: &Schema, json: &Json) -> Reason {
    let expected = match schema {
        Schema::Integer { .. } | Schema::BigInteger { .. } => "int",
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

/// What is wrong with a value inside an object's field: nothing, a broken rule, or its type.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Finding {
    Nothing,
    Issue,
    Fault,
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
            (Rule::Unique(_), Json::Array(items)) => {
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
            (Schema::Integer { .. } | Schema::BigInteger { .. }, Json::Raw(raw)) if json.kind() == "number" => {
                let Some(whole) = rules::whole(raw) else { return self.fault(mismatch(place.schema, json)) };
                self.whole(place, whole)
            }
            (Schema::Number | Schema::Single, Json::Raw(raw)) if json.kind() == "number" => {
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
            (schema, json) => self.fault(mismatch(schema, json)),
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

    /// A value without a name: the first variant that takes it has it.
    fn untagged(&mut self, union: &'static Union, json: &Json) -> bool {
        // Where it is dropped, serde does not take it either.
        self.is_unsure |= json.holds_infinity();
        let mut nearest: Option<(bool, Vec<Issue>)> = None;
        for content in union.contents {
            let mut judge = Judge::new(self.said, self.path.clone());
            let is_it = judge.variant(&Variant::of(content), json);
            self.is_unsure |= judge.is_unsure || judge.is_suspect && !is_it;
            if is_it {
                self.issues.extend(judge.issues);
                return true;
            }
            let is_own = |issue: &Issue| issue.path == self.path && matches!(issue.reason, Reason::InvalidType { .. });
            let is_of_another_type = judge.issues.iter().any(is_own);
            let rank = (is_of_another_type, judge.issues.len());
            if nearest.as_ref().is_none_or(|(other, issues)| rank < (*other, issues.len())) {
                nearest = Some((is_of_another_type, judge.issues));
            }
        }
        let errors = nearest.into_iter().map(|(_, mut issues)| {
            issues.truncate(MAX_ERRORS);
            issues.iter_mut().for_each(|issue| drop(issue.path.drain(..self.path.len())));
            issues
        });
        let reason = Reason::InvalidUnion { errors: errors.collect() };
        self.fault(reason)
    }

    fn variant(&mut self, variant: &Variant, json: &Json) -> bool {
        match (variant, json) {
            (Variant::Nothing, json) if *json == Json::null() => true,
            (Variant::Nothing, json) => self.fault(Reason::InvalidType { expected: "null", received: json.kind() }),
            (Variant::Value(place), json) => self.value(place, Some(json)),
            (Variant::Members(object), Json::Object(members)) => self.object(object, members),
            (Variant::Members(_), json) => {
                self.is_suspect |= matches!(json, Json::Array(_));
                self.fault(Reason::InvalidType { expected: "object", received: json.kind() })
            }
        }
    }

    fn union(&mut self, union: &'static Union, json: &Json) -> bool {
        if union.tagging.place == TagPlace::Nowhere {
            return self.untagged(union, json);
        }
        let names = &union.names;
        if let (Json::Object(members), Some((_, variant))) = (json, Members::told(union, json)) {
            let is_of_type = self.object(&variant, members);
            if is_of_type && variant.has_functions {
                self.functions();
            }
            return is_of_type;
        }
        match (union.tagging.place, json) {
            (TagPlace::Inside { tag } | TagPlace::Beside { tag, .. }, Json::Object(members)) => {
                let is_there = members.iter().any(|(key, _)| key == tag);
                let reason = if is_there { no_variant(names) } else { Reason::Required {} };
                self.within(Segment::Key(tag.into()), |judge| judge.fault(reason))
            }
            (TagPlace::Around, Json::Text(name)) => match members::find(names, name) {
                Some(variant) if matches!(union.contents[variant], Content::Unit) => true,
                Some(_) => self.fault(Reason::InvalidType { expected: "object", received: "string" }),
                None => self.fault(no_variant(names)),
            },
            (TagPlace::Around, Json::Object(members)) => {
                let is_name = members.first().is_some_and(|(name, _)| members::find(names, name).is_some());
                let reason = Reason::InvalidType { expected: "string", received: "object" };
                self.fault(if is_name { reason } else { no_variant(names) })
            }
            _ => self.fault(Reason::InvalidType { expected: "object", received: json.kind() }),
        }
    }

    fn object(&mut self, object: &Members, members: &[(String, Json)]) -> bool {
        let mut findings: Vec<Option<Finding>> = vec![None; object.fields.len()];
        let mut unknown: Option<usize> = None;
        for (name, json) in members {
            let Some(at) = object.position(name) else {
                if object.unknown == Unknown::Refuse {
                    self.unknown_key(&mut unknown, name);
                }
                continue;
            };
            findings[at] = Some(match findings[at] {
                None => self.field(object, at, Some(json)),
                Some(_) => {
                    self.within(Segment::Key(object.fields[at].0.into()), |judge| judge.tell(Reason::DuplicateKey {}));
                    Finding::Fault
                }
            });
        }
        let findings = findings.into_iter().enumerate();
        let findings: Vec<Finding> =
            findings.map(|(at, finding)| finding.unwrap_or_else(|| self.field(object, at, None))).collect();
        let is_of_type = unknown.is_none() && !findings.contains(&Finding::Fault);
        self.checks(object, findings);
        is_of_type
    }

    fn map(&mut self, place: &Place, map: &Map, members: &[(String, Json)]) -> bool {
        let (keys, values) = place.entries(map);
        let texts: Vec<String> = members.iter().map(|(key, _)| keys.normal(key).unwrap_or_default()).collect();
        let is_repeated = |at: usize| texts[..at].contains(&texts[at]);
        let count = (0..texts.len()).filter(|at| !is_repeated(*at)).count();
        let length = rules::length(Origin::Map, place.counts(), count, None);
        length.into_iter().for_each(|reason| self.tell(reason));
        let mut is_of_type = true;
        for (text, (key, json)) in texts.iter().zip(members) {
            is_of_type &= self.within(entry(text), |judge| {
                let (reason, is_key) = judge.key(&keys, key);
                reason.into_iter().for_each(|reason| judge.tell(reason));
                judge.value(&values, Some(json)) && is_key
            });
        }
        for (at, text) in texts.iter().enumerate().filter(|(at, _)| is_repeated(*at)) {
            self.within(entry(text), |judge| judge.tell(Reason::DuplicateKey {}));
            is_of_type &= at == 0;
        }
        is_of_type
    }

    /// What is wrong with the key whose path this is, and whether it is of its type.
    fn key(&self, place: &Place, key: &str) -> (Option<Reason>, bool) {
        let mut judge = Judge { is_at_key: true, ..Judge::new(self.said, self.path.clone()) };
        let is_of_type = judge.value(place, Some(&key_json(place, key)));
        let issues: Vec<Issue> = judge.issues.into_iter().map(|issue| Issue { path: Vec::new(), ..issue }).collect();
        let reason = (!issues.is_empty()).then_some(Reason::InvalidKey { origin: "record", issues });
        (reason, is_of_type)
    }

    fn unknown_key(&mut self, first: &mut Option<usize>, name: &str) {
        let name = name[..name.floor_char_boundary(MAX_KEY_LENGTH)].to_owned();
        match first.map(|first| &mut self.issues[first].reason) {
            Some(Reason::UnrecognizedKeys { keys }) if keys.len() < MAX_KEYS => keys.push(name),
            Some(_) => {}
            None => {
                *first = Some(self.issues.len());
                self.tell(Reason::UnrecognizedKeys { keys: vec![name] });
            }
        }
    }

    fn field(&mut self, object: &Members, at: usize, json: Option<&Json>) -> Finding {
        let ((name, place), before) = (&object.fields[at], self.issues.len());
        let default = place.default.map(|default| Json::read(&default()));
        let is_of_type = self.within(Segment::Key((*name).into()), |judge| match json.or(default.as_ref()) {
            None if !place.may_be_absent => judge.fault(Reason::Required {}),
            json => judge.value(place, json),
        });
        match (is_of_type, self.issues.len() == before) {
            (false, _) => Finding::Fault,
            (true, false) => Finding::Issue,
            (true, true) => Finding::Nothing,
        }
    }

    fn checks(&mut self, object: &Members, mut findings: Vec<Finding>) {
        let mut custom = 0;
        for check in object.checks {
            let is_sound = |limit| check.fields().all(|field| findings[field] < limit);
            let here = wire::path(&self.path);
            let at = check.at().map(|at| Segment::Key(object.fields[at].0.into()));
            let path: Vec<Segment> = self.path.iter().cloned().chain(at).collect();
            let reason = match check.kind {
                CheckKind::Matches => {
                    let there = wire::path(&path);
                    let differs = self.said.rules.iter().any(|(path, said)| *path == there && is_about_matches(said));
                    let matches = object.fields[check.first + check.own_fields[1]].0;
                    (differs && is_sound(Finding::Fault)).then_some(Reason::Unequal { matches })
                }
                CheckKind::NotEmpty => {
                    let mut said = self.said.checks.iter();
                    let is_said = said.any(|(path, _, message)| *path == here && message == "no field is given");
                    let (origin, minimum) = (Origin::Object, Limit::Integer(1));
                    is_said.then_some(Reason::TooSmall { origin, minimum, inclusive: true, exact: false, unit: None })
                }
                CheckKind::Custom => {
                    custom += 1;
                    let mut said = self.said.checks.iter();
                    let said = said.find(|(path, check, _)| (path, check + 1) == (&here, custom));
                    let message = said.filter(|_| is_sound(Finding::Issue)).map(|(_, _, message)| message.clone());
                    message.map(|message| Reason::Custom { message })
                }
            };
            let Some(reason) = reason else { continue };
            self.issues.push(Issue { path, reason });
            if let (CheckKind::Matches, Some(at)) = (check.kind, check.at()) {
                findings[at] = Finding::Issue;
            }
        }
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
