//! Linking: from schemas that refer to each other to one plan.

use core::any::TypeId;
use std::sync::OnceLock;

use super::{
    ArrayPlan, Custom, DefaultPlan, EnumPlan, Exclusive, FieldPlan, IntegerPlan, Layout, Limits, Node, NodeRule,
    NumberPlan, ObjectPlan, OptionPlan, Plan, Shape, Successor, TextPlan, TextRule,
};
use crate::engine::Place;
use crate::json::Key;
use crate::schema::{Bound, Choices, Field, Newtype, Normalize, Object, Presence, Rule, Schema, Unit, Unknown};

impl Plan {
    /// Links a schema.
    pub fn new(schema: &'static Schema) -> Plan {
        Plan::link(schema, Linker::default())
    }

    /// Links a schema without its normalisation: for values that are to be judged as they are.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn as_is(schema: &'static Schema) -> Plan {
        Plan::link(schema, Linker { is_literal: true, ..Linker::default() })
    }

    fn link(schema: &'static Schema, mut linker: Linker) -> Plan {
        let root = linker.node(schema, Vec::new(), Vec::new());
        let objects = linker.objects.into_iter().flatten().collect();
        Plan { root, objects }
    }
}

#[derive(Default)]
struct Linker {
    /// `None` while an object is being linked, which may refer to itself.
    objects: Vec<Option<ObjectPlan>>,
    seen: Vec<(TypeId, usize)>,
    /// Whether values are judged as they are.
    is_literal: bool,
}

impl Linker {
    fn node(&mut self, schema: &'static Schema, rules: Vec<&'static Rule>, normalize: Vec<Normalize>) -> Node {
        let shape = match schema {
            Schema::Option(inner) => return self.option(inner(), rules, normalize),
            Schema::Newtype(newtype) => return self.newtype(newtype, rules, normalize),
            Schema::Boolean => Shape::Boolean,
            Schema::Integer { minimum, maximum } => {
                // Limits within the type's own, as whichever is nearer, fit into it.
                let IntegerPlan { minimum, maximum, exclusive, of_type } =
                    integer((*minimum).into(), (*maximum).into(), &rules);
                let narrow = |limit: i128| limit.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
                Shape::Integer(IntegerPlan {
                    minimum: narrow(minimum),
                    maximum: narrow(maximum),
                    exclusive,
                    of_type: narrow(*of_type.start())..=narrow(*of_type.end()),
                })
            }
            Schema::BigInteger { minimum, maximum } => Shape::BigInteger(integer(*minimum, *maximum, &rules)),
            Schema::Number => Shape::Number(number(f64::MIN, f64::MAX, &rules)),
            Schema::Single => {
                Shape::Number(NumberPlan { is_single: true, ..number(f32::MIN.into(), f32::MAX.into(), &rules) })
            }
            Schema::Text => Shape::Text(text(normalize, &rules)),
            Schema::Formatted(format) => {
                let mut plan = text(format.normalize.to_vec(), &rules);
                plan.others.insert(0, TextRule::Spelling(format));
                Shape::Text(plan)
            }
            Schema::Decimal(format) => {
                let limits = integer(-format.maximum(), format.maximum(), &rules);
                Shape::Text(TextPlan { others: vec![TextRule::Decimal(format, limits)], ..TextPlan::default() })
            }
            Schema::Enum(schema) => Shape::Enum(EnumPlan {
                schema,
                keys: schema.variants.iter().map(|variant| Key::value(variant.name)).collect(),
            }),
            Schema::Array(item) => Shape::Array(self.array(item(), &rules, normalize)),
            Schema::FixedArray { item, length } => {
                let limits = Limits { minimum: *length, maximum: *length };
                Shape::Array(ArrayPlan { limits, is_fixed: true, ..self.array(item(), &rules, normalize) })
            }
            Schema::Object(object) => Shape::Object(self.object(object)),
        };
        let rules = node_rules(&rules);
        Node { shape, nullable: false, asks: !rules.is_empty(), rules, option: OptionPlan::default() }
    }

    /// As garde does it: rules look through an `Option`, `inner` means the value inside, and only
    /// rules of the application see the `Option` itself.
    fn option(&mut self, inner: &'static Schema, rules: Vec<&'static Rule>, normalize: Vec<Normalize>) -> Node {
        let inside = Inside::of(&rules, &normalize, true);
        let mut node = self.node(inner, inside.rules, inside.normalize);
        // An `Option` in this one is never null.
        node.rules.extend(node.option.customs.drain(..).map(NodeRule::Custom));
        let option = OptionPlan {
            required: rules.iter().any(|rule| matches!(rule, Rule::Required)),
            empties: matches!(&node.shape, Shape::Text(plan) if plan.empties),
            customs: customs(&rules),
            inside: None,
        };
        let asks = node.asks || option.asks_for_none() || option.empties;
        Node { nullable: true, asks, option, ..node }
    }

    /// The value inside, which keeps what the newtype says of it, and then what is said of the newtype.
    fn newtype(&mut self, newtype: &'static Newtype, rules: Vec<&'static Rule>, normalize: Vec<Normalize>) -> Node {
        let rules = newtype.rules.iter().chain(rules).collect();
        let normalize = [self.declared(newtype.normalize), normalize].concat();
        self.node((newtype.schema)(), rules, normalize)
    }

    /// The normalisation that is declared, if there is to be any.
    fn declared(&self, normalize: &[Normalize]) -> Vec<Normalize> {
        if self.is_literal { Vec::new() } else { normalize.to_vec() }
    }

    /// An `Option` in another, of an optional field: `null` is a value of the one inside.
    fn nullable(&mut self, inner: &'static Schema, rules: Vec<&'static Rule>, normalize: Vec<Normalize>) -> Node {
        let inside = Inside::of(&rules, &normalize, true);
        let node = self.node(inner, inside.rules, inside.normalize);
        let option = OptionPlan {
            required: false,
            empties: node.option.empties,
            customs: customs(&rules),
            inside: Some(Box::new(node.option)),
        };
        Node { asks: node.asks || option.asks_for_none(), option, ..node }
    }

    fn array(&mut self, item: &'static Schema, rules: &[&'static Rule], normalize: Vec<Normalize>) -> ArrayPlan {
        let inside = Inside::of(rules, &normalize, false);
        let item = self.node(item, inside.rules, inside.normalize);
        let layout = match item {
            Node { shape: Shape::Object(_), nullable: false, .. } => Layout::Blocks,
            Node { shape: Shape::Object(_) | Shape::Array(_), .. } => Layout::Links,
            // Every bit pattern is a number there, and none is left for null.
            Node { shape: Shape::BigInteger(_), nullable: true, .. } => Layout::Links,
            _ => Layout::Slots,
        };
        let limits = lengths(rules, |unit| matches!(unit, Unit::Items));
        ArrayPlan { item: Box::new(item), layout, limits, is_fixed: false }
    }

    fn object(&mut self, object: &'static Object) -> usize {
        let id = (object.id)();
        if let Some((_, index)) = self.seen.iter().find(|(seen, _)| *seen == id) {
            return *index;
        }
        let index = self.objects.len();
        self.seen.push((id, index));
        self.objects.push(None);
        let count = object.fields.len();
        let fields: Vec<FieldPlan> = object
            .fields
            .iter()
            .enumerate()
            .map(|(at, field)| self.field(field, Place::new(at, count), Successor::new(at + 1, count)))
            .collect();
        let mut watched = vec![0; count.div_ceil(16)];
        for (at, field) in fields.iter().enumerate() {
            if field.is_required || field.default.is_some() || field.node.option.asks_for_none() {
                watched[at / 16] |= 1 << (2 * (at % 16));
            }
        }
        self.objects[index] = Some(ObjectPlan {
            headers: Place::headers(count),
            watched,
            strips_unknown: object.unknown == Unknown::Strip,
            checks: object.checks,
            first: Successor::new(0, count),
            fields,
        });
        index
    }

    fn field(&mut self, field: &'static Field, place: Place, next: Successor) -> FieldPlan {
        let normalize = self.declared(field.normalize);
        let rules = field.rules.iter().collect();
        let mut node = match (field.presence, (field.schema)()) {
            (Presence::Nullable, Schema::Option(inner)) => self.nullable(inner(), rules, normalize),
            (_, schema) => self.node(schema, rules, normalize),
        };
        let is_required = !node.nullable && field.default.is_none();
        node.nullable &= field.presence != Presence::NotNull;
        FieldPlan {
            key: Key::new(field.name),
            place,
            next,
            node,
            name: field.name,
            is_required,
            default: field.default.map(|default| DefaultPlan { json: default(), slot: OnceLock::new() }),
        }
    }
}

/// What holds for what is inside an `Option` or a list.
#[derive(Default)]
struct Inside {
    rules: Vec<&'static Rule>,
    normalize: Vec<Normalize>,
}

impl Inside {
    /// What `inner` says; with `all`, whatever else there is too.
    fn of(rules: &[&'static Rule], normalize: &[Normalize], all: bool) -> Inside {
        let mut inside = Inside::default();
        for rule in rules {
            match rule {
                Rule::Inner(rules) => inside.rules.extend(*rules),
                Rule::Custom(_) | Rule::Required => {}
                rule if all => inside.rules.push(rule),
                _ => {}
            }
        }
        for normalize in normalize {
            match normalize {
                Normalize::Inner(normalize) => inside.normalize.extend(*normalize),
                normalize if all => inside.normalize.push(*normalize),
                _ => {}
            }
        }
        inside
    }
}

#[inline(never)]
fn customs(rules: &[&'static Rule]) -> Vec<Custom> {
    rules
        .iter()
        .filter_map(|rule| match rule {
            Rule::Custom(custom) => Some(*custom),
            _ => None,
        })
        .collect()
}

fn node_rules(rules: &[&'static Rule]) -> Vec<NodeRule> {
    rules
        .iter()
        .filter_map(|rule| match rule {
            Rule::Custom(custom) => Some(NodeRule::Custom(*custom)),
            Rule::MultipleOf(divisor) => Some(NodeRule::MultipleOf(*divisor)),
            Rule::OneOf(Choices::Integers(integers)) => Some(NodeRule::OneOf(integers)),
            Rule::Unique(repeats) => Some(NodeRule::Unique(*repeats)),
            _ => None,
        })
        .collect()
}

/// The limits that all `length` rules of some units together set.
#[inline(never)]
fn lengths(rules: &[&'static Rule], counts: impl Fn(&Unit) -> bool) -> Limits {
    rules.iter().fold(Limits::default(), |limits, rule| match rule {
        Rule::Length { unit, minimum, maximum } if counts(unit) => {
            Limits { minimum: limits.minimum.max(*minimum), maximum: limits.maximum.min(*maximum) }
        }
        _ => limits,
    })
}

#[inline(never)]
fn text(normalize: Vec<Normalize>, rules: &[&'static Rule]) -> TextPlan {
    let others = rules.iter().filter_map(|rule| match **rule {
        Rule::Format(format) => Some(TextRule::Format(format)),
        Rule::Pattern(pattern) => Some(TextRule::Pattern(pattern)),
        Rule::Contains(part) => Some(TextRule::Contains(part)),
        Rule::Prefix(start) => Some(TextRule::Prefix(start)),
        Rule::Suffix(end) => Some(TextRule::Suffix(end)),
        Rule::OneOf(Choices::Texts(texts)) => Some(TextRule::OneOf(texts)),
        Rule::Length { unit, minimum, maximum } => {
            let limits = Limits { minimum, maximum };
            match unit {
                Unit::Bytes => Some(TextRule::Bytes(limits)),
                Unit::Utf16 => Some(TextRule::Utf16(limits)),
                Unit::Graphemes(count) => Some(TextRule::Graphemes(count, limits)),
                Unit::Chars | Unit::Items => None,
            }
        }
        _ => None,
    });
    let changes = |change: fn(&Normalize) -> bool| normalize.iter().any(change);
    TextPlan {
        trims: changes(|normalize| matches!(normalize, Normalize::Trim)),
        lowers: changes(|normalize| matches!(normalize, Normalize::Lowercase(_) | Normalize::LowercaseAscii)),
        rewrites: changes(|normalize| {
            matches!(normalize, Normalize::Uppercase(_) | Normalize::UppercaseAscii | Normalize::CollapseWhitespace(_))
        }),
        empties: changes(|normalize| matches!(normalize, Normalize::EmptyAsNull)),
        chars: lengths(rules, |unit| matches!(unit, Unit::Chars)),
        others: others.collect(),
        normalize,
    }
}

/// The numbers that are allowed.
struct Interval<T> {
    minimum: T,
    maximum: T,
    exclusive: Exclusive,
}

impl<T: Copy + PartialOrd> Interval<T> {
    fn new(minimum: T, maximum: T) -> Interval<T> {
        Interval { minimum, maximum, exclusive: Exclusive::default() }
    }

    /// The part of it that rules leave, for numbers of which each has one next to it.
    fn limited(self, rules: &[&'static Rule], of: fn(Bound) -> T, above: fn(T) -> T, below: fn(T) -> T) -> Interval<T> {
        let mut interval = self;
        for rule in rules {
            match **rule {
                Rule::Range { minimum, maximum } => {
                    minimum.map(of).into_iter().for_each(|limit| interval.raise(limit, false));
                    maximum.map(of).into_iter().for_each(|limit| interval.lower(limit, false));
                }
                Rule::GreaterThan(limit) => interval.raise(above(of(limit)), true),
                Rule::LessThan(limit) => interval.lower(below(of(limit)), true),
                _ => {}
            }
        }
        interval
    }

    fn raise(&mut self, minimum: T, exclusive: bool) {
        if minimum > self.minimum {
            (self.minimum, self.exclusive.minimum) = (minimum, exclusive);
        }
    }

    fn lower(&mut self, maximum: T, exclusive: bool) {
        if maximum < self.maximum {
            (self.maximum, self.exclusive.maximum) = (maximum, exclusive);
        }
    }
}

#[inline(never)]
fn integer(minimum: i128, maximum: i128, rules: &[&'static Rule]) -> IntegerPlan<i128> {
    let of_type = minimum..=maximum;
    let interval = Interval::new(minimum, maximum);
    let Interval { minimum, maximum, exclusive } =
        interval.limited(rules, |bound| bound.integer, |limit| limit + 1, |limit| limit - 1);
    IntegerPlan { minimum, maximum, exclusive, of_type }
}

#[inline(never)]
fn number(minimum: f64, maximum: f64, rules: &[&'static Rule]) -> NumberPlan {
    let interval = Interval::new(minimum, maximum);
    let Interval { minimum, maximum, exclusive } =
        interval.limited(rules, |bound| bound.number, f64::next_up, f64::next_down);
    NumberPlan { minimum, maximum, exclusive, is_single: false }
}
