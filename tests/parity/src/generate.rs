//! Inputs made from a schema: mostly what it asks for, at its edges and a little beyond them.

use fastrand::Rng;
use portcullis::schema::{CheckKind, Enum, Field, Map, Normalize, Object, Presence, Rule, Schema, Unit};

use crate::json::Json;
use crate::times;

pub mod any;
mod numbers;
mod texts;
mod unions;

/// How deep lists and objects may be nested before they are left empty.
const MAX_DEPTH: usize = 6;

/// Makes values. `slips` is how many of a hundred choices go beyond what the schema allows.
pub struct Generator<'r> {
    /// Where the choices come from.
    pub rng: &'r mut Rng,
    /// Of a hundred choices, how many are wrong.
    pub slips: u8,
}

impl Generator<'_> {
    /// Makes a value.
    pub fn value(&mut self, schema: &Schema) -> Json {
        self.with_rules(schema, &[], 0)
    }

    /// Makes a value that has no others in it.
    pub fn scalar(&mut self, schema: &Schema, rules: &[Rule]) -> Json {
        self.with_rules(schema, rules, 0)
    }

    fn slip(&mut self) -> bool {
        self.rng.u8(..100) < self.slips
    }

    fn with_rules(&mut self, schema: &Schema, rules: &[Rule], depth: usize) -> Json {
        match schema {
            Schema::Boolean => Json::Raw(self.rng.bool().to_string()),
            Schema::Integer { .. } | Schema::BigInteger(_) => self.integer(schema, rules),
            Schema::Number(_) | Schema::Single(_) => self.number(rules),
            Schema::Text => self.text(rules),
            Schema::Formatted(format) => {
                let slip = self.slip();
                Json::Text(match format.name {
                    "uuid" => self.uuid(rules),
                    "char" => self.character(),
                    "base64" => self.bytes(rules),
                    "date" => times::date(self.rng, slip),
                    "time" => times::time(self.rng, slip),
                    "datetime" => times::datetime(self.rng, slip),
                    name => unreachable!("no format is called {name}"),
                })
            }
            Schema::Decimal(format) => Json::Text(self.decimal(format, rules)),
            // Of what may hold itself there is less the deeper it is.
            Schema::Option(inner) => match self.rng.u8(..if depth < MAX_DEPTH { 4 } else { 2 }) {
                0 if self.slip() || !rules.iter().any(|rule| matches!(rule, Rule::Required)) => {
                    Json::Raw("null".to_owned())
                }
                _ => {
                    let rules: Vec<Rule> = rules.iter().flat_map(flat).collect();
                    self.with_rules(inner(), &rules, depth)
                }
            },
            Schema::Array(item) => {
                let (minimum, maximum) = lengths(rules, |unit| matches!(unit, Unit::Items));
                let maximum = maximum.min(minimum + if depth < MAX_DEPTH { 3 } else { 0 });
                self.array(item(), (minimum, maximum), rules, depth)
            }
            Schema::FixedArray { item, length } => {
                self.array(item(), (*length as usize, *length as usize), rules, depth)
            }
            Schema::Tuple(tuple) => {
                let length = if self.slip() { self.rng.usize(..tuple.items.len() + 2) } else { tuple.items.len() };
                // What is beyond the last has no shape: the last one's.
                let items = (0..length).map(|at| tuple.items[at.min(tuple.items.len() - 1)]);
                Json::Array(items.map(|item| self.with_rules(item(), &[], depth + 1)).collect())
            }
            Schema::Enum(Enum { variants: [], .. }) => Json::null(),
            Schema::Map(map) => {
                let (minimum, maximum) = lengths(rules, |unit| matches!(unit, Unit::Items));
                let count = self.length(minimum, maximum.min(minimum + if depth < MAX_DEPTH { 3 } else { 0 }));
                let inner = inner(rules);
                let entries = (0..count).map(|_| (self.key(map), self.with_rules((map.values)(), &inner, depth + 1)));
                Json::Object(entries.collect())
            }
            Schema::Any(_) => self.any(depth),
            Schema::Enum(options) => {
                let variant = self.rng.usize(..options.variants.len());
                Json::Text(self.name(options, variant))
            }
            Schema::Object(object) => self.object(object, depth),
            Schema::Union(union) => self.union(union, depth),
            Schema::Newtype(newtype) => {
                let rules = [newtype.rules, rules].concat();
                self.with_rules((newtype.schema)(), &rules, depth)
            }
        }
    }

    fn object(&mut self, object: &Object, depth: usize) -> Json {
        let mut fields: Vec<_> = object.fields.iter().filter_map(|field| self.field(field, depth)).collect();
        if self.rng.u8(..32) == 0 && object.checks.iter().any(|check| check.kind == CheckKind::NotEmpty) {
            fields.clear();
        }
        for check in object.checks {
            if check.kind == CheckKind::Matches && self.rng.u8(..8) > 0 {
                let [field, other] = [0, 1].map(|at| object.fields[check.first + check.own_fields[at]].name);
                repeat(&mut fields, field, other);
            }
        }
        if self.rng.u8(..4) == 0 {
            self.rng.shuffle(&mut fields);
        }
        Json::Object(fields)
    }

    fn field(&mut self, field: &Field, depth: usize) -> Option<(String, Json)> {
        let may_be_absent = field.default.is_some() || matches!((field.schema)(), Schema::Option(_));
        let required = field.rules.iter().any(|rule| matches!(rule, Rule::Required));
        if may_be_absent && !required && self.rng.u8(..3) == 0 || self.slip() {
            return None;
        }
        let empties = field.normalize.iter().any(|normalize| matches!(normalize, Normalize::EmptyAsNull));
        if empties && (!required || self.slip()) && self.rng.u8(..4) == 0 {
            return Some((field.name.to_owned(), Json::Text([" ", "\u{3000}", ""][self.rng.usize(..3)].to_owned())));
        }
        let value = match (field.schema)() {
            Schema::Option(inner)
                if matches!(field.presence, Presence::Nullable | Presence::NotNull) && !self.slip() =>
            {
                let rules: Vec<Rule> = field.rules.iter().flat_map(flat).collect();
                self.with_rules(inner(), &rules, depth + 1)
            }
            schema => self.with_rules(schema, field.rules, depth + 1),
        };
        Some((field.name.to_owned(), value))
    }

    fn array(&mut self, item: &Schema, (minimum, maximum): (usize, usize), rules: &[Rule], depth: usize) -> Json {
        let count = self.length(minimum, maximum);
        let unique = rules.iter().any(|rule| matches!(rule, Rule::Unique(_, _)));
        let rules = inner(rules);
        let mut items: Vec<Json> = Vec::new();
        for _ in 0..count {
            match self.rng.choice(&items).cloned() {
                Some(copy) if unique && self.slip() => items.push(copy),
                _ => items.push(self.item(item, &rules, depth, if unique { &items } else { &[] })),
            }
        }
        Json::Array(items)
    }

    /// A key of a map.
    pub fn key(&mut self, map: &Map) -> String {
        let odd = ["__proto__", "constructor", "toString", "", "1", "-0", "01", "a.b", "a[0]", "é\"🚀", "1e2"];
        let schema = (map.keys)();
        let is_free = matches!(schema, Schema::Text);
        match self.with_rules(schema, &[], 0) {
            _ if is_free && self.rng.u8(..4) == 0 || self.slip() => (*self.rng.choice(&odd).unwrap()).to_owned(),
            Json::Text(text) => text,
            Json::Raw(number) => number,
            other => unreachable!("{other:?} is no key"),
        }
    }

    /// An item of a list that is none of the others, if there is such a one.
    fn item(&mut self, item: &Schema, rules: &[Rule], depth: usize, others: &[Json]) -> Json {
        let mut value = self.with_rules(item, rules, depth + 1);
        for _ in 0..9 {
            if !others.contains(&value) {
                break;
            }
            value = self.with_rules(item, rules, depth + 1);
        }
        value
    }

    /// A length within limits, most often at one of them; one off for a slip.
    fn length(&mut self, minimum: usize, maximum: usize) -> usize {
        match (self.slip(), self.rng.u8(..4)) {
            (true, 0 | 1) => minimum.saturating_sub(1),
            (true, _) => maximum + 1,
            (false, 0) => minimum,
            (false, 1) => maximum,
            (false, _) => self.rng.usize(minimum..=maximum),
        }
    }
}

/// Makes a field of an object the same as another.
fn repeat(fields: &mut Vec<(String, Json)>, field: &str, other: &str) {
    fields.retain(|(name, _)| name != field);
    let same = fields.iter().find(|(name, _)| name == other).map(|(_, value)| value.clone());
    fields.extend(same.map(|value| (field.to_owned(), value)));
}

/// What rules say of the items of a list, or the values of a map.
fn inner(rules: &[Rule]) -> Vec<Rule> {
    let inner = rules.iter().flat_map(|rule| match rule {
        Rule::Inner(rules) => rules.to_vec(),
        _ => Vec::new(),
    });
    inner.collect()
}

/// What a rule of an `Option` means for the value inside.
fn flat(rule: &Rule) -> Vec<Rule> {
    match rule {
        Rule::Inner(rules) => rules.to_vec(),
        Rule::Custom(_) => Vec::new(),
        rule => vec![*rule],
    }
}

fn lengths(rules: &[Rule], counts: impl Fn(&Unit) -> bool) -> (usize, usize) {
    rules.iter().fold((0, 40), |(least, most), rule| match rule {
        Rule::Length { unit, minimum, maximum } if counts(unit) => (*minimum as usize, (*maximum as usize).min(400)),
        _ => (least, most),
    })
}
