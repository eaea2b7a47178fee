//! What is done to a value, and what it must keep.

use crate::engine::{self, Asker, Value};
use crate::formats::{self, Format};
use crate::kind::Kind;
pub use crate::rules::multiple_of::Divisor;
pub use crate::rules::pattern::Pattern;
pub use crate::rules::unique::{Repeat, Scalars};

/// A change made to text before any rule looks at it.
#[derive(Clone, Copy, Debug)]
pub enum Normalize {
    /// Unicode `White_Space` is cut from both ends.
    Trim,
    /// `A-Z` become `a-z`; nothing else changes. What an email address gets.
    LowercaseAscii,
    /// Unicode lowercase, as `str::to_lowercase`.
    Lowercase(fn(&str) -> String),
    /// `a-z` become `A-Z`; nothing else changes.
    UppercaseAscii,
    /// Unicode uppercase, as `str::to_uppercase`.
    Uppercase(fn(&str) -> String),
    /// Unicode Normalization Form C.
    Nfc(fn(&str) -> String),
    /// Each run of Unicode `White_Space` becomes one space.
    CollapseWhitespace(fn(&str) -> String),
    /// Text that is empty by now becomes `null`.
    EmptyAsNull,
    /// The same for every item of a list.
    Inner(&'static [Normalize]),
}

/// What a value must keep, beyond its shape: garde's rules, and those of `#[payload(..)]` that garde
/// does not have.
///
/// On an `Option` a rule looks at the value inside, and holds where there is none.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Limits on the length of text or the number of items in a list.
    Length {
        /// What is counted.
        unit: Unit,
        /// The smallest length allowed.
        minimum: u32,
        /// The largest length allowed; `u32::MAX` stands for "no limit".
        maximum: u32,
    },
    /// Limits on a number, both inclusive.
    Range {
        /// The smallest value allowed.
        minimum: Option<&'static Bound>,
        /// The largest value allowed.
        maximum: Option<&'static Bound>,
    },
    /// The number is above this limit.
    GreaterThan(&'static Bound),
    /// The number is below this limit.
    LessThan(&'static Bound),
    /// The number is a whole multiple of this one.
    MultipleOf(&'static Divisor, Ask),
    /// The text, whole number or boolean is one of these.
    OneOf(Choices, Ask),
    /// No item of the list is there twice. The function says which are.
    Unique(fn(Scalars<'_>) -> Vec<Repeat>, Ask),
    /// The `Option` has a value.
    Required,
    /// The text is spelled as a format demands.
    Format(&'static Format),
    /// The text matches a pattern.
    Pattern(&'static Pattern),
    /// The text has this in it.
    Contains(&'static str),
    /// The text starts with this.
    Prefix(&'static str),
    /// The text ends with this.
    Suffix(&'static str),
    /// What serde makes the value into does not refuse it. Where it does, the value is not of its type.
    Conversion(fn(Value<'_>) -> Result<(), String>),
    /// A function of the application, given the typed value.
    Custom(fn(Value<'_>) -> Result<(), String>),
    /// Rules for what is inside an `Option` or for every item of a list.
    Inner(&'static [Rule]),
}

impl Rule {
    /// A number is a whole multiple of this one.
    pub const fn multiple_of(divisor: &'static Divisor) -> Rule {
        Rule::MultipleOf(divisor, Ask(engine::multiple_of))
    }

    /// A value is one of these. Text is asked while it is walked, and no more then.
    pub const fn one_of(choices: Choices) -> Rule {
        let ask: Asker = match choices {
            Choices::Texts(_) => |_, _, _, _| Ok(()),
            Choices::Integers(_) | Choices::Boolean(_) => engine::one_of,
        };
        Rule::OneOf(choices, Ask(ask))
    }

    /// No item of a list is there twice.
    pub const fn unique(repeats: fn(Scalars<'_>) -> Vec<Repeat>) -> Rule {
        Rule::Unique(repeats, Ask(engine::unique))
    }
}

/// How a rule that few payloads have is asked of a value on the tape: linked where there is the rule.
#[derive(Clone, Copy, Debug)]
pub struct Ask(pub(crate) Asker);

/// What [`Rule::Length`] counts.
#[derive(Clone, Copy, Debug)]
pub enum Unit {
    /// The items of a list, or the entries of a map.
    Items,
    /// Unicode scalar values, as JSON Schema and PostgreSQL count.
    Chars,
    /// Bytes of UTF-8.
    Bytes,
    /// Bytes that text stands for, counted by the function.
    Decoded(fn(&[u8]) -> usize),
    /// UTF-16 code units, as JavaScript and HTML's `maxlength` count.
    Utf16,
    /// Extended grapheme clusters (Unicode Standard Annex #29), counted by the function.
    Graphemes(fn(&str) -> usize),
}

impl Unit {
    /// What `bytes` counts in a type.
    #[doc(hidden)]
    pub const fn bytes_of(kind: Kind) -> Unit {
        if kind.is_bytes() { Unit::Decoded(formats::bytes) } else { Unit::Bytes }
    }
}

/// What [`Rule::OneOf`] allows.
#[derive(Clone, Copy, Debug)]
pub enum Choices {
    /// For text.
    Texts(&'static [&'static str]),
    /// For whole numbers.
    Integers(&'static [i128]),
    /// For `true` and `false`: the only one.
    Boolean(bool),
}

/// A limit on a number, in both spellings that a number type may need.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The limit as a whole number; exact for integer types. Of a decimal, in units of its last place.
    pub integer: i128,
    /// The limit as a double; exact for integers up to 32 bits and for `f64`.
    pub number: f64,
}
