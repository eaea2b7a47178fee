//! Linking: from schemas that refer to each other to one plan.

use core::any::TypeId;
use std::sync::OnceLock;

use super::{
    ArrayPlan, Custom, DefaultPlan, EnumPlan, FieldPlan, IntegerPlan, Layout, Limits, Node, NumberPlan, ObjectPlan,
    Plan, Shape, Successor, TextPlan, TextRule,
};
use crate::engine::Place;
use crate::json::Key;
use crate::schema::{Bound, Field, Normalize, Object, Rule, Schema, Unit, Unknown};

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
            Schema::Boolean => Shape::Boolean,
            Schema::Integer { minimum, maximum } => {
                // Limits within the type's own, as whichever is nearer, fit into it.
                let IntegerPlan { minimum, maximum, of_type } = integer((*minimum).into(), (*maximum).into(), &rules);
                let narrow = |limit: i128| limit.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
                Shape::Integer(IntegerPlan {
                    minimum: narrow(minimum),
                    maximum: narrow(maximum),
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
            Schema::Enum(schema) => Shape::Enum(EnumPlan {
                schema,
                keys: schema.variants.iter().map(|variant| Key::value(variant.name)).collect(),
            }),
            Schema::Array(item) => Shape::Array(self.array(item(), &rules, normalize)),
            Schema::Object(object) => Shape::Object(self.object(object)),
        };
        Node { shape, nullable: false, customs: customs(&rules), option_customs: Vec::new() }
    }

    /// As garde does it: rules look through an `Option`, `inner` means the value inside, and only
    /// rules of the application see the `Option` itself.
    fn option(&mut self, inner: &'static Schema, rules: Vec<&'static Rule>, normalize: Vec<Normalize>) -> Node {
        let option_customs = customs(&rules);
        let inside = Inside::of(&rules, &normalize, true);
        let node = self.node(inner, inside.rules, inside.normalize);
        Node { nullable: true, option_customs, ..node }
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
        ArrayPlan { item: Box::new(item), layout, limits: lengths(rules, |unit| matches!(unit, Unit::Items)) }
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
            let Node { nullable, option_customs, .. } = &field.node;
            if !nullable || field.default.is_some() || !option_customs.is_empty() {
                watched[at / 16] |= 1 << (2 * (at % 16));
            }
        }
        self.objects[index] = Some(ObjectPlan {
            headers: Place::headers(count),
            watched,
            strips_unknown: object.unknown == Unknown::Strip,
            first: Successor::new(0, count),
            fields,
        });
        index
    }

    fn field(&mut self, field: &'static Field, place: Place, next: Successor) -> FieldPlan {
        let normalize = if self.is_literal { Vec::new() } else { field.normalize.to_vec() };
        FieldPlan {
            key: Key::new(field.name),
            place,
            next,
            node: self.node((field.schema)(), field.rules.iter().collect(), normalize),
            name: field.name,
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
                Rule::Custom(_) => {}
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

fn customs(rules: &[&'static Rule]) -> Vec<Custom> {
    rules
        .iter()
        .filter_map(|rule| match rule {
            Rule::Custom(custom) => Some(*custom),
            _ => None,
        })
        .collect()
}

/// The limits that all `length` rules of some units together set.
fn lengths(rules: &[&'static Rule], counts: impl Fn(&Unit) -> bool) -> Limits {
    rules.iter().fold(Limits::default(), |limits, rule| match rule {
        Rule::Length { unit, minimum, maximum } if counts(unit) => {
            Limits { minimum: limits.minimum.max(*minimum), maximum: limits.maximum.min(*maximum) }
        }
        _ => limits,
    })
}

fn text(normalize: Vec<Normalize>, rules: &[&'static Rule]) -> TextPlan {
    let others = rules.iter().filter_map(|rule| match **rule {
        Rule::Format(format) => Some(TextRule::Format(format)),
        Rule::Pattern(pattern) => Some(TextRule::Pattern(pattern)),
        Rule::Contains(part) => Some(TextRule::Contains(part)),
        Rule::Prefix(start) => Some(TextRule::Prefix(start)),
        Rule::Suffix(end) => Some(TextRule::Suffix(end)),
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
        chars: lengths(rules, |unit| matches!(unit, Unit::Chars)),
        others: others.collect(),
        normalize,
    }
}

fn bounds(rules: &[&'static Rule]) -> impl Iterator<Item = (Option<Bound>, Option<Bound>)> {
    rules.iter().filter_map(|rule| match rule {
        Rule::Range { minimum, maximum } => Some((*minimum, *maximum)),
        _ => None,
    })
}

fn integer(minimum: i128, maximum: i128, rules: &[&'static Rule]) -> IntegerPlan<i128> {
    let of_type = minimum..=maximum;
    let (minimum, maximum) = bounds(rules).fold((minimum, maximum), |(least, most), (minimum, maximum)| {
        (minimum.map_or(least, |bound| bound.integer.max(least)), maximum.map_or(most, |bound| bound.integer.min(most)))
    });
    IntegerPlan { minimum, maximum, of_type }
}

fn number(minimum: f64, maximum: f64, rules: &[&'static Rule]) -> NumberPlan {
    let (minimum, maximum) = bounds(rules).fold((minimum, maximum), |(least, most), (minimum, maximum)| {
        (minimum.map_or(least, |bound| bound.number.max(least)), maximum.map_or(most, |bound| bound.number.min(most)))
    });
    NumberPlan { minimum, maximum, is_single: false }
}
