//! A schema linked once into flat tables: what the engine reads while it walks.
//!
//! Schemas refer to each other by functions, and rules stand beside them at the fields. A plan has
//! a node for every place where a value can be, with its rules merged in, and indices of objects
//! instead of functions.

mod link;
mod number;

use core::any::TypeId;
use core::num::NonZeroU16;
use core::sync::atomic::{AtomicU16, Ordering};
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

pub(crate) use number::{BigIntegerPlan, Exclusive, IntegerPlan, NumberPlan, WholePlan};

use crate::Payload;
use crate::engine::{Place, State, Walker};
use crate::formats::{DecimalFormat, Format};
use crate::json::Key;
use crate::schema::{Any, Check, Enum, Normalize, Rule, Schema, TagPlace};

/// A linked schema. Others that were linked with it have the same tables.
#[derive(Debug)]
pub struct Plan {
    /// The payload itself.
    pub(crate) root: Node,
    pub(crate) objects: &'static [ObjectPlan],
    pub(crate) unions: &'static [UnionPlan],
    pub(crate) defaults: &'static [DefaultPlan],
}

/// A plan for who has none yet.
pub(crate) static NOTHING: Plan = Plan {
    root: Node { shape: Shape::Boolean, nullable: false, asks: None },
    objects: &[],
    unions: &[],
    defaults: &[],
};

/// A place where a value can be.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) shape: Shape,
    /// Whether `null` may stand here.
    pub(crate) nullable: bool,
    /// What else is asked of it, if anything is.
    pub(crate) asks: Option<&'static Asks>,
}

impl From<Shape> for Node {
    /// A place without rules.
    fn from(shape: Shape) -> Node {
        Node { shape, nullable: false, asks: None }
    }
}

impl Node {
    /// Whether it matters that there is no value.
    pub(crate) fn asks_for_none(&self) -> bool {
        self.asks.is_some_and(|asks| asks.option.asks_for_none())
    }
}

/// What is asked of a value once it is on the tape, and of the `Option` that it is in.
#[derive(Debug, Default)]
pub(crate) struct Asks {
    /// Rules for a value that is there and not null.
    pub(crate) rules: Vec<&'static Rule>,
    /// What is asked of the `Option` as a whole.
    pub(crate) option: OptionPlan,
}

impl Asks {
    /// Whether anything is asked.
    fn any(&self) -> bool {
        !self.rules.is_empty() || self.option.asks()
    }
}

/// An `Option` and its rules.
#[derive(Debug, Default)]
pub(crate) struct OptionPlan {
    /// Whether it must have a value.
    pub(crate) required: bool,
    /// Whether empty text has become null.
    pub(crate) empties: bool,
    /// Rules of the application.
    pub(crate) customs: Vec<&'static Rule>,
    /// The `Option` in it, of an optional field that can be null: there unless the field is absent.
    pub(crate) inside: Option<Box<OptionPlan>>,
}

impl OptionPlan {
    /// Whether it matters that there is no value.
    fn asks_for_none(&self) -> bool {
        self.required || !self.customs.is_empty()
    }

    /// Whether anything is asked.
    fn asks(&self) -> bool {
        self.asks_for_none() || self.empties || self.inside.as_ref().is_some_and(|inside| inside.asks())
    }
}

/// Most of what is rare or large is elsewhere: there are many nodes, and all of them are read at every start.
///
/// The tag is a byte of its own, to be read as it is.
#[derive(Debug)]
#[repr(u8)]
pub(crate) enum Shape {
    Boolean,
    Integer(&'static IntegerPlan),
    BigInteger(Box<BigIntegerPlan>),
    Number(Box<NumberPlan>),
    Text(TextPlan),
    Enum(&'static EnumPlan),
    Array(ArrayPlan),
    Tuple(TuplePlan),
    Map(Box<MapPlan>),
    /// Any JSON.
    Any(&'static Any),
    /// An index into [`Plan::objects`].
    Object(usize),
    /// An index into [`Plan::unions`].
    Union(usize),
}

/// Text and its rules.
#[derive(Debug, Default)]
pub(crate) struct TextPlan {
    /// Limits in Unicode scalar values, the common case.
    pub(crate) chars: Limits,
    /// How it is changed before it is looked at, if it is.
    pub(crate) normalization: Option<&'static Normalization>,
    /// What else is asked of it, if anything is.
    pub(crate) asks: Option<&'static TextAsks>,
}

/// How text is normalised.
#[derive(Debug, Default)]
pub(crate) struct Normalization {
    pub(crate) steps: Vec<&'static Normalize>,
    /// Whether white space at the ends would be cut.
    pub(crate) trims: bool,
    /// Whether capital letters would become small ones.
    pub(crate) lowers: bool,
    /// Whether there is anything else that may change text.
    pub(crate) rewrites: bool,
    /// Whether empty text would become null.
    pub(crate) empties: bool,
}

/// What is asked of the text itself, but for limits in characters.
#[derive(Debug)]
pub(crate) struct TextAsks {
    /// How the Rust type is spelled.
    pub(crate) spelling: Spelling,
    pub(crate) rules: Vec<&'static Rule>,
}

/// How a Rust type is spelled that is text on the wire.
#[derive(Debug)]
pub(crate) enum Spelling {
    Free,
    Format(&'static Format),
    /// A decimal number within limits.
    Decimal(&'static DecimalFormat, Box<WholePlan>),
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
    pub(crate) fn exactly(length: u32) -> Limits {
        Limits { minimum: length, maximum: length }
    }

    #[inline(always)]
    pub(crate) fn contain(&self, length: u32) -> bool {
        self.minimum <= length && length <= self.maximum
    }
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
    /// Whether the limits are those of the type.
    pub(crate) is_fixed: bool,
}

/// A list of which each item has a shape of its own.
#[derive(Debug)]
pub(crate) struct TuplePlan {
    pub(crate) walk: Walker<TuplePlan>,
    pub(crate) items: Vec<Node>,
}

/// An object with any keys, and its rules.
#[derive(Debug)]
pub(crate) struct MapPlan {
    pub(crate) walk: Walker<MapPlan>,
    /// The keys, as they are once they are read.
    pub(crate) keys: Box<Node>,
    /// How they are read, unless that is the same: as text.
    pub(crate) spelled: Option<Box<Node>>,
    pub(crate) values: Box<Node>,
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
#[derive(Debug, Default)]
pub(crate) struct ObjectPlan {
    pub(crate) fields: Vec<FieldPlan>,
    /// How many header slots a block has.
    pub(crate) headers: usize,
    /// For every header word of states: the low state bits of fields whose absence matters.
    pub(crate) watched: Vec<u32>,
    pub(crate) strips_unknown: bool,
    /// Other keys that stand for a field, with its index.
    pub(crate) aliases: Vec<(&'static str, usize)>,
    /// What fields must keep among them.
    pub(crate) checks: &'static [Check],
    /// Whether its one field is the name of a variant that holds nothing.
    pub(crate) is_name_alone: bool,
    /// The field that is expected first.
    pub(crate) first: Successor,
}

/// An enum with data.
#[derive(Debug)]
pub(crate) struct UnionPlan {
    pub(crate) walk: Walker<UnionPlan>,
    /// The names of the variants; as keys, where they are keys.
    pub(crate) names: &'static EnumPlan,
    pub(crate) place: TagPlace,
    /// The key where the name stands, if there is one.
    pub(crate) tag: &'static str,
    /// The same as it is expected.
    pub(crate) key: Key,
    /// What stands on the wire for each of them, its name included; `None` where that is its name
    /// alone, or nothing.
    pub(crate) variants: Vec<Option<Node>>,
}

/// Which field is expected next: learned from what is seen.
#[derive(Debug, Default)]
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
    /// Whether it must be there.
    pub(crate) is_required: bool,
    /// What stands in for it if it is missing: which of [`Plan::defaults`], counted from 1. Bytes that mean nothing
    /// would be shipped as they happen to be.
    pub(crate) default: Option<NonZeroU16>,
}

/// What stands in for a missing field.
#[derive(Debug)]
pub(crate) struct DefaultPlan {
    pub(crate) json: Vec<u8>,
    /// The slot that the walk of the JSON leaves, once it is known that it leaves nothing else.
    pub(crate) slot: OnceLock<(State, u64)>,
}

type Kept = Mutex<BTreeMap<TypeId, &'static Plan>>;

/// The plan of a payload that has no place of its own for it, made at the first call.
pub(crate) fn of<T: Payload>() -> &'static Plan {
    static PLANS: Kept = Kept::new(BTreeMap::new());
    kept::<T>(&PLANS, Plan::new)
}

/// The same without the payload's normalisation: for values that are to be judged as they are.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn as_is<T: Payload>() -> &'static Plan {
    static PLANS: Kept = Kept::new(BTreeMap::new());
    kept::<T>(&PLANS, Plan::as_is)
}

fn kept<T: Payload>(plans: &Kept, make: fn(&'static Schema) -> Plan) -> &'static Plan {
    // A panic while the lock was held cannot have left the map in a bad state.
    let mut plans = plans.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    plans.entry(TypeId::of::<T>()).or_insert_with(|| Box::leak(Box::new(make(T::SCHEMA))))
}
