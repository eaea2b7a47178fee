//! What kind of value a type is: enough for the compiler to say whether a rule suits a field.

/// The kind of a payload type, known at compile time.
///
/// `derive(Payload)` asks it, in constant assertions, whether the rules of a field suit the
/// field's type, so that aliases are seen through.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `bool`.
    Boolean,
    /// A whole number.
    Integer,
    /// A whole number of 64 bits, a `bigint` in TypeScript.
    BigInteger,
    /// `f64`.
    Number,
    /// `String`.
    Text,
    /// `Uuid`, which may be told its version.
    Uuid,
    /// `Bytes`, which may be told how many there are.
    Bytes,
    /// Other text of a fixed spelling that is a Rust type of its own, such as `NaiveDate`.
    Formatted,
    /// Text that may spell one value of its Rust type in several ways, such as `Decimal`.
    Parsed,
    /// An enum of unit variants.
    Enum,
    /// A struct.
    Object,
    /// An enum with data.
    Union,
    /// `Option`.
    Option(&'static Kind),
    /// `Vec`.
    Array(&'static Kind),
    /// `[T; N]`.
    FixedArray(&'static Kind),
    /// A tuple.
    Tuple(&'static [Kind]),
    /// A map: of keys, and of values.
    Map(&'static Kind, &'static Kind),
    /// Any JSON.
    Any,
    /// A struct that is on the wire what its one field is. Rules about that are said in it alone.
    Newtype(&'static Kind),
}

impl Kind {
    /// Whether this is text, or an `Option` of text: what rules about text look at.
    pub const fn is_text(&self) -> bool {
        match self {
            Kind::Text => true,
            Kind::Option(inner) => inner.is_text(),
            _ => false,
        }
    }

    /// Whether this is a `bool`, or an `Option` of one.
    pub const fn is_boolean(&self) -> bool {
        match self {
            Kind::Boolean => true,
            Kind::Option(inner) => inner.is_boolean(),
            _ => false,
        }
    }

    /// Whether this is a `Uuid`, or an `Option` of one.
    pub const fn is_uuid(&self) -> bool {
        match self {
            Kind::Uuid => true,
            Kind::Option(inner) => inner.is_uuid(),
            _ => false,
        }
    }

    /// Whether these are `Bytes`, or an `Option` of them.
    pub const fn is_bytes(&self) -> bool {
        match self {
            Kind::Bytes => true,
            Kind::Option(inner) => inner.is_bytes(),
            _ => false,
        }
    }

    /// Whether this is a list, or an `Option` of a list: what rules about items look at.
    pub const fn is_list(&self) -> bool {
        match self {
            Kind::Array(_) | Kind::FixedArray(_) => true,
            Kind::Option(inner) => inner.is_list(),
            _ => false,
        }
    }

    /// Whether this is a struct with fields: what can be flattened, and has room for the name of
    /// a variant.
    pub const fn is_object(&self) -> bool {
        matches!(self, Kind::Object)
    }

    /// Whether this is a map, or an `Option` of a map.
    pub const fn is_map(&self) -> bool {
        match self {
            Kind::Map(..) => true,
            Kind::Option(inner) => inner.is_map(),
            _ => false,
        }
    }

    /// Whether this has fields with names, in newtypes or not.
    pub const fn has_fields(&self) -> bool {
        match self {
            Kind::Object | Kind::Union => true,
            Kind::Newtype(inner) => inner.has_fields(),
            _ => false,
        }
    }

    /// Whether this can be the key of a map: text of which each value has one spelling, and which
    /// TypeScript takes for a key.
    pub const fn is_key(&self) -> bool {
        match self {
            Kind::Text | Kind::Integer | Kind::Uuid | Kind::Formatted | Kind::Enum => true,
            // Of a newtype, TypeScript does not see that not all keys need to be there.
            Kind::Newtype(inner) => inner.is_key() && !matches!(inner, Kind::Enum),
            _ => false,
        }
    }

    /// Whether this is a list of any kind: what serde takes for a struct too.
    pub const fn is_sequence(&self) -> bool {
        match self {
            Kind::Array(_) | Kind::FixedArray(_) | Kind::Tuple(_) => true,
            Kind::Newtype(inner) => inner.is_sequence(),
            _ => false,
        }
    }

    /// Whether this is any JSON, or an `Option` of it, in newtypes or not.
    pub const fn is_any(&self) -> bool {
        match self {
            Kind::Any => true,
            Kind::Option(inner) | Kind::Newtype(inner) => inner.is_any(),
            _ => false,
        }
    }

    /// Whether this is an `Option`: what can be null.
    pub const fn is_option(&self) -> bool {
        matches!(self, Kind::Option(_))
    }

    /// Whether this is a list, or an `Option` of a list, whose items can be told apart by their
    /// bytes: what `unique` compares.
    pub const fn is_list_of_scalars(&self) -> bool {
        match self {
            Kind::Array(item) => item.is_scalar(),
            Kind::Option(inner) => inner.is_list_of_scalars(),
            _ => false,
        }
    }

    const fn is_scalar(&self) -> bool {
        match self {
            Kind::Boolean
            | Kind::Integer
            | Kind::BigInteger
            | Kind::Text
            | Kind::Uuid
            | Kind::Bytes
            | Kind::Formatted
            | Kind::Enum => true,
            Kind::Newtype(inner) => inner.is_scalar(),
            _ => false,
        }
    }

    /// Whether this is a list whose type says how long it is, or an `Option` of one.
    pub const fn has_fixed_length(&self) -> bool {
        match self {
            Kind::FixedArray(_) => true,
            Kind::Option(inner) => inner.has_fixed_length(),
            _ => false,
        }
    }

    /// Whether a type with rules of its own is in here, at any depth of lists and options: what
    /// `dive` is for.
    pub const fn holds_rules(&self) -> bool {
        match self {
            Kind::Object | Kind::Union | Kind::Newtype(_) => true,
            Kind::Option(inner) | Kind::Array(inner) | Kind::FixedArray(inner) => inner.holds_rules(),
            Kind::Map(key, value) => key.holds_rules() || value.holds_rules(),
            Kind::Tuple(items) => {
                let mut left = *items;
                while let [item, behind @ ..] = left {
                    if item.holds_rules() {
                        return true;
                    }
                    left = behind;
                }
                false
            }
            _ => false,
        }
    }

    /// Whether garde can look in here: into a tuple only where each of its items is for that.
    pub const fn is_open(&self) -> bool {
        match self {
            Kind::Option(inner) | Kind::Array(inner) | Kind::FixedArray(inner) | Kind::Map(_, inner) => inner.is_open(),
            Kind::Tuple(items) => {
                let mut left = *items;
                while let [item, behind @ ..] = left {
                    if !item.holds_rules() || !item.is_open() {
                        return false;
                    }
                    left = behind;
                }
                true
            }
            _ => true,
        }
    }

    /// Whether this is a newtype, or an `Option` of one.
    pub const fn is_newtype(&self) -> bool {
        match self {
            Kind::Newtype(_) => true,
            Kind::Option(inner) => inner.is_newtype(),
            _ => false,
        }
    }

    /// Whether this is text, or an `Option` of text, in newtypes or not: what can be empty.
    pub const fn holds_text(&self) -> bool {
        match self {
            Kind::Text => true,
            Kind::Option(inner) | Kind::Newtype(inner) => inner.holds_text(),
            _ => false,
        }
    }

    /// Whether an optional field may be this: an `Option`, or an `Option` in another.
    pub const fn may_be_absent(&self) -> bool {
        match self {
            Kind::Option(inner) => !inner.is_twice_option(),
            _ => false,
        }
    }

    /// Whether this is an `Option` in another: what an optional field that can be null is.
    pub const fn is_twice_option(&self) -> bool {
        matches!(self, Kind::Option(Kind::Option(_)))
    }

    /// What is this many lists and options further in, if there are so many: what `inner` is for.
    pub const fn inner(&self, depth: usize) -> Option<&Kind> {
        match (depth, self) {
            (0, kind) => Some(kind),
            (_, Kind::Option(inner) | Kind::Array(inner) | Kind::FixedArray(inner) | Kind::Map(_, inner)) => {
                inner.inner(depth - 1)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Kind, Payload, Uuid};

    #[test]
    fn rules_look_through_options_and_not_into_lists() {
        let cases = [
            (String::KIND, true, false),
            (Option::<Option<String>>::KIND, true, false),
            (Vec::<String>::KIND, false, true),
            (Option::<Vec<String>>::KIND, false, true),
            (Uuid::KIND, false, false),
        ];
        for (kind, is_text, is_list) in cases {
            assert_eq!((kind.is_text(), kind.is_list()), (is_text, is_list), "{kind:?}");
        }
    }

    #[test]
    fn inner_goes_one_level_at_a_time() {
        let kind = Option::<Vec<u8>>::KIND;
        assert!(matches!(kind.inner(0), Some(Kind::Option(_))));
        assert!(matches!(kind.inner(1), Some(Kind::Array(_))));
        assert!(matches!(kind.inner(2), Some(Kind::Integer)));
        assert!(kind.inner(3).is_none());
    }

    #[test]
    fn payloads_are_found_at_any_depth() {
        const OBJECTS: Kind = Kind::Array(&Kind::Option(&Kind::Object));
        assert!(OBJECTS.holds_rules());
        assert!(!Vec::<String>::KIND.holds_rules());
        const MIXED: Kind = Kind::Option(&Kind::Tuple(&[Kind::Text, OBJECTS]));
        assert!(MIXED.holds_rules() && !MIXED.is_open());
        const OPEN: Kind = Kind::Tuple(&[Kind::Object, OBJECTS]);
        assert!(OPEN.holds_rules() && OPEN.is_open());
    }
}
