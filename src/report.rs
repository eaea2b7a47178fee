//! garde's reports, in the shape that every refusal has.
//!
//! A report has Rust's names, and messages instead of codes. The schema knows the names on the wire,
//! and which rule says what.

mod unions;

use std::collections::BTreeMap;
use std::mem;

use garde::error::Kind;
use garde::{Path, Report};
use serde::Serialize;

use crate::Payload;
use crate::engine::{self, MAX_ISSUES};
use crate::error::{Code, ErrorShape};
use crate::issue::{Issue, Limit, Origin, Reason, Segment};
use crate::rules::{exclusive, format, inside, multiple_of, native, one_of, unique};
use crate::schema::{Bound, CheckKind, Map, Object, Pattern, Rule, Schema, Unit};

/// What is wrong with a typed value that garde has refused.
///
/// The engine says it, of the JSON that the value is written as. What it does not refuse has its
/// `Validate` written by hand, and what is no payload in its eyes (too deep, for one) has no issues
/// there: then the report must do.
pub(crate) fn explain<T: Payload + Serialize>(value: &T, report: &Report) -> ErrorShape {
    let json = serde_json::to_vec(value).unwrap_or_default();
    engine::explain::<T>(&json)
        .filter(|refusal| refusal.code == Code::ValidationFailed)
        .unwrap_or_else(|| ErrorShape::from_report::<T>(report))
}

impl ErrorShape {
    /// The refusal that a report of garde about a payload amounts to: names as on the wire, codes
    /// and params as the engine has them, in the order of the fields.
    ///
    /// What was not said by a rule of the schema, in garde's English, becomes a `custom` issue with
    /// its message. Where the value is at hand, [`Payload::check`] does it all.
    ///
    /// ```
    /// use portcullis::garde::Unvalidated;
    /// use portcullis::{ErrorShape, payload};
    ///
    /// #[payload]
    /// struct Label {
    ///     #[garde(length(chars, max = 5))]
    ///     #[serde(rename = "label")]
    ///     name: String,
    /// }
    ///
    /// let label = Unvalidated::new(Label { name: "urgent".to_owned() });
    /// let report = label.validate().map(drop).unwrap_err();
    /// let refusal = ErrorShape::from_report::<Label>(&report);
    /// assert_eq!(refusal.issues()[0].to_string(), "label: Must have at most 5 characters (too_big)");
    /// ```
    pub fn from_report<T: Payload>(report: &Report) -> ErrorShape {
        let mut said: BTreeMap<_, usize> = BTreeMap::new();
        let mut issues: Vec<(Vec<Step>, Issue)> = Vec::new();
        for (path, error) in report.iter() {
            let count = said.entry((path, error)).or_default();
            let told = |place| (reason(&place, error.message(), *count), place);
            let mut places: Vec<(Reason, Place)> = Place::find(T::SCHEMA, path).into_iter().map(told).collect();
            // Which variant of an enum it is about is not said: where a rule says this, or could.
            places.sort_by_key(|(reason, place)| match reason {
                Reason::Custom { .. } if place.has_functions() => 1,
                Reason::Custom { .. } => 2,
                _ => 0,
            });
            *count += 1;
            if let Some((reason, place)) = places.into_iter().next() {
                issues.push((place.order, Issue { path: place.path, reason }));
            }
        }
        issues.sort_by(|(left, _), (right, _)| left.cmp(right));
        issues.dedup_by(|(_, next), (_, issue)| issue.path == next.path && join_keys(issue, next));
        let truncated = issues.len() > MAX_ISSUES;
        let issues = issues.into_iter().take(MAX_ISSUES).map(|(_, issue)| issue).collect();
        ErrorShape::validation_failed(issues, truncated)
    }
}

/// A step of a path, as issues are sorted.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    At(usize),
    Key(String),
}

/// All that is wrong with a key is one issue.
fn join_keys(issue: &mut Issue, next: &mut Issue) -> bool {
    match (&mut issue.reason, &mut next.reason) {
        (Reason::InvalidKey { issues, .. }, Reason::InvalidKey { issues: others, .. }) => {
            issues.append(others);
            // As the engine tells it: limits come first, and rules of the application last.
            issues.sort_by_key(|issue| match issue.reason {
                Reason::TooSmall { .. } | Reason::TooBig { .. } => 0,
                Reason::Custom { .. } => 2,
                _ => 1,
            });
            true
        }
        _ => false,
    }
}

/// Where a value is, and what it must keep there.
#[derive(Clone)]
struct Place {
    path: Vec<Segment>,
    /// The path in the order of fields, items and keys.
    order: Vec<Step>,
    /// In a flattened struct, the index of its first field.
    first: usize,
    /// The schema of the value itself, inside any options and newtypes.
    schema: &'static Schema,
    rules: Vec<&'static Rule>,
    /// The object that it is a field of, and which.
    parent: Option<(&'static Object, usize)>,
    /// Whether it is an item of a list in which none is to be there twice.
    is_unique: bool,
    /// The map that it is a value of: its path is that of the key too.
    map: Option<&'static Map>,
}

impl Place {
    /// The value itself.
    fn of(schema: &'static Schema) -> Place {
        let (path, order, rules) = (Vec::new(), Vec::new(), Vec::new());
        let mut place = Place { path, order, first: 0, schema, rules, parent: None, is_unique: false, map: None };
        place.stand(schema, Vec::new());
        place
    }

    /// As far as the schema knows the path: one place, or one for each variant that it may go into.
    fn find(schema: &'static Schema, path: &Path) -> Vec<Place> {
        let mut places = vec![Place::of(schema)];
        for (kind, name) in path.__iter().rev() {
            let known: Vec<Place> = places.iter().flat_map(|place| place.enter(&kind, name)).collect();
            if known.is_empty() {
                break;
            }
            places = known;
        }
        places
    }

    fn enter(&self, kind: &Kind, name: &str) -> Vec<Place> {
        let mut inside = self.clone();
        let known = match (kind, self.schema) {
            (Kind::Key | Kind::Index, Schema::Union(_)) => return self.enter_variants(name),
            (Kind::Key, Schema::Object(object)) => inside.enter_field(object, name),
            (Kind::Key, Schema::Map(map)) => {
                inside.enter_entry(map, name);
                Some(())
            }
            (Kind::Key, _) => None,
            (Kind::Index, _) => inside.enter_item(name),
            (Kind::None, _) => {
                inside.enter_option();
                Some(())
            }
        };
        known.map(|()| inside).into_iter().collect()
    }

    fn enter_field(&mut self, object: &'static Object, member: &str) -> Option<()> {
        if let Some(flattened) = object.flattened.iter().find(|flattened| flattened.member == member) {
            // Its fields are in the same object, on the wire.
            self.first += flattened.first;
            self.schema = flattened.schema;
            return Some(());
        }
        let (at, field) = object.fields.iter().enumerate().find(|(_, field)| field.member == member)?;
        self.path.push(Segment::field(field.name));
        self.order.push(Step::At(mem::take(&mut self.first) + at));
        (self.parent, self.is_unique, self.map) = (Some((object, at)), false, None);
        self.stand((field.schema)(), field.rules.iter().collect());
        Some(())
    }

    fn enter_entry(&mut self, map: &'static Map, key: &str) {
        self.path.push(Segment::entry(key.as_bytes()));
        self.order.push(Step::Key(key.to_owned()));
        (self.parent, self.is_unique, self.map) = (None, false, Some(map));
        self.stand((map.values)(), inner(&self.rules));
    }

    fn enter_item(&mut self, index: &str) -> Option<()> {
        let index: usize = index.parse().ok()?;
        let item = match *self.schema {
            Schema::Array(item) | Schema::FixedArray { item, .. } => item,
            Schema::Tuple(tuple) => *tuple.items.get(index)?,
            _ => return None,
        };
        self.path.push(Segment::Index(index));
        self.order.push(Step::At(index));
        self.is_unique = self.rules.iter().any(|rule| matches!(rule, Rule::Unique(_, _)));
        (self.parent, self.map) = (None, None);
        self.stand(item(), inner(&self.rules));
        Some(())
    }

    /// What an item is said to repeat.
    fn repeat(&self, message: &str) -> Option<Reason> {
        let first = message.strip_prefix(unique::native::SAME)?.parse().ok()?;
        self.is_unique.then_some(Reason::NotUnique { first })
    }

    /// Whether functions of the application may say something here.
    fn has_functions(&self) -> bool {
        let is_checked = match self.schema {
            Schema::Object(object) => object.checks.iter().any(|check| check.kind == CheckKind::Custom),
            _ => false,
        };
        is_checked || self.rules.iter().any(|rule| matches!(rule, Rule::Custom(_)))
    }

    fn enter_option(&mut self) {
        (self.rules, self.parent) = (inner(&self.rules), None);
    }

    /// Takes what is said of a value, and what the newtypes around it say.
    fn stand(&mut self, schema: &'static Schema, rules: Vec<&'static Rule>) {
        (self.schema, self.rules) = (schema, rules);
        loop {
            self.schema = match self.schema {
                Schema::Option(inside) => inside(),
                Schema::Newtype(newtype) => {
                    self.rules.extend(newtype.rules);
                    (newtype.schema)()
                }
                _ => break,
            }
        }
    }
}

fn inner(rules: &[&'static Rule]) -> Vec<&'static Rule> {
    let inside = rules.iter().filter_map(|rule| match rule {
        Rule::Inner(rules) => Some(*rules),
        _ => None,
    });
    inside.flatten().collect()
}

/// Which rule has said this about a value, after others have said the same so many times.
fn reason(place: &Place, message: &str, count: usize) -> Reason {
    if let (Some(map), Some(message)) = (place.map, message.strip_prefix(inside::KEY)) {
        let reason = reason(&Place::of((map.keys)()), message, count);
        return Reason::InvalidKey { origin: "record", issues: vec![Issue { path: Vec::new(), reason }] };
    }
    let rules = place.rules.iter().filter_map(|rule| said_by(rule, place.schema, message));
    let across = unequal(place, message).or_else(|| empty(place, message));
    let mut reasons: Vec<Reason> = rules.chain(across).collect();
    reasons.sort_by_key(rank);
    reasons.extend(place.repeat(message));
    reasons.into_iter().nth(count).unwrap_or_else(|| Reason::Custom { message: message.to_owned() })
}

/// The reason behind a message, if it is the field's `matches` that says it.
fn unequal(place: &Place, message: &str) -> Option<Reason> {
    let (object, at) = place.parent?;
    object.checks.iter().find_map(|check| match (check.kind, &check.fields().collect::<Vec<_>>()[..]) {
        (CheckKind::Matches, &[field, other]) if field == at => {
            let other = &object.fields[other];
            let says_so = message == format!("does not match {} field", other.member);
            says_so.then_some(Reason::Unequal { matches: other.name })
        }
        _ => None,
    })
}

/// The reason behind a message, if it is that the object has none of its fields.
fn empty(place: &Place, message: &str) -> Option<Reason> {
    let Schema::Object(object) = *place.schema else { return None };
    let is_asked = object.checks.iter().any(|check| check.kind == CheckKind::NotEmpty);
    (is_asked && message == native::NO_FIELD).then_some(Reason::NO_FIELD)
}

/// The units of text: one that comes later counts no less.
const UNITS: [&str; 4] = ["graphemes", "chars", "utf16", "bytes"];

/// In which order lengths with the same limit are broken: where text is too short in characters, it
/// is in graphemes too; where it is too long in characters, it is in bytes.
fn rank(reason: &Reason) -> Option<usize> {
    match reason {
        Reason::TooSmall { unit, .. } => UNITS.iter().position(|name| Some(*name) == *unit),
        Reason::TooBig { unit, .. } => UNITS.iter().rev().position(|name| Some(*name) == *unit),
        _ => None,
    }
}

/// The reason behind a message, if this rule says that.
fn said_by(rule: &Rule, schema: &'static Schema, message: &str) -> Option<Reason> {
    match *rule {
        Rule::Length { unit, minimum, maximum } => {
            let (origin, unit) = match unit {
                Unit::Items if matches!(schema, Schema::Map(_)) => (Origin::Map, None),
                Unit::Items => (Origin::Array, None),
                Unit::Graphemes(_) => (Origin::String, Some("graphemes")),
                Unit::Chars => (Origin::String, Some("chars")),
                Unit::Utf16 => (Origin::String, Some("utf16")),
                Unit::Bytes | Unit::Decoded(_) => (Origin::String, Some("bytes")),
            };
            let (inclusive, exact) = (true, minimum == maximum);
            if message == format!("length is lower than {minimum}") {
                let minimum = Limit::Integer(minimum.into());
                return Some(Reason::TooSmall { origin, minimum, inclusive, exact, unit });
            }
            (message == format!("length is greater than {maximum}")).then(|| {
                let maximum = Limit::Integer(maximum.into());
                Reason::TooBig { origin, maximum, inclusive, exact, unit }
            })
        }
        Rule::Range { minimum, maximum } => {
            let (origin, inclusive, exact, unit) = (Origin::Number, true, false, None);
            if message.starts_with("lower than ") {
                let minimum = limit(minimum?, schema);
                return Some(Reason::TooSmall { origin, minimum, inclusive, exact, unit });
            }
            message.strip_prefix("greater than ")?;
            let maximum = limit(maximum?, schema);
            Some(Reason::TooBig { origin, maximum, inclusive, exact, unit })
        }
        Rule::GreaterThan(bound) => message.starts_with(exclusive::NOT_GREATER).then(|| {
            let (origin, minimum) = (Origin::Number, limit(bound, schema));
            Reason::TooSmall { origin, minimum, inclusive: false, exact: false, unit: None }
        }),
        Rule::LessThan(bound) => message.starts_with(exclusive::NOT_LESS).then(|| {
            let (origin, maximum) = (Origin::Number, limit(bound, schema));
            Reason::TooBig { origin, maximum, inclusive: false, exact: false, unit: None }
        }),
        Rule::MultipleOf(divisor, _) => message
            .starts_with(multiple_of::native::NO_MULTIPLE)
            .then(|| Reason::NotMultipleOf { divisor: divisor.limit() }),
        Rule::OneOf(choices, _) => {
            (message == one_of::NONE_OF_THEM).then(|| Reason::InvalidValue { values: choices.into() })
        }
        Rule::Required => (message == "not set").then_some(Reason::Required {}),
        Rule::Format(format) if message == format::message(format) => Some(Reason::InvalidFormat { format }),
        // "not ascii", "not a valid email: ..", "not a valid IPv4 address".
        Rule::Format(format) => {
            let mut words = message.strip_prefix("not ")?.split(|c: char| !c.is_ascii_alphanumeric());
            words.any(|word| word.eq_ignore_ascii_case(format.name)).then_some(Reason::InvalidFormat { format })
        }
        Rule::Pattern(Pattern { source: pattern, .. }) => (message == format!("does not match pattern /{pattern}/"))
            .then_some(Reason::Mismatch { format: "regex", pattern }),
        Rule::Contains(includes) => (message == format!("does not contain \"{includes}\""))
            .then_some(Reason::NotIncluded { format: "includes", includes }),
        Rule::Prefix(prefix) => (message == format!("value does not begin with \"{prefix}\""))
            .then_some(Reason::WrongStart { format: "starts_with", prefix }),
        Rule::Suffix(suffix) => (message == format!("does not end with \"{suffix}\""))
            .then_some(Reason::WrongEnd { format: "ends_with", suffix }),
        // What `unique` says is about an item.
        Rule::Unique(_, _) | Rule::Conversion(_) | Rule::Custom(_) | Rule::Inner(_) => None,
    }
}

/// A limit in the spelling that the type of the number asks for.
fn limit(bound: &Bound, schema: &'static Schema) -> Limit {
    match schema {
        Schema::Integer { .. } | Schema::BigInteger(_) => Limit::whole(bound.integer),
        Schema::Decimal(format) => Limit::Decimal(bound.integer, format),
        _ => Limit::of(bound.number),
    }
}
