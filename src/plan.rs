//! A schema linked once into flat tables: what the engine reads while it walks.
//!
//! Schemas refer to each other by functions, and rules stand beside them at the fields. A plan has
//! a node for every place where a value can be, with its rules merged in, and indices of objects
//! instead of functions.

use core::any::TypeId;
use core::ops::RangeInclusive;
use core::sync::atomic::{AtomicU16, Ordering};
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use crate::Payload;
use crate::engine::{Place, State, Value};
use crate::formats::Format;
use crate::json::Key;
use crate::schema::{Bound, Enum, Field, Normalize, Object, Pattern, Rule, Schema, Unit, Unknown};

/// A linked schema.
#[derive(Debug)]
pub struct Plan {
    /// The payload itself.
    pub(crate) root: Node,
    pub(crate) objects: Vec<ObjectPlan>,
}

/// A place where a value can be.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) shape: Shape,
    /// Whether `null` may stand here.
    pub(crate) nullable: bool,
    /// Rules of the application for a value that is there and not null.
    pub(crate) customs: Vec<Custom>,
    /// Rules of the application for the `Option` as a whole.
    pub(crate) option_customs: Vec<Custom>,
}

/// A rule of the application.
pub(crate) type Custom = fn(Value<'_>) -> Result<(), String>;

/// The tag is a byte of its own, to be read as it is.
#[derive(Debug)]
#[repr(u8)]
pub(crate) enum Shape {
    Boolean,
    Integer(IntegerPlan),
    /// Of 64 bits.
    BigInteger(IntegerPlan<i128>),
    Number(NumberPlan),
    Text(TextPlan),
    Enum(EnumPlan),
    Array(ArrayPlan),
    /// An index into [`Plan::objects`].
    Object(usize),
}

/// A whole number and its rules.
#[derive(Debug)]
pub(crate) struct IntegerPlan<T = i64> {
    pub(crate) minimum: T,
    pub(crate) maximum: T,
    /// What the Rust type can hold.
    pub(crate) of_type: RangeInclusive<T>,
}

/// A double and its rules.
#[derive(Debug)]
pub(crate) struct NumberPlan {
    pub(crate) minimum: f64,
    pub(crate) maximum: f64,
    /// Whether Rust holds it as a single, which is what the rules look at then.
    pub(crate) is_single: bool,
}

/// Text and its rules.
#[derive(Debug)]
pub(crate) struct TextPlan {
    pub(crate) normalize: Vec<Normalize>,
    /// Whether white space at the ends would be cut.
    pub(crate) trims: bool,
    /// Whether capital letters would become small ones.
    pub(crate) lowers: bool,
    /// Whether there is anything else that may change text.
    pub(crate) rewrites: bool,
    /// Limits in Unicode scalar values, the common case.
    pub(crate) chars: Limits,
    pub(crate) others: Vec<TextRule>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) minimum: u32,
    pub(crate) maximum: u32,
}

/// No limits.
impl Default for Limits {
    fn default() -> Limits {
        Limits { minimum: 0, maximum: u32::MAX }
    }
}

impl Limits {
    #[inline(always)]
    pub(crate) fn contain(&self, length: u32) -> bool {
        self.minimum <= length && length <= self.maximum
    }
}

#[derive(Debug)]
pub(crate) enum TextRule {
    Bytes(Limits),
    Utf16(Limits),
    Graphemes(fn(&str) -> usize, Limits),
    Format(&'static Format),
    /// The format of the Rust type itself.
    Spelling(&'static Format),
    Pattern(&'static Pattern),
    Contains(&'static str),
    Prefix(&'static str),
    Suffix(&'static str),
}

/// One of several names.
#[derive(Debug)]
pub(crate) struct EnumPlan {
    pub(crate) schema: &'static Enum,
    /// The names, in the order of the variants.
    pub(crate) keys: Vec<Key>,
}

/// A list and its rules.
#[derive(Debug)]
pub(crate) struct ArrayPlan {
    pub(crate) item: Box<Node>,
    pub(crate) layout: Layout,
    pub(crate) limits: Limits,
}

/// How the items of a list lie on the tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One slot each, side by side.
    Slots,
    /// Object blocks, each of which says where it ends.
    Blocks,
    /// A link to the next one and a slot each, then what belongs to the slot.
    Links,
}

/// An object type.
#[derive(Debug)]
pub(crate) struct ObjectPlan {
    pub(crate) fields: Vec<FieldPlan>,
    /// How many header slots a block has.
    pub(crate) headers: usize,
    /// For every header word of states: the low state bits of fields whose absence matters.
    pub(crate) watched: Vec<u32>,
    pub(crate) strips_unknown: bool,
    /// The field that is expected first.
    pub(crate) first: Successor,
}

/// Which field is expected next: learned from what is seen.
#[derive(Debug)]
pub(crate) struct Successor(AtomicU16);

impl Successor {
    /// At first the fields are expected as they are declared, and behind the last one itself.
    fn new(index: usize, fields: usize) -> Successor {
        Successor(AtomicU16::new(index.min(fields.saturating_sub(1)) as u16))
    }

    /// The index of the expected field.
    #[inline(always)]
    pub(crate) fn expected(&self) -> usize {
        usize::from(self.0.load(Ordering::Relaxed))
    }

    /// Remembers what came instead.
    #[cold]
    pub(crate) fn learn(&self, index: usize) {
        self.0.store(index as u16, Ordering::Relaxed);
    }
}

/// A field of an object.
#[derive(Debug)]
pub(crate) struct FieldPlan {
    pub(crate) key: Key,
    pub(crate) place: Place,
    /// The field that is expected behind this one.
    pub(crate) next: Successor,
    pub(crate) node: Node,
    pub(crate) name: &'static str,
    /// The JSON that stands in for a missing field.
    pub(crate) default: Option<DefaultPlan>,
}

/// What stands in for a missing field.
#[derive(Debug)]
pub(crate) struct DefaultPlan {
    pub(crate) json: Vec<u8>,
    /// The slot that the walk of the JSON leaves, once it is known that it leaves nothing else.
    pub(crate) slot: OnceLock<(State, u64)>,
}

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

/// The plan of a payload that has no place of its own for it, made at the first call.
pub(crate) fn of<T: Payload>() -> &'static Plan {
    static PLANS: Mutex<BTreeMap<TypeId, &'static Plan>> = Mutex::new(BTreeMap::new());
    // A panic while the lock was held cannot have left the map in a bad state.
    let mut plans = PLANS.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    plans.entry(TypeId::of::<T>()).or_insert_with(|| Box::leak(Box::new(Plan::new(T::SCHEMA))))
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
