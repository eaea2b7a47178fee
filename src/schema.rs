//! A schema is data: what a payload looks like on the wire and the rules it must keep.
//!
//! `derive(Payload)` writes one `const` [`Schema`] per type. The engine links it into a plan and
//! judges bytes by it; the printers turn it into JavaScript readers and other spellings. Whatever
//! only some payloads need (formats, custom rules, defaults, Unicode tables) hangs on it as a
//! function pointer, so that the linker drops what no payload uses; so does the walk over shapes
//! that few payloads have. Docs, and names other than those on the wire, are for printers: WASM does
//! not have them.

mod check;
mod rule;
mod union;

#[cfg(not(target_arch = "wasm32"))]
use core::any::TypeId;

#[cfg(not(target_arch = "wasm32"))]
use crate::any::typescript;
use crate::constant::are_equal;
use crate::engine::Walker;
use crate::formats::{DecimalFormat, Format};
use crate::kind::Kind;
use crate::plan::{BigIntegerPlan, MapPlan, NumberPlan, TuplePlan};
pub use check::{Check, CheckKind};
pub use rule::{Bound, Choices, Divisor, Normalize, Pattern, Repeat, Rule, Scalars, Unit};
pub use union::{Content, TagPlace, Tagging, Union};

/// A schema behind a function, so that recursive types have one.
pub type SchemaRef = fn() -> &'static Schema;

/// The shape of a value on the wire. Rules are not part of it: they belong to the field that holds
/// the value ([`Field::rules`]), or to the newtype around it ([`Newtype::rules`]).
#[derive(Clone, Copy, Debug)]
pub enum Schema {
    /// `true` or `false`.
    Boolean,
    /// A whole number without fraction or exponent, within the Rust type's own limits.
    Integer {
        /// The type's smallest value.
        minimum: i64,
        /// The type's largest value.
        maximum: i64,
    },
    /// A whole number of 64 bits: a `bigint` in JavaScript, whose numbers do not hold all of them.
    BigInteger(&'static BigInteger),
    /// A finite IEEE 754 double.
    Number(&'static Double),
    /// A number that Rust holds as an IEEE 754 single.
    Single(&'static Double),
    /// Text: a JSON string of Unicode scalar values.
    Text,
    /// Text of a fixed spelling that Rust holds as a type of its own, such as a UUID.
    Formatted(&'static Format),
    /// An exact decimal number, spelled in a string.
    Decimal(&'static DecimalFormat),
    /// The inner value, `null`, or (as a field) absent.
    Option(SchemaRef),
    /// A list of values of one shape.
    Array(SchemaRef),
    /// The same of a length that the type has: another one is not of the type.
    FixedArray {
        /// The shape of the items.
        item: SchemaRef,
        /// How many there are.
        length: u32,
    },
    /// A list of so many values, of which each has a shape of its own.
    Tuple(&'static Tuple),
    /// An object with any keys: of one shape all of them, and all values of another.
    Map(&'static Map),
    /// Any JSON.
    Any(&'static Any),
    /// One of several names.
    Enum(&'static Enum),
    /// One of several variants, of which some may hold data.
    Union(&'static Union),
    /// An object with named fields.
    Object(&'static Object),
    /// A value of another shape under a name of its own.
    Newtype(&'static Newtype),
}

impl Schema {
    /// The name of the type, if it has one of its own.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn name(&self) -> Option<&'static str> {
        match self {
            Schema::Object(object) => Some(object.name),
            Schema::Enum(choices) => Some(choices.name),
            Schema::Newtype(newtype) => Some(newtype.name),
            Schema::Union(union) => Some(union.names.name),
            Schema::Any(_) => Some(typescript::NAME),
            _ => None,
        }
    }

    /// What is in any options and newtypes, and whether there were options.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn inside(&'static self) -> (&'static Schema, bool) {
        let (mut schema, mut is_nullable) = (self, false);
        loop {
            schema = match schema {
                Schema::Option(inner) => {
                    is_nullable = true;
                    inner()
                }
                Schema::Newtype(newtype) => (newtype.schema)(),
                _ => return (schema, is_nullable),
            }
        }
    }

    /// The smallest and the largest number of the type, if they are whole; of a decimal, in units of
    /// its last place.
    pub const fn whole_limits(&self) -> Option<(i128, i128)> {
        match *self {
            Schema::Decimal(format) => Some((-format.maximum(), format.maximum())),
            _ => self.integer_limits(),
        }
    }

    /// The same for integers alone.
    pub(crate) const fn integer_limits(&self) -> Option<(i128, i128)> {
        match *self {
            Schema::Integer { minimum, maximum } => Some((minimum as i128, maximum as i128)),
            Schema::BigInteger(BigInteger { is_signed: true, .. }) => Some((i64::MIN as i128, i64::MAX as i128)),
            Schema::BigInteger(BigInteger { is_signed: false, .. }) => Some((0, u64::MAX as i128)),
            _ => None,
        }
    }

    /// Whether it is an object with a field that has this key.
    #[doc(hidden)]
    pub const fn has_key(&self, key: &str) -> bool {
        let Schema::Object(Object { fields, .. }) = self else { return false };
        let mut left = *fields;
        while let [field, behind @ ..] = left {
            if field.has_key(key) {
                return true;
            }
            left = behind;
        }
        false
    }
}

/// A whole number of 64 bits.
#[derive(Debug)]
pub struct BigInteger {
    /// Whether it is an `i64`, and no `u64`.
    pub is_signed: bool,
    pub(crate) walk: Walker<BigIntegerPlan>,
}

/// A number with a fraction.
#[derive(Debug)]
pub struct Double {
    pub(crate) walk: Walker<NumberPlan>,
    /// Asks for what spells doubles.
    pub(crate) spells: fn(),
}

/// A list of so many values, of which each has a shape of its own.
#[derive(Debug)]
pub struct Tuple {
    /// The shapes of the items.
    pub items: &'static [SchemaRef],
    /// The walk over it.
    pub(crate) walk: Walker<TuplePlan>,
}

/// An object with any keys.
#[derive(Debug)]
pub struct Map {
    /// The shape of the keys, as text is read for it.
    pub keys: SchemaRef,
    /// The shape of the values.
    pub values: SchemaRef,
    /// The walk over it.
    pub(crate) walk: Walker<MapPlan>,
}

/// Any JSON.
#[derive(Debug)]
pub struct Any {
    /// The walk over it.
    pub(crate) walk: Walker<()>,
    /// Its text, as its type takes it from the tape.
    pub(crate) marked: fn(&[u8]) -> Vec<u8>,
    /// Asks for what spells doubles.
    pub(crate) spells: fn(),
}

/// An object with named fields: a struct.
#[derive(Debug)]
pub struct Object {
    /// The type's name in Rust and TypeScript.
    #[cfg(not(target_arch = "wasm32"))]
    pub name: &'static str,
    /// The doc comment, without the leading space of its lines; empty where there is none.
    #[cfg(not(target_arch = "wasm32"))]
    pub docs: &'static str,
    /// The Rust type: two schemas of the same type are the same.
    #[cfg(not(target_arch = "wasm32"))]
    pub id: fn() -> TypeId,
    /// What stands for the type's parameters, if it has some.
    #[cfg(not(target_arch = "wasm32"))]
    pub instance: Option<&'static Instance>,
    /// What becomes of keys that no field has.
    pub unknown: Unknown,
    /// The fields in the order of the struct, those of flattened structs in their places.
    pub fields: &'static [Field],
    /// The structs whose fields stand among the others.
    #[cfg(not(target_arch = "wasm32"))]
    pub flattened: &'static [Flattened],
    /// What fields must keep among them, in the order in which it is told.
    pub checks: &'static [Check],
}

/// What stands for the parameters of a type.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug)]
pub struct Instance {
    /// Where the type is declared: all its instances have the same.
    pub origin: &'static str,
    /// What stands for its parameters, in their order.
    pub arguments: &'static [SchemaRef],
}

/// What becomes of keys that no field has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// They are refused, as input from a client should be.
    Refuse,
    /// They are dropped, so that a new column never breaks an old reader.
    Strip,
}

/// A struct whose fields stand among those of another one.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub struct Flattened {
    /// The name in Rust of the field that holds it.
    pub member: &'static str,
    /// The index of its first field.
    pub first: usize,
    /// Its own schema: a [`Schema::Object`].
    pub schema: &'static Schema,
}

/// A field of an [`Object`].
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key on the wire.
    pub name: &'static str,
    /// Other keys that stand for it in what is read.
    pub aliases: &'static [&'static str],
    /// The field's name in Rust.
    #[cfg(not(target_arch = "wasm32"))]
    pub member: &'static str,
    /// The doc comment, without the leading space of its lines; empty where there is none.
    #[cfg(not(target_arch = "wasm32"))]
    pub docs: &'static str,
    /// The shape of the value.
    pub schema: SchemaRef,
    /// What is done to the value before the rules see it, in the written order.
    pub normalize: &'static [Normalize],
    /// What the value must keep, beyond its shape.
    pub rules: &'static [Rule],
    /// The JSON of the value that stands in when the key is missing. It is walked like input.
    pub default: Option<fn() -> Vec<u8>>,
    /// Whether the value may lack the field.
    pub presence: Presence,
}

impl Field {
    /// Whether input may lack it: something stands in for it then, or an `Option` is null.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn may_be_absent(&self) -> bool {
        let must_have_value = self.rules.iter().any(|rule| matches!(rule, Rule::Required));
        match self.default {
            Some(default) => !must_have_value || default() != b"null",
            None => !must_have_value && matches!((self.schema)(), Schema::Option(_)),
        }
    }

    /// Whether this key stands for it in what is read.
    pub(crate) const fn has_key(&self, key: &str) -> bool {
        let mut left = self.aliases;
        while let [alias, behind @ ..] = left {
            if are_equal(alias, key) {
                return true;
            }
            left = behind;
        }
        are_equal(self.name, key)
    }
}

/// Whether a value may lack a field. One that does lacks the key, in JavaScript too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It never does: where the key is missing, an `Option` is `null`.
    Always,
    /// It may, and `null` is another value: an `Option` in another.
    Nullable,
    /// It may, and `null` is refused.
    NotNull,
    /// It does where the key is missing, and where it is `null`: an `Option` that is left out.
    NullIsAbsent,
}

impl Presence {
    /// What the type of an optional field says.
    #[doc(hidden)]
    pub const fn of(kind: Kind) -> Presence {
        if kind.is_twice_option() { Presence::Nullable } else { Presence::NotNull }
    }
}

/// One of several names: an enum of unit variants.
#[derive(Debug)]
pub struct Enum {
    /// The type's name in Rust and TypeScript.
    #[cfg(not(target_arch = "wasm32"))]
    pub name: &'static str,
    /// The doc comment, without the leading space of its lines; empty where there is none.
    #[cfg(not(target_arch = "wasm32"))]
    pub docs: &'static str,
    /// The Rust type: two schemas of the same type are the same.
    #[cfg(not(target_arch = "wasm32"))]
    pub id: fn() -> TypeId,
    /// What stands for the type's parameters, if it has some.
    #[cfg(not(target_arch = "wasm32"))]
    pub instance: Option<&'static Instance>,
    /// The variants in the order of the enum.
    pub variants: &'static [Variant],
    /// Whether the last one stands for all names that no other has.
    pub has_other: bool,
}

impl Enum {
    /// The variant that has this name.
    pub(crate) fn find(&self, name: &[u8]) -> Option<usize> {
        let is_it = |other: &str| other.as_bytes() == name;
        let found =
            self.variants.iter().position(|variant| is_it(variant.name) || variant.aliases.iter().copied().any(is_it));
        found.or_else(|| self.has_other.then(|| self.variants.len() - 1))
    }
}

/// A variant of an [`Enum`].
#[derive(Debug)]
pub struct Variant {
    /// The text on the wire.
    pub name: &'static str,
    /// Other texts that are read as the same.
    pub aliases: &'static [&'static str],
    /// The variant's name in Rust.
    #[cfg(not(target_arch = "wasm32"))]
    pub member: &'static str,
    /// The doc comment, without the leading space of its lines; empty where there is none.
    #[cfg(not(target_arch = "wasm32"))]
    pub docs: &'static str,
}

/// A struct that is on the wire what its one field is. It is no further level in paths.
#[derive(Debug)]
pub struct Newtype {
    /// The type's name in Rust and TypeScript.
    #[cfg(not(target_arch = "wasm32"))]
    pub name: &'static str,
    /// The doc comment, without the leading space of its lines; empty where there is none.
    #[cfg(not(target_arch = "wasm32"))]
    pub docs: &'static str,
    /// The Rust type: two schemas of the same type are the same.
    #[cfg(not(target_arch = "wasm32"))]
    pub id: fn() -> TypeId,
    /// What stands for the type's parameters, if it has some.
    #[cfg(not(target_arch = "wasm32"))]
    pub instance: Option<&'static Instance>,
    /// The shape of the value. It is no [`Schema::Option`].
    pub schema: SchemaRef,
    /// What is done to the value before the rules see it, in the written order, and before what a
    /// field says that holds the newtype.
    pub normalize: &'static [Normalize],
    /// What the value must keep wherever the newtype is, beyond its shape.
    pub rules: &'static [Rule],
}
